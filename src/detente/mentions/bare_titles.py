""" "La ministre leur impute", "le porte-parole lui reproche": an office alone is the one official of its gender just named."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Match
from detente.mentions.office_kinds import NONE, Kinds, OfficeKinds
from detente.mentions.personal import Genders
from detente.mentions.tokens import Token
from detente.model import ActorMention

OFFICE = "office"  # the carrier of people who speak for their state


class BareTitles:
    """Compiled once for a language; `find` is pure. A language whose articles tell no gender has none."""

    def __init__(self, language: Language, actors: ActorFinder, kinds: OfficeKinds) -> None:
        self.actors, self.kinds, self.definite = actors, kinds, frozenset(language["definite"])
        self.plural = language["plural"]
        self.gender = Genders.of(language)
        self.gendered = bool(self.definite & self.gender.feminine)
        self.titles = frozenset(language["retitled"])
        self.ruling = language.words("links", "accredited")

    def find(
        self,
        words: Sequence[Token],
        persons: Sequence[Sequence[ActorMention]],
        genders: Mapping[str, bool],
        held: Mapping[str, Kinds],
    ) -> Iterator[ActorMention]:
        """The offices that stand for somebody. persons: the officials of the sentence before, then of the few before it.

        held: of people by name, the kinds of their offices.
        """
        if not self.gendered or not any(persons):
            return
        for match in self.actors.carried(words):
            if match.payload == OFFICE and self._alone(words, match):
                called = self.kinds.of(words[match.first : match.last + 1])
                told = (words[match.first].key, words[match.first - 1].key)
                fits = _fitting(self.gender.woman(told), genders, called, held)
                if whom := _one(persons, fits):
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


def _fitting(
    feminine: bool | None, genders: Mapping[str, bool], called: Kinds, held: Mapping[str, Kinds]
) -> Callable[[ActorMention], bool]:
    """Whether somebody may be called so: of that gender, and with no office of another kind."""

    def fits(mention: ActorMention) -> bool:
        own = held.get(mention.person or "", NONE)
        other = bool(called and own) and not called & own
        return not other and (feminine is None or genders.get(mention.person or "", feminine) == feminine)

    return fits


def _one(persons: Sequence[Sequence[ActorMention]], fits: Callable[[ActorMention], bool]) -> ActorMention | None:
    """The one official that fits, of the nearest sentences that name any."""
    for near in persons:
        fit = [m for m in near if fits(m)]
        if fit:
            return fit[0] if len({m.person for m in fit}) == 1 else None
    return None
