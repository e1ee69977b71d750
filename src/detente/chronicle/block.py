"""The tellings between the same parties, in groups of one act: kept, so that a page re-does only what it touches.

What holds tellings together is found in two steps, each in parts that know nothing of one another (`islands`): what may
be one act by its clues (`cluster`), then groups that are one by their words (`strays`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from detente.chronicle.cluster import Clusters, grouped, leanings
from detente.chronicle.graph import FEW, Graph
from detente.chronicle.heads import Heads
from detente.chronicle.islands import Islands, Part
from detente.chronicle.linked import Group, Links
from detente.chronicle.near import REACH, Pair, Reach, in_order
from detente.chronicle.strays import Strays
from detente.chronicle.tellings import Telling
from detente.chronicle.weighing import EXACT, Words


@dataclass(frozen=True, slots=True)
class Bounds:
    """Numbers of tellings of a block. few: so many are compared whole. exact: up to so many, the weights of words are not
    rounded. many: of more, all that was found on the way to their groups is kept. reach: on either side of a telling, so
    many are worth comparing with it, by what they share."""

    few: int = FEW
    exact: int = EXACT
    many: int = 1200  # they are consolidated in less time than one waits for
    reach: Reach = field(default_factory=lambda: REACH)


USUAL = Bounds()


class Block:
    """Whatever the order and the portions in which tellings come and go, the groups are those of the tellings there are."""

    def __init__(self, bounds: Bounds = USUAL) -> None:
        self._words, self._heads, self._graph = Words(bounds.exact), Heads(), Graph(bounds.few, bounds.reach)
        self._leans: dict[str, tuple[str, ...]] = {}
        self._leant: dict[str, set[str]] = defaultdict(set)
        self._islands = Islands()
        self._parts: dict[Part, tuple[str, ...]] = {}  # the groups of each part, by their first telling
        self._open: dict[Part, list[Pair]] = {}
        self._groups: dict[str, Group] = {}
        self._home: dict[str, str] = {}
        self._strays = Strays()
        self._whole: dict[str, Group] = {}  # every group as it ends, copies and all, by its first telling

    def change(self, gone: Iterable[str], come: Iterable[Telling]) -> None:
        """gone: ids. come: what is new, or otherwise than before; its words unweighed."""
        gone = [*gone]
        heads = self._heads.change(gone, self._words.change(gone, come))
        links = Links(self._graph.days)
        touched = self._graph.change(heads, links)
        lost = {id for id in heads if id not in self._graph.heads}
        before, after = self._islands.change(lost, self._leaned(touched, links), self._held)
        old = {head for part in before for head in self._parts.pop(part)}
        for part in before:
            del self._open[part]
        for head in old:
            for t in self._groups.pop(head):
                del self._home[t.id]
        new = {head for part in after for head in self._group(part, links)}
        was, now = self._strays.change(old, new, self._groups, self._beside)
        for head in was:
            del self._whole[head]
        self._whole |= {group[0].id: self._told(group) for group in now}

    def clusters(self) -> Clusters:
        """All groups by their first telling, and the pairs that leave two of them open."""
        groups = [self._whole[head] for head in sorted(self._whole)]
        pairs = sorted({pair for found in self._open.values() for pair in found})
        open_ = [(a, b) for a, b in pairs if self._strays.home(a) != self._strays.home(b)]
        told = self._heads.copies
        groups.sort(key=lambda group: group[0].id)
        return Clusters(tuple(groups), tuple((told[a][0], told[b][0]) for a, b in open_))

    def _leaned(self, touched: Collection[str], links: Links) -> set[str]:
        """Finds what the touched lean on; with all that they did and do."""
        heads, changed = self._graph.heads, {*touched}

        def apart(one: str, other: str) -> bool:
            return links.pair(heads[one], heads[other]) is None

        for id in touched:
            before = self._leans.pop(id, ())
            now = leanings(id, self._graph.near, apart) if id in heads else ()
            for other in before:
                self._leant[other].discard(id)
            for other in now:
                self._leant[other].add(id)
            if now:
                self._leans[id] = now
            changed |= {*before, *now}
        return changed & heads.keys() | {*touched}

    def _held(self, id: str) -> set[str]:
        return {*self._leans.get(id, ()), *self._leant.get(id, ())}

    def _group(self, part: Part, links: Links) -> tuple[str, ...]:
        """The groups of one part, by their first telling."""
        told = [self._graph.heads[id] for id in part]
        groups, open_ = grouped(told, self._graph.near, links) if len(part) > 1 else ([(told[0],)], [])
        found = {group[0].id: group for group in groups}
        self._groups |= found
        self._home |= {t.id: head for head, group in found.items() for t in group}
        nearest = (links.nearest(found[a], found[b]) for a, b in open_)
        self._parts[part], self._open[part] = tuple(found), [in_order(a.id, b.id) for a, b in nearest]
        return tuple(found)

    def _beside(self, head: str) -> set[str]:
        """The groups that share words with one."""
        return {self._home[id] for t in self._groups[head] for id in self._graph.beside.get(t.id, ())} - {head}

    def _told(self, group: Group) -> Group:
        return tuple(sorted((t for head in group for t in self._heads.copies[head.id]), key=lambda t: t.id))
