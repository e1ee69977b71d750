"""What follows the first word of a wording: words, beginnings of words, gaps; and where a clause ends before them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from detente.mentions.tokens import Token

P = TypeVar("P")
GAP = "…"
WIDEST_GAP = 6  # words inside one clause; docs/codebook.md
PARTED = 2  # adverbs and days that may part a verb from the rest of its wording: "a mis *mardi brutalement* fin à"
INSERTED = (
    16  # words between two commas right behind a verb: "est arrivé, *dans l'après-midi de ce mercredi 20 juillet*, en"
)
DATE = 5  # words of a date that may part a verb from its wording: "dès ce 3 avril 2031"
QUOTED = 2  # words of a quotation between its mark and the word that a gap looks for
CLOSED = 16  # words in which a quotation that a gap runs into is closed
LETTERS = 3  # of a prefix by which it is looked for; one that starts a wording has as many at least
_MARKS = frozenset(
    '«»“”"'
)  # one may stand inside a wording: "insiste sur « la nécessité », "mène une “politique hostile”
_WALLS = frozenset('.;:!?…«»"“”()—–')

_OPENING = frozenset('"“«')

Element = frozenset[str] | str  # alternatives, a prefix ending in `*`, or GAP


class Pattern(NamedTuple, Generic[P]):
    """A wording without its first word."""

    rest: tuple[Element, ...]
    payload: P


class Tail(NamedTuple):
    """What is left of a wording behind its first words. number: its place among those of the same first word."""

    number: int
    rest: tuple[Element, ...]


class Between(NamedTuple):
    """What ends a gap behind a comma, what may part two words of a wording ("a mis fin *mardi* à"), what a gap does not count, and
    the words of a date: those that open one, those that stand in one."""

    joins: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()


class Found(NamedTuple):
    """last: the last token. parted: whether an adverb or a day stood behind the first word."""

    last: int
    parted: bool
    number: int


class Starting(Generic[P]):
    """The wordings that one word starts: by the word that follows it, by the first behind a gap, by the beginning of either
    where only that is told; and those without any."""

    def __init__(self, rows: Sequence[tuple[int, Pattern[P]]], between: Between) -> None:
        """rows: in order, each with its place among all wordings."""
        self.places = tuple(place for place, _ in rows)
        self.payloads = tuple(pattern.payload for _, pattern in rows)
        self._between = between
        self._following: dict[str, list[Tail]] = defaultdict(list)
        self._behind_gap: dict[str, list[Tail]] = defaultdict(list)
        self._begun: dict[str, list[Tail]] = defaultdict(list)
        self._other: list[Tail] = []
        for number, (_, (rest, _)) in enumerate(rows):
            if rest and not isinstance(rest[0], str):
                for key in rest[0]:
                    self._following[key].append(Tail(number, rest[1:]))
            elif len(rest) > 1 and rest[0] == GAP and not isinstance(rest[1], str):
                for key in rest[1]:
                    self._behind_gap[key].append(Tail(number, rest[2:]))
            elif (prefix := next((e for e in rest[:2] if e != GAP), None)) and len(prefix) > LETTERS:
                assert isinstance(prefix, str)
                self._begun[prefix[:LETTERS]].append(Tail(number, rest))
            else:
                self._other.append(Tail(number, rest))
        self._by_next = not (self._other or self._begun or self._behind_gap)  # the next word tells whether any is there

    def told(self, tokens: Sequence[Token], i: int, behind: int) -> Iterator[tuple[int, P]]:
        """(last token, payload) of each that token i starts, the longest first."""
        for last, _, number in self.matched(tokens, i, behind):
            yield last, self.payloads[number]

    def matched(self, tokens: Sequence[Token], i: int, behind: int) -> list[Found]:
        """Those whose first word is token i, the longest first. behind: the last of the adverbs and days after it, or i."""
        if self._by_next and behind == i and (i + 1 == len(tokens) or tokens[i + 1].key not in self._following):
            return []
        found = self._next(tokens, i, False) if self._following else []
        found += [
            Found(last, False, number)
            for number, rest in (*self._other, *self._may_follow(tokens, i))
            if (last := _follow(rest, tokens, i, self._between)) is not None
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

    def _may_follow(self, tokens: Sequence[Token], i: int) -> Iterator[Tail]:
        """Those of which a word near enough behind token i begins as they ask: within a gap, and past one mark."""
        if self._begun:
            for letters in {t.key[:LETTERS] for t in tokens[i + 1 : i + WIDEST_GAP + 3]}:
                yield from self._begun.get(letters, ())

    def _next(self, tokens: Sequence[Token], at: int, parted: bool) -> list[Found]:
        tails = self._following.get(tokens[at + 1].key, ()) if at + 1 < len(tokens) else ()
        return [
            Found(last, parted, number)
            for number, rest in tails
            if (last := _follow(rest, tokens, at + 1, self._between)) is not None
        ]

    def _over_gap(self, tokens: Sequence[Token], i: int) -> Iterator[Found]:
        """Of each wording the nearest match."""
        met: set[int] = set()
        for at, apart in _ends(tokens, i, self._between):
            for number, rest in self._behind_gap.get(tokens[at + 1].key, ()):
                if (
                    number not in met
                    and (rest or not apart)
                    and (last := _follow(rest, tokens, at + 1, self._between)) is not None
                ):
                    met.add(number)
                    yield Found(last, False, number)


def _ends(tokens: Sequence[Token], i: int, between: Between) -> Iterator[tuple[int, bool]]:
    """The tokens with which a gap behind token i may end; last those behind what two commas set aside in it, where one word
    would be chance. Its words do not count, as articles do not: "asked the number two of the embassy*, Basam al-Doseri,* to leave"."""
    reach, passed, at = i + WIDEST_GAP, None, i
    while at <= min(reach, len(tokens) - 2):
        if at > i and is_wall(tokens, at, between.joins):
            if tokens[at].key not in _OPENING:
                break
            closing = next((k for k in range(at + 1, min(at + CLOSED, len(tokens) - 1)) if tokens[k].key in _MARKS), at)
            yield from _past(tokens, closing, reach - at if closing > at else -1, between)
            reach = min(reach, at + (QUOTED if closing > at else 0))  # "a apporté « *son plein* soutien »"
        yield at, False
        if passed is None and at > i and tokens[at + 1].key == "," and (end := _closing(tokens, at, between)) > at:
            passed = range(end, min(end + reach - at, len(tokens) - 2) + 1)
        at += 1
        small = tokens[at].key == "." or tokens[at].key in between.articles
        counted = not small or at - i > WIDEST_GAP
        reach = min(reach, i + WIDEST_GAP) if tokens[at].key == "," else reach + (not counted)
    for at in passed or ():
        if is_wall(tokens, at, between.joins):
            return
        yield at, True


def _past(tokens: Sequence[Token], closing: int, left: int, between: Between) -> Iterator[tuple[int, bool]]:
    """Behind the mark that closes a quotation, the tokens with which a gap may end: "rompre *« avec effet immédiat »* ses relations"."""
    for at in range(closing, min(closing + left, len(tokens) - 2) + 1):
        if at > closing and is_wall(tokens, at, between.joins):
            return
        yield at, False


def _closing(tokens: Sequence[Token], at: int, between: Between) -> int:
    """The comma that closes what one opens behind token `at`; `at` itself for a date, and where another noun follows: "signed in
    Rome, last May, *a* pact"."""
    end = closed(tokens, at)
    noun = end + 1 < len(tokens) and tokens[end + 1].key in between.articles
    dated = any(t.key[:1].isdigit() for t in tokens[at + 1 : end])
    return at if noun or dated or not between.articles else end


