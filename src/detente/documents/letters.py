"""Messages taken apart: parsed within bounds, their headers decoded, their body told from what is attached."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from detente.documents.lines import tidy
from detente.model import UnreadablePage

PARTS = 5_000  # lines that may open a part of a message
NESTED = 100  # parts that hold parts, and
DEEPEST = 20  # so many within one another: every line is compared with the marks of all parts around it
HEADER = 2_000  # code points of a header that are looked at
_MARK = re.compile(rb"(?m)^--([^\r\n]{1,200}?)(--)?[ \t]*\r?$")  # between two parts, or behind the last
_NAMED_OR_MARK = re.compile(_MARK.pattern + rb"|(?i:boundary)[ \t]*=[ \t]*(?:\"([^\"\r\n]{1,200})\"|([^\"\s;]{1,200}))")
_MULTI = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)


def parsed(data: bytes) -> Message:
    """The message. The old policy of the standard library, because the new one parses every header anew and raises
    on broken ones. Raises UnreadablePage: too-many, nested."""
    if data.count(b"\n--") > PARTS:
        raise UnreadablePage("too-many", f"the message has more than {PARTS} parts")
    if len(_MULTI.findall(data)) > NESTED:
        raise UnreadablePage("nested", f"the message has more than {NESTED} parts within parts")
    if _depth(data) > DEEPEST:
        raise UnreadablePage("nested", f"the message has parts within parts, more than {DEEPEST} deep")
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except RecursionError as error:
        raise UnreadablePage("nested", "the message nests too deep") from error


def _depth(data: bytes) -> int:
    """How many parts that hold parts lie within one another, by the marks between their parts."""
    used = {match[1] for match in _MARK.finditer(data)}
    around: list[bytes] = []
    deepest = 0
    for match in _NAMED_OR_MARK.finditer(data):
        mark, named = match[1], match[3] or match[4]
        if named in used:
            around.append(named)
            deepest = max(deepest, len(around))
        elif mark in around:
            del around[around.index(mark) + (not match[2]) :]
    return deepest


def said(header: object) -> str:
    """A header as a reader sees it: encoded words decoded, on one line."""
    whole = str(header or "")
    text = whole if len(whole) <= HEADER else whole[:HEADER].rpartition("=?")[0] or whole[:HEADER]
    try:
        pieces = [_decoded(piece, charset) for piece, charset in decode_header(text)]
    except (HeaderParseError, ValueError):
        return tidy(text)
    return tidy("".join(pieces))


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    for name in ("utf-8", charset or "cp1252"):
        try:
            return piece.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return piece.decode("cp1252", errors="replace")


def sent(letter: Message) -> datetime | None:
    """When it was sent, by its Date header, at the sender's offset."""
    try:
        return parsedate_to_datetime(str(letter.get("Date", ""))[:HEADER])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def is_saved_page(letter: Message) -> bool:
    """Whether a browser saved a web page as a message (RFC 2557): its root has an address, and nobody receives it."""
    addressed = "Snapshot-Content-Location" in letter or "Content-Location" in letter
    related = letter.get_content_type() == "multipart/related" and "To" not in letter
    return addressed or (related and any("Content-Location" in part for part in _shallow(letter)))


def texts(letter: Message) -> Iterator[Message]:
    """The parts that are its body, in order."""
    return (part for part in _shallow(letter) if _is_text(part))


def attached(letter: Message) -> Iterator[Message]:
    """The parts that are not its body, nor pictures within it."""
    for part in _shallow(letter):
        inside = part.get("Content-ID") is not None and part.get_content_maintype() == "image"
        if (not _is_text(part) and not part.is_multipart() | inside) or part.get_content_type() == "message/rfc822":
            yield part


def _is_text(part: Message) -> bool:
    plain = part.get_content_type() in ("text/plain", "text/html")
    return plain and part.get_content_disposition() != "attachment" and not part.get_filename()


def _shallow(letter: Message) -> Iterator[Message]:
    """The message and its parts, but not those of messages within it."""
    waiting = [letter]
    while waiting:
        part = waiting.pop()
        yield part
        inner = (
            part.get_payload() if part.is_multipart() else None
        )  # else it would decode, by whatever charset is named
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting.extend(reversed([one for one in inner if isinstance(one, Message)]))
