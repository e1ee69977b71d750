"""Whether an act whose sentence leaves a side out has it in words that name no side of a relation.

"Combat *les rebelles*", "pledged to support *island nations*", "backs *the M23*", "a meeting *of the cabinet*": it is done to
somebody, or with somebody, so the page's other actor is not the one who is left out.
"""

import re
from collections.abc import Collection
from itertools import pairwise

from detente.reports.scene import CLOSE, Scene
from detente.reports.spelling import low, low_words

OBJECT = 5  # words behind a verb that its object takes: "small Pacific island nations"
REACH = 50  # characters of them
ENDS = ".,;:«»“”"  # they close an object
NEAR = 12  # characters from an act to "with"
SUPPORTS = "support"  # the act of who stands by somebody, his own people perhaps
OWN = 5  # characters from a verb to its object: " à "
BEFORE = 4  # words before a meeting that may say whose it is: "the National Security Committee (NSC) meeting"
_INITIALS = re.compile(r"[A-Z]{2,}[\w-]*|[A-Z]\d+")  # "RED-Tabara", "M23", "FDLR"


def is_meant(scene: Scene) -> bool:
    """Whether the act has a side of which nothing can be said."""
    return to_nobody(scene) or of_others(scene) or gathers(scene) or _of_initials(scene)


def of_others(scene: Scene) -> bool:
    """ "Pledged to support *island nations*", "talks *with the grain industry*": done to somebody, who is none of the two."""
    if (scene.group.frame == "meets" or (scene.harms and _ends_in_with(scene))) and with_somebody(scene):
        return True
    if scene.act.form != "verb":
        return False
    elsewhere = {w.casefold() for w in scene.words("elsewhere")}
    inside = scene.text[scene.act.head : scene.act.end].casefold().split()
    owned = any(one in scene.words("possessives") and other in elsewhere for one, other in pairwise(inside))
    if owned and not any(m.start > scene.act.head for m in scene.sentence.actors if m.start < scene.act.end):
        return True  # "called on *its partners* to"
    return not _taken(scene) and any(w.casefold() in elsewhere for w in _behind(scene))


def does_it(scene: Scene) -> bool:
    """ "*Rebels* attacked a post in the north of Niger": who leads an active verb acts for no state."""
    if scene.act.form != "verb" or scene.passive:
        return False
    at = scene.clause[0]
    named = any(at <= m.start < scene.act.head for m in scene.sentence.actors)
    words = low_words(scene.text[at : scene.act.head])
    return not named and any(w.startswith(tuple(scene.language["strangers"])) for w in words)


def _ends_in_with(scene: Scene) -> bool:
    """ "A coupé les ponts *avec* son voisin": a wording that waits for whom it is done with."""
    return scene.act.form == "verb" and scene.wording.rsplit(maxsplit=1)[-1].casefold() in scene.words("with")


def gathers(scene: Scene) -> bool:
    """ "A *trilateral* meeting", "le *sommet* tenu à Sotchi", "a meeting *of the cabinet*": of many, or of one's own."""
    if scene.group.frame != "meets":
        return False
    before = scene.text[scene.sentence.start : scene.act.head].split()[-BEFORE:]
    wording = scene.text[scene.act.head : scene.act.end].casefold().split()
    if scene.words("of_two") & {*wording}:
        return False  # "une session de la commission *mixte*"
    words = [*before, *wording, *_behind(scene)]
    return any(w.strip("“”\"'()").casefold().startswith(tuple(scene.words("gathering"))) for w in words)


def _of_initials(scene: Scene) -> bool:
    """ "Finance *les RED-Tabara*", "supporting *M23*": done to whoever has no state, by the initials that are his name."""
    if scene.act.form != "verb" or scene.passive or _taken(scene):
        return False
    return any(_INITIALS.fullmatch(w.strip("“”\"'()")) for w in _behind(scene))


def with_somebody(scene: Scene) -> bool:
    """Whether "with" or "between" leads from the act to words that name no actor at all."""
    words = scene.text[scene.act.head : scene.act.end + NEAR].casefold().split()
    wording = scene.text[scene.act.head : scene.act.end].split()
    ruled = {*words[len(wording) - 1 : len(wording) + 1]} & scene.words("with", "between")
    return bool(ruled) and not any(scene.act.head < m.start < scene.act.end + REACH for m in scene.sentence.actors)


def one_s_own(scene: Scene) -> bool:
    """ "Elle invite *ses étudiants* à partir": what is done to one's own people is done to nobody else."""
    traded = {
        k for i in scene.sentence.instruments for k in range(i.start, i.end)
    }  # "suspended *its exports*" is done to buyers
    own = (
        m for m in scene.sentence.actors if m.how == "possessed" and m.carrier == "nationals" and m.start not in traded
    )
    words = [w.casefold() for w in _behind(scene)] if scene.act.act == SUPPORTS else []
    mine, envoys = scene.words("possessives"), scene.words("envoys")
    envoy = any(one in mine and other in envoys for one, other in pairwise(words))  # "soutien à *son représentant*"
    return envoy or any(scene.act.head < m.start <= scene.act.end + OWN for m in own)


def of_its_own(scene: Scene, own: Collection[str]) -> bool:
    """ "*China* defends *China's* territory": what one does for a thing of one's own is done toward nobody; measures apart."""
    if scene.weighs or scene.bars or scene.passive:
        return False
    objects = [
        a for a in scene.sentence.arguments if a.act == scene.index and a.role == "object" and a.start > scene.act.head
    ]
    named = (m for a in objects for m in scene.sentence.actors if a.start <= m.start < a.head and not m.place)
    named = (m for m in named if m.how == "person" or m.start >= scene.act.end)
    return any(m.how in ("name", "capital", "adjective", "person") and set(m.codes) <= set(own) for m in named)


def to_nobody(scene: Scene) -> bool:
    """ "Appelle *la communauté internationale* à agir", "combat *les rebelles*": the act has its object, and that is no state."""
    if scene.act.form == "phrase":
        return False
    end = min([scene.clause[1], *(a.head for a in scene.sentence.acts if a.head > scene.act.head)])
    said = low(scene.text[scene.act.head : min(end, scene.act.end + CLOSE)]).replace("'", "' ")
    return any(f" {word}" in said for word in scene.language["nobodys"])


def unofficial(scene: Scene) -> bool:
    """ "The *students* of both met": people who speak for no state stand before the act in its clause."""
    words = low(scene.text[scene.clause[0] : scene.act.head]).split()
    return any(w.startswith(tuple(scene.words("unofficial"))) for w in words)


def _behind(scene: Scene) -> list[str]:
    """The words that an object behind the act takes, up to what closes it."""
    text = scene.text[scene.act.end : scene.act.end + REACH]
    stop = next((k for k, c in enumerate(text) if c in ENDS), REACH)
    return text[:stop].split()[:OBJECT]


def _taken(scene: Scene) -> bool:
    """Whether an actor stands where the object does."""
    return any(scene.act.end <= m.start < scene.act.end + REACH for m in scene.sentence.actors)
