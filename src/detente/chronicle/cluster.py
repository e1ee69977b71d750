"""From sums on pairs to groups: the sure first, then the vague where one group fits clearly best.

Two groups are worth what their pairs are on average, but for wording: the two sentences most alike speak for the
groups, since one act is told in two languages and in many words. One pair that cannot be one act keeps two groups apart.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.chronicle.linked import Group, Link, Links
from detente.chronicle.near import Pair, in_order
from detente.chronicle.same import Verdict
from detente.chronicle.tellings import Telling

TOO_MANY = 3  # a telling that may be any of more events than this says nothing about them
CLEARLY = 0.75  # how far the best group must be ahead of the next

Adjacent = Mapping[str, Mapping[str, Link]]  # of each telling, those with which it may be one act


@dataclass(frozen=True, slots=True)
class Clusters:
    """groups: each sorted by report id. doubtful: pairs of tellings whose groups may be one."""

    groups: tuple[Group, ...]
    doubtful: tuple[tuple[Telling, Telling], ...]


def leanings(id: str, near: Adjacent, apart: Callable[[str, str], bool]) -> tuple[str, ...]:
    """Those that a telling may be one act with: the sure, and the best, unless these are of too many acts."""
    links = near[id]
    sure = [other for other, link in links.items() if link.verdict is Verdict.SAME]
    ahead = max((link.worth for link in links.values()), default=0.0) - CLEARLY
    best = sorted((-link.worth, other) for other, link in links.items() if link.worth > ahead)
    acts: list[str] = []
    for _, other in best:
        if all(apart(other, act) for act in acts):
            acts.append(other)
        if len(acts) > TOO_MANY:
            return tuple(sure)
    return tuple({*sure, *(other for _, other in best)})


def grouped(members: Sequence[Telling], near: Adjacent, links: Links) -> tuple[list[Group], list[Pair]]:
    """The groups of tellings that hang together, and pairs of these that are left open, by their first telling's id."""
    return _Island(members, near, links).grouped()


class _Island:
    """Tellings that hang together; what two groups are worth is found when it is asked for, and kept."""

    def __init__(self, members: Sequence[Telling], near: Adjacent, links: Links) -> None:
        self._members = sorted(members, key=lambda t: t.vagueness)
        self._pairs = links
        self._groups: dict[str, Group] = {t.id: (t,) for t in self._members}  # by the id of their first
        self._home = {t.id: t.id for t in self._members}
        self._sums = {t.id: {o: link for o, link in near[t.id].items() if o in self._home} for t in self._members}
        self._near = {id: set(found) for id, found in self._sums.items()}  # groups worth comparing
        self._links: dict[tuple[Pair, int, int], Link | None] = {}

    def grouped(self) -> tuple[list[Group], list[Pair]]:
        self._join_the_sure()
        placed: set[str] = set()
        left = self._place((t.id for t in self._members), placed)
        left = self._place(left, placed)  # what was open between two may be settled by those that came after it
        doubtful = set()
        for part in sorted({self._home[part] for part in left}):
            fitting = self._fitting(part, placed)
            doubtful |= {in_order(part, other) for other in fitting if len(fitting) <= TOO_MANY}
        return [self._groups[head] for head in sorted(placed)], sorted(doubtful)

    def _join_the_sure(self) -> None:
        """Groups joined by what is sure, the surest first, none holding two that cannot be one."""
        links = {in_order(a, b): link for a, found in self._sums.items() for b, link in found.items()}
        sure = [(-link.worth, pair) for pair, link in links.items() if link.verdict is Verdict.SAME]
        for _, (x, y) in sorted(sure):
            one, two = self._home[x], self._home[y]
            link = self._link(one, two) if one != two else None
            if link and link.verdict >= Verdict.FITS:
                self._join(one, two)

    def _place(self, ids: Iterable[str], placed: set[str]) -> list[str]:
        """The part of each joined to the one group that it clearly fits; those left that fit several, or none quite."""
        left = []
        for part in dict.fromkeys(self._home[id] for id in ids):
            if self._home[part] != part:
                continue  # joined meanwhile
            fitting = self._fitting(part, placed)
            if len(fitting) == 1 and (link := self._link(part, fitting[0])) and link.verdict >= Verdict.FITS:
                placed -= {part, fitting[0]}
                placed.add(self._join(part, fitting[0]))
                continue
            placed.add(part)
            left += [part] if fitting else []
        return left

    def _join(self, one: str, two: str) -> str:
        head, gone = sorted((one, two))
        self._groups[head] = tuple(sorted((*self._groups[head], *self._groups.pop(gone)), key=lambda t: t.id))
        self._home.update({t.id: head for t in self._groups[head]})
        self._near[head] |= self._near.pop(gone)
        return head

    def _fitting(self, part: str, placed: Collection[str]) -> list[str]:
        """The groups that `part` may belong to, the best first; none that another is clearly ahead of."""
        near = {home for id in self._near[part] if (home := self._home[id]) != part and home in placed}
        links = {g: link for g in near if (link := self._link(part, g)) and link.verdict >= Verdict.UNSURE}
        ahead = max((link.worth for link in links.values()), default=0.0)
        return sorted((g for g in links if links[g].worth > ahead - CLEARLY), key=lambda g: (-links[g].worth, g))

    def _link(self, one: str, two: str) -> Link | None:
        """What two groups are worth; None where a pair of theirs cannot be one act."""
        head, other = in_order(one, two)
        key = (head, other), len(self._groups[head]), len(self._groups[other])  # groups only grow
        if key not in self._links:
            self._links[key] = self._pairs.whole(self._groups[head], self._groups[other])
        return self._links[key]
