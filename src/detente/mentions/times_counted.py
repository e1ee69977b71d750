"""Dates that count from another day, or leave a part out: "il y a trois mois", "la veille", "le 2 février". Pure."""

from dataclasses import replace
from datetime import date

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import GRAINS, Grain, Span
from detente.mentions.times_complete import (
    Found,
    Neighbour,
    Scene,
    agrees,
    away,
    by_publication,
    candidates,
    contradicted,
    inferred,
    numbers,
    of_year,
    possible,
    relative,
)
from detente.mentions.times_grammar import Match
from detente.mentions.times_neighbours import completed
from detente.mentions.times_tense import Lean
from detente.model import Basis

_SENTENCE = 240  # characters from "in October 2008" to "the next day" that counts from a day of that month, in the next sentence too
_CENTURY_TURN = 70  # without publication, '70 is 1970 and '69 is 2069


# -- counted: from publication, from the last date, from a date named beside ------------------------------


def _base(match: Match, scene: Scene, grain: Grain) -> Found | None:
    """The span counted from, and what counting from it rests on."""
    if match.meaning.base == "from":
        return _base_of(scene.named) if scene.named else None
    if match.meaning.base == "then":
        told = [n.span for n in _entry(scene) if n.span.grain <= grain and _may_be_counted_from(n.span, scene)]
        reason = "counted from {}, the date told before"
        if told or not scene.notes:
            return Found(told[-1], Basis.RELATIVE, reason.format(told[-1].edtf)) if told else None
    if scene.published is None:
        return None
    return relative(cal.day(scene.published), scene.published)


def _entry(scene: Scene) -> list[Neighbour]:
    """The dates told before; in an entry of a chronology its own only, from the day that heads it."""
    start = scene.head.start if scene.head and not scene.heads else 0
    return [n for n in scene.before if n.start >= start]


def _may_be_counted_from(span: Span, scene: Scene) -> bool:
    """A known day or run of days; not what is still to come, unless the sentence looks ahead too."""
    if span.earliest is None or span.latest is None:
        return False
    return scene.lean in (Lean.AHEAD, Lean.COMING) or scene.published is None or span.earliest <= scene.published


def _base_of(named: Found) -> Found:
    basis = Basis.INFERRED if named.basis is Basis.INFERRED else Basis.RELATIVE
    return Found(named.span, basis, named.reason or f"counted from {named.span.edtf}")


def _counted(match: Match, scene: Scene, unit: str, by: int) -> Found | None:
    base = _base(match, scene, GRAINS[unit])
    if base is None:
        return None
    day = base.span.latest if by > 0 else base.span.earliest
    return replace(base, span=cal.shifted(day, unit, by)) if day else None


def shift(match: Match, scene: Scene) -> Found | None:
    unit, by = match.meaning.unit, match.meaning.shift
    if unit == "weekend" and not match.meaning.base:
        return _weekend(match, scene, by)
    if match.meaning.base == "then" and by and (found := _within_months(match, scene, unit, by)):
        return found
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


def back(match: Match, scene: Scene) -> Found | None:
    return _offset_from(match, scene, -1)


def ahead(match: Match, scene: Scene) -> Found | None:
    return _offset_from(match, scene, 1)


def _offset_from(match: Match, scene: Scene, sign: int) -> Found | None:
    """At the unit counted in; in a note, "dans une semaine" is the day itself."""
    unit, by = _offset(match, sign)
    if found := _within_months(match, scene, unit, by):
        return found
    base = _base(match, scene, GRAINS[unit]) if scene.notes else None
    if base is None or base.span.earliest != base.span.latest or base.span.earliest is None:
        return _counted(match, scene, unit, by)
    return replace(base, span=cal.day(cal.moved(base.span.earliest, unit, by)))


def _within_months(match: Match, scene: Scene, unit: str, by: int) -> Found | None:
    """ "En février 2001, …; trois semaines plus tard, …": days or weeks from a month are known to the month."""
    told = (n for n in reversed(scene.before) if n.opens or n.span.grain < Grain.YEAR)  # not "un accord *de 2013*"
    last = next(told, None) if match.meaning.base == "then" else None
    near = last is not None and (last.opens or scene.end - last.start < _SENTENCE)
    if last is None or not near or last.paragraph != scene.paragraph or last.span.grain is not Grain.MONTH:
        return None
    first, end = last.span.earliest, last.span.latest
    if first is None or end is None or GRAINS[unit] >= Grain.MONTH:
        return None
    start, stop = cal.moved(first, unit, by), cal.moved(end, unit, by)
    span = cal.between(cal.month(start.year, start.month), cal.month(stop.year, stop.month))
    return Found(span, Basis.INFERRED, f"counted from {last.span.edtf}, the month told before")


