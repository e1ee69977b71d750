"""One file, gzipped: a page, something that holds pages, or a table too long to be held in memory."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from detente.documents.containers import unpack
from detente.documents.containers.unzipped import Damage, Unzipped
from detente.documents.kinds import SAMPLE, Kind, kind_of
from detente.documents.source import MAX_PAGE, RATIO, Allowance, Found, Source
from detente.model import Refusal, UnreadablePage

_LINES = frozenset({Kind.JSONL, Kind.CSV})  # of which a part is as good as the whole


class _Lines(Unzipped):
    """A table as whole lines: of a cut file the last line, which is none, is left out."""

    def _unzip(self) -> Iterator[bytes]:
        tail = b""
        for chunk in super()._unzip():
            tail += chunk
            end = tail.rfind(b"\n") + 1 or (len(tail) if len(tail) > MAX_PAGE else 0)
            yield tail[:end]
            tail = tail[end:]
        if self.damage is None or not self.damage.torn:
            yield tail


def pages(source: Source) -> Iterator[Found]:
    """What is in it, under the name it has without its ending.

    Of a cut table the whole lines, and one refusal for the rest; of a cut page only the refusal.
    Raises UnreadablePage (too-large, bomb).
    """
    opened: list[Unzipped] = []
    source = replace(source, allowance=source.allowance or Allowance(source.size))
    inner, table = _look(source)
    inner = replace(inner, open=lambda: _stream(source, table, opened), size=max(source.size, MAX_PAGE + 1))
    with inner.open() as file:
        data = file.read(MAX_PAGE + 1)
    if len(data) <= MAX_PAGE:
        yield from _short(inner, data, opened[-1].damage, table)
    elif table:
        yield from unpack(inner)
    else:
        raise _too_much(len(data), opened[-1].taken)
    if damage := opened[-1].damage:
        yield Refusal(source.uri, damage.reason, f"at byte {damage.offset}: {damage.detail}")


def _look(source: Source) -> tuple[Source, bool]:
    """What is in it, yet without its bytes, and whether that is a table of lines."""
    path = PurePosixPath(source.uri)
    name = path.stem if path.suffix.lower() == ".gz" else path.name
    inner = source.within(name, b"", "" if "zip" in source.media else source.media)
    with _stream(source, False, []) as file:
        return inner, kind_of(file.read(SAMPLE), inner.uri, inner.media) in _LINES


def _stream(source: Source, table: bool, opened: list[Unzipped]) -> io.BufferedReader:
    """Its bytes; the stream beneath, which knows in the end what was wrong, is appended to `opened`."""
    allowance = source.allowance or Allowance(source.size)
    opened.append((_Lines if table else Unzipped)(source.open(), allowance, owner=True))
    return io.BufferedReader(opened[-1])


def _short(inner: Source, data: bytes, damage: Damage | None, table: bool) -> Iterator[Found]:
    """What fits into memory, if it is whole; of a table, as far as it goes."""
    torn = damage is not None and damage.torn and not (table and damage.reason == "truncated")
    if not torn and (data or damage is None):
        yield from unpack(replace(inner, open=lambda: io.BytesIO(data), size=len(data)))


def _too_much(size: int, zipped: int) -> UnreadablePage:
    reason = "bomb" if size > RATIO * zipped else "too-large"
    return UnreadablePage(reason, f"it unzips to more than {MAX_PAGE} bytes")
