"""Whom a page names, and for which state: learned from titles and appositions, then recognised by surname and by role."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.mentions.tokens import Token
from detente.model import ActorMention

PORTFOLIO = 14  # words of the longest portfolio: "des Affaires étrangères, …" up to the name's comma
MOST_NAMES = 5  # words in a person's name


@dataclass(frozen=True, slots=True)
class Person:
    """first..last: the tokens of the name where it was learned, inside."""

    name: str
    code: str
    role: str
    start: int
    end: int


@dataclass(slots=True)
class Page:
    """What has been learned of one page so far: people by surname, states by role word."""

    people: dict[str, Person] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, person: Person) -> None:
        self.people.setdefault(person.name.split()[-1], person)

    def learn_role(self, word: str, codes: Sequence[str]) -> None:
        self.roles.setdefault(word, set()).update(codes)


def name_at(tokens: Sequence[Token], i: int, particles: frozenset[str]) -> int:
    """The last token of the capitalised name that begins at i, or i - 1 when none does."""
    last, words, j = i - 1, 0, i
    while j < len(tokens) and words < MOST_NAMES:
        text = tokens[j].text
        if text[0].isupper() and text[0].isalpha() and (len(text) > 1 or j == i or _initial(tokens, j)):
            last, words = j, words + 1
        elif not (words and (text in "-.’'" or tokens[j].key in particles)):
            break
        j += 1
    return last


def _initial(tokens: Sequence[Token], j: int) -> bool:
    return j + 1 < len(tokens) and tokens[j + 1].text == "."


def name_before(tokens: Sequence[Token], i: int, particles: frozenset[str]) -> int:
    """The first token of the capitalised name that ends at i, or i + 1 when none does."""
    first, j = i + 1, i
    while j >= 0 and i - j < MOST_NAMES + 2:
        text = tokens[j].text
        if text[0].isupper() and text[0].isalpha():
            first = j
        elif not (first <= i and (text in "-’'" or tokens[j].key in particles)):
            break
        j -= 1
    return first


@dataclass(frozen=True, slots=True)
class Small:
    """Little words of a language: particles of names, articles, what begins a portfolio, what ends any noun phrase."""

    particles: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]


def _past_portfolio(tokens: Sequence[Token], after: int, small: Small) -> int:
    """The comma after "[ministre malien] des Affaires étrangères et de la Coopération", or `after` when none is near."""
    if after >= len(tokens) or tokens[after].key not in small.links:
        return after
    for i in range(after, min(after + PORTFOLIO, len(tokens))):
        if tokens[i].text == ",":
            return i
        if tokens[i].key in small.stops or not tokens[i].text[0].isalpha():
            return after
    return after


def named(
    mention: ActorMention,
    tokens: Sequence[Token],
    text: str,
    base: int,
    others: Sequence[ActorMention],
    small: Small,
) -> tuple[str, int, int] | None:
    """(name, start, end) of the person an office mention introduces: "le ministre malien X", "X, ministre malien"."""
    places = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i for i, t in enumerate(tokens)}
    taken = {t.start for m in others for t in tokens if m.start <= t.start < m.end}
    after = _past_portfolio(tokens, ends[mention.end] + 1, small)
    comma = after < len(tokens) and tokens[after].text == ","
    first = after + comma
    last = name_at(tokens, first, small.particles)
    if last - first + 1 >= (2 if comma else 1) and not any(tokens[k].start in taken for k in range(first, last + 1)):
        return spelled(tokens, first, last, text, base)
    before = places[mention.start] - 1
    while before >= 0 and tokens[before].key in small.articles:
        before -= 1
    if before >= 1 and tokens[before].text == ",":
        first = name_before(tokens, before - 1, small.particles)
        if before - first >= 2 and not any(tokens[k].start in taken for k in range(first, before)):
            return spelled(tokens, first, before - 1, text, base)
    return None


def spelled(tokens: Sequence[Token], first: int, last: int, text: str, base: int) -> tuple[str, int, int]:
    start, end = tokens[first].start, tokens[last].end
    return text[start - base : end - base], start, end


def recognised(
    tokens: Sequence[Token],
    page: Page,
    taken: Sequence[ActorMention],
    particles: frozenset[str],
) -> Iterator[ActorMention]:
    """Mentions of people already learned, by surname."""
    busy = {k for m in taken for k in range(m.start, m.end)}
    for i, token in enumerate(tokens):
        person = page.people.get(token.text)
        if person is None or token.start in busy:
            continue
        first = max(name_before(tokens, i, particles), i - MOST_NAMES)
        if first > i or tokens[first].start in busy:
            first = i
        yield ActorMention(tokens[first].start, token.end, (person.code,), "person", "office", person=person.name)


def main_pair(counts: Counter[str], title: Sequence[str]) -> tuple[str, ...]:
    """The two actors a page is mostly about, or () when the second is hardly named; a tie goes to who is named first."""
    weighted = Counter(counts)
    for code in title:
        weighted[code] += 2
    order = {code: i for i, code in enumerate(counts)}
    ranked = sorted(weighted.items(), key=lambda kv: (-kv[1], order.get(kv[0], len(order)), kv[0]))
    if len(ranked) < 2 or ranked[1][1] < 2:
        return ()
    return tuple(sorted(code for code, _ in ranked[:2]))
