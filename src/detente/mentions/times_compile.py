"""Compiles the patterns of one language: regular expressions with nested expressions between them, and how they begin."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from detente.codebook.times import TimeWords
from detente.codebook.times_patterns import Choice, Pattern, Slot, Step, Steps, Word
from detente.mentions.times_words import (
    APOSTROPHES,
    DIGITS,
    SPACE,
    any_of,
    first_key,
    keys_of,
    pattern_of,
    reader,
)

ANY = "*"  # a second word that may be any
_OPENING = 2  # words by which patterns are looked up
_END = r"(?![^\W_])(?![.,:/]\d)"
_START = r"(?<![^\W_])(?<!\d[.,/])"
_TOLD_BY_DIGITS = frozenset({"date", "year", "short_year", "month_number", "hour", "minute"})  # or by its own cue
_CUE_TABLES = ("weekday", "month", "season", "unit", "feast", "decade", "event")

# A year no date lies outside of, in press about states; a number before a counted noun is a sum.
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|[^\S\n]\d{3}(?!\d))"

Opening = tuple[str, ...]  # the keys of the first word and the second, which may be ANY


@dataclass(frozen=True)
class Piece:
    """A regular expression, compiled when it is first asked: of hundreds a page needs a few."""

    written: str

    @cached_property
    def read(self) -> re.Pattern[str]:
        return re.compile(self.written)


@dataclass(frozen=True, slots=True)
class Compiled:
    """pieces: regular expressions; between two of them stands one nested expression. openings: how it may begin.

    nested_first: whether it may begin with a nested expression; nested_only: whether it must.
    """

    pattern: Pattern
    pieces: tuple[Piece, ...]
    openings: frozenset[Opening]
    nested_first: bool
    nested_only: bool


class Compiler:
    """Turns patterns of one language into regular expressions, and what they read into values."""

    def __init__(self, words: TimeWords) -> None:
        self.tables = words.tables
        suffix = f"(?:{any_of(words.day_suffixes)})?"
        digits = rf"(?:0?[1-9]|[12]\d|3[01])(?!\d|[^\S\n]\d{{3}}(?!\d)){suffix}"
        self.slots = {name: any_of(table) for name, table in words.tables.items()} | {
            "day": f"(?:{digits}|{any_of(words.tables['day'])})",
            "nth": f"(?:{digits}|{any_of(words.tables['nth'])})",
            "count": rf"(?:\d{{1,3}}(?![\d.,])|{any_of(words.tables['count'])})",
            "year": _YEAR,
            "short_year": rf"{APOSTROPHES}?\d\d(?!\d)",
            "month_number": r"(?:0?[1-9]|1[0-2])(?!\d)",
            "hour": r"(?:[01]?\d|2[0-4])(?!\d)",
            "minute": r"[0-5]\d(?!\d)",
        }
        self.values = {name: reader(words.tables.get(name, {})) for name in self.slots}

    def compiled(self, pattern: Pattern) -> Compiled:
        runs = _split(pattern.body)
        space = SPACE if pattern.body[0].spaced else ""
        pieces = [self._steps(run, begun=number > 0) for number, run in enumerate(runs)]
        pieces[0] = f"{_START}{self._steps(pattern.before)}{space}(?P<start>){pieces[0]}"
        if runs[-1]:
            pieces[-1] += _END + "(?P<end>)"
        pieces[-1] += self._steps(pattern.after, begun=True)
        nested_first = len(runs) > 1 and not pattern.before and all(map(_optional, runs[0][:-1]))
        openings = frozenset(
            _opening(keys) for keys in self._openings((*pattern.before, *pattern.body, *pattern.after))
        )
        own = frozenset(o for o in openings if o[0] != ANY)
        return Compiled(pattern, tuple(map(Piece, pieces)), own, nested_first, nested_first and len(runs[0]) == 1)

    def _steps(self, steps: Steps, begun: bool = False) -> str:
        """A regular expression for a run of steps; an optional step takes its white space with it."""
        written = ""
        for step, following in zip_longest(steps, steps[1:]):
            text = self._item(step)
            if _optional(step) and not begun and following:
                written += f"(?:{text}{SPACE if following.spaced else ''})?"
                continue
            text = (SPACE if step.spaced and begun else "") + text
            written += f"(?:{text})?" if _optional(step) else text
            begun = True
        return written

    def _item(self, step: Step) -> str:
        match step.item:
            case Slot(name="date"):
                return ""
            case Slot(name="hour" | "minute" as name):
                return self.slots[name]  # a time of day is read over, and has no value
            case Slot() as slot:
                return f"(?P<{slot.group}>{self.slots[slot.name]})"
            case Choice() as choice:
                return f"(?:{'|'.join(map(self._steps, choice.options))})"
            case word:
                return pattern_of(word.text)

    def _openings(self, steps: Steps) -> set[Opening]:
        """The keys of the first words of these steps, two at most; fewer where they end before."""
        found: set[Opening] = {()}
        for step in steps:
            grown = {keys for keys in found if _is_full(keys)}
            for keys in found - grown:
                grown |= {(*keys, *more)[:_OPENING] for more in self._words(step, bool(keys))}
            found = grown
        return found

    def _words(self, step: Step, begun: bool) -> set[Opening]:
        """The keys of the words of one step; () where it may be left out or has only marks."""
        match step.item:
            case Slot(name="date"):
                return {(ANY,)}
            case Slot(name=name):
                digits = set() if name in _CUE_TABLES else {(DIGITS,)}
                return digits | set(map(keys_of, self.tables.get(name, ())))
            case Choice(options=options, optional=optional):
                return set().union(*map(self._openings, options), {()} if optional else ())
            case word:
                glued = begun and not step.spaced and word.text[0].isalnum()  # "2010s" is one word
                return {(ANY,) if glued else keys_of(word.text)}

    def cues(self, pattern: Pattern) -> set[str]:
        """Words of which one stands in every text of this pattern; digits and nested dates have their own."""
        slots = {s.item.name for s in pattern.body if isinstance(s.item, Slot)}
        if _TOLD_BY_DIGITS & slots:
            return set()
        for name in _CUE_TABLES:
            if name in slots:
                return set(map(first_key, self.tables[name]))
        return _telling(pattern.body) or _telling(pattern.before)


def _telling(steps: Steps) -> set[str]:
    """The longest word that these steps cannot do without; of a choice, the longest of each option."""
    words = [key for s in steps if isinstance(s.item, Word) for key in keys_of(s.item.text)]
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


def _is_full(keys: Opening) -> bool:
    return len(keys) == _OPENING or ANY in keys


def _opening(keys: Opening) -> Opening:
    """Padded where a pattern ends before its second word. Raises ValueError when it has none to begin with."""
    if not keys:
        raise ValueError("nothing but marks to begin with")
    return (*keys, ANY)[:_OPENING]
