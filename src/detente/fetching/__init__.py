"""Fetches pages from the web, with manners and with care: the only room that speaks HTTP.

with Fetcher() as web:
    page = web.page("https://…")          one page, or UnreadablePage
    for found in web.pages("https://…"):  a page, or those that a feed or a sitemap lists, each or its Refusal
    found = web.fresh("https://…", mark)  the page if it is another than that of `mark`
post("https://…", body)                    a message to somebody who asked for it
chat("https://…", model, messages, …)      a question to a language model that the user named
"""

from detente.fetching.chatting import chat, endpoint
from detente.fetching.fetch import Fetcher, Fresh, Limits, Mark
from detente.fetching.posting import post
from detente.fetching.web import USER_AGENT

__all__ = ["USER_AGENT", "Fetcher", "Fresh", "Limits", "Mark", "chat", "endpoint", "post"]
