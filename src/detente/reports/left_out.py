"""A side that the sentence leaves out: of what the page tells whole, then of who speaks, then of the page's two."""

from dataclasses import replace

from detente.model import ActorMention
from detente.reports import banned, chains, halves, in_kind, judged, memory, nobody
from detente.reports.answering import answers
from detente.reports.here import DAY, Here
from detente.reports.parties import Named, Nature, between, filled
from detente.reports.scene import Scene, leads
from detente.reports.sharing import MEASURES
from detente.reports.spelling import low, low_words
from detente.reports.telling import Teller, Told

THIRD = frozenset({"REQUEST", "AGREE"})  # types of what a third party does toward both: it asks them, or offers
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT"})  # types of what takes two, even where neither is named
GIVES = frozenset(
    {"AID", "RETREAT", "COOPERATE", "MOBILIZE"}
)  # types of what a third party does for, or in, one of two
WORDS = frozenset({"REQUEST", "AGREE", "ACCUSE", "CONCEDE"})  # types of what is said: as nouns, mostly topics
AIMED = frozenset(
    {"SANCTION", "ACCUSE", "REJECT", "THREATEN", "REQUEST"}
)  # types of what one does to whom the whole page is against
JUDGES = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # types of what one says of what another has done
NEAR = 3  # words between a verb and the possessive behind it
OBJECT = 16  # characters from a verb to the demonstrative of its object: " vivement cette "
REFUSES = "refuse"  # the act of who rejects a request, or what he is accused of
ANSWERS = frozenset({"accept", REFUSES})  # acts that answer somebody
RELEASE = "release"  # the act of those who hold
TRAVEL = "travel-advisory"  # what one tells one's own people of another state
KEEPS = frozenset({"impose", "maintain", "extend", "tighten"})  # effects of what is in force after it
BACK = frozenset({"lift", "ease", "resume", "end"})  # effects told in the tail of the sentence that imposes
TOLD_OF_ONESELF = MEASURES | {"ACCUSE"}  # types of what one makes known oneself: a measure, a protest handed over
RELEASES = frozenset({"lift", "ease", "lapse"})  # effects of what only who imposed it does
NOBODY = Named((), (), "")


