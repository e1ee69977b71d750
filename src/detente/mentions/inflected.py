"""Wordings that begin with a verb, kept once a verb: what follows it is the same whichever of its forms a text has.

A language has some eight thousand such wordings, with a thousand verbs; in French they make 138,000 forms. A page meets a few hundred.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from detente.codebook.languages import Language
from detente.mentions.following import Pattern, Starting
from detente.mentions.lexicon import Element, Lexicon, Told
from detente.mentions.tokens import Token

P = TypeVar("P")


class Form(NamedTuple):
    """A form of a verb by its first word. rest: its other words."""

    verb: str
    tense: str
    rest: tuple[Element, ...]


@dataclass(frozen=True)
class Forms(Generic[P]):
    """What a word starts that is a form of some verbs: their wordings, by tense, and its own."""

    own: Starting[P] | None
    verbs: Sequence[tuple[str, Starting[Callable[[str], P]]]]

    def told(self, tokens: Sequence[Token], i: int, behind: int) -> Iterator[tuple[int, P]]:
        """(last token, payload) of each, the longest first, then in the order in which they were added."""
        rows: list[tuple[int, bool, int, int, P]] = []
        if self.own:
            found = self.own.matched(tokens, i, behind)
            rows += [(-last, parted, self.own.places[n], -1, self.own.payloads[n]) for last, parted, n in found]
        for number, (tense, verb) in enumerate(self.verbs):
            found = verb.matched(tokens, i, behind)
            rows += [(-last, parted, verb.places[n], number, verb.payloads[n](tense)) for last, parted, n in found]
        if len(rows) > 1:
            rows.sort(key=_in_order)
        for last, _, _, _, payload in rows:
            yield -last, payload


class VerbLexicon(Lexicon[P]):
    """A lexicon to which wordings are added by the infinitive that they begin with; it finds what one of all forms would."""

    def __init__(
        self,
        language: Language,
        contractions: dict[str, frozenset[str]],
        joins: Collection[str] = (),
        inserted: Collection[str] = (),
        adverbs: tuple[str, ...] = (),
        dating: tuple[Collection[str], Collection[str]] = ((), ()),
    ) -> None:
        super().__init__(contractions, joins, inserted, adverbs, dating)
        self._articles = _articles(language) if joins else frozenset()
        self._language = language
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._wordings: dict[str, list[tuple[int, Pattern[Callable[[str], P]]]]] = {}  # by infinitive
        self._started: dict[tuple[str, tuple[Element, ...]], Starting[Callable[[str], P]]] = {}

    def add_verb(self, verb: str, tail: Sequence[Element], payload: Callable[[str], P]) -> None:
        """payload: of each form, by its tense. A verb that ends in `*` is added as it stands, as an infinitive."""
        if verb.endswith("*"):
            self.add((*self.elements(verb), *tail), payload("infinitive"))
            return
        if verb not in self._wordings:
            self._inflect(verb)
        self._known.clear()
        self._started.clear()
        self._wordings[verb].append((self._numbered(), Pattern(tuple(tail), payload)))

    def _inflect(self, verb: str) -> None:
        self._wordings[verb] = []
        for form, tense in sorted(set(self._language.forms(verb))):
            first, *rest = self.elements(form)
            for key in sorted(first):
                self._forms[key].append(Form(verb, tense, tuple(rest)))
                self._starts.add(key)

    def _begun(self, key: str) -> Told[P] | None:
        forms = self._forms.get(key)
        if forms is None:
            return super()._begun(key)
        rows = list(self._rows(key))
        own = Starting(rows, self._between) if rows else None
        return Forms(own, [(form.tense, self._verb(form)) for form in forms])

    def _verb(self, form: Form) -> Starting[Callable[[str], P]]:
        """What follows a verb, put together for the first of its forms that a text has."""
        begun = form.verb, form.rest
        if begun not in self._started:
            rows = [
                (place, Pattern((*form.rest, *tail), payload)) for place, (tail, payload) in self._wordings[form.verb]
            ]
            self._started[begun] = Starting(
                rows, self._between._replace(articles=self._articles, inserted=self._inserted)
            )
        return self._started[begun]


def _in_order(row: tuple[int, bool, int, int, object]) -> tuple[int, bool, int, int]:
    return row[:4]


def _articles(language: Language) -> frozenset[str]:
    """Of all that may begin a noun phrase, what is no number: the articles that one wording may be written with."""
    written = {k for word, others in language.maps["contractions"].items() for k in (word, *others)}
    return frozenset(written & {*language["articles"]})
