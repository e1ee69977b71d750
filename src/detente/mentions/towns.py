"""Towns and regions: where they lie; and mayors and police, who have the side of their state. A town is a place, never a party."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.codebook.languages import Language
from detente.codebook.places import Place, PlaceWords, folded
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.names import Name
from detente.mentions.tokens import Token, tokens
from detente.model import LOCAL, TOWN, ActorMention

ALONE = 50  # thousands of inhabitants from which a town needs no state named on its page; docs/decisions/0020 says how often it errs
FAMOUS = 300  # thousands of inhabitants from which another name than its own needs no "in", "at" on the page, but any preposition
RIVAL = 20  # times a town that its page names the state of, which one by far the greatest may be without being meant
WIDEST = 7  # words and marks of the longest name looked for: "Saint-Jean-de-Luz"
LONGEST = 60  # characters of the longest name looked for
CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ]\w*")
LETTER = 2  # characters of an initial or a small word inside a name: "Khan Y", "Deir ez-Zor"
DATELINE = frozenset({",", "(", "-", "–", "—", ".", ":", "/"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name on tokens first..last (inside), and what it may be. led: whether a preposition of place stands before it; ruled: any."""

    first: int
    last: int
    name: str
    place: Place
    led: bool
    ruled: bool
    within_a_name: bool


class TownFinder:
    """Compiled once for a codebook and a language; pure."""

    def __init__(self, places: PlaceWords, language: Language, actors: ActorFinder) -> None:
        self.places, self.actors = places, actors
        self.within = frozenset(language["within"])
        self.small = language.words("within", "links", "from", "toward", "coming", "articles", "definite", "and")
        self.kinds = language.words("towns", "areas", "compass")  # "the *port* city of", "Odesa *Region*"
        self.namesakes = frozenset(w.casefold() for w in language["namesakes"])
        self.passed = language.words("links", "articles", "definite")
        self.titles = frozenset(w.casefold() for w in (*language["honorifics"], *language["abbreviations"]))
        self.premodified = frozenset(language["premodified"])
        self.links = language.words("links", "within")
        self.bodies: Lexicon[str] = Lexicon()
        for kind, nouns in language.maps["local"].items():
            self.bodies.add_wordings(nouns, kind)
            self.kinds |= {n.casefold() for n in nouns}

    # -- which state
    def of(
        self, every: Sequence[Sequence[Token]], named: Sequence[Sequence[Name]], known: Collection[str]
    ) -> list[list[Name]]:
        """The towns of each sentence of which the state is clear. named: the actors' own names. known: states that the page names."""
        found = [list(self._found(words, names)) for words, names in zip(every, named, strict=True)]
        led = {f.name for of in found for f in of if f.led and not f.within_a_name}
        people = {f.name for of in found for f in of if f.within_a_name} - led
        return [
            [n for f in of if f.name not in people and (n := _town(f, known, led, self.places.peopled))] for of in found
        ]

    def others(self, text: str, known: Collection[str]) -> bool:
        """Whether a page that surely names these states may speak of a town of another: one that needs no state named."""
        for word in CAPITAL.finditer(text):
            if self.places.begins(folded(word.group())):
                found = self._at(tokens(text[word.start() : word.start() + LONGEST]), 0, ())
                great = found and found.place.greatest
                if great and great.state not in known and (great.inhabitants >= ALONE or great.id == 0):
                    return True
        return False

    def _found(self, words: Sequence[Token], names: Sequence[Name]) -> Iterator[Found]:
        taken = {i for n in names for i in range(n.first, n.last + 1)}
        at = 0
        while at < len(words):
            found = self._at(words, at, taken) if words[at].text[0].isupper() and at not in taken else None
            if found:
                yield found
            at = found.last + 1 if found else at + 1

    def _at(self, words: Sequence[Token], at: int, taken: Collection[int]) -> Found | None:
        """The longest name that begins at a word."""
        if not self.places.begins(folded(words[at].text)) or _shouted(words, at):
            return None
        for last in range(min(at + WIDEST, len(words)) - 1, at - 1, -1):
            inside = words[at : last + 1]
            if not inside[-1].text[0].isupper() or any(i in taken for i in range(at, last + 1)) or not _one(inside):
                continue
            name = folded(" ".join(w.text for w in inside))
            if place := self.places.of(name):
                before = self.actors.preposition_before(words, words[at].start)
                owns = last + 1 < len(words) and words[last + 1].key in self.premodified  # "found in *Taylor's* lungs"
                led = before in self.within and not owns
                return Found(at, last, name, place, led, bool(before), self._inside(words, at, last))
        return None

    def _inside(self, words: Sequence[Token], first: int, last: int) -> bool:
        """ "Michael *Houston*", "M. *Diop*", "*Florence* Parly", "Aix-*Marseille*", "the treaty of *Lausanne*": part of a longer name."""
        if last + 1 < len(words) and words[last + 1].start - words[last].end <= 1:
            after = words[last + 1]
            joined = after.text in "-–" and after.start == words[last].end
            if joined or after.key in self.namesakes or (after.text[0].isupper() and after.key not in self.kinds):
                return True
        before = words[first - 1] if first else None
        if before is None or words[first].start - before.end > 1:
            return False
        at = first - 1
        while at > 0 and words[at].key in self.passed:
            at -= 1
        if words[at].key in self.namesakes:
            return True
        if before.text in "-–":
            return before.end == words[first].start
        if before.text == ".":
            return first > 1 and (len(words[first - 2].text) <= LETTER or words[first - 2].key in self.titles)
        opens = first == 1 and before.key in self.small
        return before.text[0].isupper() and not opens and before.key not in self.kinds

    # -- who acts there
    def mentions(self, words: Sequence[Token], towns: Sequence[Name]) -> Iterator[ActorMention]:
        """Each town as a place; with the mayor, the court, the police beside it, as one who acts for its state."""
        bodies = longest(self.bodies.find(words)) if towns else []
        for town in towns:
            body = next((b for b in bodies if self._has(words, town, b.first, b.last)), None)
            first = min(town.first, body.first) if body else town.first
            last = max(town.last, body.last) if body else town.last
            before = self.actors.preposition_before(words, words[first].start)
            how, kind = (LOCAL, body.payload) if body else (TOWN, None)
            seat = folded(" ".join(w.text for w in words[town.first : town.last + 1])) in self.places.seats
            yield ActorMention(
                words[first].start, words[last].end, town.codes, how, kind, before, place=body is None, seat=seat
            )

    def _has(self, words: Sequence[Token], town: Name, first: int, last: int) -> bool:
        """ "Le gouverneur *de Gao*", "police *in* Satkhira", "*Satkhira* police", "*Goma's* mayor"."""
        if last < town.first:
            between = [w.key for w in words[last + 1 : town.first]]
            kinds = self.kinds | self.small
            return bool(between) and between[0] in self.links and all(k in kinds for k in between)
        between = [w.key for w in words[town.last + 1 : first]]
        return bool(self.premodified) and first > town.last and all(k in self.premodified | self.kinds for k in between)


