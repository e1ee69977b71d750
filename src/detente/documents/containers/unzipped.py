"""A gzip file as the stream of bytes in it, with what is wrong with it told and not raised.

Python's gzip and fastwarc both pass over a file that ends too soon, or say so only after the damaged bytes were used.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from detente.documents.source import Allowance
from detente.model import UnreadablePage

CHUNK = 1 << 16  # bytes read at a time
OUT = 1 << 20  # bytes unzipped at a time
MAGIC = b"\x1f\x8b\x08"  # RFC 1952, 2.3.1: the two of every gzip member, and the one method there is
MEMBER = re.compile(re.escape(MAGIC))


@dataclass(frozen=True, slots=True)
class Damage:
    """reason: `truncated`, `corrupt` or `bomb`. offset: the byte of the file where what is damaged begins.

    torn: whether bytes came out that something is missing from.
    """

    reason: str
    offset: int
    detail: str
    torn: bool = True


class Unzipped(io.RawIOBase):
    """The members of a gzip file, unzipped one after another; `damage` is known once the stream has ended.

    hold: bytes of a member kept back until its checksum has been seen, so that a record in a member of its own is
    never served with a wrong bit. What came before a cut is served all the same. follows: tells the beginning of a
    further member; a broken one may swallow all others, which looks like a cut. owner: closes `file` in the end.
    """

    def __init__(
        self,
        file: BinaryIO,
        allowance: Allowance,
        start: int = 0,
        hold: int = 0,
        follows: Callable[[bytes], bool] | None = None,
        owner: bool = False,
    ) -> None:
        self.damage: Damage | None = None
        self._file, self._allowance, self._start, self._hold = file, allowance, start, hold
        self._follows, self._owner = follows, owner
        self._rewind()

    def _rewind(self) -> None:
        self._file.seek(self._start)
        self.taken = self._start  # compressed bytes read
        self._rest = b""  # of them, those not unzipped
        self._ready = memoryview(b"")
        self._position = 0
        self._chunks = self._unzip()

    def chunk(self) -> bytes:
        """The next bytes, as many as there happen to be; none at the end."""
        data = bytes(self._ready) or next(self._chunks, b"")
        self._ready = memoryview(b"")
        self._position += len(data)
        return data

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Backwards by unzipping again. Raises UnsupportedOperation for a place counted from the end."""
        if whence == io.SEEK_END:
            raise io.UnsupportedOperation("the end of a gzip file is not known before it is read")
        aim = offset + (self._position if whence == io.SEEK_CUR else 0)
        if aim < self._position:
            self._rewind()
        while self._position < aim and self.read(min(OUT, aim - self._position)):
            pass
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any buffer, says typeshed
        if not self._ready:
            self._ready = memoryview(next(self._chunks, b""))
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        self._position += size
        return size

    def close(self) -> None:
        if self._owner:
            self._file.close()
        super().close()

    def _unzip(self) -> Iterator[bytes]:
        while self.damage is None and self._at_member():
            yield from filter(None, self._member())

    def _at_member(self) -> bool:
        """Whether a member follows; zeros between members are padding, as gzip(1) has it."""
        rest = self._rest.lstrip(b"\0")
        while len(rest) < len(MAGIC) and (more := self._more()):
            rest = (rest + more).lstrip(b"\0")
        self._rest = rest
        if rest and not MAGIC.startswith(rest[: len(MAGIC)]):
            self.damage = Damage("corrupt", self.taken - len(rest), "these bytes are no gzip member", torn=False)
        return bool(rest) and self.damage is None

    def _member(self) -> Iterator[bytes]:
        start, size, held = self.taken - len(self._rest), 0, list[bytes]()
        try:
            for out in self._inflated():
                held.append(out)
                size += len(out)
                if size > self._hold:
                    yield b"".join(held)
                    held.clear()
        except EOFError:
            if self._follows is not None and search(self._file, start + 1, MEMBER, self._follows) is not None:
                self.damage = Damage("corrupt", start, "a gzip member is damaged (it does not end)")
                return
            self.damage = Damage("truncated", start, "the file ends in the middle of the gzip member that begins there")
        except UnreadablePage as error:
            self.damage = Damage("bomb", start, str(error.args[1]))
        except zlib.error as error:
            self.damage = Damage("corrupt", start, f"a gzip member is damaged ({error})")
            if "incorrect" in str(error):  # the checksum is wrong: nobody knows which byte
                return
        yield b"".join(held)

    def _inflated(self) -> Iterator[bytes]:
        """One member, its checksum verified after the last of it. Raises EOFError, zlib.error, UnreadablePage (bomb)."""
        machine = zlib.decompressobj(wbits=31)
        data, self._rest = self._rest, b""
        while not machine.eof:
            out = machine.decompress(data, OUT)
            self._allowance.spend(len(out))
            yield out
            if not machine.eof and not (data := machine.unconsumed_tail or self._more()) and not out:
                raise EOFError
        self._rest = machine.unused_data

    def _more(self) -> bytes:
        data = self._file.read(CHUNK)
        self.taken += len(data)
        return data


def search(file: BinaryIO, start: int, mark: re.Pattern[bytes], sound: Callable[[bytes], bool]) -> int | None:
    """Where in `file`, from byte `start` on, `mark` stands first with something sound after it.

    sound: is shown a few hundred bytes from the mark on, fewer at the end of the file.
    """
    file.seek(start)
    seen, base = b"", start
    while data := file.read(CHUNK):
        seen += data
        for match in mark.finditer(seen):
            if sound(seen[match.start() :]):
                return base + match.start()
        keep = min(len(seen), CHUNK // 4)  # enough to judge a mark at the end of a chunk
        base += len(seen) - keep
        seen = seen[-keep:]
    return None
