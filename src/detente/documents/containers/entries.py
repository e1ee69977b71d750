"""The entries of feeds and sitemaps, from any of their dialects, well formed or not.

Read with lxml as a stream: feedparser takes time that grows with the square of what is broken (1 MB of "<" 2 s,
2 MB 14 s, own measurement), and twelve times as long on sound feeds.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree

from detente.documents.given import plain

MOST = 100_000  # entries; the protocol of sitemaps allows 50,000, and no feed we know has a thousand
_CHUNK = 65_536  # characters handed to the parser at once

# Namespaces that mean something to us, by the prefix most feeds give them; those of RSS, Atom and sitemaps: none.
_SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    **dict.fromkeys(
        (
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://www.w3.org/2005/Atom",
            "http://purl.org/atom/ns#",
            "http://purl.org/rss/1.0/",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://backend.userland.com/rss2",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "http://www.google.com/schemas/sitemap/0.84",
        ),
        "",
    ),
}
_ENTRIES = {"item": ("channel", "rdf", "rss"), "entry": ("feed",), "url": ("urlset",), "sitemap": ("sitemapindex",)}
ROOTS = frozenset({"rss", "feed", "rdf", "urlset", "sitemapindex"})
FULL = ("content:encoded", "content", "xhtml:body", "fullitem")
SHORT = ("description", "summary", "abstract", "dc:description")
_PROLOG = re.compile(r"(?>\s*(?:<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE(?:[^>\[]|\[[^\]]*+\])*+>))*", re.DOTALL)
_CLOSED = re.compile(
    r"</(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex)\s*>\s*(?:<!--(?:(?!-->).)*-->\s*)*$", re.I | re.S
)
_ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)
_AMPERSAND = re.compile(
    r"<!\[CDATA\[(?:(?!\]\]>).)*+(?:\]\]>|\Z)|&(?:([A-Za-z][A-Za-z0-9]{1,30});|(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};))",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(slots=True)
class Channel:
    """What a feed says of all its entries. whole: whether its root was closed."""

    title: str = ""
    language: str = ""
    link: str = ""
    base: str = ""
    kind: str = ""
    whole: bool = True


@dataclass(slots=True)
class Entry:
    """number: from 1. link: absolute, "" if it has none. said: what it tells, by the name of its elements."""

    number: int
    link: str
    said: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        return next((text for name in names for text in self.said.get(name, ()) if text.strip()), "").strip()


def entries(text: str, channel: Channel) -> Iterator[Entry]:
    """The entries one by one; `channel` is filled on the way."""
    number = 0
    for element in _elements(_sound(text, channel)):
        name = _name(element)
        parent = element.getparent()
        if parent is not None and _name(parent) in _ENTRIES.get(name, ()):
            number += 1
            said = _said(element)
            yield Entry(number, _link(element, said, channel), said)
            _forget(element)
            if number == MOST:
                return
        elif parent is not None and _name(parent) in ("channel", "feed"):
            _note(element, name, channel)
        if parent is None:
            channel.kind = name


def _sound(text: str, channel: Channel) -> str:
    """The feed without its prolog, in which bombs lie; HTML's named entities as characters; no half entry at its end."""
    prolog = _PROLOG.match(text)
    text = _AMPERSAND.sub(_character, _CONTROL.sub("", text[prolog.end() if prolog else 0 :]))
    text = _REFERENCE.sub(_allowed, text)
    if not _CLOSED.search(text[-2000:]):
        channel.whole = False
        ends = [m.end() for m in _ENTRY_END.finditer(text)]
        text = text[: ends[-1]] if ends else text
    return text


def _character(match: re.Match[str]) -> str:
    """CDATA and XML's own entities as they are; HTML's as their character; an ampersand that opens none, escaped."""
    if match[1]:
        return match[0] if match[1] in _XML_NAMES else html.escape(html.unescape(match[0]))
    return "&amp;" if match[0] == "&" else match[0]


