"""Which names of the gazetteer a sentence has: with the capitals they need, the firm before the weak, two on one hyphen as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.codebook.actors_model import ActorBook, ActorForm
from detente.codebook.languages import Language
from detente.mentions.holders import Holders
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class Name:
    """A gazetteer form (or a carrier) found on tokens first..last (inside)."""

    first: int
    last: int
    codes: tuple[str, ...]
    how: str
    weak: bool = False


class NameFinder:
    """Compiled once for a codebook and a language; `find` is pure."""

    def __init__(self, actors: ActorBook, language: Language) -> None:
        self.forms: Lexicon[ActorForm | None] = Lexicon()
        for form in actors.forms.get(language.code, ()):
            self.forms.add_wordings([form.form], form)
        for mask in actors.masks.get(language.code, ()):
            self.forms.add_wordings([mask], None)
        self.holders = Holders(actors.people, language.code)
        self.leaning = frozenset(language["leaning"])

    def find(self, tokens: Sequence[Token], day: date | None = None) -> list[Name]:
        """Names that do not overlap, masks taken out. day: the page's, on which people hold office; None if unknown."""
        fit = [m for m in self.forms.find(tokens) if m.payload is None or _cased(m, tokens)]
        fit += self.holders.find(tokens, day)
        found: list[Name] = []
        for match in longest(fit):
            if match.payload is None:
                continue
            same = [m.payload for m in fit if (m.first, m.last) == (match.first, match.last) and m.payload]
            found.append(_name(match.first, match.last, same, tokens))
        return list(_hyphened([n for n in found if not self._leaning(n, tokens)], tokens))

    def _leaning(self, name: Name, tokens: Sequence[Token]) -> bool:
        """ "*Pro*-European rallies": where somebody leans names nobody."""
        if name.first < 2 or tokens[name.first - 2].key not in self.leaning:
            return False
        between = tokens[name.first - 1]
        return between.text in "-–" and between.end == tokens[name.first].start


def _name(first: int, last: int, same: list[ActorForm], tokens: Sequence[Token]) -> Name:
    """Of all forms on the same words those spelled as they are, and of these the firm."""
    written = "".join(t.text for t in tokens[first : last + 1]).replace("’", "'")
    exact = [f for f in same if f.form.replace(" ", "") == written] or same
    firm = [f for f in exact if not f.weak] or exact
    codes = tuple(sorted({f.actor for f in firm}))
    how = next((f.how for f in firm if f.how == "name"), firm[0].how)  # Djibouti is a state before it is its capital
    return Name(first, last, codes, how, firm[0].weak or len(codes) > 1)


def _hyphened(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """ "Sénégalo-canadien", "UE-Géorgie", "US-China": two names on one hyphen qualify a noun together."""
    held: Name | None = None
    for name in names:
        if held is None or held.weak or name.weak or not _on_hyphen(held, name, tokens):
            if held is not None:
                yield held
            held = name
        else:
            held = Name(held.first, name.last, tuple(dict.fromkeys((*held.codes, *name.codes))), "adjective")
    if held is not None:
        yield held


def _on_hyphen(one: Name, other: Name, tokens: Sequence[Token]) -> bool:
    between = tokens[one.last : other.first] if tokens[one.last].text in "-–" else tokens[one.last + 1 : other.first]
    touching = tokens[one.last].end >= tokens[other.first].start - 1
    return len(between) == 1 and between[0].text in "-–" and touching and other.first - one.last <= 2


def _cased(match: Match[ActorForm | None], tokens: Sequence[Token]) -> bool:
    """Whether the text spells the form with the capitals it needs: "Niger", "ONU"; never "un" for "UN"."""
    form = match.payload
    assert form is not None
    first = tokens[match.first].text
    letters = [c for c in form.form if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return all(t.text.isupper() or not t.text.isalpha() for t in tokens[match.first : match.last + 1])
    return not form.form[:1].isupper() or first[:1].isupper()
