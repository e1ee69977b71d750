"""Whether a page can tell an act between two actors at all, by its bare words: most pages of the world cannot."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from detente.codebook.actors_model import ActorBook
from detente.codebook.languages import Language
from detente.mentions.lexicon import Element, Lexicon
from detente.mentions.tokens import key_of, words


@dataclass(frozen=True, slots=True)
class Spelling:
    """rest: what its words but the first must be, in any order; capitals: whether the first needs one, or all of it."""

    actor: str
    rest: tuple[Element, ...]
    capital: bool
    capitals: bool


class Gate:
    """Compiled once for a codebook and a language. It lets through every page on which the gazetteer finds two actors,
    and some others: masks, places of the words and what makes a weak form firm are not looked at."""

    def __init__(self, actors: ActorBook, language: Language) -> None:
        self._spellings: dict[str, list[Spelling]] = defaultdict(list)
        lexicon: Lexicon[str] = Lexicon()
        for form in actors.forms.get(language.code, ()):
            first, *rest = lexicon.elements(form.form)
            letters = [c for c in form.form if c.isalpha()]
            shout = len(letters) > 1 and all(c.isupper() for c in letters)
            spelling = Spelling(form.actor, tuple(rest), form.form[:1].isupper(), shout)
            for key in first if isinstance(first, frozenset) else ():
                self._spellings[key].append(spelling)

    def opens(self, *texts: str) -> bool:
        """Whether the words of some texts could name two actors."""
        written: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for word in words(text):
                written[key_of(word)].append(word)
        found: set[str] = set()
        for actor in self._named(written):
            found.add(actor)
            if len(found) > 1:
                return True
        return False

    def _named(self, written: dict[str, list[str]]) -> Iterator[str]:
        for key in self._spellings.keys() & written.keys():
            for spelling in self._spellings[key]:
                if all(_among(element, written) for element in spelling.rest) and _cased(spelling, written[key]):
                    yield spelling.actor


def _among(element: Element, written: dict[str, list[str]]) -> bool:
    if isinstance(element, str):  # a gap, or a prefix: never looked at, so that nothing is lost
        return True
    return any(key in written for key in element)


def _cased(spelling: Spelling, forms: list[str]) -> bool:
    """Whether some spelling of the first word has the capitals that the form needs."""
    if spelling.capitals:
        return any(form.isupper() or not form.isalpha() for form in forms)
    return not spelling.capital or any(form[:1].isupper() for form in forms)
