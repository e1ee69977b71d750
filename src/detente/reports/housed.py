"""A side told by the house that an act is about: whose the jail is, where the embassy stands that is closed, the envoy's post."""

from dataclasses import replace

from detente.model import ActorMention
from detente.reports.scene import HOLDS, TOUCHING, Scene, Sides

NAMED = frozenset({"name", "capital"})  # ways of naming a state by which its place is told
RIGHT_BEHIND = 8  # characters from an embassy to where it stands: " in the "


def completed(scene: Scene, found: Sides) -> Sides:
    """`found`, with the side that it lacks where the house in question tells it."""
    if scene.act.act in HOLDS and scene.act.form == "phrase":
        return _jailed(scene, found)
    if found.by and not found.toward and (there := _post(scene)):
        own = {c for m in found.by for c in m.codes}
        return found if set(there.codes) & own else replace(found, toward=(there,))
    return found


def _jailed(scene: Scene, found: Sides) -> Sides:
    """ "A Filipino engineer is *still in an Eritrean jail*": whose the jail is holds whoever leads the clause."""
    inside = [m for m in scene.sentence.actors if scene.act.head < m.start < scene.act.end and m.how == "adjective"]
    own = {c for m in inside for c in m.codes}
    before = [m for m in scene.sentence.actors if scene.clause[0] <= m.start and m.end <= scene.act.head]
    held = tuple(m for m in before if not m.place and not set(m.codes) & own)[:1]
    return replace(found, by=tuple(inside[:1]), toward=held, witness="order") if inside and held else found


def _post(scene: Scene) -> ActorMention | None:
    """ "Is shutting its *embassy in Kabul*", "its ambassador *is back in Madrid*": the state in which it stands."""
    start = _behind_the_post(scene)
    if start is None:
        return None
    near = (m for m in scene.sentence.actors if 0 <= m.start - start <= RIGHT_BEHIND and m.place and m.how in NAMED)
    return next((m for m in near if m.preposition in scene.words("within")), None)


def _behind_the_post(scene: Scene) -> int | None:
    """Where the words end that name the post."""
    if scene.group.frame == "recalls" and scene.act.form == "phrase":
        return scene.act.end - TOUCHING // 2
    thing = scene.instrument
    last = scene.text[thing.start : thing.end].casefold().rsplit(maxsplit=1)[-1] if thing else ""
    return thing.end if thing and last in scene.words("envoys") else None
