"""To whom, where and when a statement was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import TOWN, Document, Mentions, Sentence, TimeMention, Utterance, When
from detente.reports.spans import Span, apart, overlap
from detente.reports.stances import ASKING

BESIDE = 40  # characters from the verb to whom it addresses
RIGHT = 6  # the same without a preposition: "told the …"
MONTH = 31  # days; a longer run tells of something else than speaking
NEAR = 60  # characters from the verb to where, and when, it was said
PHRASE = 80  # characters that the words for an occasion may take
ENDS = ",;:.«“"  # they close the words for an occasion


@dataclass(frozen=True)
class Occasions:
    """Where, when and to whom the utterances of one page were said."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language

    def addressee(self, sentence: Sentence, said: Utterance, side: str | None) -> str | None:
        """ "A déclaré *à l'ambassadeur malien*", "told *the Malian ambassador*": the other side, right behind the verb."""
        asked = said.strength in ASKING  # "urged *Bangkok* to": who is asked stands in what is asked
        for actor in sentence.actors if said.cue else ():
            right = 0 < actor.start - (said.cue or (0, 0))[1] <= RIGHT
            behind = right or (actor.preposition and 0 < actor.start - (said.cue or (0, 0))[1] <= BESIDE)
            own = (overlap((actor.start, actor.end), (said.start, said.end)) and not asked) or actor.codes == (side,)
            if asked and right and not own and len(actor.codes) == 1:
                return actor.codes[0]
            if behind and not own and len(actor.codes) == 1 and not actor.place and actor.how != "capital":
                return actor.codes[0] if actor.preposition in self.language["addressed"] else None
        return None

    def venue(self, sentence: Sentence, said: Utterance) -> str | None:
        """ "Lors d'une conférence de presse à Dakar", "told reporters in Doha": as the page words it."""
        text = self.document.text
        for cue in (c for c in sentence.cues if c.kind == "occasion-of-speech"):
            if not overlap((cue.start, cue.end), (said.start, said.end)):
                stops = [k for k in range(cue.end, sentence.end) if text[k] in ENDS or k == said.start]
                return text[cue.start : min([*stops, sentence.end, cue.start + PHRASE])].strip()
        return self._seat(sentence, said)

    def _seat(self, sentence: Sentence, said: Utterance) -> str | None:
        places = (m for m in sentence.actors if m.place and m.how in ("capital", TOWN))
        near = (m for m in places if said.cue and apart((m.start, m.end), said.cue) <= NEAR)
        own = (m for m in near if not overlap((m.start, m.end), (said.start, said.end)))
        return next((self.document.text[m.start : m.end] for m in own), None)

    def when(self, sentence: Sentence, said: Utterance) -> When | None:
        """The time nearest to the verb, outside what was said."""
        own = [t for t in self.times if t.when and sentence.start <= t.start < sentence.end]
        own = [t for t in own if not overlap((t.start, t.end), (said.start, said.end))]
        cue = said.cue
        near = [t for t in own if cue and (apart((t.start, t.end), cue) <= NEAR or t.end < cue[0])]
        near = [t for t in near if cue and not _parted(sentence, t, cue)]
        found = min(near, key=lambda t: (apart((t.start, t.end), cue or (0, 0)), t.start)).when if near else None
        return found if found and found.days and found.days <= MONTH else None


def _parted(sentence: Sentence, time: TimeMention, cue: Span) -> bool:
    """Whether a clause ends between a time and the verb: "that it had let lapse in 2024, and deplored"."""
    first, last = min(time.end, cue[1]), max(time.start, cue[0])
    return any(first <= b < last for b in sentence.breaks)
