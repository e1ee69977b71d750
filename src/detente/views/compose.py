"""From the record to a brief: every line comes from an event, a measure or a count, none from anywhere else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from detente.codebook import Codebook
from detente.codebook.entries import Act
from detente.codebook.labels import Labels, labels
from detente.model import (
    Account,
    Basis,
    Contradiction,
    Course,
    Document,
    Event,
    Evidence,
    Judgement,
    Record,
    Report,
    Statement,
    Status,
    Turn,
    When,
)
from detente.views.dates import human
from detente.views.lines import (
    Brief,
    Counts,
    Disagreement,
    Line,
    Quote,
    Side,
    Source,
    Speech,
    TurnLine,
    Unread,
    Value,
)
from detente.views.measuring import ended, measure_line, standings


def compose(
    record: Record,
    a: str,
    b: str,
    book: Codebook,
    language: str,
    course: Course | None,
    account: Account | None = None,
) -> Brief:
    """The brief of actors `a` and `b`. course: the relation's curve (`chronicle.course`), None for a brief without one.

    account: how the measures stand on a day (`chronicle.ledger.account`); without it, after the last page.
    """
    desk = Desk(record, book, labels(language))
    events = [e for e in record.events if between(e, a, b)]
    lines = [desk.line(e) for e in events if not e.review]
    ids = {e.id for e in events}
    known = standings(account)
    measures = [measure_line(desk, m, known.get(m.id)) for m in record.measures if set(m.events) & ids]
    pages = {r.evidence.document for e in events for r in e.reports}
    documents = sorted((d for d in record.documents if d.id in pages), key=by_day)
    points = course.both if course else ()
    curve = tuple((p.day.isoformat(), p.value, p.events) for p in points)
    return Brief(
        language=language,
        a=desk.side(a),
        b=desk.side(b),
        period=desk.period([e for e in events if not e.review] or events),
        printed=desk.printed(documents),
        counts=desk.counts(events, documents, curve),
        measures=tuple(m for m in measures if not ended(m)),
        past_measures=tuple(m for m in measures if ended(m)),
        lasting=tuple(measure_line(desk, m, known.get(m.id)) for m in record.standing if set(m.events) & ids),
        band=tuple((p.low, p.high) for p in points),
        weeks=tuple((w.start.isoformat(), w.pages, w.outlets, w.telling) for w in course.weeks) if course else (),
        turns=tuple(desk.turn(t) for t in course.turns) if course else (),
        on=human(account.day.isoformat(), desk.say) if account else "",
        chronology=tuple(x for x in lines if x.edtf),
        undated=tuple(x for x in lines if not x.edtf),
        review=tuple(desk.line(e) for e in events if e.review),
        disagreements=tuple(desk.disagreement(c) for c in record.contradictions if c.event in ids),
        possibly_same=desk.pairs(events),
        curve=curve,
        codebook=book.version,
        statements=tuple(
            desk.speech(s) for s in record.statements if s.side in (a, b) and s.evidence.document in pages
        ),
        unread=tuple(Unread(*row) for row in record.unread),
        sources=tuple(desk.source(d) for d in documents),
    )


def between(event: Event, a: str, b: str) -> bool:
    """Whether one acts toward the other, or both act together toward nobody else (as `chronicle.relation`)."""
    toward = any(x in event.actors and y in event.recipients for x, y in ((a, b), (b, a)))
    return toward or (not event.recipients and {a, b} <= set(event.actors))


def by_day(document: Document) -> tuple[str, str]:
    """Oldest first; pages without a day after all others."""
    return document.published.isoformat() if document.published else "~", document.uri


def outlet_key(document: Document) -> str:
    """By what an outlet is told from another: its name, its host, or, lacking both, the page itself."""
    return document.outlet or urlsplit(document.canonical_url or document.uri).hostname or document.id


@dataclass(frozen=True)
class Desk:
    """Writes rows in one language, from one record, with one codebook."""

    record: Record
    book: Codebook
    say: Labels

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return {d.id: d for d in self.record.documents}

    @cached_property
    def copies(self) -> Mapping[str, str]:
        return dict(self.record.copies)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        return dict(self.record.origins)

    @cached_property
    def revisions(self) -> Mapping[str, str]:
        return dict(self.record.revisions)

    @cached_property
    def events(self) -> Mapping[str, Event]:
        return {e.id: e for e in self.record.events}

    @cached_property
    def judgements(self) -> Mapping[str, Judgement]:
        return {j.judgement.id: j.judgement for j in self.record.judgements}

    # -- names ---------------------------------------------------------------------------------------------

    def side(self, code: str) -> Side:
        entry = self.book.actors.entries.get(code)
        return Side(code, entry.label.get(self.say.language, code) if entry else code)

    def sides(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.side(code).label for code in codes)

    def act(self, event: Event) -> str:
        known = self.book.acts.get(event.act)
        return known.label[self.say.language] if known else event.act

    def instrument(self, code: str | None) -> str:
        known = self.book.instruments.get(code or "")
        return known.label[self.say.language] if known else code or ""

    def outlet(self, document: Document) -> str:
        return document.outlet or urlsplit(document.canonical_url or document.uri).hostname or self.say("ui.unnamed")

    # -- rows ----------------------------------------------------------------------------------------------

    def line(self, event: Event) -> Line:
        kind = self.book.plover.types.get(event.type)
        first = sorted(event.reports, key=lambda r: self.weakness(event, r))
        papers = [self.documents[r.evidence.document] for r in event.reports]
        return Line(
            id=event.id,
            date=human(event.when.edtf if event.when else None, self.say),
            edtf=event.when.edtf if event.when else None,
            basis=self.basis(event.when),
            headline=self.headline(event),
            short=self.short(event),
            act=self.act(event),
            instrument=self.instrument(event.instrument),
            type=kind.label[self.say.language] if kind else event.type,
            tone=tone(kind.intensity if kind else 0),
            who=self.sides(event.actors),
            whom=self.sides(event.recipients),
            status="" if event.status is Status.OCCURRED else self.say(f"statuses.{event.status}"),
            people=event.people,
            place=event.place or "",
            amount=event.amount or "",
            effective=self.since(effective) if (effective := first_of(event.reports)) else "",
            term=human(term.edtf, self.say) if (term := last_of(event.reports)) else "",
            answers=any(r.answers for r in event.reports),
            outlets=event.outlets,
            independent=event.independent_sources,
            outlet_names=tuple(sorted({self.outlet(d) for d in papers})),
            disputed=tuple(self.field(f) for f in event.disputed),
            unsure=event.review,
            possibly_same=event.possibly_same,
            quotes=tuple(self.quote(r.evidence, r) for r in first),
            judged=tuple(self.judgement(self.judgements[i]) for i in event.judged),
        )

    def weakness(self, event: Event, report: Report) -> tuple[int, bool, float, str]:
        """Sort key of an event's reports: the one that tells most of what was chosen comes first, copies late."""
        chosen = (event.status, event.when, event.place, event.amount, event.recipients)
        own = (report.status, report.when, report.place, report.amount, report.recipients)
        missed = sum(mine != theirs for mine, theirs in zip(own, chosen, strict=True))
        return missed, report.evidence.document in self.copies, -report.confidence, report.id

    def short(self, event: Event) -> str:
        """The act without its sides: a step's noun with its instrument, or the act's own words."""
        act, instrument = self.book.acts.get(event.act), self.instrument(event.instrument)
        if act and act.effect and instrument:
            return f"{self.say.words.get(f'effects.{act.effect}', self.act(event))} ({instrument})"
        mine = act is not None and act.instrument == event.instrument
        return self.act(event) if mine or not instrument else f"{self.act(event)} ({instrument})"

    def headline(self, event: Event) -> tuple[tuple[str, bool], ...]:
        """(words, whether they name a side): "A does to B (with what)"; a step of a measure is "A → B · noun"."""
        who, whom = self.sides(event.actors), self.sides(event.recipients)
        act = self.book.acts.get(event.act)
        step = act is not None and act.effect is not None and event.instrument is not None
        if not whom and len(who) > 1 and not step and act and by_both(act):
            who, whom = who[:1], who[1:]
        if not whom:
            return ((" ↔ ".join(who), True), (f"· {self.short(event)}", False))
        first, other = (", ".join(who), True), (", ".join(whom), True)
        if step:
            return (first, ("→", False), other, (f"· {self.short(event)}", False))
        instrument = self.short(event).removeprefix(self.act(event)).strip()
        return (first, (self.act(event), False), other, *(((instrument, False),) if instrument else ()))

    def basis(self, when: When | None) -> str:
        return "" if when is None or when.basis is Basis.STATED else self.say(f"bases.{when.basis}")

    def field(self, name: str) -> str:
        return self.say.words.get(f"fields.{name}", name)

    def quote(self, evidence: Evidence, report: Report | None = None) -> Quote:
        page = self.documents[evidence.document]
        return Quote(
            text=evidence.quote,
            outlet=self.outlet(page),
            title=page.title or self.say("ui.untitled"),
            published=self.day(page),
            uri=page.uri,
            document=page.id,
            page=page.page,
            language=page.language,
            start=evidence.start,
            end=evidence.end,
            copy=page.id in self.copies,
            attributed_to=report.attributed_to if report else None,
        )

    def day(self, page: Document) -> str:
        return human(page.published.isoformat(), self.say) if page.published else self.say("ui.undated_page")

    def turn(self, found: Turn) -> TurnLine:
        start = found.start.isoformat()
        lines = tuple(self.line(self.events[i]) for i in found.events)
        return TurnLine(human(start, self.say), start, found.before, found.after, lines)

    def judgement(self, found: Judgement) -> str:
        """What an analyst decided, in one line: "corrected (date: 2031-03-05), A. Desk, 1 July 2031"."""
        what = self.say(f"verdicts.{found.verdict}")
        value = f" ({self.field(found.field)}: {found.value or '–'})" if found.field else ""
        return f"{what}{value}, {found.by}, {human(found.made.date().isoformat(), self.say)}"

    def since(self, start: When | None) -> str:
        """The day a measure began, without "since" before it: its label says that."""
        return human(start.edtf.removesuffix("/.."), self.say) if start else self.say("ui.start_unknown")

    def disagreement(self, found: Contradiction) -> Disagreement:
        event = self.events[found.event]
        by_id = {r.id: r for r in event.reports}
        values = (
            Value(self.value(found.field, v.value), self.quotes(by_id[i] for i in v.reports)) for v in found.values
        )
        return Disagreement(self.field(found.field), self.line(event), tuple(values))

    def quotes(self, reports: Iterable[Report]) -> tuple[Quote, ...]:
        """Their sentences, copies after the others."""
        return tuple(sorted((self.quote(r.evidence, r) for r in reports), key=lambda q: (q.copy, q.uri, q.start)))

    def value(self, field: str, value: str) -> str:
        if field == "date":
            return human(value, self.say)
        return self.say(f"statuses.{value}") if field == "status" else value

    def pairs(self, events: Sequence[Event]) -> tuple[tuple[Line, Line], ...]:
        found = sorted({(min(e.id, o), max(e.id, o)) for e in events for o in e.possibly_same})
        return tuple((self.line(self.events[a]), self.line(self.events[b])) for a, b in found if b in self.events)

    def speech(self, statement: Statement) -> Speech:
        return Speech(
            self.side(statement.side).label if statement.side else "",
            statement.speaker or self.say("ui.unknown_speaker"),
            self.say(f"ui.{statement.mode}"),
            self.quote(statement.evidence),
        )

    def source(self, page: Document) -> Source:
        return Source(
            page.id,
            page.page,
            page.title or self.say("ui.untitled"),
            self.outlet(page),
            self.day(page),
            page.uri,
            page.language,
            tuple(self.notes(page)),
        )

    def notes(self, page: Document) -> Iterator[str]:
        """What to know of a page before trusting its number among the sources."""
        origin, earlier = self.origins.get(page.id, page.id), self.revisions.get(page.id)
        if page.id in self.copies:
            yield self.say("ui.copy_of", document=self.outlet(self.documents[self.copies[page.id]]))
        elif earlier:
            yield self.say("ui.revision_of", document=self.day(self.documents[earlier]))
        elif outlet_key(self.documents[origin]) != outlet_key(page):
            yield self.say("ui.same_origin", document=self.outlet(self.documents[origin]))
        if page.published_doubt:
            doubt, _, other = page.published_doubt.partition(" ")
            said = self.say.words.get(f"doubts.{doubt}", doubt)
            yield f"{said} ({human(other, self.say)})" if other else said
        if page.modified and page.modified != page.published:
            yield self.say("ui.modified", day=human(page.modified.isoformat(), self.say))

    # -- counts --------------------------------------------------------------------------------------------

    def counts(
        self, events: Sequence[Event], pages: Sequence[Document], curve: Sequence[tuple[str, float, tuple[str, ...]]]
    ) -> Counts:
        drawn, told = {i for _, _, ids in curve for i in ids}, [e for e in events if not e.review]
        return Counts(
            pages=len(pages),
            outlets=len({outlet_key(d) for d in pages}),
            independent=len({outlet_key(d) for d in pages if self.is_own(d)}),
            events=len(told),
            undated=sum(e.when is None for e in told),
            review=len(events) - len(told),
            unpublished=sum(d.published is None for d in pages),
            left_out=sum(e.id not in drawn for e in told) if curve else 0,
        )

    def is_own(self, page: Document) -> bool:
        """Whether its outlet got the matter itself: the first of its origin is this page, or one of the same outlet."""
        first = self.documents[self.origins.get(page.id, self.copies.get(page.id, page.id))]
        return outlet_key(first) == outlet_key(page)

    def period(self, events: Sequence[Event]) -> str:
        """From the first to the last date of the events, each as well known as its page knows it."""
        whens = [e.when for e in events if e.when]
        if not whens:
            return self.say("ui.no_period")
        start = min(whens, key=lambda w: (str(w.earliest or w.latest), w.edtf)).edtf
        end = max(whens, key=lambda w: (str(w.latest or w.earliest), w.edtf)).edtf
        first, last = (human(_bound(e, i), self.say) for e, i in ((start, 0), (end, -1)))
        return first if first == last else self.say("ui.period", start=first, end=last)

    def printed(self, pages: Sequence[Document]) -> str:
        days = sorted(d.published.isoformat() for d in pages if d.published)
        if not days:
            return self.say("ui.printed_unknown") if pages else ""
        start, end = human(days[0], self.say), human(days[-1], self.say)
        return (
            self.say("ui.printed", start=start, end=end) if start != end else self.say("ui.printed_once", start=start)
        )


def first_of(reports: Iterable[Report]) -> When | None:
    """The first day from which any of them says that what was decided applies."""
    return min(
        (r.effective for r in reports if r.effective), key=lambda w: (w.earliest or date.min, w.edtf), default=None
    )


def last_of(reports: Iterable[Report]) -> When | None:
    """The last day up to which any of them says that it applies."""
    return max((r.until for r in reports if r.until), key=lambda w: (w.latest or date.max, w.edtf), default=None)


def by_both(act: Act) -> bool:
    """Whether what A does with B, B does with A: to meet, to sign together."""
    return any(g.frame in ("meets", "together") for groups in act.groups.values() for g in groups)


def tone(intensity: float) -> str:
    return "cooperation" if intensity > 0 else "conflict" if intensity < 0 else ""


def _bound(edtf: str, which: int) -> str:
    """First (0) or last (-1) known part of an interval: "2022/.." is 2022 either way."""
    parts = [p for p in edtf.split("/") if p not in ("", "..")]
    return parts[which] if parts else edtf
