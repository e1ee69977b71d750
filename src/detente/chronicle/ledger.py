"""The measures between two actors as a book of accounts: what is in force on a day, and what changed between two.

Days for which the pages do not say whether a measure stood are told apart from days on which it did.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from detente.model import Measure, MeasureState, MeasureStep, Record, When

OVER = frozenset({MeasureState.LIFTED, MeasureState.LAPSED})


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure on one day. state: after the last step by then. sure: whether no step's date leaves it open.

    since: when it began, None if no page says. events: the steps taken by then, oldest first.
    """

    measure: Measure
    state: MeasureState
    sure: bool
    since: When | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: what a step did to a measure, and when."""

    measure: Measure
    step: MeasureStep


def between(measures: Iterable[Measure], a: str, b: str) -> tuple[Measure, ...]:
    """The measures that one of two actors applies to the other, in the record's order."""
    sides = ((a, b), (b, a))
    return tuple(m for m in measures if any(x in m.imposer and y in m.target for x, y in sides))


def in_force(measures: Iterable[Measure], day: date) -> tuple[Standing, ...]:
    """What stands on `day`: imposed by then and neither lifted nor lapsed."""
    found = (standing(m, day) for m in measures)
    return tuple(s for s in found if s and s.state not in OVER)


def standing(measure: Measure, day: date) -> Standing | None:
    """How a measure stood on `day`; None before its first step. What nobody dates is taken as past, and not sure."""
    taken = [s for s in measure.steps if s.done and _begun(s, day)]
    ahead = [s for s in measure.steps if not s.done and s.when and _begun(s, day)]
    if not taken:
        announced = bool(measure.steps) and not any(s.done for s in measure.steps)
        return Standing(measure, measure.state, False, measure.start, _ids(ahead)) if announced and ahead else None
    state = measure.state if len(taken) == sum(s.done for s in measure.steps) else taken[-1].state
    return Standing(measure, state, all(_settled(s, day) for s in taken), measure.start, _ids(taken))


def _ids(steps: Iterable[MeasureStep]) -> tuple[str, ...]:
    return tuple(s.event for s in steps)


def _begun(step: MeasureStep, day: date) -> bool:
    return step.when is None or step.when.earliest is None or step.when.earliest <= day


def _settled(step: MeasureStep, day: date) -> bool:
    """Whether the step was taken by `day` whichever of its possible days it was; one since which it runs is its first."""
    if step.when is None:
        return False
    last = step.when.latest or step.when.earliest
    return last is not None and last <= day


def entries(record: Record, a: str, b: str) -> tuple[Entry, ...]:
    """Every step of every measure between two actors, dated ones by time, then those without a day."""
    found = [Entry(m, s) for m in between(record.measures, a, b) for s in m.steps]
    return tuple(sorted(found, key=lambda e: (*_day(e.step), e.measure.id, e.step.event)))


def changes(record: Record, a: str, b: str, first: date, last: date) -> Iterator[Entry]:
    """The steps that may have been taken from `first` to `last`, both inside."""
    for entry in entries(record, a, b):
        when = entry.step.when
        if when and (when.earliest or first) <= last and (when.latest or when.earliest or last) >= first:
            yield entry


def orphans(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Measures still standing although what they answer, or what answers them, was lifted."""
    known = {m.id: m for m in measures}
    pairs = [(m, known[m.reciprocal_of]) for m in known.values() if m.reciprocal_of in known]
    left = {x.id: x for m, n in pairs for x, y in ((m, n), (n, m)) if x.state not in OVER and y.state in OVER}
    return tuple(left[key] for key in sorted(left))


def _day(step: MeasureStep) -> tuple[bool, date]:
    when = step.when
    day = (when.earliest or when.latest) if when else None
    return day is None, day or date.max
