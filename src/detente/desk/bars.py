"""The measures of a relation as bars through time, with arrows from each to the one that answers it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.chronicle import ledger
from detente.model import Measure, MeasureStep, Point, StepKind
from detente.views.compose import Desk
from detente.views.measuring import OVER, measure_line
from detente.views.plot import LEFT, SPAN, Scale, Tick, ticks_of

ROW = 34  # pixels a measure takes: its name, then its bar
THICK = 12
ABOVE = 20  # from the top of its row to the bar
LEAST = 0.6  # per cent across; a measure of one day is seen too
MOST = 40  # measures drawn; the others are on their own page


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure. x, width: per cent across; y: pixels down. state: on the last day. vague: no page says since when.

    steps: (per cent across, what was done) of those within the drawing.
    """

    id: str
    x: float
    width: float
    y: int
    name: str
    text: str
    state: str
    side: str
    vague: bool
    steps: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """From the beginning of a measure (x, start) to that of the one that answers it (end, y)."""

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


def draw(measures: Sequence[Measure], desk: Desk, last: date, scale: Scale, title: str) -> Bars:
    """Measures as they began, those that ran within the scale. last: the day up to which the record can answer."""
    held = [
        m for m in measures if (_start(m) or scale.first) <= scale.last and (_ended(m, last) or last) >= scale.first
    ]
    shown = sorted(held, key=lambda m: (_start(m) or date.max, m.id))[:MOST]
    found = tuple(_bar(m, row, desk, last, scale) for row, m in enumerate(shown))
    answers = tuple(_answers(shown, {b.id: b for b in found}, desk))
    return Bars(title, len(found) * ROW + 8, found, answers, ticks_of(scale, desk.say))


def _bar(measure: Measure, row: int, desk: Desk, last: date, scale: Scale) -> Bar:
    line = measure_line(desk, measure, ledger.standing(measure, last))
    start, end = _start(measure), _ended(measure, last) or last
    x = scale.x(clipped(start or scale.first, scale))
    name = f"{', '.join(line.imposer)} → {', '.join(line.target)} · {line.name}"
    days = f"{line.since} – {line.until}" if line.until else line.since
    return Bar(
        id=measure.id,
        x=x,
        width=round(max(LEAST, scale.x(clipped(end, scale)) - x), 3),
        y=row * ROW + ABOVE,
        name=name,
        text=f"{name} · {line.state_label}, {days}",
        state="never" if all(s.kind is StepKind.NEVER for s in measure.steps) else line.state,
        side=measure.imposer[0] if measure.imposer else "",
        vague=start is None,
        steps=tuple((scale.x(d.isoformat()), s.kind.value) for s in measure.steps if (d := _within(s, scale))),
    )


def _answers(measures: Sequence[Measure], known: Mapping[str, Bar], desk: Desk) -> Iterator[Answer]:
    for measure in measures:
        first, own = known.get(measure.reciprocal_of or ""), known[measure.id]
        if first:
            how = desk.say(f"answered.{measure.reciprocal_by}") if measure.reciprocal_by else ""
            yield Answer(first.x, first.y + THICK, own.y, own.x, f"{first.name} → {own.name} ({how})")


def _start(measure: Measure) -> date | None:
    when = measure.start or measure.announced
    return (when.earliest or when.latest) if when else None


def _ended(measure: Measure, last: date) -> date | None:
    """The day it was over; None while it is not, or where no page says when."""
    found = ledger.standing(measure, last)
    over = found is not None and found.state in OVER
    return (measure.end.latest or measure.end.earliest) if over and measure.end else None


def _within(step: MeasureStep, scale: Scale) -> date | None:
    day = step.when.earliest if step.when else None
    return day if day and scale.first <= day <= scale.last else None


def clipped(day: date, scale: Scale) -> str:
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