def _allowed(match: re.Match[str]) -> str:
    """A reference to a character that XML has; libxml2 lets halves of pairs through, and they are no text."""
    code = int(match[1]) if match[1] else int(match[2], 16)
    return match[0] if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _elements(text: str) -> Iterator[etree._Element]:
    """Elements as they end. Broken markup is mended as far as libxml2 can; nothing is expanded, nothing is fetched."""
    parser = etree.XMLPullParser(
        events=("end",),
        tag="*",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        encoding="utf-8",
    )
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK].encode("utf-8", "replace"))
            yield from (element for _, element in parser.read_events())
        parser.close()
        yield from (element for _, element in parser.read_events())
    except etree.XMLSyntaxError:
        return


def _name(element: etree._Element) -> str:
    """`dc:creator`, `pubdate`: the name in small letters, with a prefix of ours or the feed's own."""
    if not isinstance(element.tag, str):  # a comment or an instruction
        return ""
    space, _, local = element.tag.removeprefix("{").rpartition("}")
    prefix = _SPACES.get(space, f"{element.prefix}:" if element.prefix else "")
    return f"{prefix}{local}".lower()


def _said(entry: etree._Element) -> dict[str, list[str]]:
    """The texts of an entry by name; of what holds others (author, source, publication) the name in it."""
    said: dict[str, list[str]] = {}
    for child in entry.iterchildren("*"):
        name = _name(child)
        if name == "news:news":
            said.update({key: said.get(key, []) + texts for key, texts in _said(child).items()})
        said.setdefault(name, []).append(_text(child, name))
    return said


def _text(child: etree._Element, name: str) -> str:
    if len(child) and name in ("title", *FULL, *SHORT):
        return _inner(child)
    if name == "category":
        return child.get("label") or child.get("term") or child.text or ""
    inside = {"author": "name", "source": "title", "news:publication": "news:name"}.get(name)
    named = next((c.text for c in child.iterchildren("*") if _name(c) == inside), None) if inside else None
    return named or child.text or ""


def _inner(element: etree._Element) -> str:
    """Markup that is not escaped (Atom's xhtml), as HTML."""
    for inner in element.iter("*"):
        inner.tag = re.sub(r"[^\w.-]+", "", re.split("[}:]", inner.tag)[-1]).lstrip("0123456789.-") or "span"
    etree.cleanup_namespaces(element)
    return html.escape(element.text or "") + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in element
    )


def _link(entry: etree._Element, said: dict[str, list[str]], channel: Channel) -> str:
    """The web address of an entry, or ""."""
    told = [*said.get("feedburner:origlink", ()), *_linked(entry), *said.get("loc", ()), *_identified(entry)]
    bases = (entry.base or "", channel.link, channel.base)
    base = next((base for base in bases if base.startswith(("http://", "https://"))), "")
    return next((link for href in told if (link := _absolute(base, href.strip()))), "")


def _linked(entry: etree._Element) -> Iterator[str]:
    for child in entry.iterchildren("*"):
        if _name(child) == "link":
            if child.text and child.text.strip():
                yield child.text
            elif child.get("rel", "alternate") == "alternate":
                yield child.get("href", "")


def _identified(entry: etree._Element) -> Iterator[str]:
    """Identifiers that are addresses."""
    for child in entry.iterchildren("*"):
        if _name(child) in ("guid", "id") and child.get("isPermaLink") != "false" and "://" in (child.text or ""):
            yield child.text or ""


def _absolute(base: str, href: str) -> str:
    try:
        link = urljoin(base, href) if href else ""
        parts = urlsplit(link)
    except ValueError:
        return ""
    return link if parts.scheme in ("http", "https") and parts.netloc else ""


def _note(element: etree._Element, name: str, channel: Channel) -> None:
    text = plain(element.text or "")
    if name == "title":
        channel.title = channel.title or text
    elif name in ("language", "dc:language"):
        channel.language = channel.language or text
    elif name == "link":
        own = element.get("rel", "alternate") == "alternate"
        channel.link = channel.link or (_absolute(channel.base, text or element.get("href", "")) if own else "")


def _forget(entry: etree._Element) -> None:
    """Frees what was read, so that memory does not grow with the feed."""
    entry.clear()
    while (before := entry.getprevious()) is not None and _name(before) in _ENTRIES:
        before.getparent().remove(before)
