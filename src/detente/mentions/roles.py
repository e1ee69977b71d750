""" "L'ambassadrice", "the envoy" alone: the one state whose envoy the page has introduced before."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence


def named(found: Sequence[Sentence], every: Sequence[Sequence[Token]], definite: Collection[str]) -> list[Sentence]:
    """The sentences with their bare offices as actors. definite: the articles behind which an office is one told before."""
    roles: dict[str, set[str]] = {}
    out = []
    for sentence, words in zip(found, every, strict=True):
        for m in sentence.actors:
            if m.carrier == "office" and m.how in ("carrier", "inferred") and len(m.codes) == 1:
                first = next((t.key for t in words if m.start <= t.start and _is_office(sentence, t)), "")
                roles.setdefault(first, set()).update(m.codes)
        extra = _bare(words, sentence.actors, roles, definite)
        out.append(replace(sentence, actors=tuple(sorted([*sentence.actors, *extra], key=lambda m: m.start))))
    return out


def _is_office(sentence: Sentence, token: Token) -> bool:
    return any(start == token.start for start, _ in sentence.carriers)


def _bare(
    words: Sequence[Token], found: Sequence[ActorMention], roles: dict[str, set[str]], definite: Collection[str]
) -> list[ActorMention]:
    busy = {k for m in found for k in range(m.start, m.end)}
    out = []
    for before, word in pairwise(words):
        codes = roles.get(word.key, set())
        if len(codes) == 1 and before.key in definite and word.start not in busy:
            out.append(ActorMention(word.start, word.end, tuple(codes), "carrier", "office"))
    return out
