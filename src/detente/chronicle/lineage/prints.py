"""Texts as rows of numbers: one 64-bit hash a word, and runs of words hashed from those.

Hashes are of the folded word (BLAKE2), never Python's own, so that every process sees the same numbers. Strings
would take ten times the room: at 200,000 pages the words are 70 million.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from detente.chronicle.folding import WORD, fold

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying loses nothing (2**64 over the golden ratio)
STIR = np.uint64(0xFF51AFD7ED558CCD)  # as MurmurHash3 ends
BATCH = 8192  # texts hashed at once; some 25 MB of numbers

# What stands between quotation marks, on one paragraph; straight marks open and close alike.
QUOTED = re.compile(r'«([^«»\n]*)»|“([^“”\n]*)”|"([^"\n]*)"')


class Vocabulary(dict[str, int]):
    """Word as printed -> hash of the folded word, worked out once a spelling."""

    def __missing__(self, word: str) -> int:
        self[word] = found = int.from_bytes(blake2b(fold(word).encode("utf-8", "replace"), digest_size=8).digest())
        return found


def spelled(text: str) -> list[str]:
    """The words of `text` as printed, accents composed, so that a letter and its accent are one word character."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def quotations(text: str) -> Iterator[str]:
    """What `text` puts between quotation marks."""
    return (found[found.lastindex or 0] for found in QUOTED.finditer(text))


@dataclass(frozen=True)
class Prints:
    """Texts one after the other. words: of all; text `i` holds words[starts[i]:starts[i + 1]]."""

    words: Hashes
    starts: Numbers

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def lengths(self) -> Numbers:
        """Words in each text."""
        return np.diff(self.starts)

    def text(self, number: int) -> Hashes:
        return self.words[self.starts[number] : self.starts[number + 1]]

    def some(self, numbers: Sequence[int] | Numbers) -> "Prints":
        """The texts of these numbers, in that order."""
        return joined([self.text(int(n)) for n in numbers])

    def batches(self) -> Iterator[tuple[int, "Prints"]]:
        """(number of its first text, the texts), so that temporary arrays stay small."""
        for first in range(0, len(self), BATCH):
            starts = self.starts[first : first + BATCH + 1]
            yield first, Prints(self.words[starts[0] : starts[-1]], starts - starts[0])

    def without(self, dropped: Flags) -> "Prints":
        """The same texts less the words flagged; flags run along `words`."""
        kept = np.concatenate([[0], np.cumsum(~dropped)])
        return Prints(self.words[~dropped], kept[self.starts])


def joined(texts: Iterable[Hashes]) -> Prints:
    rows = list(texts)
    starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    return Prints(np.concatenate([np.empty(0, np.uint64), *rows]), starts)


def printed(texts: Iterable[str]) -> Prints:
    known = Vocabulary()
    return joined(np.array([known[word] for word in spelled(text)], dtype=np.uint64) for text in texts)


def grams(words: Hashes, size: int) -> Hashes:
    """Hash of every run of `size` words, in order; none where the text is shorter."""
    count = max(len(words) - size + 1, 0)
    found = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        found = found * STEP + words[offset : offset + count]
    found ^= found >> np.uint64(33)
    found *= STIR
    return found ^ (found >> np.uint64(29))


def gram_set(words: Hashes, size: int) -> Hashes:
    """The distinct hashes of runs of `size` words, sorted."""
    found = np.sort(grams(words, size))  # np.unique takes ten times as long on a few hundred numbers
    distinct: Hashes = found[np.concatenate([found[1:] != found[:-1], found[:1] == found[:1]])]
    return distinct


def all_grams(prints: Prints, size: int) -> tuple[Hashes, Numbers, Numbers]:
    """(hash, number of its text, place of its first word in `words`) of every run inside one text."""
    hashes = grams(prints.words, size)
    owners = np.repeat(np.arange(len(prints)), prints.lengths)[: len(hashes)]
    places = np.flatnonzero(np.arange(len(hashes)) + size <= prints.starts[1:][owners])
    return hashes[places], owners[places], places


def in_common(a: Hashes, b: Hashes) -> int:
    """How many hashes two sorted sets share."""
    both = np.sort(np.concatenate([a, b]), kind="stable")  # two sorted runs: a merge
    return int(np.count_nonzero(both[1:] == both[:-1]))
