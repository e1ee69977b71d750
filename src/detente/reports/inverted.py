"""A subject behind its verb, after what it said: "« … », *a fustigé la présidente*", "…, *accuse Kinshasa*"."""

from detente.model import ActorMention
from detente.reports.scene import Actors, Scene, leads
from detente.reports.spelling import low

BEHIND = 5  # characters from the verb to its subject: " the ", " l'"


def subject(scene: Scene) -> Actors:
    """Who stands right behind a verb that closes a quotation, or what is reported; () where nothing is inverted."""
    if scene.act.form != "verb" or scene.passive or scene.act.tense in ("infinitive", "gerund"):
        return ()
    near = [m for m in scene.sentence.actors if 0 <= m.start - scene.act.end <= BEHIND and _free(m)]
    return scene.joined(near[0], near) if near and _closes(scene, near[0]) else ()


def target(scene: Scene, by: Actors) -> Actors:
    """Of what is said, the one it speaks of: the first other actor before the verb."""
    if not by or by[0].start < scene.act.end:
        return ()
    own = {c for m in by for c in m.codes}
    said = [m for m in scene.sentence.actors if m.end <= scene.act.head and not set(m.codes) & own]
    first = next((m for m in said if not m.place), said[0] if said else None)
    return scene.joined(first, said) if first else ()


def _free(mention: ActorMention) -> bool:
    return not mention.preposition and not mention.place and leads(mention)


def _closes(scene: Scene, who: ActorMention) -> bool:
    """Whether the verb comes right after closing marks; or after a comma, with no subject of its own, to end the sentence."""
    marks = tuple(pair[1] for pair in scene.language.maps["speech"]["quotes"])
    before = scene.text[scene.sentence.start : scene.act.head].rstrip()
    words = before.split()
    small = {*scene.language.auxiliary("have"), *scene.language.auxiliary("be"), *scene.words("reflexive")}
    while words and low(words[-1]) in small:
        before = before[: before.rindex(words.pop())].rstrip()
    if before.rstrip(" ,").endswith(marks) and len(before) > 1:
        return True
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role in ("subject", "pronoun")]
    rest = scene.text[who.end : scene.sentence.end].strip()
    return before.endswith(",") and scene.sentence.parsed and not own and not rest.strip(".")
