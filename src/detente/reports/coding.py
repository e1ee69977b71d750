"""From the mentions of a page to its reports: one act at a time, then once a page."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.languages import Language
from detente.model import ActMention, Document, Mentions, Refusal, Report, Sentence, Status, TimeMention
from detente.reports import answering, composing, confidence, dating, memory, mutual, nouns, refusing, status, threats
from detente.reports.asserted import FRAME, Accuser, Voice, closing, parties, voices, warned
from detente.reports.banned import specified
from detente.reports.likewise import repeated
from detente.reports.obliged import Obliger
from detente.reports.once import once
from detente.reports.retelling import Line, Telling
from detente.reports.scene import leads
from detente.reports.telling import Teller, Told
from detente.reports.topics import brings_about, carried, warns_of_nothing
from detente.reports.untold import untold
from detente.reports.who import DAY, ONE_SIDE, Finder, Here
from detente.reports.writing import Writer

EXPERT = 5  # characters from a verb to the expert who is its subject: " the ", " l'"
MANY = 100  # people; a mission that a state expels is smaller
COUNTED = 14  # characters of a count before people: "1 234 567 "
COUNT = re.compile(r"\d[\d\s.,\u202f\u00a0]*$")
SPELLED = 24  # characters of a count in words: "plusieurs centaines de "
ENDING = frozenset({"lift", "ease", "suspend", "reduce", "end"})  # effects of what ends a measure, or softens it
READMITS = "readmit"  # the act of an organisation that ends the suspension of a member
RETALIATES = "retaliate"  # the act of those who answer, by whatever they do
ACCUSES = "accuse"  # the act of those who accuse
HARM = 16  # characters from a promise to the harm that is its object: " de fortes "
ON = 4  # characters between who acts and a day: " on "
SAID_SO = frozenset({"AGREE", "SUPPORT"})  # types of what is done by saying it
TOGETHER = "together"  # the frame of what several settle
GERUND = 6  # characters from a verb to the gerund that says how: " en ", " en l'"
HEARSAY = frozenset({"conditional", "hearsay"})  # tenses in which a wrong is told of another: "seraient à l'origine"
ARGUMENTS = frozenset({"subject", "object", "oblique", "pronoun"})  # what hangs on a verb


@dataclass(frozen=True)
class Coder:
    """Codes the documents of one language; pure."""

    book: Codebook
    language: Language

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.book, self.language)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.teller)

    @cached_property
    def writer(self) -> Writer:
        return Writer(self.teller)

    def code(
        self, document: Document, mentions: Mentions, times: Sequence[TimeMention]
    ) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
        """Every act told, each once, in the order of the text; and every act seen but not coded, with the reason."""
        heard = voices(document, mentions, self.language)
        places = self._places(document, mentions, times, heard)
        outcomes = [list(self._sentence(here)) for here in places]
        firm = [o.report for found in outcomes for o in found if isinstance(o, Line) and o.report]
        for at, here in enumerate(places):
            if any(map(_incomplete, outcomes[at])):
                elsewhere = [r for r in firm if r.evidence.start != here.sentence.start]
                beside = memory.of((r for r in firm if r.evidence.start == here.sentence.start), mentions.pair)
                known = memory.of(elsewhere, mentions.pair)
                outcomes[at] = list(self._sentence(here.knowing(known, beside, firm)))
        found = [o for group in outcomes for o in group if isinstance(o, Line)]
        found = Obliger(document, times, self.language, heard).lines(found)
        accuser = Accuser(document, times, self.language, heard)
        found += list(accuser.lines([o.report for o in found if o.report]))
        found += list(repeated(found, document, mentions, times))
        found.sort(key=lambda line: line.sentence.start)
        found = list(specified(found, self.book))
        found = list(answering.pointed(found, mentions, document.text, self.language))
        refused = (o for group in outcomes for o in group if isinstance(o, Refusal))
        told = Telling(document, mentions, times, self.language).dated(found)
        kept = once(told, document.published)
        return confidence.weighed(kept, mentions, self.book.confidence), tuple(refused)

    def told_by(
        self,
        sentences: Container[int],
        document: Document,
        mentions: Mentions,
        times: Sequence[TimeMention],
        heard: Sequence[Voice],
    ) -> Iterator[Report]:
        """What some sentences (by their starts) tell by themselves, before what the page tells elsewhere is known."""
        here = (p for p in self._places(document, mentions, times, heard) if p.sentence.start in sentences)
        lines = (o for place in here for o in self._sentence(place) if isinstance(o, Line))
        yield from (line.report for line in lines if line.report)

    def _places(
        self, document: Document, mentions: Mentions, times: Sequence[TimeMention], heard: Sequence[Voice]
    ) -> list[Here]:
        return [Here(document, s, mentions, here, before=b, voices=heard) for b, s, here in _timed(mentions, times)]

    def _sentence(self, here: Here) -> Iterator[Line | Refusal]:
        used: set[int] = set()
        document, sentence = here.document, here.sentence
        for index, mention in enumerate(sentence.acts):
            outcome = self._act(here, index)
            if isinstance(outcome, Report):
                told = self.teller.told(sentence, index, here.text)
                used |= {i.start for i in (told.instrument, composing.instrument_of(sentence, mention)) if i}
                beside = composing.joined_to(told.instrument, sentence, here.text, self.language)
                things = (self.teller.of_another(told, outcome, i) for i in beside if i.start not in used)
                each = mutual.parted(outcome, told, here.text, self.language, here.mentions.pair)
                for report in (*each, *(replace(outcome, instrument=t) for t in things if t)):
                    yield Line(sentence, mention, report.type, report.when, report)
                used |= {i.start for i in beside}
            else:
                yield self._uncoded(here, index)
                yield Refusal(f"{document.id}:{mention.start}", outcome, document.text[mention.start : mention.end])
        for instrument in sentence.instruments:
            alone = self.book.instruments[instrument.instrument].by_itself and not instrument.again
            if alone and instrument.start not in used:
                yield from self.writer.standing(here, instrument)

    def _uncoded(self, here: Here, index: int) -> Line:
        """An act without a report still says when it was, to one that is told after it."""
        told = self.teller.told(here.sentence, index, here.text)
        when = dating.of_act(self.teller.scene(told, here.text), here.times, Status.OCCURRED, here.document.published)
        return Line(here.sentence, told.mention, self.teller.type_of(told), when)

    def _act(self, here: Here, index: int) -> Report | str:
        """The report of one act, or the reason why there is none."""
        sentence, text = here.sentence, here.text
        mention = sentence.acts[index]
        if reason := self._not_an_act(here, index) or self._of_an_expert(sentence, index):
            return reason
        told = self.teller.told(sentence, index, text)
        type_ = self.teller.type_of(told)
        if self._settles_harm(here, index):
            return "tells what was agreed on"
        if self._brings_about(told):
            return "not told as done"
        if carried(told, text, self.language):
            return "a thing that travels"
        if reason := untold(self.teller, told, type_, text):
            return reason
        assert type_ is not None
        if type_ == "CONSULT" and mention.form == "noun" and self._only_when(here, told):
            return "says when something else was done"
        if (
            type_ == "THREATEN"
            and (said := closing(sentence, mention, here.voices))
            and (who := warned(sentence, said))
        ):
            return self.writer.report(here, told, type_, Status.OCCURRED, who)
        if threats.threatened(sentence, mention, type_) or self._promises_harm(here, told, type_):
            type_, how = "THREATEN", Status.OCCURRED
        elif told.group.frame == FRAME and mention.tense in HEARSAY and not _supposed(sentence):
            how = Status.OCCURRED
        elif told.act.denied and self._refused(here, told, type_):
            told, type_ = self.teller.denied(told)
            how = Status.OCCURRED
        elif (told_as := status.decide(sentence, mention, told.group, type_, text, self.language)) is None:
            return "not told as done"
        else:
            how = Status.OCCURRED if told_as is Status.PLANNED and self._runs_on(told, text) else told_as
        if type_ == "THREATEN" and told.group.frame != FRAME and warns_of_nothing(told, text, self.language):
            type_ = "ACCUSE"
        return self._sided(here, told, type_, how)

    def _runs_on(self, told: Told, text: str) -> bool:
        """ "*The closure* will run until May", "*la suspension* devait durer un mois": how long what began is to last."""
        act, known = told.mention, told.instrument
        words = f" {text[act.end : told.sentence.end].casefold()} "
        return bool(known and known.start == act.start and known.again) and any(
            f" {w} " in words for w in self.language["runs"]
        )

    def _refused(self, here: Here, told: Told, type_: str) -> bool:
        said = told.act.type in SAID_SO
        return refusing.refused(here.sentence, told.mention, told.group, type_, here.text, self.language, said)

    def _only_when(self, here: Here, told: Told) -> bool:
        """Whether a meeting is named to date something else, and has neither parties nor a day of its own."""
        dated = any(t.when and 0 <= t.start - told.mention.end <= DAY for t in here.times)
        return not dated and nouns.only_when(self.teller.scene(told, here.text))

    def _promises_harm(self, here: Here, told: Told, type_: str) -> bool:
        """ "Se dit prête à *fermer* tous les consulats russes", "promet d'*expulser*…": ready to harm is a threat."""
        acts = here.sentence.acts
        at = next((i for i, a in enumerate(acts) if a.governor == told.index), None)
        if type_ != "AGREE" or at is None or (acts[at].form == "noun" and acts[at].head - told.mention.end > HARM):
            return False
        what = self.teller.told(here.sentence, at, here.text)
        harm = told.group.frame != TOGETHER and self.teller.type_of(what) in threats.HARMS - {"MOBILIZE"}
        return harm and not _denied_between(here.sentence, told.index, at)

    def _brings_about(self, told: Told) -> bool:
        return bool(self.language["premodified"]) and brings_about(told)

    def _sided(self, here: Here, told: Told, type_: str, how: Status) -> Report | str:
        if told.group.frame == FRAME:
            who, how = parties(self.teller.scene(told, here.text), here.voices, here.mentions.pair), Status.OCCURRED
        else:
            who = self.finder.of(here, told)
            if told.undone is not None and isinstance(who, str):
                who = self.finder.of(here, self.teller.told(told.sentence, told.undone, here.text))
        if isinstance(who, str):
            return who
        if told.group.frame == "leaves" and told.act.forces and not set(who.toward) & self.teller.blocs:
            if not who.forces:
                return "no organisation to leave"
            told, type_ = self.teller.other_act(told, told.act.forces)
        if told.act.id == READMITS and not set(who.by) & self.teller.blocs and (found := self._suspended(told)):
            told, type_ = self.teller.other_act(told, ("lift", found))[0], "CONCEDE"
        if told.act.people and self._of_people(told, who.toward, here.text):
            told, type_ = self.teller.other_act(told, told.act.people)
        return self.writer.report(here, told, type_, how, who)

    def _suspended(self, told: Told) -> str | None:
        """ "Kenya lifted the suspension of *maize imports*": no member is taken back, a measure on that is lifted."""
        after = (i for i in told.sentence.instruments if 0 <= i.start - told.mention.end <= HARM)
        return next((i.bears_on or i.instrument for i in after), None)

    def _of_people(self, told: Told, toward: Sequence[str], text: str) -> bool:
        """ "A expulsé *200 000 Congolais*": whom the act is done to are people of a state, and more than its envoys can be."""
        act = told.mention
        near = [m for m in told.sentence.actors if set(m.codes) & set(toward) and not m.place]
        first = min(near, key=lambda m: max(m.start - act.end, act.head - m.end), default=None)
        if first is None or not (first.how == "people" or first.carrier == "nationals"):
            return False
        before = text[max(told.sentence.start, first.start - SPELLED) : first.start].casefold().split()
        said = text[first.start : first.end].casefold()
        if (
            set(before) & {*self.language["masses"]}
            or said.startswith(self.language["settlers"])
            or said.endswith(self.language["settlers"])
        ):
            return True
        count = COUNT.search(text[max(told.sentence.start, first.start - COUNTED) : first.start])
        return count is not None and int("".join(filter(str.isdigit, count[0]))) >= MANY

    def _not_an_act(self, here: Here, index: int) -> str | None:
        """Why the words are no act of their own here; None where they are."""
        sentence, mention = here.sentence, here.sentence.acts[index]
        if mention.governor is not None and not self._settles_harm(here, mention.governor):
            return "content of another act"
        if mention.form == "noun" and self._ended(here, index):
            return "ended here"
        if mention.form == "noun" and self._worked_on(here, index):
            return "names what another act works on"
        if mention.act == RETALIATES and self._by_doing(sentence, index):
            return "a verb beside it says how"
        if mention.form == "phrase" and self._of_a_lifting(sentence, mention):
            return "of a measure that ends"
        if mention.act == ACCUSES and self._describes(sentence, index):
            return "only describes somebody"
        roles = {a.role for a in sentence.arguments if a.act == index}
        led = any(0 <= mention.head - m.end <= 2 and leads(m) for m in sentence.actors) or _behind_a_day(here, mention)
        if "noun" in roles and mention.form == "verb" and not led:
            return "a noun here"
        qualifies = "adjective" in roles and (mention.tense == "past" or not roles & ARGUMENTS)
        if qualifies and not led and not self._by_somebody(sentence, index) and not self._of_a_text(here, mention):
            return "only qualifies a noun"
        return None

    def _settles_harm(self, here: Here, index: int) -> bool:
        """ "*Ont convenu de* suspendre leur aide à Kaboul": what several settle to do to somebody else is decided, and told by
        its own words."""
        content = next((i for i, a in enumerate(here.sentence.acts) if a.governor == index), None)
        if content is None or self.teller.entry(here.sentence.acts[index])[1].frame != TOGETHER:
            return False
        told = self.teller.told(here.sentence, content, here.text)
        kept = _denied_between(here.sentence, index, content)
        who = self.finder.of(here, told) if self.teller.type_of(told) == "SANCTION" and not kept else ""
        return not isinstance(who, str) and bool(who.toward)

    def _of_a_text(self, here: Here, act: ActMention) -> bool:
        """ "Issued a statement *deploring* the closure": what a text does is no adjective of it."""
        before = here.text[here.sentence.start : act.head].casefold().split()[-1:]
        return act.tense == "gerund" and bool(before) and before[0] in self.language["texts"]

    def _describes(self, sentence: Sentence, index: int) -> bool:
        """ "An American *suspected of* spying", "he *is accused of* fraud": nobody says so here."""
        act = sentence.acts[index]
        passive = act.form == "verb" and act.voice in ("passive", "bare")
        reduced = any(a.act < 0 and a.role == "reduced" and a.head == act.head for a in sentence.arguments)
        alone = passive or (reduced and act.tense == "past")
        return bool(self.language["premodified"]) and alone and not self._by_somebody(sentence, index)

    def _ended(self, here: Here, index: int) -> bool:
        """ "The *suspension* was lifted": what another act ends, or keeps, unless a day of its own says that it was decided:
        "the suspension, *in place since August*, was lifted"."""
        sentence, noun = here.sentence, here.sentence.acts[index]
        ends = [a for i, a in enumerate(sentence.acts) if self.teller.undone(sentence, i) == index]
        if not ends:
            return False
        stop = min((a.head for a in ends if a.head > noun.end), default=sentence.end)
        days = [t.start for t in here.times if t.when and noun.end <= t.start < stop]
        words = here.text[noun.end : days[0]].casefold().replace("’", "'") if days else ""
        return not any(f" {word}" in words for word in self.language["decreed"])

    def _of_a_lifting(self, sentence: Sentence, act: ActMention) -> bool:
        """ "Japan's easing of visa rules *took effect*": what enters into force is the end of a measure."""
        ends = (a for a in sentence.acts if a.form == "noun" and self.book.acts[a.act].effect in ENDING)
        return self.book.acts[act.act].effect == "impose" and any(a.head < act.head for a in ends)

    def _worked_on(self, here: Here, index: int) -> bool:
        """ "A suspendu, jusqu'à nouvel ordre, *la délivrance* de visas", "la suspension de *la délivrance* de visas": part of the
        name of what another act works on."""
        noun = here.sentence.acts[index]
        if any(0 <= noun.start - a.end <= 1 and self.book.acts[a.act].type == "COOPERATE" for a in here.sentence.acts):
            return True  # "staged joint | *naval exercises*"
        before = (i for i, a in enumerate(here.sentence.acts) if a.form != "phrase" and a.end <= noun.start)
        others = [self.teller.told(here.sentence, i, here.text) for i in before]
        things = [o.instrument for o in others if o.act.effect and o.instrument and not o.instrument.again]
        return any(t.start <= noun.start and noun.end <= t.end for t in things)

    def _by_doing(self, sentence: Sentence, index: int) -> bool:
        """ "A riposté *en expulsant* l'ambassadeur": the gerund tells the act."""
        end = sentence.acts[index].end
        return any(a.tense == "gerund" and 0 <= a.head - end <= GERUND for a in sentence.acts[index + 1 :])

    def _of_an_expert(self, sentence: Sentence, index: int) -> str | None:
        """ "…, *avertit* le politologue": what somebody who speaks for no state says."""
        act = sentence.acts[index]
        behind = (c for c in sentence.cues if c.kind == "opinion" and 0 <= c.start - act.end <= EXPERT)
        heads = [a.head for a in sentence.arguments if a.act == index and a.role == "subject"]
        said = any(c.kind == "opinion" and any(c.start <= h < c.end for h in heads) for c in sentence.cues)
        return (
            "an opinion"
            if act.form == "verb" and ((any(behind) and not heads) or (said and act.voice == "active"))
            else None
        )

    def _by_somebody(self, sentence: Sentence, index: int) -> bool:
        """ "Déclarés indésirables *par Nicosie*, deux attachés…": a participle with its agent tells an act."""
        mention = sentence.acts[index]
        end = min([b for b in sentence.breaks if b >= mention.end], default=sentence.end)
        agents = (m for m in sentence.actors if m.preposition in self.language["passive_by"])
        return any(mention.end <= m.start < end for m in agents)


def _denied_between(sentence: Sentence, index: int, content: int) -> bool:
    """ "S'est engagé à *ne pas* fermer": whether a negation stands between an act and its content."""
    first, last = sentence.acts[index].head, sentence.acts[content].head
    return any(c.kind == "negation" and first < c.start < last for c in sentence.cues)


def _supposed(sentence: Sentence) -> bool:
    return any(c.kind in ("condition", "negation") for c in sentence.cues)


def _behind_a_day(here: Here, act: ActMention) -> bool:
    """ "European ministers *on Monday extended* sanctions": a day between who acts and the verb makes no adjective of it."""
    days = [t.start for t in here.times if 0 <= act.head - t.end <= 2]
    ends = [m.end for m in here.sentence.actors if leads(m)] + [end for _, end in here.sentence.carriers]
    return any(0 <= day - end <= ON for day in days for end in ends)


def _incomplete(outcome: Line | Refusal) -> bool:
    """Whether a side was missing, or filled in, that something else the page tells may give."""
    if isinstance(outcome, Refusal):
        return outcome.reason.startswith(ONE_SIDE)
    report = outcome.report
    return report is not None and report.rule.endswith(":filled")


def _timed(
    mentions: Mentions, times: Sequence[TimeMention]
) -> Iterator[tuple[Sentence | None, Sentence, Sequence[TimeMention]]]:
    """Each sentence with the one before it in its paragraph, and the times that stand in it."""
    before: Sentence | None = None
    starts = [t.start for t in times]
    for sentence in mentions.sentences:
        near = before if before and before.paragraph == sentence.paragraph else None
        before = sentence
        yield near, sentence, times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
