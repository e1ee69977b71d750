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
        if utterance.strength not in TOWARD or utterance.cue is None:
            return None
        end = utterance.cue[1]
        actors = self.mentions.sentences[utterance.sentence].actors
        faced = next((m for m in actors if m.start >= end), None)
        return faced.codes[0] if faced and self._is_object(faced, end) else None

    def _is_object(self, faced: ActorMention, end: int) -> bool:
        """Whether nothing but articles and a word or two stand between; his own people may be asked for something."""
        between = self.document.text[end : faced.start]
        plain = len(between) <= REACH and not any(mark in between for mark in PARTED)
        plain = plain and not set(between.casefold().split()) & set(self.language.maps["speech"]["that"])
        return plain and len(faced.codes) == 1 and faced.how in STATES and faced.carrier != "nationals"
