"""Where a sentence reports speech: reporting verbs with a content, "selon", and quotation marks."""

import re
from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.tokens import Token
from detente.model import Cue

CONTENT = 9  # tokens between a reporting verb and its "que": "a indiqué, mardi à Bamako, devant la presse, que"
SPOKEN_WORDS = 4  # fewer words in quotation marks are a title or a distance taken, rarely speech


class SpeechFinder:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.verbs: Lexicon[bool] = Lexicon(contractions)
        for verb in (*speech["verbs"], *speech["strong"]):
            self._add(verb, verb in speech["strong"], language)
        self.according: Lexicon[str] = Lexicon(contractions)
        self.according.add_wordings(speech["according"], "according")
        self.that = frozenset(speech["that"])
        marks = "|".join(f"{re.escape(p[0])}[^{re.escape(p[0] + p[1])}]+{re.escape(p[1])}" for p in speech["quotes"])
        self.quotes = re.compile(marks)

    def _add(self, verb: str, strong: bool, language: Language) -> None:
        _, first, rest = language.parts(verb)
        for form, tense in sorted(set(language.forms(first))):
            if tense != "infinitive" or language["infinitive"]:
                self.verbs.add(self.verbs.elements(f"{form} {rest}"), strong)

    def find(self, text: str, start: int, words: Sequence[Token]) -> tuple[Cue, ...]:
        """Cues of kinds verb, according and quote, in order; offsets in the document."""
        found = [*self._verbs(words), *self._according(words), *self._quotes(text, start)]
        return tuple(sorted(found, key=lambda c: (c.start, c.end, c.kind)))

    def _verbs(self, words: Sequence[Token]) -> Iterator[Cue]:
        for match in longest(self.verbs.find(words)):
            after = [t.key for t in words[match.last + 1 : match.last + 1 + CONTENT]]
            if match.payload or self.that & set(after):
                yield Cue(words[match.first].start, words[match.last].end, "verb")
            else:
                yield Cue(words[match.first].start, words[match.last].end, "weak-verb")

    def _according(self, words: Sequence[Token]) -> Iterator[Cue]:
        for match in longest(self.according.find(words)):
            yield Cue(words[match.first].start, words[match.last].end, "according")

    def _quotes(self, text: str, start: int) -> Iterator[Cue]:
        for match in self.quotes.finditer(text):
            words = len(match.group().split())
            yield Cue(match.start() + start, match.end() + start, "quote" if words >= SPOKEN_WORDS else "words")
