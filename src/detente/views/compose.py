"""From the record to a brief: every line comes from an event, a measure or a count, none from anywhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Account, Course, Document, Entry, Event, Measure, Record, Statement
from detente.views import ahead, covering, doubts, voices
from detente.views.dates import human
from detente.views.lines import Line, MeasureLine, Unread
from detente.views.measuring import ended, measure_line, standings, step_line
from detente.views.parts import Asked, Brief, ChangeLine, Promise, Stand
from detente.views.rows import Desk, outlet_key
from detente.views.summary import Facts, summary

__all__ = ["Desk", "between", "compose", "outlet_key"]


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
    return _Table(Desk(record, book, labels(language)), a, b, course, account, asked or Asked()).brief(changes)


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

    def brief(self, changes: Iterable[Entry] | None) -> Brief:
        desk, record, asked = self.desk, self.desk.record, self.asked
        told = [e for e in record.events if between(e, self.a, self.b)]
        pages = {r.evidence.document for e in told for r in e.reports}
        documents = sorted((d for d in record.documents if d.id in pages), key=by_day)
        events = [e for e in told if self.within(e)]
        ids = {e.id for e in events}
        said = [
            s
            for s in record.statements
            if s.side in (self.a, self.b) and s.evidence.document in pages and self.spoken(s)
        ]
        measures, lasting = self.measures(record.measures, told), self.measures(record.standing, told)
        steps = None if changes is None else tuple(self.change(e) for e in changes)
        promises = [p for p in ahead.promises(desk, record.commitments, (e.id for e in told)) if self.promised(p, ids)]
        points = self.course.both if self.course else ()
        against = tuple(doubts.disagreement(desk, c) for c in record.contradictions if c.event in ids)
        turns = (
            tuple(self.desk.turn(t.start, t.before, t.after, t.events) for t in self.course.turns)
            if self.course
            else ()
        )
        standing = tuple(m for m in measures if not ended(m))
        to_come = tuple(p for p in promises if p.state in ("open", "overdue"))
        sure = [e for e in events if not e.review]
        facts = Facts(standing, steps or (), sure, to_come, against, turns)
        lines = [desk.line(e) for e in sure]
        brief = Brief(
            language=desk.say.language,
            a=desk.side(self.a),
            b=desk.side(self.b),
            period=covering.period(desk, sure or events),
            printed=covering.printed(desk, documents),
            span=covering.span(desk, asked.since, asked.until),
            on=human(self.account.day.isoformat(), desk.say) if self.account else "",
            counts=covering.counts(
                desk, events, documents, {i for p in points for i in p.events}, len(told) - len(events)
            ),
            summary=tuple(summary(desk, facts)),
            measures=standing,
            changes=steps,
            past_measures=tuple(m for m in measures if ended(m)),
            lasting=lasting,
            ahead=to_come,
            settled=tuple(p for p in promises if p not in to_come),
            positions=tuple(sorted(voices.stands(desk, record.positions, said), key=self.place)),
            curve=tuple((p.day.isoformat(), p.value, p.events) for p in points),
            band=tuple((p.low, p.high) for p in points),
            weeks=tuple((w.start.isoformat(), w.pages, w.outlets, w.telling) for w in self.course.weeks)
            if self.course
            else (),
            turns=turns,
            chronology=tuple(x for x in lines if x.edtf),
            undated=tuple(x for x in lines if not x.edtf),
            cited=(),
            review=tuple(desk.line(e) for e in events if e.review),
            disagreements=against,
            possibly_same=doubts.pairs(desk, events),
            wordings=tuple(voices.wordings(desk, record.wordings, said)),
            statements=tuple(voices.speech(desk, s) for s in said),
            coverage=covering.coverage(desk, documents, self.course),
            unread=tuple(Unread(*row) for row in record.unread),
            sources=tuple(replace(desk.source(d), number=n) for n, d in enumerate(documents, 1)),
            method=covering.method(desk, asked),
            codebook=desk.book.version,
        )
        return replace(brief, cited=tuple(self.missing(brief)))

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
        return promise.state in ("open", "overdue") or promise.line.id in ids

    # -- rows ------------------------------------------------------------------------------------------------

    def measures(self, found: Iterable[Measure], events: Sequence[Event]) -> tuple[MeasureLine, ...]:
        """Those that an event between the two made a step of; on a day, those begun or announced by then."""
        ids, known = {e.id for e in events}, standings(self.account)
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
        return (self.desk.line(e) for e in self.desk.record.events if e.id in cited - shown)
