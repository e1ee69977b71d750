"""Who did it toward whom, in codes: by the sentence; then by the measure it is about, its other actor, or the page's pair."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detente.codebook.languages import Language
from detente.model import TOWN, ActorMention, Document, Mentions, Report, Sentence, TimeMention
from detente.reports import against, banned, chains, elsewhere, memory, mutual, nouns, pronouns, sides
from detente.reports.against import AGAINST
from detente.reports.answering import answers
from detente.reports.asserted import Voice
from detente.reports.parties import Named, Nature, between, filled, named
from detente.reports.scene import REMOVES, Sides, leads, officials
from detente.reports.telling import Teller, Told

SYMMETRIC_FRAMES = frozenset({"meets", "together"})
THIRD = frozenset({"REQUEST", "AGREE"})  # types of what a third party does toward both: it asks them, or offers
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT"})  # types of what takes two, even where neither is named
GIVES = frozenset(
    {"AID", "RETREAT", "COOPERATE", "MOBILIZE"}
)  # types of what a third party does for, or in, one of two
WORDS = frozenset({"REQUEST", "AGREE", "ACCUSE", "CONCEDE"})  # types of what is said: as nouns, mostly topics
MEASURES = frozenset({"SANCTION", "COERCE"})  # types of what whoever does it makes known himself
ANSWERS = frozenset({"accept", "refuse"})  # acts that answer somebody
CONDOLES = "condole"  # the act of those who mourn with another
RELEASE = "release"  # the act of those who hold
TRAVEL = "travel-advisory"  # what one tells one's own people of another state
ONE_SIDE = "one side only"
STILL = frozenset({"hold", "lapse", "maintain"})  # effects of what is told of a measure, as its subject
KEEPS = frozenset({"impose", "maintain", "extend", "tighten"})  # effects of what is in force after it
BACK = frozenset({"lift", "ease", "resume", "end"})  # effects told in the tail of the sentence that imposes
ON_TOWNS = "town"  # what a wording needs that is told of a town alone
NOBODY = Named((), (), "")
THERE = 40  # characters from an act to the town where it is done: "arrivée lundi à la gare de"
TWO = 2  # actors who may do it to each other, though nothing says so: "Kenya and Uganda reopened their border"
CONTENT = 2  # characters from a verb to "that", "que"
OWNED = frozenset({"airspace", "port", "fishing"})  # passages that are one state's own
BESIDE = 8  # characters from a passage to whose it is: "airspace of *the* Gambia", "ports de *la* Libye"
DAY = 6  # characters from a noun to the day that is its own: "l'audience du 2 février"


@dataclass(frozen=True, slots=True)
class Here:
    """One sentence of a page, with the times that stand in it, and the measures that the page tells of elsewhere."""

    document: Document
    sentence: Sentence
    mentions: Mentions
    times: Sequence[TimeMention]
    known: memory.Memory = field(default_factory=dict)
    beside: memory.Memory = field(default_factory=dict)  # the measures that the sentence itself tells of
    before: Sentence | None = None  # the sentence just before, of the same paragraph
    told: Sequence[Report] = ()  # what the page tells with both sides, in its order
    voices: Sequence[Voice] = ()  # what is said for a side

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def heard(self) -> int:
        """Where what this sentence may answer begins: the sentence before, of its paragraph."""
        return (self.before or self.sentence).start

    def knowing(self, known: memory.Memory, beside: memory.Memory, told: Sequence[Report]) -> "Here":
        return replace(self, known=known, beside=beside, told=told)


def _carries_on(told: Told, text: str, language: Language) -> bool:
    """Whether a verb may share the other side of one before: not one whose wording waits for its own ("plaide pour …"),
    nor a participle or an English gerund on a noun ("citizens *held* in jails", "praised it for *opposing*")."""
    act = told.mention
    last = text[act.head : act.end].rsplit(maxsplit=1)[-1].casefold()
    that = language.maps["speech"]["that"]
    if any(0 <= b - act.end <= CONTENT and text[b:].casefold().startswith(that) for b in told.sentence.breaks):
        return False  # "promised *that* Estonia would": what it is about has sides of its own
    waits = any(last in language[kind] for kind in ("toward", "with", "links", "within", "from"))
    faced = any(0 <= m.start - act.end <= CONTENT for m in told.sentence.actors)
    promised = told.act.type == "AGREE" and told.group.governs and not faced
    waits = waits and not promised  # "s'engageant *à renforcer* leurs liens"
    reduced = any(a.act < 0 and a.role == "reduced" and a.head == act.head for a in told.sentence.arguments)
    reduced = reduced and not (act.tense == "gerund" and not language["premodified"])
    before = text[told.sentence.start : act.head].rsplit(maxsplit=1)
    ruled = bool(before) and any(before[-1].casefold() in language[k] for k in ("toward", "links", "with"))
    return not waits and not reduced and not (act.tense == "gerund" and ruled)


def _of_its_own(told: Told, text: str, language: Language) -> bool:
    """ "A critiqué *la bureaucratie du bloc*, soutenu Paris": what is judged or refused stands behind the verb."""
    act = told.mention
    words = text[act.end : told.sentence.end].casefold().replace("’", "'").replace("'", "' ").split()
    judged = act.voice == "active" and told.act.type in ("ACCUSE", "REJECT") and not language["premodified"]
    return judged and bool(words) and words[0] in (*language["definite"], *language["possessives"])


def _led(before: Sentence, found: Sides) -> tuple[ActorMention, ...]:
    """Who led the sentence before, if it is not whom the act is done to."""
    toward = {c for m in found.toward for c in m.codes}
    free = [m for m in officials(before.actors) if not m.place and not m.preposition and leads(m)]
    return tuple(m for m in free[:1] if not set(m.codes) & toward)


def _others(told: Told, found: Sides) -> bool:
    """Whether another actor stands behind the act in its clause: then the other side is not left out."""
    act, own = told.mention, {c for m in found.by for c in m.codes}
    end = min([b for b in told.sentence.breaks if b >= act.end], default=told.sentence.end)
    end = min([end, *(a.head for a in told.sentence.acts if a.form == "verb" and a.head >= act.end)])
    return any(act.head < m.start < end and m.how != TOWN and not set(m.codes) <= own for m in told.sentence.actors)


@dataclass(frozen=True)
class Finder:
    """Pure."""

    teller: Teller

    def of(self, here: Here, told: Told) -> Named | str:
        """The sides of an act, or the reason why it has not two."""
        found = self._found(here, told)
        if not found.toward and against.victims(told, here.text, found, self.teller):
            return f"{ONE_SIDE}: what befell another"
        if mutual.of_one(told, here.text, self.teller.language, found.by):
            return f"{ONE_SIDE}: one another"
        found = self._without_places(told, found)
        who = named(found, told.group.frame in SYMMETRIC_FRAMES)
        if self._at_a_town(told, found):
            return f"{ONE_SIDE}: {who}"
        if who.whole and (who.symmetric or who.toward):
            return who
        if self._goes_nowhere(told, found) or (self._of_ties(told) and not who.whole):
            return f"{ONE_SIDE}: {who}"
        if owned := self._by_the_owner(told, who):
            return owned
        done = self._shared(here, told, found, who) or self._completed(here, told, who)
        alone = who.whole and isinstance(done, str) and not self._at_nobody(told, who, here.text)
        alone = alone and not (self._harms(told) and len(who.by) > TWO)
        return who if alone else done  # two who do it, to each other or to nobody named

    def _without_places(self, told: Told, found: Sides) -> Sides:
        """Without a town as who does it, but where people are held, sent away, received there; nor "*il* a frappé Odessa": a storm."""
        there = told.act.id in REMOVES or told.group.frame == "hosts"
        if told.group.frame == "meets" and told.group.needs == "person":  # "discusses *Sudan*": a topic
            found = replace(found, toward=tuple(m for m in found.toward if m.preposition or m.carrier or m.person))
        vague = {*(() if there else (TOWN,)), *(("pronoun",) if told.group.needs == ON_TOWNS else ())}
        return replace(found, by=tuple(m for m in found.by if m.how not in vague))

    def _at_a_town(self, told: Told, found: Sides) -> bool:
        """ "Shells fell *on Ndiago*", "l'armée malienne a bombardé *Kidal*": a town of nobody else's, or of one's own, tells no other
        side."""
        own, force = {c for m in found.by for c in m.codes}, told.act.type == "ASSAULT"
        behind = (m for m in told.sentence.actors if m.how == TOWN and 0 <= m.start - told.mention.end <= THERE)
        there = [m for m in behind if (force and not m.preposition) or told.group.frame == "visits"]
        at_home = not found.toward and any(set(m.codes) <= own for m in there)
        alone = bool(found.toward) and found.toward[0].how == TOWN
        does = own - self.teller.blocs if force else own  # a strike "selon l'*ONU*"
        return at_home or (alone and not (does and self._takes_him_there(told, found)))

    def _takes_him_there(self, told: Told, found: Sides) -> bool:
        """ "Le ministre est arrivé *à Lyon*": an official's visit is to the state of the town, unless bodies of the world sit there; no
        ship's, no battalion's is."""
        official = told.mention.form == "verb" and any(m.carrier == "office" or m.how == "person" for m in found.by)
        return told.group.frame != "visits" or (official and not any(m.seat for m in found.toward))

    def _harms(self, told: Told) -> bool:
        """Whether it is done against somebody, or takes back what was: "four states reopened their airspace" to nobody named."""
        return self.teller.type_of(told) in (*mutual.AGAINST, "CONCEDE")

    def _by_the_owner(self, told: Told, who: Named) -> Named | None:
        """ "Moroccan aircraft were banned from *Algerian airspace*": of two that a passive names, whose passage it is decides."""
        if who.by or len(who.toward) < 2 or told.mention.voice not in ("passive", "bare"):
            return None
        owned = [i for i in told.sentence.instruments if i.instrument in OWNED]
        beside = [
            m
            for m in told.sentence.actors
            for i in owned
            if 0 <= m.start - i.end <= BESIDE or 0 <= i.start - m.end <= 1
        ]
        by = {c for m in beside if m.how == "adjective" or not m.carrier for c in m.codes} & set(who.toward)
        rest = tuple(c for c in who.toward if c not in by)
        return replace(who, by=tuple(by), toward=rest, witness="order") if len(by) == 1 and rest else None

    def _goes_nowhere(self, told: Told, found: Sides) -> bool:
        """ "The planes *they arrived* on", "what *came to* him": who goes on business of state is an official, named as one."""
        goes = told.group.frame == "visits" and told.mention.form == "verb"
        official = any(m.carrier == "office" and m.how != "pronoun" for m in found.by)
        return goes and not (found.by if found.toward else official)

    def _of_ties(self, told: Told) -> bool:
        """ "Relations have been *strengthened*": ties that grow between nobody named are no deed."""
        return told.act.type is None and self.teller.type_of(told) == "COOPERATE"

    def _at_nobody(self, told: Told, who: Named, text: str) -> bool:
        """ "Both called for calm": what two say at once, not of each other."""
        said = told.act.type in AGAINST and not who.symmetric and not who.toward
        return said and not mutual.is_mutual(told, text, self.teller.language)

    def _shared(self, here: Here, told: Told, found: Sides, who: Named) -> Named | None:
        """ "A rendu hommage aux Ukrainiens et *promis* un lot d'armes": the other side of a verb with the same subject."""
        act, acts = told.mention, told.sentence.acts
        if act.form == "noun" and self.teller.type_of(told) in MEASURES and not found.toward:
            return self._listed(here, told, found)
        if (
            act.form != "verb"
            or not _carries_on(told, here.text, self.teller.language)
            or not found.by
            or found.toward
            or who.symmetric
            or _others(told, found)
            or _of_its_own(told, here.text, self.teller.language)
        ):
            return None
        for index in sorted(range(len(acts)), key=lambda i: (acts[i].head > act.head, abs(acts[i].head - act.head))):
            if index == told.index or acts[index].form == "noun" or acts[index].governor is not None:
                continue
            other = sides.decide(self.teller.scene(self.teller.told(told.sentence, index, here.text), here.text))
            if acts[index].tense == "gerund" and all(
                m.preposition in self.teller.language["links"] for m in other.toward
            ):
                continue  # "praised the step while insisting on the role *of the Union*"
            if other.toward and set(other.by) & set(found.by):
                shared = named(replace(found, toward=other.toward), False)
                return replace(shared, witness=found.witness) if shared.whole else None
        return None

    def _listed(self, here: Here, told: Told, found: Sides) -> Named | None:
        """ "A annoncé des mesures *contre Quito*, dont la fermeture de la frontière", "la suspension du pacte avec Quito, *la
        fermeture* de la frontière": in one list, the other side of what whoever makes it known does."""
        own = {c for m in found.by for c in m.codes}
        others = [m for m in told.sentence.actors if not set(m.codes) & own and not (m.place or m.how == "posting")]
        if not own or len({m.codes for m in others}) != 1 or not self._makes_known(here, told, found):
            return None
        against = {*self.teller.language["toward"]} - {*self.teller.language["within"]}
        rest = (i for i, a in enumerate(told.sentence.acts) if a.form == "noun" and i != told.index)
        listed = (self.teller.told(told.sentence, i, here.text) for i in rest)
        kin = (sides.decide(self.teller.scene(o, here.text)) for o in listed if self.teller.type_of(o) in MEASURES)
        faced = [m for m in others if m.preposition in against]
        faced += [m for k in kin if {c for m in k.by for c in m.codes} == own for m in k.toward if m in others]
        return named(replace(found, toward=tuple(faced[:1])), False) if faced else None

    def _makes_known(self, here: Here, told: Told, found: Sides) -> bool:
        """Whether a verb by which one makes known what one does stands between the doer and the noun."""
        words = here.text[found.by[-1].end : told.mention.head].casefold().split()
        return any(w.startswith(self.teller.language["announcing"]) for w in words)

    def _found(self, here: Here, told: Told) -> Sides:
        """By the sentence: its own sides, and where it has no other side, that of what it is about."""
        scene = self.teller.scene(told, here.text)
        found = sides.decide(scene)
        if told.mention.form == "phrase" and told.act.effect in STILL and not (found.by and found.toward):
            found = self._owned(here, told) or found
        if not found.by and here.before and not scene.passive and pronouns.subject(scene):
            found = replace(found, by=_led(here.before, found))  # "Then, abruptly, *it* relented"
        content = next((i for i, a in enumerate(told.sentence.acts) if a.governor == told.index), None)
        if content is not None and not found.toward:
            group = self.teller.entry(told.sentence.acts[content])[1]
            about = replace(told, index=content, group=group)
            found = replace(found, toward=sides.decide(self.teller.scene(about, here.text)).toward)
        if found.by and not found.toward and told.act.id == CONDOLES:
            found = replace(found, toward=self._stricken(told, found))
        if found.by and not found.toward and told.act.type == "AID":
            found = replace(found, toward=self._where_it_arrived(here, told, found))
        return elsewhere.completed(scene, against.answered(told, here.text, found, self.teller))

    def _stricken(self, told: Told, found: Sides) -> tuple[ActorMention, ...]:
        """ "Saddened by the floods *in Slovenia*, he offered his condolences": where it happened."""
        own = {c for m in found.by for c in m.codes if m.carrier}
        if not own:
            return ()  # "*fans in Canada* sent condolences"
        places = [m for m in told.sentence.actors if m.place and m.how in ("name", TOWN) and not set(m.codes) & own]
        return tuple(places[:1]) if len({m.codes for m in places}) == 1 else ()

    def _where_it_arrived(self, here: Here, told: Told, found: Sides) -> tuple[ActorMention, ...]:
        """ "Medicine donated by Kuwait *landed in Khartoum*": whom things that travel are for."""
        own = {c for m in found.by for c in m.codes}
        for index, act in enumerate(told.sentence.acts):
            other = self.teller.told(told.sentence, index, here.text)
            if index != told.index and act.form == "verb" and other.group.frame == "visits":
                reached = sides.decide(self.teller.scene(other, here.text))
                if reached.toward and (not reached.by or {c for m in reached.by for c in m.codes} <= own):
                    return tuple(m for m in reached.toward if not set(m.codes) & own)
        return ()

    def _owned(self, here: Here, told: Told) -> Sides | None:
        """ "*Niger's* border *with Benin* remains shut": the sides of what stays or lapses, if it is named with both."""
        thing = told.instrument
        if thing is None or thing.again or thing.end > told.mention.head:
            return None
        own = nouns.standing(self.teller.alone(told.sentence, thing, here.text))
        return own if own.by and own.toward else None

    def _completed(self, here: Here, told: Told, who: Named) -> Named | str:
        """A side that the sentence leaves out: of what was told before, then of the page's two; else why there is none."""
        if whose := self._remembered(here, told, who):
            return whose
        mention = told.mention
        dated = mention.form == "noun" and any(t.when and 0 <= t.start - mention.end <= DAY for t in here.times)
        if goes_on := self._goes_on(here, told, who) or self._by_the_speaker(here, told, who):
            return goes_on
        topic = mention.form == "noun" and not told.act.effect and bool(self.teller.language["premodified"])
        if (told.group.needs == "person" or topic) and not dated:
            return f"{ONE_SIDE}: {who}"
        who = replace(who, symmetric=who.symmetric or (dated and told.act.type == "CONSULT"))
        return self._guessed(here, told, who, dated) or f"{ONE_SIDE}: {who}"

    def _remembered(self, here: Here, told: Told, who: Named) -> Named | None:
        """Whose measure it is, or who holds whom, by what the page has told with both sides."""
        own = told.act.type and not (told.act.instrument and told.mention.voice in ("passive", "bare"))
        effect, instrument = None if own else told.act.effect, self.teller.concerns(told)
        if effect and instrument == banned.BAN:
            instrument = memory.banned(here.known, who, self.teller.book) or instrument
        if effect in BACK and (whose := memory.completed(here.beside, instrument, NOBODY)):
            return whose  # "an embargo, *lifted* nine years later": whoever imposed it
        if whose := chains.beside(here.told, here.sentence.start, effect, instrument, who):
            return whose
        in_force = any(c.kind == "effective" and c.start < told.mention.end <= c.end for c in told.sentence.cues)
        if effect and not in_force and (whose := memory.completed(here.known, instrument, who)):
            return whose
        if self._stands(told, effect) and (whose := memory.alike(here.known, instrument, who)):
            return whose
        return chains.custody(here.told, here.sentence.start, who) if told.act.id == RELEASE else None

    def _stands(self, told: Told, effect: str | None) -> bool:
        """Whether an act keeps, or begins, a restriction that is in force by itself."""
        named = told.instrument and self.teller.book.instruments[told.instrument.instrument].kind == "restriction"
        return bool(named) and effect in KEEPS

    def _goes_on(self, here: Here, told: Told, who: Named) -> Named | None:
        """ "Thirty trucks were turned back": a passive of one's harm, in a sentence of nobody, told behind more of it."""
        nobody = not any(not m.place for m in here.sentence.actors) and not answers(here.sentence)
        harm = self.teller.type_of(told) in chains.HARMS and self.teller.scene(told, here.text).passive
        if not (nobody and harm and told.mention.form == "verb"):
            return None
        before = [s.start for s in here.mentions.sentences if s.start < here.sentence.start][-chains.RUN :]
        return chains.run(here.told, before[0], here.sentence.start, who) if before else None

    def _by_the_speaker(self, here: Here, told: Told, who: Named) -> Named | None:
        """ "Deux douaniers ont été arrêtés, *a annoncé Conakry*", "*Oman's* answer: flights from Iran are suspended": a measure of
        nobody, told by the one other state of its sentence."""
        scene, sentence = self.teller.scene(told, here.text), here.sentence
        undergone = told.mention.voice == "passive" or told.group.frame == "hosts"  # "had two days *to go*"
        if who.by or not who.toward or not undergone or self.teller.type_of(told) not in MEASURES:
            return None
        others = [
            m
            for m in sentence.actors
            if not set(m.codes) & set(who.toward) and not m.place and m.carrier != "nationals"
        ]
        codes = {c for m in others for c in m.codes} - self.teller.blocs
        speaks = (
            bool(sentence.speech) or answers(sentence) or any(":" in here.text[m.end : scene.act.head] for m in others)
        )
        led = any(leads(m) and m.how not in ("people", "adjective", "posting") for m in others)
        return replace(who, by=tuple(codes), witness="beside") if len(codes) == 1 and speaks and led else None

    def _guessed(self, here: Here, told: Told, who: Named, dated: bool) -> Named | None:
        """By the page's two; by the one of them that the passage speaks of; both, for what takes two."""
        type_, instrument = self.teller.type_of(told), self.teller.works_on(told)
        homeward = told.act.instrument == TRAVEL
        nature = Nature(
            dated,
            third=told.act.type in THIRD or told.act.third or homeward,
            ties=instrument is not None and self.teller.book.instruments[instrument].kind == "tie",
            homeward=homeward,
        )
        if type_ in WORDS and told.mention.form == "noun":
            return None
        if type_ == "CONSULT" and told.mention.form == "noun" and who.by and set(who.by) <= self.teller.blocs:
            return None  # "le sommet *de la CEEAC*" is no meeting with one of the page's two
        scene, mentions = self.teller.scene(told, here.text), here.mentions
        if told.act.id in ANSWERS and (to := chains.asked(here.told, here.heard, here.sentence.start, who)):
            return replace(who, toward=to, witness="asked")
        if full := filled(who, scene, mentions, nature):
            return full
        if type_ in GIVES and not scene.passive and (to := chains.focus(mentions, here.sentence.start, who)):
            return replace(who, toward=to, witness="focus")
        return between(who, scene, mentions.pair) if type_ in MUTUAL and who.symmetric else None
