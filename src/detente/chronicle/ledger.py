"""The measures between two actors as a book of accounts: what is in force on a day, and what changed between two.

Days for which the pages do not say whether a measure stood are told apart from days on which it did.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from detente.model import (
    Account,
    Document,
    Entry,
    Event,
    Measure,
    MeasureState,
    MeasureStep,
    Record,
    Standing,
    StepKind,
    When,
    Why,
)

OVER = frozenset({MeasureState.LIFTED, MeasureState.LAPSED})
LESS = OVER | {MeasureState.EASED}


def last_day(record: Record) -> date | None:
    """The day of the last page read: the day up to which a record can answer."""
    return max((d.published for d in record.documents if d.published), default=None)


def account(record: Record, a: str, b: str, day: date) -> Account:
    """The measures between two actors on `day`, with what makes each doubtful."""
    known = _Known(record)
    measures = between(record.measures, a, b)
    found = [known.doubted(s, measures, day) for m in measures if (s := standing(m, day))]
    lasting = [known.doubted(s, (), day) for m in between(record.standing, a, b) if (s := standing(m, day))]
    return Account(
        day,
        tuple(s for s in found if s.state not in OVER),
        tuple(s for s in found if s.state in OVER),
        tuple(lasting),
        tuple(m for m in measures if m.steps and all(s.kind is StepKind.NEVER for s in m.steps)),
    )


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
    ahead = [
        s for s in measure.steps if s not in taken and s.kind is not StepKind.NEVER and _made_known(s, measure, day)
    ]
    if not taken and not ahead:
        return None
    why = [*_doubts(measure, taken, ahead, day)]
    coming = min((s for s in ahead if s.done), key=_first_day, default=None)
    if not taken:
        return Standing(measure, MeasureState.ANNOUNCED, measure.start, _ids(ahead), tuple(why), ahead=coming)
    whole = len(taken) == sum(s.done for s in measure.steps)
    last = next((s for s in reversed(taken) if not s.overtaken), taken[-1])
    state = MeasureState.LAPSED if Why.TERM in why else measure.state if whole else last.state
    return Standing(measure, state, measure.start, _ids(taken), tuple(why), ahead=coming)


def _doubts(measure: Measure, taken: Sequence[MeasureStep], ahead: Sequence[MeasureStep], day: date) -> Iterator[Why]:
    if measure.start is None or any(s.when is None for s in taken):
        yield Why.UNDATED
    if any(not _settled(s, day) for s in taken if s.when):
        yield Why.DAY
    if taken and taken[-1].state not in OVER and _past(measure.expiry, day):
        yield Why.TERM
    if any(s.overtaken for s in taken):
        yield Why.OVERTAKEN
    if any(not s.done and _begun(s, day) and s.when for s in ahead):
        yield Why.EFFECT
    if any(s.done for s in ahead):
        yield Why.AHEAD


def _first_day(step: MeasureStep) -> date:
    when = step.effective or step.when
    return (when.earliest if when else None) or date.max


def _ids(steps: Iterable[MeasureStep]) -> tuple[str, ...]:
    return tuple(s.event for s in steps)


def _begun(step: MeasureStep, day: date) -> bool:
    """Whether it may apply by `day`: from the day it takes effect, where a page gives one. An opening that nobody dates
    is past whenever it is asked for; an end or an easing, from the day of the first page that tells it."""
    when = step.effective or step.when
    if when is None and step.state in LESS and step.told:
        return step.told <= day
    return when is None or when.earliest is None or when.earliest <= day


def _made_known(step: MeasureStep, measure: Measure, day: date) -> bool:
    """Whether it was decided or announced by `day`, or should apply by then."""
    known = [w.earliest for w in (step.decided, None if step.done else measure.announced) if w and w.earliest]
    return any(d <= day for d in known) or (step.when is not None and _begun(step, day))


def _settled(step: MeasureStep, day: date) -> bool:
    """Whether the step was taken by `day` whichever of its possible days it was; one since which it runs is its first."""
    when = step.effective or step.when
    if when is None:
        return False
    last = when.latest or when.earliest
    return last is not None and last <= day


def _past(when: When | None, day: date) -> bool:
    return when is not None and when.latest is not None and when.latest < day


def _ends(found: Standing) -> bool:
    """Whether it is over, or its end is decided."""
    return found.state in OVER or (found.ahead is not None and found.ahead.state in OVER)


class _Known:
    """What the record says around a measure: its events, their pages, what is disputed."""

    def __init__(self, record: Record) -> None:
        self.events: dict[str, Event] = {e.id: e for e in record.events}
        self.pages: dict[str, Document] = {d.id: d for d in record.documents}
        self.origins = dict(record.origins)

    def doubted(self, found: Standing, measures: Sequence[Measure], day: date) -> Standing:
        """With the doubts that come from its sources and from its counterpart, and the day it was last spoken of."""
        told = [self.pages[r.evidence.document] for i in found.measure.events for r in self.events[i].reports]
        sources = {self.origins.get(d.id, d.id) for d in told}
        more = [
            *([Why.ORPHAN] if not _ends(found) and _left(found.measure, measures, day) else []),
            *([Why.DISPUTED] if any(self.events[i].disputed for i in found.measure.events) else []),
            *([Why.REVIEW] if any(self.events[i].review for i in found.measure.events) else []),
            *([Why.SOURCE] if len({d.outlet or d.id for d in told}) == 1 or len(sources) == 1 else []),
        ]
        last = max((d.published for d in told if d.published and d.published <= day), default=None)
        doubts = (*found.doubts, *more)
        return replace(found, doubts=doubts, last_told=last)


def _left(measure: Measure, measures: Sequence[Measure], day: date) -> bool:
    """Whether the end of its counterpart was decided by `day`."""
    pairs = [m for m in measures if m.reciprocal_of == measure.id or measure.reciprocal_of == m.id]
    ends = (s for m in pairs if m.state in OVER for s in m.steps if s.done and s.state in OVER)
    return any(_made_known(s, measure, day) for s in ends)


def entries(record: Record, a: str, b: str) -> tuple[Entry, ...]:
    """Every step of every measure between two actors, dated ones by time, then those without a day."""
    found = [Entry(m, s) for m in between((*record.measures, *record.standing), a, b) for s in m.steps]
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
