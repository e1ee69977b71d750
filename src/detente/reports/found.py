"""The sides that an act's own sentence gives: its own, and where it has no other one, that of what it is about."""

from dataclasses import replace

from detente.model import TOWN, Sentence
from detente.reports import against, elsewhere, housed, nouns, own_nationals, pronouns, sides
from detente.reports.here import Here
from detente.reports.scene import Actors, Scene, Sides, leads, officials
from detente.reports.telling import Teller, Told

CONDOLES = "condole"  # the act of those who mourn with another
STILL = frozenset({"hold", "lapse", "maintain"})  # effects of what is told of a measure, as its subject


def found_in(here: Here, told: Told, teller: Teller) -> Sides:
    """By the sentence: its own sides, and where it has no other side, that of what it is about."""
    scene = told.scene
    found = _told_of_itself(here, told, scene, teller)
    if not found.toward:
        found = replace(found, toward=_of_its_content(told, teller))
    if found.by and not found.toward and told.act.id == CONDOLES:
        found = replace(found, toward=_stricken(told, found))
    if found.by and not found.toward and told.act.type == "AID":
        found = replace(found, toward=_where_it_arrived(here, told, found, teller))
    found = own_nationals.told(scene, found)
    found = elsewhere.completed(scene, against.answered(told, here.text, found, teller))
    return housed.completed(scene, found)


def _told_of_itself(here: Here, told: Told, scene: Scene, teller: Teller) -> Sides:
    """Its own sides, or those of the measure that is its subject, or of whom its pronoun stands for."""
    found = sides.decide(scene)
    if told.mention.form == "phrase" and told.act.effect in STILL and not (found.by and found.toward):
        found = _owned(here, told, teller) or found
    if not found.by and here.before and not scene.passive and pronouns.subject(scene):
        found = replace(found, by=_led(here.before, found))  # "Then, abruptly, *it* relented"
    last = here.earlier(1)
    return pronouns.of_before(scene, found, last[0]) if last else found


def _owned(here: Here, told: Told, teller: Teller) -> Sides | None:
    """ "*Niger's* border *with Benin* remains shut": the sides of what stays or lapses, if it is named with both."""
    thing = told.instrument
    if thing is None or thing.again or thing.end > told.mention.head:
        return None
    own = nouns.standing(teller.alone(told.sentence, thing, here.text))
    return own if own.by and own.toward else None


def _led(before: Sentence, found: Sides) -> Actors:
    """Who led the sentence before, if it is not whom the act is done to."""
    toward = {c for m in found.toward for c in m.codes}
    free = [m for m in officials(before.actors) if not m.place and not m.preposition and leads(m)]
    return tuple(m for m in free[:1] if not set(m.codes) & toward)


def _of_its_content(told: Told, teller: Teller) -> Actors:
    """The other side of the act that this one governs."""
    content = next((i for i, a in enumerate(told.sentence.acts) if a.governor == told.index), None)
    if content is None:
        return ()
    about = replace(told, index=content, group=teller.entry(told.sentence.acts[content])[1])
    return sides.decide(about.scene).toward


def _stricken(told: Told, found: Sides) -> Actors:
    """ "Saddened by the floods *in Slovenia*, he offered his condolences": where it happened."""
    own = {c for m in found.by for c in m.codes if m.carrier}
    if not own:
        return ()  # "*fans in Canada* sent condolences"
    places = [m for m in told.sentence.actors if m.place and m.how in ("name", TOWN) and not set(m.codes) & own]
    return tuple(places[:1]) if len({m.codes for m in places}) == 1 else ()


def _where_it_arrived(here: Here, told: Told, found: Sides, teller: Teller) -> Actors:
    """ "Medicine donated by Kuwait *landed in Khartoum*": whom things that travel are for."""
    own = {c for m in found.by for c in m.codes}
    for index, act in enumerate(told.sentence.acts):
        other = teller.told(told.sentence, index, here.text)
        if index != told.index and act.form == "verb" and other.group.frame == "visits":
            reached = sides.decide(other.scene)
            if reached.toward and (not reached.by or {c for m in reached.by for c in m.codes} <= own):
                return tuple(m for m in reached.toward if not set(m.codes) & own)
    return ()
