"""What is announced or promised between two actors, and what became of it."""

from collections.abc import Iterable, Iterator

from detente.model import Commitment, Report
from detente.views.dates import human
from detente.views.lines import Quote
from detente.views.parts import Promise
from detente.views.rows import Desk

ORDER = ("open", "overdue", "kept", "dropped")


def promises(desk: Desk, found: Iterable[Commitment], events: Iterable[str]) -> Iterator[Promise]:
    """Those of `events` (ids): what is to come by its day, then what is overdue, then what was kept or dropped."""
    wanted = set(events)
    rows = [(c, promise(desk, c)) for c in found if c.event in wanted]
    yield from (
        p for _, p in sorted(rows, key=lambda row: (ORDER.index(row[1].state), row[1].edtf or "~", row[0].event))
    )


def promise(desk: Desk, found: Commitment) -> Promise:
    event = desk.events[found.event]
    reports = {r.id: r for r in event.reports}
    if not set(found.settled) <= set(reports):  # a promise is settled by what another event tells
        reports |= {r.id: r for e in desk.events.values() for r in e.reports if r.id in found.settled}
    edtf = found.due.edtf if found.due else None
    return Promise(
        found.state,
        desk.say(f"promises.{found.state}"),
        human(edtf, desk.say) if edtf else "",
        edtf,
        desk.line(event),
        _surest(desk, (reports[i] for i in found.told)),
        _surest(desk, (reports[i] for i in found.settled)) if found.settled else None,
    )


def _surest(desk: Desk, reports: Iterable[Report]) -> Quote:
    best = min(reports, key=lambda r: (r.evidence.document in desk.copies, -r.confidence, r.id))
    return desk.quote(best.evidence, best)
