"""Wordings of a verb and its object, read backwards in the passive: "train … soldiers" in "soldiers were trained by Poland"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.mentions.lexicon import GAP, Element, Match, is_wall
from detente.mentions.tokens import Token, key_of

NOWHERE: frozenset[str] = frozenset()
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
    turned: bool = False  # whether it is read backwards, in the passive
    denies: bool = False  # whether its own words deny: "can *no longer* land in"
    said: int = 0  # words of its own, gaps apart: of two as long, "slap … duties … on" says more than "slap … on"


class Objects:
    """The objects of a verb's wordings, by the word or, where only that is told, by its beginning."""

    def __init__(self) -> None:
        self._words: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
        self._prefixes: list[tuple[str, int, Wording]] = []
        self._added = 0

    def add(self, element: Element, wording: Wording) -> None:
        self._added += 1
        if isinstance(element, str):
            self._prefixes.append((element[:-1], self._added, wording))
            return
        for key in element:
            self._words[key].append((self._added, wording))

    def before(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Wording]]:
        """Of each wording the nearest object before a participle in its clause."""
        met: set[int] = set()
        for j in range(at - 1, max(-1, at - 1 - FAR), -1):
            if is_wall(tokens, j, NOWHERE):
                return
            key = tokens[j].key
            begun = [(n, w) for prefix, n, w in self._prefixes if key.startswith(prefix)]
            for number, wording in (*self._words.get(key, ()), *begun):
                if number not in met:
                    met.add(number)
                    yield j, wording


class PassiveFinder:
    """Objects by the participle behind them; for a word that is none `find` costs one look-up."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._objects: dict[tuple[str, str], Objects] = {}  # by infinitive and particle
        self._particles = frozenset(language["satellites"])
        self._verbs: dict[str, list[tuple[str, str]]] = defaultdict(list)  # the same, by participle
        self._small = frozenset(language["articles"]) | frozenset(language["links"])

    def add(self, verb: str, rest: Sequence[Element], wording: Wording) -> None:
        """Of wordings whose object is one word: "lift … ban", "lever l'interdiction"."""
        words = [e for e in rest if e != GAP and not self._is_article(e)]
        particle = self._particle(words[0]) if len(words) == 2 and rest[0] == words[0] else ""
        if len(words) == 1 + bool(particle) and rest[-1] == words[-1]:
            if (verb, particle) not in self._objects:
                self._objects[verb, particle] = Objects()
                for participle in {key_of(form) for form, tense in self._language.forms(verb) if tense == "past"}:
                    self._verbs[participle].append((verb, particle))
            self._objects[verb, particle].add(words[-1], wording)

    def _particle(self, element: Element) -> str:
        """ "Hand *over* … ambulances"; "" where an element is no such particle."""
        return "" if isinstance(element, str) or not element <= self._particles else min(element)

    def _is_article(self, element: Element) -> bool:
        return not isinstance(element, str) and bool(element & self._small)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Match[Wording]]]:
        """(object, participle) of each wording whose object stands before it in its clause."""
        for i, token in enumerate(tokens):
            for verb, particle in self._verbs.get(token.key, ()):
                end = i + bool(particle)
                if not particle or (end < len(tokens) and tokens[end].key == particle):
                    for j, wording in self._objects[verb, particle].before(tokens, i):
                        yield j, Match(i, end, wording)
