"""An act as one sentence tells it, with its entry in the codebook and what it works on; before its sides are known."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.entries import Act, Group
from detente.codebook.languages import Language
from detente.model import ActMention, InstrumentMention, Report, Sentence
from detente.reports import composing, details, patrons
from detente.reports.members import MEMBERSHIP, STOPS, of_a_member
from detente.reports.scene import REMOVES, Scene, without_towns

DOORS = frozenset({"close", "open"})  # who "closes its ports to Turkish ships" closes ports, no fleet
SAYS = frozenset({"ACCUSE", "AGREE", "REQUEST", "SUPPORT", "THREATEN"})  # types of what is done by saying it
ENDS = frozenset({"lift", "open", "resume"})  # effects that end a measure
MEDIATES = "mediate"  # the act of who brings two others together
ALERT = "alert"  # the act of troops that are massed, or made ready
UNDOES = frozenset({"lift", "end"})  # effects that end a measure, whatever it is
PLAIN = frozenset({None, "SANCTION"})  # types of a measure whose keeping is a sanction
KEEPS = frozenset({"maintain", "extend"})  # effects that let it stand: "extended *the closure*"
BEGINS = frozenset({"impose", "suspend", "close", "tighten"})  # effects of measures that can be ended so
OBJECTS = frozenset({"subject", "passive_subject", "object", "of"})
TIES = frozenset({"tie", "force"})  # kinds of what no ban is imposed on, where its wording says on what it is
ANY = "restriction"  # which says of no thing that it is restricted
LASTING = frozenset({"restriction", "passage", "benefit"})  # kinds of what is its owner's, and can be in force
MEASURES = frozenset({"customs", "sanctions", "visa", "visa-bond", "entry-ban"})  # instruments that weigh on another
FREES = frozenset({"release", "pardon", "repatriate", "hand-over"})  # acts that end somebody's detention
PLACED = frozenset({ALERT, *REMOVES})
PLACED_FRAMES = frozenset({"leaves", "hosts", "visits"})
FORCE = frozenset({"ASSAULT", "COERCE"})
HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REJECT", "RETREAT"})  # types of what people undergo


@dataclass(frozen=True)
class Told:
    """An act as one sentence of `text` tells it, before its sides are known."""

    sentence: Sentence
    index: int
    act: Act
    group: Group
    instrument: InstrumentMention | None
    text: str = field(repr=False)
    teller: "Teller" = field(repr=False, compare=False)
    undone: int | None = (
        None  # the act, by its place in the sentence, that this one ends: "la *suspension* … a été levée"
    )

    @property
    def mention(self) -> ActMention:
        return self.sentence.acts[self.index]

    @cached_property
    def scene(self) -> Scene:
        """Where it stands, for the rules of sides; seen once, whoever asks."""
        return self.teller.scene_of(self)


@dataclass(frozen=True)
class Teller:
    """Reads the acts of one language's sentences by the codebook; pure."""

    book: Codebook
    language: Language

    @cached_property
    def sums(self) -> re.Pattern[str]:
        return details.sums(self.book.money)

    @cached_property
    def blocs(self) -> frozenset[str]:
        return frozenset(code for code, entry in self.book.actors.entries.items() if entry.kind != "state")

    @cached_property
    def courts(self) -> frozenset[str]:
        return frozenset(code for code, entry in self.book.actors.entries.items() if entry.kind == "court")

    def told(self, sentence: Sentence, index: int, text: str) -> Told:
        act, group = self.entry(sentence.acts[index])
        mention = sentence.acts[index]
        sentence = composing.of_its_own(sentence, mention)
        fits = self._fits(act)
        found = composing.instrument_of(sentence, mention, fits)
        if found is not None and act.effect in DOORS and self._is(found, "force"):
            rest = replace(sentence, instruments=tuple(i for i in sentence.instruments if not self._is(i, "force")))
            found = composing.instrument_of(rest, mention, fits) or found
        content = next((a for a in sentence.acts if a.governor == index), None)
        if found is None and content is not None:
            found = composing.instrument_of(sentence, content, self._fits(act))
        if found is None and act.effect is not None:
            by = self.language["passive_by"]
            found = composing.unnamed(sentence, mention, act.effect, text, self.sums, by)
        undone = self.undone(sentence, index)
        if found is None and undone is not None:
            noun = self.book.acts[sentence.acts[undone].act]
            found = composing.instrument_of(sentence, sentence.acts[undone], self._fits(noun))
        told = Told(sentence, index, act, group, found, text, self, undone)
        if found is None and act.effect == STOPS and of_a_member(sentence, mention, text, self.blocs):
            return self.other_act(told, MEMBERSHIP)[0]
        return told

    def undone(self, sentence: Sentence, index: int) -> int | None:
        """ "*The suspension of imports* was lifted", "a prolongé *l'interdiction*": what is ended, or kept, told by its noun."""
        effect = self.book.acts[sentence.acts[index].act].effect
        kept = effect in KEEPS
        if not (kept or effect in UNDOES):
            return None
        heads = {a.head for a in sentence.arguments if a.act == index and a.role in OBJECTS}
        nouns = (i for i, a in enumerate(sentence.acts) if a.form == "noun" and any(a.head <= h < a.end for h in heads))
        known = ((i, self.book.acts[sentence.acts[i].act]) for i in nouns)
        return next((i for i, act in known if act.effect in BEGINS and (act.type in PLAIN or not kept)), None)

    def _fits(self, act: Act) -> Callable[[str], bool] | None:
        """Which instruments an effect makes an act of; one that has a type of its own may bear on any."""
        compose, kinds = self.book.plover.compose.get(act.effect or "", {}), self.book.instruments
        return (lambda instrument: kinds[instrument].kind in compose) if act.effect and not act.type else None

    def _ends(self, mention: ActMention) -> bool:
        act = self.book.acts[mention.act]
        return (act.effect in ENDS or act.id in FREES) and mention.tense != "infinitive"

    def _is(self, found: InstrumentMention, kind: str) -> bool:
        return self.book.instruments[found.instrument].kind == kind

    def works_on(self, told: Told) -> str | None:
        """The act's own instrument comes first; an effect takes the one it works on, else what its wording bears on."""
        bears = told.act.effect is not None or told.group.needs == "instrument" or told.group.instrument is not None
        if told.act.instrument or not bears:
            return told.act.instrument
        named, worded = told.instrument.instrument if told.instrument else None, told.group.instrument
        if named and worded and (named == ANY or self.book.instruments[named].kind in TIES):
            return worded  # "a interdit l'entrée …, selon une *déclaration*"
        return named or worded or told.act.otherwise

    def concerns(self, told: Told) -> str | None:
        """What the act works on, or, where that is a ban named by that word alone, what the ban bears on."""
        own, found = self.works_on(told), told.instrument
        return found.bears_on if found and found.bears_on and own == found.instrument else own

    def entry(self, mention: ActMention) -> tuple[Act, Group]:
        act = self.book.acts[mention.act]
        group = act.groups[self.language.code][mention.group]
        return (replace(act, effect=group.effect) if group.effect else act), group

    def type_of(self, told: Told) -> str | None:
        if told.undone is not None:
            return "CONCEDE" if told.act.effect in UNDOES else "SANCTION" if told.instrument else None
        return composing.type_of(self.book, told.act, self.works_on(told))

    def _weighs(self, told: Told) -> bool:
        """Whether it begins, ends or changes what lasts and is its owner's: a duty, a border, aid; not flights or trade."""
        if told.act.type in FORCE:
            return False
        if told.act.effect is None or told.instrument is None:
            return told.act.effect is not None or told.act.instrument in MEASURES
        return self.book.instruments[told.instrument.instrument].kind in LASTING or told.act.instrument in MEASURES

    def _has_a_place(self, told: Told) -> bool:
        """Whether a town says toward whom it is: force, troops that move or leave, people held, sent away or received somewhere."""
        effect, frame = told.act.effect, told.group.frame
        return told.act.type in FORCE or effect == "deploy" or told.act.id in PLACED or frame in PLACED_FRAMES

    def other_act(self, told: Told, other: tuple[str, str]) -> tuple[Told, str]:
        """Troops that leave a state withdraw, they quit no organisation; people who are expelled are deported."""
        act, instrument = self.book.acts[other[0]], InstrumentMention(told.mention.start, told.mention.end, other[1])
        told = replace(told, act=act, instrument=instrument)
        return told, composing.type_of(self.book, act, instrument.instrument) or ""

    def told_as(self, told: Told, act: str) -> Told:
        """The same words, told as an act that bears on nothing."""
        return replace(told, act=self.book.acts[act], instrument=None)

    def denied(self, told: Told) -> tuple[Told, str]:
        """Who does not accept refuses; who will not lift it refuses to."""
        act, group = self.book.acts[told.act.denied or ""], told.group
        if group.frame == "hosts":
            group = replace(group, frame="acts")  # "n'a pas voulu recevoir l'émissaire": the host refuses
        return replace(told, act=act, group=group, instrument=None), act.type or ""

    def not_done(self, told: Told) -> tuple[Told, str]:
        """Who has not lifted it maintains it."""
        act = self.book.acts[told.act.not_done or ""]
        told = replace(told, act=act)
        return told, composing.type_of(self.book, act, told.instrument.instrument if told.instrument else None) or ""

    def of_another(self, told: Told, report: Report, thing: InstrumentMention) -> str | None:
        """What an act works on besides what it was reported with, where that makes an act of the same type of it."""
        own, other = report.instrument, thing.bears_on or thing.instrument
        if told.act.type or own is None or other.split("-")[0] == own.split("-")[0]:
            return None
        return other if composing.type_of(self.book, told.act, thing.instrument) == report.type else None

    def alone(self, sentence: Sentence, found: InstrumentMention, text: str) -> Scene:
        """An instrument as a noun by itself: "les sanctions américaines contre Bamako"."""
        noun = ActMention(found.start, found.end, found.start, "impose", 0, "noun", "", "bare")
        return Scene(
            replace(without_towns(sentence), acts=(noun,)), 0, Group(of="by"), self.language, text, self.blocs, None
        )

    def scene_of(self, told: Told) -> Scene:
        sentence = told.sentence if self._has_a_place(told) else without_towns(told.sentence)
        return Scene(
            sentence
            if told.act.id == MEDIATES
            else patrons.without(sentence, told.mention.head, told.text, self.language),
            told.index,
            told.group,
            self.language,
            told.text,
            self.blocs,
            told.instrument,
            told.act.gives,
            moves=told.act.effect == "deploy" or told.act.id == ALERT,
            harms=told.act.type in HARMS,
            kills=told.act.type == "ASSAULT",
            compels=told.act.type in FORCE,
            ended=any(self._ends(a) for a in told.sentence.acts if a is not told.mention),
            says=told.act.type in SAYS,
            weighs=self._weighs(told),
            bars=told.instrument is not None and self._is(told.instrument, "restriction"),
            helps=told.act.effect is not None and told.instrument is not None and self._is(told.instrument, "benefit"),
        )
