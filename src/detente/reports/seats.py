"""Where a source stands: in whose capital or town, by his own words, by those around him, by the sentence before."""

from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Utterance
from detente.reports.called import Called

OPENING = 12  # characters before a capital that opens a sentence: "À Dakar, …"
PLACED = ("name", "capital", "seat")  # mentions that tell where a source sits
RIGHT_BEHIND = 5  # characters from a source to where he stands: ", à "
WHOLE = 90  # characters from a source to the capital he speaks from


@dataclass(frozen=True, slots=True)
class Seats:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language
    called: Called

    def seat(self, utterance: Utterance) -> str | None:
        """ "An official *in Doha*", "*À Dakar*, le ministre": outside what he says."""
        sentence = self.mentions.sentences[utterance.sentence]
        if own := self.own(
            utterance
        ):  # "une source *au palais de Koulouba*"; "officials in Seoul and Hanoi" are of two
            return own[0].codes[0] if len({m.codes for m in own}) == 1 else None
        seats = [m for m in sentence.actors if m.how == "capital" and len(m.codes) == 1]
        beside = [m for m in seats if self._beside(m, utterance)]
        seats = [m for m in seats if m.place]
        seats = [m for m in seats if not utterance.start <= m.start < utterance.end]
        near = beside + [m for m in seats if utterance.source and 0 <= m.start - utterance.source[0] < WHOLE]
        near += [m for m in seats if m.start - sentence.start < OPENING]
        near += [m for m in sentence.actors if self._opens_upon(m, utterance)]
        return near[0].codes[0] if near else None

    def _beside(self, mention: ActorMention, utterance: Utterance) -> bool:
        """ "A averti *à Islamabad* le ministère", "a dit le ministère, *à Lima*": between the verb and who speaks, or right behind him."""
        cue, source = utterance.cue, utterance.source
        within = mention.place or (
            mention.preposition in self.language["within"] and not self.called.answers(utterance)
        )
        between = bool(within and cue and source and cue[1] <= mention.start and mention.end <= source[0])
        return between or bool(mention.place and source and 0 <= mention.start - source[1] <= RIGHT_BEHIND)

    def struck(self, utterance: Utterance) -> str | None:
        """Of those who count the dead: the state of the town or capital last named, here or in the two sentences before."""
        counting = self.language.maps["speech"]["rescuers"]
        if not any(word in self.called.words(utterance).casefold() for word in counting):
            return None
        near = self.mentions.sentences[max(0, utterance.sentence - 2) : utterance.sentence + 1]
        towns = (
            m for s in reversed(near) for m in reversed(s.actors) if m.how in ("capital", "town") and m.preposition
        )
        return next((m.codes[0] for m in towns if len(m.codes) == 1), None)

    def _opens_upon(self, mention: ActorMention, utterance: Utterance) -> bool:
        """ "*Au Mexique*, le ministère…": a state or a town at the head of the sentence, right before who speaks."""
        start = self.mentions.sentences[utterance.sentence].start
        placed = mention.place and len(mention.codes) == 1 and mention.start - start < OPENING
        behind = self.document.text[mention.end : utterance.source[0]] if utterance.source else ""
        return placed and behind[:1] == "," and len(behind) <= RIGHT_BEHIND

    def own(self, utterance: Utterance) -> list[ActorMention]:
        """The states and capitals within the words for who speaks."""
        actors = self.mentions.sentences[utterance.sentence].actors
        own = (m for m in actors if m.how in (*PLACED, "town") and len(m.codes) == 1 and self._within(m, utterance))
        return [m for m in own if not self._signed(m)]

    def _signed(self, mention: ActorMention) -> bool:
        """ "Le texte *signé à Bichkek*": a text is not of where it was signed."""
        *_, word, preposition = ["", "", *self.document.text[: mention.start].casefold().split()[-2:]]
        return word in self.language.maps["speech"]["signed"] and preposition == mention.preposition

    def _within(self, mention: ActorMention, utterance: Utterance) -> bool:
        return bool(utterance.source and utterance.source[0] <= mention.start and mention.end <= utterance.source[1])

    def framed(self, utterance: Utterance) -> str | None:
        """ "*Au Kenya*, la polémique enfle. Le parti au pouvoir…": the one state whose place opens the sentence before."""
        if not utterance.sentence:
            return None
        before = self.mentions.sentences[utterance.sentence - 1]
        found = next((m for m in before.actors if m.place and m.start - before.start < OPENING), None)
        comma = found is not None and self.document.text[found.end : found.end + 1] == ","
        return found.codes[0] if found and comma and len(found.codes) == 1 else None
