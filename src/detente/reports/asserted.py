"""What one side says of another in plain words: "Kinshasa says that *Kigali backs the rebels*", "that the raid was *a provocation*".

Whoever says so accuses, with no verb of accusing. Either an act of the codebook is itself the wrong (frame `wrongs`): its subject
is accused. Or a word judges (cues `disapproving`, `blaming`) beside the one other state in what is said: that state is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Cue, Document, Mentions, Report, Sentence, Status, TimeMention
from detente.reports import dating, sides
from detente.reports.line import Line
from detente.reports.parties import Named, codes
from detente.reports.scene import Actors, Scene, leads, officials
from detente.reports.speakers import Talk

FRAME = "wrongs"  # of the codebook's words for what one does wrong
NOBODY = "nobody says so of another"
ACT = "criticize"  # the act of the codebook that a word that judges is
WITNESS = "asserted"
SAYS = frozenset(
    {"say", "claim", "blame", "warn", "promise", "demand"}
)  # strengths of verbs that stand by what they report
TOLD = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types that already tell that the two are at odds
BLAMES = frozenset({"disapproving", "blaming"})  # kinds of cue
DOUBTS = frozenset({"negation", "hypothesis", "condition"})
REACH = 25  # characters from a negation to the word it turns round
NEAR = 60  # characters between who is blamed and the word that blames, where he is no subject


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody says, start..end, the state or organisation for which he says it, and where his verb stands."""

    start: int
    end: int
    side: str
    cue: tuple[int, int] | None = None


def voices(document: Document, mentions: Mentions, language: Language) -> tuple[Voice, ...]:
    """What is said for a known side by who stands by it, in the order of the text."""
    talk, found = Talk(document, mentions, language), []
    for said in mentions.utterances:
        speaker = talk.speaker(said)
        if speaker and speaker.side and said.form != "unsaid" and said.strength in (None, *SAYS):
            found.append(Voice(said.start, said.end, speaker.side, said.cue))
    return tuple(found)


def parties(scene: Scene, heard: Sequence[Voice], pair: Sequence[str]) -> Named | str:
    """Who tells a wrong of whom; the reason why nobody does, where the page tells it itself or one side of itself.

    "« C'est inacceptable », a dit le ministre": of a thing that no word gives to anybody, on a page of two, of the other."""
    tellers = {v.side for v in heard if v.start <= scene.act.head < v.end}
    found = sides.decide(scene)
    doers = _behind(scene) or officials(m for m in found.by if _in_reach(scene, m)) or _owner(scene)
    of = codes(doers) or _of_the_other(scene, tellers, pair)
    if len(tellers) != 1 or not of or tellers & set(of):
        return NOBODY
    people = tuple(dict.fromkeys(m.person for m in doers if m.person))
    return Named(tuple(tellers), of, found.witness if doers else "filled", people)


def _behind(scene: Scene) -> Actors:
    """ "Orchestré par *Téhéran*", "the blame lies with *Moscow*": behind the preposition that a phrase ends with."""
    ruled = (m for m in scene.sentence.actors if scene.act.form == "phrase" and scene.ruled(m))
    return officials(ruled)[:1]


def _in_reach(scene: Scene, mention: ActorMention) -> bool:
    """Whether a mention can be the subject: before the words, unless they are passive; of a predicate, in its clause."""
    if scene.act.form == "phrase":
        return scene.clause[0] <= mention.start < scene.act.end
    return scene.passive or mention.start < scene.act.end


def _of_the_other(scene: Scene, tellers: Collection[str], pair: Sequence[str]) -> tuple[str, ...]:
    here = any(scene.clause[0] <= m.start < scene.clause[1] for m in scene.sentence.actors)
    if scene.act.form != "phrase" or here or not set(tellers) < set(pair):
        return ()
    return tuple(code for code in pair if code not in tellers)


def _owner(scene: Scene) -> Actors:
    """ "Les propos *du ministre malien* sont inacceptables": whose thing the subject is, in the clause."""
    links, start = scene.words("links"), scene.clause[0]
    before = [m for m in scene.sentence.actors if start <= m.start and m.end <= scene.act.head and not m.place]
    return officials(m for m in before if m.preposition in links or leads(m))[:1]


