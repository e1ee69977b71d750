"""What the texts of a trace have in common, two by two. Texts are numbers here, in the order of their days."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from detente.chronicle.lineage import candidates, quotes
from detente.chronicle.lineage.addresses import address
from detente.chronicle.lineage.candidates import SHINGLE, Pairs
from detente.chronicle.lineage.credits import finder, tied
from detente.chronicle.lineage.furniture import RUN, furniture
from detente.chronicle.lineage.prints import Hashes, gram_set, in_common, printed
from detente.chronicle.tellings import outlet_of
from detente.codebook.sources import SourceWords
from detente.model import Document

SAME_TEXT = 0.6  # Jaccard of shingles: light editing .78, new dateline and cuts .71, half rewritten .35
INSIDE = 0.72  # share of the shorter text's shingles that stand in the longer: a copy cut or framed
MOSTLY = 0.5  # share of a copy's own shingles that must come from the original: a report is no copy of the flash before
SAME_ORIGIN = 0.2  # share of the shorter text's runs of RUN words that stand in the other
FEWEST = 20  # such runs: 31 words in a row, more than an office's full title or a set phrase of communiqués
SHORTEST = 20  # words; below, only equal texts are kin
QUOTED = 16  # words between quotation marks in both: see quotes.py
QUOTED_SHARE = 0.01  # of the shorter text: one sentence makes no dispatch of a live page of three thousand words
LEAST = 0.7  # of the shorter text's shingles, by signatures: below, no pair is a copy
DEVIATIONS = 2.5  # below what is expected
# Two pages that credit one source on about the same days need less to be taken for its two retellings.
TIED_RUN = 8  # words
TIED_ORIGIN = 0.1  # share of the shorter text's runs of TIED_RUN words
TIED_QUOTED = 8  # words


class Kin:
    """The texts of `documents`, hashed, less what their outlets print on every page."""

    def __init__(self, documents: Sequence[Document], words: SourceWords) -> None:
        whole = printed(d.text for d in documents)
        self.days = quotes.days([d.published for d in documents])
        self._days = self.days.tolist()
        outlets = [outlet if (outlet := outlet_of(d)) != d.id else None for d in documents]
        pages = [address(d) or d.id for d in documents]
        self.texts = whole.without(furniture(whole, outlets, pages, self.days))
        self.whole = np.array([_one(whole.text(number)) for number in range(len(whole))], dtype=np.uint64)
        self.filled = whole.lengths > 0
        self.credits = list(map(finder(words).of, documents))
        self.quotes = quotes.Quotes([d.text for d in documents], self.days)
        self._rows = candidates.signatures(self.texts)
        self._set = lru_cache(maxsize=4096)(self._gram_set)

    def _gram_set(self, number: int, size: int) -> Hashes:
        return gram_set(self.texts.text(number), size)

    def _share(self, a: int, b: int, size: int, fewest: float = 1.0) -> float:
        """How much of the smaller set of runs of `size` words stands in the other, 0..1; 0 for less than `fewest`."""
        mine, yours = self._set(a, size), self._set(b, size)
        both = in_common(mine, yours)
        return both / min(len(mine), len(yours)) if both >= fewest else 0.0

    def _long(self, a: int, b: int) -> bool:
        return bool(min(self.texts.lengths[a], self.texts.lengths[b]) >= SHORTEST)

    def equal(self, a: int, b: int) -> bool:
        """Whether the two are word for word the same."""
        return bool(self.filled[a] and self.whole[a] == self.whole[b])

    def same_text(self, a: int, b: int) -> bool:
        """Whether the two are the same text, near to the word, or one holds the other."""
        if not self._long(a, b):
            return self.equal(a, b)
        mine, yours = self._set(a, SHINGLE), self._set(b, SHINGLE)
        both = in_common(mine, yours)
        return both >= SAME_TEXT * (len(mine) + len(yours) - both) or both >= INSIDE * min(len(mine), len(yours))

    def reproduces(self, copy: int, original: int) -> bool:
        """Whether most of `copy` is the text of `original`."""
        if not self.same_text(copy, original):
            return False
        mine = self._set(copy, SHINGLE)
        return in_common(mine, self._set(original, SHINGLE)) >= MOSTLY * len(mine)

    def same_origin(self, a: int, b: int, ease: float = 1.0) -> bool:
        """Whether both drink from one source. ease: by what the bars are multiplied."""
        if self.same_text(a, b) or self.retold(a, b, ease):
            return True
        return self._long(a, b) and self._share(a, b, RUN, FEWEST * ease) >= SAME_ORIGIN * ease

    def retold(self, a: int, b: int, ease: float = 1.0) -> bool:
        """Whether both quote, or credit, what makes one source of them, in words of their own."""
        if not self._same_days(a, b):
            return False
        quoted = self.quotes.shared(a, b)
        if quoted < QUOTED_SHARE * min(self.texts.lengths[a], self.texts.lengths[b]):
            quoted = 0
        if quoted >= QUOTED * ease or not tied(self.credits[a], self.credits[b]):
            return quoted >= QUOTED * ease
        alike = self._long(a, b) and self._share(a, b, TIED_RUN) >= TIED_ORIGIN * ease
        return alike or quoted >= TIED_QUOTED * ease

    def _same_days(self, a: int, b: int) -> bool:
        one, other = self._days[a], self._days[b]
        return quotes.UNDATED in (one, other) or abs(one - other) <= quotes.NEAR

    def likeness(self, a: int, b: int) -> float:
        """Share of the shorter text's shingles found in the other, 0..1."""
        return 1.0 if self.equal(a, b) else self._share(a, b, SHINGLE)

    def close(self) -> Pairs:
        """Pairs that may share words enough to be copies or to have one origin."""
        long = np.flatnonzero(self.texts.lengths >= SHORTEST)
        keys, owners = candidates.sampled(self.texts, RUN)
        found = candidates.either([candidates.alike(self._rows, long), candidates.linked(keys, owners)])
        room = self._room(found)
        open_ = np.flatnonzero((room >= SAME_ORIGIN) & (room < LEAST))
        runs = np.maximum(self.texts.lengths[found[open_]].min(axis=1) - RUN + 1, 0)
        enough = candidates.shared(keys, owners, found[open_]) >= _sampled_of(np.maximum(runs * SAME_ORIGIN, FEWEST))
        equal = candidates.linked(self.whole[self.filled], np.flatnonzero(self.filled))
        return candidates.either([found[room >= LEAST], found[open_[enough]], equal])

    def _room(self, pairs: Pairs) -> NDArray[np.float64]:
        """The most of the shorter text's shingles that the signatures let stand in the other, at three deviations."""
        seen = candidates.resemblance(self._rows, pairs)
        most = np.minimum(seen + 3 * np.sqrt(np.maximum(seen, 0.01) / candidates.PERMUTATIONS), 1)
        lengths = np.maximum(self.texts.lengths[pairs] - SHINGLE + 1, 1)
        room: NDArray[np.float64] = most / (1 + most) * lengths.sum(axis=1) / lengths.min(axis=1)
        return room

    def telling(self) -> Pairs:
        """Pairs that quote the same, or credit the same and share a run: what `retold` may hold for."""
        keys, owners = candidates.sampled(self.texts, TIED_RUN)
        names = [sorted(c.sources | {c.outlet} - {""}) for c in self.credits]
        tags = {name: _one(printed([name]).words) for name in sorted({n for some in names for n in some})}
        bounds = np.searchsorted(owners, np.arange(len(self.texts) + 1))
        rows = [(keys[bounds[n] : bounds[n + 1]] ^ tags[name], n) for n, some in enumerate(names) for name in some]
        owned = np.repeat([n for _, n in rows], [len(row) for row, _ in rows]).astype(np.int64)
        drawn = candidates.linked(np.concatenate([np.empty(0, np.uint64), *(row for row, _ in rows)]), owned)
        drawn = self._near(drawn)
        drawn = drawn[self._room(drawn) >= TIED_ORIGIN]
        return candidates.either([drawn, self._near(self.quotes.pairs(TIED_QUOTED))])

    def _near(self, pairs: Pairs) -> Pairs:
        """Those of about the same days."""
        return pairs[quotes.near(self.days[pairs[:, 0]], self.days[pairs[:, 1]])]


def _sampled_of(runs: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many of `runs` shared runs are seen at the least, one in SAMPLED being looked at; .99 of texts show more."""
    share = 1 / int(candidates.SAMPLED)
    return runs * share - DEVIATIONS * np.sqrt(runs * share * (1 - share))


def _one(words: Hashes) -> np.uint64:
    """One hash of a whole row of words."""
    return np.uint64(int.from_bytes(blake2b(words.tobytes(), digest_size=8).digest()))
