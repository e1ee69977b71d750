"""Groups joined by their words, and tellings taken out of a group whose act is not theirs by their words; kept.

A page that errs on who acts toward whom tells, by its fields, what the other side did in kind: its words tell which it is.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from detente.chronicle.alike import MANY, misplaced, sources, strayed
from detente.chronicle.islands import Islands, Part
from detente.chronicle.linked import Group
from detente.chronicle.near import Pair, in_order

SETTLED_BY = 4  # sources; told by so many, a group is an act of its own whatever other it is like

Ids = tuple[str, ...]


class Strays:
    """Groups that end joined, or without what is of another, as they come and go; each goes by its first telling's id."""

    def __init__(self) -> None:
        self._near: dict[str, dict[str, float]] = defaultdict(dict)  # of each, how much of its words another has
        self._islands = Islands()
        self._ends: dict[Part, Ids] = {}  # the groups that a part comes to
        self._home: dict[str, str] = {}  # of each telling

    def home(self, id: str) -> str:
        """The group in which a telling ends."""
        return self._home[id]

    def change(
        self,
        old: Collection[str],
        new: Collection[str],
        groups: Mapping[str, Group],
        beside: Callable[[str], Iterable[str]],
    ) -> tuple[set[str], list[Group]]:
        """The groups that are no more, as they ended, and those that there are instead.

        groups: what there is now, the new with the rest. beside: those that share words with one.
        """
        touched = {*old, *new} | {other for head in old for other in self._cut(head)}
        for head in new:
            touched |= self._link(head, beside(head), groups)
        gone = {*old}.difference(new)
        before, after = self._islands.change(gone, touched, lambda head: self._near.get(head, ()))
        was = {end for part in before for end in self._ends.pop(part)}
        return was, [group for part in after for group in self._ended(part, groups)]

    def _cut(self, head: str) -> Iterable[str]:
        others = self._near.pop(head, {})
        for other in others:
            self._near[other].pop(head, None)
        return others

    def _link(self, head: str, others: Iterable[str], groups: Mapping[str, Group]) -> set[str]:
        linked = {head}
        for other in others:
            one, two = (groups[h] for h in in_order(head, other))
            share = strayed(one, two)
            if share is not None or any(_lost(one, two)) or any(_lost(two, one)):
                self._near[head][other] = self._near[other][head] = share or 0.0
                linked.add(other)
        return linked

    def _ended(self, part: Part, groups: Mapping[str, Group]) -> list[Group]:
        """What the groups of one part come to."""
        now, near = {head: groups[head] for head in part}, [(a, b) for a in part for b in self._near.get(a, ())]
        _bring_home(now, near, SETTLED_BY)
        home = self._join(now, near)
        _bring_home(now, {(home[a], home[b]) for a, b in near if home[a] != home[b]})
        self._ends[part] = tuple(group[0].id for group in now.values())
        self._home.update({t.id: group[0].id for group in now.values() for t in group})
        return list(now.values())

    def _join(self, now: dict[str, Group], near: Iterable[Pair]) -> Mapping[str, str]:
        """Joins those most alike first, as long as they are one by their words; of each, where it has gone."""
        home = {head: head for head in now}
        for _, a, b in sorted((-self._near[a][b], a, b) for a, b in near if a < b and self._near[a][b]):
            one, two = in_order(home[a], home[b])
            if one != two and strayed(now[one], now[two]) is not None:
                now[one] = _in_order(now[one] + now.pop(two))
                home.update({head: one for head, at in home.items() if at == two})
        return home


def _bring_home(now: dict[str, Group], near: Iterable[Pair], settled: int = 1) -> None:
    """Moves what one group tells of another's act, the most alike first. settled: sources that the rest must have."""
    found = sorted((-share, a, b, ids) for a, b in near for share, ids in _lost(now[a], now[b], settled))
    for _, a, b, ids in found:
        some, rest = _parted(now[a], ids)
        if len(some) == len(ids) and rest and misplaced(some, rest, now[b]) is not None:
            now[a], now[b] = rest, _in_order(now[b] + some)


def _lost(group: Group, other: Group, settled: int = 1) -> Iterator[tuple[float, Ids]]:
    """Of each source in a group whose words are those of the other, how much of them, and its tellings."""
    told, there = defaultdict[str, list[str]](list), {stem for t in other for stem in t.stems}
    echoing = {t.origin for t in group if len(t.stems.keys() & there) >= MANY}
    for t in group if echoing else ():
        told[t.origin].append(t.id)
    for ids in (tuple(told[origin]) for origin in sorted(echoing) if len(told) > 1):
        some, rest = _parted(group, ids)
        if sources(rest) >= settled and (share := misplaced(some, rest, other)) is not None:
            yield share, ids


def _parted(group: Group, ids: Collection[str]) -> tuple[Group, Group]:
    return tuple(t for t in group if t.id in ids), tuple(t for t in group if t.id not in ids)


def _in_order(group: Group) -> Group:
    return tuple(sorted(group, key=lambda t: t.id))
