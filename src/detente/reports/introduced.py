"""Who a name or a bare title is that the sentences before let know: "la ministre arrive. […] a dit *Graça Muianga*", "the minister"."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Utterance
from detente.reports.spelling import low
from detente.reports.voices import leading

NEAR = 2  # sentences between an official without a name and his name
FAR = 3  # sentences between two who are named together and "the former"
ARTICLE = 8  # characters, and more, of the longest definite article with its space
NAMES = 2  # words of a whole name, at least


@dataclass(frozen=True)
class Introduced:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language

    def name(self, utterance: Utterance) -> str | None:
        """The whole name that the words for who speaks begin with, told here for the first time and with nothing set behind it."""
        if not utterance.source:
            return None
        start, end = utterance.source
        words = self.document.text[start:end].split(" ")
        count = next((k for k, w in enumerate(words) if not self._of_name(w)), len(words))
        while count and words[count - 1].casefold() in self.language["particles"]:
            count -= 1
        name = " ".join(words[:count]).strip(" ,")
        behind = self.document.text[start + len(name) :][:1]
        first = count >= NAMES and self.document.text.find(words[count - 1].strip(",")) >= start
        return name if first and behind != "," else None

    def _of_name(self, word: str) -> bool:
        return word[:1].isupper() or word.casefold() in self.language["particles"]

    def official(self, utterance: Utterance) -> ActorMention | None:
        """Who leads one of the two sentences before, with an office and without a name."""
        for index in range(utterance.sentence - 1, max(utterance.sentence - 1 - NEAR, -1), -1):
            lead = leading(self.mentions.sentences[index])
            if lead:
                fits = lead.carrier == "office" and lead.person is None and len(lead.codes) == 1
                return lead if fits and lead.how == "carrier" else None
        return None

    def together(self, utterance: Utterance) -> Sequence[ActorMention]:
        """The officials whom the nearest sentence before names, two at least."""
        for index in range(utterance.sentence - 1, max(utterance.sentence - 1 - FAR, -1), -1):
            offices = (m for m in self.mentions.sentences[index].actors if m.carrier == "office" and not m.place)
            named = {m.person or m.codes: m for m in offices if len(m.codes) == 1}
            if len(named) >= NAMES:
                return list(named.values())
        return ()

    def bare(self, mention: ActorMention) -> bool:
        """ "*The* diplomat", "*le* ministre": an office alone behind a definite article."""
        before = low(self.document.text[max(0, mention.start - ARTICLE) : mention.start])
        definite = tuple(word if word.endswith("'") else f"{word} " for word in self.language["definite"])
        words = self.document.text[mention.start : mention.end]
        last = words.split()[-1]  # "the *Gambian* justice minister": in English the state stands first
        lower = words.islower() or " " not in words or (bool(self.language["premodified"]) and last.islower())
        return mention.carrier == "office" and before.endswith(definite) and lower
