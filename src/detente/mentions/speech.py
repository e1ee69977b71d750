"""Which words report speech: verbs by their strength, "selon", and quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.mentions.lexicon import GAP, Lexicon, Match, longest
from detente.mentions.quotations import single
from detente.mentions.tokens import Token
from detente.model import Cue

CONTENT = 9  # tokens between a reporting verb and its "que": "a indiqué, mardi à Bamako, devant la presse, que"
SPOKEN_WORDS = 4  # fewer words in quotation marks are a title or a distance taken, rarely speech
FINITE = ("present", "imperfect", "preterite", "future", "conditional")
STRENGTHS = ("say", "claim", "deny", "demand", "praise", "blame", "warn", "promise")


@dataclass(frozen=True, slots=True)
class Saying:
    """A form of a verb of saying. strong: it reports speech whatever follows; bare: it needs no "that".

    either: a participle that is a finite form as well ("dit"). clitic: a little word that must stand before it ("*y* voir").
    """

    verb: str
    strength: str
    tense: str
    strong: bool
    bare: bool
    reflexive: bool
    gapped: bool
    either: bool = False
    clitic: str = ""


class SpeechFinder:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        strengths = {verb: s for s in reversed(STRENGTHS) for verb in speech[s]}
        self.verbs: Lexicon[Saying] = Lexicon(contractions)
        self.infinitives: Lexicon[Saying] = Lexicon(contractions)  # they say something where another verb leads to them
        for verb, strength in sorted(strengths.items()):
            self._add(verb, strength, language)
        self.according: Lexicon[str] = Lexicon(contractions)
        self.according.add_wordings(speech["according"], "according")
        self.silent: Lexicon[str] = Lexicon(contractions)
        self.silent.add_wordings(speech["silent"], "silent")
        self.reflexives = frozenset(language["reflexive"])
        self.that = frozenset(speech["that"])
        self.replying = frozenset(speech["replying"])
        marks = "|".join(f"{re.escape(p[0])}[^{re.escape(p[0] + p[1])}]+{re.escape(p[1])}" for p in speech["quotes"])
        self.quotes = re.compile(marks)

    def _add(self, verb: str, strength: str, language: Language) -> None:
        speech = language.maps["speech"]
        reflexive, first, rest = language.parts(verb)
        strong, bare = verb in speech["strong"], verb in speech["bare"]
        head, _, alone = verb.partition(" ")
        clitic = head if head in language["clitics"] and alone == first else ""
        forms = sorted(set(language.forms(first)))
        finite = {form for form, tense in forms if tense in FINITE}
        for form, tense in forms:
            either = tense == "past" and form in finite
            saying = Saying(verb, strength, tense, strong, bare, reflexive, GAP in rest, either, clitic)
            lexicon = self.infinitives if tense == "infinitive" and not language["infinitive"] else self.verbs
            lexicon.add(lexicon.elements(f"{form} {rest}"), saying)

    def find(self, text: str, start: int, words: Sequence[Token]) -> tuple[Cue, ...]:
        """Cues of kinds verb, according and quote, in order; offsets in the document."""
        found = [*self._verbs(words), *self._according(words), *self._quotes(text, start)]
        return tuple(sorted(found, key=lambda c: (c.start, c.end, c.kind)))

    def sayings(self, words: Sequence[Token]) -> list[Match[Saying]]:
        """Verbs of saying that do not overlap; of one wording, the reflexive verb where it is written so."""
        silent = {i for m in self.silent.find(words) for i in range(m.first, m.last + 1)}
        fit = [m for m in self.verbs.find(words) if not m.payload.reflexive or self._reflexive(words, m.first)]
        fit = [m for m in fit if m.first not in silent and not _is_name(words, m.first)]
        fit = [m for m in fit if not m.payload.clitic or self._stands(words, m.first, frozenset({m.payload.clitic}))]
        return longest(sorted(fit, key=lambda m: not m.payload.reflexive))

    def _reflexive(self, words: Sequence[Token], first: int) -> bool:
        """ "Se dit", "s'est dite": the pronoun stands within three words before the verb."""
        return self._stands(words, first, self.reflexives)

    def _stands(self, words: Sequence[Token], first: int, little: frozenset[str]) -> bool:
        return any(t.key in little for t in words[max(first - 3, 0) : first])

    def _verbs(self, words: Sequence[Token]) -> Iterator[Cue]:
        for match in self.sayings(words):
            last = match.first if match.payload.gapped else match.last
            after = [t.key for t in words[last + 1 : last + 1 + CONTENT]]
            kind = "verb" if match.payload.strong or self.that & set(after) else "weak-verb"
            yield Cue(words[match.first].start, words[last].end, kind)

    def _according(self, words: Sequence[Token]) -> Iterator[Cue]:
        for match in longest(self.according.find(words)):
            yield Cue(words[match.first].start, words[match.last].end, "according")

    def _quotes(self, text: str, start: int) -> Iterator[Cue]:
        for match in self.quotes.finditer(single(text)):
            words = len(match.group().split())
            yield Cue(match.start() + start, match.end() + start, "quote" if words >= SPOKEN_WORDS else "words")


def _is_name(words: Sequence[Token], i: int) -> bool:
    """ "The *Voice* of America": a capital behind a small letter."""
    return i > 0 and words[i].text[:1].isupper() and words[i - 1].text[:1].islower()
