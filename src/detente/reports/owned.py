"""Whose a restriction is that a participle behind it tells of: "l'embargo *congolais*, décrété en juin"."""

from detente.reports.scene import CLOSE, Actors, Scene

OWNER = 3  # characters from a restriction to its adjective


def imposer(scene: Scene) -> Actors:
    """Whoever its adjective names; () where the participle has an agent, or stands on something else."""
    act, thing = scene.act, scene.instrument
    if act.form != "verb" or act.voice != "bare" or not scene.bars or thing is None or thing.end > act.head:
        return ()
    if scene.language["premodified"] or any(thing.end <= a.head < act.head for a in scene.sentence.acts):
        return ()
    behind = [m for m in scene.sentence.actors if m.end <= act.head and 0 <= m.start - thing.end <= OWNER]
    near = [m for m in behind if m.how == "adjective" and act.head - m.end <= CLOSE]
    near = [m for m in near if "," in scene.text[m.end : act.head]]
    agents = any(m.preposition in scene.language["passive_by"] for m in scene.sentence.actors if m.start > act.head)
    return tuple(near[:1]) if not agents else ()
