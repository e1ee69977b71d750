"""How many an act was done to, as a sentence gives it: killed, wounded, expelled, drones, tonnes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.codebook.times import Table, TimeWords
from detente.model import CodebookError

TOKEN = re.compile(r"\d{1,3}(?:[\s,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*|[,;:.()«»“”\"%$€£]")
GROUPED = re.compile(r"[\s,.](?=\d{3}(?!\d))")
NEAR = 3  # words behind a number that tell whose they are: "deux jeunes diplomates croates"; our choice
FAR = 6  # words from a number to what it counts: "58 of the army's own young soldiers killed"; our choice
LONGEST = 4  # words of a number, or of what qualifies it: "une quarantaine de", "no fewer than"
TENS = frozenset(range(20, 100, 10))
YEARS = range(1900, 2101)  # a bare number of these is a year
WORDS = ("least", "about", "over", "until", "one", "uncounted")
KEYS = frozenset({"counted", "examples", "times", *WORDS})


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing an act is counted in: in which types or acts, and by which words of each language, folded.

    nationals: whether it counts people, whom the name of theirs tells as well: "six Belgians".
    """

    name: str
    of: frozenset[str]
    grows: bool
    nationals: bool
    behind: Mapping[str, tuple[str, ...]]
    ahead: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sentence. names: what it counts. said: "12", "30+" for at least, "~40" for about. behind: the words that follow."""

    names: frozenset[str]
    said: str
    behind: tuple[str, ...]


@dataclass(frozen=True)
class Counts:
    """`counts.yml`. numbers, units: of each language, the words of numbers, and those behind which a number is no count.

    times: of each language, the words by which the number before them is multiplied: "six *cents*".
    """

    kinds: tuple[Kind, ...] = ()
    words: Mapping[str, Mapping[str, frozenset[tuple[str, ...]]]] = field(default_factory=dict)
    numbers: Mapping[str, Mapping[tuple[str, ...], int]] = field(default_factory=dict)
    units: Mapping[str, frozenset[str]] = field(default_factory=dict)
    times: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def found(self, text: str, language: str, of: frozenset[str]) -> dict[str, str]:
        """What `text` counts of an act, each once: "12", "30+" for at least, "~40" for about; nothing where it gives two.

        of: the act's name and its type.
        """
        return single((name, f.said) for f in self.figures(text, language, of) for name in f.names)

    def figures(self, text: str, language: str, of: frozenset[str]) -> list[Figure]:
        """Every number of `text` that may count something of such an act."""
        kinds = [k for k in self.kinds if k.of & of]
        if not kinds or language not in self.numbers:
            return []
        told = TOKEN.findall(text)
        words = tuple(map(fold, told))
        found = []
        for start, end, value in self._figures(words, language):
            names = frozenset(k.name for k in kinds if self._counts(k, words, (start, end, value), language))
            found.append(Figure(names, self._said(words, start, value, language), tuple(told[end : end + NEAR])))
        return found

    def nationals(self, of: frozenset[str]) -> frozenset[str]:
        """The kinds by which such an act counts people."""
        return frozenset(k.name for k in self.kinds if k.nationals and k.of & of)

    @cached_property
    def growing(self) -> frozenset[str]:
        return frozenset(k.name for k in self.kinds if k.grows)

    def _figures(self, words: Sequence[str], language: str) -> Iterator[tuple[int, int, int]]:
        """(first word, word behind, number) of every number that may count something."""
        at = 0
        while at < len(words):
            value, end = self._number(words, at, language)
            follows = words[end] if end < len(words) else ""
            if (value > 1 or self._one(words[at : at + 1], follows, language)) and follows not in self.units[language]:
                yield at, end, value
            at = max(end, at + 1)

    def _number(self, words: Sequence[str], at: int, language: str) -> tuple[int, int]:
        """A number and the word behind it: "six cents", "deux cent cinquante", "two thousand"."""
        value, end = self._plain(words, at, language)
        while value and end < len(words) and (times := self.times[language].get(words[end])):
            more, behind = self._number(words, end + 1, language) if end + 1 < len(words) else (0, end + 1)
            added = more if more < times and words[end + 1][0].isalpha() else 0
            value, end = value * times + added, behind if added else end + 1
        return value, end

    def _plain(self, words: Sequence[str], at: int, language: str) -> tuple[int, int]:
        if words[at][0].isdigit():
            plain = GROUPED.sub("", words[at])
            year = plain == words[at] and plain.isdigit() and int(plain) in YEARS
            return (int(plain) if plain.isdigit() and not year else 0), at + 1
        for size in range(LONGEST, 0, -1):
            if value := self.numbers[language].get(tuple(words[at : at + size])):
                return value, at + size
        return self._hyphenated(words[at], language), at + 1

    def _hyphenated(self, word: str, language: str) -> int:
        """ "Trente-cinq", "sixty-two": tens and what is under ten or twenty; 0 for any other word."""
        parts = [self.numbers[language].get((part,), 0) for part in word.split("-")]
        tens = len(parts) == 2 and parts[0] in TENS and 0 < parts[1] < 20
        return sum(parts) if tens else 0

    def _one(self, word: Sequence[str], follows: str, language: str) -> bool:
        """ "Killing *one*"; not "one of those", "un grand nombre"."""
        known = self.words[language]
        return tuple(word) in known["one"] and (follows,) not in known["uncounted"]

    def _counts(self, kind: Kind, words: Sequence[str], figure: tuple[int, int, int], language: str) -> bool:
        start, end, value = figure
        behind = value > 1 and self._behind(kind.behind[language], words, end, language)
        return behind or self._ahead(kind.ahead[language], words, start, language)

    def _behind(self, told: tuple[str, ...], words: Sequence[str], end: int, language: str) -> bool:
        for word in words[end : end + FAR]:
            if _is(word, told):
                return True
            if not word[0].isalpha() or (word,) in self.words[language]["until"] or (word,) in self.numbers[language]:
                return False
        return False

    def _ahead(self, told: tuple[str, ...], words: Sequence[str], start: int, language: str) -> bool:
        at = start - self._qualified(words, start, language)[1] - 1
        while at >= 0 and (words[at],) in self.words[language]["over"]:
            at -= 1
        return at >= 0 and _is(words[at], told)

    def _said(self, words: Sequence[str], start: int, value: int, language: str) -> str:
        how = self._qualified(words, start, language)[0]
        loose = words[start][0].isalpha() and self._loose(words, start, language)
        return f"{value}+" if how == "least" else f"~{value}" if how == "about" or loose else str(value)

    def _loose(self, words: Sequence[str], start: int, language: str) -> bool:
        """Whether it is "une quarantaine de", "a dozen": a number of several words, the first of which is one."""
        one = self.numbers[language].get((words[start],)) == 1
        return one and self._number(words, start, language)[1] > start + 1

    def _qualified(self, words: Sequence[str], start: int, language: str) -> tuple[str, int]:
        """Whether the words before it say that it is the least, or about it; and how many words say so."""
        for size in range(LONGEST - 1, 0, -1):
            before = tuple(words[max(start - size, 0) : start])
            for how in ("least", "about"):
                if len(before) == size and before in self.words[language][how]:
                    return how, size
        return "", 0


def single(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is told of each kind, once; nothing where two figures of it differ."""
    found: dict[str, set[str]] = {}
    for name, said in told:
        found.setdefault(name, set()).add(said)
    return {name: min(said) for name, said in found.items() if len(said) == 1}


