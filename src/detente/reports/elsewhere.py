"""A side that stands elsewhere in the sentence than where its verb looks for it: in the measure that the sentence is about, in the
place where somebody is held or sent away from, in the shells that fall, in what is one's own."""

from collections.abc import Iterable
from dataclasses import replace

from detente.model import TOWN, ActMention, ActorMention
from detente.reports import nouns
from detente.reports.scene import EXPELS, REMOVES, TOUCHING, Actors, Scene, Sides, leads, officials
from detente.reports.spelling import low

OWNER = 2  # words from a measure to the state that it belongs to
POSSESSED = 2  # words from a verb to "its" on its object: "bombed *two of its*" is too far
WITHIN = 40  # characters from an act to what its place is of: "arrêté en juin dans un café | de Moscou"
AHEAD = 90  # characters from a move of troops to the state that it faces: two thirds of a line of print
BANS = "ban"  # the act of whoever keeps out: "le vin géorgien est interdit *en Russie*"
BORDERS = "border"  # what two share
BOTH = 2  # who share a border
BORDER = 12  # characters between a border and the state beyond it: "la frontière avec le "


def completed(scene: Scene, found: Sides) -> Sides:
    """`found`, with the side that it lacks where the sentence's other words tell it."""
    found = _without_borders(scene, found)
    if scene.group.frame == "leaves":
        return _left(scene, found)
    if scene.act.act == EXPELS and scene.act.form == "phrase" and not found.toward:
        found = replace(found, by=(), toward=found.by)  # "le chef de mission est *persona non grata* à Lima"
    if scene.act.form != "noun" and not (found.by and found.toward) and (thing := _measure(scene)):
        found = _with(found, _of_measure(scene, *thing))
    if scene.weighs and scene.act.form == "verb" and not found.toward:
        found = _decided(scene, found)
    if scene.weighs and scene.act.voice != "active":
        found = _on_its_side(scene, found)
    if found.toward and not found.by and (scene.act.act in {*REMOVES, BANS} or scene.group.frame == "hosts"):
        found = replace(found, by=_where(scene, found.toward))
    if scene.kills and not found.by:
        found = replace(found, by=_fired(scene, found.toward))
    if scene.kills and found.by and not found.toward:
        found = replace(found, toward=_of_its_object(scene, found.by))
    if (scene.compels or scene.act.act == EXPELS) and not found.toward:
        found = replace(found, toward=_own(scene, found.by))
    return _moved(scene, found) if scene.moves else found


def _with(found: Sides, other: Sides) -> Sides:
    """`found` filled from `other`, no state on both sides; `other` where it has both."""
    if other.by and other.toward and not found.by:
        return replace(other, toward=_apart(other.toward, other.by))
    by = found.by or _apart(other.by, found.toward)
    return Sides(by, found.toward or _apart(other.toward, by), found.witness or other.witness)


def _apart(some: Iterable[ActorMention], others: Iterable[ActorMention]) -> Actors:
    codes = {c for m in others for c in m.codes}
    return tuple(m for m in some if not set(m.codes) & codes)


# -- a measure as subject
def _measure(scene: Scene) -> tuple[int, int] | None:
    """ "*La surtaxe* prendra effet", "*its border posts* will be shut": what the act works on, where nobody does it."""
    if not (scene.weighs or scene.kills):
        return None
    thing, roles = scene.instrument, ("subject", "passive_subject")
    heads = [a.head for a in scene.sentence.arguments if a.act == scene.index and a.role in roles]
    if thing is not None and thing.end <= scene.act.head and scene.group.needs != "target":
        own = any(thing.start <= head < thing.end for head in heads)
        return (thing.start, thing.end) if scene.act.form == "phrase" or scene.passive or own else None
    if not scene.passive or not heads or heads[0] > scene.act.head:
        return None
    end = heads[0] + len(scene.text[heads[0] :].split(maxsplit=1)[0])
    return None if any(m.start <= heads[0] < m.end for m in scene.sentence.actors) else (heads[0], end)


def _of_measure(scene: Scene, start: int, end: int) -> Sides:
    """Whose the measure is, and on whom it weighs: "les *droits américains* sur *le café brésilien*"."""
    noun = ActMention(start, end, start, scene.act.act, 0, "noun", "", "bare")
    breaks = tuple(b for b in scene.sentence.breaks if not end <= b < scene.act.head)
    sentence = replace(scene.sentence, acts=(noun,), breaks=(*breaks, scene.act.head))
    group = replace(scene.group, of="by", frame="acts")
    told = nouns.standing(replace(scene, sentence=sentence, index=0, group=group, instrument=None))
    mine = [m for m in scene.sentence.actors if m.start < end and start < m.end]
    own = tuple(m for m in mine if m.how == "possessed")
    by = own or tuple(m for m in told.by if m.how != "people" and m.carrier != "nationals")
    toward = told.toward or tuple(m for m in told.by if m.how == "people")
    return Sides(by, toward, "order")


