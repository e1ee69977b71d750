"""What a statement is about and how it stands to that; to whom, where and when it was said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook import Codebook
from detente.codebook.entries import EFFECT
from detente.codebook.languages import Language
from detente.model import (
    TOWN,
    ActMention,
    Cue,
    Document,
    Mentions,
    Sentence,
    SpeechMode,
    Stance,
    Statement,
    TimeMention,
    Topic,
    Utterance,
    When,
)
from detente.reports import composing

WANTS = frozenset({"demand", "promise", "praise"})  # strengths of verbs that stand by what they report
ASKING = frozenset({"demand", "promise"})
FACTUAL = frozenset({"deny", "warn"})  # strengths that say what is or will be, not what is good
HELPFUL = frozenset({"CONCEDE", "RETREAT", "SUPPORT", "AID", "COOPERATE", "AGREE", "CONSULT"})
MEASURES = frozenset(
    {"restriction", "passage", "force"}
)  # kinds that the ledger keeps for what they forbid or threaten
LOOSE = frozenset({"force"})  # kinds of instrument that are a topic only where an act works on them: "two frigates"
ENDED = "ended"  # what is done to a thing of which an end is spoken of: "an end to the detention"
APPROVING = ("approving", "favouring")
JUDGING = (*APPROVING, "disapproving", "deprecating")  # kinds of cue
REACH = 25  # characters from a negation to the word it turns round
BESIDE = 40  # characters from the verb to whom it addresses
RIGHT = 6  # the same without a preposition: "told the …"
MONTH = 31  # days; a longer run tells of something else than speaking
ARTICLE = 12  # characters between "an end to" and what is ended: " the illegal "
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
        topic, done = self._topic(sentence, content, utterance.cue, statement.side)
        home = self.mentions.sentences[utterance.sentence]
        return replace(
            statement,
            topic=topic,
            stance=self._stance(statement, utterance.cue, sentence, topic, done) if topic else None,
            addressee=self._addressee(home, utterance, statement.side),
            venue=self._venue(home, utterance),
            when=self._when(home, utterance),
        )

    def _topic(self, sentence: Sentence, content: Span, cue: Span | None, side: str | None) -> tuple[Topic | None, str]:
        """What is named first: an instrument, or an act that stands for one; else an act, else another actor.

        And the PLOVER type of what is done to the instrument, "" where nothing is.
        """
        acts = [a for a in sentence.acts if _within(a.start, a.end, content) and not _overlap((a.start, a.end), cue)]
        named = [*self._named(sentence, acts, content), *self._implied(sentence, acts)]
        found = sorted(named, key=lambda f: f[0].start)
        if found:
            return found[0]
        if acts:
            return Topic("act", acts[0].act, acts[0].start, acts[0].end), ""
        for actor in sentence.actors:
            other = len(actor.codes) == 1 and actor.codes[0] != side and not actor.place
            if other and _within(actor.start, actor.end, content):
                return Topic("actor", actor.codes[0], actor.start, actor.end), ""
        return None, ""

    def _named(self, sentence: Sentence, acts: Sequence[ActMention], content: Span) -> Iterator[tuple[Topic, str]]:
        """Instruments, each with what the act that works on it, or a noun beside it ("the lifting of"), makes of it."""
        for found in (i for i in sentence.instruments if _within(i.start, i.end, content)):
            span = (found.start, found.end)
            effects = [self.book.acts[a.act].effect for a in acts if composing.instrument_of(sentence, a) == found]
            near = [c for c in sentence.cues if c.kind.startswith(EFFECT) and _apart((c.start, c.end), span) <= OF]
            effects += [c.kind.removeprefix(EFFECT) for c in near if _within(c.start, c.end, content)]
            kind = self.book.instruments[found.instrument].kind
            done = next((t for e in effects if e and (t := self.book.plover.type_of(e, kind))), "")
            done = done or _ended(sentence, found.start)
            if done or kind not in LOOSE or not acts:
                yield Topic("instrument", found.instrument, *span), done

    def _implied(self, sentence: Sentence, acts: Sequence[ActMention]) -> Iterator[tuple[Topic, str]]:
        for act in acts:
            entry = self.book.acts[act.act]
            if entry.instrument and entry.type:
                ended = _ended(sentence, act.start) if act.form == "noun" else ""
                yield Topic("instrument", entry.instrument, act.start, act.end), ended or entry.type

    def _stance(
        self, statement: Statement, verb: Span | None, sentence: Sentence, topic: Topic, done: str
    ) -> Stance | None:
        """None where no word judges what is quoted, words pull both ways, or a negation turns round what they judge."""
        strength, content = statement.strength, statement.content or (sentence.start, sentence.end)
        told = [c for c in sentence.cues if _overlap((c.start, c.end), verb) and c.kind in JUDGING]
        inside = [c for c in sentence.cues if _within(c.start, c.end, content)]
        signs = set(_signs(strength, told + inside))
        asked = strength == "demand" and statement.mode is SpeechMode.INDIRECT  # "a demandé *si* la route rouvrirait"
        provisos = [c for c in inside if c.kind == "proviso" and not (asked and c.start == content[0])]
        if any(not _denied(c, inside) for c in provisos) and (signs or strength not in FACTUAL - {"warn"}):
            return Stance.CONDITIONAL
        if len(provisos) < sum(c.kind == "proviso" for c in inside):
            return Stance.NEUTRAL  # a question wants nothing
        if topic.kind == "actor" and strength in ASKING:
            return None  # "urged Serbia to act" is neither for Serbia nor against it
        if len(signs) != 1 or 0 in signs:
            plain = not signs and statement.mode is SpeechMode.INDIRECT and strength not in FACTUAL
            return Stance.NEUTRAL if plain else None
        return Stance.FOR if (signs.pop() > 0) != self._removes(topic, done) else Stance.AGAINST

    def _removes(self, topic: Topic, done: str) -> bool:
        """Whether what is done takes the topic away: a concession a restriction, a sanction a benefit."""
        if topic.kind != "instrument" or not done:
            return False
        if done == ENDED:
            return True
        return (done in HELPFUL) == (self.book.instruments[topic.code].kind in MEASURES)

    def _addressee(self, sentence: Sentence, said: Utterance, side: str | None) -> str | None:
        """ "A déclaré *à l'ambassadeur malien*", "told *the Malian ambassador*": the other side, right behind the verb."""
        asked = said.strength in ASKING  # "urged *Bangkok* to": who is asked stands in what is asked
        for actor in sentence.actors if said.cue else ():
            right = 0 < actor.start - (said.cue or (0, 0))[1] <= RIGHT
            behind = right or (actor.preposition and 0 < actor.start - (said.cue or (0, 0))[1] <= BESIDE)
            own = (_overlap((actor.start, actor.end), (said.start, said.end)) and not asked) or actor.codes == (side,)
            if asked and right and not own and len(actor.codes) == 1:
                return actor.codes[0]
            if behind and not own and len(actor.codes) == 1 and not actor.place and actor.how != "capital":
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
        places = (m for m in sentence.actors if m.place and m.how in ("capital", TOWN))
        near = (m for m in places if said.cue and _apart((m.start, m.end), said.cue) <= NEAR)
        own = (m for m in near if not _overlap((m.start, m.end), (said.start, said.end)))
        return next((self.document.text[m.start : m.end] for m in own), None)

    def _when(self, sentence: Sentence, said: Utterance) -> When | None:
        """The time nearest to the verb, outside what was said."""
        own = [t for t in self.times if t.when and sentence.start <= t.start < sentence.end]
        own = [t for t in own if not _overlap((t.start, t.end), (said.start, said.end))]
        cue = said.cue
        near = [t for t in own if cue and (_apart((t.start, t.end), cue) <= NEAR or t.end < cue[0])]
        near = [t for t in near if cue and not _parted(sentence, t, cue)]
        found = min(near, key=lambda t: (_apart((t.start, t.end), cue or (0, 0)), t.start)).when if near else None
        return found if found and found.days and found.days <= MONTH else None


def _signs(strength: str | None, cues: Iterable[Cue]) -> Iterator[int]:
    """1 for, -1 against: of the verb, else of each judging word; 0 of a word that is denied."""
    own = list(cues)
    if strength in WANTS or strength == "blame":
        yield 1 if strength in WANTS else -1
        return
    for cue in (c for c in own if c.kind in JUDGING):
        yield 0 if _denied(cue, own) else (1 if cue.kind in APPROVING else -1)


def _ended(sentence: Sentence, start: int) -> str:
    """ "*An end to* the detention": what is done to what begins at `start`, "" where nothing so stands right before it."""
    return ENDED if any(c.kind == "ending" and 0 <= start - c.end <= ARTICLE for c in sentence.cues) else ""


def _denied(cue: Cue, cues: Iterable[Cue]) -> bool:
    """ "N'est pas inacceptable", "without preconditions"; "n'est plus acceptable" is a word of its own."""
    return any(n.kind == "negation" and 0 < cue.start - n.start <= REACH for n in cues)


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
