"""RSS and Atom feeds, and sitemaps, as they were received."""

import re
from collections.abc import Iterator

from detente.documents.containers.entries import FULL, MOST, ROOTS, SHORT, Channel, Entry, entries
from detente.documents.decoding import decode
from detente.documents.given import has_markup, plain, words_in
from detente.documents.item import Item, item_bytes
from detente.documents.source import Found, Source
from detente.model import Page, Refusal, UnreadablePage

ENOUGH = 20  # words; a shorter text of an entry only announces the article
_DATES = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created",
          "news:publication_date")  # fmt: skip
_CHANGES = ("updated", "modified", "dcterms:modified", "lastmod")
_MAILBOX = re.compile(r"\S+@\S+\s*\(([^()]+)\)")  # RSS 2.0: author is "lawyer@boyer.net (Lawyer Boyer)"


def pages(source: Source) -> Iterator[Found]:
    """Every entry with a text as a page of its own; one with an address alone as a refusal that says how to get it.

    Raises UnreadablePage: wrong-type (no feed), too-large, and what decoding raises.
    """
    channel = Channel(base=source.uri)
    count = 0
    for entry in entries(decode(source.page().data, source.media), channel):
        count += 1
        yield _found(entry, channel, source)
    if not count and channel.kind not in ROOTS:
        raise UnreadablePage("wrong-type", "neither a feed nor a sitemap: it has no entry")
    if not count:
        raise UnreadablePage("empty", "the feed has no entry")
    if count == MOST:
        yield Refusal(source.uri, "too-many", f"only its first {MOST} entries were read")
    elif not channel.whole:
        yield Refusal(source.uri, "truncated", f"the feed breaks off; {count} whole entries were read")


def links(data: bytes, uri: str) -> tuple[str, ...]:
    """The web addresses of the entries of a feed or a sitemap found at `uri`: absolute, in order, each once.

    Raises UnreadablePage as `pages` does.
    """
    channel = Channel(base=uri)
    found = dict.fromkeys(entry.link for entry in entries(decode(data), channel) if entry.link)
    if not found and channel.kind not in ROOTS:
        raise UnreadablePage("wrong-type", "neither a feed nor a sitemap: it has no entry")
    return tuple(found)


def _found(entry: Entry, channel: Channel, source: Source) -> Page | Refusal:
    uri = entry.link or f"{source.uri}#{entry.number}"
    try:
        text = _longest(entry)
        if text:
            return Page(item_bytes(_item(entry, text, channel)), uri, "", source.fetched)
    except UnreadablePage as error:
        reason, detail = (*map(str, error.args), "")[:2]
        return Refusal(uri, reason, detail)
    if not entry.link:
        return Refusal(uri, "no-text", "the entry has neither a text nor an address")
    what = "sitemap" if channel.kind in ("urlset", "sitemapindex") else "feed"
    return Refusal(uri, "address-only", f"the {what} gives only its address; read it with: detente read {entry.link}")


def _longest(entry: Entry) -> str:
    """The entry's text: its content, or its summary where that is longer; "" where both are too short."""
    texts = [text for names in (FULL, SHORT) if (text := entry.first(*names))]
    counted = [(words_in(text), -at, text) for at, text in enumerate(texts)]
    most = max(counted, default=(0, 0, ""))
    return most[2] if most[0] >= ENOUGH else ""


def _item(entry: Entry, text: str, channel: Channel) -> Item:
    writers = [*entry.said.get("dc:creator", ()), *entry.said.get("author", ())]
    names = dict.fromkeys(plain(m[1] if (m := _MAILBOX.search(name)) else name) for name in writers)
    return Item(
        basis="feed",
        url=entry.link,
        title=entry.first("title", "dc:title", "news:title"),
        outlet=entry.first("source", "news:name", "dc:publisher") or channel.title,
        byline="\n".join(name for name in names if name),
        published=entry.first(*_DATES),
        modified=entry.first(*_CHANGES),
        section=entry.first("category", "dc:subject"),
        language=entry.first("dc:language", "news:language") or channel.language,
        **{"html" if has_markup(text) else "text": text},
    )
