"""Two actors seen through the whole record."""

from dataclasses import dataclass

from detente.model import Contradiction, Document, Event, Measure, Record, Statement


@dataclass(frozen=True, slots=True)
class Relation:
    """What the record holds between `a` and `b` (actor codes); rows in the record's order.

    documents: the pages that report one of `events`. statements: of either side, in these pages.
    """

    a: str
    b: str
    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    contradictions: tuple[Contradiction, ...]
    statements: tuple[Statement, ...]


def relation(record: Record, a: str, b: str) -> Relation:
    """The part of `record` that is between `a` and `b`; the order of the two does not matter."""
    events = tuple(e for e in record.events if between(e, a, b))
    ids = {e.id for e in events}
    pages = {r.evidence.document for e in events for r in e.reports}
    return Relation(
        a,
        b,
        tuple(d for d in record.documents if d.id in pages),
        events,
        tuple(m for m in record.measures if set(m.events) & ids),
        tuple(c for c in record.contradictions if c.event in ids),
        tuple(s for s in record.statements if s.side in (a, b) and s.evidence.document in pages),
    )


def between(event: Event, a: str, b: str) -> bool:
    """Whether one acts toward the other, or both act together toward nobody else."""
    toward = any(x in event.actors and y in event.recipients for x, y in ((a, b), (b, a)))
    return toward or (not event.recipients and {a, b} <= set(event.actors))
