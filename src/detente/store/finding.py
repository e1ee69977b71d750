"""Full text: which rows hold all of some words, accents folded, newest first. Made from what is given, and kept in memory;
for a record on a server, on the server (`finding_there`)."""

import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

MOST = 1000  # rows looked at for one question; a question that finds more is too wide to read
# A word finds all that begin like it, without a letter of its end for each of these lengths that it exceeds: "visas" finds
# "visa", "expulsée" what was "expulsés", "suspension" what was "suspended". No list of endings, so of no language.
ENDINGS = (4, 6, 8, 9)
_WORD = re.compile(r"\w+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Row:
    """Something that can be found. kind: "event", "statement" or "page"; sides: actor codes; year: "" where none is known."""

    kind: str
    id: str
    year: str
    outlet: str
    sides: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """(kind, id) in the order given, at most `MOST`. more: whether there are others. facets: name -> value -> how many."""

    rows: tuple[tuple[str, str], ...]
    more: bool
    facets: Mapping[str, Mapping[str, int]]


Hit = tuple[str, str, str, str, str]  # kind, id, year, outlet, sides between spaces


class Finder(Protocol):
    """An index of rows, given in the order in which they are to be found."""

    def find(self, asked: str, *, kind: str = "", year: str = "", outlet: str = "", side: str = "") -> Found:
        """Rows with all the words asked for; "between quotes", one after the other as they stand."""


class MemoryFinder:
    """See `Finder`."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, kind, name, year, outlet, sides)")
        self._db.execute(
            "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        self._fill(rows)

    def _fill(self, rows: Iterable[Row]) -> None:
        with self._db:
            for number, row in enumerate(rows):
                kept = (number, row.kind, row.id, row.year, row.outlet, f" {' '.join(row.sides)} ")
                self._db.execute("INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?)", kept)
                self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, row.text))

    def find(self, asked: str, *, kind: str = "", year: str = "", outlet: str = "", side: str = "") -> Found:
        query = question(asked)
        if not query:
            return Found((), False, {})
        return found_of(self._rows(query, {"kind": kind, "year": year, "outlet": outlet}, side))

    def _rows(self, query: str, wanted: Mapping[str, str], side: str) -> list[Hit]:
        where = [f"kept.{name} = ?" for name, value in wanted.items() if value]
        values = [value for value in wanted.values() if value]
        if side:
            where, values = [*where, "instr(kept.sides, ?)"], [*values, f" {side} "]
        more = "".join(f" AND {w}" for w in where)
        sql = (
            "SELECT kept.kind, kept.name, kept.year, kept.outlet, kept.sides FROM words "
            f"JOIN kept ON kept.id = words.rowid WHERE words MATCH ?{more} ORDER BY words.rowid LIMIT ?"
        )
        with self._lock:
            return self._db.execute(sql, (query, *values, MOST + 1)).fetchall()


def found_of(rows: Sequence[Hit]) -> Found:
    """rows: one more than `MOST`, where there are more."""
    shown = rows[:MOST]
    facets = {name: _counted(row[i] for row in shown) for i, name in ((0, "kind"), (2, "year"), (3, "outlet"))}
    facets["side"] = _counted(code for row in shown for code in row[4].split())
    return Found(tuple((r[0], r[1]) for r in shown), len(rows) > MOST, facets)


def asked_for(asked: str) -> Iterator[tuple[bool, str]]:
    """(whether it is a phrase, its words between spaces), for each that was typed; none of its marks has a meaning but
    quotation marks."""
    for phrase, word in _ASKED.findall(asked.replace("\0", " ")[:500]):
        words = _WORD.findall(phrase or word)
        if phrase and words:
            yield True, " ".join(words)
        else:
            yield from ((False, w) for w in words)


def question(asked: str) -> str:
    """What was typed as an FTS5 expression; "" for no word at all."""
    return " AND ".join(f'"{words}"' if phrase else f'"{stem(words)}"*' for phrase, words in asked_for(asked))


def stem(word: str) -> str:
    return word[: len(word) - sum(len(word) > length for length in ENDINGS)]


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    """value -> how many, the most first."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
