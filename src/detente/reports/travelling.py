"""Who goes to a capital where no state is named for him: "*le ministre* se rendra à Malabo", "*une délégation* est arrivée à Lomé";
who is received by somebody who has one: "*l'hôte de marque* a été reçu par le président nigérien".

Nobody visits his own capital for his state: on a page of two, he is the other one's.
"""

from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import TOWN, ActorMention
from detente.reports.here import Here
from detente.reports.parties import Named
from detente.reports.scene import Scene, Sides
from detente.reports.spelling import low_words
from detente.reports.telling import Told

NEAR = 4  # characters from a verb to where it leads: " à la "


def sent(here: Here, told: Told, found: Sides, who: Named) -> Named | None:
    """The sides of such a visit; None where who goes is named with a state, or where it leads to neither of the two."""
    scene, pair = told.scene, here.mentions.pair
    if told.mention.form != "verb" or who.symmetric or len(pair) != 2 or not _bare(scene, found):
        return None
    to = _host(scene, who) if scene.group.frame == "hosts" else _goal(scene)
    if not set(to) < set(pair) or not to or (who.by and set(who.by) != set(to)):
        return None
    return replace(who, by=tuple(c for c in pair if c not in to), toward=to, witness="filled")


def _goal(scene: Scene) -> tuple[str, ...]:
    """Whose capital stands right behind a verb of going."""
    found = (m.codes for m in scene.sentence.actors if scene.group.frame == "visits" and _is_goal(scene, m))
    return next(found, ())


def _host(scene: Scene, who: Named) -> tuple[str, ...]:
    """By whom somebody is received."""
    return who.toward if scene.passive and not who.by else ()


def _is_goal(scene: Scene, mention: ActorMention) -> bool:
    """Whether it is the town that stands right behind the verb."""
    named = mention.how in ("capital", TOWN) and mention.carrier is None
    return named and 0 <= mention.start - scene.act.end <= NEAR


def _bare(scene: Scene, found: Sides) -> bool:
    """Whether the clause opens with a title or a mission that bears no state's name, and nobody else stands before the verb."""
    start = max([b for b in scene.sentence.breaks if b <= scene.act.head], default=scene.sentence.start)
    before = [m for m in scene.sentence.actors if start <= m.start and m.end <= scene.act.head]
    if any(m not in found.by or m.person for m in before) or not all(m in before for m in found.by):
        return False
    words = low_words(scene.text[start : scene.act.head])
    return _titled(words, scene.language)


def _titled(words: list[str], language: Language) -> bool:
    small = {*language["articles"], *language["definite"], *language["several"], *language["ordinals"]}
    while words and words[0] in small:
        words.pop(0)
    return f"{' '.join(words)} ".startswith(tuple(f"{w.casefold()} " for w in language["travellers"]))
