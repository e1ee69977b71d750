"""For whom a source without a name speaks: "a government adviser", "une source diplomatique", "an official in Doha"."""

from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Sentence, Utterance

OPENING = 12  # characters before a capital that opens a sentence: "À Dakar, …"
TITLE = 3  # words of a bare title: "le premier ministre"
PLACED = ("name", "capital", "seat")  # mentions that tell where a source sits
WHOLE = 90  # characters from a source to the capital he speaks from


@dataclass(frozen=True)
class Unnamed:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language

    def side(self, utterance: Utterance, spoke: str | None) -> str | None:
        """The capital he speaks from; else of whom the sentence, or the one before, speaks.

        spoke: for whom the last one spoke, if that was just before.
        """
        if seat := self.seat(utterance):
            return seat
        return None if self.anybody(utterance) else self._near(utterance, spoke)

    def seat(self, utterance: Utterance) -> str | None:
        """ "An official *in Doha*", "*À Dakar*, le ministre": outside what he says."""
        sentence = self.mentions.sentences[utterance.sentence]
        own = [m for m in sentence.actors if m.how in PLACED and len(m.codes) == 1 and self._within(m, utterance)]
        if own:  # "une source *au palais de Koulouba*"; "officials in Seoul and Hanoi" are of two
            return own[0].codes[0] if len({m.codes for m in own}) == 1 else None
        seats = [m for m in sentence.actors if m.how == "capital" and m.place and len(m.codes) == 1]
        seats = [m for m in seats if not utterance.start <= m.start < utterance.end]
        near = [m for m in seats if utterance.source and 0 <= m.start - utterance.source[0] < WHOLE]
        near += [m for m in seats if m.start - sentence.start < OPENING]
        return near[0].codes[0] if near else None

    def _within(self, mention: ActorMention, utterance: Utterance) -> bool:
        return bool(utterance.source and utterance.source[0] <= mention.start and mention.end <= utterance.source[1])

    def anybody(self, utterance: Utterance) -> bool:
        """ "A participant", "un diplomate ouest-africain", "des responsables du Heilongjiang": of whom nobody can say whose he is."""
        words = self._words(utterance)
        told = set(words.casefold().split())
        return bool(told & set(self.language.maps["speech"]["anybody"])) or self._abroad(words)

    def _abroad(self, words: str) -> bool:
        """A name inside the words for a source, of a place that we do not know: its officials are not those last spoken of."""
        inner = words.split()[1:]
        return len(inner) > 1 and any(w[:1].isupper() and w[1:].islower() for w in inner)

    def _near(self, utterance: Utterance, spoke: str | None) -> str | None:
        here, before = self._topic(utterance, 0), self._topic(utterance, 1)
        words = self._words(utterance)
        definite = tuple(f"{word} " if word[-1].isalpha() else word for word in self.language["definite"])
        if words.casefold().startswith(definite):
            return spoke or here or before
        home = self.mentions.home if len(words.split()) <= TITLE else None
        return home or here or spoke or before

    def _topic(self, utterance: Utterance, back: int) -> str | None:
        """Of whom this sentence, or the one `back` before it, speaks first: one side."""
        index = utterance.sentence - back
        lead = leading(self.mentions.sentences[index]) if index >= 0 else None
        fits = lead and utterance.source and lead.end <= utterance.source[0] and len(lead.codes) == 1
        return lead.codes[0] if lead and fits else None

    def _words(self, utterance: Utterance) -> str:
        return self.document.text[slice(*utterance.source)].strip(" ,") if utterance.source else ""


def leading(sentence: Sentence) -> ActorMention | None:
    """Who leads a sentence: a person if there is one."""
    may = [m for m in sentence.actors if not m.place and m.carrier not in ("nationals", "force") and not m.preposition]
    may = [m for m in may if m.how not in ("people", "adjective", "posting")]
    return next((m for m in may if m.person), may[0] if may else None)