def _follow(rest: tuple[Element, ...], tokens: Sequence[Token], i: int, between: Between) -> int | None:
    """The last token of a match of `rest` after token i, or None."""
    if not rest:
        return i
    head, tail = rest[0], rest[1:]
    if head == GAP:
        return _over(tail, tokens, i, between)
    at = i + 1 + (i + 2 < len(tokens) and tokens[i + 1].key in _MARKS)
    while at < min(i + 1 + PARTED, len(tokens) - 1) and not fits(head, tokens[at].key):
        if not (step := int(tokens[at].key in between.inserted) or date_at(tokens, at, between)):
            break
        at += step
    if at < len(tokens) and fits(head, tokens[at].key):
        return _follow(tail, tokens, at, between)
    return None


def date_at(tokens: Sequence[Token], i: int, between: Between) -> int:
    """How many words of a date begin at token i: "*dès ce mardi*", "*le 3 avril*"; 0 where none does."""
    if tokens[i].key not in between.opens:
        return 0
    words = [t.key for t in tokens[i : i + DATE]]
    dated = [k[0].isdigit() or k in between.dated or k in between.inserted for k in words]
    end = next((n for n, k in enumerate(words) if not (dated[n] or k in between.opens)), len(words))
    return max((n + 1 for n in range(end) if dated[n]), default=0)


def _over(tail: tuple[Element, ...], tokens: Sequence[Token], i: int, between: Between) -> int | None:
    """The last token of a match of `tail` behind a gap that begins after token i, or None."""
    for skip in range(WIDEST_GAP + 1):
        if skip and (i + skip >= len(tokens) or is_wall(tokens, i + skip, between.joins)):
            inside = i + skip < len(tokens) and tokens[i + skip].key in _OPENING  # 'called the raid "*a provocation*"'
            return _follow(tail, tokens, i + skip, between) if inside else None
        if (last := _follow(tail, tokens, i + skip, between)) is not None:
            return last
    return None


def closed(tokens: Sequence[Token], i: int) -> int:
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
    """Whether a gap ends here: at the end of a clause, not at the point of "$1.2 billion", "U.S."."""
    key = tokens[at].key
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if key == ".":
        letter = len(tokens[at - 1].text) == 1 and tokens[at - 1].text.isupper() and bool(following)
        return not (letter or (tokens[at - 1].key.isdigit() and following.isdigit()))
    return key in _WALLS or (key == "," and following in joins)


def fits(element: Element, key: str) -> bool:
    return key.startswith(element[:-1]) if isinstance(element, str) else key in element


def _longest_first(found: Found) -> tuple[int, bool, int]:
    return -found.last, found.parted, found.number
