"""Wordings that begin with a verb, kept once a verb: put together, form by form, for the words that a text has.

A language has some eight thousand such wordings, and fifty forms of each verb; a page meets a few hundred of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple, TypeVar

from detente.codebook.languages import Language
from detente.mentions.lexicon import Element, Lexicon, Pattern

P = TypeVar("P")


class Form(NamedTuple):
    """A form of a verb by its first word. rest: its other words."""

    verb: str
    tense: str
    rest: tuple[Element, ...]


class VerbLexicon(Lexicon[P]):
    """A lexicon to which wordings are added by the infinitive that they begin with; it finds what one of all forms would."""

    def __init__(
        self,
        language: Language,
        contractions: dict[str, frozenset[str]],
        joins: Collection[str] = (),
        inserted: Collection[str] = (),
        adverbs: tuple[str, ...] = (),
    ) -> None:
        super().__init__(contractions, joins, inserted, adverbs)
        self._language = language
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._wordings: dict[str, list[tuple[int, tuple[Element, ...], Callable[[str], P]]]] = {}  # by infinitive

    def add_verb(self, verb: str, tail: Sequence[Element], payload: Callable[[str], P]) -> None:
        """payload: of each form, by its tense. A verb that ends in `*` is added as it stands, as an infinitive."""
        if verb.endswith("*"):
            self.add((*self.elements(verb), *tail), payload("infinitive"))
            return
        if verb not in self._wordings:
            self._inflect(verb)
        self._known.clear()
        self._wordings[verb].append((self._numbered(), tuple(tail), payload))

    def _inflect(self, verb: str) -> None:
        self._wordings[verb] = []
        for form, tense in sorted(set(self._language.forms(verb))):
            first, *rest = self.elements(form)
            for key in sorted(first):
                self._forms[key].append(Form(verb, tense, tuple(rest)))
                self._starts.add(key)

    def _begun(self, key: str) -> Iterator[tuple[int, Pattern[P]]]:
        yield from super()._begun(key)
        for verb, tense, rest in self._forms.get(key, ()):
            for number, tail, payload in self._wordings[verb]:
                yield number, Pattern((*rest, *tail), payload(tense))
