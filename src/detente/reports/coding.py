"""From the mentions of a page to its reports: one act at a time, then once a page."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.entries import Act, Group
from detente.codebook.languages import Language
from detente.model import (
    ActMention,
    Document,
    InstrumentMention,
    Mentions,
    Refusal,
    Report,
    Sentence,
    Status,
    TimeMention,
)
from detente.reports import composing, confidence, dating, details, memory, nouns, sides, status, terms
from detente.reports.once import once
from detente.reports.parties import Named, filled, named
from detente.reports.retelling import Line, Telling
from detente.reports.scene import Scene
from detente.reports.settling import settled

SYMMETRIC_FRAMES = frozenset({"meets", "together"})
# Which of two tellings of one act is kept: a rank by witness. How sure what is kept is, `confidence` says.
RANK = {"syntax+order": 0.85, "syntax": 0.8, "order": 0.7, "stands": 0.7, "filled": 0.65, "measure": 0.65}
THIRD = frozenset({"REQUEST", "AGREE"})  # types of what a third party does toward both: it asks them, or offers
HINDERS = frozenset({"restriction", "passage"})  # kinds of instrument that a sanction can be told to bear on
ONE_SIDE = "one side only"


@dataclass(frozen=True, slots=True)
class Told:
    """An act as one sentence tells it, before its sides are known."""

    sentence: Sentence
    index: int
    act: Act
    group: Group
    instrument: InstrumentMention | None

    @property
    def mention(self) -> ActMention:
        return self.sentence.acts[self.index]


@dataclass(frozen=True)
class Coder:
    """Codes the documents of one language; pure."""

    book: Codebook
    language: Language

    @cached_property
    def sums(self) -> re.Pattern[str]:
        return details.sums(self.language)

    @cached_property
    def blocs(self) -> frozenset[str]:
        return frozenset(code for code, entry in self.book.actors.entries.items() if entry.kind != "state")

    @cached_property
    def courts(self) -> frozenset[str]:
        return frozenset(code for code, entry in self.book.actors.entries.items() if entry.kind == "court")

    def code(
        self, document: Document, mentions: Mentions, times: Sequence[TimeMention]
    ) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
        """Every act told, each once, in the order of the text; and every act seen but not coded, with the reason."""
        outcomes = [list(self._sentence(document, s, mentions, here, {})) for s, here in _timed(mentions, times)]
        firm = [o.report for found in outcomes for o in found if isinstance(o, Line) and o.report]
        for at, (sentence, here) in enumerate(_timed(mentions, times)):
            if any(map(_incomplete, outcomes[at])):
                elsewhere = [r for r in firm if r.evidence.start != sentence.start]
                known = memory.of(elsewhere, mentions.pair)
                outcomes[at] = list(self._sentence(document, sentence, mentions, here, known))
        found = [o for group in outcomes for o in group if isinstance(o, Line)]
        refused = (o for group in outcomes for o in group if isinstance(o, Refusal))
        told = Telling(document, mentions, times, self.language).dated(found)
        kept = once(told, document.published)
        return confidence.weighed(kept, mentions, self.book.confidence), tuple(refused)

    def _sentence(
        self,
        document: Document,
        sentence: Sentence,
        mentions: Mentions,
        times: Sequence[TimeMention],
        known: memory.Memory,
    ) -> Iterator[Line | Refusal]:
        used: set[int] = set()
        for index, mention in enumerate(sentence.acts):
            outcome = self._act(document, sentence, index, mentions, times, known)
            if isinstance(outcome, Report):
                if (instrument := composing.instrument_of(sentence, mention)) is not None:
                    used.add(instrument.start)
                yield Line(sentence, mention, outcome.type, outcome.when, outcome)
            else:
                yield self._uncoded(document, sentence, index, times)
                yield Refusal(f"{document.id}:{mention.start}", outcome, document.text[mention.start : mention.end])
        for instrument in sentence.instruments:
            if (
                instrument.start not in used
                and not instrument.again
                and self.book.instruments[instrument.instrument].by_itself
            ):
                yield from self._standing(document, sentence, instrument, times)

    def _uncoded(self, document: Document, sentence: Sentence, index: int, times: Sequence[TimeMention]) -> Line:
        """An act without a report still says when it was, to one that is told after it."""
        told = self._told(sentence, index, document.text)
        type_ = composing.type_of(self.book, told.act, self._instrument(told))
        scene = self._scene(document, sentence, index, told.group, told.instrument)
        when = dating.of_act(scene, times, Status.OCCURRED, document.published)
        return Line(sentence, told.mention, type_, when)

    def _act(
        self,
        document: Document,
        sentence: Sentence,
        index: int,
        mentions: Mentions,
        times: Sequence[TimeMention],
        known: memory.Memory,
    ) -> Report | str:
        """The report of one act, or the reason why there is none."""
        mention = sentence.acts[index]
        if reason := self._not_an_act(sentence, index):
            return reason
        told = self._told(sentence, index, document.text)
        type_ = composing.type_of(self.book, told.act, self._instrument(told))
        if type_ == "REQUEST" and composing.demanded(told.instrument, mention):
            return "names a measure already asked for"
        if type_ is None or (told.group.needs == "instrument" and told.instrument is None):
            return "no instrument"
        if type_ == "SUPPORT" and status.closes_quotation(sentence, mention, document.text, self.language):
            return "a verb of saying here"
        if status.threatened(sentence, mention, type_):
            type_, how = "THREATEN", Status.OCCURRED
        elif (told_as := status.decide(sentence, mention, told.group, type_, document.text, self.language)) is None:
            return "not told as done"
        else:
            how = told_as
        who = self._sides(document, told, mentions, times, known)
        if isinstance(who, str):
            return who
        if told.group.frame == "leaves" and told.act.forces and not set(who.toward) & self.blocs:
            if not who.forces:
                return "no organisation to leave"
            told, type_ = self._by_forces(told, told.act.forces)
        return self._report(document, told, type_, how, who, times)

    def _not_an_act(self, sentence: Sentence, index: int) -> str | None:
        """Why the words are no act of their own here; None where they are."""
        mention = sentence.acts[index]
        if mention.governor is not None:
            return "content of another act"
        roles = {a.role for a in sentence.arguments if a.act == index}
        led = any(0 <= mention.head - m.end <= 2 for m in sentence.actors)
        if "noun" in roles and not led:
            return "a noun here"
        if "adjective" in roles and mention.tense == "past" and not led and not self._by_somebody(sentence, mention):
            return "only qualifies a noun"
        return None

    def _by_somebody(self, sentence: Sentence, mention: ActMention) -> bool:
        """ "Déclarés indésirables *par Nicosie*, deux attachés…": a participle with its agent tells an act."""
        end = min([b for b in sentence.breaks if b >= mention.end], default=sentence.end)
        agents = (m for m in sentence.actors if m.preposition in self.language["passive_by"])
        return any(mention.end <= m.start < end for m in agents)

    def _by_forces(self, told: Told, other: tuple[str, str]) -> tuple[Told, str]:
        """Troops that leave a state withdraw; they quit no organisation."""
        act, instrument = self.book.acts[other[0]], InstrumentMention(told.mention.start, told.mention.end, other[1])
        told = replace(told, act=act, instrument=instrument)
        return told, composing.type_of(self.book, act, instrument.instrument) or ""

    def _told(self, sentence: Sentence, index: int, text: str) -> Told:
        act, group = self._entry(sentence.acts[index])
        mention = sentence.acts[index]
        found = composing.instrument_of(sentence, mention)
        content = next((a for a in sentence.acts if a.governor == index), None)
        if found is None and content is not None:
            found = composing.instrument_of(sentence, content)
        if found is None and act.effect is not None:
            found = composing.unnamed(sentence, mention, act.effect, text, self.sums)
        return Told(sentence, index, act, group, found)

    def _instrument(self, told: Told) -> str | None:
        """The act's own instrument comes first; an effect takes the one it works on, a restriction what it restricts."""
        if told.act.type == "SANCTION" and told.act.instrument is None and told.instrument is not None:
            kind = self.book.instruments[told.instrument.instrument].kind
            return told.instrument.instrument if kind in HINDERS else None
        if told.act.instrument or (told.act.effect is None and told.group.needs != "instrument"):
            return told.act.instrument
        return told.instrument.instrument if told.instrument else None

    def _entry(self, mention: ActMention) -> tuple[Act, Group]:
        act = self.book.acts[mention.act]
        return act, act.groups[self.language.code][mention.group]

    def _sides(
        self,
        document: Document,
        told: Told,
        mentions: Mentions,
        times: Sequence[TimeMention],
        known: memory.Memory,
    ) -> Named | str:
        """Who, by the sentence; what it leaves out, by the measure it is about, its other actor, or the page's pair."""
        scene = self._scene(document, told.sentence, told.index, told.group, told.instrument)
        found = sides.decide(scene)
        content = next((i for i, a in enumerate(told.sentence.acts) if a.governor == told.index), None)
        if content is not None and not found.toward:
            group = self._entry(told.sentence.acts[content])[1]
            found = replace(
                found, toward=sides.decide(self._scene(document, told.sentence, content, group, told.instrument)).toward
            )
        if told.act.instrument == "court-case":  # whom one sues is the other state; the court is where
            found = replace(found, toward=tuple(m for m in found.toward if not set(m.codes) <= self.courts))
        who = named(found, told.group.frame in SYMMETRIC_FRAMES)
        if who.whole:
            return who
        mention = told.mention
        in_force = any(c.kind == "effective" and c.start < mention.end <= c.end for c in told.sentence.cues)
        if told.act.effect and not in_force and (whose := memory.completed(known, self._instrument(told), who)):
            return whose
        dated = mention.form == "noun" and any(t.when and 0 <= t.start - mention.end <= 6 for t in times)
        who = replace(who, symmetric=who.symmetric or (dated and told.act.type == "CONSULT"))
        third = told.act.type in THIRD or told.act.third
        worked_on = self._instrument(told)
        ties = worked_on is not None and self.book.instruments[worked_on].kind == "tie"
        full = filled(who, scene, mentions, dated, third, ties) if told.group.needs != "person" or dated else None
        return full or f"{ONE_SIDE}: {who}"

    def _scene(
        self, document: Document, sentence: Sentence, index: int, group: Group, instrument: InstrumentMention | None
    ) -> Scene:
        return Scene(sentence, index, group, self.language, document.text, self.blocs, instrument)

    def _report(
        self,
        document: Document,
        told: Told,
        type_: str,
        how: Status,
        who: Named,
        times: Sequence[TimeMention],
    ) -> Report:
        sentence, mention, act = told.sentence, told.mention, told.act
        scene = self._scene(document, sentence, told.index, told.group, told.instrument)
        how, when = settled(scene, how, type_, who, times, document.published)
        report = Report(
            act=act.id,
            type=type_,
            mode=act.mode,
            actors=who.by,
            recipients=who.toward,
            evidence=document.evidence(sentence.start, sentence.end),
            confidence=_rank(who.witness, mention, how),
            rule=f"{act.id}.{mention.form}.{told.group.frame}:{who.witness}",
            contexts=act.contexts,
            people=who.people,
            when=when,
            status=how,
            effect=act.effect or ("impose" if self._instrument(told) else None),
            answers=status.answers(sentence),
        )
        return self._detailed(report, document, told, scene, times)

    def _detailed(
        self, report: Report, document: Document, told: Told, scene: Scene, times: Sequence[TimeMention]
    ) -> Report:
        """The report with where, on what, how much and from when to when its sentence says."""
        sentence, mention, instrument = told.sentence, told.mention, self._instrument(told)
        lasts = told.act.effect is not None
        return replace(
            report,
            place=details.place(document, sentence, mention),
            instrument=instrument,
            amount=details.amount(document, sentence, self.sums) if instrument else None,
            attributed_to=details.source(document, sentence) if report.status is Status.ALLEGED else None,
            effective=terms.effective(sentence, mention.end, times, report.when) if lasts else None,
            until=terms.until(scene, times, report.when) if lasts else None,
        )

    def _standing(
        self, document: Document, sentence: Sentence, found: InstrumentMention, times: Sequence[TimeMention]
    ) -> Iterator[Line]:
        """ "Les sanctions américaines contre Bamako": the noun alone, with who and against whom, tells a measure in force."""
        noun = ActMention(found.start, found.end, found.start, "impose", 0, "noun", "", "bare")
        instrument = self.book.instruments[found.instrument]
        type_ = self.book.plover.type_of("impose", instrument.kind)
        how = status.decide(sentence, noun, Group(of="by"), type_ or "", document.text, self.language)
        alone = replace(sentence, acts=(noun,))
        scene = self._scene(document, alone, 0, Group(of="by"), None)
        who = named(nouns.standing(scene), False)
        if type_ is None or how is None or not who.whole:
            return
        report = Report(
            act="impose",
            type=type_,
            actors=who.by,
            recipients=who.toward,
            confidence=RANK["stands"],
            evidence=document.evidence(sentence.start, sentence.end),
            rule="impose.noun.acts:stands",
            contexts=instrument.contexts,
            status=how,
            instrument=found.instrument,
            effect="impose",
            amount=details.amount(document, sentence, self.sums),
            when=dating.of_act(scene, times, how, document.published),
            answers=status.answers(sentence),
        )
        yield Line(sentence, noun, type_, report.when, report)


def _incomplete(outcome: Line | Refusal) -> bool:
    """Whether a side was missing, or filled in, that a measure the page tells of may give."""
    if isinstance(outcome, Refusal):
        return outcome.reason.startswith(ONE_SIDE)
    report = outcome.report
    return report is not None and report.effect is not None and report.rule.endswith(":filled")


def _timed(mentions: Mentions, times: Sequence[TimeMention]) -> Iterator[tuple[Sentence, Sequence[TimeMention]]]:
    """Each sentence with the times that stand in it."""
    starts = [t.start for t in times]
    for sentence in mentions.sentences:
        yield sentence, times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _rank(witness: str, mention: ActMention, how: Status) -> float:
    base = RANK[witness]
    return round(base - 0.1 * (mention.form == "noun") - 0.05 * (how is not Status.OCCURRED), 2)
