"""Where an act is told: one sentence of a page, with what stands in it, before it, and in the rest of the page."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detente.model import Document, Mentions, Report, Sentence, TimeMention
from detente.reports import memory
from detente.reports.asserted import Voice
from detente.reports.line import Line

DAY = 6  # characters from a noun to the day that is its own: "l'audience du 2 février"


@dataclass(frozen=True, slots=True)
class Here:
    """One sentence of a page, with the times that stand in it, and the measures that the page tells of elsewhere."""

    document: Document
    sentence: Sentence
    mentions: Mentions
    times: Sequence[TimeMention]
    known: memory.Memory = field(default_factory=dict)
    beside: memory.Memory = field(default_factory=dict)  # the measures that the sentence itself tells of
    before: Sentence | None = None  # the sentence just before, of the same paragraph
    told: Sequence[Report] = ()  # what the page tells with both sides, in its order
    voices: Sequence[Voice] = ()  # what is said for a side
    halves: Sequence[Line] = ()  # what the page tells with one of two sides

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def heard(self) -> int:
        """Where what this sentence may answer begins: the sentence before, of its paragraph."""
        return (self.before or self.sentence).start

    def earlier(self, count: int) -> Sequence[Sentence]:
        """The `count` sentences before this one, of whatever paragraph; fewer where the page begins."""
        at = bisect_left(self.mentions.sentences, self.sentence.start, key=lambda s: s.start)
        return self.mentions.sentences[max(at - count, 0) : at]

    def knowing(self, known: memory.Memory, beside: memory.Memory, told: Sequence[Report]) -> "Here":
        return replace(self, known=known, beside=beside, told=told)