def _decided(scene: Scene, found: Sides) -> Sides:
    """ "La frontière entre A et B est fermée *sur décision de B*", "reopened *on the Benin side*": one of the two did it."""
    if len(found.by) != len({c for m in found.by for c in m.codes}) or len(found.by) != BOTH:
        return found
    does = {c for m in scene.sentence.actors for c in m.codes if _decides(scene, m)}
    by = tuple(m for m in found.by if set(m.codes) & does)
    return Sides(by, tuple(m for m in found.by if m not in by), found.witness) if len(by) == 1 else found


def _on_its_side(scene: Scene, found: Sides) -> Sides:
    """ "La frontière avec le Tchad reste fermée *du côté nigérien*": of what two share, on whose side it is shut, he shuts it."""
    if scene.instrument is None or scene.instrument.instrument != BORDERS:
        return found
    by = tuple(m for m in scene.sentence.actors if _decides(scene, m))
    if len({m.codes for m in by}) != 1:
        return found
    return Sides(by[:1], _apart((*found.by, *found.toward), by), found.witness or "order")


def _decides(scene: Scene, mention: ActorMention) -> bool:
    before = " " + low(scene.text[scene.sentence.start : mention.start]).rstrip()
    behind = low(scene.text[mention.end : scene.sentence.end])
    for owning in scene.language["premodified"]:
        behind = behind.replace(owning, " ")
    led = before.endswith(tuple(f" {w.casefold()}" for w in scene.language["deciding"]))
    own = (
        low(scene.text[mention.start : mention.end]).split()[-1:] if mention.preposition else []
    )  # "on *the Kenyan side*"
    return led or any(w.strip(",.;") in scene.words("siding") for w in (*own, *behind.split()[:1]))


# -- people where they are
def _where(scene: Scene, toward: Actors) -> Actors:
    """ "Arrêté en juin dans un café *de Moscou*", "persona non grata *à Lima*": the one other state that is only a place."""
    held = {c for m in toward for c in m.codes}
    free = [
        m for m in scene.sentence.actors if m.how in ("name", "capital", "seat", "posting", TOWN) and m.carrier is None
    ]
    near = [m for m in free if not set(m.codes) & held and _is_where(scene, m) and not _of_another(scene, m)]
    codes = {m.codes for m in near}
    return tuple(near[:1]) if len(codes) == 1 and (scene.passive or scene.act.form != "verb") else ()


def _of_another(scene: Scene, mention: ActorMention) -> bool:
    """ "Les restrictions *imposées à la Guinée*, ainsi que l'interdiction faite aux Maliens", "reproche *à la France* de…": whom
    another act is done to, though it stands as a place."""
    ruled = (a for a in scene.sentence.acts if a is not scene.act and 0 <= mention.start - a.end <= TOUCHING)
    if any(
        scene.text[a.head : a.end].casefold().endswith(tuple(f" {w}" for w in scene.words("toward"))) for a in ruled
    ):
        return True
    others = (a for a in scene.sentence.arguments if a.act >= 0 and a.act != scene.index and a.role == "oblique")
    others = (a for a in others if scene.sentence.acts[a.act].voice == "bare" and a.end <= scene.act.head)
    return any(a.start <= mention.start and mention.end <= a.end for a in others)


def _is_where(scene: Scene, mention: ActorMention) -> bool:
    """ "En Russie", "in the café *of Moscow*" right behind; not "on *a U.S.* warrant"."""
    words = low(scene.text[scene.sentence.start : mention.start]).split()
    before, rest = words[-1:], " ".join(words[:-1] if words[-1:] and words[-1] in scene.words("definite") else words)
    if rest.endswith(tuple(w for w in scene.words("toward") if " " in w)):
        return False  # "expulsé *face à* la France"
    led = bool(before) and before[0] in {mention.preposition, *scene.words("definite", "links", "within")}
    near = 0 <= mention.start - scene.act.end <= WITHIN and mention.preposition in scene.words("links", "from")
    return led and (mention.place or near or (mention.how == "seat" and mention.preposition in scene.words("within")))


# -- what is fired
def _fired(scene: Scene, toward: Actors) -> Actors:
    """ "A barrage of *Sudanese* shells hit", "des obus tirés *depuis le territoire thaïlandais*": whose it is, or where from."""
    before = [m for m in scene.sentence.actors if scene.clause[0] <= m.start and m.end <= scene.act.head]
    ways = scene.words("links", "from", "coming", "within")
    arms = [
        m
        for m in before
        if m.preposition in ways and (m.carrier == "force" or m.preposition not in scene.words("links"))
    ]
    return _apart(arms[:1], toward) if not scene.passive else ()


