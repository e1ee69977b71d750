"""The words of time of one language: `times/LANGUAGE.yml`, read once, checked whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from zoneinfo import available_timezones

from detente.codebook import files
from detente.codebook.times_patterns import UNITS, Choice, Pattern, Slot, Steps, parse_meaning, parse_pattern
from detente.model.errors import CodebookError

Table = Mapping[str, int | str]  # a word, in lower case -> what it stands for

_KEYS = frozenset(
    {
        "language",
        "months",
        "weekdays",
        "seasons",
        "numbers",
        "ordinals",
        "units",
        "days",
        "day-suffixes",
        "feasts",
        "counted",
        "ahead",
        "past",
        "not-ahead",
        "fragments",
        "patterns",
        "inner",
        "examples",
    }
)
_OPTIONAL = frozenset(  # a language may do without
    {"decades", "events", "participles", "coming", "near", "scheduled", "pending", "zones", "notes"}
)
_TABLES = frozenset({"months", "weekdays", "numbers", "ordinals", "days", "feasts"})  # what notes may add words to
_COUNTABLE = frozenset(UNITS) | {"hour", "minute"}
_FEAST = re.compile(r"(\d\d-\d\d)|easter([+-]\d+)?|hijri-\d\d(-\d\d)?|weekday-\d\d-([1-5]|last)-[1-7]")
_MARK = re.compile(r"\{([^{}:\s]+)(?: (\w+))?:([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class TimeExample:
    """A sentence of ours, and every expression to be found in it.

    marks: (start, end, EDTF or None, basis or ""), in code points of `text`, in order.
    """

    text: str
    published: date | None
    marks: tuple[tuple[int, int, str | None, str], ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One language's words of time.

    tables: slot -> word as written -> value (month 1..12, weekday 1..7, season 21..24, decade by its first year,
    feast by its rule, see `mentions/times_feasts.py`; events have none, 0). counted: nouns that make a number
    a sum. ahead, past, participles, not_ahead: words that place a clause in time, `*` any ending or beginning; coming: words,
    or pairs of them ("se rend", "entre en"), that look ahead where the date stands behind them; near:
    words, or pairs of them ("agreed to"), after which a date lies on the nearer side; scheduled: prepositions that do so
    right before it ("for"); pending: verbs behind it that make what "was to" be the coming one ("is off"). zones: "GMT", "heure de Paris"
    -> IANA zone. notes: whether they are the words of notes and agendas, which count from their reader, to the day.
    """

    language: str
    tables: Mapping[str, Table]
    day_suffixes: tuple[str, ...]
    counted: tuple[str, ...]
    ahead: tuple[str, ...]
    past: tuple[str, ...]
    not_ahead: tuple[str, ...]
    participles: tuple[str, ...]
    near: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    examples: tuple[TimeExample, ...]
    coming: tuple[str, ...] = ()
    scheduled: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    zones: Table = field(default_factory=dict)
    notes: bool = False


def languages() -> tuple[str, ...]:
    """The languages that have a file, in order."""
    return tuple(sorted(f.name.removesuffix(".yml") for f in _folder().iterdir() if f.name.endswith(".yml")))


def load_times(language: str, notes: bool = False) -> TimeWords:
    """The words of `language` (ISO 639-1). Raises CodebookError when there is no file, or a wrong one.

    notes: read as notes and agendas are: with the patterns that prose could not bear ("22/04", "sat", "le 2").
    """
    file = _folder() / f"{language}.yml"
    if not file.is_file():
        raise CodebookError(f"there is no times/{language}.yml; write one, or ask for {', '.join(languages())}")
    return read_times(file.read_text(encoding="utf-8"), f"times/{language}.yml", notes)


def read_times(text: str, name: str, notes: bool = False) -> TimeWords:
    """The words in `text`, a YAML file called `name`. Raises CodebookError, naming file and mend."""
    try:
        entries = files.parsed(text)
        _check_keys(entries)
        return _words(_noted(entries) if notes else entries, notes)
    except (ValueError, TypeError, AttributeError, KeyError) as wrong:
        raise CodebookError(f"{name}: {' '.join(str(wrong).split())}; mend that entry") from wrong


def _folder() -> Traversable:
    return resources.files("detente.codebook") / "times"


def _check_keys(entries: Any) -> None:
    if not isinstance(entries, dict):
        raise ValueError("not a mapping of entries")
    if missing := sorted(_KEYS - entries.keys()):
        raise ValueError(f"entry {missing[0]!r} is missing")
    if unknown := sorted(map(str, entries.keys() - _KEYS - _OPTIONAL)):
        raise ValueError(f"entry {unknown[0]!r} is unknown")


def _noted(entries: dict[str, Any]) -> dict[str, Any]:
    """The entries with what `notes` adds: more words for a value, more patterns for a meaning, examples of its own."""
    notes = entries.get("notes", {})
    if unknown := sorted(map(str, notes.keys() - _TABLES - {"patterns", "examples"})):
        raise ValueError(f"notes: entry {unknown[0]!r} is unknown")
    added = {key: _more(notes[key], entries[key]) for key in notes if key != "examples"}
    return entries | added | {"examples": notes.get("examples", [])}


