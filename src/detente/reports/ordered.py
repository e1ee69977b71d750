"""Who has something done: "*Conakry* ordered the crossing with Senegal shut", "*Kenya* had all imports of maize halted"."""

from detente.reports import pronouns
from detente.reports.scene import Actors, Scene, Sides, leads, officials

WIDE = 14  # words of the thing between the verb that orders and the participle


def told(scene: Scene) -> Sides | None:
    """Whoever gives the order does it; toward whom, of the thing or behind it. None where nothing is ordered so."""
    at = _order(scene)
    if at is None:
        return None
    by = officials(_subject(scene, at))
    own = {c for m in by for c in m.codes}
    others = [m for m in scene.sentence.actors if at < m.start < scene.clause[1] and not set(m.codes) & own]
    faced = [m for m in others if m.start < scene.act.head or scene.faces(m)]
    return Sides(by, scene.joined(faced[0], others) if faced else (), "order") if by else None


def _order(scene: Scene) -> int | None:
    """Where the verb stands that has the thing done, right before the thing; None where there is none."""
    act = scene.act
    if act.form != "verb" or act.tense != "past" or scene.group.frame != "acts":
        return None
    start = scene.sentence.start
    before = scene.text[start : act.head]
    words = before.split()[-WIDE:]
    found = [i for i, w in enumerate(words) if w.casefold() in scene.words("has_done")]
    thing = words[found[-1] + 1 :] if found else []
    if len(thing) < 2 or thing[0].casefold() not in scene.words("articles", "definite", "any") or _parted(scene, thing):
        return None
    return start + before.rindex(" " + " ".join([words[found[-1]], thing[0]])) if found else None


def _parted(scene: Scene, thing: list[str]) -> bool:
    """Whether a clause ends, or another verb begins, inside the thing."""
    small = scene.words("relative", "relative_objects", "infinitive", "and")
    return any(w[-1] in ",;:." or w.casefold() in small for w in thing[:-1])


def _subject(scene: Scene, at: int) -> Actors:
    """Who leads the sentence before the order; or whom the pronoun before it means."""
    lead = [m for m in scene.sentence.actors if m.end <= at + 1 and not m.preposition and not m.place and leads(m)]
    return scene.joined(lead[0], lead) if lead else pronouns.meant(scene, scene.clause[0])
