"""The bytes of an answer, unzipped, and never more of them than asked for."""

import zlib
from collections.abc import Iterable

from detente.model import UnreadablePage

MEMBERS = 1_000  # gzip streams one after the other in one body; a choice of ours, one is usual
_ZIPPED = {"gzip", "x-gzip", "deflate"}
_UNREAD = {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}  # never asked for


def whole(chunks: Iterable[bytes], coding: str, size: int) -> bytes:
    """All of a body. Raises UnreadablePage (too-large: as sent or unzipped, encoding)."""
    body = beginning(chunks, coding, size + 1)
    if len(body) > size:
        raise UnreadablePage("too-large", f"more than {size} bytes")
    return body


def beginning(chunks: Iterable[bytes], coding: str, size: int) -> bytes:
    """The first `size` bytes of a body at most; the rest is not asked for.

    coding: as Content-Encoding says. Raises UnreadablePage (encoding, or too-large if as many bytes came
    and did not unzip to anything like it).
    """
    names = [name for name in coding.lower().replace(" ", "").split(",") if name not in ("", "identity")]
    if len(names) > 1 or _UNREAD.intersection(names):
        raise UnreadablePage("encoding", f"sent as {coding[:50]}, which is not undone and was not asked for")
    if not _ZIPPED.intersection(names):
        return _plain(chunks, size)
    return _unzipped(chunks, size)


def _plain(chunks: Iterable[bytes], size: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) >= size:
            break
    return bytes(body[:size])


def _unzipped(chunks: Iterable[bytes], size: int) -> bytes:
    body, received, undo = bytearray(), 0, _Unzip()
    for chunk in chunks:
        received += len(chunk)
        if received > size:
            raise UnreadablePage("too-large", f"more than {size - 1} bytes, zipped")
        body += undo.feed(chunk, size - len(body))
        if len(body) >= size:
            return bytes(body)
    if not undo.done:
        raise UnreadablePage("encoding", "the zipped answer is cut short")
    return bytes(body)


class _Unzip:
    """gzip or deflate, told by its first two bytes, however it comes in pieces.

    gzip streams may follow one another; what follows them and is none is left aside, as browsers do.
    """

    def __init__(self) -> None:
        self._stream = zlib.decompressobj()
        self._head, self._members, self._over = b"", 0, False

    @property
    def done(self) -> bool:
        return self._stream.eof or not (self._members or self._head)

    def feed(self, data: bytes, room: int) -> bytes:
        """What `data` gives, `room` bytes at most."""
        body = bytearray()
        while data and len(body) < room and not self._over:
            if not self._members or self._stream.eof:
                self._head += data
                data = self._begun()
            if data:
                body += self._step(data, room - len(body))
                data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        return bytes(body)

    def _begun(self) -> bytes:
        """Begins a stream if enough of it is here; what to feed to it."""
        if len(self._head) < 2:
            return b""
        data, self._head = self._head, b""
        wrapping = _wrapping(data)
        self._over = self._members > 0 and wrapping != _GZIP
        if self._over:
            return b""
        self._members += 1
        if self._members > MEMBERS:
            raise UnreadablePage("encoding", f"more than {MEMBERS} gzip streams in one answer")
        self._stream = zlib.decompressobj(wrapping)
        return data

    def _step(self, data: bytes, room: int) -> bytes:
        try:
            return self._stream.decompress(data, room)
        except zlib.error as error:
            raise UnreadablePage("encoding", f"the zipped answer is damaged: {error}") from error


_GZIP = zlib.MAX_WBITS | 16  # as zlib numbers it


def _wrapping(data: bytes) -> int:
    """How zlib is to take it: RFC 1952, RFC 1950, or, as some send "deflate", RFC 1951 without either (RFC 9110, 8.4.1.2)."""
    if data.startswith(b"\x1f\x8b"):
        return _GZIP
    return zlib.MAX_WBITS if data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0 else -zlib.MAX_WBITS
