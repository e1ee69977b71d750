"""What a statement is about, and how it stands to that: only where a word that judges bears on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.codebook import Codebook
from detente.codebook.entries import EFFECT
from detente.model import ActMention, Cue, Report, Sentence, SpeechMode, Stance, Statement, Topic
from detente.reports import composing
from detente.reports.spans import Span, apart, overlap

WANTS = frozenset({"demand", "promise", "praise"})  # strengths of verbs that stand by what they report
ASKING = frozenset({"demand", "promise"})
FACTUAL = frozenset({"deny", "warn"})  # strengths that say what is or will be, not what is good
HELPFUL = frozenset({"CONCEDE", "RETREAT", "SUPPORT", "AID", "COOPERATE", "AGREE", "CONSULT"})
WORDS = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})  # they judge: no topic
MEASURES = frozenset(
    {"restriction", "passage", "force"}
)  # kinds that the ledger keeps for what they forbid or threaten
LOOSE = frozenset({"force"})  # kinds of instrument that are a topic only where an act works on them: "two frigates"
DOORS = frozenset({"passage"})  # kinds that nobody is for or against before something is done to them: "the border"
ENDED = "ended"  # what is done to a thing of which an end is spoken of: "an end to the detention"
APPROVING = ("approving", "favouring")
JUDGING = (*APPROVING, "disapproving", "deprecating")  # kinds of cue
LIKING = frozenset({None, "deny"})  # strengths of which a verb may approve; "maintained that" ("soutient que") does not
REACH = 25  # characters from a negation to the word it turns round
ARTICLE = 12  # characters between "an end to" and what is ended: " the illegal "
OF = 40  # characters between "the lifting" and what is lifted
BEARS = {"instrument": 40, "act": 40, "actor": 30}  # characters from a word that judges to what it judges
OWNS = 3  # characters between an owner and what he owns: "the EU's sanctions", "Russian drones"
LEAD = 6  # characters that the word which opens what is said may take: "that "
HEAD = 100  # characters from where a verb's content begins to what the verb itself judges


@dataclass(frozen=True)
class Stances:
    """Judges the statements of one page. told: its reports, for what a side does itself is no view it takes of it."""

    book: Codebook
    told: Sequence[Report] = ()

    def placed(self, statement: Statement, cue: Span | None, sentence: Sentence) -> tuple[Topic | None, Stance | None]:
        """Its topic and stance. cue: the verb of saying."""
        content = statement.content or (sentence.start, sentence.end)
        topic, done = self._topic(statement, sentence, content, cue)
        if topic is None:
            return None, None
        stance = self._stance(statement, cue, sentence, topic, done)
        taken = stance in (Stance.FOR, Stance.AGAINST)
        return topic, None if taken and (self._open(topic, stance, done) or self._own(statement, topic)) else stance

    def _open(self, topic: Topic, stance: Stance | None, done: str) -> bool:
        """Whether nothing is done to what nobody is for or against by itself: "the border", for "their troops"."""
        kind = self.book.instruments[topic.code].kind if topic.kind == "instrument" else ""
        return not done and (kind in DOORS or (kind in LOOSE and stance is Stance.FOR))

    def _own(self, statement: Statement, topic: Topic) -> bool:
        """ "A annoncé l'expulsion de diplomates aux activités hostiles": what the side does itself, unless it promises it."""
        told = (r for r in self.told if r.evidence.start == statement.evidence.start and statement.side in r.actors)
        done = any(topic.code in (r.act, r.instrument) and r.type not in WORDS for r in told)
        return done and statement.strength not in WANTS

    def _topic(
        self, statement: Statement, sentence: Sentence, content: Span, cue: Span | None
    ) -> tuple[Topic | None, str]:
        """What is named first: an instrument, or an act that stands for one; else an act, else another actor.

        And the PLOVER type of what is done to the instrument, "" where nothing is. Whoever is blamed comes before what
        for: "accused *Baku* of avoiding talks".
        """
        acts = [a for a in sentence.acts if _within(a.start, a.end, content) and not overlap((a.start, a.end), cue)]
        things = sorted((*self._named(sentence, acts, content), *self._implied(sentence, acts)), key=_place)
        deeds = [(Topic("act", a.act, a.start, a.end), _ended(sentence, a.start)) for a in acts if self._deed(a)]
        others = [(topic, "") for topic in _others(sentence, content, statement.side)]
        if statement.strength == "blame":
            whom = [o for o in others if not any(_owned(o[0], t) for t, _ in (*things, *deeds))]
            things = sorted((*things, *deeds, *whom), key=_place)
        return next(iter((*things, *deeds, *others)), (None, ""))

    def _deed(self, act: ActMention) -> bool:
        """Whether an act is something that words can be about: neither words itself nor nothing without an instrument."""
        kind = self.book.acts[act.act].type
        return kind is not None and kind not in WORDS and not _passing(act)

    def _named(self, sentence: Sentence, acts: Sequence[ActMention], content: Span) -> Iterator[tuple[Topic, str]]:
        """Instruments, each with what the act that works on it, or a noun beside it ("the lifting of"), makes of it."""
        for found in (i for i in sentence.instruments if _within(i.start, i.end, content)):
            span = (found.start, found.end)
            effects = [self.book.acts[a.act].effect for a in acts if composing.instrument_of(sentence, a) == found]
            near = [c for c in sentence.cues if c.kind.startswith(EFFECT) and 0 < apart((c.start, c.end), span) <= OF]
            effects += [c.kind.removeprefix(EFFECT) for c in near if _within(c.start, c.end, content)]
            kind = self.book.instruments[found.instrument].kind
            done = next((t for e in effects if e and (t := self.book.plover.type_of(e, kind))), "")
            done = done or _ended(sentence, found.start)
            if done or kind not in LOOSE or not acts:
                yield Topic("instrument", found.instrument, *span), done

    def _implied(self, sentence: Sentence, acts: Sequence[ActMention]) -> Iterator[tuple[Topic, str]]:
        for act in acts:
            entry = self.book.acts[act.act]
            if entry.instrument and entry.type and not _passing(act):
                ended = _ended(sentence, act.start) if act.form == "noun" else ""
                yield Topic("instrument", entry.instrument, act.start, act.end), ended or entry.type

    def _stance(
        self, statement: Statement, verb: Span | None, sentence: Sentence, topic: Topic, done: str
    ) -> Stance | None:
        """None where no word judges the topic, words pull both ways, or a negation turns round what they judge."""
        strength, content = statement.strength, statement.content or (sentence.start, sentence.end)
        inside = [c for c in sentence.cues if _within(c.start, c.end, content)]
        signs = set(_signs(statement, verb, sentence, topic, inside))
        asked = strength == "demand" and statement.mode is SpeechMode.INDIRECT  # "a demandé *si* la route rouvrirait"
        provisos = [c for c in inside if c.kind == "proviso" and not (asked and c.start == content[0])]
        if statement.mode is SpeechMode.UNSAID:
            return None
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
        if done == ENDED or not done or topic.kind != "instrument":
            return done == ENDED
        return (done in HELPFUL) == (self.book.instruments[topic.code].kind in MEASURES)


def _others(sentence: Sentence, content: Span, side: str | None) -> Iterator[Topic]:
    for actor in sentence.actors:
        other = len(actor.codes) == 1 and actor.codes[0] != side and not actor.place
        if other and _within(actor.start, actor.end, content):
            yield Topic("actor", actor.codes[0], actor.start, actor.end)


def _passing(act: ActMention) -> bool:
    """ "Two bankers *convicted* of fraud": said of somebody in passing."""
    return act.form == "verb" and act.voice == "bare"


def _owned(whom: Topic, thing: Topic) -> bool:
    return whom.start < thing.end and thing.start <= whom.end + OWNS


def _signs(
    statement: Statement, verb: Span | None, sentence: Sentence, topic: Topic, inside: Sequence[Cue]
) -> Iterator[int]:
    """1 for, -1 against: of the verb, else of each word that judges the topic; 0 of a word that is denied."""
    strength, first = statement.strength, (statement.content or (sentence.start, 0))[0]
    if strength in WANTS or strength == "blame":
        if topic.start - first <= HEAD and not any(first + LEAD < b < topic.start for b in sentence.breaks):
            yield 1 if strength in WANTS else -1
        return
    kinds = ("approving", "disapproving") if strength in LIKING else ("disapproving",)
    told = [c for c in sentence.cues if c.kind in kinds and overlap((c.start, c.end), verb)]
    near = (c for c in inside if c.kind in JUDGING and _bears(c, topic, sentence))
    near = (c for c in near if strength != "deny" or c.kind not in APPROVING)  # "denied supporting the rebels"
    for cue in (*told, *near):
        yield 0 if _denied(cue, inside) else (1 if cue.kind in APPROVING else -1)


def _bears(cue: Cue, topic: Topic, sentence: Sentence) -> bool:
    """Whether a word judges the topic: beside it, in its clause, and not a word of the topic itself."""
    one, other = (cue.start, cue.end), (topic.start, topic.end)
    first, last = min(one, other)[1], max(one, other)[0]
    ended = any(first <= b < last and not 0 < cue.start - b <= LEAD for b in sentence.breaks)  # "*as* unlawful"
    return not overlap(one, other) and not ended and apart(one, other) <= BEARS[topic.kind]


def _ended(sentence: Sentence, start: int) -> str:
    """ "*An end to* the detention": what is done to what begins at `start`, "" where nothing so stands right before it."""
    return ENDED if any(c.kind == "ending" and 0 <= start - c.end <= ARTICLE for c in sentence.cues) else ""


def _denied(cue: Cue, cues: Iterable[Cue]) -> bool:
    """ "N'est pas inacceptable", "without preconditions"; "n'est plus acceptable" is a word of its own."""
    return any(n.kind == "negation" and 0 < cue.start - n.start <= REACH for n in cues)


def _place(found: tuple[Topic, str]) -> int:
    return found[0].start


def _within(start: int, end: int, span: Span) -> bool:
    return span[0] <= start and end <= span[1]
