"""Whether one act of one sentence is told, as which type, and how far it got; its report, or the reason why there is none."""

from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import Report, Status
from detente.reports import nouns, refusing, scope, status, threats, untrue
from detente.reports.asserted import FRAME, closing, parties, warned
from detente.reports.here import DAY, Here
from detente.reports.instead import instead
from detente.reports.no_act import no_act
from detente.reports.parties import Named
from detente.reports.pledged import promises_harm, promises_words, settles_harm
from detente.reports.telling import Teller, Told
from detente.reports.topics import brings_about, carried, goes_on_to_do, warns_of_nothing
from detente.reports.untold import untold
from detente.reports.who import Finder
from detente.reports.writing import Writer

SAID_SO = frozenset({"AGREE", "SUPPORT"})  # types of what is done by saying it
HEARSAY = frozenset({"conditional", "hearsay"})  # tenses in which a wrong is told of another: "seraient à l'origine"
YIELDS = "CONCEDE"  # "n'a pas cédé à l'ultimatum": who did not, would not
GIVEN, STOPPED = frozenset({"AID", "COOPERATE"}), "SANCTION"  # types of what is given; of withholding it
NEAR = 40  # characters from a negation to the end of its verb: "will no longer, he said, be training"
THREAT = "THREATEN"
BLAME = "ACCUSE"


