"""Whole answers, kept as long as the record stands still: asked for again, one costs a look and the sending.

What an answer depends on is in its key: the record's moment (whose own these are), address, language, who may do what
here. What is each browser's own is cut out of what is kept and filled in as it is sent: the token of its forms, the name it
signed in under, the news of the moment. A fill is never compressed with the text around it, so nothing that a visitor can
put into a page (a word searched for) tells by its size what the token is (the attack called BREACH).
"""

import hashlib
import re
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

MOST = 64 << 20  # bytes of all that is kept of one moment of the record; a choice of ours
LARGEST = 4 << 20  # bytes of one answer that is kept at all
LEVEL = 4  # 1.3 ms and 30 kB for a page of 190 kB; 6 takes 2.5 ms for 28 kB
SMALL = 800  # bytes; what fits one packet anyway is sent as it is
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # RFC 1952: deflate, no name, no time, no system
_LAST = b"\x01\x00\x00\xff\xff"  # RFC 1951: an empty stored block, the last
Fills = Mapping[str, bytes]  # slot -> what stands there this time, less than 64 KiB
_POLY = 0xEDB88320  # of CRC-32, its bits reversed


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an answer between two slots. packed: raw deflate, ended at a byte; crc, size: of the plain bytes; shift:
    what a checksum is multiplied by when these bytes come after it."""

    packed: bytes
    crc: int
    size: int
    shift: int


@dataclass(frozen=True, slots=True)
class Answer:
    """pieces, with a slot between each two and the next. headers: as they were sent, but for length, coding and tag.

    digest: of the whole, fills left out.
    """

    status: int
    pieces: tuple[Piece, ...]
    slots: tuple[str, ...]
    headers: tuple[tuple[bytes, bytes], ...]
    digest: str

    @property
    def held(self) -> int:
        return sum(len(p.packed) for p in self.pieces) + 500

    @property
    def size(self) -> int:
        """Bytes, fills left out."""
        return sum(p.size for p in self.pieces)

    def tag(self, fills: Fills) -> bytes:
        """The ETag: the same words with the same fills are the same answer, whatever has changed elsewhere."""
        own = hashlib.sha256(b"\0".join(fills[slot] for slot in sorted(set(self.slots)))).hexdigest()[:12]
        return f'W/"{self.digest}{own}"'.encode()

    def plain(self, fills: Fills) -> bytes:
        first, *rest = map(_unpacked, self.pieces)
        return b"".join(
            (first, *(part for slot, run in zip(self.slots, rest, strict=True) for part in (fills[slot], run)))
        )

    def gzipped(self, fills: Fills) -> bytes:
        """The same as gzip: pieces as they were packed, fills as stored blocks between them, one checksum over all."""
        first, *rest = self.pieces
        out, crc, size = [_HEAD, first.packed], first.crc, first.size
        shifts = {slot: _shift(len(fills[slot])) for slot in set(self.slots)}
        for slot, piece in zip(self.slots, rest, strict=True):
            raw = fills[slot]
            out += (struct.pack("<BHH", 0, len(raw), len(raw) ^ 0xFFFF), raw, piece.packed)
            crc = _multiplied(shifts[slot], crc) ^ zlib.crc32(raw)
            crc = _multiplied(piece.shift, crc) ^ piece.crc
            size += len(raw) + piece.size
        return b"".join((*out, _LAST, struct.pack("<LL", crc, size & 0xFFFFFFFF)))


def cut(status: int, body: bytes, marks: Mapping[str, str], headers: tuple[tuple[bytes, bytes], ...]) -> Answer:
    """An answer as it is kept. marks: slot -> the words that stand for its fill, long enough that no page has them."""
    slots = {mark.encode(): slot for slot, mark in marks.items()}
    parts = re.split(b"(%s)" % b"|".join(map(re.escape, slots)), body)
    digest = hashlib.sha256(b"\0".join(slots.get(part, "").encode() or part for part in parts)).hexdigest()[:20]
    return Answer(status, tuple(map(_piece, parts[::2])), tuple(slots[m] for m in parts[1::2]), headers, digest)


class Kept:
    """The answers of one moment of the record, the least asked for let go; for many threads. most: bytes."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._held, self._lock = most, 0, threading.Lock()
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable) -> Answer | None:
        with self._lock:
            if found := self._answers.get(key):
                self._answers.move_to_end(key)
            return found

    def put(self, key: Hashable, answer: Answer) -> None:
        with self._lock:
            if old := self._answers.pop(key, None):
                self._held -= old.held
            self._answers[key] = answer
            self._held += answer.held
            while self._held > self._most:
                self._held -= self._answers.popitem(last=False)[1].held

    @property
    def held(self) -> int:
        return self._held


def _piece(run: bytes) -> Piece:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(run) + packer.flush(zlib.Z_FULL_FLUSH)
    return Piece(packed, zlib.crc32(run), len(run), _shift(len(run)))


def _unpacked(piece: Piece) -> bytes:
    return zlib.decompress(piece.packed + _LAST, -zlib.MAX_WBITS)


def _multiplied(a: int, b: int) -> int:
    """a × b modulo CRC-32's polynomial, bits reversed. Source: zlib's `multmodp` (crc32_combine_op)."""
    product = 0
    for bit in range(31, -1, -1):
        if a >> bit & 1:
            product ^= b
        b = b >> 1 ^ _POLY if b & 1 else b >> 1
    return product


def _shift(size: int) -> int:
    """x to the power of 8·size, modulo the same: what `size` more bytes do to a checksum before them."""
    found, power, left = 1 << 31, 1 << 23, size  # one, and x^8
    while left:
        if left & 1:
            found = _multiplied(power, found)
        power, left = _multiplied(power, power), left >> 1
    return found
