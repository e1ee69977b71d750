"""The lines of a text file of any size and encoding, one by one; none of them longer than a page may be."""

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from detente.documents.source import MAX_PAGE
from detente.model import UnreadablePage

_SAMPLE = 65_536  # bytes looked at to tell an encoding
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


def text_lines(file: BinaryIO) -> Iterator[str | UnreadablePage]:
    """Each line with its end, so that quoted cells keep theirs; too long a one is passed over in bounded memory.

    Every line is UTF-8 or, failing that, in the file's likeliest encoding: exports are joined from several hands.
    """
    sample = file.read(_SAMPLE)
    file.seek(0)
    wide = next((name for mark, name in _WIDE if sample.startswith(mark)), None)
    if wide is None and sample.count(0) > len(sample) // 100:
        raise UnreadablePage("binary", "the bytes hold zeros, as text does not")
    if wide:
        reader = io.TextIOWrapper(file, wide, errors="replace", newline="\n")
        yield from _lines(lambda size: reader.readline(size).encode("utf-8", "replace"), "utf-8")
        return
    if sample.startswith(codecs.BOM_UTF8):
        file.seek(len(codecs.BOM_UTF8))
    yield from _lines(file.readline, _likeliest(sample))


def _lines(readline: Callable[[int], bytes], other: str) -> Iterator[str | UnreadablePage]:
    while line := readline(MAX_PAGE):
        if len(line) >= MAX_PAGE and not line.endswith(b"\n"):
            while (rest := readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield UnreadablePage("too-large", f"the line has more than {MAX_PAGE} bytes")
        else:
            yield _decoded(line, other)


def _decoded(line: bytes, other: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(other, errors="replace")


def _likeliest(sample: bytes) -> str:
    """The encoding of what is no UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # few files leave it to be guessed

        best = from_bytes(sample, cp_isolation=["cp1252", "mac_roman", "iso8859_15"]).best()
        return best.encoding if best else "cp1252"
    return "cp1252"
