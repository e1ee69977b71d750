"""Of which two a sentence speaks that says "les deux pays", "both sides": the page's two, else those named just before it."""

from collections.abc import Sequence

from detente.model import Sentence

JOINED = 3  # words between two that stand together: "et la"
HYPHENS = ("-", "–", " - ", " – ")  # between two states: "Cameroun-Nigeria"
NEAR = 2  # sentences before it, in its paragraph or the one just above, that may name the two


def spoken_of(found: Sequence[Sentence], pair: tuple[str, ...]) -> list[tuple[str, ...]]:
    """For each sentence the two it means by "the two"; the page's `pair`; on a page of many, those named just before, and where
    it sets one of the pair against them."""
    return [(pair and _against_one(found, at, pair)) or pair or _before(found, at) for at in range(len(found))]


def _against_one(found: Sequence[Sentence], at: int, pair: tuple[str, ...]) -> tuple[str, ...]:
    """ "Nobody may go to Gabon or Guinea. *The two* answer a decision of *Ottawa's*": the two others just named, not one of the pair."""
    named = {c for m in found[at].actors for c in m.codes}
    ruled = all(m.preposition for m in found[at].actors)  # not who speaks of the two
    if len(named) != 1 or not named <= set(pair) or not at or not ruled:
        return ()
    others = dict.fromkeys(c for m in found[at - 1].actors if len(m.codes) == 1 for c in m.codes if c not in named)
    return tuple(others) if len(others) == 2 else ()


def _before(found: Sequence[Sentence], at: int) -> tuple[str, ...]:
    """The two actors that the nearest sentence before names; () where it names one, or more than two."""
    here = found[at]
    for sentence in reversed(found[max(0, at - NEAR) : at]):
        if here.paragraph - sentence.paragraph > 1:
            return ()
        named = tuple(dict.fromkeys(c for m in sentence.actors if not m.place and len(m.codes) == 1 for c in m.codes))
        if named:
            return named if len(named) == 2 else ()
    return ()


def joined_before(
    sentence: Sentence, start: int, text: str, joins: frozenset[str], ruled: frozenset[str]
) -> tuple[str, ...]:
    """ "La commission mixte *Cameroun-Nigeria*, à l'issue de laquelle *les deux parties*…": the two that the same sentence has just
    joined, by a hyphen, "and" or "with"; () elsewhere.

    joins, ruled: words between the two; prepositions of the second.
    """
    named = [m for m in sentence.actors if m.end <= start and len(m.codes) == 1][-2:]
    codes = tuple(dict.fromkeys(c for m in named for c in m.codes))
    if len(codes) != 2 or any(m.place for m in named):
        return ()
    between = text[named[0].end : named[1].start].casefold().split()
    hyphened = text[named[0].end : named[1].start] in HYPHENS
    near = len(between) <= JOINED and (named[1].preposition in ruled or any(w in joins for w in between))
    return codes if hyphened or near else ()
