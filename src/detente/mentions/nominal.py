"""What nouns of saying report ("his claim that", "la déclaration selon laquelle"), and infinitives of tale ("Et d'ajouter que")."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.mentions.deeds import Deeds
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.phrases import Source
from detente.mentions.scene import STOPS, Scene
from detente.mentions.sourcing import SourceFinder
from detente.mentions.speech import STRENGTHS

NEAR = (
    8  # words from the noun to its content: "la déclaration du ministre russe des Affaires étrangères selon laquelle"
)
LEAST = 3  # words of a content


@dataclass(frozen=True, slots=True)
class Told:
    """Who says it; first..last: the words that say so; content: the first word of what is said; verb and strength of a verb."""

    source: Source
    first: int
    last: int
    content: int
    verb: str | None = None
    strength: str | None = None


class Nouns:
    """Compiled once for a language."""

    def __init__(self, language: Language, sources: SourceFinder) -> None:
        speech = language.maps["speech"]
        self.sources = sources
        self.nouns: Lexicon[str] = Lexicon()
        for noun in speech["nouns"]:
            self.nouns.add(self.nouns.noun(language.inflected(noun)), noun)
        self.asking = frozenset(speech["asking"])
        for noun in speech["asking"]:
            self.nouns.add(self.nouns.noun(language.inflected(noun)), noun)
        self.that = frozenset(speech["noun_that"])
        self.deeds = Deeds(language)
        self.possessives = frozenset(language["possessives"])
        self.before_noun = {*language["articles"], *language["definite"], *self.possessives}
        self.genitive = frozenset(language["premodified"])

    def find(self, scene: Scene) -> Iterator[Told]:
        """Nouns of saying outside quotation marks, whose speaker the sentence tells."""
        for match in longest(self.nouns.find(scene.words)):
            if match.first in scene.quoted or scene.words[match.first].text[:1].isupper():
                continue
            first = self._content(scene, match.last + 1)
            if first is None and match.payload in self.asking:
                first = self._asked(scene, match.last + 1)
            source = self._whose(scene, match.first, match.last + 1, first) if first else None
            if first and source and len(scene.words) - first > LEAST:
                yield Told(source, match.first, match.last, first)

    def _content(self, scene: Scene, i: int) -> int | None:
        """The first word behind "that", "selon laquelle", with nothing but who says it between."""
        for j in range(i, min(i + NEAR, len(scene.words))):
            key = scene.key(j)
            if key in self.that:
                return j + 1 if j + 1 < len(scene.words) else None
            if key in STOPS or key in (",", ".") or j in scene.quoted:
                return None
        return None

    def _asked(self, scene: Scene, i: int) -> int | None:
        """ "Tokyo's call *for* the crew *to be freed*", "la demande de Quito *de rouvrir*": what is to be done."""
        for j in range(i, min(i + NEAR, len(scene.words) - 1)):
            if scene.key(j) in STOPS or scene.key(j) in (",", ".") or j in scene.quoted:
                return None
            verb = scene.words[j + 1].text.islower() and scene.key(j + 1) not in self.before_noun
            if verb and self.deeds.begins(scene, j):
                return j
        return None

    def _whose(self, scene: Scene, noun: int, i: int, first: int) -> Source | None:
        """ "*His* claim", "*Moscow's* claim", "claims *by Moscow*", "les accusations *de Paris*"."""
        start, end = scene.words[noun].start, scene.words[first].start
        behind = [m for m in scene.speakers if scene.words[i - 1].end <= m.start < end]
        if behind:
            return Source("named", scene.at(behind[0].start), scene.at(behind[0].end) - 1, behind[0])
        if scene.key(noun - 1) in self.possessives:
            return self.sources.pronoun(scene, noun - 1)
        near = [m for m in scene.speakers if m.end <= start and start - m.end <= 4]
        if near and scene.key(noun - 1) in self.genitive:
            return Source("named", scene.at(near[-1].start), scene.at(near[-1].end) - 1, near[-1])
        return None


class Tales:
    """ "*Et d'ajouter que…*", "Et la ministre *de prévenir* que…": an infinitive that tells; compiled once for a language."""

    def __init__(self, language: Language, sources: SourceFinder) -> None:
        speech = language.maps["speech"]
        self.sources = sources
        self.narrative, self.of = frozenset(speech["narrative"]), frozenset(speech["doing"])
        self.that = frozenset(speech["that"])
        self.verbs = {verb: s for s in reversed(STRENGTHS) for verb in speech[s] if " " not in verb}

    def find(self, scene: Scene) -> Iterator[Told]:
        for i, j in self._opened(scene):
            verb = scene.key(j)
            first = j + 1 + (scene.key(j + 1) == ":")
            if first + LEAST < len(scene.words) and (scene.key(first) in self.that or scene.opens(first)):
                source = self.sources.phrases.within(scene, i + 1, j - 2) if j - 2 > i else Source("pronoun")
                yield Told(source, j - 1, j, first, verb, self.verbs[verb])

    def _opened(self, scene: Scene) -> Iterator[tuple[int, int]]:
        """The "et" of each such clause, and its infinitive."""
        for i in range(len(scene.words) - 2):
            opens = i == 0 or scene.key(i - 1) == "," or scene.mark(i - 1)
            if opens and scene.key(i) in self.narrative and i not in scene.quoted:
                near = range(i + 1, min(i + NEAR, len(scene.words) - 1))
                at = next((j + 1 for j in near if scene.key(j) in self.of and scene.key(j + 1) in self.verbs), None)
                if at:
                    yield i, at
