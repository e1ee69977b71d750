"""What a statement is about and how it stands to that; to whom, where and when it was said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook import Codebook
from detente.codebook.entries import REMOVES
from detente.codebook.languages import Language
from detente.model import (
    ActMention,
    Cue,
    Document,
    Mentions,
    Sentence,
    Stance,
    Statement,
    TimeMention,
    Topic,
    Utterance,
    When,
)
from detente.reports import composing

WANTS = frozenset({"demand", "promise", "praise"})  # strengths of verbs that stand by what they report
FACTUAL = frozenset({"deny", "warn"})  # strengths that say what is or will be, not what is good
LOOSE = frozenset({"force"})  # kinds of instrument that are a topic only where an act works on them: "two frigates"
JUDGING = ("approving", "disapproving")  # kinds of cue
REACH = 25  # characters from a negation to the word it turns round
BESIDE = 40  # characters from the verb to whom it addresses
RIGHT = 6  # the same without a preposition: "told the …"
MONTH = 31  # days; a longer run tells of something else than speaking
OF = 40  # characters between "the lifting" and what is lifted
NEAR = 60  # characters from the verb to where, and when, it was said
PHRASE = 80  # characters that the words for an occasion may take
ENDS = ",;:.«“"  # they close the words for an occasion

Span = tuple[int, int]


@dataclass(frozen=True)
class Positions:
    """Places the statements of one page."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    book: Codebook
    language: Language

    def placed(self, statement: Statement, utterance: Utterance, sentence: Sentence) -> Statement:
        """The statement with what its sentence, and the one that names who speaks, say of it."""
        content = statement.content or (statement.evidence.start, statement.evidence.end)
        topic, act = self._topic(sentence, content, utterance.cue, statement.side)
        home = self.mentions.sentences[utterance.sentence]
        return replace(
            statement,
            topic=topic,
            stance=self._stance(statement, utterance.cue, sentence, topic, act) if topic else None,
            addressee=self._addressee(home, utterance, statement.side),
            venue=self._venue(home, utterance),
            when=self._when(home, utterance),
        )

    def _topic(
        self, sentence: Sentence, content: Span, cue: Span | None, side: str | None
    ) -> tuple[Topic | None, ActMention | None]:
        """The first instrument named, else the first act, else the first other actor; and what is done to the instrument."""
        acts = [a for a in sentence.acts if _within(a.start, a.end, content) and not _overlap((a.start, a.end), cue)]
        effects = [a for a in acts if self.book.acts[a.act].effect]
        for found in (i for i in sentence.instruments if _within(i.start, i.end, content)):
            ruling = next((a for a in effects if composing.instrument_of(sentence, a) == found), None)
            if ruling or self.book.instruments[found.instrument].kind not in LOOSE:
                return Topic("instrument", found.instrument, found.start, found.end), ruling
        if acts:
            return Topic("act", acts[0].act, acts[0].start, acts[0].end), None
        for actor in sentence.actors:
            other = len(actor.codes) == 1 and actor.codes[0] != side and not actor.place
            if other and _within(actor.start, actor.end, content):
                return Topic("actor", actor.codes[0], actor.start, actor.end), None
        return None, None

    def _stance(
        self, statement: Statement, verb: Span | None, sentence: Sentence, topic: Topic, act: ActMention | None
    ) -> Stance | None:
        """None where the words pull both ways, or a negation turns round what they judge."""
        strength, content = statement.strength, statement.content or (sentence.start, sentence.end)
        told = [c for c in sentence.cues if _overlap((c.start, c.end), verb) and c.kind in JUDGING]
        cues = told + [c for c in sentence.cues if _within(c.start, c.end, content)]
        signs = set(_signs(strength, cues))
        if not signs:
            return None if strength in FACTUAL else Stance.NEUTRAL
        if len(signs) > 1 or 0 in signs:
            return None
        if any(c.kind == "condition" for c in cues):
            return Stance.CONDITIONAL
        removed = any(c.kind == "removing" and _apart((c.start, c.end), (topic.start, topic.end)) <= OF for c in cues)
        removed = removed or (act is not None and self.book.acts[act.act].effect in REMOVES)
        return Stance.FOR if (signs.pop() > 0) != removed else Stance.AGAINST

    def _addressee(self, sentence: Sentence, said: Utterance, side: str | None) -> str | None:
        """ "A déclaré *à l'ambassadeur malien*", "told *the Malian ambassador*": the other side, right behind the verb."""
        for actor in sentence.actors if said.cue else ():
            behind = said.cue is not None and 0 < actor.start - said.cue[1] <= (BESIDE if actor.preposition else RIGHT)
            own = _overlap((actor.start, actor.end), (said.start, said.end)) or actor.codes == (side,)
            if behind and not own and len(actor.codes) == 1 and not actor.place:
                return actor.codes[0] if actor.preposition in self.language["addressed"] else None
        return None

    def _venue(self, sentence: Sentence, said: Utterance) -> str | None:
        """ "Lors d'une conférence de presse à Dakar", "told reporters in Doha": as the page words it."""
        text = self.document.text
        for cue in (c for c in sentence.cues if c.kind == "occasion-of-speech"):
            if not _overlap((cue.start, cue.end), (said.start, said.end)):
                stops = [k for k in range(cue.end, sentence.end) if text[k] in ENDS or k == said.start]
                return text[cue.start : min([*stops, sentence.end, cue.start + PHRASE])].strip()
        return self._seat(sentence, said)

    def _seat(self, sentence: Sentence, said: Utterance) -> str | None:
        places = (m for m in sentence.actors if m.place and m.how == "capital")
        near = (m for m in places if said.cue and _apart((m.start, m.end), said.cue) <= NEAR)
        own = (m for m in near if not _overlap((m.start, m.end), (said.start, said.end)))
        return next((self.document.text[m.start : m.end] for m in own), None)

    def _when(self, sentence: Sentence, said: Utterance) -> When | None:
        """The time nearest to the verb, outside what was said."""
        own = [t for t in self.times if t.when and sentence.start <= t.start < sentence.end]
        own = [t for t in own if not _overlap((t.start, t.end), (said.start, said.end))]
        cue = said.cue
        near = [t for t in own if cue and _apart((t.start, t.end), cue) <= NEAR and not _parted(sentence, t, cue)]
        found = min(near, key=lambda t: (_apart((t.start, t.end), cue or (0, 0)), t.start)).when if near else None
        return found if found and found.days and found.days <= MONTH else None


def _signs(strength: str | None, cues: Iterable[Cue]) -> Iterator[int]:
    """1 for, -1 against: of the verb, else of each judging word; 0 of a word that is denied."""
    own = list(cues)
    if strength in WANTS or strength == "blame":
        yield 1 if strength in WANTS else -1
        return
    for cue in (c for c in own if c.kind in JUDGING):
        denied = any(n.kind == "negation" and 0 <= cue.start - n.start <= REACH for n in own)
        yield 0 if denied else (1 if cue.kind == "approving" else -1)


def _parted(sentence: Sentence, time: TimeMention, cue: Span) -> bool:
    """Whether a clause ends between a time and the verb: "that it had let lapse in 2024, and deplored"."""
    first, last = min(time.end, cue[1]), max(time.start, cue[0])
    return any(first <= b < last for b in sentence.breaks)


def _within(start: int, end: int, span: Span) -> bool:
    return span[0] <= start and end <= span[1]


def _overlap(one: Span, other: Span | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _apart(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(one[0] - other[1], other[0] - one[1], 0)
