"""Who stands where in a sentence that may tell whose official somebody is; a vote on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.mentions.introductions import Introduction
from detente.mentions.tokens import Token

LABEL = 2  # words of a label: "South Korea:"
ARTICLE = 5  # characters of an article and its spaces


@dataclass(frozen=True, slots=True)
class Vote:
    """For or against a side: of `code`, or of another person of the page by number."""

    person: int
    why: str  # a key of allegiance.WEIGHTS
    same: bool
    code: str | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or something in a sentence that may lead it: a state's, or a person by number."""

    start: int
    end: int
    preposition: str
    codes: tuple[str, ...] = ()
    person: int | None = None
    place: bool = False
    capital: bool = False

    @property
    def known(self) -> bool:
        """Whether it is anybody in particular; "the ministry" alone is not."""
        return bool(self.codes) or self.person is not None

    @property
    def free(self) -> bool:
        """Whether it may be a subject: no place, no preposition before it."""
        return not self.place and not self.preposition


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the vote: its words, who stands in it, who is introduced there."""

    words: Sequence[Token]
    figures: Sequence[Figure]
    introduced: Sequence[tuple[int, Introduction]] = ()
    named: Sequence[Figure] = ()  # the figures, and the states that adjectives name
    quoted: Sequence[tuple[int, int]] = ()
    paragraph: int = -1
    frame: str | None = None  # the state that its first words name, however they do

    def labelled(self) -> Figure | None:
        """ "*Cuba :* « … », prévient le président X": the one state that stands alone before the sentence's first colon."""
        colon = next((t.start for t in self.words if t.text == ":"), 0)
        ahead = [f for f in self.figures if f.end <= colon]
        alone = (
            len(ahead) == 1
            and not ahead[0].preposition
            and sum(t.text[0].isalpha() for t in self.between(0, colon)) <= LABEL
        )
        return ahead[0] if alone and ahead[0].codes else None

    def opened_by(self, place: Figure) -> bool:
        """Whether one small word at most stands before it: "À Dakar, …", "In Beijing…"."""
        return sum(t.text[0].isalpha() for t in self.words if t.end <= place.start) <= 1

    def between(self, start: int, end: int) -> list[Token]:
        return [t for t in self.words if start <= t.start < end]

    def before(self, figure: Figure, skipped: frozenset[str] = frozenset()) -> Token | None:
        """The word before a figure, those of `skipped` (articles) passed over."""
        return next((t for t in reversed(self.words) if t.end <= figure.start and t.key not in skipped), None)

    def in_quotes(self, figure: Figure) -> bool:
        return any(a <= figure.start < b for a, b in self.quoted)

    def ahead(self, figure: Figure, n: int) -> list[Figure]:
        """Who stands before somebody, outside quotation marks."""
        return [
            f for f in self.figures if not f.place and f.person != n and f.end <= figure.start and not self.in_quotes(f)
        ]


def votes(person: int, why: str, figure: Figure, same: bool) -> Iterator[Vote]:
    """One, or none where the figure is of no one side."""
    if figure.person is not None:
        yield Vote(person, why, same, other=figure.person)
        yield Vote(figure.person, why, same, other=person)
    elif len(figure.codes) == 1:
        yield Vote(person, why, same, code=figure.codes[0])
