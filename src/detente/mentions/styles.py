"""How far a state's name reaches: its style before it ("the *Republic of* Mali"), and no word of an office ("l'*État* français")."""

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.lexicon import Match
from detente.mentions.names import Name
from detente.mentions.tokens import Token


class Styles:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        self.styles, self.words = frozenset(language["styles"]), frozenset(language["style_words"])
        self.articles, self.links = frozenset(language["articles"]), frozenset(language["links"])

    def whole(self, name: Name, tokens: Sequence[Token], carriers: Sequence[Match[str]]) -> Name:
        return _past(self._styled(name, tokens, carriers), carriers)

    def _styled(self, name: Name, tokens: Sequence[Token], carriers: Sequence[Match[str]]) -> Name:
        """ "The *Bolivarian Republic of* Venezuela", "la *République islamique de* Mauritanie": a state's full name."""
        at = name.first - 1
        while at > 0 and tokens[at].key in self.articles:
            at -= 1
        if name.how != "name" or at < 1 or tokens[at].key not in self.links:
            return name
        at -= 1
        while at > 0 and tokens[at].key in self.words:
            at -= 1
        begun = tokens[at].key in self.styles and tokens[at].text[:1].isupper()
        if not begun or any(c.first <= at <= c.last for c in carriers):
            return name  # "le président de la République du Mali": of the office
        while at > 0 and tokens[at - 1].key in self.words:
            at -= 1
        return replace(name, first=at if tokens[at].text[0].isalpha() else at + 1)


def _past(name: Name, carriers: Sequence[Match[str]]) -> Name:
    """ "Le chef de l'*État français*": of a name that begins inside an office, the adjective behind it."""
    over = next((c for c in carriers if c.first < name.first <= c.last < name.last), None)
    return replace(name, first=over.last + 1, how="adjective") if over else name
