"""Names that mean a state only where the page says so: "congolais", "Bruxelles", "Georgia"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.mentions.actors import ActorFinder
from detente.mentions.names import Name
from detente.mentions.tokens import Token

BODIES = ("seat", "force")
SEATS = ("seat", "capital")
NAMING = ("name", "adjective", "people")
BESIDE = 2  # tokens between a weak name and the noun that carries it: "Georgia 's foreign minister"


def settled(
    actors: ActorFinder, every: Sequence[Sequence[Token]], named: Sequence[list[Name]], title: Sequence[str]
) -> list[list[Name]]:
    """The names of each sentence; a weak one means the one candidate that the page names otherwise, else nothing.

    A common noun ("kingdom", "island") is such a name behind a definite article alone.
    """
    named = [
        [n for n in names if not _common(n, words) or actors.is_definite(words, n.first)]
        for words, names in zip(every, named, strict=True)
    ]
    firm = {c for names in named for n in names if not n.weak for c in n.codes} | set(title)
    firm |= {c for words, names in zip(every, named, strict=True) for c in _carried(actors, words, names)}
    firm |= set(_seated([n for names in named for n in names if n.weak], firm))
    return [[n for n in (_settled(n, firm) for n in names) if n] for names in named]


def _seated(every: Sequence[Name], firm: set[str]) -> Iterator[str]:
    """ "*Bruxelles* a haussé le ton […] une porte-parole de la *Commission*": a seat that several claim, a name that one has."""
    others = [set(n.codes) for n in every if n.how in NAMING]
    for seat in (n for n in every if n.how in SEATS and firm.isdisjoint(n.codes)):
        yield from (code for codes in others if len(common := codes & set(seat.codes)) == 1 for code in common)


def unsettled(every: Sequence[Name], kept: Sequence[Name]) -> list[tuple[int, int]]:
    """First and last word of names of which nobody can say whose they are."""
    firm = {n.first for n in kept}
    return [(n.first, n.last) for n in every if n.weak and n.first not in firm]


def _carried(actors: ActorFinder, words: Sequence[Token], names: Sequence[Name]) -> set[str]:
    """ "Georgia's ambassador": a weak name that a carrier stands by is a state here; "foreign office" is a carrier itself.

    Of an institution it tells nothing: "the NIA chief" is the chief of any of them.
    """
    carriers = actors.sovereign(words) if any(n.weak for n in names) else []
    own = {(c.first, c.last) for c in carriers}
    return {
        n.codes[0]
        for n in names
        if n.weak
        and len(n.codes) == 1
        and n.how not in BODIES
        and (n.first, n.last) not in own
        and any(-BESIDE <= c.first - n.last <= BESIDE and c.first != n.first for c in carriers)
    }


def _common(name: Name, words: Sequence[Token]) -> bool:
    """Whether a weak name is a common noun, by its spelling."""
    return name.weak and name.how == "name" and words[name.first].text.islower()


def _settled(name: Name, firm: set[str]) -> Name | None:
    if not name.weak:
        return name
    codes = tuple(c for c in name.codes if c in firm)
    return replace(name, codes=codes, weak=False) if len(codes) == 1 else None
