"""Figures to put in a note or an article: curve, measures, types, copies; as SVG or PNG, in greys and hatches alone.

The drawing inside the brief is `views.plot`: it is a page's, with links. These are files, of a fixed size, for paper.
"""

import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Course, Event, Measure, MeasureState, Record, UsageError
from detente.views.compose import Desk, between, outlet_key
from detente.views.exports.made import days, needed
from detente.views.measuring import name_of
from detente.views.plot import kind_of_week
from detente.views.templates import safe

TICKS = 8  # at most, under a figure
YEARLY = 30  # months; above, only years are written
INK = "0.1"  # a shade of grey: 0 is black
HATCHES = (
    "",
    "///",
    "...",
    "xx",
    "\\\\\\",
    "++",
    "oo",
    "--",
    "**",
    "|||",
    "OO",
    "//..",
    "xx..",
    "++..",
    "\\\\..",
    "||..",
)
FACES = {  # state of a measure -> (fill, hatch)
    MeasureState.IN_FORCE: ("0.25", ""),
    MeasureState.ANNOUNCED: ("1", ""),
    MeasureState.SUSPENDED: ("1", "///"),
    MeasureState.EASED: ("0.6", ""),
    MeasureState.LIFTED: ("0.88", ""),
    MeasureState.LAPSED: ("0.88", "..."),
}
STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "svg.hashsalt": "detente",
    "svg.fonttype": "none",
    "hatch.linewidth": 0.6,
    "text.parse_math": False,  # a dollar in an outlet's name is a dollar
}
META: Mapping[str, Mapping[str, str | None]] = {
    "svg": {"Date": None, "Creator": "detente"},
    "png": {"Software": "detente"},
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is of: two actors, the events between them that are sure enough, their measures, the curve with what was read."""

    a: str
    b: str
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    course: Course | None
    desk: Desk

    @property
    def say(self) -> Labels:
        return self.desk.say


def render(
    record: Record,
    a: str,
    b: str,
    book: Codebook,
    what: str = "curve",
    format: str = "svg",
    lang: str = "en",
    *,
    course: Course | None = None,
) -> bytes:
    """A figure of actors `a` and `b` (codes). what: "curve", "measures", "types" or "copies"; format: "svg" or "png".

    The same record and version of matplotlib give the same bytes. UsageError where there is nothing to draw.
    """
    if what not in FIGURES or format not in META:
        raise UsageError(f"no plot of {what} in {format}; there are {', '.join(FIGURES)} in {', '.join(META)}")
    matplotlib, figures = needed("matplotlib", "a plot"), needed("matplotlib.figure", "a plot")
    events = tuple(e for e in record.events if between(e, a, b))
    ids = {e.id for e in events}
    measures = tuple(m for m in record.measures if set(m.events) & ids)
    sure = tuple(e for e in events if not e.review)
    subject = Subject(a, b, sure, measures, course, Desk(record, book, labels(lang)))
    out = BytesIO()
    with matplotlib.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", "Glyph .* missing"
        )  # a name in letters the font lacks: SVG keeps them as text
        figure = figures.Figure(figsize=(8, 4.2), layout="constrained")
        FIGURES[what](figure, subject)
        figure.savefig(out, format=format, dpi=150, metadata=META[format])
    return out.getvalue()


def _axes(figure: Any, subject: Subject, key: str, note: str = "") -> Any:
    """Axes under a title, with a note below them where there is one to make."""
    names = {"a": subject.desk.side(subject.a).label, "b": subject.desk.side(subject.b).label}
    axes = figure.add_subplot()
    axes.set_title(subject.say(f"ui.{key}", **names), loc="left", fontsize=11, fontweight="bold")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if note:
        axes.set_xlabel(note, fontsize=8, loc="left", color="0.35")
    return axes


# -- the curve -----------------------------------------------------------------------------------------------


def curve(figure: Any, subject: Subject) -> None:
    """The index with its band of doubt, a mark a day with events, its turns, and under it the pages read week by week."""
    points = subject.course.both if subject.course else ()
    if not subject.course or not points:
        raise UsageError("nothing to draw: no event between the two has a day")
    say = subject.say
    missing = len(subject.course.left_out)
    axes = _axes(figure, subject, "plot_curve", say.count("ui.curve_left_out", missing) if missing else "")
    figure.set_size_inches(8, 4.8)
    x, y = [p.day for p in points], [p.value for p in points]
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.fill_between(
        x, [p.low for p in points], [p.high for p in points], color="0.85", linewidth=0, label=say("ui.band")
    )
    axes.plot(x, y, color=INK, linewidth=1.6)
    for n, turn in enumerate(t for t in subject.course.turns if x[0] <= t.start <= x[-1]):
        axes.axvline(
            turn.start, color="0.35", linewidth=0.9, linestyle=(0, (2, 3)), label="" if n else say("ui.turn_key")
        )
    _read(axes, subject.course, say)
    tones = _tones(subject)
    for tone, marker, fill in (("cooperation", "o", INK), ("conflict", "v", "1")):
        told = [(p.day, p.value) for p in points if any(tones.get(e) == tone for e in p.events)]
        if told:
            axes.plot(
                *zip(*told, strict=True), marker, markerfacecolor=fill, markeredgecolor=INK, label=say(f"ui.{tone}")
            )
    axes.set_ylim(-12.4, 10.5)
    axes.set_yticks((-10, -5, 0, 5, 10), ("−10", "−5", "0", "+5", "+10"))
    figure.legend(loc="outside lower left", frameon=False, ncols=3, fontsize=8)
    _time(axes, x[0], x[-1], say)


def _read(axes: Any, course: Course, say: Labels) -> None:
    """A bar a week under the line: dark where a page tells of the two, light where pages tell of others, none unread."""
    for kind, face in (("telling", "0.25"), ("quiet", "0.75")):
        weeks = [w for w in course.weeks if kind_of_week(w.pages, w.telling) == kind]
        if weeks:
            width = timedelta(days=6)
            axes.bar(
                [w.start for w in weeks],
                0.9,
                width,
                bottom=-12.2,
                align="edge",
                color=face,
                label=say(f"ui.week_{kind}"),
            )


def _tones(subject: Subject) -> Mapping[str, str]:
    types = subject.desk.book.plover.types
    return {
        e.id: "cooperation" if types[e.type].intensity > 0 else "conflict" for e in subject.events if e.type in types
    }


# -- measures through time -----------------------------------------------------------------------------------


def measures(figure: Any, subject: Subject) -> None:
    """A bar each, from its first possible day to its last or, where it goes on, to the last day known; answers as arrows."""
    known = [m for m in subject.measures if m.start and m.start.earliest]
    rows = sorted(known, key=lambda m: (_start(m), m.id))
    if not rows:
        raise UsageError("nothing to draw: no measure between the two has a day on which it began")
    say, missing, last = subject.say, len(subject.measures) - len(rows), _last(subject, rows)
    axes = _axes(figure, subject, "plot_measures", say.count("ui.plot_undated", missing) if missing else "")
    figure.set_size_inches(8, 1.6 + 0.45 * len(rows))
    place = {m.id: n for n, m in enumerate(rows)}
    for measure, n in zip(rows, place.values(), strict=True):
        _bar(axes, measure, n, last)
        if measure.reciprocal_of in place:
            _arrow(axes, place[measure.reciprocal_of], measure, n)
    axes.set_yticks(range(len(rows)), [_named(m, subject.desk) for m in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    shown = [s for s in FACES if any(m.state is s for m in rows)]
    patches = needed("matplotlib.patches", "a plot")
    keys = [
        patches.Patch(facecolor=FACES[s][0], hatch=FACES[s][1], edgecolor=INK, label=say(f"states.{s}")) for s in shown
    ]
    figure.legend(handles=keys, loc="outside lower right", frameon=False, ncols=len(keys))
    _time(axes, _start(rows[0]), last, say)


def _start(measure: Measure) -> date:
    if measure.start is None or measure.start.earliest is None:
        raise ValueError(f"{measure.id} has no first day")
    return measure.start.earliest


def _end(measure: Measure, last: date) -> date:
    over = measure.end and (measure.end.latest or measure.end.earliest)
    return max(over or last, _start(measure) + timedelta(days=1))


def _last(subject: Subject, rows: Sequence[Measure]) -> date:
    """The last day that anything of the two is known of, so that what goes on is seen to go on."""
    told = {r.evidence.document for e in subject.events for r in e.reports}
    printed = [d.published for d in subject.desk.record.documents if d.id in told and d.published]
    ends = [m.end.latest for m in rows if m.end and m.end.latest]
    return max([*printed, *ends, _start(rows[-1]) + timedelta(days=7)])


def _bar(axes: Any, measure: Measure, n: int, last: date) -> None:
    fill, hatch = FACES[measure.state]
    first, end = _start(measure), _end(measure, last)
    axes.barh(n, end - first, left=first, height=0.5, facecolor=fill, hatch=hatch, edgecolor=INK, linewidth=0.8)
    if measure.end is None:
        axes.plot([end], [n], ">", color=INK, markersize=7, clip_on=False)


def _arrow(axes: Any, row: int, answer: Measure, n: int) -> None:
    half = 0.25 if row < n else -0.25
    ends = {"xy": (_start(answer), n - half), "xytext": (_start(answer), row + half)}
    axes.annotate("", **ends, arrowprops={"arrowstyle": "->", "linestyle": "--", "color": INK})


def _named(measure: Measure, desk: Desk) -> str:
    who, whom = (", ".join(desk.sides(codes)) for codes in (measure.imposer, measure.target))
    return f"{who} → {whom}\n{name_of(desk, measure)}"


# -- types by month ------------------------------------------------------------------------------------------


def types(figure: Any, subject: Subject) -> None:
    """Events by month and PLOVER type: cooperation up, conflict down."""
    book, say = subject.desk.book.plover.types, subject.say
    spans = {e.id: days(e) for e in subject.events}
    dated = [(e, span[0]) for e in subject.events if (span := spans[e.id]) and (span[1] - span[0]).days < 31]
    if not dated:
        raise UsageError("nothing to draw: no event between the two has a month")
    missing = len(subject.events) - len(dated)
    axes = _axes(figure, subject, "plot_types", say.count("ui.curve_left_out", missing) if missing else "")
    counts = Counter((e.type, date(d.year, d.month, 1)) for e, d in dated)
    stacks: dict[tuple[int, date], int] = defaultdict(int)
    shown = [name for name in book if any(t == name for t, _ in counts)]
    for n, name in enumerate(shown):
        up = 1 if book[name].intensity > 0 else -1
        months = sorted(month for t, month in counts if t == name)
        feet = [stacks[up, m] * up for m in months]
        heights = [counts[name, m] * up for m in months]
        face = str(round(0.97 - 0.47 * n / max(1, len(shown) - 1), 2))
        look = {"facecolor": face, "hatch": HATCHES[n], "edgecolor": INK, "linewidth": 0.6}
        axes.bar(
            [m + timedelta(days=14) for m in months],
            heights,
            24,
            bottom=feet,
            label=book[name].label[say.language],
            **look,
        )
        for m in months:
            stacks[up, m] += counts[name, m]
    _counted(axes, stacks, say)
    figure.legend(loc="outside right upper", frameon=False)
    _time(axes, min(m for _, m in counts), max(m for _, m in counts) + timedelta(days=30), say)


def _counted(axes: Any, stacks: Mapping[tuple[int, date], int], say: Labels) -> None:
    """Whole numbers, without a sign, on an axis that says which side is which."""
    up, down = (max((n for (way, _), n in stacks.items() if way == side), default=0) for side in (1, -1))
    step = max(1, max(up, down) // 4)
    marks = [n for n in range(-down, up + 1) if n % step == 0]
    axes.set_yticks(marks, [str(abs(n)) for n in marks])
    axes.set_ylim(-down - 0.5, up + 0.5)
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_ylabel(f"{say('ui.conflict')}  ←   →  {say('ui.cooperation')}")


# -- who carries whom ----------------------------------------------------------------------------------------


def copies(figure: Any, subject: Subject) -> None:
    """How many pages of one outlet reproduce, or drink from, a page of another."""
    record, desk = subject.desk.record, subject.desk
    told = {r.evidence.document for e in subject.events for r in e.reports}
    source = dict(record.origins) | dict(record.copies)
    rows = Counter(
        (safe(desk.outlet(desk.documents[new])), safe(desk.outlet(desk.documents[old])))
        for new, old in source.items()
        if {new, old} & told and outlet_key(desk.documents[new]) != outlet_key(desk.documents[old])
    )
    if not rows:
        raise UsageError("nothing to draw: no page on the two reproduces one of another outlet")
    takers, givers = (sorted({pair[i] for pair in rows}) for i in (0, 1))
    axes = _axes(figure, subject, "plot_copies")
    figure.set_size_inches(max(7, 2.5 + 1.3 * len(givers)), 1.8 + 0.4 * len(takers))
    most = max(rows.values())
    for (taker, giver), n in sorted(rows.items()):
        x, y = givers.index(giver), takers.index(taker)
        shade = 0.95 - 0.6 * n / most
        axes.barh(y, 1, left=x - 0.5, height=1, facecolor=str(round(shade, 2)), edgecolor="1")
        axes.text(x, y, str(n), ha="center", va="center", color="1" if shade < 0.5 else "0")
    axes.set_xticks(range(len(givers)), givers, rotation=20, ha="right")
    axes.set_yticks(range(len(takers)), takers)
    axes.set_xlim(-0.5, len(givers) - 0.5)
    axes.set_ylim(len(takers) - 0.5, -0.5)
    axes.set_xlabel(subject.say("ui.plot_taken_from"))


# -- days under a figure -------------------------------------------------------------------------------------


def _time(axes: Any, first: date, last: date, say: Labels) -> None:
    """The firsts of months, or of years, as many as there is room for, in the figure's language."""
    start, end = (d.year * 12 + d.month - 1 for d in (first, last))
    months = [date(m // 12, m % 12 + 1, 1) for m in range(start, end + 2)]
    by_year = len(months) > YEARLY
    marks = [m for m in months if m.month == 1 or not by_year]
    marks = marks[:: -(-len(marks) // TICKS)]
    axes.set_xticks(marks, [str(m.year) if by_year else f"{say.short_months[m.month - 1]} {m.year}" for m in marks])
    edge = max((last - first) / 30, timedelta(days=1))
    axes.set_xlim(first - edge, last + edge)


FIGURES: Mapping[str, Callable[[Any, Subject], None]] = {
    "curve": curve,
    "measures": measures,
    "types": types,
    "copies": copies,
}