def ahead_unless_past(match: Match, scene: Scene) -> Found | None:
    """ "The first visit in two years" tells how long it took, not when; so does a count of years that looks nowhere."""
    of_years = GRAINS.get(str(match.fields["unit"]), Grain.DAY) >= Grain.YEAR
    if scene.lean is Lean.PAST or (scene.lean is Lean.EITHER and of_years):
        return None
    return ahead(match, scene)


def _offset(match: Match, sign: int) -> tuple[str, int]:
    """Unit and number; hours are whole days, those within the day none."""
    unit, count = str(match.fields["unit"]), int(match.fields["count"])
    if unit == "minute":
        return "day", 0
    return ("day", sign * (count // 24)) if unit == "hour" else (unit, sign * count)


def run(match: Match, scene: Scene) -> Found | None:
    """ "Ces trois dernières années": from that far back to publication's own unit; in a note, to the day."""
    unit, by = _offset(match, -1)
    if scene.notes and scene.published:
        first_day = cal.day(cal.moved(scene.published, unit, by))
        return relative(cal.between(first_day, cal.day(scene.published)), scene.published)
    first, last = _counted(match, scene, unit, by), _counted(match, scene, unit, 0)
    return replace(first, span=cal.between(first.span, last.span)) if first and last else None


# -- calendar: weekday, day, month, year, some of them left out ---------------------------------------------


def calendar(match: Match, scene: Scene) -> Found | None:
    year = year_given(match, scene)
    if year is None:
        return completed(numbers(match.fields), scene)
    fields = numbers(match.fields)
    span = of_year(fields, year)
    if (weekday := fields.get("weekday")) and not agrees(span, weekday):
        return contradicted(span, weekday)
    return Found(span, Basis.STATED)


def year_given(match: Match, scene: Scene) -> int | None:
    if "year" in match.fields:
        return int(match.fields["year"])
    if "short_year" not in match.fields:
        return None
    short = int(match.fields["short_year"])
    turn = (scene.published.year + 10) % 100 if scene.published else _CENTURY_TURN
    return short + (2000 if short <= turn else 1900)


def calendar_past(match: Match, scene: Scene) -> Found | None:
    """ "Mardi dernier", "en mars dernier": the last one that was over."""
    base = _base(match, scene, Grain.MONTH)
    start = base.span.earliest if base else None
    if base is None or start is None:
        return None
    over = [s for s in candidates(numbers(match.fields), start) if s.latest and s.latest < start]
    return replace(base, span=_weeks_off(over[-1], 1 - _nth(match))) if over else None


def calendar_ahead(match: Match, scene: Scene) -> Found | None:
    """ "Lundi prochain", "le lundi suivant": the first one not begun."""
    base = _base(match, scene, Grain.MONTH)
    end = base.span.latest if base else None
    if base is None or end is None:
        return None
    coming = [s for s in candidates(numbers(match.fields), end) if s.earliest and s.earliest > end]
    return replace(base, span=_weeks_off(coming[0], _nth(match) - 1)) if coming else None


def _nth(match: Match) -> int:
    """ "Two Thursdays ago" is the second one back."""
    return int(match.fields.get("count", 1))


def _weeks_off(span: Span, weeks: int) -> Span:
    return cal.shifted(span.earliest, "day", 7 * weeks) if weeks and span.earliest else span


def calendar_near(match: Match, scene: Scene) -> Found | None:
    """ "This Friday": the coming one, unless the sentence looks back."""
    lean = Lean.PAST if scene.lean is Lean.PAST else Lean.AHEAD
    return calendar(match, replace(scene, lean=lean))


def calendar_in(match: Match, scene: Scene) -> Found | None:
    """ "Lundi de la semaine dernière", "en mars de l'an passé", "le 15 courant": the one within that unit."""
    meaning = match.meaning
    unit = _counted(match, scene, meaning.unit, meaning.shift)
    if unit is None or unit.span.earliest is None or unit.span.latest is None:
        return None
    for span in candidates(numbers(match.fields), unit.span.earliest):
        if span.earliest and unit.span.earliest <= span.earliest <= unit.span.latest:
            return replace(unit, span=span)
    return None


def numeric(match: Match, scene: Scene) -> Found | None:
    """8/12/2025 where either order is in use: the possible one, else the nearest to publication."""
    first, second = int(match.fields["day"]), int(match.fields["to_day"])
    orders = ({"day": first, "month": second}, {"day": second, "month": first})
    year = year_given(match, scene)
    if year is None:
        possible_ = [f for f in orders if f["month"] <= 12]
        return by_publication(possible_[-1], scene.published, scene.lean) if scene.published and possible_ else None
    spans = {s.edtf: s for f in orders if (s := possible(of_year, f, year))}
    if len(spans) < 2:
        return Found(next(iter(spans.values())), Basis.STATED) if spans else None
    day = scene.published or date.max
    return inferred(min(spans.values(), key=lambda s: away(s, day)), "day and month may stand in either order")
