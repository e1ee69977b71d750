"""How people are named, and known again: by surname, with or without a title before it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from detente.mentions.tokens import Token
from detente.model import Sentence

PORTFOLIO = 14  # words of the longest portfolio: "des Affaires étrangères, …" up to the name's comma
GENERATIONS = frozenset({"Jr", "Jnr", "Sr", "Snr", "II", "III", "IV"})
MOST_NAMES = 5  # words in a person's name
LONG = 3  # words of a name whose middle word may stand for it: "Emiliano Duarte Cue", then "M. Duarte"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office. code: the side, None while nothing tells it; stated: whether it stands with the office.

    start..end: the words that introduce him. feminine: None where nothing shows it. former: his office is past.
    """

    name: str
    code: str | None
    role: str
    start: int
    end: int
    feminine: bool | None = None
    former: bool = False
    stated: bool = False
    words: tuple[str, ...] = ()  # of the name
    alone: tuple[str, ...] = ()  # words of the name that the page sets alone behind an office: "Minister Lim"
    role_words: tuple[Token, ...] = ()
    apart: tuple[int, int] | None = None  # the words of his office, where they stand in another sentence than his name

    def sided(self, code: str) -> "Person":
        return replace(self, code=code)


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody whom a page introduces, in order; found by any word of the name that can stand for it."""

    persons: tuple[Person, ...] = ()
    by_word: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def at(self, tokens: Sequence[Token], first: int, last: int, titled: bool, alone: bool = False) -> int | None:
        """Number of the one whom the capitalised words first..last (inside) name; None when nobody, or which of two.

        alone: whether no other capitalised word stands with them.
        """
        word = folded(tokens[last].text)
        own = self.by_word.get(word, ())
        given = {folded(t.text) for t in tokens[first:last] if t.text[:1].isupper()}
        fit = [n for n in own if given <= {folded(w) for w in self.persons[n].words}]
        may = [n for n in fit if self._may(self.persons[n], word, titled)]
        if (
            not may and alone and first == last
        ):  # "Wang Yi", then "Wang"; "Sheikh Mohammed bin …", then "Sheikh Mohammed"
            may = [n for n in fit if folded(self.persons[n].words[0]) == word]
        return may[0] if len(may) == 1 else None

    def _may(self, person: Person, word: str, titled: bool) -> bool:
        first, surname = folded(person.words[0]), folded(person.words[-1])
        alone = word in map(folded, person.alone)
        return word == surname or alone or (titled and len(person.words) >= LONG and word != first)


@lru_cache(4096)
def folded(word: str) -> str:
    """A word of a name without its accents: "Sejourné" is Séjourné."""
    return (
        word
        if word.isascii()
        else "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    )


def plain(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name without what only counts the generation: "Ferdinand Marcos *Jr*"."""
    found = tuple(words)
    return found[:-1] if len(found) > 2 and found[-1] in GENERATIONS else found


def roll(persons: Sequence[Person]) -> Roll:
    by_word: dict[str, tuple[int, ...]] = {}
    for n, person in enumerate(persons):
        named = [w for w in person.words[:-1] if w[:1].isupper()]  # no particles
        for word in dict.fromkeys(map(folded, (*named, *person.words[-1:]))):  # "Lin Chia-*lung*"
            by_word[word] = (*by_word.get(word, ()), n)
    return Roll(tuple(persons), by_word)


@dataclass(frozen=True, slots=True)
class Small:
    """Little words of a language: particles of names, articles, what begins a portfolio, what ends any noun phrase, titles."""

    particles: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    titles: frozenset[str]


def name_at(tokens: Sequence[Token], i: int, particles: frozenset[str]) -> int:
    """The last token of the capitalised name that begins at i, or i - 1 when none does."""
    last, words, j = i - 1, 0, i
    while j < len(tokens) and words < MOST_NAMES:
        text = tokens[j].text
        if text[0].isupper() and text[0].isalpha() and (len(text) > 1 or j == i or _initial(tokens, j)):
            last, words = j, words + 1
        elif _hyphened(tokens, j) and last == j - 2:
            last = j
        elif not (words and (text in "-.’'" or tokens[j].key in particles)):
            break
        j += 1
    return last


