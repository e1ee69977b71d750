"""What is answered had been asked: "Chad declined *Niger's request*", "agreed *at Mali's request*" is a demand of Niger's, of Mali's.

The noun stands inside, or right behind, the wording that answers it, so that it is no act of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Report, TimeMention
from detente.reports.asserted import line
from detente.reports.line import Line

ACTS = {"REQUEST": "demand", "AGREE": "offer"}  # type -> the act of the codebook that asks
ANSWERS = frozenset({"refuse", "accept"})  # acts that answer somebody
BEFORE = 14  # characters from who asks to the noun: "'s repeated "
BEHIND = 8  # the same behind it: " from the "
REACH = 30  # characters from the end of a wording to the noun: "turned down | Kenya's request"


@dataclass(frozen=True)
class Asker:
    """Finds them on one page; pure."""

    document: Document
    times: Sequence[TimeMention]
    language: Language

    def lines(self, found: Sequence[Line]) -> Iterator[Line]:
        """One a pair, where nothing on the page tells that it was asked. found: what is coded of the page."""
        told = [o.report for o in found if o.report]
        known = {(r.type, a, b) for r in told for a in r.actors for b in r.recipients}
        for answer in (o for o in found if o.report and o.report.act in ANSWERS):
            assert answer.report is not None
            asked = self._asked(answer, answer.report)
            if asked and not {(asked[0], asked[2], b) for b in answer.report.actors} & known:
                type_, at, side = asked
                known |= {(type_, side, b) for b in answer.report.actors}
                what, sides = (ACTS[type_], type_), (side, answer.report.actors)
                yield line(self.document, self.language, self.times, answer.sentence, at, what, sides)

    def _asked(self, answer: Line, report: Report) -> tuple[str, tuple[int, int], str] | None:
        """What the noun asks, where it stands, and whose it is: one of those whom the answer is to."""
        text, act = self.document.text, answer.mention
        end = min(act.end + REACH, answer.sentence.end)
        for type_, nouns in self.language.maps["answered"].items():
            for noun in re.finditer(rf"\b(?:{'|'.join(nouns)})\b", text[act.head : end]) if nouns else ():
                at = (act.head + noun.start(), act.head + noun.end())
                own = [m for m in answer.sentence.actors if m.start >= act.head and _owns(m, at)]
                side = next((c for m in own for c in m.codes if c in report.recipients), None)
                if side:
                    return type_, at, side
        return None


def _owns(mention: ActorMention, at: tuple[int, int]) -> bool:
    """Whether somebody is named right before a noun, or behind it."""
    return 0 <= at[0] - mention.end <= BEFORE or 0 <= mention.start - at[1] <= BEHIND
