"""Whose passage decides: of two that a passive names, the state whose airspace, ports, waters or markets are closed to the other."""

from dataclasses import replace

from detente.model import ActorMention, Sentence
from detente.reports.parties import Named
from detente.reports.scene import Scene
from detente.reports.telling import Told

OWNED = frozenset({"airspace", "port", "fishing"})  # passages that are one state's own
BESIDE = 8  # characters from a passage to whose it is: "airspace of *the* Gambia", "ports de *la* Libye"
LISTED = 80  # characters from "added to the list" to whose it is: " des pays soumis à la caution de visa "
BOTH = 2  # who is closed out, and whose passage it is
UNDERGONE = frozenset({"passive", "bare"})  # voices in which no subject does it
SHUTS_OUT = frozenset({"impose", "maintain", "extend", "tighten"})  # effects of what keeps goods or people out
NOUN = 2  # words from a wording to an adjective: "des rayons | russes"
LETS_IN = frozenset({"open", "ease", "lift", "resume"})  # effects of what lets them in again
WHOLE = ("embassy", "representation")  # what stands in another's state, and is not kept out of it


def by_the_owner(told: Told, who: Named) -> Named | None:
    """ "Moroccan aircraft were banned from *Algerian airspace*": of two that a passive names, whose passage it is decides."""
    if who.by or len(who.toward) < BOTH or told.mention.voice not in UNDERGONE:
        return None
    by = (_owners(told.sentence) or _whose_list(told)) & set(who.toward)
    rest = tuple(c for c in who.toward if c not in by)
    return replace(who, by=tuple(by), toward=rest, witness="order") if len(by) == 1 and rest else None


def _owners(sentence: Sentence) -> set[str]:
    """Who stands right beside a passage, by itself or as an adjective: "*Algerian* airspace", "ports de la *Libye*"."""
    owned = [i for i in sentence.instruments if i.instrument in OWNED]
    beside = [m for m in sentence.actors for i in owned if 0 <= m.start - i.end <= BESIDE or 0 <= i.start - m.end <= 1]
    return {c for m in beside if m.how == "adjective" or not m.carrier for c in m.codes}


def _whose_list(told: Told) -> set[str]:
    """ "Ajouté à la liste noire *russe*", "à la liste des pays privés de visa *russe*": whose it is, behind words that end in it."""
    act, rolls = told.mention, told.teller.language["rolls"]
    last = told.text[act.head : act.end].casefold().split()[-1:]
    behind = [m for m in told.sentence.actors if act.end <= m.start < act.end + LISTED and m.how == "adjective"]
    near = [m for m in behind if m.carrier is None and "," not in told.text[act.end : m.start]]
    return {c for m in near for c in m.codes} if last and last[0] in rolls else set()


def by_the_place(told: Told, who: Named, scene: Scene) -> Named | None:
    """ "Kyrgyz milk is barred *from Kazakhstan*", "les fruits thaïlandais sont bannis *des marchés cambodgiens*": of the two that
    a clause names, the state that goods or people are kept out of, or let into again, does it."""
    hosts, undergone = scene.group.frame == "hosts", told.mention.form == "verb" and told.mention.voice in UNDERGONE
    lets_in = hosts and told.act.effect in LETS_IN
    if not (lets_in or ((hosts or undergone) and told.act.effect in SHUTS_OUT)) or (who.by and not hosts):
        return None
    if told.instrument and told.instrument.instrument in WHOLE:
        return None
    here = [m for m in told.sentence.actors if scene.clause[0] <= m.start < scene.clause[1] and m.how != "pronoun"]
    houses = [m for m in here if _kept_out_of(m, scene)]
    if any(set(houses) & set(scene.joined(m, here)) for m in here if m not in houses):
        return None  # "imposées aux ressortissants *du Kenya, du Mali* et du Niger"
    by = {c for m in houses for c in m.codes}
    rest = {c for m in here if m not in houses for c in m.codes}
    one_list = len(by) == 1 or set(houses) <= set(scene.joined(houses[0], houses) if houses else ())
    if not by or not one_list or len(rest) != 1 or by & rest or not {*who.by, *who.toward} <= by | rest:
        return None
    return replace(who, by=tuple(sorted(by)), toward=tuple(rest), witness="order")


def turned(told: Told, who: Named, scene: Scene) -> Named:
    """ "*No Peruvian may leave*": whoever stands inside the words of what is done to him undergoes it."""
    act, negation = told.mention, scene.language.maps["negation"]
    nobody = {*negation["alone"], *negation["nobody"], *scene.words("no_longer")}
    first = scene.text[act.start : act.end].split(maxsplit=1)[0].casefold()
    if scene.group.frame != "hosts" or first not in nobody:
        return who
    inside = {c for m in told.sentence.actors if act.start < m.start and m.end < act.end for c in m.codes}
    if not inside or not inside & set(who.by):
        return who
    rest = tuple(c for c in (*who.by, *who.toward) if c not in inside)
    return replace(who, by=rest, toward=tuple(sorted(inside)))


def of_its_own_house(told: Told, who: Named) -> Named:
    """ "*Ghana's embassy* in Lomé was shut": by whoever's it is, where nobody else is said to have done it."""
    thing = told.instrument if told.act.effect else None  # not whoever of it is sent away
    if thing is None or thing.instrument not in WHOLE or told.mention.voice not in UNDERGONE or len(who.by) != 1:
        return who
    named = [m for m in told.sentence.actors if {*m.codes} & {*who.by}]
    house = [m for m in told.sentence.actors if m.start <= thing.start < m.end and not m.place]
    own = {c for m in house for c in m.codes}
    alone = len(own) == 1 and own == set(who.toward) and all(m.place for m in named)
    return replace(who, by=who.toward, toward=who.by) if alone else who


def _on_its_soil(mention: ActorMention, scene: Scene) -> bool:
    """ "Le *territoire kényan*", "the soil of *Kenya*", "*Kenyan territory*"."""
    soil, said = scene.words("soil"), scene.text[mention.start : mention.end].casefold().split()
    before = scene.text[: mention.start].casefold().split()[-2:]
    of = len(before) == 2 and before[0] in soil and before[1] in scene.words("from")
    return of or (mention.carrier != "office" and not soil.isdisjoint(said))


def _kept_out_of(mention: ActorMention, scene: Scene) -> bool:
    """Whether it stands behind the act as a place, or "from" it, or as whose shelves, screens and soil they are."""
    if _on_its_soil(mention, scene):
        return True
    if scene.act.form == "phrase" and (mention.end <= scene.act.end or mention.carrier == "nationals"):
        return mention.place
    if mention.start < scene.act.head:
        return False
    adjective = mention.how == "adjective" and len(scene.text[scene.act.end : mention.start].split()) <= NOUN
    if scene.group.frame != "hosts" and mention.preposition in scene.words("toward"):
        return False  # "restrictions imposées *au Mali*"
    return mention.place or adjective or mention.preposition in scene.words("from", "within")