def _hyphened(tokens: Sequence[Token], j: int) -> bool:
    """ "Lin Chia-*lung*", "Gideon Sa'*ar*": the small end of a name, right behind its mark."""
    joined = j > 1 and tokens[j - 1].text in "-’'" and tokens[j].text[0].isalpha() and tokens[j].text.islower()
    return joined and tokens[j - 1].end == tokens[j].start and tokens[j - 2].end == tokens[j - 1].start


def _initial(tokens: Sequence[Token], j: int) -> bool:
    return j + 1 < len(tokens) and tokens[j + 1].text == "."


def name_before(tokens: Sequence[Token], i: int, particles: frozenset[str]) -> int:
    """The first token of the capitalised name that ends at i, or i + 1 when none does."""
    first, j = i + 1, i - 2 if i >= 0 and _hyphened(tokens, i) else i
    while j >= 0 and i - j < MOST_NAMES + 2:
        text = tokens[j].text
        if text[0].isupper() and text[0].isalpha():
            first = j
        elif not (first <= i and (text in "-’'" or tokens[j].key in particles)):
            break
        j -= 1
    return first


def appearing(
    tokens: Sequence[Token], known: Roll, small: Small, offices: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, int]]:
    """(first, last, number) of everybody on the roll among the words, titles left out. offices: spans of their nouns."""
    end = -1
    for i, token in enumerate(tokens):
        if i <= end or not token.text[:1].isupper() or folded(token.text) not in known.by_word:
            continue
        if i > 1 and _given(tokens[i - 1], small) and not any(a < tokens[i - 1].end <= b for a, b in offices):
            continue  # another first name: somebody else
        whole = last = name_at(tokens, i, small.particles)
        while last > i and folded(tokens[last].text) not in known.by_word:
            last -= 1
        if last < len(tokens) - 1 and tokens[last + 1].text == "-":
            continue
        titled = i > 1 and tokens[i - 1].text == "." and tokens[i - 2].text in small.titles
        titled = titled or (i > 0 and tokens[i - 1].text in small.titles)
        number = known.at(tokens, i, last, titled, whole == i)
        if number is not None:
            yield i, last, number
            end = last


def before_names(sentence: Sentence) -> list[tuple[int, int]]:
    """The spans of what may stand before a name and is no first name: offices, what somebody is by birth ("l'*Angolais* X")."""
    return [*sentence.carriers, *((m.start, m.end) for m in sentence.actors if m.how == "people")]


def _given(token: Token, small: Small) -> bool:
    text = token.text
    return text[0].isupper() and text[1:].islower() and text not in small.titles and token.key not in small.articles


def feminine_titles(tokens: Sequence[Token], first: int, feminine: frozenset[str]) -> bool:
    """Whether "Mme", "Ms." stands before the name at `first`."""
    return any(t.key in feminine for t in tokens[max(first - 2, 0) : first])


def main_pair(
    counts: Counter[str], title: Sequence[str], asked: str | None = None, places: Counter[str] | None = None
) -> tuple[str, ...]:
    """The two actors a page is mostly about, or () when the second is hardly named; a tie goes to who is named first.

    asked: the side of who is interviewed: one of the two, however seldom "we" name it.
    places: how often each is named, as a place too; in a few lines that is all there is to tell of whom they are about.
    """
    ranked = _ranked(counts, title, asked)
    if len(ranked) > 1 and ranked[1][1] > 1:
        return tuple(sorted(code for code, _ in ranked[:2]))
    ranked = [*_ranked(places or Counter(), title, asked), ("", 0)]
    clear = len(ranked) > 2 and ranked[1][1] > ranked[2][1] and (ranked[1][1] > 1 or ranked[2][1] == 0)
    return tuple(sorted(code for code, _ in ranked[:2])) if clear else ()


def _ranked(counts: Counter[str], title: Sequence[str], asked: str | None) -> list[tuple[str, int]]:
    weighted = Counter(counts)
    for code in title:
        weighted[code] += 2
    if asked:
        weighted[asked] += sum(weighted.values())
    order = {code: i for i, code in enumerate(counts)}
    return sorted(weighted.items(), key=lambda kv: (-kv[1], order.get(kv[0], len(order)), kv[0]))
