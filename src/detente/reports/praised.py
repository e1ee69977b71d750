"""What another is thanked or blamed for: "thanked Qatar *for releasing* two sailors", "félicité Oslo *pour avoir accueilli*…"."""

from detente.reports.scene import Actors, Scene, officials
from detente.reports.spelling import low_words

NOT_FINITE = frozenset({"gerund", "infinitive", "perfect"})
LATER = 4  # words up to which "for" may stand behind whom one thanks: "thanked Turkey *this week* for"
LEFT = 3  # words from whom one thanks to what he did: "pour avoir"


def doer(scene: Scene) -> Actors:
    """Who did it: whom a verb before it has just named, right before "for"; () elsewhere."""
    act = scene.act
    if act.form != "verb" or act.tense not in NOT_FINITE or not scene.language["grounds"]:
        return ()
    near = [m for m in scene.sentence.actors if m.end <= act.head and not m.place]
    if not near or not any(a.form == "verb" and a.head < near[-1].start for a in scene.sentence.acts):
        return ()
    group = scene.joined(near[-1], near)
    words = low_words(scene.text[near[-1].end : act.head])
    small = {*scene.language.auxiliary("have"), *scene.language.auxiliary("be")}
    at = next((i for i, w in enumerate(words[:LATER]) if w in scene.language["grounds"]), LATER)
    led = at < LATER and len(words) - at <= LEFT
    return officials(group) if led and all(w in small for w in words[at + 1 :]) else ()


def sufferer(scene: Scene, by: Actors) -> Actors:
    """ "Criticised Mali for expelling *its* ambassador": whose thing it is, where the object is possessed: who thanks or blames."""
    words = scene.text[scene.act.end : scene.sentence.end].casefold().split()[:1]
    if not words or words[0] not in scene.words("possessives"):
        return ()
    own = {c for m in by for c in m.codes}
    led = [m for m in scene.sentence.actors if m.end <= scene.act.head and scene.free(m) and not set(m.codes) & own]
    return officials(scene.joined(led[0], led)) if led else ()
