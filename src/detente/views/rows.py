"""From the record to rows: every row comes from an event, a page or a judgement, none from anywhere else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from detente.codebook import Codebook
from detente.codebook.articles import Articles
from detente.codebook.entries import Act
from detente.codebook.labels import Labels
from detente.model import Basis, Document, Event, Evidence, Judgement, Record, Report, Statement, Status, When
from detente.views.dates import human
from detente.views.lines import Line, Quote, Side, Source, TurnLine


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

    def act(self, event: Event | Report) -> str:
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
            judged=(*self.proposed(event.reports), *(self.judgement(self.judgements[i]) for i in event.judged)),
        )

    def proposed(self, found: Iterable[Report | Statement]) -> tuple[str, ...]:
        """Which language models proposed any of it, a mark each."""
        return tuple(self.say("ui.proposed", name=name) for name in sorted({x.assist for x in found if x.assist}))

    def weakness(self, event: Event, report: Report) -> tuple[int, bool, float, str]:
        """Sort key of an event's reports: the one that tells most of what was chosen comes first, copies late."""
        chosen = (event.status, event.when, event.place, event.amount, event.recipients)
        own = (report.status, report.when, report.place, report.amount, report.recipients)
        missed = sum(mine != theirs for mine, theirs in zip(own, chosen, strict=True))
        return missed, report.evidence.document in self.copies, -report.confidence, report.id

    def short(self, event: Event | Report) -> str:
        """The act without its sides: a step's noun with its instrument, or the act's own words."""
        act, instrument = self.book.acts.get(event.act), self.instrument(event.instrument)
        if act and act.effect and event.instrument:
            return self.grammar.noun(self.say(f"effects.{act.effect}"), event.instrument, instrument)
        mine = act is not None and act.instrument == event.instrument
        return self.act(event) if mine or not instrument else f"{self.act(event)} ({instrument})"

    def headline(self, event: Event | Report) -> tuple[tuple[str, bool], ...]:
        """(words, whether they name a side), to be read aloud: "A does to B (with what)", "A lifts the … on B"."""
        who, whom = event.actors, event.recipients
        act = self.book.acts.get(event.act)
        effect = act.effect if act and event.instrument else None
        if not whom and len(who) > 1 and not effect and act and by_both(act):
            who, whom = who[:1], who[1:]
        verb, more = self.deed(event, effect, bool(whom))
        subjects, objects = ([(c, self.side(c).label) for c in codes] for codes in (who, whom))
        verb, rest = self.grammar.after(self.grammar.agreed(verb, subjects), objects)
        subject = self.grammar.listed([self.grammar.named(*one) for one in subjects])
        parts = ((subject, True), (verb, False), (rest, True), (more, False))
        return tuple((words, strong) for words, strong in parts if words)

    def deed(self, event: Event | Report, effect: str | None, toward: bool) -> tuple[str, str]:
        """What is done, as a verb, and what stands behind: "lève la caution de visa à l'égard de", ""; "accuse", "(visas)"."""
        code, label = event.instrument or "", self.instrument(event.instrument)
        if effect:
            words = self.grammar.step(effect, code, label)
            return f"{words} {self.toward(code)}" if toward else words, ""
        words = self.act(event)
        more = self.short(event).removeprefix(words).strip()
        kind = self.book.plover.types.get(event.type)
        if not toward and kind and words.rpartition(" ")[2] in self.grammar.open:
            words = kind.label[self.say.language]
        return words, more

    def deed_of(self, told: Event | Report) -> str:
        """The act alone, whatever it works on: "suspension", "accuse"."""
        act = self.book.acts.get(told.act)
        return self.say(f"effects.{act.effect}") if act and act.effect and told.instrument else self.act(told)

    def toward(self, instrument: str) -> str:
        """The words before whom a measure is for."""
        known = self.book.instruments.get(instrument)
        return self.grammar.toward.get(known.kind if known else "", self.say("ui.toward"))

    def owned(self, name: str, instrument: str, who: Sequence[str], whom: Sequence[str]) -> str:
        """A measure with its sides, to be read aloud: "caution de visa du Canada à l'égard du Sénégal"."""
        by, imposers = self.grammar.after(f"{name} {self.grammar.by}", [(c, self.side(c).label) for c in who])
        to, targets = self.grammar.after(f" {self.toward(instrument)}", [(c, self.side(c).label) for c in whom])
        return " ".join(x for x in (by, imposers, *((to.strip(), targets) if whom else ())) if x)

    @property
    def grammar(self) -> Articles:
        return self.book.articles.get(self.say.language, Articles())

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

    def judgement(self, found: Judgement) -> str:
        """What an analyst decided, in one line: "corrected (date: 2031-03-05), A. Desk, 1 July 2031"."""
        what = self.say(f"verdicts.{found.verdict}")
        value = f" ({self.field(found.field)}: {found.value or '–'})" if found.field else ""
        return f"{what}{value}, {found.by}, {human(found.made.date().isoformat(), self.say)}"

    def turn(self, start: date, before: float, after: float, events: Iterable[str]) -> TurnLine:
        """Where a curve takes another level, and the events behind it."""
        day, lines = start.isoformat(), tuple(self.line(self.events[i]) for i in events)
        return TurnLine(human(day, self.say), day, before, after, lines)

    def since(self, start: When | None) -> str:
        """The day a measure began, without "since" before it: its label says that."""
        return human(start.edtf.removesuffix("/.."), self.say) if start else self.say("ui.start_unknown")

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
