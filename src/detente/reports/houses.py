"""Whose "the ministry", "l'ambassade", "la présidence" is, said alone: of him who leads such a house, if the page has just named him."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Utterance
from detente.reports.spelling import low

NEAR = 3  # sentences between who leads a house and the house said alone


@dataclass(frozen=True)
class Houses:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language

    def side(self, utterance: Utterance, words: str) -> str | None:
        """ "*Egypt's foreign minister* called on Israel to… *The ministry* said": his, the nearest before."""
        leading = {office for word in self._plain(words) for office in self._led_by.get(word, ())}
        if not leading or utterance.source is None:
            return None
        for index in range(utterance.sentence, max(utterance.sentence - NEAR, 0) - 1, -1):
            named = [m for m in self._officials(index, utterance.source[0]) if leading & set(self._office(m))]
            free = [m for m in named if not m.preposition] or (named if leading & self._residents else ())
            if free:
                return free[-1].codes[0]
        return None

    def _officials(self, index: int, start: int) -> Iterator[ActorMention]:
        """Who has an office there, told with his state or by name."""
        for m in self.mentions.sentences[index].actors:
            told = m.how != "inferred" or m.person
            if m.carrier == "office" and len(m.codes) == 1 and m.end <= start and told:
                yield m

    def _office(self, mention: ActorMention) -> list[str]:
        """The words for his office: those of the mention, and those with which the page introduced him."""
        own = self.document.text[mention.start : mention.end]
        return self._plain(f"{own} {self._roles.get(mention.person or '', '')}")

    def _plain(self, words: str) -> list[str]:
        return without(words, *self.language.elided, *self.language["premodified"], ",")

    @cached_property
    def _residents(self) -> frozenset[str]:
        """Envoys, whose embassy is theirs wherever they stand; of a minister only his own sentence makes the ministry his."""
        return frozenset(self.language.maps["speech"]["residents"])

    @cached_property
    def _roles(self) -> dict[str, str]:
        return {name: role for name, _, role, _, _ in self.mentions.people}

    @cached_property
    def _led_by(self) -> dict[str, frozenset[str]]:
        return {house: frozenset(offices) for house, offices in self.language.maps["houses"].items()}


def without(words: str, *marks: str) -> list[str]:
    """Words in small letters, without what leans on them: "*l'*armée", "the army*'s*"."""
    told = low(words)
    for mark in marks:
        told = told.replace(mark, "")
    return told.split()