def _more(new: dict[Any, list[str]], old: dict[Any, list[str]]) -> dict[Any, list[str]]:
    """Both lists of every key, the new first: of two patterns as long, the first is meant."""
    return {key: [*new.get(key, ()), *old.get(key, ())] for key in (*new, *(k for k in old if k not in new))}


def _words(entries: dict[str, Any], notes: bool) -> TimeWords:
    return TimeWords(
        language=str(entries["language"]),
        tables=_tables(entries),
        day_suffixes=_texts(entries, "day-suffixes"),
        counted=_texts(entries, "counted"),
        ahead=_texts(entries, "ahead"),
        past=_texts(entries, "past"),
        not_ahead=_texts(entries, "not-ahead"),
        participles=_texts(entries, "participles"),
        near=_texts(entries, "near"),
        patterns=_patterns(entries),
        examples=tuple(_example(e) for e in entries["examples"]),
        coming=_texts(entries, "coming"),
        scheduled=_texts(entries, "scheduled"),
        pending=_texts(entries, "pending"),
        zones=_table(entries, "zones", available_timezones()) if "zones" in entries else {},
        notes=notes,
    )


def _texts(entries: dict[str, Any], key: str) -> tuple[str, ...]:
    words = entries.get(key, ())
    if any(not isinstance(word, str) for word in words):
        raise ValueError(f"{key}: every word must be text; quote yes, no and numbers")
    return tuple(words)


def _tables(entries: dict[str, Any]) -> dict[str, Table]:
    return {
        "month": _table(entries, "months", set(range(1, 13)), whole=True),
        "weekday": _table(entries, "weekdays", set(range(1, 8)), whole=True),
        "season": _table(entries, "seasons", set(range(21, 25)), whole=True),
        "count": _table(entries, "numbers", set(range(1, 1000))),
        "nth": _table(entries, "ordinals", set(range(1, 32))),
        "day": _table(entries, "days", set(range(1, 32))),
        "unit": _table(entries, "units", set(_COUNTABLE)),
        "feast": _table(entries, "feasts", None),
        "decade": _table(entries, "decades", set(range(1900, 2100, 10))),
        "event": dict.fromkeys(_texts(entries, "events"), 0),
    }


def _table(entries: dict[str, Any], key: str, allowed: set[Any] | None, whole: bool = False) -> Table:
    """Words to values, turned round from `value: [words]`."""
    values: dict[Any, list[str]] = entries.get(key, {})
    for value in values:
        if not (_FEAST.fullmatch(str(value)) if allowed is None else value in allowed):
            raise ValueError(f"{key}: {value!r} is not one of its values")
    if whole and allowed is not None and set(values) != allowed:
        raise ValueError(f"{key}: {min(allowed - set(values))} is missing")
    pairs = [(word, value) for value, words in values.items() for word in words]
    seen: dict[str, Any] = {}
    for word, value in pairs:
        if seen.setdefault(word, value) != value:
            raise ValueError(f"{key}: {word!r} stands for two values")
    return seen


def _patterns(entries: dict[str, Any]) -> tuple[Pattern, ...]:
    fragments = {f"{{{name}}}": text for name, text in entries["fragments"].items()}
    return tuple(
        _pattern(name, source, fragments, inner)
        for key, inner in (("patterns", False), ("inner", True))
        for name, sources in entries[key].items()
        for source in sources
    )


def _pattern(name: str, source: str, fragments: Mapping[str, str], inner: bool) -> Pattern:
    text = source
    for fragment, stands_for in fragments.items():
        text = text.replace(fragment, stands_for)
    try:
        pattern = replace(parse_pattern(parse_meaning(name), text, inner), source=source)
        _check_nesting(pattern)
    except ValueError as wrong:
        raise ValueError(f"pattern {source!r} of {name!r}: {wrong}") from wrong
    return pattern


def _check_nesting(pattern: Pattern) -> None:
    """`{date}` stands only in the open: what holds another expression is read piece by piece."""
    choices = [s.item for s in (*pattern.before, *pattern.body, *pattern.after) if isinstance(s.item, Choice)]
    if any(_holds_date(option) for choice in choices for option in choice.options):
        raise ValueError("{date} inside brackets; write two patterns")


def _holds_date(steps: Steps) -> bool:
    return any(
        s.item == Slot("date") or (isinstance(s.item, Choice) and any(map(_holds_date, s.item.options))) for s in steps
    )


def _example(entry: dict[str, Any]) -> TimeExample:
    """`published`, and `text` with marks: `{2025-12-08:lundi}`, `{2025-02 inferred:en février}`, `{?:bientôt}`."""
    text, marks, at = "", [], 0
    source = entry["text"]
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        edtf = None if mark[1] == "?" else mark[1]
        marks.append((len(text), len(text) + len(mark[3]), edtf, mark[2] or ""))
        text += mark[3]
        at = mark.end()
    return TimeExample(text + source[at:], entry.get("published"), tuple(marks))