def fold(text: str) -> str:
    """Small letters without accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


def _is(word: str, told: tuple[str, ...]) -> bool:
    return any(word.startswith(t[:-1]) if t.endswith("*") else word == t for t in told)


def load_counts(path: Path, times: Mapping[str, TimeWords]) -> Counts:
    """`counts.yml`, whose examples are run. times: where the words of numbers and of units are."""
    found = files.read(path)
    files.only(path, found, KEYS)
    languages = tuple(sorted(found["least"]))
    counts = Counts(
        tuple(_kind(path, name, row, languages) for name, row in found["counted"].items()),
        {c: {key: _phrases(path, found[key].get(c), key) for key in WORDS} for c in languages},
        {c: _table(times[c].tables["count"]) for c in languages},
        {c: frozenset(fold(w) for key in ("unit", "month") for w in times[c].tables[key]) | SIGNS for c in languages},
        {c: {fold(w): int(n) for w, n in found["times"].get(c, {}).items()} for c in languages},
    )
    for language in languages:
        for row in found["examples"].get(language, ()):
            if (got := counts.found(row["text"], language, frozenset({row["act"]}))) != row["found"]:
                raise CodebookError(f"{files.short(path)}: {row['text']!r} counts {got}")
    return counts


SIGNS = frozenset("%$€£")


def _kind(path: Path, name: str, row: Mapping[str, Any], languages: Sequence[str]) -> Kind:
    files.only(path, row, {"of", "grows", "nationals", *languages})
    said = {
        how: {c: tuple(fold(w) for w in files.strings(path, row[c][how], how)) for c in languages}
        for how in ("behind", "ahead")
    }
    of = frozenset(files.strings(path, row["of"], "of"))
    return Kind(name, of, bool(row.get("grows")), bool(row.get("nationals")), said["behind"], said["ahead"])


def _phrases(path: Path, words: object, key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(TOKEN.findall(fold(w))) for w in files.strings(path, words, key))


def _table(numbers: Table) -> dict[tuple[str, ...], int]:
    return {tuple(TOKEN.findall(fold(word))): int(value) for word, value in numbers.items()}
