"""From what an expression says to the civil days it means: complete, count, compose.

Every function here is pure: publication, the neighbouring dates and the lean of the sentence come in by `Scene`.
An expression that names an impossible day, or counts past the calendar's ends, has no value.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import GRAINS, Grain, Span
from detente.mentions.times_complete import (
    Found,
    Scene,
    agrees,
    away,
    by_publication,
    candidates,
    choose,
    completed,
    inferred,
    numbers,
    of_year,
    possible,
    relative,
    yearly,
)
from detente.mentions.times_grammar import Match
from detente.mentions.times_tense import Lean
from detente.model import Basis

_CENTURY_TURN = 70  # without publication, '70 is 1970 and '69 is 2069


def resolve(match: Match, scene: Scene) -> Found | None:
    """The days an expression means on this page, or None when the page does not settle it."""
    try:
        return _wrapped(match, scene)
    except (ValueError, OverflowError):  # 31 February, the year 0: no such days
        return None


def _wrapped(match: Match, scene: Scene) -> Found | None:
    wrap = match.meaning.wrap
    if wrap in _SETTLED or scene.lean is Lean.EITHER:
        scene = replace(scene, lean=_LEANS.get(wrap, scene.lean))
    found = _CORES[match.meaning.core](match, scene)
    if found is None or not wrap:
        return found
    return replace(found, span=_shaped(found.span, wrap))


_LEANS = {
    "since": Lean.PAST,
    "past": Lean.PAST,
    "until": Lean.AHEAD,
    "term": Lean.AHEAD,
    "coming": Lean.AHEAD,
}
_SETTLED = ("since", "past", "term", "coming")  # these say themselves where they look, whatever the tense around


def _shaped(span: Span, wrap: str) -> Span:
    match wrap:
        case "since" | "onward":
            return cal.since(span)
        case "until" | "term":
            return cal.until(span)
        case "past" | "coming":
            return span
    return cal.part(span, wrap)


# -- counted: from publication, from the last date, from a date named beside ------------------------------


def _base(match: Match, scene: Scene, grain: Grain) -> Found | None:
    """The span counted from, and what counting from it rests on."""
    if match.meaning.base == "from":
        named = resolve(match.dates[0], scene)
        return _base_of(named) if named else None
    if match.meaning.base == "then":
        told = [n.span for n in scene.before if n.span.grain <= grain and n.span.latest and n.span.earliest]
        reason = "counted from {}, the date told before"
        return Found(told[-1], Basis.RELATIVE, reason.format(told[-1].edtf)) if told else None
    if scene.published is None:
        return None
    return relative(cal.day(scene.published), scene.published)


def _base_of(named: Found) -> Found:
    basis = Basis.INFERRED if named.basis is Basis.INFERRED else Basis.RELATIVE
    return Found(named.span, basis, named.reason or f"counted from {named.span.edtf}")


def _counted(match: Match, scene: Scene, unit: str, by: int) -> Found | None:
    base = _base(match, scene, GRAINS[unit])
    if base is None:
        return None
    day = base.span.latest if by > 0 else base.span.earliest
    return replace(base, span=cal.shifted(day, unit, by)) if day else None


def _shift(match: Match, scene: Scene) -> Found | None:
    unit, by = match.meaning.unit, match.meaning.shift
    if unit == "weekend" and not match.meaning.base:
        return _weekend(match, scene, by)
    return _counted(match, scene, unit, by)


def _weekend(match: Match, scene: Scene, by: int) -> Found | None:
    """The weekend meant from a day: one just over is "this" one until Wednesday, and "last" one until Friday."""
    if scene.published is None:
        return None
    day = scene.published
    over = day.weekday() < 5
    looks_back = scene.lean is Lean.PAST or (scene.lean is Lean.EITHER and day.weekday() < 3)
    weeks = by if by else -int(over and looks_back)
    return _counted(match, scene, "weekend", weeks)


def _back(match: Match, scene: Scene) -> Found | None:
    return _counted(match, scene, *_offset(match, -1))


def _ahead(match: Match, scene: Scene) -> Found | None:
    return _counted(match, scene, *_offset(match, 1))


def _offset(match: Match, sign: int) -> tuple[str, int]:
    """Unit and number; hours are whole days, those within the day none."""
    unit, count = str(match.fields["unit"]), int(match.fields["count"])
    return ("day", sign * (count // 24)) if unit == "hour" else (unit, sign * count)


def _run(match: Match, scene: Scene) -> Found | None:
    """ "Ces trois dernières années": from that far back to publication's own unit."""
    unit, by = _offset(match, -1)
    first, last = _counted(match, scene, unit, by), _counted(match, scene, unit, 0)
    return replace(first, span=cal.between(first.span, last.span)) if first and last else None


def _week_of(match: Match, scene: Scene) -> Found | None:
    found = resolve(match.dates[0], scene)
    return replace(found, span=cal.week(found.span.earliest)) if found and found.span.earliest else None


