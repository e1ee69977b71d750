"""Who stands as "il", "elle" in the sentence behind his own: there too it is told whom he meets, blames, speaks for."""

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.figures import Figure, Said
from detente.mentions.people import Person
from detente.mentions.personal import Pronouns
from detente.mentions.tokens import Token

FRONT = 2  # words of "Puis il", before which a pronoun opens no sentence


class TakenUp:
    """Compiled once for a language; `said` is pure. Pronouns for states, and for several, take up nobody."""

    def __init__(self, language: Language) -> None:
        pronouns = Pronouns(language)
        self.gender = pronouns.gender.among(pronouns.single - {*language["clitic_objects"]})

    def said(self, every: Sequence[Said], persons: Sequence[Person]) -> list[Said]:
        """The same, with a figure for each pronoun that takes up the person who leads the sentence before."""
        out: list[Said] = []
        for one in every:
            n = _leading(out[-1]) if out else None
            token = self._pronoun(one) if n is not None and not one.introduced else None
            if n is None or token is None or self._clashes(token, persons[n]):
                out.append(one)
                continue
            figure = Figure(token.start, token.end, "", person=n)
            figures = sorted((*one.figures, figure), key=lambda f: f.start)
            named = sorted((*one.named, figure), key=lambda f: f.start)
            out.append(replace(one, figures=figures, named=named))
        return out

    def _pronoun(self, one: Said) -> Token | None:
        """The one that opens the sentence, else the one behind a verb turned round: "…, a-t-*il* dit"."""
        both = self.gender.feminine | self.gender.masculine
        opening = next((t for t in one.words[:FRONT] if t.key in both), None)
        turned = (b for a, b in zip(one.words, one.words[1:], strict=False) if a.text == "-" and b.key in both)
        return opening or next(turned, None)

    def _clashes(self, token: Token, person: Person) -> bool:
        woman = person.feminine
        return woman is not None and self.gender.woman((token.key,)) != woman


def _leading(one: Said) -> int | None:
    """The person who leads a sentence, before any other that no preposition rules."""
    first = next((f for f in one.figures if f.free), None)
    return first.person if first else None
