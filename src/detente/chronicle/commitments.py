"""What was announced or promised, by whom, to whom, by when; and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from detente.model import Commitment, Event, Status, When

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
GONE = frozenset({Status.CANCELLED, Status.DENIED})


def commitments(events: Sequence[Event], printed: Mapping[str, date]) -> tuple[Commitment, ...]:
    """One an event that some page told ahead, in the order of the events.

    printed: document id -> day of publication. What was due before the last page that tells of its parties, and is not
    told as done, is `overdue`, not broken.
    """
    last = _last(events, printed)
    return tuple(_commitment(e, last) for e in events if not e.review and any(r.status in AHEAD for r in e.reports))


def _last(events: Iterable[Event], printed: Mapping[str, date]) -> dict[tuple[str, str], date]:
    """The day of the last page that tells of two actors together."""
    found: dict[tuple[str, str], date] = {}
    for event in events:
        days = [printed[r.evidence.document] for r in event.reports if r.evidence.document in printed]
        for pair in combinations(sorted(event.parties), 2):
            found[pair] = max([*days, found.get(pair, date.min)])
    return found


def _commitment(event: Event, last: Mapping[tuple[str, str], date]) -> Commitment:
    ahead = tuple(sorted(r.id for r in event.reports if r.status in AHEAD))
    settled = tuple(sorted(r.id for r in event.reports if r.status in DONE | GONE))
    due = _due(event)
    read = max((last[pair] for pair in combinations(sorted(event.parties), 2)), default=date.min)
    return Commitment(event.id, event.actors, event.recipients, due, _state(event, due, read), ahead, settled)


def _due(event: Event) -> When | None:
    """The day it was announced for: of the first report that says one."""
    told = sorted((r for r in event.reports if r.status in AHEAD and (r.effective or r.when)), key=lambda r: r.id)
    return (told[0].effective or told[0].when) if told else None


def _state(event: Event, due: When | None, read: date) -> str:
    if event.status in DONE:
        return "kept"
    if event.status in GONE:
        return "dropped"
    return "overdue" if due and due.latest and due.latest < read else "open"
