"""What is said of a whole clause by a noun set beside it: "Varsovie a fermé le consulat, *une décision que Moscou juge hostile*".

Who did what the clause before tells is judged, though no word of the relative names him. And who leads a clause past what is
set beside him, and of what noun a participle is said.
"""

from detente.reports import clauses
from detente.reports.scene import Actors, Scene, leads, officials
from detente.reports.spelling import low, low_words

NOUN = 5  # words from the comma to the relative: "une décision hâtive et mal venue"


def doer(scene: Scene, by: Actors) -> Actors:
    """Who leads the clause before, where the act judges, in a relative, a noun that takes that clause up."""
    act, start = scene.act, scene.clause[0]
    if act.form != "verb" or not (scene.says or scene.harms) or scene.group.frame != "acts" or not by:
        return ()
    end = _comma(scene, start) if _is_object(scene, start) else _judged(scene)
    if end is None:
        return ()
    led = [m for m in scene.sentence.actors if m.end <= end and not m.place and not m.preposition and leads(m)]
    own = {c for m in by for c in m.codes}
    return officials(scene.joined(led[0], led)) if led and not set(led[0].codes) & own else ()


def past_an_aside(scene: Scene) -> Actors:
    """ "Soutient Caracas, et *la Chine*, son client, a critiqué": who leads the clause that an "and" opens, past an aside."""
    start, act = scene.clause[0], scene.act
    if act.form != "verb" or scene.passive or start == scene.sentence.start:
        return ()
    near = (m for m in scene.sentence.actors if start < m.start and m.end < act.head)
    led = (m for m in near if clauses.past_an_aside(scene.sentence, m, scene.text, scene.language) == start)
    return officials(led)[:1]


def of_a_noun(scene: Scene, toward: Actors) -> bool:
    """ "L'Azerbaïdjan a remis *dix-sept soldats capturés* en mai": a participle is said of the noun that it stands on, not of
    who leads the sentence before it."""
    if scene.act.form != "verb" or scene.act.voice != "bare" or not (toward and scene.harms):
        return False
    if scene.text[scene.sentence.start : scene.act.head].rstrip().endswith(","):
        return False  # "à l'ambassadeur, M. Sow*, convoqué* à cet effet"
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "subject"]
    verbs = [a for a in scene.sentence.acts if a.form == "verb" and a.voice == "active" and a.end <= scene.act.head]
    verbs = [a for a in verbs if toward[-1].end <= a.head]
    touching = any(scene.act.head - a.end <= 1 for a in verbs)  # the wording before ends with its noun
    return touching or any(v.head < a.start for a in own for v in verbs)


def _is_object(scene: Scene, start: int) -> bool:
    """Whether a relative that is no subject begins there: "que Moscou juge"."""
    begun = low(scene.text[start : scene.act.head])
    that = (*scene.language["relative_objects"], *scene.language.maps["speech"]["that"])
    return not scene.passive and begun.startswith(that)


def _comma(scene: Scene, start: int) -> int | None:
    """Where the noun is set apart that a relative hangs on: ", une décision | que"; None where it is no such noun."""
    before = scene.text[scene.sentence.start : start].rstrip()
    at = before.rfind(",")
    words = low_words(before[at + 1 :])
    where = scene.sentence.start + at
    apart = at > 0 and 0 < len(words) <= NOUN and not any(where < m.start < start for m in scene.sentence.actors)
    return where if apart and {*words} & scene.words("upshots") else None


def _judged(scene: Scene) -> int | None:
    """Where the noun is set apart that a participle hangs on: ", un geste | condamné par Washington"."""
    return _comma(scene, scene.act.head) if scene.act.voice == "bare" and scene.passive else None
