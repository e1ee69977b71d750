""" "La ministre leur impute", "le porte-parole lui reproche": an office alone is the one official of its gender just named."""

from collections.abc import Iterator, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Match
from detente.mentions.tokens import Token
from detente.model import ActorMention

OFFICE = "office"  # the carrier of people who speak for their state


class BareTitles:
    """Compiled once for a language; `find` is pure. A language whose articles tell no gender has none."""

    def __init__(self, language: Language, actors: ActorFinder) -> None:
        speech = language.maps["speech"]
        self.actors, self.definite, self.plural = actors, frozenset(language["definite"]), language["plural"]
        self.feminine, self.masculine = frozenset(speech["feminine"]), frozenset(speech["masculine"])
        self.gendered = bool(self.definite & self.feminine)
        self.titles = frozenset(language["retitled"])
        self.ruling = language.words("links", "accredited")

    def find(
        self, words: Sequence[Token], persons: Sequence[Sequence[ActorMention]], genders: Mapping[str, bool]
    ) -> Iterator[ActorMention]:
        """The offices that stand for somebody. persons: the officials of the sentence before, then of the few before it."""
        if not self.gendered or not any(persons):
            return
        for match in self.actors.carried(words):
            if match.payload == OFFICE and self._alone(words, match):
                feminine = self._gender(words, match.first)
                if whom := _one(persons, feminine, genders):
                    start = words[match.first].start
                    preposition = self.actors.preposition_before(words, start)
                    yield ActorMention(
                        start, words[match.last].end, whom.codes, "inferred", OFFICE, preposition, person=whom.person
                    )

    def _alone(self, words: Sequence[Token], match: Match[str]) -> bool:
        """Whether its article is right before it, and neither whose it is nor a name right behind."""
        head, first = words[match.first].key, match.first
        if (
            head not in self.titles
            or first == 0
            or words[first - 1].key not in self.definite
            or head.endswith(self.plural)
        ):
            return False
        behind = words[match.last + 1] if match.last + 1 < len(words) else None
        return behind is None or not (behind.key in self.ruling or behind.text[:1].isupper())

    def _gender(self, words: Sequence[Token], first: int) -> bool | None:
        """Whether a woman, by the noun or its article; None where neither tells."""
        told = (words[first].key, words[first - 1].key)
        return True if {*told} & self.feminine else False if {*told} & self.masculine else None


def _one(
    persons: Sequence[Sequence[ActorMention]], feminine: bool | None, genders: Mapping[str, bool]
) -> ActorMention | None:
    """The one official of that gender, of the nearest sentences that name any."""
    for near in persons:
        fit = [m for m in near if feminine is None or genders.get(m.person or "", feminine) == feminine]
        if fit:
            return fit[0] if len({m.person for m in fit}) == 1 else None
    return None
