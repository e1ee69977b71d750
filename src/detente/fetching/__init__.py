"""Fetches pages from the web, with manners and with care: the only room that speaks HTTP.

with Fetcher() as web:
    page = web.page("https://…")          one page, or UnreadablePage
    for found in web.pages("https://…"):  a page, or those that a feed or a sitemap lists, each or its Refusal
"""

from detente.fetching.fetch import Fetcher, Limits
from detente.fetching.web import USER_AGENT

__all__ = ["USER_AGENT", "Fetcher", "Limits"]
