"""What a record of an archive holds: a page as its server sent it, with the wrappings of HTTP taken off."""

import io
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fastwarc.stream_io import BrotliReader, ZstdReader
from fastwarc.warc import HeaderMap, WarcRecord

from detente.documents.containers.records import HEAD, LARGEST, Record
from detente.documents.containers.unzipped import MAGIC, Unzipped
from detente.documents.source import MAX_PAGE, RATIO, Allowance
from detente.model import UnreadablePage

_DIGESTS = ("sha1:", "sha256:", "md5:")  # what fastwarc can verify
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LAYERS = 3  # encodings one upon another; servers apply one, a careless proxy a second


@dataclass(frozen=True, slots=True)
class Payload:
    """A record of which the headers are read: its own (`about`) and that of HTTP (`sent`, None if there is none).

    rest: the bytes after them, as sent. whole: whether the record's own digest, if it has one, agrees.
    """

    record: Record
    about: HeaderMap
    sent: HeaderMap | None
    rest: bytes
    whole: bool

    @property
    def type(self) -> str:
        """`response`, `resource`, `revisit`… in lower case."""
        return (self.about.get("WARC-Type") or "").lower()

    @property
    def uri(self) -> str:
        """The address it was received from, "" if the record names none."""
        return (self.about.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")

    @property
    def media(self) -> str:
        """The media type as it came, with its parameters."""
        header = self.about if self.sent is None else self.sent
        return (header.get("Content-Type") or "").strip()

    @property
    def status(self) -> int:
        """Of HTTP; 200 for what came otherwise, 0 if the server gave none."""
        return 200 if self.sent is None else self.sent.status_code or 0

    @property
    def fetched(self) -> date | None:
        """The day, in UTC, that the record gives."""
        try:
            moment = datetime.fromisoformat((self.about.get("WARC-Date") or "").strip())
        except ValueError:
            return None
        return (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()

    def body(self) -> bytes:
        """The page's bytes. Raises UnreadablePage (too-large, truncated, corrupt, encoding, bomb)."""
        if self.record.size > LARGEST:
            raise UnreadablePage("too-large", f"{self.record.size} bytes; at most {MAX_PAGE} are read")
        if not self.whole:
            raise UnreadablePage("corrupt", "its bytes do not have the digest that the archive gives")
        if cut := self.about.get("WARC-Truncated") or self.about.get("WARC-Segment-Number"):
            raise UnreadablePage("truncated", f"the crawler kept only a part of it here ({cut})")
        data = self.rest if self.sent is None else decoded(self.rest, self.sent)
        if len(data) > MAX_PAGE:
            raise UnreadablePage("too-large", f"{len(data)} bytes; at most {MAX_PAGE} are read")
        return data


def payload(record: Record) -> Payload:
    """Raises UnreadablePage (corrupt) when a header is none."""
    try:
        parsed = WarcRecord.from_reader(io.BytesIO(record.head + record.block), quirks_mode=True)
        whole = _agrees(parsed) if len(record.block) == record.size else True
        if parsed.is_http:
            parsed.parse_http(auto_decode="none", max_header_len=HEAD, quirks_mode=True)
        rest = parsed.reader.read() if parsed.reader else b""
    except (OSError, ValueError) as error:
        raise UnreadablePage("corrupt", f"the header of the record at byte {record.offset}: {error}") from error
    return Payload(record, parsed.headers, parsed.http_headers if parsed.is_http else None, rest, whole)


def _agrees(record: WarcRecord) -> bool:
    told = record.headers.get("WARC-Block-Digest") or ""
    return not told.lower().startswith(_DIGESTS) or record.verify_block_digest()


def decoded(data: bytes, header: HeaderMap) -> bytes:
    """The body of a response without its transfer and content encodings, of which crawlers often keep only the name.

    Raises UnreadablePage (truncated, corrupt, encoding, bomb, too-large).
    """
    if "chunked" in _named(header, "Transfer-Encoding") and _CHUNK.match(data):
        data = _joined(data)
    names = _named(header, "Content-Encoding")
    if len(names) > _LAYERS:
        raise UnreadablePage("encoding", f"it is wrapped in {len(names)} encodings; at most {_LAYERS} are undone")
    for name in reversed(names):
        data = _undone(data, name)
    return data


def _named(header: HeaderMap, key: str) -> list[str]:
    return [name.strip().lower() for value in header.get_multiple(key) for name in value.split(",") if name.strip()]


def _joined(data: bytes) -> bytes:
    """RFC 9112, 7.1; fastwarc's reader knows no extensions of a chunk, and passes over a last one that is missing."""
    parts, at = list[bytes](), 0
    while (chunk := _CHUNK.match(data, at)) and (size := int(chunk[1], 16)):
        parts.append(data[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        at += 2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"
    if chunk is None:
        reason = "truncated" if at >= len(data) else "corrupt"
        raise UnreadablePage(reason, f"its chunks break off after {at} bytes")
    return b"".join(parts)


def _undone(data: bytes, name: str) -> bytes:
    if not data or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b""):
        return data  # a page already: the crawler kept the name of what it took off
    match name:
        case "gzip" | "x-gzip":
            return _gunzipped(data) if data.startswith(MAGIC) else data
        case "deflate":
            return _inflated(data)
        case "br":
            return _bounded(BrotliReader(io.BytesIO(data)), len(data))
        case "zstd":
            return _bounded(ZstdReader(io.BytesIO(data)), len(data))
        case "identity" | "none" | "utf-8":  # the last is a common mistake
            return data
    raise UnreadablePage("encoding", f"its Content-Encoding, {name[:40]}, is not one we know")


def _gunzipped(data: bytes) -> bytes:
    file = Unzipped(io.BytesIO(data), Allowance(len(data)))
    page = _bounded(file, len(data))
    if file.damage is not None and file.damage.torn:
        raise UnreadablePage(file.damage.reason, f"its gzip encoding: {file.damage.detail}")
    return page


def _inflated(data: bytes) -> bytes:
    """RFC 9110, 8.4.1.2: deflate within zlib's wrapping, which some servers leave out."""
    for wrapping in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        machine = zlib.decompressobj(wrapping)
        try:
            page = machine.decompress(data, MAX_PAGE + 1)
        except zlib.error:
            continue
        if machine.eof:
            return page
        raise _too_much(len(data)) if len(page) > MAX_PAGE else UnreadablePage("truncated", "its deflate encoding")
    raise UnreadablePage("corrupt", "its deflate encoding is damaged")


def _bounded(file: BrotliReader | ZstdReader | Unzipped, size: int) -> bytes:
    """All of it. Raises UnreadablePage (corrupt; bomb or too-large, of `size` bytes)."""
    parts, have = list[bytes](), 0
    try:
        while have <= MAX_PAGE and (part := file.read(1 << 20)):
            parts.append(part)
            have += len(part)
    except OSError as error:
        raise UnreadablePage("corrupt", f"its encoding is damaged: {error}") from error
    if have > MAX_PAGE:
        raise _too_much(size)
    return b"".join(parts)


def _too_much(size: int) -> UnreadablePage:
    reason = "bomb" if RATIO * size < MAX_PAGE else "too-large"
    return UnreadablePage(reason, f"{size} bytes unfold to more than {MAX_PAGE}")
