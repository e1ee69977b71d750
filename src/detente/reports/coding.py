"""From the mentions of a page to its reports: one act at a time, then once a page."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.languages import Language
from detente.model import Document, InstrumentMention, Mentions, Refusal, Report, Sentence, Status, TimeMention
from detente.reports import (
    answering,
    composing,
    confidence,
    dating,
    gapped,
    halves,
    homecoming,
    in_kind,
    memory,
    mutual,
    relief_alone,
)
from detente.reports.asserted import Accuser, Voice, voices
from detente.reports.banned import specified
from detente.reports.deciding import Decider
from detente.reports.here import Here
from detente.reports.left_out import BACK
from detente.reports.left_standing import Keeper
from detente.reports.likewise import repeated
from detente.reports.obliged import Obliger
from detente.reports.once import once
from detente.reports.parties import GUESSED
from detente.reports.retelling import Line, Telling
from detente.reports.telling import Teller, Told
from detente.reports.turned_down import Asker
from detente.reports.who import ONE_SIDE, Finder, Missing
from detente.reports.writing import Writer


@dataclass(frozen=True)
class Coder:
    """Codes the documents of one language; pure."""

    book: Codebook
    language: Language

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.book, self.language)

    @cached_property
    def writer(self) -> Writer:
        return Writer(self.teller)

    @cached_property
    def decider(self) -> Decider:
        return Decider(Finder(self.teller), self.writer)

    def code(
        self, document: Document, mentions: Mentions, times: Sequence[TimeMention]
    ) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
        """Every act told, each once, in the order of the text; and every act seen but not coded, with the reason."""
        heard = voices(document, mentions, self.language)
        outcomes = [o for found in self._outcomes(self._places(document, mentions, times, heard)) for o in found]
        found = self._with_wordless([o for o in outcomes if isinstance(o, Line)], document, mentions, times, heard)
        found = list(in_kind.named(list(specified(found, self.book)), document.text, self.language))
        found = list(answering.pointed(found, mentions, document.text, self.language))
        told = Telling(document, mentions, times, self.language).dated(found)
        kept = list(Keeper(self.teller, document.text).marked(once(told, document.published), found))
        refused = tuple(o for o in outcomes if isinstance(o, Refusal))
        return confidence.weighed(kept, mentions, self.book.confidence), refused

    def told_by(
        self,
        sentences: Container[int],
        document: Document,
        mentions: Mentions,
        times: Sequence[TimeMention],
        heard: Sequence[Voice],
    ) -> Iterator[Report]:
        """What some sentences (by their starts) tell by themselves, before what the page tells elsewhere is known."""
        here = (p for p in self._places(document, mentions, times, heard) if p.sentence.start in sentences)
        lines = (o for place in here for o in self._sentence(place) if isinstance(o, Line))
        yield from (line.report for line in lines if line.report)

    def _places(
        self, document: Document, mentions: Mentions, times: Sequence[TimeMention], heard: Sequence[Voice]
    ) -> list[Here]:
        return [Here(document, s, mentions, here, before=b, voices=heard) for b, s, here in _timed(mentions, times)]

    def _outcomes(self, places: Sequence[Here]) -> list[list[Line | Refusal]]:
        """What each sentence tells by itself; or, where a side is missing, once it is known what the others tell."""
        outcomes = [list(self._sentence(here)) for here in places]
        lines = [o for found in outcomes for o in found if isinstance(o, Line)]
        firm, open_ended = [line.report for line in lines if line.report], halves.told_of(lines)
        for at, here in enumerate(places):
            again = relief_alone.told_again(here.sentence, firm, self.teller, here.text)
            if again is not here.sentence or any(map(_incomplete, outcomes[at])):
                here = replace(here, sentence=again, halves=open_ended)
                outcomes[at] = list(self._sentence(_knowing(here, firm)))
        return outcomes

    def _with_wordless(
        self,
        found: list[Line],
        document: Document,
        mentions: Mentions,
        times: Sequence[TimeMention],
        heard: Sequence[Voice],
    ) -> list[Line]:
        """In the order of the text, with what is told without the words of an act: demands, wrongs, "did likewise"."""
        found = Obliger(document, times, self.language, heard).lines(found)
        found += list(gapped.told_in(found, document.text, self.language))
        found += list(
            Accuser(document, times, self.language, heard, mentions.pair).lines([o.report for o in found if o.report])
        )
        found += list(Asker(document, times, self.language).lines(found))
        found += list(repeated(found, document, mentions, times, self.language))
        found += list(homecoming.told_in(found, document, mentions, times))
        return sorted(found, key=lambda line: line.sentence.start)

    def _sentence(self, here: Here) -> Iterator[Line | Refusal]:
        used: set[int] = set()  # where the instruments stand that its acts work on
        document, sentence = here.document, here.sentence
        for index, mention in enumerate(sentence.acts):
            told = self.teller.told(sentence, index, here.text)
            outcome = self.decider.of(here, told)
            if isinstance(outcome, str):
                yield self._uncoded(here, told, outcome)
                yield Refusal(f"{document.id}:{mention.start}", outcome, document.text[mention.start : mention.end])
                continue
            used |= {i.start for i in (told.instrument, composing.instrument_of(sentence, mention)) if i}
            beside = composing.joined_to(told.instrument, sentence, here.text, self.language)
            yield from self._coded(here, told, outcome, [i for i in beside if i.start not in used])
            used |= {i.start for i in beside}
        yield from self._standing(here, used)

    def _uncoded(self, here: Here, told: Told, why: str) -> Line:
        """An act without a report still says when it was, to one that is told after it; and one of its sides, if it has that."""
        when = dating.of_act(told.scene, here.times, Status.OCCURRED, here.document.published)
        half = halves.halved(told, why.who, self.teller) if isinstance(why, Missing) else None
        return Line(here.sentence, told.mention, self.teller.type_of(told), when, half=half)

    def _coded(self, here: Here, told: Told, report: Report, beside: Sequence[InstrumentMention]) -> Iterator[Line]:
        """Its report, by each of two that do it to each other; and one more for each thing beside that it works on."""
        others = [thing for i in beside if (thing := self.teller.of_another(told, report, i))]
        each = mutual.parted(report, told, here.text, self.language, here.mentions.pair)
        for one in (*each, *(replace(report, instrument=thing) for thing in others)):
            yield Line(here.sentence, told.mention, one.type, one.when, one)

    def _standing(self, here: Here, used: Set[int]) -> Iterator[Line]:
        """The measures that nouns name by themselves, of which no act of the sentence tells."""
        for instrument in here.sentence.instruments:
            alone = self.book.instruments[instrument.instrument].by_itself and not instrument.again
            if alone and instrument.start not in used:
                yield from self.writer.standing(here, instrument)


def _knowing(here: Here, firm: Sequence[Report]) -> Here:
    """A sentence, with the measures that it, and the rest of its page, tells of."""
    start, pair = here.sentence.start, here.mentions.pair
    known = memory.of([r for r in firm if r.evidence.start != start], pair)
    beside = memory.of([r for r in firm if r.evidence.start == start and not _ends_by_guess(r)], pair)
    return here.knowing(known, beside, firm)


def _ends_by_guess(report: Report) -> bool:
    """Whether a report only guesses whose measure it ends: it tells nothing of whose it was."""
    return report.effect in BACK and report.rule.rpartition(":")[2] in GUESSED


def _incomplete(outcome: Line | Refusal) -> bool:
    """Whether a side was missing, or filled in, that something else the page tells may give."""
    if isinstance(outcome, Refusal):
        return outcome.reason.startswith(ONE_SIDE)
    report = outcome.report
    return report is not None and report.rule.endswith(":filled")


def _timed(
    mentions: Mentions, times: Sequence[TimeMention]
) -> Iterator[tuple[Sentence | None, Sentence, Sequence[TimeMention]]]:
    """Each sentence with the one before it in its paragraph, and the times that stand in it."""
    before: Sentence | None = None
    starts = [t.start for t in times]
    for sentence in mentions.sentences:
        near = before if before and before.paragraph == sentence.paragraph else None
        before = sentence
        yield near, sentence, times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
