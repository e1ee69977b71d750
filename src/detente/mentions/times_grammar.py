"""Reads date expressions out of a text: the patterns of one language, compiled, tried where they may begin.

A pattern is a few regular expressions with nested expressions between them. It is tried only at a word it can
start with, and only where a word that no date goes without (its cue) stands near: most sentences cost one walk
over their words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from detente.codebook.times import Table, TimeWords
from detente.codebook.times_patterns import Choice, Meaning, Pattern, Slot, Step, Steps, Word

_TOKEN = re.compile(r"[^\W_]+|\(")
_SPACE = r"(?:[^\S\n]+\n?(?!\s*\n)|\n(?!\s*\n)|(?<=['’ʼ]))"
_END = r"(?![^\W_])(?![.,]\d)"
_START = r"(?<![^\W_])(?<!\d[.,/])"
_APOSTROPHES = "['’ʼ]"
_HYPHENS = "[-‐‑–]"
_LOOSE = {" ": _SPACE, "'": _APOSTROPHES, "-": _HYPHENS}
_REACH = 9  # words between the start of an expression and its cue: "dans la nuit de ce mardi 31 au"
_DIGITS = "0"  # the key under which patterns that start with digits are kept
_CUE_TABLES = ("weekday", "month", "season", "unit", "feast")
_SUMS = frozenset({"year", "to_year", "short_year", "day", "to_day"})  # what may be a sum: "2000 soldats"
_GATE = 3  # steps a shelf's gate looks at: enough to turn most words away, few enough to compile soon
_ALONE = frozenset({"range", "years", "vague", "not", "run", "calendar-chained"})  # never within another
_DEEPEST = 4  # expressions within one another: "depuis le début de la semaine du 8 mars" has three

# A year no date lies outside of, in press about states; a number before a counted noun is a sum.
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|[^\S\n]\d{3}(?!\d))"


@dataclass(frozen=True, slots=True)
class Match:
    """An expression read but not yet resolved: start inside, end outside (code points).

    fields: slot group -> value. dates: nested expressions, in order. source: the pattern.
    """

    meaning: Meaning
    start: int
    end: int
    fields: Mapping[str, int | str]
    dates: tuple["Match", ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Compiled:
    """pieces: regular expressions; between two of them stands one nested expression. gate: how the first begins."""

    pattern: Pattern
    gate: str
    pieces: tuple[re.Pattern[str], ...]
    starts: frozenset[str]
    nested_first: bool


class _Shelf:
    """The patterns that may start with one word; none of `plain` reads where `gate` does not."""

    def __init__(self, patterns: Iterable[_Compiled]) -> None:
        found = tuple(patterns)
        self.plain = tuple(c for c in found if not c.nested_first)
        self.nested_first = tuple(c for c in found if c.nested_first)

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """One expression for how all begin, compiled when first used: trying it spares trying each."""
        gates = dict.fromkeys(c.gate for c in self.plain)
        return re.compile(f"{_START}(?:{'|'.join(gates)})" if gates else "(?!)")


@dataclass(slots=True)
class _Walk:
    """One text being read: nested expressions found so far, by offset and depth."""

    text: str
    nested: dict[tuple[int, int], Match | None] = field(default_factory=dict)


class Grammar:
    """The patterns of one language, compiled once."""

    def __init__(self, words: TimeWords) -> None:
        compiler = _Compiler(words)
        self._values = compiler.values
        self._sum = re.compile(_sum(words.counted))
        patterns = [compiler.compiled(p) for p in words.patterns]
        nesting = [c for c in patterns if _nests(c.pattern) and not c.nested_first]
        starts = frozenset[str]().union(*(c.starts for c in nesting))
        self._nested = _index(nesting, starts)
        self._whole = _index((c for c in patterns if not c.pattern.inner), starts)
        self._cues = frozenset[str]({_DIGITS}).union(*map(compiler.cues, words.patterns))

    def matches(self, text: str) -> Iterator[Match]:
        """Expressions that do not overlap, the longest at each place, in order; also those that are no dates."""
        walk = _Walk(text)
        after = 0
        for at, key in self._starts(text):
            found = self._best(walk, at, self._whole[key]) if at >= after else None
            if found and (found.meaning.core != "calendar-chained" or _follows(text, after, at)):
                after = found.end
                yield found

    def _best(self, walk: _Walk, at: int, shelf: _Shelf) -> Match | None:
        """The longest at a place; behind a context, what begins there may reach further: "de [mars-avril]"."""
        found = self._longest(walk, at, shelf, 0)
        if found is None or found.start == at:
            return found
        behind = self._at(walk, found.start, self._whole, 0)
        return behind if behind and behind.end > found.end else found

    def _starts(self, text: str) -> list[tuple[int, str]]:
        """Offset and key of each word where an expression may begin, with a cue within reach."""
        kept: list[tuple[int, str]] = []
        waiting: list[tuple[int, str]] = []
        for m in _TOKEN.finditer(text):
            key = _key(m.group())
            waiting.append((m.start(), key))
            if key in self._cues:
                kept += (w for w in waiting[-_REACH:] if w[1] in self._whole)
                waiting.clear()
        return kept

    def _longest(self, walk: _Walk, at: int, shelf: _Shelf, depth: int) -> Match | None:
        best: Match | None = None
        reach = -1
        plain = shelf.plain if shelf.gate.match(walk.text, at) else ()
        for compiled in (*plain, *shelf.nested_first):
            found = self._try(walk, at, compiled, depth)
            if found and found[0] > reach:
                reach, best = found
        return best

    def _try(self, walk: _Walk, at: int, compiled: _Compiled, depth: int) -> tuple[int, Match] | None:
        """How far a pattern reads from `at`, contexts included, and what it read; None if it does not."""
        fields: dict[str, int | str] = {}
        dates: list[Match] = []
        marks: dict[str, int] = {}
        for number, piece in enumerate(compiled.pieces):
            if number:
                date = self._date(walk, at, depth + 1)
                if date is None:
                    return None
                dates.append(date)
                at = marks["end"] = date.end
            found = piece.match(walk.text, at)
            if found is None or not self._note(found, fields, marks):
                return None
            at = found.end()
        meaning, source = compiled.pattern.meaning, compiled.pattern.source
        return at, Match(meaning, marks["start"], marks["end"], fields, tuple(dates), source)

    def _note(self, found: re.Match[str], fields: dict[str, int | str], marks: dict[str, int]) -> bool:
        """Keep what a piece read: its slots, and where the span begins and ends. False if a number is a sum."""
        for group, text in found.groupdict().items():
            if text is None:
                continue
            if group in ("start", "end"):
                marks[group] = found.start(group)
            elif group in _SUMS and self._sum.match(found.string, found.end(group)):
                return False
            else:
                fields[group] = self._values[group.removeprefix("to_")](text)
        return True

    def _date(self, walk: _Walk, at: int, depth: int) -> Match | None:
        """The expression nested at `at`, the longest one, read once."""
        if (at, depth) not in walk.nested:
            walk.nested[at, depth] = self._at(walk, at, self._nested, depth) if depth <= _DEEPEST else None
        return walk.nested[at, depth]

    def _at(self, walk: _Walk, at: int, index: Mapping[str, _Shelf], depth: int) -> Match | None:
        word = _TOKEN.match(walk.text, at)
        shelf = index.get(_key(word.group())) if word else None
        return self._longest(walk, at, shelf, depth) if shelf else None


def _follows(text: str, end: int, start: int) -> bool:
    """Whether an expression stands right behind another, a comma at most between: "en 2012, 2015 et 2020"."""
    return end > 0 and text[end:start].strip() in ("", ",")


def _key(word: str) -> str:
    return _DIGITS if word[0].isdigit() else word.lower()


def _nests(pattern: Pattern) -> bool:
    """Whether an expression may stand inside another: a date does, an interval does not."""
    if pattern.before or pattern.after:
        return False
    meaning = pattern.meaning
    return meaning.wrap not in ("since", "onward", "until", "term") and meaning.core not in _ALONE


def _index(patterns: Iterable[_Compiled], nested: frozenset[str]) -> dict[str, _Shelf]:
    """Patterns by the word they may start with, in the order of the file."""
    index: dict[str, list[_Compiled]] = {}
    for compiled in patterns:
        for start in compiled.starts | (nested if compiled.nested_first else frozenset()):
            index.setdefault(start, []).append(compiled)
    shelves: dict[tuple[int, ...], _Shelf] = {}  # months begin the same patterns: one shelf for all of them
    for found in index.values():
        key = tuple(map(id, found))
        shelves[key] = shelves.get(key) or _Shelf(found)
    return {start: shelves[tuple(map(id, found))] for start, found in index.items()}


class _Compiler:
    """Turns patterns of one language into regular expressions, and what they read into values."""

    def __init__(self, words: TimeWords) -> None:
        self.tables = words.tables
        suffix = f"(?:{_any(words.day_suffixes)})?"
        digits = rf"(?:0?[1-9]|[12]\d|3[01])(?!\d){suffix}"
        self.slots = {name: _any(table) for name, table in words.tables.items()} | {
            "day": f"(?:{digits}|{_any(words.tables['day'])})",
            "nth": f"(?:{digits}|{_any(words.tables['nth'])})",
            "count": rf"(?:\d{{1,3}}(?![\d.,])|{_any(words.tables['count'])})",
            "year": _YEAR,
            "short_year": rf"{_APOSTROPHES}?\d\d(?!\d)",
            "month_number": r"(?:0?[1-9]|1[0-2])(?!\d)",
        }
        self.values = {name: _reader(words.tables.get(name, {})) for name in self.slots}

    def compiled(self, pattern: Pattern) -> _Compiled:
        runs = _split(pattern.body)
        space = _SPACE if pattern.body[0].spaced else ""
        pieces = [self._steps(run, begun=number > 0) for number, run in enumerate(runs)]
        pieces[0] = f"{_START}{self._steps(pattern.before)}{space}(?P<start>){pieces[0]}"
        if runs[-1]:
            pieces[-1] += _END + "(?P<end>)"
        pieces[-1] += self._steps(pattern.after, begun=True)
        nested_first = len(runs) > 1 and not pattern.before and all(map(_optional, runs[0][:-1]))
        starts = frozenset(self._starts((*pattern.before, *pattern.body)))
        gate = re.sub(r"\(\?P<\w+>", "(?:", self._steps(pattern.before) + space + self._steps(runs[0][:_GATE]))
        return _Compiled(pattern, gate, tuple(map(re.compile, pieces)), starts, nested_first)

    def _steps(self, steps: Steps, begun: bool = False) -> str:
        """A regular expression for a run of steps; an optional step takes its white space with it."""
        written = ""
        for step, following in zip_longest(steps, steps[1:]):
            text = self._item(step)
            if _optional(step) and not begun and following:
                written += f"(?:{text}{_SPACE if following.spaced else ''})?"
                continue
            text = (_SPACE if step.spaced and begun else "") + text
            written += f"(?:{text})?" if _optional(step) else text
            begun = True
        return written

    def _item(self, step: Step) -> str:
        match step.item:
            case Slot(name="date"):
                return ""
            case Slot() as slot:
                return f"(?P<{slot.group}>{self.slots[slot.name]})"
            case Choice() as choice:
                return f"(?:{'|'.join(map(self._steps, choice.options))})"
            case word:
                return _word(word.text)

    def _starts(self, steps: Steps) -> set[str]:
        """The keys under which the first word of these steps may be found."""
        found: set[str] = set()
        for step in steps:
            found |= self._firsts(step)
            if not _optional(step):
                break
        return found

    def _firsts(self, step: Step) -> set[str]:
        match step.item:
            case Slot(name="date"):
                return set()
            case Slot(name=name):
                digits = set() if name in _CUE_TABLES else {_DIGITS}
                return digits | set(map(_first, self.tables.get(name, ())))
            case Choice(options=options):
                return set().union(*map(self._starts, options))
            case word:
                return {_first(word.text)}

    def cues(self, pattern: Pattern) -> set[str]:
        """Words of which one stands in every text of this pattern; digits and nested dates have their own."""
        slots = {s.item.name for s in pattern.body if isinstance(s.item, Slot)}
        if {"date", "year"} & slots:
            return set()
        for name in _CUE_TABLES:
            if name in slots:
                return set(map(_first, self.tables[name]))
        return _telling(pattern.body) or _telling(pattern.before)


def _telling(steps: Steps) -> set[str]:
    """The longest word that these steps cannot do without; of a choice, the longest of each option."""
    words = [w.lower() for s in steps if isinstance(s.item, Word) for w in _TOKEN.findall(s.item.text)]
    if words:
        return {max(words, key=len)}
    choices = [s.item for s in steps if isinstance(s.item, Choice) and not s.item.optional]
    return set().union(*(_telling(option) for choice in choices[:1] for option in choice.options))


def _split(body: Steps) -> list[Steps]:
    """The runs of steps around nested dates; a date ends its run."""
    runs: list[list[Step]] = [[]]
    for step in body:
        runs[-1].append(step)
        if step.item == Slot("date"):
            runs.append([])
    return [tuple(run) for run in runs]


def _optional(step: Step) -> bool:
    return isinstance(step.item, Choice) and step.item.optional


def _first(word: str) -> str:
    """The key of a word's first run of letters, or of digits. Raises ValueError for a word without any."""
    found = _TOKEN.search(word)
    if not found:
        raise ValueError(f"{word!r} has neither letter nor digit to begin with")
    return _key(found.group())


