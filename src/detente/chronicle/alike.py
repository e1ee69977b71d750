"""Whether two groups of tellings are one act by their words, though the clues left them apart: mostly a page errs on a field.

What one sentence says of an act stands, all in all, in the sentences of the others: so each telling is held against all of
the other group. On the coded pages no two acts share so many words (`MANY`), whatever their subject.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import product

from detente.chronicle.clues import ERRABLE, Feature, act, amount, instrument, page, sides, step
from detente.chronicle.days import SETTLED, dates
from detente.chronicle.tellings import AHEAD, Telling

SHARE = 0.2  # of the weight of a quote's stems that stand in the other group
# Stems that they have in common. Of the coded pages' pairs of one type, with no field against it: from four, 9 of one act
# and none of two; with one field against it, from five, 2 and none; four, none and one (of a meeting).
MANY, MANY_AGAINST = 4, 5
# With more against it, where several sources tell the one; and of a meeting, for the next round of talks is told much
# like the last.
MANY_MET = 7
MOST = 8  # which do without twice as many sources, where two tell the one
ELSEWHERE = 2  # times as many stems as with its own group: it stands in the wrong one
FEW = 2  # stems that two of their tellings share at least
AGAINST = frozenset({"other", "a day apart", "a week apart", "another date", "apart"})
AGREED = frozenset({"same", "same day", "same month", "shared"})
NEVER: tuple[tuple[Feature, str], ...] = (
    (page, "one"),
    (act, "neighbour"),
    (act, "other"),
    (step, "other"),
    (instrument, "other"),
)
IN_KIND = frozenset({"measure", "act"})  # what states answer in kind, in the same words


def strayed(one: Sequence[Telling], other: Sequence[Telling]) -> float | None:
    """How much of the words of two groups is in common, 0..1; None where they need not be one act."""
    shared, share = max(_within(one, other), _within(other, one))
    if shared < MANY or share < SHARE or any(t.unread_day for t in (*one, *other)):
        return None
    lone, many = sorted((one, other), key=lambda g: (sources(g), len(g)))
    forbidden = any(feature(a, b) == level for a, b in product(one, other) for feature, level in NEVER)
    if forbidden or _replied(lone, many, shared):
        return None
    against = _against(one, other)
    if not against:
        return None if _apart(one, other) else share
    several = sources(many) >= 2 * sources(lone) or (shared >= MOST and sources(many) > 1 and sides not in against)
    if shared < _enough(one, other, against, several) or not _could_know(lone, many):
        return None
    return share if several or not _needs_several(one, other, against) else None


def worded(a: Telling, b: Telling) -> bool:
    """Whether two tellings share enough words, and forbid nothing, for their groups to be held against each other."""
    if len(a.stems.keys() & b.stems.keys()) < FEW or sides(a, b) == "each its own":
        return False
    return not any(f(a, b) == level for f, level in NEVER)


def misplaced(some: Sequence[Telling], rest: Sequence[Telling], other: Sequence[Telling]) -> float | None:
    """How much of the words of some stands in the other group, where they are rather of its act than of the rest's."""
    there, here = _within(some, other)[0], _within(some, rest)[0]
    return strayed(some, other) if there >= ELSEWHERE * here else None


def _replied(lone: Sequence[Telling], many: Sequence[Telling], shared: int) -> bool:
    """Whether one is told as the answer, its sides turned round, and never the other, which may be what it answers.

    Those of fewer sources may still err on the sides of the answer, where they share a great many words with it.
    """
    said = any(t.report.answers for t in lone)
    if said == any(t.report.answers for t in many) or (not said and shared >= MANY_MET):
        return False
    return any(sides(a, b) == "each its own" for a, b in product(lone, many))


def _against(one: Sequence[Telling], other: Sequence[Telling]) -> list[Feature]:
    """The fields on which some of the one differ from some of the other, and none agree; a figure is no part of the act."""
    fields = [f for f in ERRABLE if f is not amount]
    levels = [(f, {f(a, b) for a, b in product(one, other)}) for f in fields]
    return [f for f, said in levels if said & AGAINST and not said & AGREED]


def _apart(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    return any(dates(a, b) in ("apart", "decided, then in effect") for a, b in product(one, other))


def _enough(one: Sequence[Telling], other: Sequence[Telling], against: Sequence[Feature], several: bool) -> int:
    """How many stems they must share."""
    if several and len(against) == 1:
        return MANY_AGAINST if one[0].kind == "meeting" else MANY
    met = one[0].kind == "meeting" and {dates, sides} & {*against}
    return MANY_MET if len(against) > 1 or met or _apart(one, other) else MANY_AGAINST


def _needs_several(one: Sequence[Telling], other: Sequence[Telling], against: Sequence[Feature]) -> bool:
    """Whether it takes twice as many sources for the one as for the other to say which errs: where much is against it,
    and where sides are turned round in what is done in kind; words are said once."""
    turned = sides in against and bool({t.kind for t in (*one, *other)} & IN_KIND)
    return turned or len(against) > 1 or _apart(one, other)


def _could_know(lone: Sequence[Telling], many: Sequence[Telling]) -> bool:
    """Whether the few were printed after the act of the many: what was told before is another one, of the year before."""
    days = [t.window[0] for t in many if t.precise and t.window[0] and t.report.status not in AHEAD]
    told = [t.published for t in lone if t.published and t.report.status not in AHEAD]
    return not days or not told or min(told) >= min(days) - timedelta(days=SETTLED)


def sources(group: Sequence[Telling]) -> int:
    return min(len({t.origin for t in group}), len({t.outlet for t in group}))


def _within(one: Sequence[Telling], other: Sequence[Telling]) -> tuple[int, float]:
    """Of the telling of `one` that does so most: how many of its stems stand in `other`, and their share by weight."""
    found, told = (0, 0.0), {stem for o in other for stem in o.stems}
    for t in one:
        shared = t.stems.keys() & told
        if t.said:
            found = max(found, (len(shared), sum(map(t.stems.__getitem__, sorted(shared))) / t.said))
    return found
