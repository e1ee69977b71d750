"""Finds the codebook's wordings among tokens: exact words, any ending (`*`), and gaps (`…`)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from detente.mentions.tokens import Token, key_of, keys

P = TypeVar("P")
GAP = "…"
KNOWN_WORDS = (
    100_000  # words remembered before the cache of a lexicon starts anew; a language's press writes fewer in a day
)
WIDEST_GAP = 6  # words inside one clause; docs/codebook.md
PARTED = 2  # adverbs and days that may part a verb from the rest of its wording: "a mis *mardi brutalement* fin à"
INSERTED = (
    16  # words between two commas right behind a verb: "est arrivé, *dans l'après-midi de ce mercredi 20 juillet*, en"
)
ADVERB = 6  # letters of the shortest word taken for an adverb by its ending
_MARKS = frozenset(
    '«»“”"'
)  # one may stand inside a wording: "insiste sur « la nécessité », "mène une “politique hostile”
_WALLS = frozenset('.;:!?…«»"“”()—–')

_OPENING = frozenset('"“«')

Element = frozenset[str] | str  # alternatives, a prefix ending in `*`, or GAP


@dataclass(frozen=True, slots=True)
class Match(Generic[P]):
    """Tokens `first` to `last` (inside) say `payload`; `exact`: the wording as written, for cased forms."""

    first: int
    last: int
    payload: P


class Pattern(NamedTuple, Generic[P]):
    """A wording without its first word."""

    rest: tuple[Element, ...]
    payload: P


class Tail(NamedTuple):
    """What is left of a wording behind its first words. number: its place among those of the same first word."""

    number: int
    rest: tuple[Element, ...]


class Found(NamedTuple):
    """last: the last token. parted: whether an adverb or a day stood behind the first word."""

    last: int
    parted: bool
    number: int


class Starting(Generic[P]):
    """The wordings that one word starts: by the word that follows it, by the first behind a gap, and those without either."""

    def __init__(self, patterns: Sequence[Pattern[P]], joins: frozenset[str]) -> None:
        self.payloads = tuple(payload for _, payload in patterns)
        self._joins = joins
        self._following: dict[str, list[Tail]] = defaultdict(list)
        self._behind_gap: dict[str, list[Tail]] = defaultdict(list)
        self._other: list[Tail] = []
        for number, (rest, _) in enumerate(patterns):
            if rest and not isinstance(rest[0], str):
                for key in rest[0]:
                    self._following[key].append(Tail(number, rest[1:]))
            elif len(rest) > 1 and rest[0] == GAP and not isinstance(rest[1], str):
                for key in rest[1]:
                    self._behind_gap[key].append(Tail(number, rest[2:]))
            else:
                self._other.append(Tail(number, rest))

    def matched(self, tokens: Sequence[Token], i: int, behind: int) -> list[Found]:
        """Those whose first word is token i, the longest first. behind: the last of the adverbs and days after it, or i."""
        found = self._next(tokens, i, False) if self._following else []
        found += [
            Found(last, False, number)
            for number, rest in self._other
            if (last := _follow(rest, tokens, i, self._joins)) is not None
        ]
        if self._behind_gap:
            found += self._over_gap(tokens, i)
        if behind > i and self._following:
            found += self._next(tokens, behind, True)
        if behind > i + PARTED and self._behind_gap:
            found += self._over_gap(tokens, behind)
        if len(found) > 1:
            found.sort(key=_longest_first)
        return found

    def _next(self, tokens: Sequence[Token], at: int, parted: bool) -> list[Found]:
        tails = self._following.get(tokens[at + 1].key, ()) if at + 1 < len(tokens) else ()
        return [
            Found(last, parted, number)
            for number, rest in tails
            if (last := _follow(rest, tokens, at + 1, self._joins)) is not None
        ]

    def _over_gap(self, tokens: Sequence[Token], i: int) -> Iterator[Found]:
        """Of each wording the nearest match."""
        met: set[int] = set()
        for at in range(i, min(i + WIDEST_GAP, len(tokens) - 2) + 1):
            walled = at > i and is_wall(tokens, at, self._joins)
            if walled and tokens[at].key not in _OPENING:
                return
            for number, rest in self._behind_gap.get(tokens[at + 1].key, ()):
                if number not in met and (last := _follow(rest, tokens, at + 1, self._joins)) is not None:
                    met.add(number)
                    yield Found(last, False, number)
            if walled:
                return  # 'promised the other "*a response*"'


class Lexicon(Generic[P]):
    """Patterns by their first word; for a word that starts none `find` costs one look-up."""

    def __init__(
        self,
        contractions: dict[str, frozenset[str]] | None = None,
        joins: Collection[str] = (),
        inserted: Collection[str] = (),
        adverbs: tuple[str, ...] = (),
    ) -> None:
        self._starts: set[str] = set()  # words that start a wording; with prefixes, any word may
        self._by_word: dict[str, list[tuple[int, Pattern[P]]]] = defaultdict(list)
        self._added = 0
        self._by_prefix: dict[str, list[Pattern[P]]] = defaultdict(list)
        self._known: dict[str, Starting[P] | None] = {}
        self._contractions = contractions or {}
        self._inserted, self._adverbs = frozenset(inserted), adverbs
        self._joins = frozenset(joins)  # a gap ends at a comma before one of these ("dropped, *and* Ecuador …")

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
        words = self._starts
        any_word = bool(self._by_prefix)
        for i in [i for i, token in enumerate(tokens) if any_word or token.key in words]:
            if starting := self._starting(tokens[i].key):
                for last, _, number in starting.matched(tokens, i, self._behind(tokens, i)):
                    yield Match(i, last, starting.payloads[number])

    def _behind(self, tokens: Sequence[Token], i: int) -> int:
        """The last of the adverbs and days behind token i, or the comma that closes what is inserted there; i itself where
        there is none, or this lexicon has no such words."""
        last = _closed(tokens, i) if self._inserted else i
        start = last
        while last - start < PARTED and last + 1 < len(tokens) and self._is_inserted(tokens[last + 1].key):
            last += 1
        return last

    def _is_inserted(self, key: str) -> bool:
        return key in self._inserted or (bool(self._adverbs) and len(key) > ADVERB and key.endswith(self._adverbs))

    def _starting(self, key: str) -> Starting[P] | None:
        """The wordings that a word starts, put together once: a cache that the result does not depend on."""
        if key in self._known:
            return self._known[key]
        if len(self._known) >= KNOWN_WORDS:
            self._known.clear()
        patterns = list(self._patterns(key))
        self._known[key] = Starting(patterns, self._joins) if patterns else None
        return self._known[key]

    def _patterns(self, key: str) -> Iterator[Pattern[P]]:
        yield from (pattern for _, pattern in sorted(self._begun(key), key=_in_order))
        for size in range(3, len(key) + 1) if self._by_prefix else ():
            yield from self._by_prefix.get(key[:size], ())

    def _begun(self, key: str) -> Iterator[tuple[int, Pattern[P]]]:
        """The wordings of which this is the first word, with their places."""
        yield from self._by_word.get(key, ())


def _follow(rest: tuple[Element, ...], tokens: Sequence[Token], i: int, joins: frozenset[str]) -> int | None:
    """The last token of a match of `rest` after token i, or None."""
    if not rest:
        return i
    head, tail = rest[0], rest[1:]
    if head == GAP:
        for skip in range(WIDEST_GAP + 1):
            if skip and (i + skip >= len(tokens) or is_wall(tokens, i + skip, joins)):
                inside = (
                    i + skip < len(tokens) and tokens[i + skip].key in _OPENING
                )  # 'called the raid "*a provocation*"'
                return _follow(tail, tokens, i + skip, joins) if inside else None
            if (last := _follow(tail, tokens, i + skip, joins)) is not None:
                return last
        return None
    at = i + 1 + (i + 2 < len(tokens) and tokens[i + 1].key in _MARKS)
    if at < len(tokens) and fits(head, tokens[at].key):
        return _follow(tail, tokens, at, joins)
    return None


def _closed(tokens: Sequence[Token], i: int) -> int:
    """The comma that closes an insertion opened right behind token i; i itself where nothing is inserted."""
    if i + 1 >= len(tokens) or tokens[i + 1].key != ",":
        return i
    for at in range(i + 3, min(i + 2 + INSERTED, len(tokens) - 1)):
        if tokens[at].key == ",":
            return at
        if tokens[at].key in _WALLS:
            return i
    return i


def is_wall(tokens: Sequence[Token], at: int, joins: frozenset[str]) -> bool:
    """Whether a gap ends here: at the end of a clause, not at the point of "$1.2 billion"."""
    key = tokens[at].key
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if key == ".":
        return not (tokens[at - 1].key.isdigit() and following.isdigit())
    return key in _WALLS or (key == "," and following in joins)


def fits(element: Element, key: str) -> bool:
    return key.startswith(element[:-1]) if isinstance(element, str) else key in element


def longest(matches: Iterable[Match[P]]) -> list[Match[P]]:
    """Matches that do not overlap: the earliest, then the longest, wins."""
    kept: list[Match[P]] = []
    for match in sorted(matches, key=_earliest):
        if not kept or match.first > kept[-1].last:
            kept.append(match)
    return kept


def _in_order(row: tuple[int, object]) -> int:
    return row[0]


def _earliest(match: Match[P]) -> tuple[int, int]:
    return match.first, -match.last


def _longest_first(found: Found) -> tuple[int, bool, int]:
    return -found.last, found.parted, found.number