def _any(words: Iterable[str]) -> str:
    """One of these words, the longest first."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    small = "|".join(_spelled(w) for w in longest if w == w.lower())
    return "(?:" + "|".join([*(_word(w) for w in longest if w != w.lower()), f"(?i:{small or '(?!)'})"]) + ")"


def _word(text: str) -> str:
    """A word as written: any case, but a capital only as a capital; any apostrophe, hyphen, white space."""
    written = _spelled(text)
    return f"(?i:{written})" if text == text.lower() else f"(?:{written}|{_spelled(text.upper())})"


def _spelled(text: str) -> str:
    return "".join(_LOOSE.get(c, re.escape(c)) for c in text)


def fold(text: str) -> str:
    """A word as its table writes it: lower case, plain apostrophe, hyphen and space."""
    text = re.sub(_APOSTROPHES, "'", re.sub(_HYPHENS, "-", text.lower()))
    return " ".join(text.split())


def _sum(counted: Iterable[str]) -> str:
    """What makes the number before it a sum: a counted noun, perhaps after a second number ("à 2500 réfugiés")."""
    more = r"(?:[^\S\n]\w{1,3}[^\S\n]\d[\d.,]*)?"
    return rf"{more}(?:{_SPACE}{_any(counted)}(?!\w)|\s?[%€$£°])"


def _reader(table: Table) -> Callable[[str], int | str]:
    """What a slot's text stands for: the value of its table, or the number it begins with."""
    values = {fold(word): value for word, value in table.items()}

    def value(text: str) -> int | str:
        known = values.get(fold(text))
        return known if known is not None else int(re.sub(r"^\D+|(?<=\d)\D.*", "", text))

    return value
