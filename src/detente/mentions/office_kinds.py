"""Of what kind an office is: "le chef de l'État" alone is no ambassador named before, "la diplomate" no prime minister."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.people import Person
from detente.mentions.tokens import Token, tokens

Kinds = frozenset[str]
NONE: Kinds = frozenset()
SOLE = frozenset({"state", "government"})  # of which a state has one, so that the page names one so


class OfficeKinds:
    """Compiled once for a language; pure. titles: the nouns for the offices that the codebook gives somebody of some sides."""

    def __init__(
        self, language: Language, titles: Callable[[str, Collection[str]], Iterable[str]] = lambda _, __: ()
    ) -> None:
        self._titles = titles
        self._kinds: dict[str, Kinds] = {}
        for kind, wordings in language.maps["office_kinds"].items():
            for wording in wordings:
                self._kinds[wording] = self._kinds.get(wording, NONE) | {kind}
        self._words: Lexicon[Kinds] = Lexicon()
        for wording, kinds in self._kinds.items():
            self._words.add_wordings((wording,), kinds)

    def of(self, words: Sequence[Token]) -> Kinds:
        """The kinds of all offices that some words name."""
        return NONE.union(*(m.payload for m in longest(self._words.find(words))))

    def held(self, persons: Sequence[Person]) -> Mapping[str, Kinds]:
        """Name -> the kinds of the offices with which the page names somebody, else of those that the codebook gives him."""
        found = ((p.name, self.of(p.role_words) if p.role_words else self._known(p)) for p in persons if self._kinds)
        return {name: kinds for name, kinds in found if kinds}

    def _known(self, person: Person) -> Kinds:
        nouns = self._titles(person.name, (person.code,)) if person.code else ()
        return NONE.union(*(self.of(tokens(noun)) for noun in nouns))
