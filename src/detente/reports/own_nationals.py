"""What a state tells its own nationals: it does so whose nationals they are, toward where they are to leave or not to go."""

from dataclasses import replace

from detente.model import ActorMention
from detente.reports.scene import Actors, Scene, Sides

NEXT = 60  # characters from the words to where they should not be: "to leave at once *Senegalese* territory"


def told(scene: Scene, found: Sides) -> Sides:
    """ "*L'appel à ses ressortissants* de quitter le territoire sénégalais": never toward the state whose they are."""
    own = next((m for m in scene.sentence.actors if _inside(scene, m, found)), None)
    if own is None or (found.by and own.how == "possessed"):
        return found  # "Togo holds up *its lorries*": somebody else's
    toward = tuple(m for m in found.toward if m.codes != own.codes)
    return replace(found, by=found.by or (own,), toward=toward or _next(scene, own))


def _inside(scene: Scene, mention: ActorMention, found: Sides) -> bool:
    """Whether "its nationals", or by name the people of whoever does it, are part of the wording of the act."""
    possessed = mention.how == "possessed" and mention.carrier == "nationals" and len(mention.codes) == 1
    named = mention.how == "people" and bool(found.by) and all(m.codes == mention.codes for m in found.by)
    return (possessed or named) and scene.act.start <= mention.start < scene.act.end


def _next(scene: Scene, own: ActorMention) -> Actors:
    behind = (m for m in scene.sentence.actors if own.end <= m.start <= scene.act.end + NEXT)
    return tuple(m for m in behind if m.codes != own.codes)[:1]
