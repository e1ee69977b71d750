"""A date without its year, by the dates that stand around it: the story its paragraph tells, the entries of a chronology. Pure."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from detente.mentions.times_calendar import Grain, Span
from detente.mentions.times_complete import (
    Found,
    Neighbour,
    Scene,
    agrees,
    away,
    by_publication,
    candidates,
    choose,
    inferred,
    relative,
)
from detente.mentions.times_tense import Lean

FRESH = 31  # days back within which such a date is news, whatever year the paragraph tells of
HINT = 8  # characters between "mai" and the year that "juin 2025" lends it


def completed(fields: Mapping[str, int], scene: Scene) -> Found | None:
    """A date that leaves out its year, or more: the page's neighbours decide, then publication."""
    if "month" in fields and (told := _by_neighbours(fields, scene)):
        return told
    if set(fields) == {"day"} and not scene.notes and (told := _of_the_month_told(fields, scene)):
        return told
    if scene.published is None:
        return None
    if set(fields) == {"weekday"}:
        lean = _OF_WEEKDAYS.get(scene.lean, scene.lean)
        span = choose(candidates(fields, scene.published), scene.published, lean)
        return relative(span, scene.published)
    return by_publication(fields, scene.published, scene.lean)


def _of_the_month_told(fields: Mapping[str, int], scene: Scene) -> Found | None:
    """ "Le 3 avril, … *Le 7*, …": the first such day from the one told last; "en avril … *le 27*": that of the month told last."""
    told = next(
        (n for n in reversed(scene.before) if n.span.earliest and n.span.grain in (Grain.DAY, Grain.MONTH)), None
    )
    if told is None or told.paragraph < scene.paragraph - 1:
        return None
    assert told.span.earliest is not None
    later = [s for s in candidates(fields, told.span.earliest) if s.earliest and s.earliest >= told.span.earliest]
    near = [s for s in later if away(s, told.span.earliest).days <= FRESH]
    return inferred(near[0], f"the first after {told.span.edtf}, told before it") if near else None


_OF_WEEKDAYS = {Lean.EITHER: Lean.PAST, Lean.COMING: Lean.AHEAD}


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
    return in_story(lambda around: candidates(fields, around), scene, published)


def in_story(spans: Callable[[date], list[Span]], scene: Scene, published: date) -> Found | None:
    """The first of the `spans` around a day that lies after the earlier year in which the paragraph, or the entry, tells."""
    told = _story(scene) or [n for n in (scene.head,) if n and _within_a_year(n.span)]
    start = told[-1].span.earliest if told else None
    if start is None or start.year >= published.year or _is_fresh(spans(published), published):
        return None
    after = [s for s in spans(start) if s.latest and start <= s.latest < published]
    return inferred(after[0], f"the first after the paragraph's {told[-1].span.edtf}") if after else None


def _story(scene: Scene) -> list[Neighbour]:
    """The earlier dates in which the paragraph tells: not a year that hangs on a thing ("a treaty of 2010"), none behind which
    the page counts from its own day again ("a treaty of May 2010. … last week"), and nothing where it looks ahead."""
    here = [n for n in scene.before if n.paragraph == scene.paragraph]
    if scene.lean in (Lean.AHEAD, Lean.COMING) or (here and here[-1].now):
        return []
    return [n for n in here if n.whole and _within_a_year(n.span) and (n.opens or n.span.grain < Grain.YEAR)]


def _is_fresh(spans: list[Span], published: date) -> bool:
    return any(s.earliest and s.earliest <= published and away(s, published).days <= FRESH for s in spans)
