"""One telling for all copies of a sentence."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from detente.chronicle.clues import told_alike
from detente.chronicle.linked import Group
from detente.chronicle.tellings import Telling


class Heads:
    """Tellings that are one sentence of one origin, coded alike, printed by several pages, each lot with one at its head."""

    def __init__(self) -> None:
        self._alike: dict[Hashable, dict[str, Telling]] = defaultdict(dict)
        self._lot: dict[str, Hashable] = {}
        self._heads: dict[Hashable, tuple[str, ...]] = {}
        self.copies: dict[str, Group] = {}  # of a head, by its id; itself among them

    def change(self, gone: Iterable[str], come: Mapping[str, Telling]) -> dict[str, Telling | None]:
        """The heads that are otherwise than before, None for one that is none any more."""
        lots = {self._drop(id) for id in (*gone, *(id for id in come if id in self._lot))}
        for id, telling in come.items():
            lot = _lot(telling)
            self._alike[lot][id], self._lot[id] = telling, lot
            lots.add(lot)
        changed: dict[str, Telling | None] = {head: None for lot in lots for head in self._heads.pop(lot, ())}
        for head in changed:
            del self.copies[head]
        for lot in lots:
            found = {copies[0].id: copies for copies in _copies(self._alike[lot])}
            self.copies.update(found)
            self._heads[lot] = tuple(found)
            changed |= {id: _folded(copies) for id, copies in found.items()}
        return changed

    def _drop(self, id: str) -> Hashable:
        lot = self._lot.pop(id)
        del self._alike[lot][id]
        return lot


def _lot(t: Telling) -> Hashable:
    """What all copies of a sentence have in common."""
    r = t.report
    coded = (r.act, r.type, r.actors, r.recipients, r.people, r.place, r.amount, t.when, r.effective, r.effect)
    return *told_alike(t), coded, t.unread_day


def _copies(alike: Mapping[str, Telling]) -> list[Group]:
    """Those that may be copies of one another; a page that tells it twice tells it of two acts."""
    together, alone = list[Telling](), list[Group]()
    for t in (alike[id] for id in sorted(alike)):
        if any(not t.pages.isdisjoint(other.pages) for other in together):
            alone.append((t,))
        else:
            together.append(t)
    return [tuple(together), *alone] if together else alone


def _folded(copies: Sequence[Telling]) -> Telling:
    """One telling for all, printed when the first of them was."""
    first = min(copies, key=lambda t: (t.published or date.max, t.id))
    return replace(first, id=copies[0].id, pages=frozenset().union(*(t.pages for t in copies)))
