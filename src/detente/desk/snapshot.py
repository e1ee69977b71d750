"""One moment of the record, laid out so that no request has to look through all of it."""

import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import Any, TypeVar

from detente import chronicle
from detente.chronicle.relation import between
from detente.codebook import Codebook
from detente.codebook.labels import labels, languages
from detente.desk import indexing
from detente.desk.answers import Kept as Answers
from detente.desk.kept import Kept
from detente.model import (
    Agenda,
    Commitment,
    Contradiction,
    Difference,
    Document,
    Doubt,
    Event,
    Irritant,
    Judged,
    Measure,
    Office,
    Position,
    Record,
    Report,
    Statement,
    TimeMention,
    Wording,
)
from detente.opened import OpenRecord
from detente.store.finding import Finder
from detente.store.finding_there import finder_of
from detente.store.opening import Place
from detente.views.rows import Desk

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
DAYS = 8  # what was known of two actors on a day, kept
MOST = 1500  # parts of the record and drawings of them kept, whatever their kind
Pair = tuple[str, str]  # actor codes, in alphabetical order


@dataclass(frozen=True)
class Snapshot:
    """What was gathered. offices: who is what for whom. known: all pages of that time, where only some of them were
    gathered. place: where the record is kept. past: what was known on a day, as asked for. Each index is made when it is
    first asked for, and kept."""

    opened: OpenRecord
    offices: tuple[Office, ...] = ()
    known: tuple[Document, ...] | None = None
    place: Place | None = None
    _kept: Kept[Any] = field(default_factory=lambda: Kept(MOST), compare=False)
    past: Kept["Snapshot"] = field(default_factory=lambda: Kept(DAYS), compare=False)
    answers: Answers = field(default_factory=Answers, compare=False)
    making: threading.Lock = field(default_factory=threading.Lock, compare=False)

    @property
    def record(self) -> Record:
        return self.opened.record

    @property
    def book(self) -> Codebook:
        return self.opened.book

    def warm(self) -> None:
        """Makes what the first visitor would wait for."""
        for name in ("events", "documents", "by_pair", "by_page", "read", "contradictions", "measures_of", "said_on"):
            getattr(self, name)

    def warm_through(self) -> Iterator[None]:
        """Makes what takes longer, a step at a time, for large records while the first pages are read already."""
        for name in ("home", "finder", "statements", "mirrors", "dates", "alike"):
            getattr(self, name)
            yield

    # -- by id ---------------------------------------------------------------------------------------------

    @cached_property
    def rows(self) -> Desk:
        """Rows by id, as views look them up; nothing is asked of it in its language."""
        return Desk(self.record, self.book, labels(languages()[0]))

    @property
    def events(self) -> Mapping[str, Event]:
        return self.rows.events

    @property
    def documents(self) -> Mapping[str, Document]:
        return self.rows.documents

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        return {r.id: r for r in self.record.reports}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {s.id: s for s in self.record.statements}

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        return {m.id: m for m in (*self.record.measures, *self.record.standing)}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """report -> its event."""
        return {r.id: e.id for e in self.record.events for r in e.reports}

    # -- by what they are about ----------------------------------------------------------------------------

    @cached_property
    def by_pair(self) -> Mapping[Pair, tuple[Event, ...]]:
        """In the record's order, which is that of time."""
        pairs = (
            ((a, b), e) for e in self.record.events for a, b in combinations(sorted(e.parties), 2) if between(e, a, b)
        )
        return grouped(pairs)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Report, ...]]:
        return grouped((r.evidence.document, r) for r in self.record.reports)

    @cached_property
    def said_on(self) -> Mapping[str, tuple[Statement, ...]]:
        """document -> what is said in it."""
        return grouped((s.evidence.document, s) for s in self.record.statements)

    @cached_property
    def said_by(self) -> Mapping[str, tuple[Statement, ...]]:
        """side -> what it said."""
        return grouped((s.side or "", s) for s in self.record.statements)

    @cached_property
    def dates(self) -> Mapping[str, tuple[TimeMention, ...]]:
        return grouped(self.record.dates)

    @cached_property
    def measures_of(self) -> Mapping[str, tuple[Measure, ...]]:
        """event -> the measures that it is a step of."""
        return grouped((i, m) for m in (*self.record.measures, *self.record.standing) for i in m.events)

    @cached_property
    def mirrors(self) -> Mapping[str, tuple[Measure, ...]]:
        """measure -> those that answer it."""
        return grouped((m.reciprocal_of, m) for m in self.record.measures if m.reciprocal_of)

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[Contradiction, ...]]:
        return grouped((c.event, c) for c in self.record.contradictions)

    @cached_property
    def differences(self) -> Mapping[str, tuple[Difference, ...]]:
        return grouped((d.event, d) for d in self.record.differences)

    @cached_property
    def doubts(self) -> Mapping[str, tuple[Doubt, ...]]:
        return grouped((i, d) for d in self.record.doubts for i in (d.a, d.b))

    @cached_property
    def judged(self) -> Mapping[str, tuple[Judged, ...]]:
        """event -> the judgements that bear or bore on its reports, the earliest first."""
        found = grouped((self.home[i], j) for j in self.record.judgements for i in j.reports if i in self.home)
        return {event: tuple(unique(judged)) for event, judged in found.items()}

    @cached_property
    def due(self) -> Mapping[str, Commitment]:
        """event -> what it promised, and what became of it."""
        return {c.event: c for c in self.record.commitments}

    @cached_property
    def stances(self) -> Mapping[str, tuple[Position, ...]]:
        """statement -> how its side stands to a topic."""
        return {s: tuple(p for _, p in rows) for s, rows in self._stances.items()}

    @cached_property
    def _stances(self) -> Mapping[str, tuple[tuple[int, Position], ...]]:
        """The same, each with its place in the record: by side and topic, the oldest first."""
        return grouped((p.statement, (n, p)) for n, p in enumerate(self.record.positions))

    @cached_property
    def worded(self) -> Mapping[str, tuple[Wording, ...]]:
        """statement -> the utterance that outlets word as it does, or otherwise."""
        return grouped((q.statement, w) for w in self.record.wordings for q in w.quoted)

    @cached_property
    def irritants(self) -> Mapping[Pair, tuple[Irritant, ...]]:
        return grouped((i.between, i) for i in self.record.irritants)

    @cached_property
    def agendas(self) -> Mapping[Pair, tuple[Agenda, ...]]:
        return grouped((a.between, a) for a in self.record.agenda)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """measure -> its place in the record."""
        return {m.id: n for n, m in enumerate((*self.record.measures, *self.record.standing))}

    # -- by their words ------------------------------------------------------------------------------------

    @property
    def finder(self) -> Finder:
        """Full text of events, statements and pages, newest first; whoever comes first waits until it is made."""
        with self.making:
            return self._finder

    @cached_property
    def _finder(self) -> Finder:
        return finder_of(self.place, lambda: indexing.rows(self.record, self.book))

    # -- what waits for an analyst --------------------------------------------------------------------------

    @cached_property
    def doubtful(self) -> tuple[Event, ...]:
        """Read too unsurely to count, and judged by nobody; the latest first."""
        return tuple(e for e in reversed(self.record.events) if e.review and not e.judged)

    @cached_property
    def unsettled(self) -> tuple[Doubt, ...]:
        """Two events that may be one."""
        return tuple(d for d in reversed(self.record.doubts) if d.a in self.events and d.b in self.events)

    @property
    def queue_length(self) -> int:
        return len(self.doubtful) + len(self.unsettled)

    @cached_property
    def told(self) -> int:
        """How many events count."""
        return sum(not e.review for e in self.record.events)

    # -- lineage -------------------------------------------------------------------------------------------

    @property
    def copies(self) -> Mapping[str, str]:
        return self.rows.copies

    @property
    def origins(self) -> Mapping[str, str]:
        return self.rows.origins

    @property
    def revisions(self) -> Mapping[str, str]:
        return self.rows.revisions

    @cached_property
    def alike(self) -> Mapping[str, tuple[str, ...]]:
        """origin -> the documents that drink from it."""
        return grouped((first, one) for one, first in self.record.origins)

    @cached_property
    def read(self) -> Mapping[date, tuple[int, int]]:
        """Monday -> pages printed in that week, and outlets."""
        return chronicle.printed_by_week(self._printed)

    @cached_property
    def last_day(self) -> date | None:
        """The day of the last page: up to then the record can answer."""
        return max((d.published for d in self._printed if d.published), default=None)

    @property
    def _printed(self) -> tuple[Document, ...]:
        return self.record.documents if self.known is None else self.known

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for `key` of this snapshot, made now if it was not, or was let go."""
        found: T = self._kept.get(key, make)
        return found

    # -- a part --------------------------------------------------------------------------------------------

    def between(self, a: str, b: str) -> tuple[Event, ...]:
        return self.by_pair.get((min(a, b), max(a, b)), ())

    def part(self, events: Iterable[Event], pages: Iterable[str] = (), pair: Pair | None = None) -> Record:
        """The record as far as these events go: their measures whole, their pages and others (ids), with the originals
        of these; of two, what each holds against the other."""
        known = {e.id: e for e in events}
        measures = sorted(self._measures(known), key=lambda m: self.places[m.id])
        known |= {i: self.events[i] for m in measures for i in m.events}
        told = {r.evidence.document for e in known.values() for r in e.reports}
        pages = self._pages(told.union(pages))
        lasting = {m.id for m in self.record.standing}
        said = tuple(s for i in sorted(pages) for s in self.said_on.get(i, ()))
        return replace(
            self.record,
            documents=tuple(self.documents[i] for i in sorted(pages)),
            relevant=frozenset(),
            dates=(),
            reports=tuple(r for e in known.values() for r in e.reports),
            statements=said,
            events=tuple(e for e in known.values()),
            measures=tuple(m for m in measures if m.id not in lasting),
            standing=tuple(m for m in measures if m.id in lasting),
            contradictions=tuple(c for i in sorted(known) for c in self.contradictions.get(i, ())),
            differences=tuple(c for i in sorted(known) for c in self.differences.get(i, ())),
            doubts=tuple(unique(d for i in known for d in self.doubts.get(i, ()))),
            judgements=tuple(unique(j for i in known for j in self.judged.get(i, ()))),
            copies=tuple((i, self.copies[i]) for i in pages if i in self.copies),
            origins=tuple((i, self.origins[i]) for i in pages if i in self.origins),
            revisions=tuple((i, self.revisions[i]) for i in pages if i in self.revisions),
            profiles=(),
            positions=tuple(
                p for _, p in sorted((row for s in said for row in self._stances.get(s.id, ())), key=lambda row: row[0])
            ),
            wordings=tuple(unique(w for s in said for w in self.worded.get(s.id, ()))),
            commitments=tuple(self.due[i] for i in known if i in self.due),
            irritants=self.irritants.get(pair, ()) if pair else (),
            agenda=self.agendas.get(pair, ()) if pair else (),
        )

    def _measures(self, events: Iterable[str]) -> tuple[Measure, ...]:
        """Those that the events are steps of, what these answer, and what answers them."""
        own = unique(m for i in events for m in self.measures_of.get(i, ()))
        mirrors = (n for m in own if (n := self.measures.get(m.reciprocal_of or "")))
        back = (n for m in own for n in self.mirrors.get(m.id, ()))
        return tuple(unique((*own, *mirrors, *back)))

    def _pages(self, told: set[str]) -> set[str]:
        """These and the ones they copy, drink from or replace."""
        first = (kin.get(i) for i in told for kin in (self.copies, self.origins, self.revisions))
        return told | {i for i in first if i}


def grouped(rows: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    found: dict[K, list[T]] = defaultdict(list)
    for key, row in rows:
        found[key].append(row)
    return {key: tuple(group) for key, group in found.items()}


def unique(rows: Iterable[T], key: Callable[[T], object] = id) -> Sequence[T]:
    """Each once, in the order of their coming; the same object is the same."""
    return list({key(row): row for row in rows}.values())
