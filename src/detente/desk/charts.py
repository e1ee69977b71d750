"""The curve of a relation, small enough for any screen however many years it runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.desk.bars import clipped
from detente.model import Course, Point, Week
from detente.views.compose import Desk
from detente.views.lines import Line, Side, TurnLine
from detente.views.plot import Plot, Scale, draw

POINTS = 400  # of a line; a screen shows no more
DAY = timedelta(days=1)
NAMED = 3  # events told when one points at a dot
DOTS = 120  # days with events; above, days are put together
BARS = 200  # strips of weeks


def curve(course: Course, desk: Desk) -> Plot | None:
    """The curve of both ways with its band, turns and weeks; None where no event has a day."""
    if not course.both:
        return None
    points = coarse(course.both)
    named = [i for p in points for i in p.events[:NAMED]]
    lines = tuple(desk.line(desk.events[i]) for i in named)
    return draw(_sheet(course, points, lines, desk), desk.say)


def runs(course: Course) -> list[tuple[date, date, tuple[str, ...]]]:
    """The first and the last day that each dot of the drawing stands for, and their events, in the order of the dots."""
    points = coarse(course.both)
    before = [points[0].day - DAY, *(p.day for p in points)] if points else []
    return [(last + DAY, p.day, p.events) for last, p in zip(before, points, strict=False) if p.events]


def coarse(points: Sequence[Point]) -> list[Point]:
    """At most POINTS of them; the events of days put together stand on the last of these days."""
    eventful = sum(bool(p.events) for p in points)
    step = max(-(-len(points) // POINTS), -(-len(points) // (DOTS * 2)) if eventful > DOTS else 1)
    if step <= 1:
        return list(points)
    groups = [points[i : i + step] for i in range(0, len(points), step)]
    return [
        Point(
            g[-1].day,
            g[-1].value,
            tuple(i for p in g for i in p.events),
            min(p.low for p in g),
            max(p.high for p in g),
        )
        for g in groups
    ]


def gathered_weeks(weeks: Sequence[Week]) -> list[Week]:
    """At most BARS strips; outlets of several weeks: the most of any of them."""
    step = -(-len(weeks) // BARS) or 1
    groups = [weeks[i : i + step] for i in range(0, len(weeks), step)]
    return [
        Week(g[0].start, sum(w.pages for w in g), max(w.outlets for w in g), sum(w.telling for w in g)) for g in groups
    ]


def _sheet(course: Course, points: Sequence[Point], lines: tuple[Line, ...], desk: Desk) -> "_Sheet":
    return _Sheet(
        a=desk.side(course.a),
        b=desk.side(course.b),
        curve=tuple((p.day.isoformat(), p.value, p.events) for p in points),
        band=tuple((p.low, p.high) for p in points),
        weeks=tuple((w.start.isoformat(), w.pages, w.outlets, w.telling) for w in gathered_weeks(course.weeks)),
        turns=tuple(desk.turn(t.start, t.before, t.after, t.events) for t in course.turns),
        chronology=lines,
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """As much of a brief as a drawing looks at."""

    a: Side
    b: Side
    curve: tuple[tuple[str, float, tuple[str, ...]], ...]
    band: tuple[tuple[float, float], ...]
    weeks: tuple[tuple[str, int, int, int], ...]
    turns: tuple[TurnLine, ...]
    chronology: tuple[Line, ...]


def shaded(scale: Scale, since: date | None, until: date | None) -> tuple[float, float] | None:
    """Where the period asked for stands on the curve: x and width in per cent."""
    if not (since or until):
        return None
    first, last = clipped(since or scale.first, scale), clipped(until or scale.last, scale)
    return scale.x(first), round(scale.x(last) - scale.x(first), 3)
