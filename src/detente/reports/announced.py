"""Whose a measure is that a passive announces: "*The minister* said all crossings would be closed"."""

from detente.model import ActorMention
from detente.reports.scene import SAYING, Actors, Scene, leads

SAID = 44  # characters from who says it to his verb, with his name between: "le ministre malien des Affaires étrangères a dit"
TO_COME = frozenset({"future", "reported-future"})  # kinds of cue of what is yet to be done
LATER = frozenset({"future", "hearsay", "conditional"})  # tenses of "sera", "serait", behind who says so


def doer(scene: Scene) -> Actors:
    """Who says that it will be done, or is being done, where nobody else stands between; () otherwise."""
    if scene.act.form != "verb" or not (_measures(scene) and scene.passive and _ahead(scene)) or scene.departs:
        return ()
    if any(a.role == "agent" and a.act == scene.index for a in scene.sentence.arguments):
        return ()
    for said in reversed([c for c in scene.sentence.speech if c.kind in SAYING and c.end <= scene.act.head]):
        before = [m for m in scene.sentence.actors if m.end <= said.start and _speaks(m)]
        between = (m for m in scene.sentence.actors if said.end <= m.start < scene.act.head and not m.place)
        near = [m for m in before if said.start - m.end <= SAID][-1:]
        if near and all(set(m.codes) <= set(near[0].codes) for m in between):
            return tuple(near)
    return ()


def _measures(scene: Scene) -> bool:
    """Whether it is a measure, and no force: who says that he will be struck strikes nobody."""
    return (scene.weighs or scene.harms or scene.instrument is not None) and not (scene.kills or scene.compels)


def _speaks(mention: ActorMention) -> bool:
    return not mention.preposition and not mention.place and leads(mention) and mention.carrier != "nationals"


def _ahead(scene: Scene) -> bool:
    """ "Would be closed", "were being downgraded": to come, or going on."""
    start, end = scene.clause[0], scene.act.head
    coming = any(c.kind in TO_COME and start <= c.start < end for c in scene.sentence.cues)
    return coming or scene.act.tense in LATER or (scene.act.tense == "gerund" and scene.act.voice == "passive")
