"""Who suspends a member, and not a thing: "l'Union africaine a suspendu *le Soudan*", "Honduras was suspended by the OAS"."""

from collections.abc import Collection

from detente.model import ActMention, ActorMention, Sentence

STOPS = "suspend"  # the effect of what stops for a time
MEMBERSHIP = ("suspend-membership", "membership")  # the act that it is then, and its instrument
OBJECT = 6  # characters from a verb to its object: " la "
AUXILIARY = 16  # characters from a subject to its participle: " a été lundi "
STATES = frozenset({"name", "capital"})  # ways in which a state itself is named


def of_a_member(sentence: Sentence, act: ActMention, text: str, blocs: Collection[str]) -> bool:
    """Whether a state itself is the object of a verb, or the subject of its passive, and an organisation stands beside."""
    named = [m for m in sentence.actors if not m.place and m.carrier is None and m.how in STATES]
    beside = any(set(m.codes) <= set(blocs) for m in sentence.actors)
    states = [m for m in named if not set(m.codes) & set(blocs) and not m.preposition]
    return act.form == "verb" and beside and any(_undergoes(m, act, text) for m in states)


def _undergoes(mention: ActorMention, act: ActMention, text: str) -> bool:
    if act.voice == "active":
        return 0 <= mention.start - act.end <= OBJECT
    return 0 <= act.head - mention.end <= AUXILIARY and "," not in text[mention.end : act.head]