def _nth(match: Match, scene: Scene) -> Found | None:
    """ "Le premier mardi de mars", "the last week of May": within a nested date; a week is one that lies whole in it."""
    which, piece = match.meaning.core.split("-")
    found = resolve(match.dates[0], scene)
    if found is None or found.span.earliest is None or found.span.latest is None:
        return None
    spans = _pieces(found.span.earliest, found.span.latest, piece, match.fields.get("weekday"))
    number = -1 if which == "last" else int(match.fields["nth"]) - 1
    return replace(found, span=spans[number]) if number < len(spans) else None


def _pieces(first: date, last: date, piece: str, weekday: int | str | None) -> list[Span]:
    """The days, the days of one weekday, or the whole weeks from one day to another."""
    days = [first + k * cal.DAY for k in range((last - first).days + 1)]
    if piece == "week":
        return [cal.week(d) for d in days if d.weekday() == 0 and last - d >= 6 * cal.DAY]
    return [cal.day(d) for d in days if piece == "day" or d.isoweekday() == weekday]


# -- calendar: weekday, day, month, year, some of them left out ---------------------------------------------


def _calendar(match: Match, scene: Scene) -> Found | None:
    year = _year(match, scene)
    if year is None:
        return completed(numbers(match.fields), scene)
    fields = numbers(match.fields)
    span = of_year(fields, year)
    if (weekday := fields.get("weekday")) and not agrees(span, weekday):
        return Found(span, Basis.INFERRED, f"the weekday disagrees: {span.edtf} is another day; the date is kept")
    return Found(span, Basis.STATED)


def _year(match: Match, scene: Scene) -> int | None:
    if "year" in match.fields:
        return int(match.fields["year"])
    if "short_year" not in match.fields:
        return None
    short = int(match.fields["short_year"])
    turn = (scene.published.year + 10) % 100 if scene.published else _CENTURY_TURN
    return short + (2000 if short <= turn else 1900)


def _calendar_past(match: Match, scene: Scene) -> Found | None:
    """ "Mardi dernier", "en mars dernier": the last one that was over."""
    base = _base(match, scene, Grain.MONTH)
    start = base.span.earliest if base else None
    if base is None or start is None:
        return None
    over = [s for s in candidates(numbers(match.fields), start) if s.latest and s.latest < start]
    return replace(base, span=over[-1]) if over else None


def _calendar_ahead(match: Match, scene: Scene) -> Found | None:
    """ "Lundi prochain", "le lundi suivant": the first one not begun."""
    base = _base(match, scene, Grain.MONTH)
    end = base.span.latest if base else None
    if base is None or end is None:
        return None
    coming = [s for s in candidates(numbers(match.fields), end) if s.earliest and s.earliest > end]
    return replace(base, span=coming[0]) if coming else None


def _calendar_near(match: Match, scene: Scene) -> Found | None:
    """ "This Friday": the coming one, unless the sentence looks back."""
    lean = Lean.PAST if scene.lean is Lean.PAST else Lean.AHEAD
    return _calendar(match, replace(scene, lean=lean))


def _calendar_in(match: Match, scene: Scene) -> Found | None:
    """ "Lundi de la semaine dernière", "en mars de l'an passé", "le 15 courant": the one within that unit."""
    meaning = match.meaning
    unit = _counted(match, scene, meaning.unit, meaning.shift)
    if unit is None or unit.span.earliest is None or unit.span.latest is None:
        return None
    for span in candidates(numbers(match.fields), unit.span.earliest):
        if span.earliest and unit.span.earliest <= span.earliest <= unit.span.latest:
            return replace(unit, span=span)
    return None


def _numeric(match: Match, scene: Scene) -> Found | None:
    """8/12/2025 where either order is in use: the possible one, else the nearest to publication."""
    first, second = int(match.fields["day"]), int(match.fields["to_day"])
    orders = ({"day": first, "month": second}, {"day": second, "month": first})
    year = _year(match, scene)
    if year is None:
        possible_ = [f for f in orders if f["month"] <= 12]
        return by_publication(possible_[-1], scene.published, scene.lean) if scene.published and possible_ else None
    spans = {s.edtf: s for f in orders if (s := possible(of_year, f, year))}
    if len(spans) < 2:
        return Found(next(iter(spans.values())), Basis.STATED) if spans else None
    day = scene.published or date.max
    return inferred(min(spans.values(), key=lambda s: away(s, day)), "day and month may stand in either order")


# -- composed ------------------------------------------------------------------------------------------


def _days(match: Match, scene: Scene) -> Found | None:
    """ "Du 3 au 5 mai", "les 8 et 9 décembre": two days of one month."""
    fields = dict(match.fields) | {"day": match.fields["to_day"]}
    last = _calendar(replace(match, fields={k: v for k, v in fields.items() if k != "weekday"}), scene)
    if last is None or last.span.earliest is None:
        return None
    first = cal.day(last.span.earliest.replace(day=int(match.fields["day"])))
    return replace(last, span=cal.between(first, last.span))


