"""Half a page of coded facts: each clause is filled from one row and stands on one event; nothing is written freely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.labels import Labels
from detente.model import Event, Status, When
from detente.views.dates import DAY
from detente.views.lines import Disagreement, Line, MeasureLine, TurnLine
from detente.views.parts import ChangeLine, Clause, Heading, Promise
from detente.views.rows import Desk
from detente.views.templates import signed

MOST = {"measures": 6, "changes": 4, "latest": 4, "ahead": 3, "overdue": 2, "disagreements": 2, "turn": 1}
MONTH = 31  # days
DONE = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows that a summary may draw from, each in the order of the brief. events: those with a place in the chronology."""

    measures: Sequence[MeasureLine]
    changes: Sequence[ChangeLine]
    events: Sequence[Event]
    ahead: Sequence[Promise]
    disagreements: Sequence[Disagreement]
    turns: Sequence[TurnLine]


def summary(desk: Desk, facts: Facts) -> Iterator[Heading]:
    """Headings that have a clause. What is too much for half a page is counted, the latest and the heaviest kept."""
    say = desk.say
    changes = [change_clause(c, say) for c in facts.changes]
    told = {i for c in changes[-MOST["changes"] :] for i in c.events}
    kinds: tuple[tuple[str, Sequence[Clause]], ...] = (
        ("measures", [measure_clause(m, say) for m in facts.measures if m.history]),
        ("changes", changes[::-1]),
        ("latest", [event_clause(desk.line(e), say) for e in latest(desk, facts.events) if e.id not in told]),
        ("turn", [turn_clause(t, say) for t in reversed(facts.turns) if t.lines]),
        ("ahead", [promise_clause(p, say) for p in facts.ahead if p.state == "open"]),
        ("overdue", [promise_clause(p, say) for p in reversed(facts.ahead) if p.state == "overdue"]),
        ("disagreements", [against_clause(d, say) for d in facts.disagreements]),
    )
    for kind, clauses in kinds:
        if clauses:
            more = 0 if kind in ("latest", "turn") else max(0, len(clauses) - MOST[kind])
            yield Heading(kind, say(f"summary.{kind}"), tuple(clauses[: MOST[kind]]), more)


def latest(desk: Desk, events: Iterable[Event]) -> list[Event]:
    """What took place, the last first; of one day, what weighs and is told most."""
    types = desk.book.plover.types
    weight = {e.id: abs(types[e.type].intensity) * e.independent_sources if e.type in types else 0.0 for e in events}
    done = [e for e in events if e.when and _near(e.when) and e.status in DONE and not e.review]
    return sorted(done, key=lambda e: (e.when.earliest if e.when else None, weight[e.id], e.id), reverse=True)


def _near(when: When) -> bool:
    """Whether its day is known to a month: what took place some time in 2018 is no latest event."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and (last - first).days <= MONTH


def measure_clause(measure: MeasureLine, say: Labels) -> Clause:
    """Who, toward whom, what, how it stands where that is not simply in force, since when, on how many words."""
    opening = next((s for s in measure.history if measure.told in s.quotes), measure.history[0])
    state = "" if measure.state == "in force" else say("summary.state", state=measure.state_label)
    sources = max(s.independent for s in measure.history)
    alone = say("summary.one_source") if sources == 1 else ""
    facts = (measure.title, measure.amount, state, _since(measure, opening.edtf, say), measure.ahead, alone)
    others = (s.event for s in measure.history if s.event != opening.event)
    return Clause(begun(", ".join(x for x in facts if x)), (opening.event, *others), opening.quotes[0])


def _since(measure: MeasureLine, edtf: str | None, say: Labels) -> str:
    """ "since 3 March 2031"; of a start that lies some day between two, both; "" of one that no page dates."""
    start = (edtf or "").removesuffix("/..")
    if not start:
        return ""
    if "/" in start or "," in start:
        return say("summary.begun", start=measure.since)
    return say("dates.since_day" if len(start) == DAY else "dates.since", start=measure.since)


def begun(text: str) -> str:
    """With a capital, as a sentence begins."""
    return text[:1].upper() + text[1:]


def change_clause(change: ChangeLine, say: Labels) -> Clause:
    text = f"{change.step.date}{say('summary.colon')}{change.measure.title}, {change.step.label}"
    return Clause(begun(text), (change.step.event,), change.step.quotes[0])


def event_clause(line: Line, say: Labels) -> Clause:
    return Clause(begun(f"{line.date}{say('summary.colon')}{worded(line)}"), (line.id,), line.quotes[0])


def worded(line: Line) -> str:
    """Its headline in one string, with how far it got."""
    words = " ".join(words for words, _ in line.headline)
    return f"{words} ({line.status})" if line.status else words


def turn_clause(turn: TurnLine, say: Labels) -> Clause:
    """The last week from which the curve runs on another level, and the event that moved it most."""
    said = say("summary.turned", day=turn.date, before=signed(turn.before, say), after=signed(turn.after, say))
    first = turn.lines[0]
    return Clause(
        begun(f"{said}{say('summary.colon')}{worded(first)}"), tuple(x.id for x in turn.lines), first.quotes[0]
    )


def promise_clause(promise: Promise, say: Labels) -> Clause:
    words = " ".join(words for words, _ in promise.line.headline)
    text = f"{promise.due}{say('summary.colon')}{words}" if promise.due else words
    return Clause(begun(text), (promise.line.id,), promise.told)


def against_clause(found: Disagreement, say: Labels) -> Clause:
    """Which field of which event, and the values that stand against each other."""
    values = say("summary.against").join(v.value for v in found.values)
    text = f"{found.line.date}, {worded(found.line)}{say('summary.colon')}{found.field}, {values}"
    return Clause(begun(text), (found.line.id,), found.values[0].quotes[0])
