"""What a page is asked before its sentences are read: who is named, what it is about, whether two could do anything."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.codebook import Codebook
from detente.mentions import weak
from detente.mentions.actors import ActorFinder
from detente.mentions.acts import ActFinder
from detente.mentions.gate import Gate, Hits
from detente.mentions.sentences import sentences
from detente.mentions.subjects import Subjects
from detente.mentions.tokens import Token, tokens
from detente.mentions.towns import TownFinder, joined
from detente.model import ActMention, ActorMention, Document
from detente.model.subjects import POWERS, elsewhere

Words = tuple[Token, ...]
Span = tuple[int, int, int]  # start, end, paragraph

PERSONS = (
    4  # powers of states that a page may yet name by their people alone; with them, on 98 pages that tell something,
)
# what speaks for relations is foreseen as 1.2 times what is asked, and more


@dataclass(frozen=True, slots=True)
class Sifted:
    """ends: whether the page can tell nothing, and is read no further. Lists are by sentence.

    open_names: first and last word of names of which nobody can say whose they are. acts: of the sentences looked at already.
    """

    ends: bool
    title: tuple[str, ...] = ()
    other: int = 0
    relations: int = 0
    spans: Sequence[Span] = ()
    words: Sequence[Words] = ()
    open_names: Sequence[list[tuple[int, int]]] = ()
    actors: Sequence[list[ActorMention]] = ()
    acts: Mapping[int, list[ActMention]] = field(default_factory=dict)


class Sieve:
    """Compiled once for a codebook and one of its languages; `sifted` is pure. What is dear is compiled when a page needs it."""

    def __init__(self, book: Codebook, language: str) -> None:
        self.book, self.language = book, book.languages[language]
        self.gate = Gate(book.actors, self.language)

    @cached_property
    def subjects(self) -> Subjects:
        return Subjects(self.language)

    @cached_property
    def actors(self) -> ActorFinder:
        return ActorFinder(self.book.actors, self.language)

    @cached_property
    def towns(self) -> TownFinder:
        return TownFinder(self.book.places, self.language, self.actors)

    @cached_property
    def acts(self) -> ActFinder:
        return ActFinder(self.book.acts, self.language)

    def sifted(self, document: Document, gated: bool) -> Sifted:
        """gated: whether a page that can tell nothing is given up, at the first question that it fails."""
        headline, text = document.title or "", document.text
        hits = self.gate.hits(text)
        named_at_most = hits.actors | self.gate.hits(headline).actors
        if gated and len(named_at_most) < 2 and not self._may_name_more(text, named_at_most):
            return Sifted(True)
        spans = list(sentences(document, self.language["abbreviations"]))
        title = self.title(document)
        near = _holding(spans, hits.starts)
        other, relations = self.subjects.count(headline, text, [(s, e) for s, e, _ in spans], len(title) > 1)
        ended = Sifted(True, title, other, relations)
        if gated and elsewhere(other, relations + _hinted(hits, near, title), len(spans)):
            return ended
        words: list[Words] = [
            tokens(text[s:e], s) if i in near or not gated else () for i, (s, e, _) in enumerate(spans)
        ]
        named = [self.actors.names(of, document.published) for of in words]
        names = weak.settled(self.actors, words, named, title)
        codes = [{c for n in found for c in n.codes} for found in names]
        known = set(title).union(*codes)
        if gated and len(known) < 2 and not self._may_name_more(text, known):
            return ended
        if gated and elsewhere(other, relations + _at_most(codes, title), len(spans)):
            return ended
        actors = [self.actors.mentions(of, found) if found else [] for of, found in zip(words, names, strict=True)]
        acts = {i: self.acts.find_acts(words[i]) for i, of in enumerate(codes) if len(of) > 1}
        if gated and elsewhere(other, relations + _likely(codes, title, actors, acts), len(spans)):
            return ended
        words = [of or tokens(text[s:e], s) for of, (s, e, _) in zip(words, spans, strict=True)]
        open_names = [weak.unsettled(every, kept) for every, kept in zip(named, names, strict=True)]
        towns = self.towns.of(words, named, known)
        actors = [joined(*of) for of in zip(actors, map(self.towns.mentions, words, towns), strict=True)]
        return Sifted(False, title, other, relations, spans, words, open_names, actors, acts)

    def _may_name_more(self, text: str, known: Collection[str]) -> bool:
        """Whether a page that names one state may yet speak of a town of another."""
        return bool(known) and self.towns.others(text, known)

    def title(self, document: Document) -> tuple[str, ...]:
        """Whom the headline names for sure."""
        names = self.actors.names(tokens(document.title or ""), document.published)
        return tuple(dict.fromkeys(c for n in names if not n.weak for c in n.codes))


def _holding(spans: Sequence[Span], starts: Sequence[int]) -> Counter[int]:
    """In which sentences, by number, these places lie, and how many in each."""
    begun = [start for start, _, _ in spans]
    return Counter(bisect_right(begun, at) - 1 for at in starts)


def _hinted(hits: Hits, near: Mapping[int, int], title: Collection[str]) -> int:
    """What actors may add to the words of relations at most, as far as words of their names tell."""
    return len(hits.actors.union(title)) + sum(places > 1 for places in near.values())


def _at_most(codes: Sequence[Collection[str]], title: Collection[str]) -> int:
    """What the actors of a page may yet add to its words of relations: powers of each, and sentences that name two."""
    return len(set(title).union(*codes)) + sum(len(of) > 1 for of in codes)


def _likely(
    codes: Sequence[Collection[str]],
    title: Collection[str],
    actors: Sequence[Sequence[ActorMention]],
    acts: Mapping[int, Sequence[ActMention]],
) -> int:
    """The same when more is known: the powers that are named, with those that only their people may be; acts between two."""
    powers = {(m.codes, m.carrier) for found in actors for m in found if m.carrier in POWERS and len(m.codes) == 1}
    named = len(set(title).union(*codes))
    return max(len(powers), min(named, PERSONS)) + sum(map(bool, acts.values()))
