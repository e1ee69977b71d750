"""Who did it toward whom, in codes: by the sentence; then by the measure it is about, its other actor, or the page's pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from detente.model import Document, Mentions, Sentence, TimeMention
from detente.reports import memory, sides
from detente.reports.parties import Named, filled, named
from detente.reports.scene import Sides
from detente.reports.telling import Teller, Told

SYMMETRIC_FRAMES = frozenset({"meets", "together"})
THIRD = frozenset({"REQUEST", "AGREE"})  # types of what a third party does toward both: it asks them, or offers
ONE_SIDE = "one side only"
DAY = 6  # characters from a noun to the day that is its own: "l'audience du 2 février"


@dataclass(frozen=True, slots=True)
class Here:
    """One sentence of a page, with the times that stand in it, and the measures that the page tells of elsewhere."""

    document: Document
    sentence: Sentence
    mentions: Mentions
    times: Sequence[TimeMention]
    known: memory.Memory = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.document.text

    def knowing(self, known: Mapping[str, frozenset[memory.Parties]]) -> "Here":
        return replace(self, known=known)


@dataclass(frozen=True)
class Finder:
    """Pure."""

    teller: Teller

    def of(self, here: Here, told: Told) -> Named | str:
        """The sides of an act, or the reason why it has not two."""
        found = self._found(here, told)
        who = named(found, told.group.frame in SYMMETRIC_FRAMES)
        return who if who.whole else self._completed(here, told, who)

    def _found(self, here: Here, told: Told) -> Sides:
        """By the sentence: its own sides, and where it has no other side, that of what it is about."""
        found = sides.decide(self.teller.scene(told, here.text))
        content = next((i for i, a in enumerate(told.sentence.acts) if a.governor == told.index), None)
        if content is not None and not found.toward:
            group = self.teller.entry(told.sentence.acts[content])[1]
            about = replace(told, index=content, group=group)
            found = replace(found, toward=sides.decide(self.teller.scene(about, here.text)).toward)
        if told.act.instrument == "court-case":  # whom one sues is the other state; the court is where
            courts = self.teller.courts
            found = replace(found, toward=tuple(m for m in found.toward if not set(m.codes) <= courts))
        return found

    def _completed(self, here: Here, told: Told, who: Named) -> Named | str:
        mention, instrument = told.mention, self.teller.works_on(told)
        in_force = any(c.kind == "effective" and c.start < mention.end <= c.end for c in told.sentence.cues)
        if told.act.effect and not in_force and (whose := memory.completed(here.known, instrument, who)):
            return whose
        dated = mention.form == "noun" and any(t.when and 0 <= t.start - mention.end <= DAY for t in here.times)
        if told.group.needs == "person" and not dated:
            return f"{ONE_SIDE}: {who}"
        who = replace(who, symmetric=who.symmetric or (dated and told.act.type == "CONSULT"))
        third = told.act.type in THIRD or told.act.third
        ties = instrument is not None and self.teller.book.instruments[instrument].kind == "tie"
        full = filled(who, self.teller.scene(told, here.text), here.mentions, dated, third, ties)
        return full or f"{ONE_SIDE}: {who}"
