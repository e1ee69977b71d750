"""A participle that opens its sentence: "*Sommé par Washington* de choisir, le Panama…", "*Urged by Oslo* to act, Chad…"."""

from detente.reports.scene import HOLDS, Actors, Scene, officials
from detente.reports.spelling import low_words

BEFORE = 2  # words before it: "Longtemps accusé", "Also accused"


def agents(scene: Scene) -> Actors:
    """Who does it: behind "par", before the comma."""
    by = scene.language["passive_by"]
    near = [m for m in scene.sentence.actors if scene.act.head < m.start and m.preposition in by and not m.place]
    return officials(scene.joined(near[0], near)) if near else ()


def holder(scene: Scene) -> Actors:
    """ "*Retenus* depuis dix jours *au Burkina Faso*, les soldats nigérians…": the state where somebody is held, before the comma."""
    if scene.act.act not in HOLDS:
        return ()
    comma = scene.text.find(",", scene.act.end, scene.sentence.end)
    near = [m for m in scene.sentence.actors if scene.act.head < m.start < comma and m.how in ("name", "capital")]
    return tuple(m for m in near if m.place and m.preposition in scene.words("within"))[:1]


def patient(scene: Scene) -> Actors:
    """To whom it is done: who leads the clause behind the comma; () where the act is no such participle with its agent."""
    act = scene.act
    opens = len(scene.text[scene.sentence.start : act.head].split()) <= BEFORE
    held = act.form == "phrase" and act.act in HOLDS  # "*Détenu à Bamako*, un diplomate…"
    if not (act.form == "verb" or held) or act.voice != "bare" or scene.group.frame != "acts" or not opens:
        return ()
    by = agents(scene) or holder(scene)
    comma = scene.text.find(",", by[-1].end, scene.sentence.end) if by else -1
    if comma < 0:
        return ()
    behind = [
        m for m in scene.sentence.actors if m.start > comma and not set(m.codes) & {c for b in by for c in b.codes}
    ]
    lead = next((m for m in behind if scene.free(m)), None)
    if lead is None or not _begins(scene, comma + 1, lead.start):
        return ()
    return officials(scene.joined(lead, behind))


def _begins(scene: Scene, start: int, at: int) -> bool:
    """Whether nothing but an article stands between a comma and who leads the clause."""
    words = low_words(scene.text[start:at])
    return all(word in scene.words("articles", "definite", "possessives") for word in words)
