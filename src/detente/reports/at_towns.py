"""What a town tells of the sides: it does nothing itself, and what is done there is not yet done to its state."""

from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import TOWN
from detente.reports.scene import REMOVES, Actors, Sides
from detente.reports.spelling import low
from detente.reports.telling import Teller, Told

ON_TOWNS = "town"  # what a wording needs that is told of a town alone
WHERE = 3  # words before a state in which "operating in the" stands
THERE = 40  # characters from an act to the town where it is done: "arrivée lundi à la gare de"


def without_places(told: Told, found: Sides) -> Sides:
    """Without a town as who does it, but where people are held, sent away, received there; nor "*il* a frappé Odessa": a storm."""
    there = told.act.id in REMOVES or told.group.frame == "hosts"
    if told.group.frame == "meets" and told.group.needs == "person":  # "discusses *Sudan*": a topic
        found = replace(found, toward=tuple(m for m in found.toward if m.preposition or m.carrier or m.person))
    vague = {*(() if there else (TOWN,)), *(("pronoun",) if told.group.needs == ON_TOWNS else ())}
    return replace(found, by=tuple(m for m in found.by if m.how not in vague))


def of_a_group(toward: Actors, text: str, language: Language) -> bool:
    """ "A sanctionné un groupe *actif au Togo*", "sanctions on militants *operating in Mali*": where those are whom it befalls."""
    before = (low(text[: m.start]).split()[-WHERE:] for m in toward)
    return bool(toward) and all(
        m.preposition and not m.carrier and set(words) & set(language["located"])
        for m, words in zip(toward, before, strict=True)
    )


def only_at_a_town(told: Told, found: Sides, teller: Teller) -> bool:
    """ "Shells fell *on Ndiago*", "l'armée malienne a bombardé *Kidal*": a town of nobody else's, or of one's own, tells no other
    side."""
    own, force = {c for m in found.by for c in m.codes}, told.act.type == "ASSAULT"
    behind = (m for m in told.sentence.actors if m.how == TOWN and 0 <= m.start - told.mention.end <= THERE)
    there = [m for m in behind if (force and not m.preposition) or told.group.frame == "visits"]
    at_home = not found.toward and any(set(m.codes) <= own for m in there)
    alone = bool(found.toward) and found.toward[0].how == TOWN
    does = own - teller.blocs if force else own  # a strike "selon l'*ONU*"
    return at_home or (alone and not (does and _takes_him_there(told, found)))


def _takes_him_there(told: Told, found: Sides) -> bool:
    """ "Le ministre est arrivé *à Lyon*": an official's visit is to the state of the town, unless bodies of the world sit there; no
    ship's, no battalion's is."""
    official = told.mention.form == "verb" and any(m.carrier == "office" or m.how == "person" for m in found.by)
    return told.group.frame != "visits" or (official and not any(m.seat for m in found.toward))
