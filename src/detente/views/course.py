"""The curve of two actors by itself, in numbers: for a terminal, a program or a spreadsheet. `views.figures` draws it."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Course, Point, Record, UsageError
from detente.views.compose import compose
from detente.views.dates import human
from detente.views.exports.spreadsheet import cell
from detente.views.lines import Line
from detente.views.parts import Brief
from detente.views.templates import signed
from detente.views.terminal import (
    MARGIN,
    SHORT,
    bars,
    coverage,
    heading,
    printed,
    quoted,
    title,
    turned,
)

WAYS = ("both", "toward", "back")


def between(course: Course, first: date | None, last: date | None) -> Course:
    """The same course, seen from `first` to `last`, both inside; its values stay as they are."""
    start, end = first or date.min, last or date.max
    both, toward, back = (tuple(p for p in getattr(course, way) if start <= p.day <= end) for way in WAYS)
    week = timedelta(days=6)
    return replace(
        course,
        both=both,
        toward=toward,
        back=back,
        weeks=tuple(w for w in course.weeks if start <= w.start + week and w.start <= end),
        turns=tuple(t for t in course.turns if start <= t.start + week and t.start <= end),
    )


def render(
    record: Record,
    course: Course,
    book: Codebook,
    format: str = "terminal",
    lang: str = "en",
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    """The curve as text. format: "terminal", "json" or "csv"; UsageError names those there are."""
    if format not in WRITERS:
        raise UsageError(f"no curve in {format}; there are {', '.join(WRITERS)}")
    brief, say = compose(record, course.a, course.b, book, lang, course), labels(lang)
    if not course.both:
        raise UsageError(say("ui.no_course", a=brief.a.label, b=brief.b.label))
    if format == "terminal":
        return printed(_parts(brief, course, say, width), width, color)
    return WRITERS[format](brief, course, say)


def _parts(brief: Brief, course: Course, say: Labels, width: int) -> Iterator[RenderableType]:
    yield heading(say("ui.title", a=brief.a.label, b=brief.b.label))
    a, b = brief.a.label, brief.b.label
    wide = max(1, min(width - 4, len(course.both)))
    for way, who in zip(WAYS, (say("ui.both_ways"), f"{a} → {b}", f"{b} → {a}"), strict=True):
        points: tuple[Point, ...] = getattr(course, way)
        if points:
            yield Text(_index(points[-1], who, say), "bold")
            yield Text("  " + bars(_columns([p.value for p in points], wide)))
    yield Text("  " + coverage([p.day.isoformat() for p in course.both], brief.weeks, wide))
    yield Text(f"  {human(brief.curve[0][0], say)} – {human(brief.curve[-1][0], say)}", "dim")
    yield Text(f"  {say('ui.coverage_key')}", "dim")
    yield Text(say("ui.index_note"), "dim")
    yield from (Text(turned(t, say)) for t in brief.turns)
    yield title(say("ui.days"))
    known = _lines(brief)
    for point in course.both:
        if point.events:
            yield _day(point, [known[i] for i in point.events], say)
    if course.left_out:
        yield Text(say.count("ui.curve_left_out", len(course.left_out)), "dim")


def _columns(values: Sequence[float], wide: int) -> list[float]:
    """The last value of each stretch of days, a column a stretch."""
    return [values[(i + 1) * len(values) // wide - 1] for i in range(wide)]


def _index(point: Point, who: str, say: Labels) -> str:
    value, low, high = (signed(x, say) for x in (point.value, point.low, point.high))
    return say("ui.index", who=who, day=human(point.day.isoformat(), say), value=value, low=low, high=high)


def _day(point: Point, lines: Sequence[Line], say: Labels) -> RenderableType:
    head = f"{signed(point.value, say)} ({signed(point.low, say)} … {signed(point.high, say)})"
    rows: list[RenderableType] = []
    for line in lines:
        marks = f" [{line.status}]" if line.status else ""
        rows.append(Text(f"{' '.join(words for words, _ in line.headline)}{marks} · {line.date} · {line.id[:SHORT]}"))
        rows.append(Padding(quoted(line.quotes[0], say), (0, 0, 0, 2)))
    return Group(Text.assemble((human(point.day.isoformat(), say), "bold"), f" {head}"), Padding(Group(*rows), MARGIN))


def _lines(brief: Brief) -> Mapping[str, Line]:
    return {line.id: line for line in (*brief.chronology, *brief.undated)}


def as_json(brief: Brief, course: Course, say: Labels) -> str:
    """The points of all three curves, the weeks, the turns, and every event that a point opens on."""
    told = {i for p in course.both for i in p.events}
    whole = {
        "format": "detente-curve",
        "version": 1,
        "a": brief.a.code,
        "b": brief.b.code,
        **{way: [_point(p) for p in getattr(course, way)] for way in WAYS},
        "weeks": [asdict(w) | {"start": w.start.isoformat()} for w in course.weeks],
        "turns": [asdict(t) | {"start": t.start.isoformat()} for t in course.turns],
        "left_out": list(course.left_out),
        "events": {i: asdict(line) for i, line in _lines(brief).items() if i in told},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _point(point: Point) -> dict[str, object]:
    return asdict(point) | {"day": point.day.isoformat()}


def as_csv(brief: Brief, course: Course, say: Labels) -> str:
    """One row a day; pages, outlets and telling are those of its week, "" where no week is known."""
    out = io.StringIO()
    writer = csv.writer(out)
    numbers = [f"{way}_{x}" for way in WAYS for x in ("value", "low", "high")]
    writer.writerow(["day", *numbers, "pages", "outlets", "telling", "events"])
    weeks = {w.start: (w.pages, w.outlets, w.telling) for w in course.weeks}
    for points in zip(*(getattr(course, way) or course.both for way in WAYS), strict=True):
        day: date = points[0].day
        read = weeks.get(day - timedelta(days=day.weekday()), ("", "", ""))
        values = [x for way, p in zip(WAYS, points, strict=True) for x in _values(p, bool(getattr(course, way)))]
        writer.writerow([day.isoformat(), *values, *read, cell(list(points[0].events))])
    return out.getvalue()


def _values(point: Point, known: bool) -> tuple[float, float, float]:
    """Value, low and high; of a side that never acted, nothing at all."""
    return (point.value, point.low, point.high) if known else (0.0, 0.0, 0.0)


def _terminal(brief: Brief, course: Course, say: Labels) -> str:
    return printed(_parts(brief, course, say, 100), 100, color=False)


WRITERS: Mapping[str, Callable[[Brief, Course, Labels], str]] = {
    "terminal": _terminal,
    "json": as_json,
    "csv": as_csv,
}
FORMATS = tuple(WRITERS)
