"""The curve as a drawing: where everything stands, in per cent across and pixels down.

Nothing is measured in the page's width, so the text keeps its size on a phone; only the line stretches.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from detente.codebook.labels import Labels
from detente.views.dates import human
from detente.views.lines import Line, Side, TurnLine
from detente.views.templates import signed

LEFT, SPAN = 10.0, 87.0  # per cent of the width: room for the scale, then the line
TOP, HEIGHT = 18, 208  # pixels: room for the upper label, then -10 .. 10
FINEST = 500  # points of the line; a screen shows no more
TICKS = 6  # at most, under the line
STRIP = 26  # pixels under the curve for the pages read, week by week; GAP above them
GAP = 6
LEVELS = (10, 5, 0, -5, -10)
YEARLY = 36  # months; above, only years are written


class Curved(Protocol):
    """As much of a brief as a drawing looks at; its fields are those of `parts.Brief`."""

    @property
    def a(self) -> Side: ...
    @property
    def b(self) -> Side: ...
    @property
    def curve(self) -> tuple[tuple[str, float, tuple[str, ...]], ...]: ...
    @property
    def band(self) -> tuple[tuple[float, float], ...]: ...
    @property
    def weeks(self) -> tuple[tuple[str, int, int, int], ...]: ...
    @property
    def turns(self) -> tuple[TurnLine, ...]: ...
    @property
    def chronology(self) -> tuple[Line, ...]: ...


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the line. minor: left out where the page is narrow."""

    x: float
    text: str
    minor: bool
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """The events of one day. first: id of the event a click leads to. tone: "cooperation" or "conflict"."""

    x: float
    y: float
    first: str
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The pages read in one week. kind: "telling" of the two, "quiet" where none is, "unread" where there are none."""

    x: float
    width: float
    y: float
    height: float
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A week from which the curve runs on another level."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """line: SVG path data in a box of 1000 by HEIGHT; area: the band around it, likewise. foot: where the ticks stand."""

    title: str
    desc: str
    line: str
    area: str
    zero: float
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    weeks: tuple[Bar, ...] = ()
    turns: tuple[Mark, ...] = ()
    left: float = LEFT
    span: float = SPAN
    top: int = TOP
    height: int = HEIGHT

    @property
    def foot(self) -> int:
        return self.top + self.height + (GAP + STRIP if self.weeks else 0)


def draw(brief: Curved, say: Labels) -> Plot | None:
    """The brief's curve, or None when no event has a place on it."""
    if not brief.curve:
        return None
    scale = Scale(date.fromisoformat(brief.curve[0][0]), date.fromisoformat(brief.curve[-1][0]))
    known = {line.id: line for line in brief.chronology}
    kept = _thinned(brief.curve)
    band = dict(zip((p[0] for p in brief.curve), brief.band, strict=False))
    edges = [[(day, band.get(day, (0.0, 0.0))[side]) for day, _, _ in kept] for side in (0, 1)]
    line = _path([(day, value) for day, value, _ in kept], scale)
    return Plot(
        title=say(
            "ui.curve_title",
            a=brief.a.label,
            b=brief.b.label,
            start=human(brief.curve[0][0], say),
            end=human(brief.curve[-1][0], say),
        ),
        desc=described(brief, say),
        line=line,
        area=f"{_path([*edges[1], *reversed(edges[0])], scale)} Z",
        zero=down(0),
        levels=tuple((down(v), f"+{v}" if v > 0 else str(v).replace("-", "−")) for v in LEVELS),
        ticks=ticks_of(scale, say),
        dots=tuple(_dot(p, scale, known) for p in brief.curve if p[2]),
        weeks=tuple(_bars(brief, scale, say)),
        turns=tuple(Mark(scale.x(t.start), _turned(t, say)) for t in brief.turns if scale.holds(t.start)),
    )


