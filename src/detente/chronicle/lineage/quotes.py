"""The same sentences between quotation marks on pages of about the same days.

Two reporters who take down a minister by ear, or translate him, do not print the same sixteen words; two who
rewrite one dispatch keep them. A sentence is news on the days when it is first printed; whoever quotes it later
quotes what everybody knows, and shares no source by it.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from detente.chronicle.lineage.candidates import Pairs, common, linked, shared
from detente.chronicle.lineage.prints import Flags, Hashes, Numbers, all_grams, in_common, printed, quotations

SPAN = 5  # words; a shorter quotation is a name, a motto, a word held at arm's length
NEAR = 3  # days; from the first page that prints a sentence to the last that has it from the same source
UNDATED = -1


def days(published: Sequence[date | None]) -> Numbers:
    """Days counted from year 1, UNDATED for None."""
    return np.array([day.toordinal() if day else UNDATED for day in published], dtype=np.int64)


class Quotes:
    """What each text quotes, as runs of SPAN words, while they were news."""

    def __init__(self, texts: Sequence[str], published: Numbers) -> None:
        spans = [(number, span) for number, text in enumerate(texts) for span in quotations(text)]
        owner = np.array([number for number, _ in spans], dtype=np.int64)
        keys, of_span, places = all_grams(printed(span for _, span in spans), SPAN)
        owners = owner[of_span]
        order = np.lexsort((places, keys, owners))
        keys, owners, places = keys[order], owners[order], places[order]
        fresh = _news(keys, published[owners])
        self.keys, self.owners, self.places = keys[fresh], owners[fresh], places[fresh]
        self._bounds = np.searchsorted(self.owners, np.arange(len(texts) + 1))

    def pairs(self, fewest: int) -> Pairs:
        """Pairs of texts that may quote `fewest` words in common: more runs than one hold."""
        keys, owners = common(self.keys, self.owners)
        found = linked(keys, owners)
        return found[shared(keys, owners, found) * SPAN >= fewest]

    def shared(self, a: int, b: int) -> int:
        """Words quoted by both, in the text that quotes fewer of them."""
        mine, yours = self._of(a), self._of(b)
        if not len(mine[0]) or not len(yours[0]) or not in_common(mine[0], yours[0]):
            return 0
        return min(_covered(mine, yours), _covered(yours, mine))

    def _of(self, number: int) -> tuple[Hashes, Numbers]:
        inside = slice(self._bounds[number], self._bounds[number + 1])
        return self.keys[inside], self.places[inside]


def _covered(mine: tuple[Hashes, Numbers], yours: tuple[Hashes, Numbers]) -> int:
    """Words of `mine` under runs that `yours` holds too; a sentence quoted twice counts once."""
    keys, places = mine
    found = yours[0][np.minimum(np.searchsorted(yours[0], keys), len(yours[0]) - 1)] == keys
    begins = places[found & np.concatenate([[True], keys[1:] != keys[:-1]])]
    return len(np.unique(begins[:, None] + np.arange(SPAN)))


def _news(keys: Hashes, published: Numbers) -> Flags:
    """Whether each run is printed no later than NEAR days after its first day; True where a day is unknown."""
    _, which = np.unique(keys, return_inverse=True)
    first = np.full(which.max(initial=-1) + 1, np.iinfo(np.int64).max)
    dated = published != UNDATED
    np.minimum.at(first, which[dated], published[dated])
    late: Flags = dated & (published - NEAR > first[which])
    return ~late


def near(a: Numbers, b: Numbers) -> Flags:
    """Row by row, whether two days are about the same; True where one is unknown."""
    found: Flags = (a == UNDATED) | (b == UNDATED) | (np.abs(a - b) <= NEAR)
    return found
