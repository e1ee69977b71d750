"""One sentence as the search for speech sees it: its words, which of them are quoted, and who stands where."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.mentions.people import Person
from detente.mentions.quotations import Quotation
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence

STOPS = frozenset({";", ":", "—", "–", "―"})


@dataclass(frozen=True)
class Scene:
    """index: of the sentence in its document; quotes: the quotations that touch it."""

    index: int
    sentence: Sentence
    words: Sequence[Token]
    quotes: Sequence[Quotation]
    text: str
    people: Sequence[tuple[int, int, Person]] = ()  # first and last word of a name, and whose it is

    @cached_property
    def starts(self) -> list[int]:
        return [t.start for t in self.words]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Indices of the words between quotation marks, marks included."""
        return frozenset(
            i for q in self.quotes for i in range(bisect_left(self.starts, q.start), bisect_left(self.starts, q.end))
        )

    @cached_property
    def speakers(self) -> tuple[ActorMention, ...]:
        """Actors that may speak: outside quotation marks, no places, no nationals."""
        spans = [(q.start, q.end) for q in self.quotes]
        return tuple(
            m
            for m in self.sentence.actors
            if not m.place
            and m.carrier not in ("nationals",)
            and m.how not in ("people", "adjective", "posting", "pronoun")
            and not any(a <= m.start < b for a, b in spans)
        )

    def key(self, i: int) -> str:
        return self.words[i].key if 0 <= i < len(self.words) else ""

    def held(self, i: int) -> bool:
        """Whether word i is of a noun for an office or a government."""
        return 0 <= i < len(self.words) and any(a <= self.words[i].start < b for a, b in self.sentence.carriers)

    def mark(self, i: int) -> bool:
        """Whether word i closes a quotation."""
        return 0 <= i < len(self.words) and any(self.words[i].end == q.end for q in self.quotes)

    def opens(self, i: int) -> Quotation | None:
        """The quotation that word i opens."""
        return next((q for q in self.quotes if 0 <= i < len(self.words) and q.start == self.words[i].start), None)

    def at(self, offset: int) -> int:
        """Index of the first word at or behind an offset."""
        return bisect_left(self.starts, offset)

    @property
    def end(self) -> int:
        """Where the sentence ends, its full stop left out."""
        text, end = self.text, self.sentence.end
        return end - 1 if text[end - 1 : end] in ".!?…" and end - 1 > self.sentence.start else end
