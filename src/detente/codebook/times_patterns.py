"""The small notation in which a language file writes its date expressions.

| written            | stands for                                                                   |
|--------------------|------------------------------------------------------------------------------|
| `depuis`           | the word, in any case; written with a capital, it needs the capital           |
| a space            | white space, also the no-break kinds, never a blank line                     |
| `'` and `-`        | any apostrophe, any hyphen or short dash                                     |
| `{month}`          | a slot: a word of that table, or digits; `{to.month}` a second of its kind   |
| `{date}`           | another whole expression                                                     |
| `(a|b)`, `[a|b]`   | one of these; one of these or nothing                                        |
| `<de>`             | must stand there, first or last, but is no part of the span                  |
| `\\(`              | the character itself                                                         |

A meaning is a core, perhaps with a base and a wrap before it: `until then ahead`.

| core                          | means                                                                    |
|-------------------------------|--------------------------------------------------------------------------|
| `calendar`                    | weekday, day, month, year, some left out and completed                   |
| `calendar-past`, `calendar-ahead` | the last one that is over, the first not begun; with `{count}`, the nth |
| `calendar-near`               | the coming one, unless the text looks back                               |
| `calendar-chained`            | one right behind another date: "2012, 2015 et 2020"                      |
| `calendar-head`               | the same where it heads an entry of a chronology, "Février :"            |
| `calendar@week-1`             | the one within last week; any unit and number; `days@month+0`: two days  |
| `day-1`, `week+0`, `year+1`…  | that unit, so many before or after                                       |
| `back`, `ahead`               | `{count} {unit}` before or after; `run`: from then until now             |
| `ahead-unless-past`           | the same, but a duration where the sentence looks back ("in two years")  |
| `numeric`                     | `{day}/{to.day}/{year}`, day and month in either order                   |
| `days`, `years`, `range`      | two days of a month, two years, two nested dates                         |
| `nth-weekday`, `last-week`…   | the nth or last weekday, week or day of a nested date                    |
| `season`, `half`, `quarter`, `feast`, `decade`, `week-of` | as they say; `season-past`, `season-ahead`   |
| `date`                        | the nested date itself, for a wrap                                       |
| `event`                       | what counts from an event: without value, unless its date stands behind   |
| `after-event`, `before-event` | a count from what stands behind it: "48 hours after Beijing imposed…"    |
| `vague`                       | an expression kept without value; `not`: no expression, skipped          |

Bases: `then`, counted from the last date of the text; `from`, from the nested date; else from publication.
Wraps: `since` (always past), `onward`, `until`, `before` and `term` (always to come) open an end;
`early`, `middle`, `late` take a part; `past`, `coming` set the direction.
"""

import re
from dataclasses import dataclass

SLOTS = frozenset(
    {
        *("weekday", "month", "season", "unit", "feast", "nth", "count", "day", "year", "short_year", "month_number"),
        *("decade", "event", "hour", "minute", "date"),
    }
)
_TOKEN = re.compile(r"(\s+)|(\{[\w.]+\})|([\[\]()|<>])|((?:\\.|[^\s{}\[\]()|<>\\])+)")
_CLOSERS = {"[": "]", "(": ")", "<": ">"}

