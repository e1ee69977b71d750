"""Demands without a verb of demanding: "Chad *must* free the pilots, the Sudanese minister said", "it is *up to* Lomé to…".

What somebody who speaks for one side says that another has to do is asked of it; it is not done yet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Cue, Document, Sentence, TimeMention
from detente.reports.asserted import Voice, line
from detente.reports.line import Line
from detente.reports.scene import leads

ACT, TYPE = "demand", "REQUEST"
MUST, UPTO = "obliging", "incumbent"  # kinds of cue: behind who has to, before him
APART = 4  # words between who has to and "must"; "the government of"
NEAR = 24  # characters from "it is up to" to whom
BESIDE = 1  # words from "must" to its own verb, whoever seems its subject: "must also free"
BEHIND = 45  # characters from "must" to the verb that is only asked for
VERB = 3  # words behind "must" in which its verb stands: "devrait très bien savoir"
TIMED = 60  # characters from "doit" to a day on which it is planned: "doit se réunir lundi"


@dataclass(frozen=True)
class Obliger:
    """Finds them on one page; pure."""

    document: Document
    times: Sequence[TimeMention]
    language: Language
    voices: Sequence[Voice]

    def lines(self, found: Sequence[Line]) -> list[Line]:
        """What is coded, with the demands, and without what a demand asks for. found: what is coded of the page."""
        told = [o.report for o in found if o.report]
        asked = list(self._asked())
        known = {(r.evidence.start, a, b) for r in told if r.type == TYPE for a in r.actors for b in r.recipients}
        kept = [o for o in found if not any(self._is_content(o, *demand) for demand in asked)]
        return [*kept, *self._new(asked, known)]

    def _new(
        self, asked: Iterable[tuple[Sentence, Cue, str, ActorMention]], known: set[tuple[int, str, str]]
    ) -> Iterator[Line]:
        """One a sentence and pair, where no verb of the sentence already asks."""
        for sentence, cue, side, whom in asked:
            if not any((sentence.start, side, code) in known for code in whom.codes):
                known |= {(sentence.start, side, code) for code in whom.codes}
                yield line(
                    self.document,
                    self.language,
                    self.times,
                    sentence,
                    (cue.start, cue.end),
                    (ACT, TYPE),
                    (side, whom.codes),
                )

    def _is_content(self, told: Line, sentence: Sentence, cue: Cue, side: str, whom: ActorMention) -> bool:
        """Whether a report tells as done what is only asked for: "must *free* the pilots"."""
        if told.report is None or told.sentence.start != sentence.start or told.mention.form != "verb":
            return False
        behind = 0 <= told.mention.head - cue.end <= BEHIND
        beside = behind and len(self.document.text[cue.end : told.mention.head].split()) <= BESIDE
        return beside or (behind and set(told.report.actors) == set(whom.codes))

    def _asked(self) -> Iterator[tuple[Sentence, Cue, str, ActorMention]]:
        """(sentence, cue, who asks, whom)."""
        for said in self.voices:
            for sentence in said.over:
                if not self._in_no_office(sentence, said):
                    yield from ((sentence, cue, said.side, who) for cue, who in self._obliged(sentence, said))

    def _in_no_office(self, sentence: Sentence, said: Voice) -> bool:
        """ "*A former envoy to Egypt* argues that Sudan should": he asks for nobody."""
        words = self.document.text[sentence.start : said.cue[0]].casefold().split() if said.cue else []
        return bool(set(words) & set(self.language["former"]))

    def _obliged(self, sentence: Sentence, said: Voice) -> Iterator[tuple[Cue, ActorMention]]:
        """Each other state that the content says has to do something, and the word that says it."""
        start, end = max(sentence.start, said.start), min(sentence.end, said.end)
        others = [
            m
            for m in sentence.actors
            if start <= m.start < end and said.side not in m.codes and m.carrier != "nationals"
        ]
        for cue in (c for c in sentence.cues if c.kind in (MUST, UPTO) and start <= c.start < end):
            whom = next((m for m in others if self._has_to(sentence, m, cue)), None)
            if whom and not self._supposed(sentence, whom, cue) and not self._planned(cue, said):
                yield cue, whom

    def _has_to(self, sentence: Sentence, mention: ActorMention, cue: Cue) -> bool:
        if cue.kind == UPTO:
            return cue.start < mention.start <= cue.end + NEAR
        between = self.document.text[mention.end : cue.start]
        near = mention.end <= cue.start and len(between.split()) <= APART and not set(",;:") & set(between)
        free = not mention.preposition and not mention.place and leads(mention)
        return near and free and not any(mention.end <= m.start < cue.start for m in sentence.actors)

    def _supposed(self, sentence: Sentence, whom: ActorMention, cue: Cue) -> bool:
        """ "If Chad must choose", "does *not* have to": supposed, or not asked."""
        before = [c for c in sentence.cues if c.kind in ("hypothesis", "condition", "negation") and c.start < cue.start]
        return any(whom.start - NEAR <= c.start and c.end <= cue.start for c in before)

    def _planned(self, cue: Cue, said: Voice) -> bool:
        """ "Doit se réunir *lundi*", "should *be* heard": what is on the calendar, or befalls one, is not asked of him."""
        text = self.document.text
        behind = text[cue.end : cue.end + BEHIND].casefold().split()[:VERB]
        if cue.kind == MUST and set(behind) & set(self.language["unasked"]):
            return True
        ahead = text[cue.start : cue.end].casefold() in self.language["scheduling"]
        return ahead and any(0 <= t.start - cue.end <= TIMED and t.start < said.end for t in self.times)