def _path(corners: Sequence[tuple[str, float]], scale: "Scale") -> str:
    """Days and values as SVG path data in a box of 1000 by HEIGHT."""
    places = [((scale.x(day) - LEFT) / SPAN * 1000, down(value) - TOP) for day, value in corners]
    return " ".join(f"{'L' if i else 'M'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(places))


def _turned(turn: TurnLine, say: Labels) -> str:
    return say("ui.turn", day=turn.date, before=signed(turn.before, say), after=signed(turn.after, say))


def kind_of_week(pages: int, telling: int) -> str:
    return "telling" if telling else "quiet" if pages else "unread"


def _bars(brief: Curved, scale: "Scale", say: Labels) -> Iterator[Bar]:
    """A bar a week, as high as its pages are many; where nothing was read, an empty frame."""
    most = max((pages for _, pages, _, _ in brief.weeks), default=0)
    wide = SPAN * 7 / max((scale.last - scale.first).days, 7)
    for start, pages, outlets, telling in brief.weeks:
        if scale.holds(start):
            high = STRIP if not pages else max(3.0, STRIP * pages / most)
            text = say("ui.week", day=human(start, say), pages=pages, outlets=outlets, telling=telling)
            y, x = TOP + HEIGHT + GAP + STRIP - high, scale.x(start)
            width = min(wide * 0.85, LEFT + SPAN - x)
            yield Bar(x, round(width, 3), round(y, 2), round(high, 2), kind_of_week(pages, telling), text)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days across the drawing."""

    first: date
    last: date

    def holds(self, day: str) -> bool:
        return self.first <= date.fromisoformat(day) <= self.last

    def x(self, day: str) -> float:
        """Per cent of the width; a single day stands in the middle."""
        span = (self.last - self.first).days
        part = (date.fromisoformat(day) - self.first).days / span if span else 0.5
        return round(LEFT + SPAN * part, 3)


def down(value: float) -> float:
    """Pixels from the top for a value from -10 to 10."""
    return round(TOP + HEIGHT * (10 - value) / 20, 2)


Row = tuple[str, float, tuple[str, ...]]


def _thinned(curve: Sequence[Row]) -> list[Row]:
    """Every day with an event, the day before it, and enough of the others."""
    step = max(1, len(curve) // FINEST)
    last = len(curve) - 1
    return [p for i, p in enumerate(curve) if i % step == 0 or i == last or p[2] or curve[i + 1][2]]


def described(brief: Curved, say: Labels) -> str:
    low, high = min(brief.curve, key=lambda p: p[1]), max(brief.curve, key=lambda p: p[1])
    last = brief.curve[-1]
    return say(
        "ui.curve_desc",
        low=signed(low[1], say),
        low_day=human(low[0], say),
        high=signed(high[1], say),
        high_day=human(high[0], say),
        last=signed(last[1], say),
        last_day=human(last[0], say),
    )


def _dot(point: Row, scale: Scale, known: Mapping[str, Line]) -> Dot:
    day, value, ids = point
    lines = [known[i] for i in ids if i in known]
    text = "; ".join(f"{x.date}: {' '.join(words for words, _ in x.headline)}" for x in lines)
    return Dot(scale.x(day), down(value), ids[0], lines[0].tone if lines else "", text)


def ticks_of(scale: Scale, say: Labels) -> tuple[Tick, ...]:
    """The first of a month, or of January, as many as there is room for; every second is minor."""
    months = _firsts_of_month(scale)
    by_year = len(months) > YEARLY
    days = [m for m in months if m.month == 1 or not by_year] or [scale.first]
    shown = days[:: -(-len(days) // TICKS)]
    places = [scale.x(d.isoformat()) for d in shown]
    return tuple(
        Tick(x, str(d.year) if by_year else _month(d, say), i % 2 == 1, _anchor(x))
        for i, (x, d) in enumerate(zip(places, shown, strict=True))
    )


def _anchor(x: float) -> str:
    """Labels at the edges turn inward, so that none is cut."""
    return "start" if x < LEFT + 5 else "end" if x > LEFT + SPAN - 5 else "middle"


def _month(day: date, say: Labels) -> str:
    return f"{say.short_months[day.month - 1]} {day.year}"


def _firsts_of_month(scale: Scale) -> list[date]:
    start, end = (day.year * 12 + day.month - 1 for day in (scale.first, scale.last))
    every = (date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1))
    return [day for day in every if scale.first <= day <= scale.last]
