"""Reads date expressions out of a text: the patterns of one language, compiled, tried where they may begin.

A pattern is a few regular expressions with nested expressions between them. It is tried only at two words it can
start with, and only where a word that no date goes without (its cue) stands near: most sentences cost one walk
over their words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from detente.codebook.times import TimeWords
from detente.codebook.times_patterns import Meaning, Pattern
from detente.mentions.times_compile import ANY, Compiled, Compiler, Opening
from detente.mentions.times_words import DIGITS, TOKEN, key_of, sum_after

_REACH = 9  # words between the start of an expression and its cue: "dans la nuit de ce mardi 31 au"
_SUMS = frozenset({"year", "to_year", "short_year", "day", "to_day"})  # what may be a sum: "2000 soldats"
_ALONE = frozenset(
    {
        "range",
        "years",
        "vague",
        "not",
        "run",
        "calendar-chained",
        "calendar-head",
        "event",
        "after-event",
        "before-event",
    }
)  # never within another
_HEAD = Meaning("calendar-head", "calendar-head")  # what a year is that stands behind no other
_DEEPEST = 4  # expressions within one another: "depuis le début de la semaine du 8 mars" has three


@dataclass(frozen=True, slots=True)
class Match:
    """An expression read but not yet resolved: start inside, end outside (code points).

    fields: slot group -> value. dates: nested expressions, in order. source: the pattern.
    anchor: where the event stands that it counts from, if it does.
    """

    meaning: Meaning
    start: int
    end: int
    fields: Mapping[str, int | str]
    dates: tuple["Match", ...]
    source: str
    anchor: tuple[int, int] | None = None


class _Index:
    """The patterns of one language by the two words they may start with, in the order of the file."""

    def __init__(self, patterns: Iterable[Compiled], nested: frozenset[str] = frozenset()) -> None:
        """nested: the words a nested expression may start with, where a pattern begins with one."""
        self._by_opening: dict[Opening, list[tuple[int, Compiled]]] = {}
        for number, compiled in enumerate(patterns):
            first = {(word, ANY) for word in nested} if compiled.nested_first else set()
            for opening in compiled.openings | first:
                self._by_opening.setdefault(opening, []).append((number, compiled))
        self.starts = frozenset(first for first, _ in self._by_opening)
        self._found: dict[Opening, tuple[Compiled, ...]] = {}

    def at(self, opening: Opening) -> tuple[Compiled, ...]:
        """What may be read where these two words stand."""
        known = self._found.get(opening)
        if known is None:
            both = (self._by_opening.get(key, ()) for key in (opening, (opening[0], ANY)))
            by_number = dict(chain(*both))
            known = tuple(c for _, c in sorted(by_number.items(), key=_place))
            self._found[opening] = known
        return known


def _place(row: tuple[int, Compiled]) -> tuple[bool, bool, int]:
    """Those that begin with a nested expression come last: a plain one as long is what is meant."""
    return row[1].nested_first, row[1].nested_only, row[0]


@dataclass(slots=True)
class _Walk:
    """One text being read: its words' openings by offset, and the nested expressions found so far."""

    text: str
    openings: dict[int, Opening] = field(default_factory=dict)
    nested: dict[int, Match | None] = field(default_factory=dict)


class Grammar:
    """The patterns of one language, compiled once."""

    def __init__(self, words: TimeWords) -> None:
        compiler = Compiler(words)
        self._values = compiler.values
        self._sum = re.compile(sum_after(words.counted))
        patterns = [compiler.compiled(p) for p in words.patterns]
        self._nested = _Index(c for c in patterns if _nests(c.pattern) and not c.nested_first)
        self._whole = _Index((c for c in patterns if not c.pattern.inner), self._nested.starts)
        self._cues = frozenset[str]({DIGITS}).union(*map(compiler.cues, words.patterns))

    def matches(self, text: str) -> Iterator[Match]:
        """Expressions that do not overlap, the longest at each place, in order; also those that are no dates."""
        walk = _Walk(text)
        after = 0
        for at in self._starts(walk):
            found = self._best(walk, at) if at >= after else None
            if found:
                apart = found.meaning.core == "calendar-chained" and not _follows(text, after, at)
                after = found.end
                yield replace(found, meaning=_HEAD) if apart else found

    def _best(self, walk: _Walk, at: int) -> Match | None:
        """The longest at a place; behind a context, what begins there may reach further: "de [mars-avril]"."""
        found = self._longest(walk, at, self._whole, 0)
        if found is None or found.start == at:
            return found
        behind = self._longest(walk, found.start, self._whole, 0)
        return behind if behind and behind.end > found.end else found

    def _starts(self, walk: _Walk) -> list[int]:
        """Where an expression may begin: the words that can start one, with a cue within reach."""
        kept: list[int] = []
        waiting: list[int] = []
        last, key, starts = -1, "", self._whole.starts
        for m in TOKEN.finditer(walk.text):
            before, key = key, key_of(m.group())
            if last >= 0:
                walk.openings[last] = (before, key)
            last = m.start()
            waiting.append(last if key in starts else -1)
            if key in self._cues:
                kept += (at for at in waiting[-_REACH:] if at >= 0)
                waiting.clear()
        if last >= 0:
            walk.openings[last] = (key, ANY)
        return kept

    def _longest(self, walk: _Walk, at: int, index: _Index, depth: int) -> Match | None:
        best: Match | None = None
        reach = -1
        opening = walk.openings.get(at)
        for compiled in index.at(opening) if opening else ():
            if compiled.nested_only and self._date(walk, at, depth + 1) is None:
                break  # nor do the others begin here, which come behind
            found = self._try(walk, at, compiled, depth)
            if found and found[0] > reach:
                reach, best = found
        return best

    def _try(self, walk: _Walk, at: int, compiled: Compiled, depth: int) -> tuple[int, Match] | None:
        """How far a pattern reads from `at`, contexts included, and what it read; None if it does not."""
        fields: dict[str, int | str] = {}
        dates: list[Match] = []
        anchor: tuple[int, int] | None = None
        marks: dict[str, int] = {}
        for number, piece in enumerate(compiled.pieces):
            if number:
                date = self._date(walk, at, depth + 1)
                if date is None:
                    return None
                dates.append(date)
                at = marks["end"] = date.end
            found = piece.read.match(walk.text, at)
            if found is None or not self._note(found, fields, marks):
                return None
            at = found.end()
            anchor = found.span("event") if "event" in piece.read.groupindex else anchor
        meaning, source = compiled.pattern.meaning, compiled.pattern.source
        return at, Match(meaning, marks["start"], marks["end"], fields, tuple(dates), source, anchor)

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
        if depth > _DEEPEST:
            return None
        if at not in walk.nested:
            walk.nested[at] = self._longest(walk, at, self._nested, depth)
        return walk.nested[at]


def _follows(text: str, end: int, start: int) -> bool:
    """Whether an expression stands right behind another, a comma at most between: "en 2012, 2015 et 2020"."""
    return end > 0 and text[end:start].strip() in ("", ",")


def _nests(pattern: Pattern) -> bool:
    """Whether an expression may stand inside another: a date does, an interval does not."""
    if pattern.before or pattern.after:
        return False
    meaning = pattern.meaning
    return meaning.wrap not in ("since", "onward", "until", "term") and meaning.core not in _ALONE
