"""What was announced or promised, by whom, to whom, by when; and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from detente.model import Commitment, Event, Evidence, Statement, Status, TimeMention, When

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
GONE = frozenset({Status.CANCELLED, Status.DENIED})
PROMISES = "AGREE"  # the type of an act that is a promise, and no more
GIVES = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})  # types of what keeps one
BREAKS = frozenset({"REJECT", "SANCTION"})  # and of what breaks it
Days = dict[str, list[TimeMention]]  # the days that each page names, in the order of its text


def commitments(
    events: Sequence[Event],
    printed: Mapping[str, date],
    statements: Iterable[Statement] = (),
    dates: Iterable[tuple[str, TimeMention]] = (),
) -> tuple[Commitment, ...]:
    """One an event that some page told ahead, or that is a promise of something named, in the order of the events.

    printed: document id -> day of publication. What was due before the last page that tells of its parties, and is not
    told as done, is `overdue`, not broken. A promise is kept, or dropped, by what its side later does with what it promised.
    """
    last = _last(events, printed)
    ahead = [e for e in events if not e.review and any(r.status in AHEAD for r in e.reports)]
    sentences = {_sentence(r.evidence) for e in ahead if e.type != PROMISES for r in e.reports}
    said = [s for s in statements if s.strength == "promise" and s.topic and s.topic.kind == "instrument"]
    promised = {e.id: s for e in events for s in said if not e.review and _tells(e, s)}
    days = _by_page(dates)
    found = []
    for event in events:
        if event.id in promised and _sentence(promised[event.id].evidence) not in sentences:
            found.append(_promise(event, promised[event.id], events, days, printed, last))
        elif event in ahead:
            found.append(_commitment(event, days, printed, last))
    return tuple(found)


def _by_page(dates: Iterable[tuple[str, TimeMention]]) -> Days:
    found: Days = {}
    for document, time in dates:
        found.setdefault(document, []).append(time)
    return found


def _sentence(evidence: Evidence) -> tuple[str, int]:
    return evidence.document, evidence.start


def _last(events: Iterable[Event], printed: Mapping[str, date]) -> dict[tuple[str, str], date]:
    """The day of the last page that tells of two actors together."""
    found: dict[tuple[str, str], date] = {}
    for event in events:
        days = [printed[r.evidence.document] for r in event.reports if r.evidence.document in printed]
        for pair in combinations(sorted(event.parties), 2):
            found[pair] = max([*days, found.get(pair, date.min)])
    return found


def _read(event: Event, last: Mapping[tuple[str, str], date]) -> date:
    return max((last[pair] for pair in combinations(sorted(event.parties), 2)), default=date.min)


def _commitment(
    event: Event, days: Days, printed: Mapping[str, date], last: Mapping[tuple[str, str], date]
) -> Commitment:
    ahead = tuple(sorted(r.id for r in event.reports if r.status in AHEAD))
    settled = tuple(sorted(r.id for r in event.reports if r.status in DONE | GONE))
    due = _due(event, days, printed)
    state = _state(event, due, _read(event, last))
    return Commitment(event.id, event.actors, event.recipients, due, state, ahead, settled)


def _due(event: Event, days: Days, printed: Mapping[str, date]) -> When | None:
    """The day it was announced for: of the first report that says one, else the first to come that its sentence names."""
    told = sorted((r for r in event.reports if r.status in AHEAD), key=lambda r: r.id)
    said = (r.effective or r.when for r in told)
    named = (_to_come(r.evidence, (r.evidence.start, r.evidence.end), days, printed) for r in told)
    return next((when for when in (*said, *named) if when), None)


def _to_come(said: Evidence, span: tuple[int, int], days: Days, printed: Mapping[str, date]) -> When | None:
    """The first day within a span that is not over when the page is printed."""
    inside = (t.when for t in days.get(said.document, ()) if span[0] <= t.start < span[1] and t.when)
    today = printed.get(said.document, date.min)
    return next((w for w in inside if w.latest and w.latest >= today), None)


def _state(event: Event, due: When | None, read: date) -> str:
    if event.status in DONE:
        return "kept"
    if event.status in GONE:
        return "dropped"
    return _waiting(due, read)


def _waiting(due: When | None, read: date) -> str:
    return "overdue" if due and due.latest and due.latest < read else "open"


# -- promises
def _tells(event: Event, said: Statement) -> bool:
    """Whether a report of the event stands on the sentence in which its side promises."""
    own = event.type == PROMISES and said.side in event.actors
    return own and any(_sentence(r.evidence) == _sentence(said.evidence) for r in event.reports)


def _promise(
    event: Event,
    said: Statement,
    events: Sequence[Event],
    days: Days,
    printed: Mapping[str, date],
    last: Mapping[tuple[str, str], date],
) -> Commitment:
    """ "Promised Togo to reopen the post by March": kept by a later page that tells it opened, dropped by one that tells the contrary."""
    span = said.content or (said.evidence.start, said.evidence.end)
    due = _to_come(said.evidence, span, days, printed)
    after = printed.get(said.evidence.document, date.min)
    later = [e for e in events if e.id != event.id and _bears(e, event, said) and _told(e, printed) > after]
    settling = next((e for e in later if e.status in DONE), None)
    state = _waiting(due, _read(event, last))
    if settling:
        state = "kept" if settling.type in GIVES else "dropped"
    told = tuple(sorted(r.id for r in event.reports))
    settled = tuple(sorted(r.id for r in settling.reports)) if settling else ()
    return Commitment(event.id, event.actors, event.recipients, due, state, told, settled)


def _bears(event: Event, promise: Event, said: Statement) -> bool:
    """Whether an event is of what was promised: by the same side, toward the same, with the same instrument."""
    topic = said.topic.code if said.topic else None
    sides = set(promise.actors) <= set(event.actors) and set(promise.recipients) & {*event.recipients, *event.actors}
    return event.type in GIVES | BREAKS and event.instrument == topic and bool(sides) and not event.review


def _told(event: Event, printed: Mapping[str, date]) -> date:
    """The day of the first page that tells it done."""
    done = (r for r in event.reports if r.status in DONE)
    return min((printed[r.evidence.document] for r in done if r.evidence.document in printed), default=date.min)
