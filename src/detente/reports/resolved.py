"""Whose decision an infinitive is: "la décision *du Tchad* de rappeler…", "the decision *by Greece* to close…"."""

from detente.reports.scene import Actors, Scene, leads, officials
from detente.reports.spelling import low, low_words

LED = 4  # words before an actor in which the noun stands: "la décision unilatérale | du gouvernement"
OWNED = 5  # words from an owner to the infinitive: "'s surprise decision to"
APART = 2  # words from an actor to his infinitive: "de", "to immediately"


def doer(scene: Scene) -> Actors:
    """Who decides to do it; () where no such noun leads the infinitive."""
    act = scene.act
    if act.form != "verb" or act.tense != "infinitive" or act.voice != "active":
        return ()
    before = [m for m in scene.sentence.actors if m.end <= act.head and not m.place and leads(m)]
    if before and _owns(scene, before[-1].end):
        return officials(before[-1:])
    if not before or before[-1].preposition not in scene.words("links", "from", "coming", "passive_by"):
        return ()
    pool = tuple(m for m in scene.joined(before[-1], before) if m in before)
    return officials(pool) if _marked(scene, before[-1].end) and _resolves(scene, pool[0].start) else ()


def _owns(scene: Scene, end: int) -> bool:
    """ "Welcomed *Kenya's* decision to lift": in English the owner stands before the noun."""
    words = low(scene.text[end : scene.act.head]).split()
    owned = bool(scene.language["premodified"]) and words[:1] == ["'s"] and 1 < len(words) <= OWNED
    return owned and words[-1] in scene.words("infinitive") and words[-2] in scene.words("resolves")


def _marked(scene: Scene, start: int) -> bool:
    """Whether little but what marks an infinitive stands between: "de", "to", "not to"."""
    words = low_words(scene.text[start : scene.act.head])
    return 0 < len(words) <= APART and words[0] in scene.words("infinitive", "links", "articles", "from")


def _resolves(scene: Scene, start: int) -> bool:
    words = low_words(scene.text[scene.sentence.start : start])
    return any(w in scene.words("resolves") for w in words[-LED:])
