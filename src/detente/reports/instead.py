"""Which act it is once its sides are known: troops that leave a state withdraw, people who are expelled are deported."""

import re
from collections.abc import Callable, Sequence

from detente.model import ActorMention
from detente.reports.banned import may_be_banned
from detente.reports.parties import Named
from detente.reports.spelling import low
from detente.reports.telling import Told

MANY = 100  # people; a mission that a state expels is smaller
COUNTED = 14  # characters of a count before people: "1 234 567 "
COUNT = re.compile(r"\d[\d\s.,\u202f\u00a0]*$")
SPELLED = 24  # characters of a count in words: "plusieurs centaines de "
ASKS = frozenset({"demand", "set-deadline"})  # acts that tell an envoy to go
RECALLS = "recall"  # the act of who calls home his own envoy
GOES = frozenset({"leave", "withdraw"})  # acts of who goes
INVITES, DEMANDS = "invite", "demand"  # who is invited to do something, and not to come, is asked to
BID = 6  # words from the wording of an invitation to the infinitive of what one is to do
EXPELS = ("expel", "expulsion")
WARNS = ("travel-warning", "travel-advisory")  # the act of who tells its own people to leave another state
READMITS = "readmit"  # the act of an organisation that ends the suspension of a member
RESUMES = "resume"  # the effect by which one ends what one had withheld from another
OBJECT = 16  # characters from "lifted the suspension" to what was suspended: " de toutes les "

Other = tuple[Told, str]  # an act and its type


def instead(told: Told, type_: str, who: Named) -> Other | str:
    """The act, or the other one that its sides make of it, with its type; or the reason why it is none."""
    other: Other | str | None
    for makes in MAKES:
        if isinstance(other := makes(told, type_, who), str):
            return other
        told, type_ = other or (told, type_)
    return told, type_


def _given_back(told: Told, type_: str, who: Named) -> Other | None:
    """ "Oman *resumed* its flights to Aden", "the flights *resumed*": who had suspended them gives them back."""
    if type_ != "COOPERATE" or told.act.effect != RESUMES or not who.toward or told.instrument is None:
        return None
    return (told, "CONCEDE") if may_be_banned(told.instrument.instrument, told.teller.book) else None


def _of_forces_gone(told: Told, type_: str, who: Named) -> Other | str | None:
    """ "French troops *left* Mali": who leaves no organisation withdraws, if he has forces to; else he leaves nothing."""
    if told.group.frame != "leaves" or not told.act.forces or set(who.toward) & told.teller.blocs:
        return None
    return told.teller.other_act(told, told.act.forces) if who.forces else "no organisation to leave"


def _of_forces_come(told: Told, type_: str, who: Named) -> Other | None:
    """ "*Quatre cents policiers kényans* sont arrivés": soldiers lead it, and no official with them."""
    if told.group.frame != "visits" or not told.act.forces:
        return None
    own = [m for m in told.sentence.actors if not m.place and set(m.codes) & set(who.by)]
    before = [m for m in own if m.end <= told.mention.head]
    alone = bool(before) and all(m.carrier == "force" and not m.preposition for m in before)
    return told.teller.other_act(told, told.act.forces) if alone else None


def _of_no_member(told: Told, type_: str, who: Named) -> Other | None:
    """ "Kenya lifted the suspension of *maize imports*": no member is taken back, a measure on that is lifted."""
    if told.act.id != READMITS or set(who.by) & told.teller.blocs:
        return None
    after = (i for i in told.sentence.instruments if 0 <= i.start - told.mention.end <= OBJECT)
    found = next((i.bears_on or i.instrument for i in after), None)
    return (told.teller.other_act(told, ("lift", found))[0], "CONCEDE") if found else None


def _told_to_go(told: Told, type_: str, who: Named) -> Other | None:
    """ "A enjoint *à l'ambassadeur de France*, Sylvain Itté, *de plier bagage*": an envoy who is told to go is expelled."""
    if told.act.id not in ASKS or not any(a.governor == told.index and a.act in GOES for a in told.sentence.acts):
        return None
    whom = [m for m in told.sentence.actors if m.carrier == "office" and set(m.codes) & set(who.toward)]
    words = (w.strip(",.") for m in whom for w in told.text[m.start : m.end].casefold().split())
    return _expelled(told) if any(w in told.teller.language["envoys"] for w in words) else None


