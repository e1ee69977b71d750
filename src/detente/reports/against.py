"""Whom a word is against, where the sentence says so only by what the word is about: an act judged, an offer refused, an "if"."""

from collections.abc import Iterable
from dataclasses import replace

from detente.model import ActorMention
from detente.reports import nouns, strangers
from detente.reports.parties import codes
from detente.reports.scene import HOLDS, Actors, Sides, leads
from detente.reports.telling import FORCE, Teller, Told
from detente.reports.threats import threatened

JUDGES = frozenset({"ACCUSE", "SUPPORT"})  # types whose object may be what another did
AGAINST = frozenset({"ACCUSE", "REQUEST", "THREATEN", "CONCEDE"})  # types told to a forum about another
REFUSES = frozenset({"ACCUSE", "REJECT"})  # types whose object may be what another said or offered
HELD = 50  # characters from an arrest to where it was made
TOUCHING = 6  # characters from "invasion of" to the state that undergoes it
BARE = 3  # words between a verb and whom it is against, "contre" among them, where the verb has no other object
IF = 40  # characters from an "if" to its subject


def answered(told: Told, text: str, found: Sides, teller: Teller) -> Sides:
    """The sides of an act, its other side filled from what the act is about; a forum left out."""
    ways = (_whose_act, _who_must, _whose_wish)
    befell = victims(told, text, found, teller)
    free = tuple(m for m in found.toward if not set(m.codes) & befell)
    toward = (
        _not_undergone(told, free)
        or (befell and _blamed(told, befell))
        or next((by for way in ways if (by := way(told, text, found, teller))), ())
    )
    return replace(found, toward=_no_forum(told, replace(found, toward=toward), teller))


def victims(told: Told, text: str, found: Sides, teller: Teller) -> frozenset[str]:
    """ "A condamné *l'attaque contre l'ambassade turque*", "déplore l'arrestation de *deux diplomates togolais*": whom the harm
    that is judged befell, where nobody is said to have done it: the blame is not theirs."""
    act = told.mention
    if told.act.type != "ACCUSE" or act.form != "verb" or act.voice != "active" or told.scene.passive:
        return frozenset()
    end = _end(told)
    near = [m for m in told.sentence.actors if act.end <= m.start < end]
    if any(m.preposition in teller.language["passive_by"] for m in near):
        return frozenset()
    noun = next((i for i, a in enumerate(told.sentence.acts) if a.form == "noun" and act.end <= a.head < end), None)
    judged = teller.told(told.sentence, noun, text) if noun is not None else None
    harmed: Actors = tuple(m for m in near if m.preposition in teller.language["against"] and _of_a_noun(told, text, m))
    if judged and judged.act.type in FORCE:
        sides = nouns.standing(judged.scene)
        if strangers.concerned(judged, text, teller.language):
            harmed = (*harmed, *sides.by, *sides.toward)  # "l'attaque *de l'ambassade turque* par des manifestants"
        else:
            undergone = (m for m in sides.toward if m.carrier or m in harmed)  # "un raid *de l'Éthiopie*" is hers
            harmed = () if sides.by or _holder(judged, teller) else (*harmed, *undergone)
    if any(m.how == "adjective" and m.start < h.start for m in near for h in harmed):
        return frozenset()  # "les frappes *israéliennes* contre l'Iran"
    return frozenset(codes(harmed)) - set(codes(found.by))


def _blamed(told: Told, befell: frozenset[str]) -> Actors:
    """ "A critiqué *la Tunisie* pour ses attaques contre la Libye": who is blamed by name stands right behind the verb."""
    near = (m for m in told.sentence.actors if 0 <= m.start - told.mention.end <= TOUCHING and not m.preposition)
    return tuple(m for m in near if not set(m.codes) & befell)[:1]


def _of_a_noun(told: Told, text: str, mention: ActorMention) -> bool:
    """Whether an object stands between the verb and "against": not "a protesté mardi contre Tunis"."""
    return len(text[told.mention.end : mention.start].split()) > BARE


def _not_undergone(told: Told, toward: Actors) -> Actors:
    """Without the victim: "condemned the invasion *of Ukraine*" is not against Ukraine."""
    if told.act.type != "ACCUSE":
        return toward
    befell = [c.end for c in told.sentence.cues if c.kind == "undergone" and c.start >= told.mention.head]
    return tuple(m for m in toward if not any(0 <= m.start - end <= TOUCHING for end in befell))