def _town(found: Found, known: Collection[str], led: Collection[str], peopled: Collection[str]) -> Name | None:
    if found.within_a_name:
        return None
    state = _state(found, known, led, peopled)
    return Name(found.first, found.last, (state,), TOWN) if state else None


def _state(found: Found, known: Collection[str], led: Collection[str], peopled: Collection[str]) -> str | None:
    """The state of the one town that can be meant: a great one, unless its page names only another's; else the one that its page names."""
    towns = found.place.towns
    here = [t for t in towns if t.state in known]
    if (great := found.place.greatest) and not found.place.weak and (great in here or not here):
        alone = great.inhabitants >= ALONE or great.id == 0
        ruled = great.own or (found.ruled and great.inhabitants >= FAMOUS)
        if found.name in led or (ruled and great.state not in peopled and (alone or great in here)):
            return great.state if alone or great in here else None
    sure = found.led if found.place.weak else found.name in led
    here = [t for t in here if great in (None, t) or (t.own and t.inhabitants * RIVAL >= great.inhabitants)]
    return here[0].state if len(here) == 1 and sure else None


def _shouted(words: Sequence[Token], at: int) -> bool:
    """ "The *GAO* said": letters; not "GOMA, 3 mai", with which a page begins."""
    text = words[at].text
    if len(text) == 1 or not text.isupper():
        return len(text) == 1
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return not (at == 0 and behind in DATELINE)


def _one(words: Sequence[Token]) -> bool:
    """Whether words may be one name: capitals, hyphens, apostrophes, small words between them."""
    apart = (b.start - a.end for a, b in pairwise(words))
    return all(gap <= 1 for gap in apart) and all(
        w.text[0].isupper() or w.text in "-'’" or (w.text.isalpha() and len(w.text) <= LETTER + 1) for w in words
    )


def joined(own: list[ActorMention], towns: Iterable[ActorMention]) -> list[ActorMention]:
    """Actors and towns in order; a town inside an actor's words is left out."""
    free = [t for t in towns if not any(m.start < t.end and t.start < m.end for m in own)]
    return sorted((*own, *free), key=lambda m: m.start)
