"""An organisation whose members its own sentence names one by one: "l'AES (Mali, Burkina Faso, Niger)" is those states."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.model import ActorMention, Sentence

MOST = 6  # members of the largest organisation that the press spells out
MARKS = str.maketrans(dict.fromkeys("(),:–—-", " "))  # they part it from its members


def spelled_out(
    sentence: Sentence, text: str, members: Mapping[str, frozenset[str]], small: Collection[str]
) -> Sentence:
    """The sentence, each small organisation of which all members follow standing for them.

    small: words that may stand between it and them, or between two of them: "which groups", "le", "and"."""
    kept: list[ActorMention] = []
    left = list(sentence.actors)
    while left:
        first, code = left[0], left[0].codes[0]
        run = _run(left, text, members.get(code, frozenset()), small) if len(first.codes) == 1 else 0
        if run:
            named = tuple(dict.fromkeys(c for m in left[1:run] for c in m.codes if c != code))
            kept.append(replace(first, end=left[run - 1].end, codes=named))
        else:
            kept.append(first)
        left = left[run or 1 :]
    return replace(sentence, actors=tuple(kept)) if len(kept) < len(sentence.actors) else sentence


def _run(actors: Sequence[ActorMention], text: str, members: frozenset[str], small: Collection[str]) -> int:
    """How many mentions spell out the organisation that the first one names, itself among them; 0 where they do not."""
    seen: set[str] = set()
    for place, (before, mention) in enumerate(pairwise(actors), 1):
        own = set(mention.codes) == set(actors[0].codes) or (mention.codes[0] in members and mention.how == "name")
        words = (
            text[before.end : mention.start].casefold().replace("’", "'").replace("'", "' ").translate(MARKS).split()
        )
        if not own or any(w not in small for w in words):
            return 0
        seen |= {*mention.codes} & members
        if seen == members and 1 < len(members) <= MOST:
            return place + 1
    return 0
