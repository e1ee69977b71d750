"""Which steps tell of one measure: by imposer, target and instrument, and what two impose or lift together."""

from collections import defaultdict
from collections.abc import Sequence

from detente.chronicle.answers import REPLY
from detente.chronicle.clues import related
from detente.chronicle.states import CUSTODY
from detente.chronicle.steps import Step
from detente.codebook import Codebook
from detente.model import Basis, When

Key = tuple[tuple[str, ...], tuple[str, ...], str]  # imposer, target, instrument
Series = dict[Key, list[Step]]


def by_series(ordered: Sequence[Step], book: Codebook) -> list[list[Step]]:
    """Steps by imposer, target and instrument; a broader term joins the one narrower series there is."""
    series: Series = defaultdict(list)
    for step in ordered:
        series[(*step.sides, _custody(step.instrument))].append(step)
    for key in sorted(series, key=lambda k: (len(k[2]), k)):
        _join(series, key, [k for k in series if _narrower(k, key) and not _apart(series[k], series[key])])
    for key in sorted(series):
        if not _both_ends(series[key]):
            series[key] = [s for s in series[key] if not s.if_known]
        if all(s.closes and not s.mutual for s in series[key]):
            _join(series, key, [k for k in series if _of_both(k, key) and not all(s.closes for s in series[k])])
    for key in sorted(series):
        if all(s.mutual and (s.closes or s.amends) for s in series[key]):
            _undo(series, key, book)
    return [series[key] for key in sorted(series) if series[key]]


def _both_ends(series: Sequence[Step]) -> bool:
    return any(s.closes for s in series) and not all(s.closes for s in series)


def _of_both(key: Key, one: Key) -> bool:
    """Whether what one of two lifts is what both impose on each other."""
    return key[0] == key[1] and related(key[2], one[2]) and {*key[0]} == {*one[0], *one[1]}


def _join(series: Series, key: Key, others: Sequence[Key]) -> None:
    if len(others) == 1:
        series[others[0]] = sorted(series[others[0]] + series.pop(key), key=lambda s: s.order)


def _undo(series: Series, key: Key, book: Codebook) -> None:
    """What both lift together ends what either imposes on the other. Where neither is known to impose anything, only a
    tie that both had cut is a measure."""
    others = [k for k in series if _between(k, key) and not all(s.closes for s in series[k])]
    for other in others:
        series[other] = sorted(series[other] + series[key], key=lambda s: s.order)
    if others or book.instruments[key[2]].kind != "tie":
        del series[key]


def _narrower(key: Key, broad: Key) -> bool:
    return key[:2] == broad[:2] and len(key[2]) > len(broad[2]) and related(broad[2], key[2])


def _apart(one: Sequence[Step], other: Sequence[Step]) -> bool:
    """Whether each has a beginning of its own, on days that cannot be one; one that nobody dates was within the year
    before the first page that tells it."""
    begun = [[w for s in series if s.begins and s.done and (w := s.when or _of_late(s))] for series in (one, other)]
    return all(begun) and not any(a.meets(b) for a in begun[0] for b in begun[1])


def _of_late(step: Step) -> When | None:
    return When(step.told - REPLY, step.told, "", Basis.INFERRED) if step.told else None


def _between(key: Key, mutual: Key) -> bool:
    """Whether what both undo together may have been imposed by one of them."""
    return key != mutual and related(key[2], mutual[2]) and {*key[0], *key[1]} == {*mutual[0], *mutual[1]}


def _custody(instrument: str) -> str:
    """Who is arrested is held: one measure."""
    return "detention" if instrument in CUSTODY else instrument
