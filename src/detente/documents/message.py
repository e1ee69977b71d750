"""Messages as pages: newsletters, forwarded articles, web pages saved as one file (MHTML)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr

from detente.documents.article import Article, Credits, Published
from detente.documents.credits import publisher_of
from detente.documents.days import FIRST_YEAR
from detente.documents.decoding import decode
from detente.documents.html import read_html
from detente.documents.letters import is_saved_page, parsed, said, sent, texts
from detente.documents.lexicon import Lexicon, fold
from detente.documents.signature import is_writer
from detente.documents.text import read_saved
from detente.model import Page, UnreadablePage

# What mail programs set before the subject of an answer and of a message sent on, in the languages of theirs we met.
_PREFIX = re.compile(r"^(?:(?:re|fwd?|tr|aw|wg|rv|i)\s*:\s*)+", re.IGNORECASE)
ADDRESS = 320  # code points of a sender looked at; the reader of addresses calls itself for every bracket
_HOST = re.compile(r"@([\w.-]*)[^@]*$")
_QUOTES = re.compile(r"^(?:> ?)+")


def read_message(page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of a message: of its HTML, else of its plain text; its headers where these are silent.

    Raises UnreadablePage: no-text, too-many, nested, and what reading its body raises.
    """
    letter = parsed(page.data)
    saved = is_saved_page(letter)
    found = _read(letter, page, lexicon)
    if saved:
        return found
    return tuple(_headed(article, letter, len(found) == 1, lexicon) for article in found)


def _read(letter: Message, page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of the first form of its body that has one."""
    failed = UnreadablePage("no-text", "the message has no body of text")
    for part, is_html in _forms(letter):
        place = replace(page, uri=_address(letter, part) or page.uri)
        try:
            text = _characters(part)
            read = read_html(text, place, lexicon) if is_html else read_saved(_flowed(part, text), place, lexicon)
        except UnreadablePage as error:
            failed = failed if failed.args[0] != "no-text" else error
            continue
        return tuple(replace(a, canonical_url=a.canonical_url or _address(letter, part)) for a in read)
    raise failed


def _forms(letter: Message) -> Iterator[tuple[Message, bool]]:
    """Its HTML parts, the longest first (frames and footers are shorter), then its plain ones."""
    parts = list(texts(letter))
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    yield from ((part, True) for part in sorted(pages, key=lambda part: -len(part.get_payload(decode=True) or b"")))
    yield from ((part, False) for part in parts if part.get_content_type() == "text/plain")


def _characters(part: Message) -> str:
    data = part.get_payload(decode=True)
    charset = part.get_param("charset")
    return decode(data if isinstance(data, bytes) else b"", f"charset={charset}" if isinstance(charset, str) else "")


def _flowed(part: Message, text: str) -> str:
    """Plain text as its writer typed it: marks of quoting off, soft line breaks undone (RFC 3676, 4)."""
    lines = [_QUOTES.sub("", line) for line in text.splitlines()]
    if str(part.get_param("format", "")).lower() != "flowed":
        return "\n".join(lines)
    joint = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    lines = [line.removeprefix(" ") for line in lines]
    return "".join(f"{line[:-1]}{joint}" if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines)


def _address(letter: Message, part: Message) -> str | None:
    """Where a browser saved it from."""
    told = [said(part.get("Content-Location")), said(letter.get("Snapshot-Content-Location"))]
    return next((url for url in told if url.startswith(("http://", "https://"))), None)


def _headed(article: Article, letter: Message, alone: bool, lexicon: Lexicon) -> Article:
    """The article with what the headers say, where it says nothing itself; several share no title."""
    subject = said(letter.get("Subject"))
    moment = sent(letter)
    mailed = Published(moment.date(), "mail") if moment and moment.year >= FIRST_YEAR else Published()
    passed_on = _PREFIX.match(subject) is not None  # then its sender has neither written nor printed it
    sender = Credits() if passed_on else _sender(letter, lexicon)
    return replace(
        article,
        title=article.title or (_PREFIX.sub("", subject) or None if alone else None),
        credits=article.credits.over(sender),
        published=article.published if article.published.day else mailed,
    )


def _sender(letter: Message, lexicon: Lexicon) -> Credits:
    """The outlet, or the person, that the message is from."""
    name, address = parseaddr(str(letter.get("From", ""))[:ADDRESS])
    name = said(name)
    host = _HOST.search(address)
    known = publisher_of(f"//{host[1]}", lexicon) if host else None
    if known or fold(name) in lexicon.publishers:
        return Credits(outlet=known.name if known else lexicon.publishers[fold(name)].name)
    return Credits(byline=name) if is_writer(name, lexicon) else Credits(outlet=name or None)
