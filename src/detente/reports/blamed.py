"""Whom a voice blames, warns or asks for something, in the words right behind its verb: never its own side."""

from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Utterance

TOWARD = ("blame", "demand", "warn")  # strengths of verbs whose object is somebody else
REACH = 26  # characters from the verb to whom it is done: " en retour les forces "
STATES = ("name", "capital", "seat", "carrier", "adjective")  # mentions that name a state
PARTED = ('"', "“", "«", ",", ":", ";")  # behind which something else begins


@dataclass(frozen=True, slots=True)
class Blamed:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language

    def side(self, utterance: Utterance) -> str | None:
        """ "L'armée *accuse* en retour les forces *rwandaises*": Rwanda, whose army it is not."""
        if told := self._obliged(utterance):
            return told
        if utterance.strength not in TOWARD or utterance.cue is None:
            return None
        end = utterance.cue[1]
        actors = self.mentions.sentences[utterance.sentence].actors
        faced = next((m for m in actors if m.start >= end), None)
        return faced.codes[0] if faced and self._is_object(faced, end) else None

    def _obliged(self, utterance: Utterance) -> str | None:
        """ "« *Le Japon doit* cesser », a dit une porte-parole": who must do something, at the head of what is quoted."""
        inside = (m for m in self.mentions.sentences[utterance.sentence].actors if m.start >= utterance.start)
        first = next(inside, None) if utterance.form == "quoted" else None
        if first is None or first.preposition or len(first.codes) != 1 or first.how not in STATES:
            return None
        behind = self.document.text[first.end : utterance.end].casefold().split()[:1]
        told = bool(behind) and behind[0] in self.language.maps["speech"]["obliging"]
        return first.codes[0] if told and first.carrier != "nationals" else None

    def wronged(self, utterance: Utterance) -> str | None:
        """ "Dénonce une atteinte à *la souveraineté du Liban*": Lebanon, whose own voice it is, where the page is about two."""
        if utterance.strength != "blame":
            return None
        actors = self.mentions.sentences[utterance.sentence].actors
        hurt = [m for m in actors if utterance.start <= m.start < utterance.end and self._hurt(m)]
        return hurt[0].codes[0] if len({m.codes for m in hurt}) == 1 else None

    def _hurt(self, mention: ActorMention) -> bool:
        """Whether right before a state stands what of it is violated: "la souveraineté *du royaume*"."""
        *_, noun, preposition = ["", "", *self.document.text[: mention.start].casefold().split()[-2:]]
        owned = noun.replace("’", "'").rpartition("'")[2] in self.language.maps["speech"]["violated"]
        return owned and preposition.replace("’", "'") == mention.preposition and mention.codes[0] in self.mentions.pair

    def _is_object(self, faced: ActorMention, end: int) -> bool:
        """Whether nothing but articles and a word or two stand between; his own people may be asked for something."""
        between = self.document.text[end : faced.start]
        plain = len(between) <= REACH and not any(mark in between for mark in PARTED)
        plain = plain and not set(between.casefold().split()) & set(self.language.maps["speech"]["that"])
        plain = plain and not faced.place  # "a averti *à Islamabad* le ministère"
        return plain and len(faced.codes) == 1 and faced.how in STATES and faced.carrier != "nationals"
