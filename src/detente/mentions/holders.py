"""Whom the codebook knows to hold office on a page's day, by name; a street or a prize that bears it is nobody."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property

from detente.codebook.actors_model import ActorForm
from detente.codebook.people_model import Holder, People, flat
from detente.mentions.lexicon import Match
from detente.mentions.tokens import Token

MARKS = "-–'’"
YEAR = 4  # digits
BESIDE = 6  # words between a name and what it is the name of: "l'aéroport international de Bamako - Modibo Keïta"


class Holders:
    """Compiled once for a codebook and a language, out of what is kept; pure."""

    def __init__(self, people: People, language: str) -> None:
        self.people, self.wordings, self.language = people, people.wordings, language
        self.before = frozenset(self.wordings.before.get(language, ()))
        self.between = frozenset(self.wordings.between.get(language, ()))
        self.after = frozenset(self.wordings.after.get(language, ()))

    def find(self, tokens: Sequence[Token], day: date | None) -> Iterator[Match[ActorForm | None]]:
        """Every whole name, with whose he is; with nothing where it is no official's. day: the page's, None if unknown."""
        spans: dict[tuple[int, int], list[Holder]] = {}
        for i, token in enumerate(tokens):
            for holder in self.people.under(self._word(token)) if token.text[:1].isupper() else ():
                if span := self._span(tokens, i, holder):
                    spans.setdefault(span, []).append(holder)
        for (first, last), found in spans.items():
            if (form := self._one(tokens, first, last, found, day)) or not all(h.actor for h in found):
                yield Match(first, last, form)

    def behind_office(
        self, name: Sequence[Token], noun: Sequence[Token], page: Collection[str], day: date | None
    ) -> str | None:
        """ "Le ministre *Camara*": the one actor that the page names whose officials have one of that surname and office."""
        if len(name) != 1:
            return None
        words, surname = [flat(t.text) for t in noun], self._word(name[0])
        offices = {" ".join(words), words[0], words[-1]}
        fit = (h for h in self._surnamed.get(surname, ()) if h.actor in page and h.holds(day))
        found = {h.actor for h in fit if not offices.isdisjoint(self._nouns(h.role))}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _surnamed(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = {}
        for holder in self.people.every():
            if holder.actor and len(holder.words) > 1:
                found.setdefault(holder.words[-1], []).append(holder)
        return found

    def _nouns(self, role: str) -> tuple[str, ...]:
        return self.people.role(role).nouns.get(self.language, ())

    def _one(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Holder], day: date | None
    ) -> ActorForm | None:
        """The one actor whose he is that day, or in a year that the sentence names; two of one name are nobody."""
        held = [h for h in found if h.holds(day)] or [h for h in found if h.held_in(_years(tokens))]
        if not held and day is None and last > first:
            held = [h for h in found if h.actor]  # of a page without a day, by his whole name, whenever he held it
        if len({h.actor for h in held}) != 1 or not held[0].actor or self.monument(tokens, first, last):
            return None
        if first == last and first and self._word(tokens[first - 1]) in self.people.given:  # "Rafic *Hariri*"
            return None
        name = " ".join(t.text for t in tokens[first : last + 1])
        return ActorForm(name, held[0].actor, "person", "", all(h.weak for h in held))

    def monument(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """ "L'aéroport international *Blaise Diagne*", "the *Clinton* Foundation"."""
        for t in tokens[last + 1 : last + 3]:
            if t.key in self.after:
                return True
            if t.key not in self.between:
                break
        for t in reversed(tokens[max(first - BESIDE, 0) : first]):
            if t.key in self.before:
                return True
            if not (t.key in self.between or t.text in MARKS or t.text[0].isupper()):
                break
        return False

    def _word(self, token: Token) -> str:
        word = flat(token.text.rstrip("'’"))
        return self.wordings.same.get(word, word)

    def _span(self, tokens: Sequence[Token], i: int, holder: Holder) -> tuple[int, int] | None:
        """First and last word of the name of which word i is the rarest."""
        at = holder.words.index(self._word(tokens[i]))
        first = self._run(tokens, i, holder.words[:at][::-1], -1)
        last = self._run(tokens, i, holder.words[at + 1 :], 1)
        if first is None or last is None:
            return None
        titled = self._word(tokens[first]) in self.wordings.titles  # "le *pape François*"
        return (first, last) if titled or tokens[first].text[0].isupper() else None

    def _run(self, tokens: Sequence[Token], i: int, words: Sequence[str], step: int) -> int | None:
        """Where these words end that follow word i, marks, initials and what a name may lack passed over."""
        for word in words:
            i += step
            while 0 <= i < len(tokens) and self._word(tokens[i]) != word and self._passed(tokens, i):
                i += step
            if not 0 <= i < len(tokens) or self._word(tokens[i]) != word:
                return None
        return i

    def _passed(self, tokens: Sequence[Token], i: int) -> bool:
        token = tokens[i]
        initial = len(token.text) == 1 and token.text.isupper() and i + 1 < len(tokens) and tokens[i + 1].text == "."
        dot = token.text == "." and i > 0 and len(tokens[i - 1].text) == 1 and tokens[i - 1].text.isupper()
        return initial or dot or token.text in MARKS or self._word(token) in self.wordings.skipped


def _years(tokens: Sequence[Token]) -> list[int]:
    return [int(t.text) for t in tokens if len(t.text) == YEAR and t.text.isdecimal()]
