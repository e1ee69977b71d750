"""Whose a verb is that is joined to one of its own tense, where the parser hung it higher or lower: "when *A* cut ties and expelled"."""

from detente.model import ActMention, Argument
from detente.reports.scene import Actors, Scene, leads, officials


def subject(scene: Scene) -> Actors:
    """The subject of the verb before it that it is joined to; () where the parser gave it one of the same clause."""
    act, acts = scene.act, scene.sentence.acts
    if act.form != "verb" or act.voice != "active" or not (scene.language["premodified"] and _joined(scene)):
        return ()
    own = _subject(scene, scene.index)
    before = [i for i, a in enumerate(acts) if _alike(a, act) and a.head < act.head]
    first = next((s for i in reversed(before) if (s := _subject(scene, i)) and own and s.head != own.head), None)
    if own is None or first is None or not (_above(scene, own, first) or _below(scene, own, first)):
        return ()
    named = (m for m in scene.sentence.actors if first.start <= m.start and m.end <= first.end)
    return officials(m for m in named if not m.preposition and not m.place and leads(m))[:1]


def _alike(one: ActMention, other: ActMention) -> bool:
    return one.form == "verb" and one.voice == "active" and one.tense == other.tense


def _subject(scene: Scene, index: int) -> Argument | None:
    found = (a for a in scene.sentence.arguments if a.act == index and a.role == "subject")
    return next(found, None)


def _joined(scene: Scene) -> bool:
    """Whether a comma or "and" stands right before it."""
    before = scene.text[scene.sentence.start : scene.act.head].rstrip()
    return before.endswith(",") or before.rpartition(" ")[2].casefold() in scene.words("and")


def _above(scene: Scene, own: Argument, first: Argument) -> bool:
    """ "*Relations* are bad since Pakistan cut ties, *expelled*…": hung on the main clause, past where the inner one begins."""
    return any(own.head < at <= first.start for at in scene.sentence.breaks)


def _below(scene: Scene, own: Argument, first: Argument) -> bool:
    """ "Proposed that *talks* be resumed and *invited*": hung on a verb of the content, which is of another tense."""
    inner = {a.act for a in scene.sentence.arguments if a.head == own.head and 0 <= a.act != scene.index}
    other = (scene.sentence.acts[i] for i in inner)
    return own.start > first.head and any(a.tense != scene.act.tense for a in other)