def _years(match: Match, scene: Scene) -> Found | None:
    first = int(match.fields["year"])
    last = int(match.fields.get("to_year") or first // 100 * 100 + int(match.fields["short_year"]))
    return Found(cal.between(cal.year(first), cal.year(last)), Basis.STATED) if first < last else None


def _decade(match: Match, scene: Scene) -> Found | None:
    year = int(match.fields["year"]) if "year" in match.fields else 1900 + int(match.fields["short_year"])
    return Found(cal.decade(year // 10 * 10), Basis.STATED)


def _season(match: Match, scene: Scene) -> Found | None:
    return _recurring(match, scene, lambda year: cal.season(year, int(match.fields["season"])))


def _season_past(match: Match, scene: Scene) -> Found | None:
    spans = _seasons(match, scene)
    over = [s for s in spans if scene.published and s.latest and s.latest < scene.published]
    return relative(over[-1], scene.published) if over and scene.published else None


def _season_ahead(match: Match, scene: Scene) -> Found | None:
    spans = _seasons(match, scene)
    coming = [s for s in spans if scene.published and s.earliest and s.earliest > scene.published]
    return relative(coming[0], scene.published) if coming and scene.published else None


def _seasons(match: Match, scene: Scene) -> list[Span]:
    code = int(match.fields["season"])
    return yearly(lambda year: cal.season(year, code), scene.published.year) if scene.published else []


def _half(match: Match, scene: Scene) -> Found | None:
    return _recurring(match, scene, lambda year: _piece(year, int(match.fields["nth"]), 6))


def _quarter(match: Match, scene: Scene) -> Found | None:
    return _recurring(match, scene, lambda year: _piece(year, int(match.fields["nth"]), 3))


def _piece(year: int, nth: int, months: int) -> Span:
    return cal.months(year, (nth - 1) * months + 1, nth * months)


def _feast(match: Match, scene: Scene) -> Found | None:
    return _recurring(match, scene, lambda year: cal.feast(year, str(match.fields["feast"])))


def _recurring(match: Match, scene: Scene, build: Callable[[int], Span]) -> Found | None:
    """What comes once a year: of the year given, of the year a nested date means, or the nearest to publication."""
    if (year := _year(match, scene)) is not None:
        return Found(build(year), Basis.STATED)
    if match.dates:
        named = resolve(match.dates[0], scene)
        return replace(named, span=build(named.span.earliest.year)) if named and named.span.earliest else None
    if scene.published is None:
        return None
    spans = yearly(build, scene.published.year)
    return inferred(choose(spans, scene.published, scene.lean), f"nearest to publication, {scene.published}")


def _range(match: Match, scene: Scene) -> Found | None:
    """Two dates; what one leaves out, the other lends."""
    left, right = match.dates
    if _is_whole(right) and not _is_whole(left):
        last = resolve(right, scene)
        first = _lent(left, last, Lean.PAST)
    else:
        first = resolve(left, scene)
        last = resolve(right, scene) if _is_whole(right) else _lent(right, first, Lean.AHEAD)
    if first is None or last is None:
        return None
    basis = max((first.basis, last.basis), key=_BY_DOUBT.index)
    return Found(cal.between(first.span, last.span), basis, first.reason or last.reason)


_BY_DOUBT = (Basis.STATED, Basis.RELATIVE, Basis.INFERRED, Basis.PUBLICATION)


def _is_whole(match: Match) -> bool:
    """Whether it needs no other date to lend it a year."""
    if match.meaning.core in ("calendar", "half", "quarter", "season", "feast") and not match.meaning.base:
        return bool({"year", "short_year"} & set(match.fields)) or any(map(_is_whole, match.dates))
    return match.meaning.core != "date" or all(map(_is_whole, match.dates))


def _lent(match: Match, lender: Found | None, lean: Lean) -> Found | None:
    """An end of a range, completed from its other end."""
    if lender is None:
        return None
    day = lender.span.earliest if lean is Lean.AHEAD else lender.span.latest
    found = resolve(match, Scene(published=day, lean=lean)) if day else None
    return replace(found, basis=lender.basis, reason=lender.reason) if found else None


def _date(match: Match, scene: Scene) -> Found | None:
    return resolve(match.dates[0], scene)


def _nothing(match: Match, scene: Scene) -> Found | None:
    return None


_CORES: Mapping[str, Callable[[Match, Scene], Found | None]] = {
    "shift": _shift,
    "back": _back,
    "ahead": _ahead,
    "run": _run,
    "week-of": _week_of,
    "calendar": _calendar,
    "calendar-chained": _calendar,
    "calendar-past": _calendar_past,
    "calendar-ahead": _calendar_ahead,
    "calendar-near": _calendar_near,
    "calendar@": _calendar_in,
    "numeric": _numeric,
    "days": _days,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "season-past": _season_past,
    "season-ahead": _season_ahead,
    "half": _half,
    "quarter": _quarter,
    "feast": _feast,
    "nth-weekday": _nth,
    "last-weekday": _nth,
    "nth-week": _nth,
    "last-week": _nth,
    "nth-day": _nth,
    "last-day": _nth,
    "range": _range,
    "date": _date,
    "vague": _nothing,
    "not": _nothing,
}
