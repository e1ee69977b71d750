"""Messages (RFC 5322) and what is attached to them; web pages saved as one file (MHTML)."""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import PurePosixPath

from detente.documents import containers
from detente.documents.kinds import SAMPLE, SUFFIXES, Kind, kind_of
from detente.documents.letters import attached, is_saved_page, parsed, said, sent
from detente.documents.source import Aside, Found, Source
from detente.model import Refusal

MOST = 200  # attachments of one message
_TEXTS = ("text/html", "text/plain", "application/xhtml+xml")


def pages(source: Source) -> Iterator[Found]:
    """The message itself, then what is attached to it, by its name. Raises UnreadablePage: too-many, nested."""
    page = source.page()
    letter = parsed(page.data)
    if is_saved_page(letter):
        moment = sent(letter)
        yield replace(page, fetched=page.fetched or (moment.date() if moment else None))
        return
    yield page
    taken: set[str] = set()
    for number, part in enumerate(attached(letter), start=1):
        if number > MOST:
            yield Refusal(source.uri, "too-many", f"only its first {MOST} attachments were read")
            return
        name = _name(part, number, taken)
        data = _bytes(part)
        if _is_readable(name, data, part.get_content_type()):
            yield from containers.unpack(source.within(name, data, _media(part)))
        else:
            yield Aside(f"{source.uri}/{name}")


def _name(part: Message, number: int, taken: set[str]) -> str:
    """A name of its own, of one step: never a path."""
    told = said(part.get_filename() or "") if part.get_content_type() != "message/rfc822" else ""
    name = PurePosixPath(told.replace("\\", "/").replace("\0", "")).name.strip(". ")
    default = f"part-{number}.eml" if part.get_content_type() == "message/rfc822" else f"part-{number}"
    name = name or default
    name = f"{number}-{name}" if name in taken else name
    taken.add(name)
    return name


def _bytes(part: Message) -> bytes:
    """What is attached, decoded; a message as it would have arrived."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        letter = inner[0] if isinstance(inner, list) and inner else None
        try:
            return letter.as_bytes() if isinstance(letter, Message) else b""
        except (ValueError, LookupError, TypeError, AttributeError):
            return letter.as_string().encode("utf-8", "replace") if isinstance(letter, Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _media(part: Message) -> str:
    charset = part.get_param("charset")
    return f"{part.get_content_type()}; charset={charset}" if isinstance(charset, str) else part.get_content_type()


def _is_readable(name: str, data: bytes, media: str) -> bool:
    """Whether we read such files; a signature or a picture is put aside."""
    named = PurePosixPath(name).suffix.lower() in SUFFIXES
    return named or media in _TEXTS or kind_of(data[:SAMPLE], name, media) is not Kind.PAGE
