"""An organisation that suspends one of its members: "the African Union *suspended Sudan*", "Guinea *was suspended from* ECOWAS"."""

from collections.abc import Collection, Iterator

from detente.model import ActorMention, Sentence

MEMBER = frozenset({"name", "capital", "pronoun"})  # ways of naming a state itself, and nothing of it
SUSPENDS = "suspend"  # the effect of what is stopped for a while
OUT = "suspend-membership"  # the act of those who shut a member out


def shuts_out(sentence: Sentence, index: int, effect: str | None, blocs: Collection[str]) -> bool:
    """Whether what is suspended is no thing, but a state, by an organisation that the act has beside it."""
    act = sentence.acts[index]
    if effect != SUSPENDS or act.form != "verb":
        return False
    undergoes = "passive_subject" if act.voice == "passive" else "object"
    members = [m for m in _named(sentence, index, undergoes) if m.how in MEMBER and m.carrier is None]
    doers = [m for role in ("subject", "agent", "oblique") for m in _named(sentence, index, role)]
    return any(not set(m.codes) & set(blocs) for m in members) and any(set(m.codes) <= set(blocs) for m in doers)


def possible(sentence: Sentence, effect: str | None, blocs: Collection[str]) -> bool:
    """Whether `shuts_out` can find it, whatever the parser says: an organisation is named beside a state."""
    named = {c for m in sentence.actors for c in m.codes}
    return effect == SUSPENDS and bool(named & set(blocs)) and bool(named - set(blocs))


def _named(sentence: Sentence, index: int, role: str) -> Iterator[ActorMention]:
    """The actors on which an argument of the act has its head."""
    own = [a for a in sentence.arguments if a.act == index and a.role == role]
    yield from (m for a in own for m in sentence.actors if m.start <= a.head < m.end)
