"""What two tellings, or two groups of them, are worth as one act; a link is a sum that may still grow with its groups."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from detente.chronicle.clues import unread
from detente.chronicle.days import dates, gap
from detente.chronicle.near import Pair, in_order
from detente.chronicle.same import NEVER, Verdict, kind_of_pair, parts, verdict
from detente.chronicle.tellings import Telling, Window

WIDE = timedelta(days=34)  # more than `AROUND` and the width of a precise day
AROUND = 30  # days within which another act of the kind makes it likely that a day apart are two acts
ALONE = 1.0  # what it is worth that there is none
CLASHING = -5.0  # what two days weigh that are not one; a pair of them counts among any number of vague ones
SILENT = (0.0, 0)

Group = tuple[Telling, ...]  # sorted by id
Kind = tuple[str, tuple[str, ...]]  # type and actors


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


class Days:
    """Of every type of act by the same side, the days of its precise tellings."""

    def __init__(self) -> None:
        self._days: dict[Kind, list[tuple[Window, str]]] = defaultdict(list)

    def put(self, t: Telling) -> None:
        if t.precise:
            insort(self._days[_kind(t)], (t.window, t.id))

    def take(self, t: Telling) -> None:
        if t.precise:
            self._days[_kind(t)].remove((t.window, t.id))

    def within(self, kind: Kind, first: date, last: date) -> list[tuple[Window, str]]:
        """(days, id) of those that begin between the two, or a little before or after."""
        days = self._days.get(kind, [])
        return days[bisect_left(days, ((first - WIDE,),)) : bisect_left(days, ((last + WIDE,),))]

    def touched(self, t: Telling) -> set[str]:
        """The ids of those that may be another slip of the pen or none, for this one is there."""
        first = t.window[0]
        if not (t.precise and first and t.kind == "act"):
            return set()
        return {id for _, id in self.within(_kind(t), first - WIDE, first + WIDE)}

    def slipped(self, a: Telling, b: Telling) -> bool:
        """Whether two pages a day apart err on the day of one act: no third day near the two has another of
        the kind by the same side."""
        if kind_of_pair(a, b) != "act" or dates(a, b) != "a day apart":
            return False
        ends = sorted(x.window[0] for x in (a, b) if x.window[0])
        near = [w for kind in {_kind(a), _kind(b)} for w, _ in self.within(kind, ends[0], ends[-1])]
        return not any(all(1 <= gap(w, x.window) <= AROUND for x in (a, b)) for w in near)


def _kind(t: Telling) -> Kind:
    return t.report.type, t.report.actors


class Links:
    """What tellings of one block are worth to one another; found when it is asked for."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._pairs: dict[Pair, Link | None] = {}

    def pair(self, a: Telling, b: Telling) -> Link | None:
        """None where the two cannot be one act."""
        key = in_order(a.id, b.id)
        if key not in self._pairs:
            found = parts(a, b)
            more = ALONE if found and self._days.slipped(a, b) else 0.0
            self._pairs[key] = Link.of(found, bool(unread(a, b)), more) if found else None
        return self._pairs[key]

    def whole(self, one: Group, other: Group) -> Link | None:
        """Of two groups; None where a pair of theirs cannot be one act."""
        found: Link | None = None
        for a, b in product(one, other):
            link = self.pair(a, b)
            if link is None:
                return None
            found = found.plus(link) if found else link
        return found

    def nearest(self, one: Iterable[Telling], other: Iterable[Telling]) -> tuple[Telling, Telling]:
        def worth(pair: tuple[Telling, Telling]) -> tuple[float, str, str]:
            link = self.pair(*pair)
            return link.worth if link else NEVER, pair[0].id, pair[1].id

        return max(product(one, other), key=worth)


def _most(a: float | None, b: float | None) -> float | None:
    return b if a is None else a if b is None else max(a, b)
