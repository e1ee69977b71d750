"""What is told within another's words, or twice, and is no statement by itself: "Manila had promised so, *he said*"."""

from collections.abc import Collection, Iterator, Sequence

from detente.mentions.scene import Scene
from detente.model import Utterance

SPEAKS = ("named", "unnamed", "pronoun")  # how a text names somebody who speaks


def once(found: list[Utterance]) -> list[Utterance]:
    """ "X said, *according to the statement*": who is named says it, not the paper that tells so."""
    named = [u for u in found if u.verb and u.how in ("named", "pronoun") and u.form != "unsaid"]
    papers = [u for u in found if not u.verb and u.how == "unnamed" and u.form != "unsaid"]
    doubled = {id(p) for p in papers for u in named if u.start < p.end and p.start < u.end}
    return [u for u in found if id(u) not in doubled]


def told_alone(scene: Scene, found: Sequence[Utterance], against: Collection[str]) -> Iterator[Utterance]:
    """All but what another's verb holds: "*Manila had promised so*, he said", "a regretté que X cède, *selon elle*".

    against: words behind which somebody else speaks ("while", "tandis que").
    """
    for one in found:
        if not any(_holds(scene, other, one, against) for other in found if other is not one):
            yield one


def _holds(scene: Scene, other: Utterance, one: Utterance, against: Collection[str]) -> bool:
    """Whether what another verb tells holds the cue of this one: all of it one clause, reported."""
    if not other.cue or not other.verb or other.form != "reported" or not one.cue or one.form == "unsaid":
        return False
    if other.how not in SPEAKS:
        return False
    inside = other.start <= one.cue[0] and one.cue[1] <= other.end
    if not one.verb:
        return inside and one.how == "pronoun" and one.cue[0] > other.cue[0]
    if not inside or one.cue[0] > other.cue[0] or one.form != "reported":
        return False
    between = range(scene.at(one.cue[1]), scene.at(other.cue[0]))
    return not any(scene.key(i) == ";" or scene.key(i) in against for i in between)