def _bidden(told: Told, type_: str, who: Named) -> Other | None:
    """ "A invité le Kosovo *à faire de même*": behind "to", an infinitive that tells no coming; French infinitives show it."""
    language = told.teller.language
    if told.act.id != INVITES or told.mention.form != "verb" or language["premodified"]:
        return None
    said = low(told.text[told.mention.end : told.sentence.end]).replace("'", "' ")
    words = said.partition(",")[0].split()[: BID + 1]
    at = next((i for i, w in enumerate(words) if w in language["bidding"]), None)
    behind = [w for w in words[at + 1 :] if w not in language["reflexive"]] if at is not None else []
    bids = bool(behind) and behind[0].endswith(tuple(language.maps["endings"]["infinitive"]))
    return (told.teller.told_as(told, DEMANDS), "REQUEST") if bids and behind[0] not in language["coming_to"] else None


def _sent_home(told: Told, type_: str, who: Named) -> Other | None:
    """ "Ordered *the British attaché* home": an envoy of the other side's is expelled, not recalled."""
    act, language = told.mention, told.teller.language
    words = told.text[act.head : act.end].casefold().split()
    away = words[-1] in language["satellites"] and not {*words} & {*language["possessives"]}
    inside = [m for m in told.sentence.actors if act.head < m.start and m.end < act.end]
    theirs = bool(inside) and all(set(m.codes) <= set(who.toward) for m in inside)
    return _expelled(told) if told.act.id == RECALLS and away and theirs else None


def _expelled(told: Told) -> Other:
    return told.teller.other_act(told, EXPELS)[0], "SANCTION"


def _of_goods(told: Told, type_: str, who: Named) -> Other | None:
    """ "*Turned back Czech beer*": what is done to goods is another act, where the codebook says which."""
    of_goods = told.act.goods and told.instrument and told.instrument.instrument == told.act.goods[1]
    return told.teller.other_act(told, told.act.goods) if told.act.goods and of_goods else None


def _of_its_own(told: Told, type_: str, who: Named) -> Other | None:
    """ "Canberra urged *Australians in Iran* to depart": who does it, and the people named in the wording, are of one state."""
    act = told.mention
    people = (m for m in told.sentence.actors if m.how == "people" and act.start <= m.start < act.end)
    own = told.act.id == EXPELS[0] and any(set(m.codes) == set(who.by) for m in people)
    return told.teller.other_act(told, WARNS) if own else None


def _of_people(told: Told, type_: str, who: Named) -> Other | None:
    """ "A expulsé *200 000 Congolais*": whom the act is done to are people of a state, and more than its envoys can be."""
    act = told.mention
    near = [m for m in told.sentence.actors if set(m.codes) & set(who.toward) and not m.place]
    first = min(near, key=lambda m: max(m.start - act.end, act.head - m.end), default=None)
    if not told.act.people or first is None or not (first.how == "people" or first.carrier == "nationals"):
        return None
    many = _in_masses(told, first) or _counted(told, first) >= MANY
    return told.teller.other_act(told, told.act.people) if many else None


def _in_masses(told: Told, people: ActorMention) -> bool:
    """ "*Plusieurs centaines de* Congolais", "Israeli *settlers*": by words, in the sentence."""
    text, language = told.text, told.teller.language
    before = text[max(told.sentence.start, people.start - SPELLED) : people.start].casefold().split()
    said, settlers = text[people.start : people.end].casefold(), language["settlers"]
    return bool(set(before) & {*language["masses"]}) or said.startswith(settlers) or said.endswith(settlers)


def _counted(told: Told, people: ActorMention) -> int:
    """ "*200 000* Congolais": by figures right before them, in the sentence; 0 without any."""
    count = COUNT.search(told.text[max(told.sentence.start, people.start - COUNTED) : people.start])
    return int("".join(filter(str.isdigit, count[0]))) if count else 0


MAKES: Sequence[Callable[[Told, str, Named], Other | str | None]] = (
    _given_back,
    _of_forces_gone,
    _of_forces_come,
    _of_no_member,
    _told_to_go,
    _bidden,
    _sent_home,
    _of_goods,
    _of_its_own,
    _of_people,
)
