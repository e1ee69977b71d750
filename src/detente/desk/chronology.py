"""The events between two actors as rows that can be filtered and counted without opening each of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.desk.asking import Asked
from detente.desk.snapshot import Snapshot
from detente.model import Event
from detente.views.compose import outlet_key

SIZE = 30  # events on a page
FACETS = ("type", "status", "side", "instrument", "outlet")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a filter looks at. first, last: the days it may have been; None where it is open or unknown."""

    event: Event
    outlets: frozenset[str]
    first: date | None
    last: date | None

    def values(self, facet: str) -> Iterable[str]:
        if facet == "outlet":
            return self.outlets
        if facet == "side":
            return self.event.actors
        value = getattr(self.event, facet)
        return (str(value),) if value else ()


def facts(events: Iterable[Event], snapshot: Snapshot) -> tuple[Facts, ...]:
    """One row an event, in the given order."""
    return tuple(_facts(e, snapshot) for e in events)


def _facts(event: Event, snapshot: Snapshot) -> Facts:
    pages = {r.evidence.document for r in event.reports}
    when = event.when
    return Facts(
        event,
        frozenset(outlet_key(snapshot.documents[i]) for i in pages),
        (when.earliest or when.latest) if when else None,
        (when.latest or when.earliest) if when else None,
    )


def matching(rows: Iterable[Facts], asked: Asked) -> tuple[Facts, ...]:
    """Those the filters leave, in the order asked for: what has no day comes last. Review is elsewhere, so left out."""
    kept = [row for row in rows if not row.event.review and all(test(row, asked) for test in TESTS)]
    dated = [row for row in kept if row.first]
    dated.sort(key=lambda row: (row.first, row.event.id), reverse=asked.order == "new")
    return (*dated, *(row for row in kept if not row.first))


def _in_period(row: Facts, asked: Asked) -> bool:
    if not (asked.since or asked.until):
        return True
    if row.first is None or row.last is None:
        return False
    return row.last >= (asked.since or date.min) and row.first <= (asked.until or date.max)


def _has(facet: str) -> Callable[[Facts, Asked], bool]:
    def test(row: Facts, asked: Asked) -> bool:
        wanted = getattr(asked, facet)
        return not wanted or wanted in row.values(facet)

    return test


TESTS: Sequence[Callable[[Facts, Asked], bool]] = (
    _in_period,
    lambda row, asked: not asked.disputed or bool(row.event.disputed),
    lambda row, asked: row.event.independent_sources >= asked.support,
    *(_has(facet) for facet in FACETS),
)


def counted(rows: Sequence[Facts], asked: Asked) -> Mapping[str, Sequence[tuple[str, int]]]:
    """facet -> (value, how many events there are if it is chosen beside all other filters), the most first."""
    found = {}
    for facet in FACETS:
        others = matching(rows, asked.but(**{facet: ""}))
        counts = Counter(value for row in others for value in row.values(facet))
        found[facet] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return found
