"""Completes a date that leaves out its year, or more, from what stands around it. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import Grain, Span
from detente.mentions.times_tense import Lean
from detente.model import Basis

SOON = 60  # days ahead within which a date without year, tense or weekday is the coming one: our decision
FRESH = 31  # days back within which such a date is news, whatever year the paragraph tells of
HINT = 8  # characters between "mai" and the year that "juin 2025" lends it
_NEAR = timedelta(days=15)  # a wrong weekday this near to publication is a slip, not another year's
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
    sentence.
    """

    start: int
    span: Span
    paragraph: int
    whole: bool
    opens: bool = False


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


def completed(fields: Mapping[str, int], scene: Scene) -> Found | None:
    """A date that leaves out its year, or more: the page's neighbours decide, then publication."""
    if "month" in fields and (told := _by_neighbours(fields, scene)):
        return told
    if scene.published is None:
        return None
    if set(fields) == {"weekday"}:
        lean = _OF_WEEKDAYS.get(scene.lean, scene.lean)
        span = choose(candidates(fields, scene.published), scene.published, lean)
        return relative(span, scene.published)
    return by_publication(fields, scene.published, scene.lean)


_OF_WEEKDAYS = {Lean.EITHER: Lean.PAST, Lean.COMING: Lean.AHEAD}


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


def _by_neighbours(fields: Mapping[str, int], scene: Scene) -> Found | None:
    """The year of "juin 2025" right after, of the past the paragraph tells, or of the only dates there are."""
    near = (n for n in scene.stated if 0 <= n.start - scene.end <= HINT and n.paragraph == scene.paragraph)
    if right := next((n for n in near if n.span.earliest), None):
        return _lent(fields, right, "the year of the date that follows,")
    if scene.published is None and scene.lean is Lean.AHEAD:
        return _after_all(fields, scene)
    if scene.published is None:
        return next((_lent(fields, n, "the year that the page tells,") for n in only_dates(scene)), None)
    return _in_story(fields, scene, scene.published)


def _after_all(fields: Mapping[str, int], scene: Scene) -> Found | None:
    """Without publication, what is to come lies after all the page tells whole."""
    told = max((n.span for n in only_dates(scene)), key=lambda s: s.earliest or date.min, default=None)
    if told is None or told.earliest is None:
        return None
    span = choose(candidates(fields, told.earliest), told.earliest, Lean.AHEAD)
    return inferred(span, f"the first after the latest date told, {told.edtf}")


def _lent(fields: Mapping[str, int], lender: Neighbour, reason: str) -> Found | None:
    """In the year told, if only a year is told; else the nearest to the date told."""
    around = lender.span.earliest
    spans = candidates(fields, around) if around else []
    if around and lender.span.grain >= Grain.YEAR:
        spans = [s for s in spans if s.earliest and s.earliest.year == around.year]
    nearest = min(spans, key=lambda s: away(s, around), default=None) if around else None
    return inferred(nearest, f"{reason} {lender.span.edtf}")


def only_dates(scene: Scene) -> Iterator[Neighbour]:
    """Without publication, the dates that may lend a year: what the paragraph tells, then the page's latest day or month.

    The press leaves out only the year it writes in. In a paragraph an earlier year counts if it opens a sentence or is a
    day's ("In April 2024, …"), not if it only hangs on one ("the worst since April 2024").
    """
    page = [n for n in scene.stated if n.span.grain <= Grain.MONTH and _within_a_year(n.span)]
    now = max(page, key=lambda n: n.span.latest or date.min, default=None)
    told = [n for n in reversed(scene.before) if n.whole and n.paragraph == scene.paragraph and _within_a_year(n.span)]
    yield from (
        n for n in told if now and n.span.latest and now.span.latest and n.span.latest.year == now.span.latest.year
    )
    yield from (n for n in told if n.opens or n.span.grain is Grain.DAY)
    yield from (n for n in (now, *told) if n)


def _within_a_year(span: Span) -> bool:
    """Whether it can lend its year: "depuis 2020" and "2005-2011" are background, not the time of a story."""
    return bool(span.earliest and span.latest and span.earliest.year == span.latest.year)


def _next_entry(fields: Mapping[str, int], head: Neighbour, scene: Scene) -> Found | None:
    """ "12 juin :" behind "Janvier 2028 :": the entries of a chronology follow one another."""
    first, last = head.span.earliest, head.span.latest
    if first is None or last is None or not _within_a_year(head.span):
        return None
    spans = [s for s in candidates(fields, first) if "weekday" not in fields or agrees(s, fields["weekday"])]
    later = [s for s in spans if s.latest and s.latest >= first]
    earlier = [s for s in spans if s.earliest and s.earliest <= last]
    span = earlier[-1:] if scene.newest_first else later[:1]
    return inferred(span[0], f"the entry before it is {head.span.edtf}") if span else None


def _in_story(fields: Mapping[str, int], scene: Scene, published: date) -> Found | None:
    """The first such date after the earlier year that the paragraph tells of; not what is fresh news, nor to come."""
    if scene.heads and scene.head:
        found = _next_entry(fields, scene.head, scene)
        return found if found and found.span.earliest and found.span.earliest <= published else None
    told = [n for n in scene.before if n.whole and n.paragraph == scene.paragraph and _within_a_year(n.span)]
    told = told or [n for n in (scene.head,) if n and _within_a_year(n.span)]
    start = told[-1].span.earliest if told else None
    if start is None or start.year >= published.year or _is_fresh(candidates(fields, published), published):
        return None
    after = [s for s in candidates(fields, start) if s.latest and start <= s.latest < published]
    return inferred(after[0], f"the first after the paragraph's {told[-1].span.edtf}") if after else None


def _is_fresh(spans: list[Span], published: date) -> bool:
    return any(s.earliest and s.earliest <= published and away(s, published).days <= FRESH for s in spans)


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
    if lean is Lean.AHEAD or back is None:
        return ahead or back
    if lean is Lean.PAST or ahead is None:
        return back
    nearer = away(ahead, around) < away(back, around)
    soon = lean in (Lean.NEAR, Lean.COMING) or away(ahead, around).days <= SOON
    return ahead if soon and nearer else back
