"""What other officials of a page tell of one named without a state: whom he serves, and who comes without one as he does."""

from collections.abc import Iterator, Sequence

from detente.mentions.figures import Vote
from detente.mentions.people import Person


def served(persons: Sequence[Person]) -> Iterator[Vote]:
    """ "X, special envoy of *President Khoza*": of one state, whoever's the other is."""
    for n, person in enumerate(persons):
        words = {t.text for t in person.role_words if t.text[:1].isupper()}
        for m, other in enumerate(persons):
            if n != m and other.words[-1] in words and other.words[-1] not in person.words:
                yield Vote(n, "serves", True, other=m)
                yield Vote(m, "serves", True, other=n)


def kept(
    persons: Sequence[Person],
    known: Sequence[str | None],
    own: Sequence[int],
    sent: Sequence[int],
    pair: tuple[str, ...],
) -> Iterator[Vote]:
    """Where others' officials come with their state, those who come without are of one: the state that the page is at home in.

    known: the sides found so far; own: who comes without, and is no envoy; sent: the envoys, who
    come with theirs at home too; pair: the page's two.
    """
    told = {p.code for p in persons if p.stated and not p.former}
    seated = {p.code for n, p in enumerate(persons) if p.stated and not p.former and n not in sent}
    found: set[str | None] = {code for n in own if (code := known[n])}
    if told - found and len(found) == 1 and not found & seated and found <= set(pair):
        yield from (Vote(n, "company", True, code=code) for n in own for code in found)