@dataclass(frozen=True)
class Accuser:
    """Finds the words that judge, on one page; pure."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language
    voices: Sequence[Voice]

    def lines(self, told: Iterable[Report]) -> Iterator[Line]:
        """One a sentence and pair, where no act of the sentence sets the two against each other. told: what is coded."""
        known = {(r.evidence.start, a, b) for r in told if r.type in TOLD for a in r.actors for b in r.recipients}
        for said in self.voices:
            for sentence in self._of(said):
                found = self._blamed(sentence, said)
                if found and (pair := (sentence.start, said.side, found[0])) not in known:
                    known.add(pair)
                    yield self._line(sentence, said, *found)

    def _of(self, said: Voice) -> Sequence[Sentence]:
        """The sentences over which what is said runs."""
        ends, starts = self._bounds
        return self.mentions.sentences[bisect_right(ends, said.start) : bisect_left(starts, said.end)]

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        return [s.end for s in self.mentions.sentences], [s.start for s in self.mentions.sentences]

    def _blamed(self, sentence: Sentence, said: Voice) -> tuple[str, Cue] | None:
        """Whom the content blames, and the word that does, that nothing turns round."""
        start, end = self._content(sentence, said)
        named = [m for m in sentence.actors if said.side not in m.codes and not m.place]
        others = [m for m in named if start <= m.start < end]
        behind = [m for m in named if said.cue and m.start >= max(end, said.cue[1])]
        for cue in (c for c in sentence.cues if c.kind in BLAMES and start <= c.start < end):
            if not self._doubted(sentence, cue):
                whom = self._culprit(sentence, others, cue) if others else codes(behind)
                if len(whom) == 1:
                    return whom[0], cue
        return None

    def _content(self, sentence: Sentence, said: Voice) -> tuple[int, int]:
        """Where in a sentence he speaks: from his verb, where that leads to it: "said *it was* regrettable *that…*"."""
        start, end = max(sentence.start, said.start), min(sentence.end, said.end)
        leads_to = said.cue and sentence.start <= said.cue[0] < start
        return (said.cue[1] if said.cue and leads_to else start), end

    def _culprit(self, sentence: Sentence, others: Sequence[ActorMention], cue: Cue) -> tuple[str, ...]:
        """The only other state of the content, near the word or ahead of it; of several, the last that leads to it."""
        near = [m for m in others if self._in_reach_of(sentence, cue, m)]
        if len(codes(others)) > 1:
            near = [m for m in near if m.end <= cue.start and not m.preposition and leads(m)][-1:]
        return codes(near[:1])

    def _in_reach_of(self, sentence: Sentence, cue: Cue, mention: ActorMention) -> bool:
        """Whether whom a mention names leads to the word, or is close to it, and is not who undergoes it or is told so."""
        low, high = (mention.end, cue.start) if mention.end <= cue.start else (cue.end, mention.start)
        subject = mention.end <= cue.start and not mention.preposition and leads(mention)
        ruled = mention.preposition in {*self.language["with"], *self.language["between"], *self.language["toward"]}
        undergone = any(c.kind == "undergone" and c.start < high and low <= c.end for c in sentence.cues)
        close = low <= high and (subject or high - low <= NEAR)
        return close and not ruled and not undergone and mention.carrier != "nationals"

    def _doubted(self, sentence: Sentence, cue: Cue) -> bool:
        """ "Was *not* a provocation", "if it were", "*any* violation": turned round, or only supposed."""
        before = self.document.text[sentence.start : cue.start].casefold().split()
        turned = any(c.kind in DOUBTS and 0 <= cue.start - c.start <= REACH for c in sentence.cues)
        return turned or (bool(before) and before[-1].strip('"“«\xa0') in self.language["whichever"])

    def _line(self, sentence: Sentence, said: Voice, whom: str, cue: Cue) -> Line:
        at = said.cue if said.cue and sentence.start <= said.cue[0] < sentence.end else (cue.start, cue.end)
        return line(self.document, self.language, self.times, sentence, at, (ACT, "ACCUSE"), (said.side, (whom,)))


def line(
    document: Document,
    language: Language,
    times: Sequence[TimeMention],
    sentence: Sentence,
    at: tuple[int, int],
    what: tuple[str, str],
    sides: tuple[str, tuple[str, ...]],
) -> Line:
    """A report of what somebody says of another. at: the words that tell it; what: act and type; sides: who, of whom."""
    (name, type_), (side, whom) = what, sides
    act = ActMention(at[0], at[1], at[0], name, 0, "verb", "past", "active")
    scene = Scene(replace(sentence, acts=(act,), arguments=()), 0, Group(), language, document.text, frozenset())
    report = Report(
        act=name,
        type=type_,
        actors=(side,),
        recipients=whom,
        confidence=0.65,
        evidence=document.evidence(sentence.start, sentence.end),
        rule=f"{name}.verb.acts:{WITNESS}",
        when=dating.of_act(scene, times, Status.OCCURRED, document.published),
    )
    return Line(sentence, act, type_, report.when, report)
