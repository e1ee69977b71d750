"""Who descends from whom: every text is held against the first of its kin, not against the last link of a chain."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from detente.chronicle.lineage.credits import credited
from detente.chronicle.lineage.kin import Kin
from detente.chronicle.lineage.quotes import UNDATED

Edges = Mapping[int, Sequence[int]]
Rank = tuple[int, bool, int, int, int]

LAST = 10**9  # days; after every day
HALF = 0.5  # what a text must share with the first of its origin, where another stands between them


def edges(pairs: Iterable[tuple[int, int]]) -> Edges:
    """Every text's neighbours."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        found[a].append(b)
        found[b].append(a)
    return found


def _rank(kin: Kin, number: int, neighbours: Sequence[int]) -> Rank:
    """By what originals come first: the day; of one day, who is credited by a neighbour, then whom most reproduce.

    The head of a dispatch, cut, is kin to all its prints, but the long ones do not reproduce it. A text without a
    day comes last, but with the first that credits it, and before it.
    """
    own = kin.credits[number]
    naming = [n for n in neighbours if credited(own, [kin.credits[n]])]
    day = int(kin.days[number])
    if day == UNDATED:
        day = min((int(kin.days[n]) for n in naming if kin.days[n] != UNDATED), default=LAST)
    reproduced = sum(kin.reproduces(n, number) for n in neighbours)
    return day, not naming, -reproduced, -len(neighbours), number


class Descent:
    """parent: copy -> the text it reproduces. head: text -> the first of its origin; itself where missing."""

    def __init__(self, kin: Kin, related: Iterable[tuple[int, int]], apart: Callable[[int, int], bool]) -> None:
        """related: pairs of one origin, each once. apart: whether two texts are versions of one page."""
        self.parent: dict[int, int] = {}
        self.head: dict[int, int] = {}
        self._kin, self._apart = kin, apart
        near = edges(related)
        self.rank = {number: _rank(kin, number, some) for number, some in near.items()}
        for number in sorted(self.rank, key=self.rank.__getitem__):
            self._place(number, self._before(number, near))

    def rank_of(self, number: int) -> Rank:
        return self.rank.get(number) or _rank(self._kin, number, ())

    def _before(self, number: int, found: Edges) -> list[int]:
        earlier = {n for n in found.get(number, ()) if self.rank[n] < self.rank[number]}
        return sorted(earlier, key=self.rank.__getitem__)

    def _place(self, number: int, related: Sequence[int]) -> None:
        """Find the parent and the head of a text all of whose elders are placed."""
        elders = {elder for n in related for elder in (n, self.parent.get(n, n), self.head[n])}
        known = sorted(elders, key=self._elders_first)
        found = (n for n in known if not self._apart(number, n) and self._kin.reproduces(number, n))
        if (parent := next(found, None)) is not None:
            self.parent[number] = parent
            self.head[number] = self.head[parent]
        else:
            fitting = (self.head[n] for n in related if self._fits(number, n))
            self.head[number] = next(fitting, number)

    def _elders_first(self, number: int) -> tuple[bool, Rank]:
        return number in self.parent, self.rank[number]

    def _fits(self, number: int, through: int) -> bool:
        """Whether a text belongs to the origin of its relative: the ends of a chain must be kin too."""
        head = self.head[through]
        return head == through or self._kin.same_origin(number, head, HALF)