def _whose_act(told: Told, text: str, found: Sides, teller: Teller) -> Actors:
    """ "A condamné la violation de son espace aérien *par un drone russe*": who does what is judged."""
    end = _end(told)
    for index, act in enumerate(told.sentence.acts if told.act.type in JUDGES else ()):
        if told.mention.end <= act.head < end:
            if act.form != "noun":
                return ()
            judged = teller.told(told.sentence, index, text)
            return _not_own(found, nouns.standing(judged.scene).by or _holder(judged, teller))
    return ()


def _holder(judged: Told, teller: Teller) -> Actors:
    """ "A condamné l'arrestation de deux Français *à Téhéran*": who is held somewhere is held by whose place it is."""
    near = (m for m in judged.sentence.actors if 0 <= m.start - judged.mention.end <= HELD)
    where = (m for m in near if m.place and m.preposition in teller.language["within"])
    return tuple(where)[:1] if judged.act.id in HOLDS else ()


def _who_must(told: Told, text: str, found: Sides, teller: Teller) -> Actors:
    """ "Will answer if *Washington* delivers the arms": a threat is to the one on whom it hangs."""
    act, type_ = told.mention, teller.type_of(told) or ""
    threat = told.act.type == "THREATEN" or threatened(told.sentence, act, type_)
    if act.form == "noun" or not found.by or not threat:
        return ()
    ifs = [c.start for c in told.sentence.cues if c.kind == "condition"]
    free = (m for m in told.sentence.actors if not (m.place or m.preposition) and leads(m))
    return _not_own(found, (m for m in free if any(0 <= m.start - at <= IF for at in ifs)))[:1]


def _whose_wish(told: Told, text: str, found: Sides, teller: Teller) -> Actors:
    """ "Ruled out the terms *put forward by Moscow*": who said or offered what an active verb turns down."""
    if told.act.type not in REFUSES or told.mention.form != "verb" or told.scene.passive:
        return ()
    behind = (m for m in told.sentence.actors if told.mention.end <= m.start < _end(told))
    return _not_own(found, (m for m in behind if m.preposition in teller.language["passive_by"]))[:1]


def _no_forum(told: Told, found: Sides, teller: Teller) -> Actors:
    """ "Saisir la CIJ contre le Laos", "at the Security Council": where one turns to is not whom it is against."""
    type_, courts, blocs = told.act.type, teller.courts, teller.blocs
    if type_ not in AGAINST:
        return found.toward
    if told.act.instrument == "court-case":
        courts = blocs
    if sued := _sued(told, found, teller):
        return sued
    others = [m for m in told.sentence.actors if not set(m.codes) <= blocs and m not in found.by]
    if about := _about(told, found, others, teller):
        return about
    state = any(m in others for m in found.toward)
    forums = blocs if state else courts if others or told.act.instrument else frozenset()
    within = {*teller.language["within"], *teller.language["ruling"], *teller.language["toward"]}
    left = (m for m in found.toward if set(m.codes) <= forums)
    out = [m for m in left if set(m.codes) <= courts or m.preposition in within]
    return tuple(m for m in found.toward if m not in out)


def _sued(told: Told, found: Sides, teller: Teller) -> Actors:
    """ "A porté plainte devant l'OMC *contre l'Union européenne*": whom a complaint is against, an organisation as well."""
    forum = set(codes(found.toward))
    if told.act.type != "ACCUSE" or not forum <= teller.blocs or not (forum or told.act.instrument == "court-case"):
        return ()
    behind = (m for m in told.sentence.actors if told.mention.head < m.start < _end(told))
    return _not_own(found, (m for m in behind if m.preposition in teller.language["against"]))[:1]


def _about(told: Told, found: Sides, others: list[ActorMention], teller: Teller) -> Actors:
    """ "Complained to the Security Council about *Turkish* raids": told to an organisation, of the state behind it."""
    forum = found.toward[-1] if found.toward else None
    if told.act.type != "ACCUSE" or forum is None or not set(codes(found.toward)) <= teller.blocs:
        return ()
    if forum.preposition not in teller.language["toward"]:
        return ()
    return _not_own(found, (m for m in others if m.start > forum.end and not m.place))[:1]


def _end(told: Told) -> int:
    return min([b for b in told.sentence.breaks if b >= told.mention.end], default=told.sentence.end)


def _not_own(found: Sides, mentions: Iterable[ActorMention]) -> Actors:
    """Without who does it."""
    own = set(codes(found.by))
    return tuple(m for m in mentions if not set(m.codes) & own)
