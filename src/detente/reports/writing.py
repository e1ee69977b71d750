"""The report of an act whose sides are known: status, days, instrument, and the details its sentence gives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from detente.model import ActMention, InstrumentMention, Report, Status
from detente.reports import at_towns, composing, dating, details, nouns, status, terms
from detente.reports.answering import answers
from detente.reports.here import Here
from detente.reports.parties import GUESSED, Named, named
from detente.reports.retelling import Line
from detente.reports.scene import Scene
from detente.reports.settling import settled
from detente.reports.spelling import low
from detente.reports.tellers import tellers
from detente.reports.telling import Teller, Told

# Which of two tellings of one act is kept: a rank by witness. How sure what is kept is, `confidence` says.
GIVEN = frozenset({"AID", "AGREE"})  # types of what is given, or offered: a gift of money names no other instrument
RANK = {"syntax+order": 0.85, "syntax": 0.8, "order": 0.7, "stands": 0.7, **dict.fromkeys(GUESSED | {"measure"}, 0.65)}


@dataclass(frozen=True)
class Writer:
    """Pure."""

    teller: Teller

    def report(self, here: Here, told: Told, type_: str, how: Status, who: Named) -> Report:
        sentence, mention, act = told.sentence, told.mention, told.act
        scene = told.scene
        told_by = tellers(here.mentions, mention.head, mention.end)
        how, when = settled(scene, how, type_, who, here.times, here.document.published, told_by)
        report = Report(
            act=act.id,
            type=type_,
            mode=act.mode,
            actors=who.by,
            recipients=who.toward,
            evidence=here.document.evidence(sentence.start, sentence.end),
            confidence=_rank(who.witness, mention, how),
            rule=f"{act.id}.{mention.form}.{told.group.frame}:{who.witness}",
            contexts=act.contexts,
            people=who.people,
            when=when,
            status=how,
            effect=composing.in_part(scene, composing.given_up(told.act, sentence, mention, told.instrument))
            or ("impose" if self.teller.works_on(told) else None),
            answers=answers(sentence),
        )
        return self._detailed(report, here, told, scene)

    def _detailed(self, report: Report, here: Here, told: Told, scene: Scene) -> Report:
        """The report with where, on what, how much and from when to when its sentence says."""
        sentence, mention, document = told.sentence, told.mention, here.document
        instrument = self.teller.concerns(told)
        lasts = report.effect is not None
        return replace(
            report,
            place=details.place(document, sentence, mention, report, self.teller.language),
            instrument=instrument,
            amount=details.amount(document, sentence, self.teller.sums) if instrument or report.type in GIVEN else None,
            attributed_to=details.source(document, sentence) if report.status is Status.ALLEGED else None,
            effective=terms.effective(sentence, mention.end, here.times, report.when, partial(terms.as_from, scene))
            or terms.of_itself(sentence, mention, report.when)
            if lasts
            else None,
            until=terms.until(scene, here.times, report.when) if lasts else None,
        )

    def standing(self, here: Here, found: InstrumentMention) -> Iterator[Line]:
        """ "Les sanctions américaines contre Bamako": the noun alone, with who and against whom, tells a measure in force."""
        teller, sentence, document = self.teller, here.sentence, here.document
        instrument = teller.book.instruments[found.instrument]
        type_ = teller.book.plover.type_of("impose", instrument.kind)
        scene = teller.alone(sentence, found, here.text)
        noun = scene.act
        how = status.decide(sentence, noun, scene.group, type_ or "", here.text, teller.language)
        sides = nouns.standing(scene)
        who = named(sides, False)
        if type_ is None or how is None or not who.whole or self._at_a_forum(here, who):
            return
        if at_towns.of_a_group(sides.toward, here.text, teller.language):
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
            instrument=found.bears_on or found.instrument,
            effect="impose",
            amount=details.amount(document, sentence, teller.sums),
            when=dating.of_act(scene, here.times, how, document.published),
            answers=answers(sentence),
        )
        yield Line(sentence, noun, type_, report.when, report)

    def _at_a_forum(self, here: Here, who: Named) -> bool:
        """ "Les droits de douane chinois *auprès de l'OMC*": where one complains of a measure does not bear it."""
        forums = tuple(f" {w}" for w in self.teller.language["forums"])
        faced = [m for m in here.sentence.actors if set(m.codes) <= set(who.toward)]
        before = [low(here.text[here.sentence.start : m.start]) for m in faced]
        return any(said.rstrip().endswith(forums) for said in before)


def _rank(witness: str, mention: ActMention, how: Status) -> float:
    base = RANK[witness]
    return round(base - 0.1 * (mention.form == "noun") - 0.05 * (how is not Status.OCCURRED), 2)
