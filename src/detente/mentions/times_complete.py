"""Completes a date that leaves out its year, or more, from what stands around it. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import Span
from detente.mentions.times_tense import Lean
from detente.model import Basis

SOON = 60  # days ahead within which a date without year, tense or weekday is the coming one: our decision
_NEAR = timedelta(days=15)  # a wrong weekday this near to publication is a slip, not another year's
_JUST = timedelta(days=15)  # "due on 23 August", printed on the 24th: not of next year
_YEAR_ON = timedelta(days=330)
_WHOLE_CYCLE = timedelta(days=370)  # within which a weekday settles the year


@dataclass(frozen=True, slots=True)
class Found:
    """Days, what they rest on, and why."""

    span: Span
    basis: Basis
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A date told elsewhere in the text.

    start: where, in code points. paragraph: its number. whole: whether the text gives it whole. opens: whether it opens its
    sentence. now: whether it counts from publication, so that the paragraph tells the present again.
    """

    start: int
    span: Span
    paragraph: int
    whole: bool
    opens: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression may lean on.

    before: the dates resolved so far, in order, the last few. stated: all dates the text gives whole, in order.
    named: the date inside the expression, where it counts from that: "la veille du 3 mai".
    notes: whether this is a note or an agenda, which counts from its reader.
    head: the date that heads the entry of a chronology in which, or right behind which, this one stands; heads: whether this one
    heads an entry itself; newest_first: how the entries run.
    end, paragraph: where the expression itself ends, and the number of its paragraph.
    """

    published: date | None = None
    lean: Lean = Lean.EITHER
    before: tuple[Neighbour, ...] = ()
    stated: tuple[Neighbour, ...] = ()
    paragraph: int = 0
    end: int = 0
    named: Found | None = None
    notes: bool = False
    head: Neighbour | None = None
    heads: bool = False
    newest_first: bool = False


def numbers(fields: Mapping[str, int | str]) -> dict[str, int]:
    """The numbers among the slots; a month may be written as one."""
    found = {name: value for name, value in fields.items() if isinstance(value, int)}
    if "month_number" in found:
        found["month"] = found["month_number"]
    return found


def of_year(fields: Mapping[str, int], year: int) -> Span:
    if "month" not in fields:
        return cal.year(year)
    if "day" not in fields:
        return cal.month(year, fields["month"])
    return cal.day(date(year, fields["month"], fields["day"]))


def agrees(span: Span, weekday: int) -> bool:
    return span.earliest is not None and span.earliest.isoweekday() == weekday


def relative(span: Span | None, published: date) -> Found | None:
    reason = f"counted from publication, {published.isoformat()}"
    return Found(span, Basis.RELATIVE, reason) if span else None


def by_publication(fields: Mapping[str, int], published: date, lean: Lean) -> Found | None:
    """The year, or month, that lies nearest to publication in the direction the sentence leans."""
    spans = candidates(fields, published)
    chosen = choose(spans, published, lean)
    weekday = fields.get("weekday")
    if chosen is None or weekday is None or agrees(chosen, weekday):
        return inferred(chosen, f"nearest to publication, {published.isoformat()}, looking {_LOOKS[lean]}")
    agreeing = [s for s in spans if agrees(s, weekday) and away(s, published) <= _WHOLE_CYCLE]
    if agreeing and away(chosen, published) > _NEAR:
        return inferred(min(agreeing, key=lambda s: away(s, published)), "the weekday settles the year")
    return contradicted(chosen, weekday)


_LOOKS = {
    Lean.PAST: "back",
    Lean.AHEAD: "ahead",
    Lean.NEAR: "either way",
    Lean.COMING: "either way",
    Lean.EITHER: "back, or ahead within two months",
}


def contradicted(span: Span, weekday: int) -> Found:
    """A date whose weekday is another: the day of the date, or the nearest such weekday; nobody can say which."""
    day = span.earliest
    assert day is not None
    off = (weekday - day.isoweekday() + 3) % 7 - 3  # -3..3
    other = day + timedelta(days=off)
    reason = f"the weekday contradicts the date: {day.isoformat()}, or {other.isoformat()} by its weekday"
    return Found(cal.one_of(day, other), Basis.INFERRED, reason)


def inferred(span: Span | None, reason: str) -> Found | None:
    return Found(span, Basis.INFERRED, f"completed: {reason}") if span else None


def candidates(fields: Mapping[str, int], around: date) -> list[Span]:
    """The days or months that fit what is given, near a day, in order."""
    if "month" in fields:
        return yearly(lambda year: of_year(fields, year), around.year)
    weekday = fields.get("weekday")
    if "day" in fields:
        spans = [possible(_in_month, around, k, fields["day"]) for k in range(-12, 13)]
    else:
        spans = [possible(cal.shifted, around, "day", k) for k in range(-7, 8)]
    return [s for s in spans if s and (weekday is None or agrees(s, weekday))]


def yearly(build: Callable[[int], Span], year: int) -> list[Span]:
    """What comes once a year, in the years around one, where it exists."""
    return [span for y in range(year - 2, year + 3) if (span := possible(build, y))]


def _in_month(around: date, months: int, day: int) -> Span:
    year, month = cal.divide(around.year, around.month + months)
    return cal.day(date(year, month, day))


def possible(build: Callable[..., Span], *of: object) -> Span | None:
    """What `build` makes, or None for a day that does not exist: 31 February, the year 0."""
    try:
        return build(*of)
    except (ValueError, OverflowError):
        return None


def away(span: Span, day: date) -> timedelta:
    """How far a span lies from a day; nothing when the day is in it."""
    first, last = span.earliest or date.min, span.latest or date.max
    return max(first - day, day - last, timedelta(0))


def choose(spans: list[Span], around: date, lean: Lean) -> Span | None:
    """The last span begun, or the first not over; leaning neither way, the coming one only when it is soon.

    Leaning to the nearer side, the nearer, and of two as near the one before.
    """
    begun = [s for s in spans if s.earliest and s.earliest <= around]
    coming = [s for s in spans if s.latest and s.latest >= around]
    back, ahead = begun[-1] if begun else None, coming[0] if coming else None
    if back and ahead and lean is Lean.AHEAD and away(ahead, around) > _YEAR_ON and away(back, around) <= _JUST:
        return back
    if lean is Lean.AHEAD or back is None:
        return ahead or back
    if lean is Lean.PAST or ahead is None:
        return back
    nearer = away(ahead, around) < away(back, around)
    soon = lean in (Lean.NEAR, Lean.COMING) or away(ahead, around).days <= SOON
    return ahead if soon and nearer else back
