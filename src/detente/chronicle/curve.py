"""How a relation moves: each event once, at its own time, fading as days pass.

The sum of what is left of every event so far -- intensity of its PLOVER type times the weight of its
status -- is bent into -10 (conflict) .. 10 (cooperation) by 10 tanh(sum / 10): small sums stay as they
are, no pile of events leaves the scale.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from detente.codebook import Codebook
from detente.model import Event, Point, When

HALF_LIFE = 30  # days after which an event weighs half; our choice, so that a quarter's quiet is seen
WIDEST = 366  # days; a date less certain than a year has no place on a daily curve
SCALE = 10.0


def curve(events: Iterable[Event], book: Codebook) -> tuple[Point, ...]:
    """One point a day from the first event to the last; () when no event has a day.

    Events without a date, or known to no better than a year, have no point, nor have those for review: they are left out.
    """
    days = defaultdict(list)
    for event in events:
        if not event.review and (day := day_of(event.when)) is not None:
            days[day].append(event)
    points, left, fading = [], 0.0, 0.5 ** (1 / HALF_LIFE)
    for day in _every_day(days):
        left = left * fading + sum(weight(e, book) for e in days.get(day, ()))
        value = round(SCALE * math.tanh(left / SCALE), 4)
        points.append(Point(day, value, tuple(sorted(e.id for e in days.get(day, ())))))
    return tuple(points)


def weight(event: Event, book: Codebook) -> float:
    """What the event adds on its day: intensity of its type, -10..10, times its status's weight."""
    kind = book.plover.types.get(event.type)
    return kind.intensity * book.plover.status_weight.get(event.status, 0.0) if kind else 0.0


def day_of(when: When | None) -> date | None:
    """The middle of a date; None where it is open or wider than a year."""
    if when is None or when.earliest is None or when.days is None or when.days > WIDEST:
        return None
    return when.earliest + timedelta(days=(when.days - 1) // 2)


def _every_day(days: Iterable[date]) -> list[date]:
    known = sorted(days)
    return [known[0] + timedelta(n) for n in range((known[-1] - known[0]).days + 1)] if known else []
