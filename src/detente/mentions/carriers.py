"""Which nouns speak or act for a state ("le ministre", "troops"), whether or not it is named with them."""

from collections.abc import Collection, Mapping, Sequence

from detente.codebook.actors_model import ActorBook, ActorForm
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.tokens import Token, tokens

POST = 10  # words from a post to the house it is in: "patron de la direction Afrique du ministère"


class Carriers:
    """Compiled once for a codebook and a language. forms: those of the gazetteer."""

    def __init__(self, actors: ActorBook, language: Language, forms: Lexicon[ActorForm | None]) -> None:
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        kinds: Mapping[str, Sequence[str]] = language.maps["carriers"]
        self.nouns: Lexicon[str] = Lexicon(contractions)
        for kind, nouns in kinds.items():
            for spelled in (s for noun in nouns for s in _accented_or_not(noun)):
                self.nouns.add(self.nouns.noun(language.inflected(spelled)), kind)
        self.nouns.add_wordings(language["counterpart"], "office")
        self.forms = forms
        self.posts: Lexicon[str] = Lexicon(contractions)
        for post in language["posts"]:
            self.posts.add(self.posts.noun(language.inflected(post)), "office")
        self.within = frozenset(w for k in ("links", "toward", "within", "articles", "and") for w in language[k])
        every = (noun for group in kinds.values() for noun in group)
        self.letters = frozenset(noun.casefold() for noun in every if noun.isupper())  # "PM": never "at 8 pm"
        states = {code for code, entry in actors.entries.items() if entry.kind == "state"}
        masks = (m for m in actors.masks.get(language.code, ()) if self._bears(tokens(m), states, forms))
        self.bearers: Lexicon[str] = Lexicon()
        self.bearers.add_wordings(masks, "bearer")
        self.both: Lexicon[str] = Lexicon(contractions)
        self.both.add_wordings([s for words in language["both"] for s in _accented_or_not(words)], "both")
        self.provincial = frozenset(w.casefold() for w in language["provincial"])

    def _bears(self, mask: Sequence[Token], states: Collection[str], forms: Lexicon[ActorForm | None]) -> bool:
        """ "The *Free Syrian Army*", "the *British Council*": a mask with a state in it and what would carry it."""
        found = (m.payload for m in forms.find(mask))
        named = any(f is not None and f.actor in states and not f.weak for f in found)
        return named and any(True for _ in self.nouns.find(mask))

    def carried(self, words: Sequence[Token]) -> list[Match[str]]:
        """Nouns that speak or act for a state, whether or not it is named with them."""
        found = longest(self.nouns.find(words))
        found = longest([*found, *self._posted(found, words)])
        found = [m for m in found if words[m.first].key not in self.letters or words[m.first].text.isupper()]
        borne = self.borne(words) if found else ()
        found = [m for m in found if m.first not in borne]
        return [m for m in found if not _titles(m, words)]

    def _posted(self, found: Sequence[Match[str]], words: Sequence[Token]) -> list[Match[str]]:
        """ "Le *patron* de la direction Afrique du *ministère*": posts in what acts for a state, and only those."""
        posts = list(self.posts.find(words))
        if not posts:
            return []
        houses = {m.first for m in found if m.payload == "government"}
        houses |= {m.first for m in self.forms.find(words) if m.payload and m.payload.how == "seat"}
        return [m for m in posts if self._leads_to(m.last + 1, houses, words)]

    def _leads_to(self, start: int, houses: Collection[int], words: Sequence[Token]) -> bool:
        """Whether one noun phrase goes on from a word to one of these: no comma, and a preposition in it."""
        for i in range(start, min(start + POST, len(words))):
            if i in houses:
                return any(t.key in self.within for t in words[start:i])
            if not words[i].key[0].isalpha():
                return False
        return False

    def borne(self, words: Sequence[Token]) -> set[int]:
        """The words of what bears a state's name, and is none of its own: "the *Free Syrian Army*"."""
        return {i for m in self.bearers.find(words) for i in range(m.first, m.last + 1)}

    def sovereign(self, words: Sequence[Token]) -> list[Match[str]]:
        """The carriers but for what a province has too: a governor, a court."""
        return [m for m in self.carried(words) if words[m.last].key not in self.provincial]

    def pairs(self, words: Sequence[Token]) -> list[Match[str]]:
        """ "les deux parties", "both sides": who they are is for the document to say."""
        return longest(self.both.find(words))


def _accented_or_not(noun: str) -> set[str]:
    return {noun, noun.replace("É", "E")}  # "chef d'Etat"


def _titles(carrier: Match[str], tokens: Sequence[Token]) -> bool:
    """ "Myanmar's *National* Unity Government": a capital before another is of a title, and names no nationals."""
    own = tokens[carrier.first : carrier.last + 2]
    titled = all(t.text[:1].isupper() and not t.text.isupper() for t in own)
    return carrier.payload == "nationals" and len(own) == carrier.last - carrier.first + 2 and titled
