"""Which tellings of a block are worth comparing: those between which something speaks for one act.

Something is: days that leave room for one act, the same instrument, a person, a rare word, pages of one week. Of each,
a telling looks at no more than so many others, the nearest in time: the work grows with the tellings, not with their square.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from detente.chronicle.clues import NEIGHBOURS, PROMISED
from detente.chronicle.days import MOVABLE, NARROW, PUT_OFF, SOON
from detente.chronicle.folding import words
from detente.chronicle.tellings import Telling

MOST = 120  # of one type whose days leave room for one act, the nearest on either side
SPANNED = 50  # of those of one instrument, one of which names a longer time, or since when
SHARING = 25  # of those that share an instrument, a person, a rare word or a week
TELLING = 12  # words of a sentence that are looked up, those that say most
MONTHS = timedelta(days=NARROW + 16)  # from the anchor of a month to a day by which a pen may slip
MOVED = timedelta(days=PUT_OFF)

Key = tuple[object, ...]  # the name of a rule, then what the tellings of a shelf share
Pair = tuple[str, str]  # two ids, in order
Reach = Mapping[object, int]  # by the name of a rule

REACH: Reach = {
    "day": MOST,
    "span": SPANNED,
    "instrument": SHARING,
    "person": SHARING,
    "stem": SHARING,
    "week": SHARING,
}


class Shelves:
    """Tellings of one block, each on the shelves of what it shares with others, in the order of their days."""

    def __init__(self, tellings: Iterable[Telling] = (), reach: Reach = REACH) -> None:
        self._reach = reach
        self._told = {t.id: t for t in tellings}
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._shelves: dict[Key, list[tuple[date, str]]] = defaultdict(list)
        named: dict[Key, Key] = {}  # a key is held once, however many stand under it
        for t in self._told.values():
            place = anchor(t), t.id
            self._keys[t.id] = tuple(named.setdefault(key, key) for key in _keys_of(t))
            for key in self._keys[t.id]:
                self._shelves[key].append(place)
        for shelf in self._shelves.values():
            shelf.sort()

    def change(self, id: str, new: Telling | None) -> tuple[set[Pair], set[Pair]]:
        """Puts a telling where it belongs, or takes it away; the pairs of others that came near by that, and that parted."""
        near, parted = set[Pair](), set[Pair]()
        old, before = self._told.pop(id, None), self._keys.pop(id, ())
        after = _keys_of(new) if new else ()
        stays = {*before} & {*after} if old and new and anchor(old) == anchor(new) else set[Key]()
        for key in before:
            if old and key not in stays:
                near |= self._take(key, (anchor(old), id))
        for key in after:
            if new and key not in stays:
                parted |= self._put(key, (anchor(new), id))
        if new:
            self._told[id], self._keys[id] = new, after
        return near, parted

    def _put(self, key: Key, entry: tuple[date, str]) -> set[Pair]:
        shelf, reach = self._shelves[key], self._reach[key[0]]
        insort(shelf, entry)
        at = bisect_left(shelf, entry)
        return {in_order(shelf[i][1], shelf[i + reach + 1][1]) for i in _across(at, reach + 1, len(shelf))}

    def _take(self, key: Key, entry: tuple[date, str]) -> set[Pair]:
        shelf, reach = self._shelves[key], self._reach[key[0]]
        at = bisect_left(shelf, entry)
        del shelf[at]
        return {in_order(shelf[i][1], shelf[i + reach][1]) for i in _across(at, reach, len(shelf))}

    def beside(self, id: str) -> Iterator[str]:
        """Those with which a telling is worth comparing; some more than once."""
        here = self._told[id]
        for key in self._keys[id]:
            shelf, reach = self._shelves[key], self._reach[key[0]]
            at = bisect_left(shelf, (anchor(here), id))
            for _, other in (*shelf[max(at - reach, 0) : at], *shelf[at + 1 : at + reach + 1]):
                if _worth_it(key, here, self._told[other]):
                    yield other

    def meet(self, a: str, b: str) -> bool:
        """Whether two are worth comparing."""
        one, other = self._told[a], self._told[b]
        shared = {*self._keys[a]} & {*self._keys[b]}
        return any(_worth_it(key, one, other) and self._reached(key, one, other) for key in shared)

    def _reached(self, key: Key, a: Telling, b: Telling) -> bool:
        places = [bisect_left(self._shelves[key], (anchor(t), t.id)) for t in (a, b)]
        return abs(places[0] - places[1]) <= self._reach[key[0]]

    def pairs(self) -> set[Pair]:
        """All pairs that are worth comparing."""
        found = set[Pair]()
        for key, shelf in self._shelves.items():
            reach = self._reach[key[0]]
            for at, (_, one) in enumerate(shelf):
                here = self._told[one]
                for _, other in shelf[at + 1 : at + reach + 1]:
                    if _worth_it(key, here, self._told[other]):
                        found.add(in_order(one, other))
        return found


def _across(at: int, reach: int, size: int) -> range:
    """Where pairs begin that stand so far apart, one on either side of a place."""
    return range(max(at - reach, 0), min(at, size - reach))


def _worth_it(key: Key, a: Telling, b: Telling) -> bool:
    """Whether the shelf on which they stand near one another makes two worth comparing."""
    if key[0] == "day":
        near = MOVED if MOVABLE & {a.report.status, b.report.status} else MONTHS
        return (len(key) == 2 or a.report.type != b.report.type) and abs(anchor(a) - anchor(b)) <= near
    if key[0] == "span" and _narrow(a) and _narrow(b):
        return False
    return b.report.type in kindred(a.report.type)


def _keys_of(t: Telling) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys(t)))


def keys(t: Telling) -> Iterator[Key]:
    """The shelves on which a telling stands."""
    kin = sorted(kindred(t.report.type) - {t.report.type})
    types = [(t.report.type,), *(in_order(t.report.type, other) for other in kin)]
    if _narrow(t):
        yield from (("day", *pair) for pair in types)
    if t.when:
        yield from (("span", *pair, t.report.instrument) for pair in types)
    if t.report.instrument:
        yield "instrument", t.report.instrument, t.step, t.report.actors
    yield from (("person", told[-1]) for person in t.report.people if (told := words(person)))
    yield from (("stem", stem) for stem in sorted(t.stems, key=lambda stem: (-t.stems[stem], stem))[:TELLING])
    yield from (("week", t.report.type, t.report.actors, week) for week in _weeks(t))


def _weeks(t: Telling) -> list[int]:
    """The week in which it was printed, or took place, and the next; two of one week may lie on both sides of a Sunday."""
    day = t.published if t.when is None else t.window[0]
    return [day.toordinal() // SOON, day.toordinal() // SOON + 1] if day else []


def in_order(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


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
