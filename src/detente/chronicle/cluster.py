"""From sums on pairs to groups: the sure first, then the vague where one group fits clearly best."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from detente.chronicle.clues import act, dates, gap, unread
from detente.chronicle.same import NEVER, Verdict, compare, kind_of_pair, verdict
from detente.chronicle.tellings import Telling

TOO_MANY = 3  # a telling that may be any of more events than this says nothing about them
CLEARLY = 1.0  # how far the best group must be ahead of the next

AROUND = 30  # days within which another act of the kind makes it likely that a day apart are two acts
ALONE = 1.0  # what it is worth that there is none

Group = tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """groups: each sorted by report id. doubtful: pairs of tellings whose groups may be one."""

    groups: tuple[Group, ...]
    doubtful: tuple[tuple[Telling, Telling], ...]


def cluster(found: Iterable[Telling]) -> Clusters:
    """Groups of tellings of one act; the order of arrival does not matter."""
    blocks = defaultdict(list)
    for telling in found:
        blocks[telling.block].append(telling)
    done = [_Block(blocks[key]).grouped() for key in sorted(blocks)]
    return Clusters(tuple(g for groups, _ in done for g in groups), tuple(pair for _, pairs in done for pair in pairs))


class _Block:
    """The tellings between the same parties, each pair compared once; only what is not forbidden is kept."""

    def __init__(self, members: Sequence[Telling]) -> None:
        self._members = sorted(members, key=lambda t: t.vagueness)
        self._known = {t.id: t for t in self._members}
        self._sums: dict[tuple[str, str], float] = {}
        self._near: dict[str, list[str]] = {t.id: [] for t in self._members}
        for a, b in combinations(self._members, 2):
            if (total := compare(a, b)) != NEVER:
                self._sums[_key(a, b)] = total + (ALONE if self._slipped(a, b) else 0.0)
                self._near[a.id].append(b.id)
                self._near[b.id].append(a.id)

    def grouped(self) -> tuple[list[Group], list[tuple[Telling, Telling]]]:
        home: dict[str, Group] = {}
        doubtful = []
        for part in self._sure():
            fitting = self._fitting(part, home)
            if len(fitting) == 1 and self._verdict(part, fitting[0]) >= Verdict.FITS:
                part = _sorted((*fitting[0], *part))
            elif len(fitting) <= TOO_MANY:
                doubtful += [self._nearest(part, g) for g in fitting]
            home.update({t.id: part for t in part})
        return list({g[0].id: g for g in (home[t.id] for t in self._members)}.values()), doubtful

    def _fitting(self, part: Group, home: Mapping[str, Group]) -> list[Group]:
        """The groups that `part` may belong to, the best first; none that another is clearly ahead of."""
        near = (home[n] for t in part for n in self._near[t.id] if n in home)
        groups = {g[0].id: g for g in near}.values()
        sums = [(g, self._sum(part, g)) for g in groups if self._verdict(part, g) >= Verdict.UNSURE]
        ahead = max((total for _, total in sums), default=0.0)
        found = sorted((x for x in sums if x[1] > ahead - CLEARLY), key=lambda x: (-x[1], x[0][0].id))
        return [g for g, _ in found]

    def _slipped(self, a: Telling, b: Telling) -> bool:
        """Whether two pages a day apart err on the day of one act: no third day near the two has another of the kind."""
        if kind_of_pair(a, b) != "act" or dates(a, b) != "a day apart":
            return False
        return not any(
            c.precise
            and act(a, c) in ("same", "same type")
            and all(1 <= gap(c.window, x.window) <= AROUND for x in (a, b))
            for c in self._members
        )

    def _sure(self) -> Iterator[Group]:
        """Groups joined by what is sure, the surest first, none holding two that cannot be one."""
        home: dict[str, Group] = {t.id: (t,) for t in self._members}
        for (x, y), total in sorted(self._sums.items(), key=lambda item: (-item[1], item[0])):
            if verdict(total, bool(unread(self._known[x], self._known[y]))) is not Verdict.SAME:
                continue
            one, two = home[x], home[y]
            if one is not two and self._verdict(one, two) >= Verdict.FITS:
                whole = _sorted((*one, *two))
                home.update({t.id: whole for t in whole})
        return iter({group[0].id: group for group in (home[t.id] for t in self._members)}.values())

    def _of(self, a: Telling, b: Telling) -> float:
        return self._sums.get(_key(a, b), NEVER)

    def _sum(self, a: Group, b: Group) -> float:
        """The mean over all pairs; NEVER where one is forbidden."""
        sums = [self._of(x, y) for x, y in product(a, b)]
        return NEVER if NEVER in sums else sum(sums) / len(sums)

    def _verdict(self, a: Group, b: Group) -> Verdict:
        return verdict(self._sum(a, b), all(unread(x, y) for x, y in product(a, b)))

    def _nearest(self, a: Group, b: Group) -> tuple[Telling, Telling]:
        return max(product(a, b), key=lambda p: (self._of(*p), p[0].id, p[1].id))


def _key(a: Telling, b: Telling) -> tuple[str, str]:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _sorted(group: Iterable[Telling]) -> Group:
    return tuple(sorted(group, key=lambda t: t.id))
