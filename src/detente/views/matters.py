"""What two hold against each other, and what of it came up when they met: each row on the sentence that says so."""

from collections.abc import Iterable, Iterator

from detente.model import Agenda, Event, Item, Statement
from detente.model import Irritant as Found
from detente.views.dates import human
from detente.views.lines import Line, Quote
from detente.views.parts import Irritant, Matter, Meeting
from detente.views.rows import Desk

STATES = ("open", "eased", "answered", "closed")
OUTCOMES = ("agreed", "raised", "new", "silent")


def irritants(desk: Desk, a: str, b: str) -> Iterator[Irritant]:
    """What is open first; of those in one state, by topic."""
    found = [i for i in desk.record.irritants if i.between == (min(a, b), max(a, b))]
    rows = (irritant(desk, i) for i in found)
    yield from sorted((r for r in rows if r), key=lambda r: (STATES.index(r.state), r.topic))


def irritant(desk: Desk, found: Found) -> Irritant | None:
    """None where nothing that it stands on is in the record any more."""
    raised = _last(desk, found.raised) or _last(desk, _steps(desk, found.measures))
    if raised is None:
        return None
    return Irritant(
        topic=desk.instrument(found.topic),
        code=found.topic,
        state=found.state,
        label=desk.say(f"irritants.{found.state}"),
        said=_said(desk, found),
        raised=raised,
        answered=_last(desk, found.answered),
        settled=_last(desk, found.settled),
    )


def _said(desk: Desk, found: Found) -> str:
    """ "raised by Canada, 3 times, from 2 March 2031 to 4 May 2031"."""
    say = desk.say
    by = say(
        "ui.raised_by", who=desk.grammar.listed([desk.grammar.named(c, desk.side(c).label) for c in found.raised_by])
    )
    times = say.count("ui.raised_times", len(found.raised)) if len(found.raised) > 1 else ""
    first, last = (human(w.edtf.removesuffix("/.."), say) if w else "" for w in (found.since, found.last))
    days = say("ui.from_to", first=first, last=last) if first != last else first
    return ", ".join(x for x in (by, times, days) if x)


def _last(desk: Desk, events: Iterable[str]) -> Line | None:
    known = [desk.events[i] for i in events if i in desk.events]
    return desk.line(known[-1]) if known else None


def _steps(desk: Desk, measures: Iterable[str]) -> Iterator[str]:
    """The events that opened these measures."""
    wanted = set(measures)
    return (m.events[0] for m in (*desk.record.measures, *desk.record.standing) if m.id in wanted and m.events)


def meetings(desk: Desk, a: str, b: str, within: Iterable[str]) -> Iterator[Meeting]:
    """Those among the events `within` (ids), the earliest first; what was dealt with first, then what nobody spoke of."""
    wanted, pair = set(within), (min(a, b), max(a, b))
    said = {s.id: s for s in desk.record.statements}
    for found in desk.record.agenda:
        if found.between == pair and found.meeting in wanted:
            yield Meeting(desk.line(desk.events[found.meeting]), tuple(_matters(desk, found, said)))


def _matters(desk: Desk, found: Agenda, said: dict[str, Statement]) -> Iterator[Matter]:
    for item in sorted(found.items, key=lambda i: (OUTCOMES.index(i.outcome), i.topic)):
        if stands := _stands_on(desk, found, item, said):
            event, quote = stands
            label = desk.say(f"outcomes.{item.outcome}")
            yield Matter(desk.instrument(item.topic), item.outcome, label, event, quote)


def _stands_on(desk: Desk, found: Agenda, item: Item, said: dict[str, Statement]) -> tuple[str, Quote] | None:
    """What was done on it that day, else what was said, else what had been between the two."""
    spoken = next((said[i] for i in item.spoken if i in said), None)
    acts = (*item.spoken, *reversed(item.before), *_steps(desk, item.measures))
    act: Event | None = next((desk.events[i] for i in acts if i in desk.events), None)
    if act and (act.id in item.spoken or not spoken):
        return act.id, desk.line(act).quotes[0]
    return (found.meeting, desk.quote(spoken.evidence)) if spoken else None
