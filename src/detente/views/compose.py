"""From the record to a brief: every line comes from an event, a measure or a count, none from anywhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Account, Course, Document, Entry, Event, Measure, Point, Record, Statement, Week
from detente.views import ahead, covering, doubts, matters, voices
from detente.views.dates import human
from detente.views.lines import Disagreement, Line, MeasureLine, TurnLine, Unread
from detente.views.measuring import ended, measure_line, standings, step_line
from detente.views.parts import Asked, Brief, ChangeLine, Counts, Promise, Stand
from detente.views.rows import Desk, outlet_key
from detente.views.summary import Facts, summary

__all__ = ["Desk", "between", "compose", "outlet_key"]
AHEAD = ("open", "overdue")  # of what was announced: not settled yet


def compose(
    record: Record,
    a: str,
    b: str,
    book: Codebook,
    language: str,
    course: Course | None,
    account: Account | None = None,
    changes: Iterable[Entry] | None = None,
    asked: Asked | None = None,
) -> Brief:
    """The brief of actors `a` and `b`. course: the relation's curve (`chronicle.course`), None for a brief without one.

    account: how the measures stand on a day (`chronicle.ledger.account`); without it, after the last page.
    changes: what became of measures on the days asked for (`chronicle.ledger.changes`). asked: which days, which rule.
    """
    steps = None if changes is None else tuple(changes)
    return _Table(Desk(record, book, labels(language)), a, b, course, account, asked or Asked(), steps).brief()


def between(event: Event, a: str, b: str) -> bool:
    """Whether one acts toward the other, or both act together toward nobody else (as `chronicle.relation`)."""
    toward = any(x in event.actors and y in event.recipients for x, y in ((a, b), (b, a)))
    return toward or (not event.recipients and {a, b} <= set(event.actors))


def by_day(document: Document) -> tuple[str, str]:
    """Oldest first; pages without a day after all others."""
    return document.published.isoformat() if document.published else "~", document.uri


@dataclass(frozen=True)
class _Table:
    """One brief being laid."""

    desk: Desk
    a: str
    b: str
    course: Course | None
    account: Account | None
    asked: Asked
    changes: tuple[Entry, ...] | None

    def brief(self) -> Brief:
        desk, lines, stood, promises = self.desk, self.lines, self.standing, self.promises
        found = Brief(
            language=desk.say.language,
            a=desk.side(self.a),
            b=desk.side(self.b),
            period=covering.period(desk, self.sure or self.events),
            printed=covering.printed(desk, self.documents),
            span=covering.span(desk, self.asked.since, self.asked.until),
            on=human(self.account.day.isoformat(), desk.say) if self.account else "",
            counts=self.counts,
            summary=tuple(summary(desk, self.facts)),
            measures=tuple(m for m in stood if not ended(m)),
            changes=self.steps,
            past_measures=tuple(m for m in stood if ended(m)),
            lasting=self.measures(desk.record.standing),
            ahead=tuple(p for p in promises if p.state in AHEAD),
            settled=tuple(p for p in promises if p.state not in AHEAD),
            positions=tuple(sorted(voices.stands(desk, desk.record.positions, self.said), key=self.place)),
            irritants=tuple(matters.irritants(desk, self.a, self.b)),
            meetings=tuple(matters.meetings(desk, self.a, self.b, (e.id for e in self.sure))),
            curve=tuple((p.day.isoformat(), p.value, p.events) for p in self.points),
            band=tuple((p.low, p.high) for p in self.points),
            weeks=tuple((w.start.isoformat(), w.pages, w.outlets, w.telling) for w in self.weeks),
            turns=self.turns,
            chronology=tuple(x for x in lines if x.edtf),
            undated=tuple(x for x in lines if not x.edtf),
            cited=(),
            review=tuple(desk.line(e) for e in self.events if e.review),
            disagreements=self.against,
            possibly_same=doubts.pairs(desk, self.events),
            wordings=tuple(voices.wordings(desk, desk.record.wordings, self.said)),
            statements=tuple(voices.speech(desk, s) for s in self.said),
            coverage=covering.coverage(desk, self.documents, self.course),
            unread=tuple(Unread(*row) for row in desk.record.unread),
            sources=tuple(replace(desk.source(d), number=n) for n, d in enumerate(self.documents, 1)),
            method=covering.method(desk, self.asked),
            codebook=desk.book.version,
        )
        return replace(found, cited=tuple(self.missing(found)))

    # -- what the record holds of the two ----------------------------------------------------------------------

    @cached_property
    def told(self) -> Sequence[Event]:
        return [e for e in self.desk.record.events if between(e, self.a, self.b)]

    @cached_property
    def pages(self) -> frozenset[str]:
        """Ids of the documents that tell of the two, on whatever days."""
        return frozenset(r.evidence.document for e in self.told for r in e.reports)

    @cached_property
    def documents(self) -> Sequence[Document]:
        return sorted((d for d in self.desk.record.documents if d.id in self.pages), key=by_day)

    @cached_property
    def events(self) -> Sequence[Event]:
        return [e for e in self.told if self.within(e)]

    @cached_property
    def sure(self) -> Sequence[Event]:
        """Those of the chronology: all but what is to be reviewed."""
        return [e for e in self.events if not e.review]

    @cached_property
    def lines(self) -> Sequence[Line]:
        return [self.desk.line(e) for e in self.sure]

    @cached_property
    def said(self) -> Sequence[Statement]:
        sides = (self.a, self.b)
        found = (s for s in self.desk.record.statements if s.side in sides and s.evidence.document in self.pages)
        return [s for s in found if self.spoken(s)]

    @cached_property
    def promises(self) -> Sequence[Promise]:
        ids = {e.id for e in self.events}
        found = ahead.promises(self.desk, self.desk.record.commitments, (e.id for e in self.told))
        return [p for p in found if self.promised(p, ids)]

    @cached_property
    def standing(self) -> Sequence[MeasureLine]:
        return self.measures(self.desk.record.measures)

    @cached_property
    def steps(self) -> tuple[ChangeLine, ...] | None:
        return None if self.changes is None else tuple(self.change(e) for e in self.changes)

    @cached_property
    def against(self) -> tuple[Disagreement, ...]:
        ids = {e.id for e in self.events}
        return tuple(doubts.disagreement(self.desk, c) for c in self.desk.record.contradictions if c.event in ids)

    @property
    def points(self) -> Sequence[Point]:
        return self.course.both if self.course else ()

    @property
    def weeks(self) -> Sequence[Week]:
        return self.course.weeks if self.course else ()

    @cached_property
    def turns(self) -> tuple[TurnLine, ...]:
        turns = self.course.turns if self.course else ()
        return tuple(self.desk.turn(t.start, t.before, t.after, t.events) for t in turns)

    @property
    def counts(self) -> Counts:
        drawn = {i for p in self.points for i in p.events}
        return covering.counts(self.desk, self.events, self.documents, drawn, len(self.told) - len(self.events))

    @property
    def facts(self) -> Facts:
        stands = [m for m in self.standing if not ended(m)]
        to_come = [p for p in self.promises if p.state in AHEAD]
        return Facts(stands, self.steps or (), self.sure, to_come, self.against, self.turns)

    # -- what lies within the days asked for ----------------------------------------------------------------

    def within(self, event: Event) -> bool:
        """Whether it may have happened then; without a day, whether a page then printed tells it."""
        if event.when:
            return self.meets(event.when.earliest, event.when.latest)
        return any(self.printed(r.evidence.document) for r in event.reports)

    def meets(self, first: date | None, last: date | None) -> bool:
        since, until = self.asked.since or date.min, self.asked.until or date.max
        return (first or date.min) <= until and (last or first or date.max) >= since

    def printed(self, document: str) -> bool:
        """Whether a page was printed within the days asked for; of one without a day nobody can say so."""
        day = self.desk.documents[document].published
        return self.meets(day, day) if day else not (self.asked.since or self.asked.until)

    def spoken(self, said: Statement) -> bool:
        return self.meets(said.when.earliest, said.when.latest) if said.when else self.printed(said.evidence.document)

    def promised(self, promise: Promise, ids: set[str]) -> bool:
        """What is still open stays, whenever it was announced; what was settled belongs to its days."""
        return promise.state in AHEAD or promise.line.id in ids

    # -- rows ------------------------------------------------------------------------------------------------

    def measures(self, found: Iterable[Measure]) -> tuple[MeasureLine, ...]:
        """Those that an event between the two made a step of; on a day, those begun or announced by then."""
        ids, known = {e.id for e in self.told}, standings(self.account)
        if self.account and self.asked.until:
            found = [m for m in found if m.id in known or m in self.account.never]
        return tuple(measure_line(self.desk, m, known.get(m.id)) for m in found if set(m.events) & ids)

    def change(self, entry: Entry) -> ChangeLine:
        on = standings(self.account).get(entry.measure.id)
        return ChangeLine(measure_line(self.desk, entry.measure, on), step_line(self.desk, entry.step))

    def place(self, stand: Stand) -> tuple[bool, int, str]:
        """The first actor's stands first; on instruments, then on each other, then on acts."""
        return stand.side != self.desk.side(self.a).label, voices.TOPICS.index(stand.kind), stand.topic

    def missing(self, brief: Brief) -> Iterable[Line]:
        """Events that the brief cites and its chronology, for want of room in the days asked for, does not tell."""
        shown = {x.id for x in (*brief.chronology, *brief.undated, *brief.review)}
        cited = {i for heading in brief.summary for clause in heading.clauses for i in clause.events}
        cited |= {s.event for m in (*brief.measures, *brief.past_measures, *brief.lasting) for s in m.history}
        cited |= {c.step.event for c in brief.changes or ()} | {p.line.id for p in (*brief.ahead, *brief.settled)}
        cited |= {x.id for i in brief.irritants for x in (i.raised, i.answered, i.settled) if x}
        cited |= {m.event for meeting in brief.meetings for m in meeting.matters}
        return (self.desk.line(e) for e in self.desk.record.events if e.id in cited - shown)
