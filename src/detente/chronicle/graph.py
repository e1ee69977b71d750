"""Which tellings of a block may be one act, and which are told in much the same words; kept as tellings come and go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from detente.chronicle.alike import worded
from detente.chronicle.linked import Days, Links, Tie
from detente.chronicle.near import REACH, Pair, Reach, Shelves, kindred
from detente.chronicle.same import Verdict
from detente.chronicle.tellings import Telling

FEW = 60  # tellings; a block of no more is compared whole


class Graph:
    """near: of each telling those with which it may be one act, and what they are worth to one another.

    beside: those whose groups may be one act by their words.
    """

    def __init__(self, few: int = FEW, reach: Reach = REACH) -> None:
        self._few, self._reach = few, reach
        self._shelves: Shelves | None = None  # None while all are compared with all
        self.heads: dict[str, Telling] = {}
        self.days = Days()
        self.near: dict[str, dict[str, Tie]] = defaultdict(dict)
        self.beside: dict[str, set[str]] = defaultdict(set)

    def change(self, changed: Mapping[str, Telling | None], links: Links) -> set[str]:
        """The ids of all that is otherwise than before, what links it as well; gone ones too."""
        again = self._replaced(changed)
        few = len(self.heads) <= self._few
        if few or self._shelves is None or 2 * len(changed) > len(self.heads):
            return self._anew(few, links) | {*changed}
        shifts = [self._shelves.change(id, new) for id, new in changed.items()]
        touched = {*changed, *again} | {other for id in {*changed, *again} for other in self._cut(id)}
        for id in again:
            touched |= self._link(((id, other) for other in set(self._shelves.beside(id))), links)
        parted = {pair for _, pairs in shifts for pair in pairs if self._hold(*pair)}
        for one, other in parted:
            if not self._shelves.meet(one, other):
                touched |= self._part(one, other)
        near = {pair for pairs, _ in shifts for pair in pairs if not self._hold(*pair)}
        return touched | self._link((p for p in near if self._both(p) and self._shelves.meet(*p)), links)

    def _replaced(self, changed: Mapping[str, Telling | None]) -> set[str]:
        """Those that are new or otherwise, and those whose days have others beside them now."""
        old = [t for id in changed if (t := self.heads.pop(id, None))]
        new = {id: t for id, t in changed.items() if t}
        for t in old:
            self.days.take(t)
        for t in new.values():
            self.days.put(t)
        self.heads |= new
        return {*new} | {id for t in (*old, *new.values()) for id in self.days.touched(t)}

    def _anew(self, few: bool, links: Links) -> set[str]:
        """All of it once more."""
        self.near.clear()
        self.beside.clear()
        told = [self.heads[id] for id in sorted(self.heads)]
        self._shelves = None if few else Shelves(told, self._reach)
        kin = {t.report.type: kindred(t.report.type) for t in told}
        pairs: Iterable[Pair] = (
            self._shelves.pairs()
            if self._shelves
            else ((a.id, b.id) for a, b in combinations(told, 2) if b.report.type in kin[a.report.type])
        )
        self._link(pairs, links)
        return {*self.heads}

    def _link(self, pairs: Iterable[Pair], links: Links) -> set[str]:
        """Links what may be one act, or one in the same words; all that is linked."""
        linked = set()
        for one, other in pairs:
            a, b = self.heads[one], self.heads[other]
            link = links.pair(a, b)
            if link and link.verdict >= Verdict.UNSURE:
                self.near[one][other] = self.near[other][one] = link.worth, link.verdict
                linked |= {one, other}
            if worded(a, b):
                self.beside[one].add(other)
                self.beside[other].add(one)
                linked |= {one, other}
        return linked

    def _hold(self, one: str, other: str) -> bool:
        return other in self.near.get(one, ()) or other in self.beside.get(one, ())

    def _both(self, pair: Collection[str]) -> bool:
        return all(id in self.heads for id in pair)

    def _cut(self, id: str) -> set[str]:
        """Takes a telling out of all its links; those that it was linked to."""
        others = {*self.near.pop(id, ()), *self.beside.pop(id, ())}
        for other in others:
            self.near[other].pop(id, None)
            self.beside[other].discard(id)
        return others

    def _part(self, one: str, other: str) -> set[str]:
        for a, b in ((one, other), (other, one)):
            self.near[a].pop(b, None)
            self.beside[a].discard(b)
        return {one, other}
