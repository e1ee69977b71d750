"""Which tellings of a block are worth comparing: those between which something speaks for one act.

Something is: days that leave room for one act, the same instrument, a person, a rare word, pages of one week. Of each,
a telling looks at no more than so many others, the nearest in time: the work grows with the tellings, not with their square.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from detente.chronicle.clues import NEIGHBOURS, PROMISED
from detente.chronicle.days import NARROW, PUT_OFF, SOON, UNDER_WAY
from detente.chronicle.folding import words
from detente.chronicle.tellings import AHEAD, Telling, Window
from detente.model import Status

FEW = 60  # tellings; a block of no more is compared whole
MOST = 120  # of one type whose days leave room for one act, the nearest
SHARING = 25  # of those that share an instrument, a person, a rare word or a week, the nearest
MONTHS = timedelta(days=NARROW + 16)  # from the anchor of a month to a day by which a pen may slip

Shelf = list[tuple[date, str, str]]  # the day by which a telling is shelved, its id and its type
Kind = tuple[str, tuple[str, ...]]  # type and actors
Keys = Callable[[Telling], Iterable[Hashable]]


def pairs(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Every pair that may be one act, once, in a stable order; two types that are never one act are no pair."""
    if len(members) <= FEW:
        kin = {t.report.type: kindred(t.report.type) for t in members}
        yield from ((a, b) for a, b in combinations(members, 2) if b.report.type in kin[a.report.type])
        return
    known = {t.id: t for t in members}
    found = {pair for rule in (_by_day, _by_span, _by_share) for pair in rule(members)}
    yield from ((known[a], known[b]) for a, b in sorted(found))


def _by_day(members: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Those that name a day or a month, beside one another."""
    shelves = _shelves(members, lambda t: [t.report.type] if _narrow(t) else [])
    for t in members:
        if _narrow(t):
            near = timedelta(days=PUT_OFF) if t.report.status in MOVABLE else MONTHS
            for type_ in sorted(kindred(t.report.type)):
                yield from _beside(shelves.get(type_, []), t, near, MOST)


def _by_span(members: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Those that name longer times, or since when, and those that do not say, with the days which these may hold."""
    dated = _shelves(members, lambda t: [(t.report.type, t.report.instrument)] if _narrow(t) else [])
    for t in members:
        if t.when and not _narrow(t):
            for type_ in sorted(kindred(t.report.type)):
                yield from _held(dated.get((type_, t.report.instrument), []), t)


def _by_share(members: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Those that share what few do."""
    for keys in (_instrument, _people, _stems, _week):
        shelves = _shelves(members, keys)
        for t in members:
            for key in keys(t):
                yield from _beside(shelves[key], t, ANY, SHARING)


def _instrument(t: Telling) -> Iterable[Hashable]:
    return [(t.report.instrument, t.step, t.report.actors)] if t.report.instrument else []


def _people(t: Telling) -> Iterable[Hashable]:
    return [words(person)[-1] for person in t.report.people if words(person)]


def _stems(t: Telling) -> Iterable[Hashable]:
    """The words that say most."""
    return sorted(t.stems, key=lambda stem: (-t.stems[stem], stem))[:TELLING]


def _week(t: Telling) -> Iterable[Hashable]:
    """The week in which it was printed, or took place; two of one week may lie on both sides of a Sunday."""
    day = t.published if t.when is None else t.window[0]
    weeks = [day.toordinal() // SOON, day.toordinal() // SOON + 1] if day else []
    return [(t.report.type, t.report.actors, week) for week in weeks]


def _shelves(members: Iterable[Telling], keys: Keys) -> dict[Hashable, Shelf]:
    shelves: dict[Hashable, Shelf] = defaultdict(list)
    for t in members:
        day = anchor(t)
        for key in keys(t):
            shelves[key].append((day, t.id, t.report.type))
    for shelf in shelves.values():
        shelf.sort()
    return shelves


def _beside(shelf: Shelf, t: Telling, near: timedelta, most: int) -> Iterator[tuple[str, str]]:
    """`t` with those that stand after it on the shelf, no further than `near`, at most so many; each looks one way."""
    own, kin = (anchor(t), t.id), kindred(t.report.type)
    start = bisect_left(shelf, own)
    for day, id, type_ in shelf[start : start + most]:
        if day - own[0] > near:
            return
        if type_ in kin and id != t.id:
            yield _in_order(t.id, id)


def _held(shelf: Shelf, t: Telling) -> Iterator[tuple[str, str]]:
    """`t` with those whose days its own may hold, those nearest its anchor first."""
    first, last = t.window
    low = bisect_left(shelf, (first - timedelta(days=UNDER_WAY), "")) if first else 0
    high = bisect_left(shelf, (last + timedelta(days=NARROW), "")) if last else len(shelf)
    middle = min(max(bisect_left(shelf, (anchor(t), t.id)) - SHARING, low), max(high - 2 * SHARING, low))
    yield from (_in_order(t.id, id) for _, id, _ in shelf[middle : min(middle + 2 * SHARING, high)])


def _in_order(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


TELLING = 12  # stems of a sentence that are looked up
ANY = timedelta.max
MOVABLE = AHEAD | {Status.CANCELLED}


def _narrow(telling: Telling) -> bool:
    """Whether its days say when it was, within a month."""
    days = telling.when.days if telling.when else None
    return days is not None and days <= NARROW


@lru_cache(maxsize=64)
def kindred(type_: str) -> frozenset[str]:
    """The types of which another telling of the same act may be."""
    found = {type_} | {t for pair in NEIGHBOURS if type_ in pair for t in pair}
    found |= PROMISED if type_ == "AGREE" else {"AGREE"} if type_ in PROMISED else set()
    found |= {"CONSULT", "REJECT"} if type_ in ("CONSULT", "REJECT") else set()
    return frozenset(found)


def anchor(telling: Telling) -> date:
    """The one day by which a telling is shelved."""
    first, last = telling.window
    if first and last and telling.when:
        return first + (last - first) / 2
    return (telling.published if telling.when is None else None) or first or last or telling.published or date.max


def days_of(members: Iterable[Telling]) -> dict[Kind, list[Window]]:
    """Of every type of act by the same side, the days of its precise tellings, sorted."""
    found: dict[Kind, list[Window]] = defaultdict(list)
    for telling in members:
        if telling.precise:
            found[telling.report.type, telling.report.actors].append(telling.window)
    return {kind: sorted(days, key=str) for kind, days in found.items()}
