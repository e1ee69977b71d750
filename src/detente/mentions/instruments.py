"""What is acted on: the codebook's instruments, named for sure or by a word that needs others beside it."""

from collections.abc import Collection, Mapping, Sequence

from detente.codebook.entries import Instrument
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.tokens import Token
from detente.model import InstrumentMention


class InstrumentFinder:
    """Compiled once for a codebook and a language."""

    def __init__(self, instruments: Mapping[str, Instrument], language: Language) -> None:
        self.language = language
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.instruments: Lexicon[str | None] = Lexicon(contractions)
        self.weak: Lexicon[str] = Lexicon(contractions)
        self.near: dict[str, Lexicon[str]] = {}
        for instrument in instruments.values():
            self._add(instrument, contractions)

    def _add(self, instrument: Instrument, contractions: dict[str, frozenset[str]]) -> None:
        code = self.language.code
        weak = set(instrument.weak.get(code, ()))
        for word in instrument.words.get(code, ()):
            (self.weak if word in weak else self.instruments).add(
                self.instruments.noun(self.language.inflected(word)), instrument.id
            )
        self.instruments.add_wordings(instrument.refuse.get(code, ()), None)
        self.near[instrument.id] = Lexicon(contractions)
        self.near[instrument.id].add_wordings(instrument.near.get(code, ()), instrument.id)

    def firm(self, tokens: Sequence[Token]) -> set[str]:
        """Instruments that these words name for sure: by a wording that needs no other word, or has it beside it."""
        return {m.instrument for m in self.find(tokens)}

    def find(self, tokens: Sequence[Token], known: Collection[str] = ()) -> list[InstrumentMention]:
        """Instruments named; a weak word ("bond") needs one of its `near` words, or the firm wording elsewhere on the page."""
        firm: list[Match[str | None]] = longest(self.instruments.find(tokens))
        covered = {i for m in firm for i in range(m.first, m.last + 1)}
        weak = [
            m
            for m in self.weak.find(tokens)
            if m.first not in covered
            and not _in_a_name(m, tokens)
            and (m.payload in known or any(True for _ in self.near[m.payload].find(tokens)))
        ]
        found = [(m.first, m.last, m.payload) for m in firm if m.payload] + [
            (m.first, m.last, m.payload) for m in longest(weak)
        ]
        return [
            InstrumentMention(tokens[first].start, tokens[last].end, payload) for first, last, payload in sorted(found)
        ]

    def has_weak(self, tokens: Sequence[Token]) -> bool:
        """Whether a word stands here that names an instrument only if the page does."""
        return any(True for _ in self.weak.find(tokens))


def _in_a_name(match: Match[str], tokens: Sequence[Token]) -> bool:
    """ "Le programme *Riz* du Sud": one word with a capital inside a sentence belongs to a name."""
    inside = match.first > 0 and tokens[match.first - 1].key[-1:].isalnum()
    return match.first == match.last and inside and tokens[match.first].text[:1].isupper()
