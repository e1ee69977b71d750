"""What doubts, denies, plans or calls off an act: the words around it, each a cue with its kind."""

from collections.abc import Iterable, Iterator, Sequence

from detente.codebook.entries import EFFECT, Act
from detente.codebook.languages import CUES, Language
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.tokens import Token, key_of
from detente.model import Cue

CONFIRMED = 8  # words from "ne" to its "pas"
BEFORE = 12  # words from "aucun" to the "ne" of its verb


class CueFinder:
    """Compiled once for a codebook's acts and a language."""

    def __init__(self, language: Language, acts: Iterable[Act] = ()) -> None:
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.cues: Lexicon[str] = Lexicon(contractions)
        for kind in CUES:
            self.cues.add_wordings(language[kind], kind)
        for act in (a for a in acts if a.effect):
            for noun in _nouns(act, language.code):
                self.cues.add(self.cues.noun(language.inflected(noun)), f"{EFFECT}{act.effect}")
        negation = language.maps["negation"]
        self.cues.add_wordings(negation["not"], "no-negation")
        self.cues.add_wordings((w for w in negation["before"] if " " in w), "negation")
        self.negation, self.confirm = frozenset(negation["before"]), frozenset(negation["confirm"])
        self.marker, self.definite = frozenset(language["infinitive"]), frozenset(language["definite"])
        self.articles = frozenset(language["articles"]) | self.definite
        self.alone, self.nobody = frozenset(negation["alone"]), frozenset(negation["nobody"])

    def find(self, tokens: Sequence[Token]) -> list[Cue]:
        matches = list(self.cues.find(tokens))
        found = [
            Cue(tokens[m.first].start, tokens[m.last].end, m.payload)
            for m in matches
            if m.payload != "no-negation" and not _is_name(m, tokens)
            if not self._is_noun(m, tokens) and not self._before_noun(m, tokens)
        ]
        excused = {i for m in matches if m.payload == "no-negation" for i in range(m.first, m.last + 1)}
        return sorted([*found, *self._negations(tokens, excused)], key=lambda c: (c.start, c.end, c.kind))

    def _is_noun(self, match: Match[str], tokens: Sequence[Token]) -> bool:
        """ "Handed over the *remains*", "le *reste*": behind an article, what may tell that something lasts is a thing."""
        led = match.first > 0 and tokens[match.first - 1].key in self.definite
        return match.payload == "ongoing" and match.first == match.last and led

    def _before_noun(self, match: Match[str], tokens: Sequence[Token]) -> bool:
        """ "Due to *its* refusal", "is to *the* north": what ends in the mark of an infinitive needs a verb behind it."""
        if match.payload != "future" or tokens[match.last].key not in self.marker or match.last + 1 >= len(tokens):
            return False
        return tokens[match.last + 1].key in self.articles

    def _negations(self, tokens: Sequence[Token], excused: set[int]) -> Iterator[Cue]:
        """ "ne … pas" is one cue from the first word to the second; "sans", "never" stand alone."""
        for i, token in enumerate(tokens):
            if i in excused or token.key not in self.negation:
                if token.key in self.nobody and any(t.key in self.negation for t in tokens[i + 1 : i + BEFORE]):
                    yield Cue(token.start, token.end, "negation")  # "*aucune* cyberattaque n'a visé"
                continue
            if token.key in self.alone and not _answers(tokens, i):
                yield Cue(token.start, token.end, "negation")
                continue
            reach = [
                j
                for j in range(i + 1, min(i + CONFIRMED, len(tokens)))
                if tokens[j].key in self.confirm and j not in excused
            ]
            if reach:
                yield Cue(token.start, tokens[reach[0]].end, "negation")
            elif any(t.key in self.nobody for t in tokens[max(0, i - BEFORE) : i]):
                yield Cue(token.start, token.end, "negation")  # "*Aucun* ministre *ne* se rendra à Pékin"


class BreakFinder:
    """Where a clause begins: "que", "while", "tout en". Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        self.words: Lexicon[str] = Lexicon()
        for words in language["clause_breaks"]:
            self.words.add([frozenset({key_of(word)}) for word in words.split()], "break")

    def find(self, tokens: Sequence[Token]) -> tuple[int, ...]:
        return tuple(tokens[m.first].start for m in self.words.find(tokens))


def _answers(tokens: Sequence[Token], at: int) -> bool:
    """ "*No*. We signed it": the answer to a question denies nothing of what follows."""
    return at == 0 and len(tokens) > 1 and not tokens[1].key[:1].isalnum()


def _is_name(match: Match[str], tokens: Sequence[Token]) -> bool:
    """ "On 12 *May*", "*Will* Ellsworth": one word with a capital inside a sentence is a name."""
    inside = match.first > 0 and tokens[match.first - 1].key[-1:].isalnum()
    return match.first == match.last and inside and tokens[match.first].text[:1].isupper()


def _nouns(act: Act, language: str) -> Iterator[str]:
    """The nouns of an act that are one word."""
    for group in act.groups.get(language, ()):
        yield from (noun for noun in group.nouns if noun.isalpha())
