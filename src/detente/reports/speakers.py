"""Who speaks, for which side: named, by surname, by a pronoun, by nobody since he spoke last, or without a name."""

from dataclasses import dataclass

from detente.model import ActorMention, Document, Mentions, Sentence, Utterance

WHOLE = 90  # characters: a longer source is cut to who is named in it


@dataclass(frozen=True, slots=True)
class Speaker:
    """name: as the page gives it, in full where it does somewhere; None when nobody is named. side: an actor code."""

    name: str | None
    side: str | None


class Talk:
    """Hears the utterances of one document in order, and remembers who spoke last. Made anew for each document."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document, self.mentions = document, mentions
        self.last: tuple[int, Speaker | None] = (-9, None)  # index of the sentence, who

    def speaker(self, utterance: Utterance) -> Speaker | None:
        """Who says it; None when it is nobody who speaks for a state or an organisation."""
        found = self._found(utterance)
        if utterance.how != "carried" or found:
            self.last = (utterance.sentence, found)
        return found

    def _found(self, utterance: Utterance) -> Speaker | None:
        if utterance.how == "named" and utterance.speaker:
            return self._named(utterance, utterance.speaker)
        if utterance.how == "unnamed":
            side = utterance.speaker.codes[0] if utterance.speaker and len(utterance.speaker.codes) == 1 else None
            return Speaker(self._words(utterance), side)
        if utterance.how == "pronoun":
            return self._meant(utterance)
        if utterance.how == "carried":
            return self._carried(utterance)
        return None

    def _named(self, utterance: Utterance, mention: ActorMention) -> Speaker | None:
        if mention.carrier == "nationals":
            return None
        name = mention.person
        if mention.how == "pronoun" and not name:
            before = self._spoke(utterance)
            name = before.name if before and before.side in mention.codes else None
        return Speaker(name or self._whole(utterance, mention), mention.codes[0] if len(mention.codes) == 1 else None)

    def _whole(self, utterance: Utterance, mention: ActorMention) -> str:
        """The words for who speaks: the noun phrase, or the mention where the phrase is long."""
        text = self.document.text
        if utterance.source is None or utterance.source[0] > mention.start:
            return text[mention.start : mention.end]
        words = text[utterance.source[0] : max(utterance.source[1], mention.end)].split(",")[0].strip()
        own = text[mention.start : mention.end]
        return words if own in words and len(words) < WHOLE else own

    def _words(self, utterance: Utterance) -> str | None:
        return self.document.text[slice(*utterance.source)].strip(" ,") if utterance.source else None

    def _meant(self, utterance: Utterance) -> Speaker | None:
        """He, she, they: who opens the sentence as such, who spoke last, or else who leads the sentence before."""
        sentence = self.mentions.sentences[utterance.sentence]
        own = next((m for m in sentence.actors if m.how == "pronoun" and self._covers(utterance, m)), None)
        before = self._spoke(utterance)
        if before and (own is None or before.side is None or before.side in own.codes):
            return before
        return self._of(own) if own else self._leader(utterance.sentence)

    def _covers(self, utterance: Utterance, mention: ActorMention) -> bool:
        return utterance.source is not None and mention.start < utterance.source[1] and utterance.source[0] < mention.end

    def _spoke(self, utterance: Utterance) -> Speaker | None:
        """Who spoke last, if that was no more than two sentences ago."""
        return self.last[1] if utterance.sentence - self.last[0] <= 2 else None

    def _carried(self, utterance: Utterance) -> Speaker | None:
        """A quotation alone goes on with who spoke just before; without such a one nobody is named."""
        index, speaker = self.last
        sentence = self.mentions.sentences[utterance.sentence]
        if utterance.sentence - index <= 1:
            return speaker
        if any(c.kind == "opinion" for c in sentence.cues):
            return None
        return Speaker(None, None)

    def _leader(self, index: int) -> Speaker | None:
        """Who leads this sentence before the pronoun, or one of the two before: an official if there is one."""
        for sentence in reversed(self.mentions.sentences[max(index - 2, 0) : index + 1]):
            if lead := _lead(sentence):
                return self._of(lead)
        return None

    def _of(self, mention: ActorMention) -> Speaker:
        side = mention.codes[0] if len(mention.codes) == 1 else None
        return Speaker(mention.person or self.document.text[mention.start : mention.end], side)


def _lead(sentence: Sentence) -> ActorMention | None:
    may = [m for m in sentence.actors if not m.place and m.carrier not in ("nationals", "force") and not m.preposition]
    may = [m for m in may if m.how not in ("people", "adjective", "posting")]
    return next((m for m in may if m.person), may[0] if may else None)
