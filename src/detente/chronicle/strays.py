"""Groups of tellings that are one act by their words, though the clues left them apart: most often a page that errs on one field.

What one sentence says of an act stands, all in all, in the sentences of the others: so each telling is held against all of
the other group in its language. On the coded pages no two acts share so many words (`MANY`), whatever their subject.
"""

from collections.abc import Sequence
from itertools import product

from detente.chronicle.clues import ERRABLE, Feature, act, amount, sides
from detente.chronicle.tellings import Telling

SHARE = 0.3  # of the weight of a quote's stems that stand in the other group
# Stems that they have in common. Of the coded pages' pairs of one type, with no field against it: from four, 9 of one act
# and none of two; with one field against it, from five, 2 and none; four, none and one.
MANY, MANY_AGAINST = 4, 5
MANY_MET = 7  # with two fields against it; and of a meeting, for the next round of talks is told much like the last
AGAINST = frozenset({"other", "a day apart", "a week apart", "another date"})
AGREED = frozenset({"same", "same day", "same month", "shared"})
IN_KIND = frozenset({"measure", "act"})  # what states answer in kind, in the same words


def strayed(one: Sequence[Telling], other: Sequence[Telling]) -> float | None:
    """How much of the words the two have in common, 0..1; None where they need not be one act.

    one, other: groups none of whose pairs is forbidden (`same.NEVER`).
    """
    shared, share = max(_within(one, other), _within(other, one))
    if shared < MANY or share < SHARE or any(t.unread_day for t in (*one, *other)):
        return None
    if any(act(a, b) == "neighbour" for a, b in product(one, other)):
        return None
    against = _against(one, other)
    met = one[0].kind == "meeting" or len(against) > 1
    if len(against) > 2 or (against and shared < (MANY_MET if met else MANY_AGAINST)):
        return None
    return share if (len(against) < 2 and sides not in against) or _mistaken(one, other, against) else None


def _against(one: Sequence[Telling], other: Sequence[Telling]) -> list[Feature]:
    """The fields on which some of the one differ from some of the other, and none agree; a figure is no part of the act."""
    fields = [f for f in ERRABLE if f is not amount]
    levels = [(f, {f(a, b) for a, b in product(one, other)}) for f in fields]
    return [f for f, said in levels if said & AGAINST and not said & AGREED]


def _mistaken(one: Sequence[Telling], other: Sequence[Telling], against: Sequence[Feature]) -> bool:
    """Whether it is one of the two that errs. Words with their sides turned round are said once; what is done in kind,
    and what differs in two fields, needs twice as many sources for the one as for the other."""
    if len(against) < 2 and not {t.kind for t in (*one, *other)} & IN_KIND:
        return True
    lone, many = sorted((_sources(one), _sources(other)))
    return many >= 2 * lone


def _sources(group: Sequence[Telling]) -> int:
    return min(len({t.origin for t in group}), len({t.outlet for t in group}))


def _within(one: Sequence[Telling], other: Sequence[Telling]) -> tuple[int, float]:
    """Of the telling of `one` that does so most: how many of its stems stand in `other`, and their share by weight."""
    found = (0, 0.0)
    for t in one:
        told = {stem for o in other if o.language == t.language for stem in o.stems}
        shared = t.stems.keys() & told
        if t.said:
            found = max(found, (len(shared), sum(map(t.stems.__getitem__, sorted(shared))) / t.said))
    return found