def _of_its_object(scene: Scene, by: Actors) -> Actors:
    """ "Struck three sites linked to *Syria's* arsenal": whose is what is hit, the one other state that the object names."""
    objects = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "object"]
    inside = [m for a in objects for m in scene.sentence.actors if a.start <= m.start < a.end]
    owners = [m for m in inside if nouns.is_owner(scene, m)]
    others = _apart(owners, by)
    return others[:1] if scene.act.form == "verb" and len({m.codes for m in others}) == 1 else ()


def _own(scene: Scene, by: Actors) -> Actors:
    """ "Kabul said Pakistan had bombed *its* territory", "accused by Burundi of abducting three of *its soldiers*": whoever says so."""
    words = low(scene.text[scene.act.end : scene.sentence.end]).split()[:POSSESSED]
    codes = {c for m in by for c in m.codes}
    mine = [
        m for m in scene.sentence.actors if m.how == "possessed" and m.start >= scene.act.end and set(m.codes) & codes
    ]
    if not by or not (mine or set(words) & scene.words("possessives")):
        return ()
    told = [
        m
        for m in scene.sentence.actors
        if m.end <= scene.act.head and leads(m) and not m.place and not set(m.codes) & codes
    ]
    agents = [m for m in told if m.preposition in scene.language["passive_by"]]
    sent = scene.act.act == EXPELS  # "Estonia did so after Moscow expelled *its* ambassador"
    return tuple((agents or [m for m in told if not m.preposition])[:1]) if sent or _said(scene) else ()


def _said(scene: Scene) -> bool:
    """Whether somebody says it: behind a verb of saying, or of accusing."""
    cues = [c for c in scene.sentence.speech if c.start < scene.act.head]
    return bool(cues) or any(c.kind == "alleged" and c.start < scene.act.head for c in scene.sentence.cues)


# -- troops
def _moved(scene: Scene, found: Sides) -> Sides:
    """Troops that move: whose they are, and the one other state that the clause names behind them."""
    own = found.by
    if not own and scene.act.voice == "passive":
        own = officials(m for m in scene.sentence.actors if m.carrier == "force" and m.end <= scene.act.head)[:1]
    codes = {c for m in own for c in m.codes}
    toward = _apart(found.toward, own)
    if own and not toward:
        behind = [
            m for m in scene.sentence.actors if 0 < m.start - scene.act.head <= AHEAD and not set(m.codes) & codes
        ]
        toward = tuple(behind[:1]) if len({m.codes for m in behind}) == 1 else ()
    return Sides(own, toward, found.witness or "order")


def _left(scene: Scene, found: Sides) -> Sides:
    """ "A rapatrié ses *casques bleus* de RDC": forces are nowhere to leave; the one other state of the sentence is."""
    if not found.by or scene.instrument is None:
        return found
    codes = {c for m in found.by for c in m.codes}
    toward = tuple(m for m in found.toward if m.how != "force")
    if not toward:
        behind = [m for m in scene.sentence.actors if m.start >= scene.act.end and not set(m.codes) & codes]
        others = [m for m in behind if m.how != "force" and (m.carrier or m.preposition not in scene.words("toward"))]
        toward = tuple(others[:1]) if len({m.codes for m in others}) == 1 else ()
    return replace(found, toward=toward)


# -- where it happens
def _without_borders(scene: Scene, found: Sides) -> Sides:
    """ "Killed thirty fighters near *the border with Niger*": the state beyond the border is only where."""
    if not scene.kills:
        return found
    by, toward = (tuple(m for m in side if not _bounds(scene, m)) for side in (found.by, found.toward))
    return Sides(by, toward, found.witness)


def _bounds(scene: Scene, mention: ActorMention) -> bool:
    """Whether a border has this state's name: "la frontière camerounaise", "the border with Niger", "the Chad-Cameroon border"."""
    if mention.carrier is not None or mention.how not in ("adjective", "name"):
        return False
    limits = scene.words("limits")
    behind = scene.text[mention.end : mention.end + BORDER].casefold().split()[:1]
    before = low(scene.text[max(0, mention.start - 2 * BORDER) : mention.start]).split()[-OWNER - 1 :]
    premodified = (
        bool(scene.language["premodified"])
        and bool(mention.preposition)
        and bool({w.strip(",.;") for w in behind} & limits)
    )
    return premodified or bool(set(before) & limits)
