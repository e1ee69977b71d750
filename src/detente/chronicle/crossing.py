"""Answers between what other parties do: one of several barred bars in its turn, one answers several at once.

A block holds what the same parties do (`parts`), so that these are found in the whole record: "Washington bars the nationals of
twelve states. […] *Chad* has stopped issuing visas to Americans, *on grounds of reciprocity*".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.chronicle.answers import follows
from detente.chronicle.clues import related
from detente.chronicle.states import CUSTODY
from detente.chronicle.steps import CLOSED
from detente.model import Event, Measure, When


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure with where its beginning is told, and whether that is told as an answer."""

    measure: Measure
    places: Mapping[str, int]
    said: bool


def crossed(measures: Sequence[Measure], events: Iterable[Event]) -> tuple[Measure, ...]:
    """The same measures; one that answers nothing its own two parties do, with what it answers of others on its page."""
    known = {e.id: e for e in events}
    told = [_placed(m, known) for m in measures]
    shelves: dict[tuple[str, str], list[Placed]] = defaultdict(list)  # page, imposer -> what he imposes
    for one in told:
        for page, by in ((page, by) for page in one.places for by in one.measure.imposer):
            shelves[page, by].append(one)
    answers = {one.measure.id: _answered(one, shelves) for one in told if one.measure.reciprocal_of is None}
    return tuple(_with(m, answers.get(m.id), answers) for m in measures)


def _with(measure: Measure, found: tuple[str, str] | None, answers: Mapping[str, tuple[str, str] | None]) -> Measure:
    """Two never answer each other: of which nothing surer is known."""
    if found is None or ((back := answers.get(found[0])) and back[0] == measure.id):
        return measure
    return replace(measure, reciprocal_of=found[0], reciprocal_by=found[1])


def _placed(measure: Measure, events: Mapping[str, Event]) -> Placed:
    opened = [s.event for s in measure.steps if s.state not in CLOSED] or list(measure.events)
    reports = [r for key in opened if key in events for r in events[key].reports]
    places = sorted(((r.evidence.document, r.evidence.start) for r in reports), reverse=True)
    return Placed(measure, dict(places), any(r.answers for r in reports))


def _answered(one: Placed, shelves: Mapping[tuple[str, str], Sequence[Placed]]) -> tuple[str, str] | None:
    """What it answers and why: the like before any other, then the latest."""
    faced = [(o, why) for o in _facing(one, shelves) if (why := _why(one, o))]
    best = max(faced, key=lambda c: (_alike(one, c[0]), _day(c[0].measure.start), c[0].measure.id), default=None)
    return (best[0].measure.id, best[1]) if best else None


def _facing(one: Placed, shelves: Mapping[tuple[str, str], Sequence[Placed]]) -> Iterator[Placed]:
    """What those whom it is done to do, on one of its pages, to whom it is done by, among others."""
    mine = one.measure
    for page, by in ((page, by) for page in one.places for by in mine.target):
        for other in shelves.get((page, by), ()):
            theirs = other.measure
            whole = {*theirs.imposer, *theirs.target} == {*mine.imposer, *mine.target}
            if set(mine.imposer) & set(theirs.target) and not whole and theirs.reciprocal_of != mine.id:
                yield other


def _why(one: Placed, other: Placed) -> str | None:
    mine, theirs = one.measure, other.measure
    if follows(theirs.start, mine.start):
        return None
    if one.said and _first(other, one) and not (other.said and not follows(mine.start, theirs.start)):
        return "said"
    kind = _alike(one, other) and mine.instrument not in CUSTODY
    return "mirror" if kind and follows(mine.start, theirs.start) else None


def _first(one: Placed, other: Placed) -> bool:
    """Whether it begins before the other, or where no day tells, a page tells it before, or in the same sentence."""
    if follows(other.measure.start, one.measure.start):
        return True
    return any(one.places[page] <= other.places[page] for page in one.places.keys() & other.places.keys())


def _alike(one: Placed, other: Placed) -> bool:
    return related(one.measure.instrument, other.measure.instrument)


def _day(when: When | None) -> date:
    return (when.earliest or when.latest or date.min) if when else date.min