@dataclass(frozen=True)
class Decider:
    """Decides the acts of one language's sentences; pure."""

    finder: Finder
    writer: Writer

    @property
    def teller(self) -> Teller:
        return self.finder.teller

    @property
    def language(self) -> Language:
        return self.teller.language

    def of(self, here: Here, told: Told) -> Report | str:
        """The report of one act, or the reason why there is none."""
        if reason := no_act(here, told.index, self.finder):
            return reason
        type_ = self.teller.type_of(told)
        if reason := self._not_told(here, told, type_):
            return reason
        assert type_ is not None
        if who := self._warned(here, told, type_):
            return self.writer.report(here, told, type_, Status.OCCURRED, who)
        found = self._as_told(here, told, type_)
        return "not told as done" if found is None else self._sided(here, *found)

    def _not_told(self, here: Here, told: Told, type_: str | None) -> str | None:
        """Why an act is no report of its own, whatever its status."""
        if settles_harm(here, told.index, self.finder):
            return "tells what was agreed on"
        if promises_words(here, told, type_, self.teller):
            return "not told as done"
        if self.language["premodified"] and (brings_about(told) or goes_on_to_do(told, here.text, self.language)):
            return "not told as done"
        if carried(told, here.text, self.language):
            return "a thing that travels"
        if reason := untold(self.teller, told, type_, here.text):
            return reason
        if type_ == "CONSULT" and told.mention.form == "noun" and self._only_when(here, told):
            return "says when something else was done"
        return None

    def _only_when(self, here: Here, told: Told) -> bool:
        """Whether a meeting is named to date something else, and has neither parties nor a day of its own."""
        dated = any(t.when and 0 <= t.start - told.mention.end <= DAY for t in here.times)
        return not dated and nouns.only_when(told.scene)

    def _warned(self, here: Here, told: Told, type_: str) -> Named | None:
        """Who warns whom by the words that a verb of warning closes."""
        said = closing(here.sentence, told.mention, here.voices) if type_ == THREAT else None
        return warned(here.sentence, said) if said else None

    def _as_told(self, here: Here, told: Told, type_: str) -> tuple[Told, str, Status] | None:
        """The act that the words tell, with its type, and how far it got; None where it is not told as done."""
        how: Status | None = Status.OCCURRED
        if threats.threatened(here.sentence, told.mention, type_) or promises_harm(here, told, type_, self.teller):
            type_ = THREAT
        elif type_ in GIVEN and self._no_longer(here, told, type_):
            type_ = STOPPED
        elif told.act.denied and not self._alleged(told) and self._refused(here, told, type_):
            told, type_ = self.teller.denied(told)
        elif self._left_standing(here, told, type_):
            told, type_, how = *self.teller.not_done(told), Status.ONGOING
        elif not self._alleged(told):
            how = self._how_far(here, told, type_)
        if type_ == THREAT and told.group.frame != FRAME and warns_of_nothing(told, here.text, self.language):
            type_ = BLAME
        return None if how is None else (told, type_, how)

    def _no_longer(self, here: Here, told: Told, type_: str) -> bool:
        """ "*N'armera plus* l'Ukraine", "will *no longer* train": help that a state says it gives no more is withdrawn."""
        cues = [c for c in here.sentence.cues if c.kind == "negation" and 0 <= told.mention.end - c.start <= NEAR]
        ended = any(here.text[c.start : c.end].casefold().endswith(self.language["no_longer"]) for c in cues)
        return ended and refusing.refused(
            here.sentence, told.mention, told.group, type_, here.text, self.language, told=False
        )

    def _left_standing(self, here: Here, told: Told, type_: str) -> bool:
        """ "*Has not lifted* its ban": whether what somebody has not undone so far stands."""
        known, act = told.instrument, told.mention
        bars = known is not None and self.teller.book.instruments[known.instrument].kind == "restriction"
        if not (told.act.not_done and bars and (act.form, act.voice, act.tense) == ("verb", "active", "past")):
            return False
        cues = scope.kinds(here.sentence, act, here.text, self.language, told.group.governs, type_)
        asked = here.text[here.sentence.start : here.sentence.end].rstrip().endswith("?")
        false = asked or untrue.denied_that(here.sentence, act, here.text, self.language)
        return "negation" in cues and not cues & {"hypothesis", "cancelled", "denied", "condition"} and not false

    def _alleged(self, told: Told) -> bool:
        """ "*Seraient à l'origine* de l'attaque": a wrong told of another is alleged by being told, supposed or denied is not."""
        supposed = any(c.kind in ("condition", "negation") for c in told.sentence.cues)
        return told.group.frame == FRAME and told.mention.tense in HEARSAY and not supposed

    def _refused(self, here: Here, told: Told, type_: str) -> bool:
        said = told.act.type in SAID_SO or (told.act.type == YIELDS and told.act.effect is None)
        return refusing.refused(here.sentence, told.mention, told.group, type_, here.text, self.language, said)

    def _how_far(self, here: Here, told: Told, type_: str) -> Status | None:
        found = status.decide(here.sentence, told.mention, told.group, type_, here.text, self.language)
        return Status.OCCURRED if found is Status.PLANNED and self._runs_on(told, here.text) else found

    def _runs_on(self, told: Told, text: str) -> bool:
        """ "*The closure* will run until May", "*la suspension* devait durer un mois": how long what began is to last."""
        act, known = told.mention, told.instrument
        words = f" {text[act.end : told.sentence.end].casefold()} "
        again = bool(known and known.start == act.start and known.again)
        return again and any(f" {w} " in words for w in self.language["runs"])

    def _sided(self, here: Here, told: Told, type_: str, how: Status) -> Report | str:
        """The report of an act told so far, with its sides; or the reason why it has not two."""
        if told.group.frame == FRAME:
            who, how = parties(told.scene, here.voices, here.mentions.pair), Status.OCCURRED
        else:
            who = self._sides(here, told)
        if isinstance(who, str):
            return who
        found = instead(told, type_, who)
        return found if isinstance(found, str) else self.writer.report(here, *found, how, who)

    def _sides(self, here: Here, told: Told) -> Named | str:
        """Its own, or else those of what it ends: "la *suspension* … a été levée"."""
        who = self.finder.of(here, told)
        if isinstance(who, str) and told.undone is not None:
            return self.finder.of(here, self.teller.told(told.sentence, told.undone, here.text))
        return who
