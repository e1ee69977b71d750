"""Whom "ce dernier", "celui-ci", "the latter" stands for: the official that was named last, here or in the sentence before."""

from collections.abc import Iterator, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence

OFFICE = "office"  # the carrier of people who speak for their state
FEMININE, MASCULINE, EITHER = "feminine", "masculine", "either"


class LastNamed:
    """Compiled once for a language; `find` is pure."""

    def __init__(self, language: Language, actors: ActorFinder) -> None:
        self._words: Lexicon[str] = Lexicon()
        for gender, wordings in language.maps["last_named"].items():
            self._words.add_wordings(wordings, gender)
        self._actors = actors

    def find(
        self,
        sentence: Sentence,
        own: Sequence[Token],
        before: tuple[Sequence[ActorMention], Sequence[ActorMention]],
        genders: Mapping[str, bool],
    ) -> Iterator[ActorMention]:
        """before: the officials of the sentence before; of the few before it, the nearest first. genders: of people by name,
        whether a woman."""
        for match in longest(self._words.find(own)):
            start, end = own[match.first].start, own[match.last].end
            here = [m for m in officials(sentence) if m.end <= start]
            nearest = here or before[0]
            fit = [m for m in nearest if _is(match.payload, genders.get(m.person or ""))]
            if nearest and not fit:  # "…, l'ambassadrice. Il lui a dit… *Cette dernière*"
                fit = [m for m in before[1] if genders.get(m.person or "") == (match.payload == FEMININE)][:1]
            if fit:
                preposition = self._actors.preposition_before(own, start)
                yield ActorMention(start, end, fit[-1].codes, "inferred", OFFICE, preposition, person=fit[-1].person)


def officials(sentence: Sentence) -> tuple[ActorMention, ...]:
    """Whoever a sentence names by his office, of one state."""
    return tuple(m for m in sentence.actors if m.carrier == OFFICE and len(m.codes) == 1 and not m.place)


def _is(gender: str, woman: bool | None) -> bool:
    """Whether somebody may be meant: a thing may be "celle-ci" as well, so a woman must be known for one."""
    return gender == EITHER or (bool(woman) if gender == FEMININE else not woman)
