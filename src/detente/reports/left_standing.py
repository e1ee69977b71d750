"""What somebody is asked, refuses or agrees to end stands so far: "asked Kenya *to lift its ban*", "refuse de *lever l'embargo*"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.entries import EFFECT
from detente.model import InstrumentMention, Report, Sentence, Status
from detente.reports import nouns
from detente.reports.banned import BAN, HARMS
from detente.reports.line import Line
from detente.reports.parties import codes
from detente.reports.telling import Teller

WILLS = frozenset({"REQUEST", "REJECT", "AGREE"})  # types of what is said of an end that has not come
ASKS = "REQUEST"
ENDS = frozenset({"lift", "ease", "withdraw", "end"})  # effects that end a restriction, or soften it
OPENS = frozenset({"lift", "resume"})  # effects that open a passage, whichever it is
SHUT = frozenset({"border"})  # what is shut where somebody is asked to open it; skies are opened to one flight, too
SAID = frozenset({Status.OCCURRED, Status.ONGOING, Status.PROPOSED, Status.PLANNED})
REACH = 40  # characters from "the lifting" to what is to be lifted, or from a verb to the noun
REFUSES = "REJECT"
LEAVES = "leave"  # the effect of words that leave a measure in force
YIELDS = "CONCEDE"


@dataclass(frozen=True)
class Keeper:
    """Finds them on one page; pure. text: of the page."""

    teller: Teller
    text: str

    def marked(self, kept: Sequence[Report], found: Sequence[Line]) -> Iterator[Report]:
        """The same reports; one that leaves a measure standing, of whose kind the page tells nothing between the two, bears on
        it. kept: of the page, each act once; found: the lines they come from."""
        left = {_key(o.report): o for o in found if o.report and o.report.type in WILLS and o.report.status in SAID}
        for report in kept:
            line = left.get(_key(report))
            things = self._ended(line) if line and report.recipients and not report.instrument else ()
            thing = next((t for t in things if self._of_them(report, line.sentence, t)), None) if line else None
            bears = replace(report, instrument=thing.bears_on or thing.instrument, effect=LEAVES) if thing else report
            yield report if any(_tells(bears, other) for other in kept) else bears

    def _ended(self, line: Line) -> Iterator[InstrumentMention]:
        """What is to be ended: by what the act governs, by a noun in its wording or behind it, or by the act itself."""
        sentence, act = line.sentence, line.mention
        if self.text[sentence.start : sentence.end].rstrip().endswith("?") or act not in sentence.acts:
            return
        at = sentence.acts.index(act)
        for i, other in enumerate(sentence.acts):
            if other.governor == at or (i == at and line.type == REFUSES):
                yield from self._undone(sentence, i)
        for cue in (c for c in sentence.cues if c.kind.startswith(EFFECT) and act.head <= c.start <= act.end + REACH):
            behind = [t for t in sentence.instruments if 0 <= t.start - cue.end <= REACH]
            cut = any(cue.end <= b <= t.start for t in behind[:1] for b in sentence.breaks)
            yield from (t for t in behind[:1] if not cut and self._shuts(t, cue.kind.removeprefix(EFFECT)))

    def _undone(self, sentence: Sentence, index: int) -> Iterator[InstrumentMention]:
        """What one act of the sentence ends, if that is a restriction, or a passage that must be shut."""
        told = self.teller.told(sentence, index, self.text)
        thing = told.instrument
        if thing and (told.undone is not None or self._shuts(thing, told.act.effect or "")):
            yield thing

    def _shuts(self, thing: InstrumentMention, effect: str) -> bool:
        kind = self.teller.book.instruments[thing.instrument].kind
        if kind == "restriction":
            return effect in ENDS
        return kind == "passage" and (effect in OPENS or (effect == "open" and thing.instrument in SHUT))

    def _of_them(self, report: Report, sentence: Sentence, thing: InstrumentMention) -> bool:
        """Whether the measure is of who is asked, or who will not end it, against the other: nobody else is named with it, and
        whoever asks is a state that bears it."""
        if set(report.actors) <= self.teller.blocs and report.type == ASKS:
            return False
        own = nouns.standing(self.teller.alone(sentence, thing, self.text))
        return {*codes(own.by), *codes(own.toward)} <= report.parties


def _key(report: Report) -> tuple[int, str, str, tuple[str, ...]]:
    return report.evidence.start, report.act, report.type, report.actors


def _tells(bears: Report, other: Report) -> bool:
    """Whether another report is of such a measure between the two: it tells it, or its end."""
    names = {_family(bears), _family(other)}
    alike = other.type in {*HARMS, YIELDS} and other.effect is not None and (len(names) == 1 or BAN in names)
    return alike and bears.effect == LEAVES and bool(other.recipients) and other.parties <= bears.parties


def _family(report: Report) -> str:
    return (report.instrument or "").split("-")[0]
