"""Wordings of a verb and its object, read backwards in the passive: "train … soldiers" in "soldiers were trained by Poland"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.mentions.lexicon import GAP, Element, Match, fits, is_wall
from detente.mentions.tokens import Token, key_of

FAR = 12  # words from the object to its participle: "les relations diplomatiques entre les deux pays ont été *rompues*"


@dataclass(frozen=True, slots=True)
class Wording:
    """One inflected wording of an act."""

    act: str
    group: int
    form: str  # verb, noun, phrase
    tense: str
    reflexive: bool = False
    parted: bool = False  # whether an object may stand right behind the verb: "send … envoy"


class PassiveFinder:
    """Objects by the participle behind them; for a word that is none `find` costs one look-up."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._objects: dict[str, list[tuple[Element, Wording]]] = {}  # by infinitive
        self._verbs: dict[str, list[str]] = defaultdict(list)  # infinitives by participle
        self._small = frozenset(language["articles"]) | frozenset(language["links"])

    def add(self, verb: str, rest: Sequence[Element], wording: Wording) -> None:
        """Of wordings whose object is one word: "lift … ban", "lever l'interdiction"."""
        words = [e for e in rest if e != GAP and not self._is_article(e)]
        if len(words) == 1 and rest[-1] == words[0]:
            if verb not in self._objects:
                self._objects[verb] = []
                for participle in {key_of(form) for form, tense in self._language.forms(verb) if tense == "past"}:
                    self._verbs[participle].append(verb)
            self._objects[verb].append((words[0], wording))

    def _is_article(self, element: Element) -> bool:
        return not isinstance(element, str) and bool(element & self._small)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Match[Wording]]]:
        """(object, participle) of each wording whose object stands before it in its clause."""
        for i, token in enumerate(tokens):
            for verb in self._verbs.get(token.key, ()):
                for element, wording in self._objects[verb]:
                    if (j := self._object(element, tokens, i)) is not None:
                        yield j, Match(i, i, wording)

    def _object(self, element: Element, tokens: Sequence[Token], at: int) -> int | None:
        for j in range(at - 1, max(-1, at - 1 - FAR), -1):
            if is_wall(tokens, j, frozenset()):
                return None
            if fits(element, tokens[j].key):
                return j
        return None
