"""Who has an office on a page, with or without a state: "the immigration minister, Colin Tessier", then "Mr Tessier"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.tokens import Token
from detente.model import Sentence

BETWEEN = 3  # words of a rank between an office's comma and the name: "le général"


@dataclass(frozen=True, slots=True)
class Player:
    """code: the side, None while no sentence tells it; feminine: None where nothing shows it."""

    name: str
    code: str | None = None
    feminine: bool | None = None


class Casting:
    """Compiled once for a language."""

    def __init__(self, language: Language, small: people.Small) -> None:
        self.feminine = frozenset(w.casefold() for w in language.maps["speech"]["feminine"])
        self.small = small

    def cast(self, text: str, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]]) -> dict[str, Player]:
        """Surname -> who it is; the first full name and the first side told win."""
        found: dict[str, Player] = {}
        for sentence, own in zip(sentences, words, strict=True):
            for m in sentence.actors:
                if m.person and m.how != "pronoun":
                    self._learn(found, Player(m.person, m.codes[0] if len(m.codes) == 1 else None))
            for start, end in sentence.carriers:
                for player in self._introduced(text, sentence, own, start, end):
                    self._learn(found, player)
        return found

    def _learn(self, found: dict[str, Player], new: Player) -> None:
        key = new.name.split()[-1]
        old = found.get(key)
        if old is None:
            found[key] = new
            return
        name = new.name if len(new.name.split()) > len(old.name.split()) else old.name
        feminine = old.feminine if old.feminine is not None else new.feminine
        found[key] = replace(old, name=name, code=old.code or new.code, feminine=feminine)

    def _introduced(
        self, text: str, sentence: Sentence, own: Sequence[Token], start: int, end: int
    ) -> Iterator[Player]:
        first = next((i for i, t in enumerate(own) if t.start == start), -1)
        last = next((i for i, t in enumerate(own) if t.end == end), -1)
        if first < 0 or last < 0:
            return
        span = self._after(own, last + 1) or self._before(own, first)
        if span is None or span[0] > span[1]:
            return
        near = [m for m in sentence.actors if m.start < end and start < m.end and m.carrier and len(m.codes) == 1]
        near += [m for m in sentence.actors if m.start == own[span[0]].start and len(m.codes) == 1]
        named = [m for m in sentence.actors if m.start < own[span[1]].end and own[span[0]].start < m.end]
        if named and not any(m.person for m in named):
            return  # a country, not a name
        before = {t.key for t in own[max(first - 1, 0) : last + 1]}
        yield Player(
            text[own[span[0]].start : own[span[1]].end],
            near[0].codes[0] if near else None,
            bool(before & self.feminine) or None,
        )

    def _after(self, own: Sequence[Token], i: int) -> tuple[int, int] | None:
        """A name right behind the office; or behind its portfolio, its state, a comma and a rank."""
        if (last := people.name_at(own, i, self.small.particles)) >= i:
            return i, last
        for j in range(i, min(i + people.PORTFOLIO, len(own))):
            if own[j].text == ",":
                return self._ranked(own, j + 1)
            if own[j].key in self.small.stops or not own[j].text[0].isalpha():
                return None
        return None

    def _ranked(self, own: Sequence[Token], i: int) -> tuple[int, int] | None:
        for j in range(i, min(i + BETWEEN, len(own))):
            last = people.name_at(own, j, self.small.particles)
            if last >= j + 1:
                return j, last
            if last >= j or not own[j].text[0].isalpha() or own[j].key in self.small.stops:
                return None
        return None

    def _before(self, own: Sequence[Token], i: int) -> tuple[int, int] | None:
        """ "Eleni Markidou, a spokeswoman": a full name, a comma, an article, the office."""
        j = i - 1
        while j >= 0 and own[j].key in self.small.articles:
            j -= 1
        if j < 1 or own[j].text != ",":
            return None
        first = people.name_before(own, j - 1, self.small.particles)
        return (first, j - 1) if j - first >= 2 else None


def appearing(
    own: Sequence[Token], cast: Mapping[str, Player], small: people.Small
) -> Iterator[tuple[int, int, Player]]:
    """(first, last, who) of each name of the cast among the words."""
    for i, token in enumerate(own):
        player = cast.get(token.text)
        if player is not None:
            first = people.name_before(own, i, small.particles)
            names = set(player.name.split())
            while first < i and own[first].text not in names:
                first += 1
            yield first, i, player
