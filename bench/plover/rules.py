"""What our codebook alone says of a sentence whose actor and recipient are known: no model, no parser, nothing trained."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.plover.sentences import Case

from detente.codebook import Codebook
from detente.mentions.acts import ActFinder
from detente.mentions.control import Control
from detente.mentions.cues import CueFinder
from detente.mentions.instruments import InstrumentFinder
from detente.mentions.tokens import tokens
from detente.model import ActMention, Cue, Sentence
from detente.reports.composing import instrument_of, type_of

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # PLV keeps the older root of both
BEFORE = 40  # characters before an act in which a cue speaks of it
SAID_NO = frozenset({"AGREE", "SUPPORT", "AID", "COOPERATE", "YIELD", "CONSULT"})  # what a negation makes a refusal


@dataclass(frozen=True)
class Found:
    """One act that has a type, with its place; `away`: how far it is from where actor and recipient want it."""

    act: str
    root: str
    form: str
    start: int
    away: float


class Rules:
    """Compiled once. `root` is None where no wording of the codebook has a type."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self.language = book.languages["en"]
        self.finder, self.cues = ActFinder(book.acts, self.language), CueFinder(self.language)
        self.instruments = InstrumentFinder(book.instruments, self.language)
        self.control = Control(self.language)
        self.governs = {a.id: [g.governs for g in a.groups.get("en", ())] for a in book.acts.values()}

    def root(self, case: Case) -> str | None:
        return min(self.found(case), key=lambda f: (f.away, f.start)).root if self.found(case) else None

    def found(self, case: Case) -> list[Found]:
        """Every act with a type, governed ones left out ("threatens to close")."""
        words = tokens(case.text)
        raw = self.finder.find_acts(words)
        acts = self.control.governed(raw, [self.governs[a.act][a.group] for a in raw], words)
        breaks = tuple(t.start for t in words if t.key in set(self.language["clause_breaks"]))
        cues = tuple(self.cues.find(words))
        sentence = Sentence(
            0, len(case.text), 0, instruments=tuple(self.instruments.find(words)), cues=cues, breaks=breaks
        )
        told = [self._told(case, sentence, act) for act in acts if act.governor is None]
        return [f for f in told if f is not None]

    def _told(self, case: Case, sentence: Sentence, act: ActMention) -> Found | None:
        instrument = instrument_of(sentence, act)
        kind = type_of(self.book, self.book.acts[act.act], instrument.instrument if instrument else None)
        if kind is None or _inside(act.start, case):
            return None
        root = ROOTS.get(kind, kind)
        return Found(act.act, _turned(root, act, sentence.cues), act.form, act.start, _away(case, act))


def _inside(place: int, case: Case) -> bool:
    """A word of the recipient's or actor's own name tells nothing: "the Anti-Terrorism Court"."""
    return any(start <= place < end for start, end in (*case.sources,))


def _turned(root: str, act: ActMention, cues: Sequence[Cue]) -> str:
    """A good turn refused ("will not accept") is REJECT; one announced ("will send") is AGREE."""
    near = {c.kind for c in cues if 0 <= act.start - c.start <= BEFORE}
    if "negation" in near and root in SAID_NO:
        return "REJECT"
    if "future" in near and root in {"AID", "COOPERATE", "YIELD"}:
        return "AGREE"
    return root


def _away(case: Case, act: ActMention) -> float:
    """Distance of an act from its due place: right of the actor, or between recipient and actor where that one comes first."""
    if not case.sources:
        return float(act.start)
    start, end = min(case.sources)
    behind = act.start - end if act.start >= end else (start - act.start) * 2.0 + 20
    if case.targets and min(case.targets)[0] < start:
        first = min(case.targets)[1]
        behind = act.start - first if first <= act.start else behind + 50
    inside = any(s <= act.start < e for s, e in case.targets)
    return behind + (40 if act.form == "noun" else 0) + (60 if inside else 0)
