"""All that the pages say, consolidated: a pure function of what was read.

Only reports between the same parties can be one event or one measure: each such block is consolidated by itself, and the
record is what all blocks come to. So a page that is added re-does its own blocks and no other (`Gathering`).
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from detente.chronicle import judging, keeping
from detente.chronicle.agenda import agenda
from detente.chronicle.block import USUAL, Bounds
from detente.chronicle.commitments import commitments
from detente.chronicle.copies import Lineage
from detente.chronicle.crossing import crossed
from detente.chronicle.events import in_time
from detente.chronicle.fields import Rule
from detente.chronicle.ids import Known, names_of
from detente.chronicle.irritants import irritants
from detente.chronicle.judging import UNJUDGED, Ruling
from detente.chronicle.keeping import Keep
from detente.chronicle.linking import heads
from detente.chronicle.parts import Part, Sheaf, consolidated
from detente.chronicle.positions import positions
from detente.chronicle.profiles import profiles
from detente.chronicle.rows import dates, reports, statements
from detente.chronicle.tellings import Block, Told, block_of, blocks_of
from detente.chronicle.wordings import wordings
from detente.codebook import Codebook
from detente.model import (
    Contradiction,
    Difference,
    Effect,
    Judged,
    Judgement,
    Measure,
    Reading,
    Record,
)

Unread = tuple[str, str, str]  # uri, reason, detail
ONCE = Bounds(many=sys.maxsize)  # what is gathered once needs nothing for the next time


class Gathering:
    """A record that pages are added to: only the blocks that an addition touches are done again.

    Whatever the order and the portions in which pages come, the record is that of `gather` on all of them. Lineage is
    given, for whether a text is a copy depends on all the others: `origins` (document -> first of its origin; itself where
    it is not named) and `replaced` (documents that their outlet has corrected since).
    """

    def __init__(
        self,
        book: Codebook,
        rule: Rule = "most-supported",
        known: Mapping[str, str] | None = None,
        ruling: Ruling = UNJUDGED,
        kept: Keep | None = None,
        bounds: Bounds = USUAL,
    ) -> None:
        """ruling: what analysts decided on these pages, which are then its own (`judging.rule`).

        kept: where parts worked out before are found, and those worked out now are put. bounds: from
        how many reports of a block something is done otherwise.
        """
        self._bounds = bounds
        self._book, self._rule, self._ruling, self._kept = book, rule, ruling, kept
        self._known = Known(dict(known or {}), ruling.was)
        told = (r for x in ruling.readings for r in x.reports) if ruling.links.same else ()
        self._heads = heads(ruling.links, {r.id: block_of(r) for r in told})
        self._pages: dict[str, Reading] = {}
        self._blocks: dict[Block, dict[str, Sequence[Told]]] = defaultdict(dict)
        self._changed: dict[Block, set[str]] = defaultdict(set)  # pages, since the block was last done
        self._sheaves: dict[Block, Sheaf] = {}
        self._origins: dict[str, str] = {}
        self._replaced: set[str] = set()
        self._parts: dict[Block, Part] = {}

    def add(
        self, readings: Iterable[Reading], origins: Mapping[str, str] | None = None, replaced: Iterable[str] = ()
    ) -> tuple[Block, ...]:
        """The blocks done again: those of the pages, and of documents whose origin is new or that are now replaced.

        origins, replaced: what has changed in the lineage; the rest stays as it was.
        """
        touched = [both for reading in readings for both in self._keep(reading)]
        changed = {d for d, origin in (origins or {}).items() if self._origins.get(d, d) != origin}
        gone = set(replaced)
        changed |= gone - self._replaced
        self._origins.update(origins or {})
        self._replaced |= gone
        touched += [(b, d) for d in sorted(changed) if d in self._pages for b in blocks_of([self._pages[d]])]
        for block, document in touched:
            self._changed[block].add(document)
        for block in sorted({self._heads.get(b, b) for b, _ in touched}):
            self._parts[block] = self._part(block)
        return tuple(sorted({b for b, _ in touched}))

    def _keep(self, reading: Reading) -> Iterator[tuple[Block, str]]:
        """The blocks that change with a page, and the page; of one read twice, the one with the smallest address stays."""
        id = reading.document.id
        known = self._pages.get(id)
        if known and known.document.uri <= reading.document.uri:
            return
        self._pages[id] = reading
        for block in blocks_of([known] if known else []):
            del self._blocks[block][id]
            yield block, id
        for block, told in blocks_of([reading]).items():
            self._blocks[block][id] = told
            yield block, id

    def _part(self, block: Block) -> Part:
        """A block, with those that analysts joined to it."""
        whole = [block, *(b for b, head in self._heads.items() if head == block and b != block)]
        return self._found_or_made(self._kept, whole) if self._kept else self._made(whole)

    def _found_or_made(self, kept: Keep, whole: Sequence[Block]) -> Part:
        name, every = "\0".join(whole[0]), [one for b in whole for told in self._blocks[b].values() for one in told]
        found = kept.part(name, self._digest(kept, every, self._known), {r.id: r for _, r in every})
        if isinstance(found, Part):
            return found
        made = self._made(whole)
        named = names_of((r for _, r in every), {r.id: e.id for e in made.told.events for r in e.reports})
        kept.put(name, self._digest(kept, every, self._known.and_now(named)), made)  # as it will be asked for
        return made

    def _digest(self, kept: Keep, told: Sequence[Told], known: Known) -> str:
        return keeping.of_block(kept, told, self._origins, self._replaced, known, self._ruling)

    def _made(self, whole: Sequence[Block]) -> Part:
        sheaves = [self._sheaf(block) for block in whole]
        return consolidated(sheaves, self._book, self._rule, self._replaced, self._known, self._ruling)

    def _sheaf(self, block: Block) -> Sheaf:
        """The reports of a block, grouped; where there are many, only what is new is grouped again."""
        pages, changed, sheaf = self._blocks[block], self._changed.pop(block, set()), self._sheaves.get(block)
        if sheaf is None:
            sheaf, changed = Sheaf(block, self._book, self._ruling.wrong, self._bounds), {*pages}
        sheaf.change({d: pages.get(d, ()) for d in sorted(changed)}, self._origins)
        if len(sheaf) > self._bounds.many:
            self._sheaves[block] = sheaf
        return sheaf

    def parts(self) -> Iterator[tuple[Block, Part]]:
        """Every block with what it comes to, in a stable order."""
        return ((block, self._parts[block]) for block in sorted(self._parts))

    def record(self, lineage: Lineage, unread: Iterable[Unread] = ()) -> Record:
        """All of it as one record."""
        pages = [self._pages[key] for key in sorted(self._pages)]
        found = [part for _, part in self.parts()]
        events = tuple(sorted((e for p in found for e in p.told.events), key=in_time))
        record = Record(
            documents=tuple(r.document for r in pages),
            relevant=frozenset(r.document.id for r in pages if r.relevant),
            dates=dates(pages),
            reports=reports(pages),
            statements=statements(pages),
            events=events,
            measures=crossed(sorted((m for p in found for m in p.measures), key=_begun), events),
            standing=tuple(sorted((m for p in found for m in p.standing), key=_begun)),
            judgements=_judged(self._ruling, found),
            contradictions=_by_event(c for p in found for c in p.told.contradictions),
            copies=lineage.copies,
            origins=tuple(sorted(lineage.origins.items())),
            revisions=lineage.revisions,
            doubts=tuple(sorted((d for p in found for d in p.told.doubts), key=lambda d: (d.a, d.b))),
            differences=_by_event(d for p in found for d in p.told.differences),
            unread=tuple(sorted(set(unread))),
        )
        printed = {d.id: d.published for d in record.documents if d.published}
        return replace(
            record,
            profiles=profiles(record, self._book.pages.publishers),
            positions=positions(record.statements, printed),
            wordings=wordings(record.statements, {d.id: d for d in record.documents}, lineage.origins),
            commitments=commitments(record.events, printed, record.statements, record.dates),
            irritants=irritants(record.events, record.measures),
            agenda=agenda(record.events, record.measures, record.statements, record.documents),
        )


def gather(
    readings: Iterable[Reading],
    book: Codebook,
    unread: Iterable[Unread] = (),
    rule: Rule = "most-supported",
    lineage: Lineage | None = None,
    known: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
    kept: Keep | None = None,
) -> Record:
    """The record of `readings`. Neither their order nor their repetition matters.

    rule: how a value is chosen where pages differ; see `fields`. Measures follow the same rule.
    lineage: of these pages, where it is known already; else it is traced in their texts.
    known: report -> the event that it was part of when last seen (`ids.names`): such events keep their ids.
    judgements: what analysts decided; their word wins (`judging`).
    kept: what was worked out before (`keeping`); with it or without, the record is the same.
    """
    ruling = judging.rule(list(readings), judgements, book)
    gathering, pages = Gathering(book, rule, known, ruling, kept, ONCE), ruling.readings
    given = lineage or keeping.lineage(kept, [r.document for r in pages], book.sources)
    gathering.add(pages, given.origins, (old for _, old in given.revisions))
    return gathering.record(given, unread)


def known_by(readings: Iterable[Reading], day: date) -> Iterator[Reading]:
    """The pages printed by `day`: what one could have known then. A page that does not say when it was printed is out."""
    return (r for r in readings if r.document.published and r.document.published <= day)


def _judged(ruling: Ruling, parts: Iterable[Part]) -> tuple[Judged, ...]:
    """What became of each judgement: of those on events, in the part that holds the event; detached where none does."""
    lost = {j.id: Judged(j, Effect.DETACHED, on) for j, on in ruling.of_events}
    found = {**ruling.judged, **lost, **{key: j for part in parts for key, j in part.judged.items()}}
    return tuple(sorted(found.values(), key=lambda j: j.judgement.order))


def _begun(measure: Measure) -> tuple[bool, date, str]:
    when = measure.start
    return when is None, ((when.earliest or when.latest) if when else None) or date.min, measure.id


T = TypeVar("T", Contradiction, Difference)


def _by_event(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(found, key=lambda c: (c.event, c.field, c.kind)))