WRAPS = ("since", "onward", "until", "before", "term", "early", "middle", "late", "past", "coming")
BASES = ("then", "from")
CORES = frozenset(
    {
        "calendar",
        "calendar-chained",
        "calendar-head",
        "calendar-past",
        "calendar-ahead",
        "calendar-near",
        "numeric",
        "days",
        "years",
        "decade",
        "season",
        "season-past",
        "season-ahead",
        "half",
        "quarter",
        "feast",
        "event",
        "after-event",
        "before-event",
        "back",
        "ahead",
        "ahead-unless-past",
        "run",
        "week-of",
        "nth-weekday",
        "last-weekday",
        "nth-week",
        "last-week",
        "nth-day",
        "last-day",
        "date",
        "range",
        "vague",
        "not",
    }
)
UNITS = ("day", "night", "week", "weekend", "month", "quarter", "half", "year", "decade")
_SHIFT = re.compile(rf"((?:calendar|days)@)?({'|'.join(UNITS)})([+-]\d+)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: `since then back` counts back from the last date, and is open after it.

    wrap: one of WRAPS or ""; `past` and `coming` say which way to complete, whatever the tense.
    base: "then" the last date of the text, "from" a nested date, "" publication.
    core: one of CORES, or "shift". unit, shift: for `week-1`, ("week", -1).
    """

    name: str
    core: str
    wrap: str = ""
    base: str = ""
    unit: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """name: a slot of SLOTS. second: written `{to.…}`."""

    name: str
    second: bool = False

    @property
    def group(self) -> str:
        return f"to_{self.name}" if self.second else self.name


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[tuple["Step", ...], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One item, and whether white space stands before it."""

    item: Word | Slot | Choice
    spaced: bool


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a meaning. before, after: contexts outside the span. inner: only inside another."""

    meaning: Meaning
    source: str
    before: Steps
    body: Steps
    after: Steps
    inner: bool = False


def parse_meaning(name: str) -> Meaning:
    """Read `since back`, `then day-1`, `calendar@week-1`. Raises ValueError, saying what is unknown."""
    words = name.split()
    wrap = words.pop(0) if len(words) > 1 and words[0] in WRAPS else ""
    base = words.pop(0) if len(words) > 1 and words[0] in BASES else ""
    core = " ".join(words)
    shift = _SHIFT.fullmatch(core)
    if shift:
        return Meaning(name, shift[1] or "shift", wrap, base, shift[2], int(shift[3]))
    if core not in CORES:
        raise ValueError(f"no meaning is called {core!r}")
    return Meaning(name, core, wrap, base)


def parse_pattern(meaning: Meaning, source: str, inner: bool = False) -> Pattern:
    """Read one pattern. Raises ValueError, saying what is wrong with it."""
    reader = _Reader(source)
    before = reader.context()
    body = reader.steps("<")
    after = reader.context()
    reader.finish()
    if not body:
        raise ValueError("nothing but context")
    return Pattern(meaning, source, before, body, after, inner)


class _Reader:
    """A recursive descent over the tokens of one pattern."""

    def __init__(self, source: str) -> None:
        self.tokens = [m.group() for m in _TOKEN.finditer(source)]
        if "".join(self.tokens) != source:
            raise ValueError("a brace, bracket or backslash stands alone")
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def finish(self) -> None:
        if self.peek():
            raise ValueError(f"{self.peek()!r} is out of place")

    def context(self) -> Steps:
        """What stands in `<…>` here, if anything."""
        if self.peek() != "<":
            return ()
        spaced = self.at > 0 and self.tokens[self.at - 1].isspace()
        self.take()
        steps = self.steps(">")
        if self.take() != ">" or not steps:
            raise ValueError("a < is not closed, or nothing stands in it")
        return (Step(steps[0].item, spaced), *steps[1:])

    def steps(self, stops: str) -> Steps:
        found: list[Step] = []
        spaced = False
        while (token := self.peek()) and token not in stops:
            self.take()
            if token.isspace():
                spaced = True
                continue
            found.append(Step(self._item(token), spaced))
            spaced = False
        return tuple(found)

    def _item(self, token: str) -> Word | Slot | Choice:
        if token in ("[", "("):
            return self._choice(token)
        if token in ("]", ")", "|", ">", "<"):
            raise ValueError(f"{token!r} is out of place")
        if token.startswith("{"):
            return _slot(token[1:-1])
        return Word(re.sub(r"\\(.)", r"\1", token))

    def _choice(self, opener: str) -> Choice:
        closer = _CLOSERS[opener]
        options = [self.steps("|" + closer)]
        while self.peek() == "|":
            self.take()
            options.append(self.steps("|" + closer))
        if self.take() != closer:
            raise ValueError(f"a {opener} is not closed")
        return Choice(tuple(options), opener == "[")


def _slot(name: str) -> Slot:
    second, name = name.startswith("to."), name.removeprefix("to.")
    if name not in SLOTS:
        raise ValueError(f"no slot is called {name!r}")
    return Slot(name, second)
