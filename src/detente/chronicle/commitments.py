"""What was announced or promised, by whom, to whom, by when; and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from detente.model import Basis, Commitment, Event, Evidence, Statement, Status, TimeMention, When

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
GONE = frozenset({Status.CANCELLED, Status.DENIED})
PROMISES = "AGREE"  # the type of an act that is a promise, and no more
GIVES = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})  # types of what keeps one
BREAKS = frozenset({"REJECT", "SANCTION"})  # and of what breaks it
MEETS = "CONSULT"  # the type of a visit or a meeting
CALLS_OFF = frozenset({MEETS, "REJECT"})  # types under which one is told as called off, by a verb or by a noun
Deeds = Mapping[tuple[str, str, str], list[tuple[int, Event]]]
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
    ahead = {e.id: e for e in events if not e.review and any(r.status in AHEAD for r in e.reports)}
    sentences = {_sentence(r.evidence) for e in ahead.values() if e.type != PROMISES for r in e.reports}
    promised = _promised(events, statements)
    deeds = _deeds(events) if promised else {}
    gone = _called_off(events)
    awaited = Counter(e.parties for e in ahead.values() if e.type == MEETS and e.status not in DONE)
    days = _by_page(dates)
    found = []
    for event in events:
        if event.id in promised and _sentence(promised[event.id].evidence) not in sentences:
            found.append(_promise(event, promised[event.id], deeds, days, printed, last))
        elif event.id in ahead:
            alone = awaited[event.parties] == 1
            off = next((e for e in gone.get(event.parties, ()) if _bears(e, event, alone, days, printed)), None)
            found.append(_commitment(event, days, printed, last, off if event.type == MEETS else None))
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
    event: Event, days: Days, printed: Mapping[str, date], last: Mapping[tuple[str, str], date], off: Event | None
) -> Commitment:
    """off: the event that tells it called off, of another type or without its day."""
    ahead = tuple(sorted(r.id for r in event.reports if r.status in AHEAD))
    told = (*event.reports, *(off.reports if off and event.status in AHEAD else ()))
    settled = tuple(sorted(r.id for r in told if r.status in DONE | GONE))
    due = _due(event, days, printed)
    state = "dropped" if off and event.status in AHEAD else _state(event, due, _read(event, last))
    return Commitment(event.id, event.actors, event.recipients, due, state, ahead, settled)


def _called_off(events: Iterable[Event]) -> dict[frozenset[str], list[Event]]:
    """Meetings told as called off, by who was to meet, in order; unsure ones too, for that it was planned is told besides."""
    found: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in events:
        if event.type in CALLS_OFF and event.status is Status.CANCELLED:
            found[event.parties].append(event)
    return found


def _bears(off: Event, event: Event, alone: bool, days: Days, printed: Mapping[str, date]) -> bool:
    """ "*L'annulation de la visite* a surpris": told later; of the day that was set, or of the only meeting that is awaited."""
    if off.id == event.id or _first(off, GONE, printed) <= _first(event, AHEAD, printed):
        return False
    due = _due(event, days, printed)
    if off.when is None or due is None:
        return alone
    return off.when.meets(due) or (alone and off.when.basis is not Basis.STATED)


def _due(event: Event, days: Days, printed: Mapping[str, date]) -> When | None:
    """The day it was announced for: of the first report that says one, else the first to come that its sentence names."""
    told = sorted((r for r in event.reports if r.status in AHEAD), key=lambda r: r.id)
    said = (r.effective or r.when for r in told)
    named = (_to_come(r.evidence, (r.evidence.start, r.evidence.end), days, printed) for r in told)
    return next((when for when in (*said, *named) if when), None)


def _to_come(said: Evidence, span: tuple[int, int], days: Days, printed: Mapping[str, date]) -> When | None:
    """The first day within a span that is to come when the page is printed, else that very day: "promised *on Sunday* to reopen it by"."""
    inside = [t.when for t in days.get(said.document, ()) if span[0] <= t.start < span[1] and t.when and t.when.latest]
    today = printed.get(said.document, date.min)
    ahead = (w for w in inside if w.latest and w.latest > today)
    return next(ahead, next((w for w in inside if w.latest == today), None))


def _state(event: Event, due: When | None, read: date) -> str:
    if event.status in DONE:
        return "kept"
    if event.status in GONE:
        return "dropped"
    return _waiting(due, read)


def _waiting(due: When | None, read: date) -> str:
    return "overdue" if due and due.latest and due.latest < read else "open"


# -- promises
def _promised(events: Iterable[Event], statements: Iterable[Statement]) -> dict[str, Statement]:
    """The promises of something named, by the id of the event: one of its reports stands on the sentence in which its side promises."""
    said: dict[tuple[str, int], list[tuple[int, Statement]]] = defaultdict(list)
    for place, s in enumerate(statements):
        if s.strength == "promise" and s.topic and s.topic.kind == "instrument":
            said[_sentence(s.evidence)].append((place, s))
    found: dict[str, Statement] = {}
    for event in events if said else ():
        if event.type == PROMISES and not event.review:
            own = [x for r in event.reports for x in said.get(_sentence(r.evidence), ()) if x[1].side in event.actors]
            if own:
                found[event.id] = max(own, key=lambda x: x[0])[1]
    return found


def _deeds(events: Iterable[Event]) -> Deeds:
    """What keeps or breaks promises, by what it is done with, who does it, and who else is in it; in the order of the events."""
    found: dict[tuple[str, str, str], list[tuple[int, Event]]] = defaultdict(list)
    for place, event in enumerate(events):
        sure = not event.review or (
            event.status in GONE and event.type in GIVES
        )  # what was promised, told as called off
        if event.instrument and event.type in GIVES | BREAKS and sure:
            for one in event.actors:
                for other in event.parties - {one}:
                    found[event.instrument, one, other].append((place, event))
    return found


def _promise(
    event: Event,
    said: Statement,
    deeds: Deeds,
    days: Days,
    printed: Mapping[str, date],
    last: Mapping[tuple[str, str], date],
) -> Commitment:
    """ "Promised Togo to reopen the post by March": kept by a later page that tells it opened, dropped by one that tells the contrary."""
    span = said.content or (said.evidence.start, said.evidence.end)
    due = _to_come(said.evidence, span, days, printed)
    after = printed.get(said.evidence.document, date.min)
    later = (e for e in _bearing(event, said, deeds) if _settles(e, printed) > after)
    settling = next(later, None)
    state = _waiting(due, _read(event, last))
    if settling:
        state = "kept" if settling.type in GIVES and settling.status in DONE else "dropped"
    told = tuple(sorted(r.id for r in event.reports))
    settled = tuple(sorted(r.id for r in settling.reports)) if settling else ()
    return Commitment(event.id, event.actors, event.recipients, due, state, told, settled)


def _bearing(promise: Event, said: Statement, deeds: Deeds) -> list[Event]:
    """What is of what was promised: by the same side, toward the same, with the same instrument; in the order of the events."""
    topic, one = said.topic.code if said.topic else "", promise.actors[0]
    found = dict(row for other in promise.recipients for row in deeds.get((topic, one, other), ()))
    return [found[place] for place in sorted(found) if set(promise.actors) <= set(found[place].actors)]


def _settles(event: Event, printed: Mapping[str, date]) -> date:
    """The day of the first page that tells it done; of what would keep the promise, also of the first that tells it called off."""
    if event.status in DONE:
        return _first(event, DONE, printed)
    return _first(event, GONE, printed) if event.status in GONE and event.type in GIVES else date.min


def _first(event: Event, status: frozenset[Status], printed: Mapping[str, date]) -> date:
    """The day of the first page that tells it so."""
    told = (r for r in event.reports if r.status in status)
    return min((printed[r.evidence.document] for r in told if r.evidence.document in printed), default=date.min)
