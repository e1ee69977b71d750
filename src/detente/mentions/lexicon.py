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
ADVERB = 6  # letters of the shortest word taken for an adverb by its ending
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
    """A wording without its first word. second: what its second word may be, None if that is open or there is none."""

    second: frozenset[str] | None
    rest: tuple[Element, ...]
    payload: P


class Lexicon(Generic[P]):
    """Patterns by their first word; for a word that starts none `find` costs one look-up."""

    def __init__(
        self,
        contractions: dict[str, frozenset[str]] | None = None,
        joins: Collection[str] = (),
        inserted: Collection[str] = (),
        adverbs: tuple[str, ...] = (),
    ) -> None:
        self._by_word: dict[str, list[Pattern[P]]] = defaultdict(list)
        self._by_prefix: dict[str, list[Pattern[P]]] = defaultdict(list)
        self._known: dict[str, list[Pattern[P]]] = {}
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
        second = rest[0] if rest and not isinstance(rest[0], str) else None
        pattern = Pattern(second, rest, payload)
        if isinstance(first, str):
            self._by_prefix[first[:-1]].append(pattern)
            return
        for key in sorted(first):
            self._by_word[key].append(pattern)

    def add_wordings(self, wordings: Iterable[str], payload: P) -> None:
        for wording in wordings:
            self.add(self.elements(wording), payload)

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[P]]:
        """Every match, whatever it overlaps; in order of its first token, longest first."""
        starting = self._starting_known if self._by_prefix else self._by_word.get
        for i, token in enumerate(tokens):
            if not (patterns := starting(token.key)):
                continue
            following = tokens[i + 1].key if i + 1 < len(tokens) else ""
            found = [
                Match(i, last, payload)
                for second, rest, payload in patterns
                if (second is None or following in second)
                and (last := _follow(rest, tokens, i, self._joins) if rest else i) is not None
            ]
            if (behind := self._behind(tokens, i)) > i:
                found += self._parted(patterns, tokens, i, behind)
            if len(found) > 1:
                found.sort(key=_shortest_last)
            yield from found

    def _behind(self, tokens: Sequence[Token], i: int) -> int:
        """The last of the adverbs and days behind token i; i itself where there is none, or this lexicon has no such words."""
        last = i
        while last - i < PARTED and last + 1 < len(tokens) and self._is_inserted(tokens[last + 1].key):
            last += 1
        return last

    def _is_inserted(self, key: str) -> bool:
        return key in self._inserted or (bool(self._adverbs) and len(key) > ADVERB and key.endswith(self._adverbs))

    def _parted(
        self, patterns: Sequence[Pattern[P]], tokens: Sequence[Token], i: int, behind: int
    ) -> Iterator[Match[P]]:
        """ "A répliqué *mardi* par": wordings whose second word stands behind an adverb or a day."""
        following = tokens[behind + 1].key if behind + 1 < len(tokens) else ""
        for second, rest, payload in patterns:
            if second is not None and following in second:
                last = _follow(rest, tokens, behind, self._joins)
                if last is not None:
                    yield Match(i, last, payload)

    def _starting_known(self, key: str) -> list[Pattern[P]]:
        """The patterns a word may start, looked for once: a cache that the result does not depend on."""
        patterns = self._known.get(key)
        if patterns is None:
            if len(self._known) >= KNOWN_WORDS:
                self._known.clear()
            patterns = self._known[key] = list(self._starting(key))
        return patterns

    def _starting(self, key: str) -> Iterator[Pattern[P]]:
        yield from self._by_word.get(key, ())
        for size in range(3, len(key) + 1):
            yield from self._by_prefix.get(key[:size], ())


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
    if i + 1 < len(tokens) and fits(head, tokens[i + 1].key):
        return _follow(tail, tokens, i + 1, joins)
    return None


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


def _earliest(match: Match[P]) -> tuple[int, int]:
    return match.first, -match.last


def _shortest_last(match: Match[P]) -> int:
    return -match.last
