"""From sums on pairs to groups: the sure first, then the vague where one group fits clearly best.

Two groups are worth what their pairs are on average, but for wording: the two sentences most alike speak for the
groups, since one act is told in two languages and in many words. One pair that cannot be one act keeps two groups apart.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from detente.chronicle.clues import told_alike, unread
from detente.chronicle.days import dates, gap
from detente.chronicle.near import days_of, pairs
from detente.chronicle.same import NEVER, Verdict, kind_of_pair, parts, verdict
from detente.chronicle.strays import strayed, worded
from detente.chronicle.tellings import Telling, Window

TOO_MANY = 3  # a telling that may be any of more events than this says nothing about them
CLEARLY = 0.75  # how far the best group must be ahead of the next

WIDE = timedelta(days=34)  # more than `AROUND` and the width of a precise day
AROUND = 30  # days within which another act of the kind makes it likely that a day apart are two acts
ALONE = 1.0  # what it is worth that there is none

CLASHING = -5.0  # what two days weigh that are not one; a pair of them counts among any number of vague ones
SILENT = (0.0, 0)

Key = tuple[str, str]  # two ids, in order

Group = tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """groups: each sorted by report id. doubtful: pairs of tellings whose groups may be one."""

    groups: tuple[Group, ...]
    doubtful: tuple[tuple[Telling, Telling], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What two groups are worth, all pairs of which may be one act.

    sum: over all pairs, of what every report says. days: over all pairs, what their days weigh; least: the least of
    these. wording: the best, None where no pair has any. sparse: for each other field that many leave out, its sum and
    over how many pairs. unread: how many pairs have a day nobody can read.
    """

    pairs: int
    sum: float
    days: float
    least: float
    wording: float | None
    sparse: tuple[tuple[float, int], ...]
    unread: int

    @classmethod
    def of(cls, found: tuple[float | None, ...], unread: bool, more: float = 0.0) -> "Link":
        total, days, wording, *rest = found
        sparse = tuple([SILENT if w is None else (w, 1) for w in rest])
        days = days or 0.0
        return cls(1, (total or 0.0) + more, days, days, wording, sparse, int(unread))

    def plus(self, other: "Link") -> "Link":
        return Link(
            self.pairs + other.pairs,
            self.sum + other.sum,
            self.days + other.days,
            min(self.least, other.least),
            _most(self.wording, other.wording),
            tuple([(a + b, n + m) for (a, n), (b, m) in zip(self.sparse, other.sparse, strict=True)]),
            self.unread + other.unread,
        )

    @property
    def worth(self) -> float:
        days = self.least if self.least <= CLASHING else self.days / self.pairs
        return self.sum / self.pairs + days + (self.wording or 0.0) + sum(total / n for total, n in self.sparse if n)

    @property
    def verdict(self) -> Verdict:
        return verdict(self.worth, self.unread == self.pairs)


def cluster_block(members: Sequence[Telling]) -> Clusters:
    """Groups of tellings between the same parties, each of one act; the order of arrival does not matter."""
    copies = _copies(members)
    heads = [_folded(c) for c in copies]
    groups, doubtful = _Block(heads).grouped()
    told = {c[0].id: c for c in copies}
    whole = (sorted((t for head in group for t in told[head.id]), key=lambda t: t.id) for group in groups)
    found = sorted((tuple(group) for group in whole), key=lambda g: g[0].id)
    return Clusters(tuple(found), tuple((told[a.id][0], told[b.id][0]) for a, b in doubtful))


