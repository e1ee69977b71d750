"""Accusations in plain assertion: "Chad said the raid was *a provocation* by Sudan" accuses, with no verb of accusing.

By a word that judges; `wrongs.py` has those whose act itself is the wrong ("said Kigali supports the rebels").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import (
    ActMention,
    ActorMention,
    Cue,
    Document,
    Mentions,
    Report,
    Sentence,
    Status,
    TimeMention,
    Utterance,
)
from detente.reports import dating
from detente.reports.retelling import Line
from detente.reports.scene import Scene
from detente.reports.speakers import Talk

ACT = "criticize"  # the act of the codebook that it is
WITNESS = "asserted"
SAYS = frozenset(
    {"say", "claim", "blame", "warn", "promise", "demand"}
)  # strengths of verbs that stand by what they report
TOLD = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types that already tell that the two are at odds
BLAMES = frozenset({"disapproving", "blaming"})  # kinds of cue
REACH = 25  # characters from a negation to the word it turns round
NEAR = 60  # characters between who is blamed and the word that blames


@dataclass(frozen=True)
class Accuser:
    """Finds them on one page; pure."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language

    def lines(self, told: Iterable[Report]) -> Iterator[Line]:
        """One a sentence and pair, where no act of the sentence sets the two against each other. told: what is coded."""
        talk = Talk(self.document, self.mentions, self.language)
        known = {(r.evidence.start, a, b) for r in told if r.type in TOLD for a in r.actors for b in r.recipients}
        for utterance in self.mentions.utterances:
            speaker = talk.speaker(utterance)
            side = speaker.side if speaker else None
            if side is None or utterance.form == "unsaid" or utterance.strength not in (None, *SAYS):
                continue
            for sentence in self.mentions.sentences:
                if sentence.start < utterance.end and utterance.start < sentence.end:
                    found = self._blamed(sentence, utterance, side)
                    if found and (sentence.start, side, found[0].codes[0]) not in known:
                        known.add((sentence.start, side, found[0].codes[0]))
                        yield self._line(sentence, utterance, side, *found)

    def _blamed(self, sentence: Sentence, said: Utterance, side: str) -> tuple[ActorMention, Cue] | None:
        """Whom the content blames, and the word that does: the only other state in it, near a word that judges it ill."""
        start, end = max(sentence.start, said.start), min(sentence.end, said.end)
        others = [m for m in sentence.actors if start <= m.start < end and side not in m.codes and not m.place]
        if len({m.codes for m in others}) != 1 or len(others[0].codes) != 1:
            return None
        cues = [c for c in sentence.cues if c.kind in BLAMES and start <= c.start < end]
        for cue in cues:
            near = [m for m in others if self._culprit(sentence, m, cue)]
            if near and not self._doubted(sentence, cue):
                return near[0], cue
        return None

    def _culprit(self, sentence: Sentence, mention: ActorMention, cue: Cue) -> bool:
        """Whether whom a mention names is close enough to the word, on either side, and not only who it is said to."""
        before = mention.end <= cue.start and cue.start - mention.end <= NEAR
        after = cue.end <= mention.start and mention.start - cue.end <= NEAR
        ruled = mention.preposition in {*self.language["with"], *self.language["between"], *self.language["toward"]}
        return (before or after) and not ruled and mention.carrier != "nationals"

    def _doubted(self, sentence: Sentence, cue: Cue) -> bool:
        """ "Was *not* a provocation", "if it were": turned round, or only supposed."""
        kinds = ("negation", "hypothesis", "condition")
        return any(c.kind in kinds and 0 <= cue.start - c.start <= REACH for c in sentence.cues)

    def _line(self, sentence: Sentence, said: Utterance, side: str, whom: ActorMention, cue: Cue) -> Line:
        at = said.cue if said.cue and sentence.start <= said.cue[0] < sentence.end else (cue.start, cue.end)
        return line(self.document, self.language, self.times, sentence, at, (ACT, "ACCUSE"), (side, whom))


def line(
    document: Document,
    language: Language,
    times: Sequence[TimeMention],
    sentence: Sentence,
    at: tuple[int, int],
    what: tuple[str, str],
    sides: tuple[str, ActorMention],
) -> Line:
    """A report of what somebody says of another. at: the words that tell it; what: act and type; sides: who, of whom."""
    (name, type_), (side, whom) = what, sides
    act = ActMention(at[0], at[1], at[0], name, 0, "verb", "past", "active")
    scene = Scene(_alone(sentence, act), 0, Group(), language, document.text, frozenset())
    report = Report(
        act=name,
        type=type_,
        actors=(side,),
        recipients=whom.codes,
        confidence=0.65,
        evidence=document.evidence(sentence.start, sentence.end),
        rule=f"{name}.verb.acts:{WITNESS}",
        when=dating.of_act(scene, times, Status.OCCURRED, document.published),
    )
    return Line(sentence, act, type_, report.when, report)


def _alone(sentence: Sentence, act: ActMention) -> Sentence:
    return replace(sentence, acts=(act,), arguments=())
