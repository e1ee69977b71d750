"""Which tellings of a block are worth comparing: those whose types and days leave room for one act.

Every telling looks back at the more precise ones of each type that its own may be, the nearest in time first, and at
no more than `MOST` of a type: so the work grows with the tellings, not with their square.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from detente.chronicle.clues import NEIGHBOURS, PROMISED
from detente.chronicle.days import MOVABLE, NARROW, UNDER_WAY
from detente.chronicle.tellings import Telling, Window

MOST = 300  # of one type that a telling is compared with; a block of fewer is compared whole
YEAR = timedelta(days=366)
EVER = (date.min, date.max)
HALF = timedelta(days=16)  # at most from the anchor of what stands on a narrow shelf to its ends

Shelf = list[tuple[date, str]]  # the day by which a telling is shelved, and its id


def pairs(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Every pair that may be one act, once; members: the more precise first."""
    narrow: dict[str, Shelf] = defaultdict(list)
    wide: dict[str, Shelf] = defaultdict(list)
    known = {t.id: t for t in members}
    for telling in members:
        for type_ in kindred(telling.report.type):
            yield from ((telling, known[id]) for id in _near(narrow[type_], telling, _reach(telling)))
            yield from ((telling, known[id]) for id in _near(wide[type_], telling, EVER))
        shelves = narrow if _narrow(telling) else wide
        insort(shelves[telling.report.type], (anchor(telling), telling.id))


def _narrow(telling: Telling) -> bool:
    """Whether its days say when it was, within a month; what was only planned may get any other."""
    days = telling.when.days if telling.when else None
    return bool(days and days <= NARROW) and telling.report.status not in MOVABLE


@lru_cache(maxsize=64)
def kindred(type_: str) -> tuple[str, ...]:
    """The types of which another telling of the same act may be."""
    found = {type_} | {t for pair in NEIGHBOURS if type_ in pair for t in pair}
    found |= PROMISED if type_ == "AGREE" else {"AGREE"} if type_ in PROMISED else set()
    found |= {"CONSULT", "REJECT"} if type_ in ("CONSULT", "REJECT") else set()
    return tuple(sorted(found))


def anchor(telling: Telling) -> date:
    """The one day by which a telling is shelved."""
    first, last = telling.window
    if first and last and telling.when:
        return first + (last - first) / 2
    return (telling.published if telling.when is None else None) or first or last or telling.published or date.max


def _near(shelf: Shelf, telling: Telling, reach: tuple[date, date]) -> Iterator[str]:
    """Those of a shelf that its days reach, the nearest first, at most `MOST`; and those a year before or after."""
    low, high = reach
    start, end = bisect_left(shelf, (low, "")), bisect_left(shelf, (high, "~"))
    if end - start <= MOST:
        yield from (id for _, id in shelf[start:end])
    else:
        middle = min(max(bisect_left(shelf, (anchor(telling), telling.id)), start), end)
        first = min(max(middle - MOST // 2, start), end - MOST)
        yield from (id for _, id in shelf[first : first + MOST])
    if telling.precise:
        yield from _years_off(shelf, anchor(telling), low, high)


def _reach(telling: Telling) -> tuple[date, date]:
    """First and last day of what may be one act with it."""
    first, last = telling.window
    if (telling.when is None and last is None) or telling.report.status in MOVABLE:
        return EVER
    wide = timedelta(days=NARROW if last else UNDER_WAY) + HALF
    return (first - wide if first else date.min), (last + wide if last else date.max)


def _years_off(shelf: Shelf, day: date, low: date, high: date) -> Iterator[str]:
    for other in (day - YEAR, day + YEAR):
        start = bisect_left(shelf, (other - timedelta(days=1), ""))
        for at, id in shelf[start : start + MOST]:
            if at > other + timedelta(days=1):
                break
            if not low <= at <= high:
                yield id


def days_of(members: Iterable[Telling]) -> dict[str, list[Window]]:
    """Of every type, the days of its precise tellings, sorted."""
    found: dict[str, list[Window]] = defaultdict(list)
    for telling in members:
        if telling.precise:
            found[telling.report.type].append(telling.window)
    return {type_: sorted(days, key=str) for type_, days in found.items()}
