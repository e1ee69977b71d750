"""One telling for all copies of a sentence."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from detente.chronicle.clues import told_alike
from detente.chronicle.linked import Group
from detente.chronicle.tellings import Telling


class Heads:
    """Tellings that are one sentence of one origin, coded alike, printed by several pages, each lot with one at its head."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, Telling]] = defaultdict(dict)  # by their origin
        self._origin: dict[str, str] = {}
        self._heads: dict[str, tuple[str, ...]] = {}  # of each origin
        self.copies: dict[str, Group] = {}  # of a head, by its id; itself among them

    def change(self, gone: Iterable[str], come: Mapping[str, Telling]) -> dict[str, Telling | None]:
        """The heads that are otherwise than before, None for one that is none any more."""
        origins = {self._drop(id) for id in (*gone, *(id for id in come if id in self._origin))}
        for id, telling in come.items():
            self._told[telling.origin][id], self._origin[id] = telling, telling.origin
            origins.add(telling.origin)
        before = {head: self.copies.pop(head) for origin in origins for head in self._heads.pop(origin, ())}
        changed: dict[str, Telling | None] = dict.fromkeys(before)
        for origin in origins:
            found = {copies[0].id: copies for copies in _lots(self._told[origin].values())}
            self._heads[origin] = tuple(found)
            for id, copies in found.items():
                self.copies[id] = copies
                if _same(copies, before.get(id, ())):
                    del changed[id]
                else:
                    changed[id] = _folded(copies)
        return changed

    def _drop(self, id: str) -> str:
        origin = self._origin.pop(id)
        del self._told[origin][id]
        return origin


def _same(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _lots(told: Iterable[Telling]) -> Iterator[Group]:
    alike: dict[Hashable, list[Telling]] = defaultdict(list)
    for t in sorted(told, key=lambda t: t.id):
        alike[_lot(t)].append(t)
    return (copies for lot in alike.values() for copies in _copies(lot))


def _lot(t: Telling) -> Hashable:
    """What all copies of a sentence have in common."""
    r = t.report
    coded = (r.act, r.type, r.actors, r.recipients, r.people, r.place, r.amount, t.when, r.effective, r.effect)
    return *told_alike(t), coded, t.unread_day


def _copies(alike: Iterable[Telling]) -> list[Group]:
    """Those that may be copies of one another; a page that tells it twice tells it of two acts."""
    together, alone = list[Telling](), list[Group]()
    for t in alike:
        if any(not t.pages.isdisjoint(other.pages) for other in together):
            alone.append((t,))
        else:
            together.append(t)
    return [tuple(together), *alone]


def _folded(copies: Sequence[Telling]) -> Telling:
    """One telling for all, printed when the first of them was."""
    if len(copies) == 1:
        return copies[0]
    first = min(copies, key=lambda t: (t.published or date.max, t.id))
    return replace(first, id=copies[0].id, pages=frozenset().union(*(t.pages for t in copies)))
