"""From what an expression says to the civil days it means: complete, count, compose.

Every function here is pure: publication, the neighbouring dates and the lean of the sentence come in by `Scene`.
An expression that names an impossible day, or counts past the calendar's ends, has no value.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import Span
from detente.mentions.times_complete import (
    Found,
    Scene,
    away,
    choose,
    inferred,
    relative,
    yearly,
)
from detente.mentions.times_counted import (
    ahead,
    ahead_unless_past,
    back,
    calendar,
    calendar_ahead,
    calendar_in,
    calendar_near,
    calendar_past,
    numeric,
    run,
    shift,
    year_given,
)
from detente.mentions.times_feasts import MOON, SIGHTED, feast
from detente.mentions.times_grammar import Match
from detente.mentions.times_neighbours import in_story, only_dates
from detente.mentions.times_tense import Lean
from detente.model import Basis


def resolve(match: Match, scene: Scene) -> Found | None:
    """The days an expression means on this page, or None when the page does not settle it."""
    try:
        return _wrapped(match, scene)
    except (ValueError, OverflowError):  # 31 February, the year 0: no such days
        return None


def _wrapped(match: Match, scene: Scene) -> Found | None:
    wrap = match.meaning.wrap
    scene = replace(scene, lean=_leaning(wrap, scene.lean))
    if match.meaning.base == "from":
        scene = replace(scene, named=resolve(match.dates[0], scene))
    found = _CORES[match.meaning.core](match, scene)
    if found is None or not wrap or match.meaning.core == "event":
        return found
    return replace(found, span=_shaped(found.span, wrap))


def _leaning(wrap: str, lean: Lean) -> Lean:
    """Where an expression looks: some say it themselves, whatever the tense around."""
    if wrap in _SETTLED or lean is Lean.EITHER:
        return _LEANS.get(wrap, lean)
    return Lean.NEAR if wrap in _NEARER and lean is Lean.PAST else lean


_LEANS = {
    "since": Lean.PAST,
    "past": Lean.PAST,
    "until": Lean.AHEAD,
    "before": Lean.AHEAD,
    "term": Lean.AHEAD,
    "coming": Lean.AHEAD,
}
_SETTLED = ("since", "past", "term", "coming")
_NEARER = ("onward", "before", "until")  # "all hope of selling before Easter was gone": the coming Easter


def _shaped(span: Span, wrap: str) -> Span:
    match wrap:
        case "since" | "onward":
            return cal.since(span)
        case "until" | "before" | "term":
            return cal.until(span)
        case "past" | "coming":
            return span
    return cal.part(span, wrap)


# -- within a nested date -----------------------------------------------------------------------------


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


# -- composed ------------------------------------------------------------------------------------------


def _days(match: Match, scene: Scene) -> Found | None:
    """ "Du 3 au 5 mai", "les 8 et 9 décembre", "du 3 au 5 de ce mois": two days of one month."""
    fields = dict(match.fields) | {"day": match.fields["to_day"]}
    last_day = replace(match, fields={k: v for k, v in fields.items() if k != "weekday"})
    last = calendar_in(last_day, scene) if match.meaning.unit else calendar(last_day, scene)
    if last is None or last.span.earliest is None:
        return None
    first = cal.day(last.span.earliest.replace(day=int(match.fields["day"])))
    return replace(last, span=cal.between(first, last.span))


def _years(match: Match, scene: Scene) -> Found | None:
    first = int(match.fields["year"])
    last = int(match.fields.get("to_year") or first // 100 * 100 + int(match.fields["short_year"]))
    return Found(cal.between(cal.year(first), cal.year(last)), Basis.STATED) if first < last else None


def _decade(match: Match, scene: Scene) -> Found | None:
    if "decade" in match.fields:
        year = int(match.fields["decade"])
    else:
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
    rule = str(match.fields["feast"])
    found = _recurring(match, scene, lambda year: feast(year, rule))
    if found is None or not rule.startswith(MOON):
        return found
    return replace(found, basis=Basis.INFERRED, reason="; ".join(filter(None, (found.reason, SIGHTED))))


def _event(match: Match, scene: Scene) -> Found | None:
    """ "Après l'instauration d'octobre 2025": between its event, if the text dates it right behind, and publication."""
    dated = resolve(match.dates[0], scene) if match.dates else None
    if dated is None:
        return None
    reason = f"counted from the event, which the text dates {dated.span.edtf}"
    if match.meaning.wrap == "onward" and scene.published:
        return Found(cal.between(dated.span, cal.day(scene.published)), Basis.INFERRED, f"{reason}, to publication")
    return Found(_shaped(dated.span, match.meaning.wrap), Basis.INFERRED, reason)


def _recurring(match: Match, scene: Scene, build: Callable[[int], Span]) -> Found | None:
    """What comes once a year: of the year given, of the year a nested date means, or the nearest to publication."""
    if (year := year_given(match, scene)) is not None:
        return Found(build(year), Basis.STATED)
    if match.dates:
        named = resolve(match.dates[0], scene)
        return replace(named, span=build(named.span.earliest.year)) if named and named.span.earliest else None
    if scene.published is None:
        return _nearest_told(scene, build)
    if told := in_story(lambda day: yearly(build, day.year), scene, scene.published):
        return told
    spans = yearly(build, scene.published.year)
    return inferred(choose(spans, scene.published, scene.lean), f"nearest to publication, {scene.published}")


def _nearest_told(scene: Scene, build: Callable[[int], Span]) -> Found | None:
    """Without publication: the one nearest to a date that the page gives whole."""
    told = next((n.span for n in only_dates(scene) if n.span.earliest), None)
    day = told.earliest if told else None
    if told is None or day is None:
        return None
    nearest = min(yearly(build, day.year), key=lambda s: away(s, day), default=None)
    return inferred(nearest, f"nearest to the date told, {told.edtf}")


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
    "shift": shift,
    "back": back,
    "ahead": ahead,
    "ahead-unless-past": ahead_unless_past,
    "run": run,
    "week-of": _week_of,
    "calendar": calendar,
    "calendar-chained": calendar,
    "calendar-head": calendar,
    "calendar-past": calendar_past,
    "calendar-ahead": calendar_ahead,
    "calendar-near": calendar_near,
    "calendar@": calendar_in,
    "numeric": numeric,
    "days": _days,
    "days@": _days,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "season-past": _season_past,
    "season-ahead": _season_ahead,
    "half": _half,
    "quarter": _quarter,
    "feast": _feast,
    "event": _event,
    "nth-weekday": _nth,
    "last-weekday": _nth,
    "nth-week": _nth,
    "last-week": _nth,
    "nth-day": _nth,
    "last-day": _nth,
    "range": _range,
    "date": _date,
    "after-event": _nothing,
    "before-event": _nothing,
    "vague": _nothing,
    "not": _nothing,
}
