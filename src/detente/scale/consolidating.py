"""What the pages of a record come to, worked out by pairs of actors in several processes, before anybody opens it.

Each pair goes by itself, as in `chronicle.gather`; what it comes to is put into the drawer beside the record, under the
digest of all that it was made of. So whoever opens the record finds it, or, whatever went wrong here, works it out again: the
outcome is the same to the byte.
"""

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, cast

from detente import chronicle
from detente.api import codebook
from detente.choices import Rule
from detente.chronicle import keeping
from detente.chronicle.copies import Lineage
from detente.codebook import Codebook
from detente.intake.crew import Crew
from detente.model import Reading, UnreadablePage
from detente.store import Store, drawer_of

RULE: Rule = "most-supported"  # that of a record that is opened without asking for another
FEW = 500  # reports of pairs that go to a process together; a choice of ours

Pair = tuple[str, ...]
Part = tuple[str, str, bytes]  # a name in the drawer, the digest, what is kept


@dataclass
class Tray:
    """A drawer in memory, empty at first."""

    parts: list[Part] = field(default_factory=list)

    def get(self, name: str) -> None:
        return None

    def put(self, name: str, digest: str, kept: bytes) -> None:
        self.parts.append((name, digest, kept))


@dataclass(frozen=True, slots=True)
class Portion:
    """Pages with what they tell of some pairs, and what is known of the pages. data: all of it, as it travels."""

    data: bytes

    @classmethod
    def of(cls, readings: Sequence[Reading], lineage: Lineage) -> "Portion":
        ids = {r.document.id for r in readings}
        origins = {d: origin for d, origin in lineage.origins.items() if d in ids}
        return cls(pickle.dumps((readings, origins, [old for _, old in lineage.revisions if old in ids]), protocol=5))


def consolidate(store: Store, workers: int) -> int:
    """Works out every pair of a record that nobody judged anything in; how many. Names of events are kept, as on opening.

    What is judged, or was opened before, is left to whoever opens it: that is quick, or rare.
    """
    if store.judgements() or store.names():
        return 0
    book, named, done = codebook(), dict[str, str](), 0
    with drawer_of(store.place) as drawer:
        readings = list(store.readings())
        lineage = keeping.lineage(chronicle.keep(drawer, book, RULE), [r.document for r in readings], book.sources)
        drawer.get(keeping.LINEAGE)
        for parts, names in _worked_out(portions(readings, lineage), book, workers):
            named.update(names)
            for part in parts:
                drawer.get(part[0])  # asked for: those that nobody asks for are dropped
                drawer.put(*part)
                done += 1
    store.call(named)
    return done


def portions(readings: Sequence[Reading], lineage: Lineage) -> Iterator[Portion]:
    """The largest pairs first, each by itself; small ones together."""
    told: dict[Pair, dict[str, Reading]] = defaultdict(dict)
    for reading in readings:
        for pair in {tuple(sorted(r.parties)) for r in reading.reports}:
            own = tuple(r for r in reading.reports if tuple(sorted(r.parties)) == pair)
            told[pair][reading.document.id] = _slim(reading, own)
    held, size = list[Reading](), 0
    for pair in sorted(told, key=lambda p: (-sum(len(r.reports) for r in told[p].values()), p)):
        held += told[pair].values()
        size += sum(len(r.reports) for r in told[pair].values())
        if size >= FEW:
            yield Portion.of(_joined(held), lineage)
            held, size = [], 0
    if held:
        yield Portion.of(_joined(held), lineage)


def _slim(reading: Reading, own: tuple[Any, ...]) -> Reading:
    """Of a page, what it tells of one pair; not its text, on which no event rests but through its quotes."""
    page = replace(reading.document, text="", blocks=())
    return Reading(replace(reading.page, data=b""), page, reading.times, own, relevant=reading.relevant)


def _joined(readings: Iterable[Reading]) -> list[Reading]:
    """Pages that tell of several of the pairs, once."""
    found: dict[str, Reading] = {}
    for reading in readings:
        known = found.get(reading.document.id)
        found[reading.document.id] = replace(known, reports=(*known.reports, *reading.reports)) if known else reading
    return [found[id] for id in sorted(found)]


def _worked_out(
    given: Iterable[Portion], book: Codebook, workers: int
) -> Iterator[tuple[Sequence[Part], Mapping[str, str]]]:
    """A process that is killed costs no pair: its portion goes to another, and what three could not do is done on opening."""
    crew: Crew[Codebook] = Crew(cast(Any, work), book, workers, alone=0)
    with closing(crew):
        for portion in given:
            yield from _whole(crew.give(cast(Any, portion)))
        yield from _whole(crew.rest())


def _whole(done: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Sequence[Part], Mapping[str, str]]]:
    return (found for _, found in done if not isinstance(found, UnreadablePage))


def work(portion: Portion, book: Codebook) -> tuple[Sequence[Part], Mapping[str, str]]:
    """What the pairs of a portion come to, as it is kept; report -> the event it is part of."""
    readings, origins, replaced = pickle.loads(portion.data)  # our own, from the process that started this one
    tray = Tray()
    gathering = chronicle.Gathering(book, RULE, kept=chronicle.keep(tray, book, RULE))
    gathering.add(readings, origins, replaced)
    events = {r.id: e.id for _, part in gathering.parts() for e in part.told.events for r in e.reports}
    return tray.parts, chronicle.names_of((r for reading in readings for r in reading.reports), events)
