"""Which act it is once its sides are known: troops that leave a state withdraw, people who are expelled are deported."""

import re
from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.model import ActorMention
from detente.reports.banned import may_be_banned
from detente.reports.parties import Named
from detente.reports.telling import Teller, Told

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


def instead(told: Told, type_: str, who: Named, text: str, teller: Teller) -> tuple[Told, str] | str:
    """The act, or the other one that its sides make of it, with its type; or the reason why it is none."""
    if type_ == "COOPERATE" and _given_back(told, who, teller):
        type_ = "CONCEDE"
    if told.group.frame == "leaves" and told.act.forces and not set(who.toward) & teller.blocs:
        if not who.forces:
            return "no organisation to leave"
        told, type_ = teller.other_act(told, told.act.forces)
    if told.group.frame == "visits" and told.act.forces and _of_forces(told, who.by):
        told, type_ = teller.other_act(told, told.act.forces)
    if told.act.id == READMITS and not set(who.by) & teller.blocs and (found := _suspended(told)):
        told, type_ = teller.other_act(told, ("lift", found))[0], "CONCEDE"
    if told.act.id in ASKS and _is_sent_away(told, who.toward, text, teller.language):
        told, type_ = teller.other_act(told, EXPELS)[0], "SANCTION"
    if told.act.id == INVITES and _bids(told, text, teller.language):
        told, type_ = teller.told_as(told, DEMANDS), "REQUEST"
    if told.act.id == RECALLS and _sends_home(told, who, text, teller.language):
        told, type_ = teller.other_act(told, EXPELS)[0], "SANCTION"
    if told.act.goods and told.instrument and told.instrument.instrument == told.act.goods[1]:
        told, type_ = teller.other_act(told, told.act.goods)
    if told.act.id == EXPELS[0] and _of_its_own(told, who.by):
        told, type_ = teller.other_act(told, WARNS)
    if told.act.people and _of_people(told, who.toward, text, teller.language):
        told, type_ = teller.other_act(told, told.act.people)
    return told, type_


def _is_sent_away(told: Told, toward: Sequence[str], text: str, language: Language) -> bool:
    """ "A enjoint *à l'ambassadeur de France*, Sylvain Itté, *de plier bagage*": an envoy who is told to go is expelled."""
    goes = any(a.governor == told.index and a.act in GOES for a in told.sentence.acts)
    whom = [m for m in told.sentence.actors if m.carrier == "office" and set(m.codes) & set(toward)]
    return goes and any(
        w.strip(",.") in language["envoys"] for m in whom for w in text[m.start : m.end].casefold().split()
    )


def _bids(told: Told, text: str, language: Language) -> bool:
    """ "A invité le Kosovo *à faire de même*": behind "to", an infinitive that tells no coming; French infinitives show it."""
    if told.mention.form != "verb" or language["premodified"]:
        return False
    said = text[told.mention.end : told.sentence.end].casefold().replace("’", "'").replace("'", "' ")
    words = said.partition(",")[0].split()[: BID + 1]
    at = next((i for i, w in enumerate(words) if w in language["bidding"]), None)
    behind = [w for w in words[at + 1 :] if w not in language["reflexive"]] if at is not None else []
    ends = tuple(language.maps["endings"]["infinitive"])
    return bool(behind) and behind[0].endswith(ends) and behind[0] not in language["coming_to"]


def _sends_home(told: Told, who: Named, text: str, language: Language) -> bool:
    """ "Ordered *the British attaché* home": an envoy of the other side's is expelled, not recalled."""
    act = told.mention
    words = text[act.head : act.end].casefold().split()
    inside = [m for m in told.sentence.actors if act.head < m.start and m.end < act.end]
    own = {*words} & {*language["possessives"]}
    away = words[-1] in language["satellites"] and not own
    return away and bool(inside) and all(set(m.codes) <= set(who.toward) for m in inside)


def _of_its_own(told: Told, by: Sequence[str]) -> bool:
    """ "Canberra urged *Australians in Iran* to depart": who does it, and the people named in the wording, are of one state."""
    act = told.mention
    people = (m for m in told.sentence.actors if m.how == "people" and act.start <= m.start < act.end)
    return any(set(m.codes) == set(by) for m in people)


def _of_forces(told: Told, by: Sequence[str]) -> bool:
    """ "*Quatre cents policiers kényans* sont arrivés": soldiers lead it, and no official with them."""
    before = [m for m in told.sentence.actors if m.end <= told.mention.head and not m.place and set(m.codes) & set(by)]
    return bool(before) and all(m.carrier == "force" and not m.preposition for m in before)


def _given_back(told: Told, who: Named, teller: Teller) -> bool:
    """ "Oman *resumed* its flights to Aden", "the flights *resumed*": who had suspended them gives them back."""
    thing = told.instrument.instrument if told.instrument else None
    return told.act.effect == RESUMES and bool(who.toward) and thing is not None and may_be_banned(thing, teller.book)


def _suspended(told: Told) -> str | None:
    """ "Kenya lifted the suspension of *maize imports*": no member is taken back, a measure on that is lifted."""
    after = (i for i in told.sentence.instruments if 0 <= i.start - told.mention.end <= OBJECT)
    return next((i.bears_on or i.instrument for i in after), None)


def _of_people(told: Told, toward: Sequence[str], text: str, language: Language) -> bool:
    """ "A expulsé *200 000 Congolais*": whom the act is done to are people of a state, and more than its envoys can be."""
    act = told.mention
    near = [m for m in told.sentence.actors if set(m.codes) & set(toward) and not m.place]
    first = min(near, key=lambda m: max(m.start - act.end, act.head - m.end), default=None)
    if first is None or not (first.how == "people" or first.carrier == "nationals"):
        return False
    start = told.sentence.start
    return _in_masses(start, first, text, language) or _counted(start, first, text) >= MANY


def _in_masses(start: int, people: ActorMention, text: str, language: Language) -> bool:
    """ "*Plusieurs centaines de* Congolais", "Israeli *settlers*": by words, in the sentence that starts there."""
    before = text[max(start, people.start - SPELLED) : people.start].casefold().split()
    said, settlers = text[people.start : people.end].casefold(), language["settlers"]
    return bool(set(before) & {*language["masses"]}) or said.startswith(settlers) or said.endswith(settlers)


def _counted(start: int, people: ActorMention, text: str) -> int:
    """ "*200 000* Congolais": by figures right before them, in the sentence that starts there; 0 without any."""
    count = COUNT.search(text[max(start, people.start - COUNTED) : people.start])
    return int("".join(filter(str.isdigit, count[0]))) if count else 0
