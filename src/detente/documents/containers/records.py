"""The records of a WARC archive (ISO 28500), each whole or not at all.

The framing is ours, because a reader that passes over a cut in silence loses pages; what is *in* a record is read by
fastwarc. A damaged stretch is left out and reading goes on at the next record that is sound.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from detente.documents.containers.unzipped import MAGIC, MEMBER, OUT, Damage, Unzipped, search
from detente.documents.kinds import unzipped_head
from detente.documents.source import MAX_PAGE, Allowance

HEAD = 65_536  # bytes of the longest header read, of WARC or of HTTP; servers refuse a quarter of it
LARGEST = MAX_PAGE + HEAD  # bytes of the largest block held in memory
HOLD = LARGEST + HEAD  # a gzip member of one such record is verified before it is used
PIECES = 20  # damaged places after which an archive is given up: each costs a search through the rest

_VERSION = re.compile(rb"WARC/\d\.\d\d?\r?\n")  # 0.17 and 0.18 are still in old archives
_BLANK = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
_NEXT = re.compile(rb"(?<=\n)WARC/\d\.\d\d?\r?\n[\w-]+:")


@dataclass(frozen=True, slots=True)
class Record:
    """head: with its blank line. block: all of it, or its first HEAD bytes where it is larger than LARGEST.

    offset: of its first byte, in the archive as unzipped. size: bytes of the whole block.
    """

    offset: int
    head: bytes
    block: bytes
    size: int


class _Tape:
    """Bytes read once, forwards, with a look ahead."""

    def __init__(self, chunk: Callable[[], bytes], offset: int) -> None:
        self.offset = offset
        self._chunk, self._ahead, self._at = chunk, b"", 0

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only at the end."""
        parts, have = [self._ahead[self._at :]], len(self._ahead) - self._at
        while have < size and (more := self._chunk()):
            parts.append(more)
            have += len(more)
        if len(parts) > 1:
            self._ahead, self._at = b"".join(parts), 0
        return self._ahead[self._at : self._at + size]

    def take(self, size: int) -> bytes:
        data = self.peek(size)
        self._at += len(data)
        self.offset += len(data)
        return data

    def skip(self, size: int) -> int:
        """How many of the next `size` bytes there were; they are gone."""
        gone = 0
        while gone < size and (data := self.take(min(OUT, size - gone))):
            gone += len(data)
        return gone


def records(file: BinaryIO, allowance: Allowance, damages: list[Damage]) -> Iterator[Record]:
    """The whole records of an archive, plain or gzipped. What is wrong with it is appended to `damages`."""
    packed = file.read(2) == MAGIC[:2]
    yield from _packed(file, allowance, damages) if packed else _plain(file, damages)


def _plain(file: BinaryIO, damages: list[Damage]) -> Iterator[Record]:
    start: int | None = 0
    while start is not None and len(damages) < PIECES:
        file.seek(start)
        torn = yield from _records(_Tape(partial(file.read, OUT), start))
        if torn is None:
            return
        damages.append(torn)
        start = search(file, torn.offset + 1, _NEXT, bool) if torn.reason == "corrupt" else None


def _packed(file: BinaryIO, allowance: Allowance, damages: list[Damage]) -> Iterator[Record]:
    start: int | None = 0
    while start is not None and len(damages) < PIECES:
        members = Unzipped(file, allowance, start, HOLD, _begins_record)
        torn = yield from _records(_Tape(members.chunk, 0))
        start, damage = None, members.damage or _unzipped(torn)
        if damage is not None:
            damages.append(damage)
        if members.damage is not None and members.damage.reason == "corrupt":
            start = search(file, members.damage.offset + 1, MEMBER, _begins_record)


def _unzipped(torn: Damage | None) -> Damage | None:
    return torn and replace(torn, detail=f"{torn.detail} (counted in the unzipped archive)")


def _begins_record(member: bytes) -> bool:
    return unzipped_head(member, len("WARC/")) == b"WARC/"


def _records(tape: _Tape) -> Generator[Record, None, Damage | None]:
    """The records until the tape ends or one is torn; what is wrong with that one."""
    while True:
        while tape.peek(1) in (b"\r", b"\n"):  # two ends of line close a record; some writers add more
            tape.skip(1)
        if not tape.peek(1):
            return None
        found = _record(tape)
        if isinstance(found, Damage):
            return found
        yield found


def _record(tape: _Tape) -> Record | Damage:
    start, ahead = tape.offset, tape.peek(HEAD)
    length, blank = _LENGTH.search(ahead), _BLANK.search(ahead)
    if blank is None and len(ahead) < HEAD and _may_begin(ahead):
        return Damage("truncated", start, "the archive ends in the header of this record")
    if not _VERSION.match(ahead) or blank is None:
        return Damage("corrupt", start, "these bytes begin no record")
    if length is None or length.start() > blank.start():
        return Damage("corrupt", start, "this record does not say how long it is")
    return _framed(tape, start, tape.take(blank.end()), int(length[1]))


def _may_begin(ahead: bytes) -> bool:
    return bool(_VERSION.match(ahead)) or (len(ahead) < 12 and b"WARC/1.0\r\n".startswith(ahead[:5]))


def _framed(tape: _Tape, start: int, head: bytes, size: int) -> Record | Damage:
    block = tape.take(size if size <= LARGEST else HEAD)
    if len(block) + tape.skip(size - len(block)) < size:
        return Damage("truncated", start, "the archive ends in the middle of this record")
    if (after := tape.peek(5)) and after[:1] not in b"\r\n" and after != b"WARC/":
        return Damage("corrupt", start, "this record does not end where it says")
    return Record(start, head, block, size)
