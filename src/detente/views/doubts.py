"""What the brief is not sure of: values on which sources disagree, events that may be one."""

import re
from collections.abc import Iterable, Sequence

from detente.model import Contradiction, Event, Report, Status
from detente.views.dates import human
from detente.views.lines import Disagreement, Line, Quote, Value
from detente.views.rows import Desk

SUM = re.compile(r"([\d.e+]+) ([A-Z]{3})")  # as `Amount.plain` writes it


def disagreement(desk: Desk, found: Contradiction) -> Disagreement:
    event = desk.events[found.event]
    by_id = {r.id: r for r in event.reports}
    values = (
        Value(in_words(desk, found.field, v.value), _sentences(desk, v.value, [by_id[i] for i in v.reports]))
        for v in found.values
    )
    return Disagreement(desk.field(found.field), desk.line(event), tuple(values))


def _sentences(desk: Desk, value: str, reports: Sequence[Report]) -> tuple[Quote, ...]:
    """The sentences that give a value; of a denial, those that deny."""
    if value != Status.DENIED.value:
        return quotes(desk, reports)
    found = (desk.quote(r.denial or r.evidence, r) for r in reports)
    return tuple(sorted(found, key=_in_order))


def quotes(desk: Desk, reports: Iterable[Report]) -> tuple[Quote, ...]:
    """Their sentences, copies after the others."""
    return tuple(sorted((desk.quote(r.evidence, r) for r in reports), key=_in_order))


def _in_order(quote: Quote) -> tuple[bool, str, int]:
    return quote.copy, quote.uri, quote.start


def in_words(desk: Desk, field: str, value: str) -> str:
    """A value of a field as a reader says it."""
    if field == "date":
        return human(value, desk.say)
    if field == "amount" and (known := SUM.fullmatch(value)):
        return desk.say.money(float(known[1]), known[2])
    return desk.say(f"statuses.{value}") if field == "status" else value


def pairs(desk: Desk, events: Sequence[Event]) -> tuple[tuple[Line, Line], ...]:
    """Two events that may be one, each pair once."""
    found = sorted({(min(e.id, o), max(e.id, o)) for e in events for o in e.possibly_same})
    return tuple((desk.line(desk.events[a]), desk.line(desk.events[b])) for a, b in found if b in desk.events)
