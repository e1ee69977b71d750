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
    """What a filter looks at. first: the day it is filed under, None where no page gives one."""

    event: Event
    outlets: frozenset[str]
    first: date | None

    def values(self, facet: str) -> Iterable[str]:
        if facet == "outlet":
            return self.outlets
        if facet == "side":
            return self.event.actors
        value = getattr(self.event, facet)
        return (str(value),) if value else ()


def facts(events: Iterable[Event], snapshot: Snapshot) -> tuple[Facts, ...]:
    """One row an event that counts, the oldest first. What was read too unsurely waits elsewhere, for review."""
    rows = [_facts(e, snapshot) for e in events if not e.review]
    return tuple(sorted(rows, key=lambda row: (row.first or date.max, row.event.id)))


def _facts(event: Event, snapshot: Snapshot) -> Facts:
    pages = {r.evidence.document for r in event.reports}
    when = event.when
    return Facts(
        event,
        frozenset(outlet_key(snapshot.documents[i]) for i in pages),
        (when.earliest or when.latest) if when else None,
    )


def matching(rows: Iterable[Facts], asked: Asked) -> tuple[Facts, ...]:
    """Those the filters leave, in the order asked for: what has no day comes last."""
    kept = rows
    for wanted, test in TESTS:
        if any(getattr(asked, name) for name in wanted):
            kept = [row for row in kept if test(row, asked)]
    dated = [row for row in kept if row.first]
    return (*(reversed(dated) if asked.order == "new" else dated), *(row for row in kept if not row.first))


def _in_period(row: Facts, asked: Asked) -> bool:
    """Whether it may have been, or have lasted, on a day of the period; an open end reaches as far as one likes."""
    when = row.event.when
    if when is None:
        return False
    first, last = when.earliest or date.min, when.latest or date.max
    return last >= (asked.since or date.min) and first <= (asked.until or date.max)


def _has(facet: str) -> Callable[[Facts, Asked], bool]:
    def test(row: Facts, asked: Asked) -> bool:
        return getattr(asked, facet) in row.values(facet)

    return test


TESTS: Sequence[tuple[tuple[str, ...], Callable[[Facts, Asked], bool]]] = (  # the filters, and what they let through
    (("since", "until"), _in_period),
    (("disputed",), lambda row, asked: bool(row.event.disputed)),
    (("support",), lambda row, asked: row.event.independent_sources >= asked.support),
    *(((facet,), _has(facet)) for facet in FACETS),
)


def counted(rows: Sequence[Facts], asked: Asked) -> Mapping[str, Sequence[tuple[str, int]]]:
    """facet -> (value, how many events there are if it is chosen beside all other filters), the most first."""
    found, whole = {}, matching(rows, asked)
    for facet in FACETS:
        others = matching(rows, asked.but(**{facet: ""})) if getattr(asked, facet) else whole
        counts = Counter(value for row in others for value in row.values(facet))
        found[facet] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return found
