"""Who rules where: "the junta *in Niamey*", "les militaires *au pouvoir au Niger*" act for the state they sit in."""

from collections.abc import Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.tokens import Token

POWERS = ("government", "office", "force")


class Seated:
    """Compiled once for a language; `place` is pure."""

    def __init__(self, language: Language) -> None:
        self.within, self.articles = frozenset(language["within"]), frozenset(language["articles"])
        self.rulers: Lexicon[str] = Lexicon()
        for noun in language["ruling_there"]:
            self.rulers.add(self.rulers.noun(language.inflected(noun)), noun)
        self.in_power: Lexicon[str] = Lexicon()
        self.in_power.add_wordings(language["in_power"], "in power")

    def place(self, carrier: Match[str], tokens: Sequence[Token], starts: Mapping[int, str]) -> int:
        """The first token of the state or capital in which whom a carrier names rules, -1 where none is told.

        starts: what the names of the sentence are, by their first token.
        """
        if carrier.payload not in POWERS:
            return -1
        at = carrier.last + 1
        powers = [m.last + 1 for m in self.in_power.find(tokens[at : at + 3]) if m.first == 0]
        if not powers and not self._rules(carrier, tokens):
            return -1
        at += max(powers, default=0)
        if at >= len(tokens) or tokens[at].key not in self.within:
            return -1
        at += 1
        while at < len(tokens) and tokens[at].key in self.articles:
            at += 1
        return at if starts.get(at) in ("name", "capital") else -1

    def _rules(self, carrier: Match[str], tokens: Sequence[Token]) -> bool:
        own = tokens[carrier.first : carrier.last + 1]
        return any(m.last == len(own) - 1 for m in self.rulers.find(own))
