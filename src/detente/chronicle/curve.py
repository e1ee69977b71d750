"""How a relation moves: each event once, at its own time, fading as days pass.

The sum of what is left of every event so far -- intensity of its PLOVER type times the weight of its status -- is bent
into -10 (conflict) .. 10 (cooperation) by 10 tanh(sum / 10): small sums stay as they are, no pile of events leaves the
scale. The band is the same sum with every doubt of date, status and coding turned one way: whatever the truth of each,
the curve made of it lies inside.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.codebook import Codebook
from detente.model import Event, Point, When

HALF_LIFE = 30  # days after which an event weighs half; our choice, so that a quarter's quiet is seen
FADING = 0.5 ** (1 / HALF_LIFE)
WIDEST = 366  # days; a date less certain than a year has no place on a daily curve
SCALE = 10.0
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mass:
    """An event as the curve sees it: the days it may have been, the one it stands on, what it weighs, within which bounds."""

    id: str
    first: date
    day: date
    last: date
    weight: float
    low: float
    high: float


def curve(
    events: Iterable[Event], book: Codebook, first: date | None = None, last: date | None = None
) -> tuple[Point, ...]:
    """One point a day from the first event to the last; () when no event has a day. first, last: other ends.

    Events without a date, or known to no better than a year, have no point, nor have those for review: they are left out.
    """
    return drawn([m for e in events if (m := mass(e, book))], first, last)


def drawn(masses: Sequence[Mass], first: date | None = None, last: date | None = None) -> tuple[Point, ...]:
    """The same of what is weighed already."""
    if not masses:
        return ()
    days = _days(first or min(m.day for m in masses), last or max(m.day for m in masses))
    told = defaultdict(list)
    for m in masses:
        told[m.day].append(m.id)
    lines = [map(_bent, line) for line in (_best(masses, days), _edge(masses, days, min), _edge(masses, days, max))]
    return tuple(
        Point(day, value, tuple(sorted(told.get(day, ()))), min(low, value), max(high, value))
        for day, value, low, high in zip(days, *lines, strict=True)
    )


def directed(events: Iterable[Event], a: str, b: str) -> tuple[Event, ...]:
    """What `a` does to `b`; what both do together, toward nobody else, counts both ways."""
    return tuple(
        e for e in events if (a in e.actors and b in e.recipients) or (not e.recipients and {a, b} <= set(e.actors))
    )


def mass(event: Event, book: Codebook) -> Mass | None:
    """None for what has no place on a curve: for review, of no day, or of a day less certain than a year."""
    day = day_of(event.when)
    if event.review or day is None or not (event.when and event.when.earliest and event.when.latest):
        return None
    low, high = bounds(event, book)
    return Mass(event.id, event.when.earliest, day, event.when.latest, weight(event, book), low, high)


def weight(event: Event, book: Codebook) -> float:
    """What the event adds on its day: intensity of its type, -10..10, times its status's weight."""
    kind = book.plover.types.get(event.type)
    return kind.intensity * book.plover.status_weight.get(event.status, 0.0) if kind else 0.0


def bounds(event: Event, book: Codebook) -> tuple[float, float]:
    """Between what and what its weight lies: other types its reports or the codebook hold possible, the status's own
    doubt (all of it where pages dispute it), and how sure its surest report is."""
    plover = book.plover
    types = [plover.types[t].intensity for t in {event.type, *(r.type for r in event.reports)} if t in plover.types]
    doubted = plover.doubt.get(event.type, {}).get(event.instrument or "", ())
    best = plover.status_weight.get(event.status, 0.0)
    statuses = (0.0, 1.0) if "status" in event.disputed else plover.status_band.get(event.status, (best, best))
    sure = event.best.confidence
    found = [i * s * c for i in (*types, *doubted) for s in (*statuses, best) for c in (1.0, sure)]
    return min(found, default=0.0), max(found, default=0.0)


def day_of(when: When | None) -> date | None:
    """The middle of a date; None where it is open or wider than a year."""
    if when is None or when.earliest is None or when.days is None or when.days > WIDEST:
        return None
    return when.earliest + timedelta(days=(when.days - 1) // 2)


def _bent(total: float) -> float:
    return round(SCALE * math.tanh(total / SCALE), 4)


def _days(first: date, last: date) -> list[date]:
    return [first + DAY * n for n in range((last - first).days + 1)]


def _best(masses: Iterable[Mass], days: Sequence[date]) -> Iterator[float]:
    added: dict[date, float] = defaultdict(float)
    for m in masses:
        added[m.day] += m.weight
    left = _before(added, days)
    for day in days:
        left = left * FADING + added.get(day, 0.0)
        yield left


def _edge(masses: Iterable[Mass], days: Sequence[date], worse: Callable[[float, float], float]) -> Iterator[float]:
    """The sum with every doubt turned one way: as soon and as heavy as may be, or as late and as light.

    What may have been on a day already counts whole until the last of its days, and fades from then; what may not have
    been yet counts from its last day, as faded as if it had been on its first.
    """
    jumps: dict[date, float] = defaultdict(float)  # what starts to fade on a day
    held: dict[date, float] = defaultdict(float)  # what is held from a day on
    for m in masses:
        bound = worse(m.low, m.high)
        if worse(bound, 0.0) == bound:  # it pulls that way: the sooner and the longer, the more
            held[m.first] += bound
            held[m.last] -= bound
            jumps[m.last] += bound
        else:
            jumps[m.last] += bound * FADING ** (m.last - m.first).days
    fading, whole = _before(jumps, days), sum(v for day, v in held.items() if days and day < days[0])
    for day in days:
        fading = fading * FADING + jumps.get(day, 0.0)
        whole += held.get(day, 0.0)
        yield fading + whole


def _before(added: Mapping[date, float], days: Sequence[date]) -> float:
    """What is left, on the eve of the first day, of all that was before."""
    if not days:
        return 0.0
    return sum((v * FADING ** ((days[0] - day).days - 1) for day, v in added.items() if day < days[0]), 0.0)
