"""Who stands in one list with an actor: "le Niger et le Burkina", "le ministre français des Affaires étrangères et son homologue"."""

from collections.abc import Sequence
from itertools import pairwise

from detente.codebook.languages import Language
from detente.model import ActorMention

PORTFOLIO = 7  # words that what an office is of takes: "des Affaires étrangères et de la Coopération"

Actors = tuple[ActorMention, ...]


def around(mention: ActorMention, pool: Sequence[ActorMention], text: str, language: Language) -> Actors:
    """The mention and those coordinated with it, on either side: "le Niger et le Burkina", "à la Russie et à la Chine"."""
    for first in (m for m in pool if m.start <= mention.start):
        group = _from(first, pool, text, language)
        if mention in group:
            return group
    return (mention,)


def _from(first: ActorMention, pool: Sequence[ActorMention], text: str, language: Language) -> Actors:
    behind = [m for m in pool if m.start >= first.end]
    if not behind:
        return (first,)
    group, ands = [first], set(language["and"])
    small = {*ands, *language["articles"], *language["possessives"], ",", first.preposition}
    for kind in ("links", "toward"):  # "de la France *et du* Mali": one preposition, contracted or not
        small |= set(language[kind]) if first.preposition in language[kind] else set()
    where = {*language["within"], *language["toward"]}
    small |= where if first.place and first.preposition in where else set()  # "*aux* États-Unis et *en* Australie"
    shared = set(language["links"]) if _of_a_state(first, text, language) else set()
    for other in behind:
        if other.start < group[-1].end:
            continue
        between = text[group[-1].end : other.start].casefold().replace(",", " , ").replace("’", "'").split()
        if group[-1].carrier == other.carrier == "office":
            between = _without_portfolio(between, language)
        joins = small | shared if other.carrier is None and other.how == "name" else small
        if not all(w in joins or w.endswith("'") for w in between) or not set(between) & {*ands, ","}:
            break
        group.append(other)
    while len(group) > 1 and not _ends_with_and(group, text, language):
        group.pop()
    return tuple(group)


def _of_a_state(mention: ActorMention, text: str, language: Language) -> bool:
    """ "Les ministres *du Kenya*, de l'Ouganda et du Burundi": one office for all whose states its "de" leads to."""
    small = {*language["articles"], *language["definite"]} - {*language["links"]}
    said = text[mention.start : mention.end].replace("’", "'").replace("'", "' ").split()
    words = [w for w in said if w.casefold() not in small]
    return mention.carrier in ("office", "government", "force", "nationals") and any(
        word.casefold() in language["links"] and name[:1].isupper() for word, name in pairwise(words)
    )


def _without_portfolio(words: list[str], language: Language) -> list[str]:
    """ "Le ministre français *des Affaires étrangères* et son homologue": what an office is of, up to the last "and"."""
    joins = [i for i, word in enumerate(words) if word in language["and"]]
    held = joins and joins[-1] <= PORTFOLIO and words[0] in language["links"]
    return words[joins[-1] :] if held else words


def _ends_with_and(group: Sequence[ActorMention], text: str, language: Language) -> bool:
    """A list needs its "et": "la France, l'Allemagne et l'Italie"; "la France, la Russie accuse" is none."""
    between = text[group[-2].end : group[-1].start].casefold()
    if len(group) == 2 and "," in between and group[0].preposition not in language["between"]:
        return False  # "avec Tallinn, et l'Union européenne sanctionne": two clauses
    return bool(set(between.split()) & set(language["and"]))
