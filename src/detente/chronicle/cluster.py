"""From sums on pairs to groups: the sure first, then the vague where one group fits clearly best."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    """The tellings between the same parties, each pair compared once."""

    def __init__(self, members: Sequence[Telling]) -> None:
        self._members = sorted(members, key=lambda t: t.vagueness)
        self._sums = {frozenset((a.id, b.id)): compare(a, b) for a, b in combinations(self._members, 2)}
        for pair in [
            p for p in combinations(self._members, 2) if kind_of_pair(*p) == "act" and dates(*p) == "a day apart"
        ]:
            if self._alone(*pair):
                self._sums[frozenset(t.id for t in pair)] += ALONE

    def grouped(self) -> tuple[list[Group], list[tuple[Telling, Telling]]]:
        groups: list[Group] = []
        doubtful = []
        for part in self._sure():
            fitting = self._fitting(part, groups)
            best = [g for g, _ in fitting if self._verdict(part, g) >= Verdict.FITS][:1]
            if best and fitting[0][0] is best[0] and len(fitting) == 1:
                groups[groups.index(best[0])] = _sorted((*best[0], *part))
                continue
            groups.append(part)
            if len(fitting) <= TOO_MANY:
                doubtful += [self._nearest(part, g) for g, _ in fitting]
        return groups, doubtful

    def _fitting(self, part: Group, groups: Iterable[Group]) -> list[tuple[Group, float]]:
        """The groups that `part` may belong to, the best first; none that another is clearly ahead of."""
        sums = [(g, self._sum(part, g)) for g in groups if self._verdict(part, g) >= Verdict.UNSURE]
        ahead = max((total for _, total in sums), default=0.0)
        return sorted((x for x in sums if x[1] > ahead - CLEARLY), key=lambda x: (-x[1], x[0][0].id))

    def _alone(self, a: Telling, b: Telling) -> bool:
        """Whether no third day near the two has an act of the kind: two pages then err on the day of one."""
        return not any(
            c.precise
            and act(a, c) in ("same", "same type")
            and all(1 < gap(c.window, x.window) <= AROUND for x in (a, b))
            for c in self._members
        )

    def _sure(self) -> Iterator[Group]:
        """Groups joined by what is sure, the surest first, none holding two that cannot be one."""
        home: dict[str, Group] = {t.id: (t,) for t in self._members}
        pairs = sorted(combinations(self._members, 2), key=lambda p: (-self._of(*p), *sorted(t.id for t in p)))
        for a, b in pairs:
            if verdict(self._of(a, b), bool(unread(a, b))) is not Verdict.SAME:
                continue
            one, two = home[a.id], home[b.id]
            if one is not two and self._verdict(one, two) >= Verdict.FITS:
                whole = _sorted((*one, *two))
                home.update({t.id: whole for t in whole})
        return iter({group[0].id: group for group in (home[t.id] for t in self._members)}.values())

    def _of(self, a: Telling, b: Telling) -> float:
        return self._sums[frozenset((a.id, b.id))]

    def _sum(self, a: Group, b: Group) -> float:
        """The mean over all pairs; NEVER where one is forbidden."""
        sums = [self._of(x, y) for x, y in product(a, b)]
        return NEVER if NEVER in sums else sum(sums) / len(sums)

    def _verdict(self, a: Group, b: Group) -> Verdict:
        return verdict(self._sum(a, b), all(unread(x, y) for x, y in product(a, b)))

    def _nearest(self, a: Group, b: Group) -> tuple[Telling, Telling]:
        return max(product(a, b), key=lambda p: (self._of(*p), p[0].id, p[1].id))


def _sorted(group: Iterable[Telling]) -> Group:
    return tuple(sorted(group, key=lambda t: t.id))
