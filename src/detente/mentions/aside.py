"""Who bears a state's name and does not speak for it: its nationals, who has left office, who fights it."""

from collections.abc import Collection, Sequence

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.tokens import Token


class Aside:
    """Compiled once for a language. links: the prepositions that link a noun to its complement."""

    def __init__(self, language: Language, links: Collection[str]) -> None:
        self.links = links
        self.fighting: Lexicon[str] = Lexicon()
        self.fighting.add_wordings(language["against_the_state"], "against")
        self.former = frozenset(language["former"])

    def of_nationals(self, carrier: Match[str], tokens: Sequence[Token], carriers: Sequence[Match[str]]) -> bool:
        """ "Une délégation *d'hommes d'affaires* turcs": who they are says for whom they speak."""
        behind = tokens[carrier.last + 1].key if carrier.last + 1 < len(tokens) else ""
        whose = (c for c in carriers if c.payload == "nationals" and c.first == carrier.last + 2)
        return behind in self.links and any(whose)

    def against(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """ "Sudan's *Rapid Support* Forces", "le gouvernement *parallèle* soudanais", "*rebel* Yemeni forces": they fight the state."""
        start = max(first - 1, 0)
        return any(m.first <= last + 1 - start for m in self.fighting.find(tokens[start : last + 3]))

    def is_past(self, tokens: Sequence[Token], first: int) -> bool:
        """ "Un *ancien* ministre malien", "*ex*-ministre": who has left office."""
        before = first - 1 - (first > 1 and tokens[first - 1].text == "-")
        return before >= 0 and tokens[before].key in self.former