def completed(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """The sides of an act with the one that its sentence leaves out; None where nothing tells it."""
    if whose := in_kind.answered(here, told, who, teller):
        return whose
    if whose := judged.doer(here, told, who, teller) or _remembered(here, told, who, teller):
        return whose
    if both := halves.joined(here, told, who, teller):
        return both
    if goes_on := _goes_on(here, told, who, teller) or _by_the_speaker(here, told, who, teller):
        return goes_on
    mention = told.mention
    dated = mention.form == "noun" and any(t.when and 0 <= t.start - mention.end <= DAY for t in here.times)
    topic = mention.form == "noun" and not _restricts(told) and bool(teller.language["premodified"])
    if (told.group.needs == "person" or topic) and not (dated or _received(told)):
        return None
    who = replace(who, symmetric=who.symmetric or (dated and told.act.type == "CONSULT"))
    return _guessed(here, told, who, dated, teller)


def _received(told: Told) -> bool:
    """ "Avant d'être *reçue par* le Premier ministre": whose guest somebody is, is told."""
    own = [a for a in told.sentence.arguments if a.act == told.index and a.role == "agent"]
    guest = any(m.carrier == "office" and m.end <= told.mention.head for m in told.sentence.actors)
    hosted = told.group.frame == "hosts" and told.mention.form == "verb" and (bool(own) or guest)
    return hosted and told.scene.passive


def given_back(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """ "The flights *resumed*": what the page tells that one had suspended, he gives back."""
    instrument = teller.concerns(told)
    if told.act.effect not in BACK or teller.type_of(told) != "COOPERATE":
        return None
    if instrument is None or not banned.may_be_banned(instrument, teller.book):
        return None  # "relations *resumed*": nobody gives them back
    return memory.completed(here.known, instrument, who) or memory.only(here.known, who)


# -- what the page has told
def _remembered(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """Whose measure it is, or who holds whom, by what the page has told with both sides."""
    own = told.act.type and not (told.act.instrument and told.mention.voice in ("passive", "bare"))
    effect, instrument = None if own else told.act.effect, teller.concerns(told)
    if effect and instrument == banned.BAN:
        instrument = memory.banned(here.known, who, teller.book) or instrument
    if effect in BACK and (whose := memory.completed(here.beside, instrument, NOBODY)):
        return whose  # "an embargo, *lifted* nine years later": whoever imposed it
    if whose := chains.beside(here.told, here.sentence.start, effect, instrument, who):
        return whose
    if effect and not _in_force(told) and (whose := memory.completed(here.known, instrument, who)):
        return whose
    sole = effect in RELEASES and instrument and not _in_force(told) and len(here.known) == 1
    if sole and (whose := memory.only(here.known, who)):
        return whose  # "*The order* was dropped", on a page of one measure
    if _stands(told, effect, teller) and (whose := memory.alike(here.known, instrument, who)):
        return whose
    return chains.custody(here.told, here.sentence.start, who) if told.act.id == RELEASE else None


def _restricts(told: Told) -> bool:
    """Whether an act works on something, or is a measure by itself: "the *recall* of the ambassador", a "*rupture*"."""
    return bool(told.act.effect) or (told.act.type in MEASURES and told.act.instrument is not None)


def _in_force(told: Told) -> bool:
    """Whether the words of the act say from when it is in force."""
    return any(c.kind == "effective" and c.start < told.mention.end <= c.end for c in told.sentence.cues)


def _stands(told: Told, effect: str | None, teller: Teller) -> bool:
    """Whether an act keeps, begins or ends a restriction that is in force by itself."""
    named = told.instrument and teller.book.instruments[told.instrument.instrument].kind == "restriction"
    return bool(named) and effect in KEEPS | BACK


def _goes_on(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """ "Thirty trucks were turned back": a passive of one's harm, in a sentence of nobody, told behind more of it."""
    nobody = not any(not m.place for m in here.sentence.actors) and not answers(here.sentence)
    harm = teller.type_of(told) in chains.HARMS and told.scene.passive
    if not (nobody and harm and told.mention.form == "verb"):
        return None
    before = [s.start for s in here.earlier(chains.RUN)]
    return chains.run(here.told, before[0], here.sentence.start, who) if before else None


def _by_the_speaker(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """ "Deux douaniers ont été arrêtés, *a annoncé Conakry*", "*Oman's* answer: flights from Iran are suspended": a measure of
    nobody, told by the one other state of its sentence."""
    undergone = told.mention.voice == "passive" or told.group.frame == "hosts"  # "had two days *to go*"
    if who.by or not who.toward or not undergone or teller.type_of(told) not in TOLD_OF_ONESELF:
        return None
    free = [m for m in here.sentence.actors if not m.place and m.carrier != "nationals"]
    others = [m for m in free if not set(m.codes) & set(who.toward)]
    codes = {c for m in others for c in m.codes} - teller.blocs
    led = any(leads(m) and m.how not in ("people", "adjective", "posting") for m in others)
    speaks = len(codes) == 1 and led and _speaks(here, told.scene, others)
    return replace(who, by=tuple(codes), witness="beside") if speaks else None


def _speaks(here: Here, scene: Scene, others: list[ActorMention]) -> bool:
    """Whether the sentence is said by somebody, is an answer, or has a colon between one of `others` and the act."""
    said = bool(here.sentence.speech) or answers(here.sentence)
    return said or any(":" in here.text[m.end : scene.act.head] for m in others)


# -- the page's two
def _guessed(here: Here, told: Told, who: Named, dated: bool, teller: Teller) -> Named | None:
    """By the page's two; by the one of them that the passage speaks of; both, for what takes two."""
    type_, scene = teller.type_of(told), told.scene
    if told.mention.form == "noun" and _of_nobody(type_, who, teller):
        return None
    answered = chains.ANSWERED if told.act.id == REFUSES else chains.ASKS
    if told.act.id in ANSWERS and (to := chains.asked(here.told, here.heard, here.sentence.start, who, answered)):
        return replace(who, toward=to, witness="asked")
    if _taken_up(told, type_, here, teller) and (to := chains.meant(here.told, here.sentence.start, who)):
        return replace(who, toward=to, witness="asked")
    third = chains.joined(here.told, told.act.id, here.sentence.start, who)
    if third and type_ in chains.HARMS and not nobody.one_s_own(scene):
        return third
    if type_ in AIMED and not _of_its_own(here, told, teller) and (of := _at_the_one(here, told, who)):
        return of
    if full := filled(who, scene, here.mentions, _nature(told, dated, teller)):
        return full
    if type_ in GIVES and not scene.passive and (to := chains.focus(here.mentions, here.sentence.start, who)):
        return replace(who, toward=to, witness="focus")
    return between(who, scene, here.mentions.pair) if type_ in MUTUAL and who.symmetric else None


def _of_its_own(here: Here, told: Told, teller: Teller) -> bool:
    """ "*L'*accuse d'avoir bravé ses sanctions", "ne laissent pas venir *ses* experts": a pronoun says at whom, or whose it is."""
    language, act = teller.language, told.mention
    before = low_words(here.text[here.sentence.start : act.head])
    behind = here.text[act.end : here.sentence.end].casefold().split()[:NEAR]
    if before and before[-1] in {**language.auxiliary("have"), **language.auxiliary("be")}:
        before.pop()
    own = told.act.type in JUDGES and bool({*behind} & {*language["possessives"]})
    return own or bool({*before[-1:]} & {*language["clitic_objects"]} - {*language["reflexive"]})


def _at_the_one(here: Here, told: Told, who: Named) -> Named | None:
    """At whom the whole page is against, where he who does it is none of its two, or both of them are against a third."""
    pair = set(here.mentions.pair)
    if told.mention.form == "noun":
        return None
    hostile = (r for r in here.told if r.type in chains.HOSTILE and r.recipients and not set(r.recipients) & pair)
    allied = bool(pair) and pair <= {a for r in hostile for a in r.actors}
    aside = bool(set(who.by) - pair) and told.act.type not in THIRD  # "Nigeria urged calm": of both
    return chains.aimed(here.told, who) if aside or allied else None


def _taken_up(told: Told, type_: str | None, here: Here, teller: Teller) -> bool:
    """ "A jugé *ces propos* irresponsables", "hailed *this decision*": what is judged was told just before."""
    words = low(here.text[told.mention.head : told.mention.end + OBJECT]).split()
    if nobody.is_meant(told.scene):
        return False
    own = (a for a in told.sentence.arguments if a.act == told.index and a.role == "object")
    named = (here.text[a.start : a.head].casefold().split()[:1] for a in own)  # "criticised *that demand*"
    again = bool({*words} & {*teller.language["demonstratives"]})
    again = again or any({*first} & {*teller.language["remention"]} for first in named)
    return type_ in JUDGES and told.mention.form == "verb" and again


def _of_nobody(type_: str | None, who: Named, teller: Teller) -> bool:
    """Whether a noun names a topic, or "le sommet *de la CEEAC*": no meeting with one of the page's two."""
    return type_ in WORDS or (type_ == "CONSULT" and bool(who.by) and set(who.by) <= teller.blocs)


def _nature(told: Told, dated: bool, teller: Teller) -> Nature:
    """What of the act says whom its sentence may leave out."""
    instrument, homeward = teller.works_on(told), told.act.instrument == TRAVEL
    return Nature(
        dated,
        third=told.act.type in THIRD or told.act.third or homeward,
        ties=instrument is not None and teller.book.instruments[instrument].kind == "tie",
        homeward=homeward,
    )
