"""Whether a page can tell an act between two actors at all, by words of their names: most pages of the world cannot."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from re import Match
from typing import NamedTuple

from detente.codebook.actors_model import ActorBook, ActorForm
from detente.codebook.languages import Language
from detente.codebook.people_model import WORD, flat
from detente.mentions.lexicon import Element, Lexicon
from detente.mentions.sought import Sought
from detente.mentions.tokens import folded, words_of

LEAST = (
    3  # letters of a word that is looked for in any case; shorter ones ("us", "au") are looked for as they are written
)

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
BESIDE = 100  # characters on either side of a word of a name in which the others stand; no name is longer


class Spelling(NamedTuple):
    """A name that one of its words is looked for of. rest: what its others may be, in any order.

    capital: whether that word needs one; capitals: whether it needs all of it.
    """

    actor: str
    rest: tuple[frozenset[str], ...]
    capital: bool
    capitals: bool


class Hits(NamedTuple):
    """starts: where a word of a name stands, ascending. actors: whose names these may be."""

    starts: tuple[int, ...]
    actors: frozenset[str]


class Gate:
    """Compiled once for a codebook and a language. It lets through every page on which the gazetteer finds two actors,
    and some others: masks, places of the words and what makes a weak form firm are not looked at."""

    def __init__(self, actors: ActorBook, language: Language) -> None:
        telling: dict[str, list[Spelling]] = defaultdict(list)
        written: dict[str, list[Spelling]] = defaultdict(list)
        lexicon: Lexicon[str] = Lexicon()
        for form in actors.forms.get(language.code, ()):
            elements = lexicon.elements(form.form)
            at = _telling(elements)
            if at is None:
                for spelled in _as_written(form.form):
                    written[spelled].append(Spelling(form.actor, (), False, False))
                continue
            for key in elements[at]:
                telling[key].append(_spelling(form, elements, at))
        sought = actors.people.sought
        self._telling = Sought({w: (telling.get(w, ()), sought.get(w)) for w in (*telling, *sought)})
        self._written = Sought({w: (spellings, None) for w, spellings in written.items()})
        self._people, self._respelled = actors.people, actors.people.wordings.respelled

    def hits(self, text: str) -> Hits:
        """A word of every name that the gazetteer finds in a text, and of some that it does not."""
        low, lines = folded(text), text.replace("\n", " ")
        starts: set[int] = set()
        actors: set[str] = set()
        telling = tuple(self._telling.find(low))
        for start, end, (spellings, _) in (*telling, *self._written.find(lines)):
            beside = low[max(0, start - BESIDE) : end + BESIDE] if spellings else ""
            for spelling in spellings:
                if _fits(spelling, text[start:end], beside):
                    starts.add(start)
                    actors.add(spelling.actor)
        words = {(start, word) for start, _, (_, word) in telling if word}
        for start, word in words | self._respelled_in(low):
            beside = low[max(0, start - BESIDE) : start + BESIDE]
            if text[start].isupper() and (found := self._held(word, frozenset(WORD.findall(flat(beside))))):
                starts.add(start)
                actors |= found
        return Hits(tuple(sorted(starts)), frozenset(actors))

    def _respelled_in(self, low: str) -> set[tuple[int, str]]:
        """The rarest words of people's names that a page writes with accents which the codebook leaves out ("Brnabić"), and where."""
        plain = _plain(low)
        return {(start, word) for start, _, (_, word) in self._telling.find(plain) if word} if plain != low else set()

    def _held(self, word: str, beside: frozenset[str]) -> set[str]:
        """Whose people of this rarest word may be named, as far as the other words of their names stand beside it."""
        held = (h for h in self._people.under(word) if h.actor)
        return {h.actor for h in held if all(w in beside or w in self._respelled for w in h.words)}


def _plain(low: str) -> str:
    """Without accents, place by place."""
    return low if low.isascii() else NOT_ASCII.sub(_plain_letter, low)


def _plain_letter(found: Match[str]) -> str:
    plain = flat(found[0])
    return plain if len(plain) == 1 else found[0]


def _telling(elements: Sequence[Element]) -> int | None:
    """Which word of a name is looked for: the longest. None where all are short."""
    lengths = [min(map(len, e)) if isinstance(e, frozenset) else 0 for e in elements]
    longest = max(lengths)
    return lengths.index(longest) if longest >= LEAST else None


def _spelling(form: ActorForm, elements: Sequence[Element], at: int) -> Spelling:
    rest = tuple(e for i, e in enumerate(elements) if i != at and isinstance(e, frozenset))
    letters = [c for c in form.form if c.isalpha()]
    shout = len(letters) > 1 and all(c.isupper() for c in letters)
    return Spelling(form.actor, rest, at == 0 and form.form[:1].isupper(), shout)


def _as_written(form: str) -> Iterator[str]:
    """ "U.S.", "U. S."…: a form with and without spaces between its words, and in capitals."""
    first, *others = words_of(form)
    for spaces in product(("", " "), repeat=len(others)):
        spelled = first + "".join(space + word for space, word in zip(spaces, others, strict=True))
        yield from {spelled, spelled.upper()}


def _fits(spelling: Spelling, written: str, beside: str) -> bool:
    """Whether a word has the capitals that a name needs, and the others of the name stand beside it."""
    if spelling.capitals and not written.isupper() and written.isalpha():
        return False
    if spelling.capital and not spelling.capitals and not written[0].isupper():
        return False
    return all(any(key in beside for key in element) for element in spelling.rest)
