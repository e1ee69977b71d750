"""Who fell in what a noun tells, and in whose fire: "soldats *tués dans* une attaque béninoise", "killed *in* a Kenyan raid"."""

from detente.reports.scene import Actors, Scene
from detente.reports.spelling import low

INTO = 8  # words from "killed" to the noun: "tués dans la nuit de lundi à mardi par"


def victims(scene: Scene) -> Actors:
    """Those of whom a word of `fallen` is said before the noun, where one for "in" or "by" leads from it to the noun."""
    if not scene.kills or scene.act.form != "noun":
        return ()
    text, head = scene.text, scene.act.head
    start = max([scene.sentence.start, *(text.rfind(mark, scene.sentence.start, head) + 1 for mark in ";:")])
    before = [m for m in scene.sentence.actors if start <= m.start and m.end <= head and not m.place]
    for last in reversed(before):
        words = [w.strip(",") for w in low(text[last.end : head]).split()]
        at = max((i for i, w in enumerate(words) if w in scene.language["fallen"]), default=-1)
        if at >= 0:
            led = {*words[at + 1 :]} & scene.words("within", "passive_by")
            return (last,) if led and len(words) - at <= INTO else ()
    return ()


def under_fire(scene: Scene) -> Actors:
    """ "Killed in *a Sudanese drone* strike", "tués dans ces *tirs de l'armée béninoise*": whose force it is in which one falls."""
    if not (scene.kills and scene.passive):
        return ()
    end = scene.clause[1]
    into = scene.words("within")
    for m in scene.sentence.actors:
        if m.carrier == "force" and scene.act.head < m.start < end:
            words = scene.text[scene.act.head : m.start].casefold().split()
            fire = bool({*words} & {*scene.language["fire"]}) and bool({*words} & into)
            of_it = fire and (m.preposition in scene.words("links") or m.how == "adjective")
            return (m,) if m.preposition in into or of_it or {*words[-2:]} & into else ()
    return ()
