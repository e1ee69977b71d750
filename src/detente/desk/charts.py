"""Drawings of a relation, small enough for any screen: its curve, and its measures as bars through time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.model import Course, Measure, MeasureState, Point, StepKind, Week
from detente.views.compose import Desk
from detente.views.lines import Brief, Counts, Line
from detente.views.measuring import measure_line
from detente.views.plot import LEFT, SPAN, Plot, Scale, Tick, draw, ticks_of

POINTS = 400  # of a line; a screen shows no more
DOTS = 120  # days with events; above, days are put together
BARS = 200  # strips of weeks
NOTHING = Counts(0, 0, 0, 0, 0, 0, 0)


def curve(course: Course, desk: Desk) -> Plot | None:
    """The curve of both ways with its band, turns and weeks; None where no event has a day."""
    if not course.both:
        return None
    points = coarse(course.both)
    heaviest = [p.events[0] for p in points if p.events]
    lines = tuple(desk.line(desk.events[i]) for i in heaviest)
    return draw(_sheet(course, points, lines, desk), desk.say)


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


def _sheet(course: Course, points: Sequence[Point], lines: tuple[Line, ...], desk: Desk) -> Brief:
    """As much of a brief as a drawing looks at."""
    return Brief(
        language=desk.say.language,
        a=desk.side(course.a),
        b=desk.side(course.b),
        period="",
        printed="",
        counts=NOTHING,
        measures=(),
        past_measures=(),
        chronology=lines,
        undated=(),
        review=(),
        disagreements=(),
        possibly_same=(),
        statements=(),
        unread=(),
        sources=(),
        curve=tuple((p.day.isoformat(), p.value, p.events) for p in points),
        codebook="",
        band=tuple((p.low, p.high) for p in points),
        weeks=tuple((w.start.isoformat(), w.pages, w.outlets, w.telling) for w in gathered_weeks(course.weeks)),
        turns=tuple(desk.turn(t) for t in course.turns),
    )


# -- measures -----------------------------------------------------------------------------------------------------

ROW = 34  # pixels a measure takes: its name, then its bar
BAR = 12
ABOVE = 16  # the name
MOST = 40  # measures drawn; the others are in the table


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure. x, width: per cent across; y: pixels down. open: whether it runs on; vague: no page says since when."""

    id: str
    x: float
    width: float
    y: int
    name: str
    text: str
    state: str
    side: str
    open: bool
    vague: bool
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """From the beginning of a measure, straight down or up to that of the one that answers it."""

    x: float
    start: int
    y: int
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    title: str
    height: int
    bars: tuple[Bar, ...]
    answers: tuple[Answer, ...]
    ticks: tuple[Tick, ...]
    left: float = LEFT
    span: float = SPAN


def bars(measures: Sequence[Measure], desk: Desk, last: date, scale: Scale, title: str) -> Bars:
    """Measures as they began, those that ran within the scale. last: the day up to which the record can answer."""
    held = [m for m in measures if (_start(m) or scale.first) <= scale.last and (_ended(m) or last) >= scale.first]
    shown = sorted(held, key=lambda m: (_start(m) or date.max, m.id))[:MOST]
    rows = {m.id: n for n, m in enumerate(shown)}
    found = tuple(_bar(m, rows[m.id], desk, last, scale) for m in shown)
    known = {b.id: b for b in found}
    return Bars(title, len(found) * ROW + 8, found, tuple(_answers(shown, known, desk)), ticks_of(scale, desk.say))


def _bar(measure: Measure, row: int, desk: Desk, last: date, scale: Scale) -> Bar:
    line = measure_line(desk, measure)
    start, end = _start(measure), _ended(measure) or last
    x = scale.x(_clip(start or scale.first, scale))
    width = max(0.6, scale.x(_clip(end or last, scale)) - x)
    text = f"{', '.join(line.imposer)} → {', '.join(line.target)} · {line.name}"
    steps = tuple((scale.x(_clip(d, scale)), s.kind) for s in measure.steps if (d := s.when and s.when.earliest))
    state = f"{line.state_label}, {line.since}" + (f" – {line.until}" if line.until else "")
    return Bar(
        measure.id,
        x,
        round(width, 3),
        row * ROW + ABOVE + 4,
        text,
        f"{text} · {state}",
        "never" if measure.steps and all(s.kind is StepKind.NEVER for s in measure.steps) else measure.state.value,
        measure.imposer[0] if measure.imposer else "",
        measure.state not in OVER,
        start is None,
        steps,
    )


OVER = (MeasureState.LIFTED, MeasureState.LAPSED)


def _answers(measures: Sequence[Measure], known: Mapping[str, Bar], desk: Desk) -> Iterator[Answer]:
    for measure in measures:
        first, own = known.get(measure.reciprocal_of or ""), known[measure.id]
        if first:
            how = desk.say(f"answered.{measure.reciprocal_by}") if measure.reciprocal_by else ""
            yield Answer(first.x, first.y + BAR, own.y, own.x, f"{own.name} ⤷ {first.name} ({how})")


def _start(measure: Measure) -> date | None:
    when = measure.start or measure.announced
    return (when.earliest or when.latest) if when else None


def _ended(measure: Measure) -> date | None:
    """The day it was over; None while it is not, or where no page says when."""
    return None if measure.state not in OVER or not measure.end else (measure.end.latest or measure.end.earliest)


def _clip(day: date, scale: Scale) -> str:
    return min(max(day, scale.first), scale.last).isoformat()


def span_of(plot_days: Sequence[Point], measures: Sequence[Measure], last: date | None) -> Scale | None:
    """The days of the curve; without one, those from the first measure to the last page."""
    if plot_days:
        return Scale(plot_days[0].day, plot_days[-1].day)
    starts = [d for m in measures if (d := _start(m))]
    return Scale(min(starts), max(last, *starts)) if starts and last else None


def within(whole: Scale, since: date | None, until: date | None) -> Scale:
    """The days asked for, as far as the drawing has them; all, where it has none of these."""
    first, last = max(since or whole.first, whole.first), min(until or whole.last, whole.last)
    return Scale(first, last) if first < last else whole


def shaded(scale: Scale, since: date | None, until: date | None) -> tuple[float, float] | None:
    """Where the period asked for stands on the curve: x and width in per cent."""
    if not (since or until):
        return None
    first, last = _clip(since or scale.first, scale), _clip(until or scale.last, scale)
    return scale.x(first), round(scale.x(last) - scale.x(first), 3)