def _copies(members: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings that are one sentence of one origin, coded alike, printed by several pages; each sorted by id."""
    same: dict[object, list[Telling]] = defaultdict(list)
    for t in sorted(members, key=lambda t: t.id):
        r = t.report
        coded = (r.act, r.type, r.actors, r.recipients, r.people, r.place, r.amount, t.when, r.effective, r.effect)
        key = (*told_alike(t), coded, t.unread_day)
        alone = any(not t.pages.isdisjoint(other.pages) for other in same[key])
        same[(key, t.id) if alone else key].append(t)
    return [group for group in same.values() if group]


def _folded(copies: Sequence[Telling]) -> Telling:
    """One telling for all, printed when the first of them was."""
    first = min(copies, key=lambda t: (t.published or date.max, t.id))
    return replace(first, id=copies[0].id, pages=frozenset().union(*(t.pages for t in copies)))


class _Block:
    """The tellings between the same parties; what two groups are worth is found when it is asked for, and kept."""

    def __init__(self, members: Sequence[Telling]) -> None:
        self._members = sorted(members, key=lambda t: t.vagueness)
        self._days = days_of(self._members)
        self._groups: dict[str, Group] = {t.id: (t,) for t in self._members}  # by the id of their first
        self._home = {t.id: t.id for t in self._members}
        self._near: dict[str, set[str]] = {t.id: set() for t in self._members}  # groups worth comparing
        self._pairs: dict[Key, Link | None] = {}
        self._links: dict[tuple[Key, int, int], Link | None] = {}
        self._beside: set[Key] = set()  # tellings in much the same words
        for a, b in pairs(self._members):
            self._beside |= {(a.id, b.id)} if worded(a, b) else set()
            if self._pair(a, b):
                self._near[a.id].add(b.id)
                self._near[b.id].add(a.id)

    def grouped(self) -> tuple[list[Group], list[tuple[Telling, Telling]]]:
        """The groups, and the pairs of tellings that leave two of them open."""
        self._join_the_sure()
        placed: set[str] = set()
        left = self._place((t.id for t in self._members), placed)
        left = self._place(left, placed)  # what was open between two may be settled by those that came after it
        self._take_in_the_strays(placed)
        doubtful = set()
        for part in sorted({self._home[part] for part in left}):
            fitting = self._fitting(part, placed)
            doubtful |= {_in_order(part, other) for other in fitting if len(fitting) <= TOO_MANY}
        groups = [(self._groups[one], self._groups[other]) for one, other in sorted(doubtful)]
        return [self._groups[head] for head in sorted(placed)], [self._nearest(*both) for both in groups]

    def _join_the_sure(self) -> None:
        """Groups joined by what is sure, the surest first, none holding two that cannot be one."""
        sure = [(-link.worth, key) for key, link in self._pairs.items() if link and link.verdict is Verdict.SAME]
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

    def _take_in_the_strays(self, placed: set[str]) -> None:
        """Groups joined that are one act by their words, those most alike first."""
        near = {_in_order(self._home[a], self._home[b]) for a, b in self._beside}
        found = [(-share, key) for key in near if key[0] != key[1] and (share := self._strayed(*key))]
        for _, (x, y) in sorted(found):
            one, two = self._home[x], self._home[y]
            if one != two and self._strayed(one, two):
                placed -= {one, two}
                placed.add(self._join(one, two))

    def _strayed(self, one: str, two: str) -> float | None:
        return strayed(self._groups[one], self._groups[two])

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
        head, other = _in_order(one, two)
        key = (head, other), len(self._groups[head]), len(self._groups[other])  # groups only grow
        if key not in self._links:
            self._links[key] = self._whole(self._groups[head], self._groups[other])
        return self._links[key]

    def _whole(self, a: Group, b: Group) -> Link | None:
        found: Link | None = None
        for x, y in product(a, b):
            link = self._pair(x, y)
            if link is None:
                return None
            found = found.plus(link) if found else link
        return found

    def _pair(self, a: Telling, b: Telling) -> Link | None:
        key = _in_order(a.id, b.id)
        if key not in self._pairs:
            found = parts(a, b)
            more = ALONE if found and self._slipped(a, b) else 0.0
            self._pairs[key] = Link.of(found, bool(unread(a, b)), more) if found else None
        return self._pairs[key]

    def _slipped(self, a: Telling, b: Telling) -> bool:
        """Whether two pages a day apart err on the day of one act: no third day near the two has another of
        the kind by the same side."""
        if kind_of_pair(a, b) != "act" or dates(a, b) != "a day apart":
            return False
        ends = sorted(x.window[0] for x in (a, b) if x.window[0])
        kinds = {(x.report.type, x.report.actors) for x in (a, b)}
        near = [w for days in map(self._days.__getitem__, kinds) for w in _within(days, ends[0], ends[-1])]
        return not any(all(1 <= gap(w, x.window) <= AROUND for x in (a, b)) for w in near)

    def _nearest(self, a: Group, b: Group) -> tuple[Telling, Telling]:
        def worth(pair: tuple[Telling, Telling]) -> tuple[float, str, str]:
            link = self._pair(*pair)
            return link.worth if link else NEVER, pair[0].id, pair[1].id

        return max(product(a, b), key=worth)


def _within(days: Sequence[Window], first: date, last: date) -> Sequence[Window]:
    return days[bisect_left(days, (first - WIDE,)) : bisect_left(days, (last + WIDE,))]


def _most(a: float | None, b: float | None) -> float | None:
    return b if a is None else a if b is None else max(a, b)


def _in_order(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
