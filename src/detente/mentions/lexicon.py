"""Finds the codebook's wordings among tokens: exact words, any ending (`*`), and gaps (`…`)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from detente.mentions.following import (
    GAP,
    LETTERS,
    PARTED,
    WIDEST_GAP,
    Between,
    Element,
    Pattern,
    Starting,
    closed,
    date_at,
    is_wall,
)
from detente.mentions.tokens import Token, key_of, keys

__all__ = ["GAP", "WIDEST_GAP", "Element", "Lexicon", "Match", "Pattern", "is_wall", "longest"]

P = TypeVar("P")
Q = TypeVar("Q", covariant=True)
KNOWN_WORDS = (
    100_000  # words remembered before the cache of a lexicon starts anew; a language's press writes fewer in a day
)
ADVERB = 6  # letters of the shortest word taken for an adverb by its ending


class Told(Protocol[Q]):
    """What a word starts."""

    def told(self, tokens: Sequence[Token], i: int, behind: int) -> Iterator[tuple[int, Q]]:
        """(last token, payload) of each wording that token i starts, the longest first. behind: as for `Starting`."""


@dataclass(frozen=True, slots=True)
class Match(Generic[P]):
    """Tokens `first` to `last` (inside) say `payload`; `exact`: the wording as written, for cased forms."""

    first: int
    last: int
    payload: P


class Lexicon(Generic[P]):
    """Patterns by their first word; for a word that starts none `find` costs one look-up."""

    def __init__(
        self,
        contractions: dict[str, frozenset[str]] | None = None,
        joins: Collection[str] = (),
        inserted: Collection[str] = (),
        adverbs: tuple[str, ...] = (),
        dating: tuple[Collection[str], Collection[str]] = ((), ()),
    ) -> None:
        """dating: words that open a date, and words that stand in one, figures apart."""
        self._starts: set[str] = set()  # words that start a wording
        self._heads: set[str] = set()  # the first letters of prefixes that do
        self._by_word: dict[str, list[tuple[int, Pattern[P]]]] = defaultdict(list)
        self._added = 0
        self._by_prefix: dict[str, list[Pattern[P]]] = defaultdict(list)
        self._known: dict[str, Told[P] | None] = {}
        self._contractions = contractions or {}
        self._inserted, self._adverbs = frozenset(inserted), adverbs
        opens, dated = (frozenset(words) for words in dating)
        self._between = Between(
            frozenset(joins), self._inserted, opens=opens, dated=dated
        )  # a gap ends at a comma before a join: "dropped, *and* Ecuador …"

    def elements(self, wording: str) -> tuple[Element, ...]:
        """`accorder … audience` -> its elements; a contracted word stands for all its forms."""
        found: list[Element] = []
        for part in wording.split():
            if part == GAP:
                found.append(GAP)
            elif part.endswith("*"):
                found.append(key_of(part))
            else:
                found += [self._contractions.get(k, frozenset({k})) for k in keys(part)]
        return tuple(found)

    def noun(self, words: Sequence[frozenset[str]]) -> tuple[Element, ...]:
        """The elements of a noun phrase, each word with its plurals."""
        found: list[Element] = []
        for forms in words:
            spelled = sorted(forms)
            if len(spelled) == 1 or any(len(keys(f)) != 1 for f in spelled):
                found += self.elements(min(spelled, key=len))
            else:
                found.append(
                    frozenset().union(*(self._contractions.get(key_of(f), frozenset({key_of(f)})) for f in spelled))
                )
        return tuple(found)

    def add(self, elements: Sequence[Element], payload: P) -> None:
        self._known.clear()
        first, rest = elements[0], tuple(elements[1:])
        pattern = Pattern(rest, payload)
        if isinstance(first, str):
            self._by_prefix[first[:-1]].append(pattern)
            self._heads.add(first[:LETTERS])
            return
        number = self._numbered()
        for key in sorted(first):
            self._by_word[key].append((number, pattern))
            self._starts.add(key)

    def _numbered(self) -> int:
        """The place of a wording among all: of two as long, the one added first is found first."""
        self._added += 1
        return self._added

    def add_wordings(self, wordings: Iterable[str], payload: P) -> None:
        for wording in wordings:
            self.add(self.elements(wording), payload)

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[P]]:
        """Every match, whatever it overlaps; in order of its first token, longest first."""
        for i in self._beginning(tokens):
            if starting := self._starting(tokens[i].key):
                for last, payload in starting.told(tokens, i, self._behind(tokens, i)):
                    yield Match(i, last, payload)

    def _beginning(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens that start a wording; most lexicons have no prefixes."""
        words, heads = self._starts, self._heads
        if not heads:
            return [i for i, token in enumerate(tokens) if token.key in words]
        return [i for i, token in enumerate(tokens) if token.key in words or token.key[:LETTERS] in heads]

    def _behind(self, tokens: Sequence[Token], i: int) -> int:
        """The last of the adverbs and days behind token i, or the comma that closes what is inserted there; i itself where
        there is none, or this lexicon has no such words."""
        if i + 1 == len(tokens) or not self._parts(tokens[i + 1].key):
            return i
        last = closed(tokens, i) if self._inserted else i
        start = last
        while last - start < PARTED and last + 1 < len(tokens):
            if not (step := int(self._is_inserted(tokens[last + 1].key)) or date_at(tokens, last + 1, self._between)):
                break
            last += step
        return last

    def _parts(self, key: str) -> bool:
        """Whether what parts a word from the rest of its wording may begin so."""
        return key == "," or key in self._between.opens or self._is_inserted(key)

    def _is_inserted(self, key: str) -> bool:
        return key in self._inserted or (bool(self._adverbs) and len(key) > ADVERB and key.endswith(self._adverbs))

    def _starting(self, key: str) -> Told[P] | None:
        """The wordings that a word starts, put together once: a cache that the result does not depend on."""
        if key in self._known:
            return self._known[key]
        if len(self._known) >= KNOWN_WORDS:
            self._known.clear()
        self._known[key] = self._begun(key)
        return self._known[key]

    def _begun(self, key: str) -> Told[P] | None:
        rows = list(self._rows(key))
        return Starting(rows, self._between) if rows else None

    def _rows(self, key: str) -> Iterator[tuple[int, Pattern[P]]]:
        """Those of which this is the first word, then those of which it begins as that does."""
        yield from self._by_word.get(key, ())
        for size in range(LETTERS, len(key) + 1) if key[:LETTERS] in self._heads else ():
            yield from ((self._added + size, pattern) for pattern in self._by_prefix.get(key[:size], ()))


def longest(matches: Iterable[Match[P]]) -> list[Match[P]]:
    """Matches that do not overlap: the earliest, then the longest, wins."""
    kept: list[Match[P]] = []
    for match in sorted(matches, key=_earliest):
        if not kept or match.first > kept[-1].last:
            kept.append(match)
    return kept


def _earliest(match: Match[P]) -> tuple[int, int]:
    return match.first, -match.last
