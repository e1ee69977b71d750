"""Whose decision an infinitive is: "la décision *du Tchad* de rappeler…", "the decision *by Greece* to close…"."""

from detente.reports.scene import Actors, Scene, leads, officials

LED = 4  # words before an actor in which the noun stands: "la décision unilatérale | du gouvernement"
APART = 2  # words from an actor to his infinitive: "de", "to immediately"


def doer(scene: Scene) -> Actors:
    """Who decides to do it; () where no such noun leads the infinitive."""
    act = scene.act
    if act.form != "verb" or act.tense != "infinitive" or act.voice != "active":
        return ()
    before = [m for m in scene.sentence.actors if m.end <= act.head and not m.place and leads(m)]
    if not before or before[-1].preposition not in scene.words("links", "from", "coming", "passive_by"):
        return ()
    pool = tuple(m for m in scene.joined(before[-1], before) if m in before)
    return officials(pool) if _marked(scene, before[-1].end) and _resolves(scene, pool[0].start) else ()


def _marked(scene: Scene, start: int) -> bool:
    """Whether little but what marks an infinitive stands between: "de", "to", "not to"."""
    words = scene.text[start : scene.act.head].casefold().replace("’", "'").replace("'", "' ").split()
    return 0 < len(words) <= APART and words[0] in scene.words("infinitive", "links", "articles", "from")


def _resolves(scene: Scene, start: int) -> bool:
    words = scene.text[scene.sentence.start : start].casefold().replace("’", "'").replace("'", "' ").split()
    return any(w in scene.words("resolves") for w in words[-LED:])
