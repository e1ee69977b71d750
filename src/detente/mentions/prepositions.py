"""The preposition that rules a noun phrase: articles, counts and what describes a town passed over."""

from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.mentions.tokens import Token

KINDS = ("links", "accredited", "within", "toward", "from", "between", "with", "and", "passive_by")
QUOTES = frozenset('"«»“”')  # they may close between a preposition and what it rules
YEAR = 4  # digits


class Prepositions:
    """Compiled once for a language. small: the words of each kind, "and" among them."""

    def __init__(self, language: Language) -> None:
        self.small = {kind: frozenset(language[kind]) for kind in KINDS}
        owning = frozenset(language["premodified"])
        self.every = frozenset().union(*self.small.values()) - self.small["and"] - owning
        self.ruling = self.every | frozenset(language["sidelined"])
        self.ruling_alone = self.ruling - self.small["links"] - self.small["from"]
        self.articles = frozenset(language["articles"])
        self.towns = frozenset(w.casefold() for w in language["towns"])
        self.titles = frozenset(w.casefold() for w in language["honorifics"])
        self.passed = self.articles | self.towns | frozenset(language["prenominal"])

    def before(self, tokens: Sequence[Token], start: int) -> str:
        """The preposition that rules the noun phrase beginning at `start`, articles passed over; "" when none does."""
        before = [t.key for t in tokens if t.end <= start]
        if len(before) == 1 and before[0] in self.articles:
            return ""  # "*Des* responsables saoudiens sont arrivés": an article that opens the sentence
        while before and (before[-1] in QUOTES or self._is_title(before)):
            before.pop()  # "l'expulsion *« de nombreux »* diplomates russes", "the expulsion of *Mr* Odhiambo"
        if len(before) > 1 and before[-1] in self.articles and before[-2] in self.ruling_alone:
            return before[-2]  # "*par des* militaires guinéens"
        if before and before[-1] in self.every:
            return before[-1]
        if before[-1:] == [","] and before[-2:-1] and before[-2] in self.towns:
            before.pop()  # "in the capital, Honiara"
        while before and (before[-1] in self.passed or _is_count(before[-1])):
            before.pop()  # "of *17* Russian diplomats", "to the *capital* Honiara"; not "in *2019* Kenya"
        return before[-1] if before and before[-1] in self.ruling else ""

    def _is_title(self, before: Sequence[str]) -> bool:
        """Whether a title ends the words, its full stop apart: "of *Mr.* Odhiambo"."""
        return before[-1] in self.titles or (before[-1] == "." and len(before) > 1 and before[-2] in self.titles)


def _is_count(word: str) -> bool:
    """Whether digits count: four of them are a year."""
    return word[0].isdigit() and not (len(word) == YEAR and word.isdigit())
