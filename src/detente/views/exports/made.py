"""What an export made: its files, and for every table of the record how many rows are in them, how many not, and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import Any, TypeVar

from detente.model import Event, Record, SpeechMode, UsageError

Row = dict[str, Any]
Left = Mapping[str, int]  # reason -> rows
T = TypeVar("T")

ELSEWHERE = "not-in-format"  # the format has no place for the table
WHY = {
    ELSEWHERE: "no place in this format",
    "other-table": "in another table",
    "review": "too unsure, for review",
    "undated": "without a day to put it on",
    "too-wide": "known too vaguely",
    "not-done": "denied or called off",
    "not-ahead": "not announced for later",
    "one-sided": "no second actor",
    "copied": "told by the page it is a copy of",
    "no-speaker": "nobody is named who says it",
    "no-event": "no event told in it is here",
}


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the rows of one table; `rows` is `written` and all that `left` counts."""

    table: str
    rows: int
    written: int
    left: Left

    def __post_init__(self) -> None:
        if self.rows != self.written + sum(self.left.values()) or self.written < 0:
            raise ValueError(f"{self.table}: {self.rows} rows, {self.written} written, {dict(self.left)} left out")


@dataclass(frozen=True, slots=True)
class Made:
    """files: (name, bytes), one or a folder's. counts: one a table of the record, in the order of `sizes`."""

    files: tuple[tuple[str, bytes], ...]
    counts: tuple[Count, ...]

    def only(self, table: str) -> "Made":
        """The file of one table alone. UsageError names the tables there are."""
        names = {name.partition(".")[0]: (name, data) for name, data in self.files}
        if table not in names:
            raise UsageError(f"no table is called {table!r}; there are {', '.join(names)}")
        aside = (c if c.table == table else replace(c, written=0, left=_all(c, "other-table")) for c in self.counts)
        return Made((names[table],), tuple(aside))


def _all(count: Count, why: str) -> Left:
    return {why: count.rows} if count.rows else {}


def made(record: Record, files: Iterable[tuple[str, bytes | str]], left: Mapping[str, Left]) -> Made:
    """left: table -> what of it is not in the files, () -> {} for a table that is whole; a table not named is not there."""
    counts = []
    for table, rows in sizes(record).items():
        missing = left.get(table, {ELSEWHERE: rows} if rows else {})
        counts.append(Count(table, rows, rows - sum(missing.values()), dict(sorted(missing.items()))))
    data = ((name, body.encode() if isinstance(body, str) else body) for name, body in files)
    return Made(tuple(data), tuple(counts))


def sizes(record: Record) -> dict[str, int]:
    """Every table of a record, and its rows."""
    unsaid = sum(s.mode is SpeechMode.UNSAID for s in record.statements)
    return {
        "documents": len(record.documents),
        "dates": len(record.dates),
        "reports": len(record.reports),
        "events": len(record.events),
        "measures": len(record.measures),
        "standing": len(record.standing),
        "steps": sum(len(m.steps) for m in (*record.measures, *record.standing)),
        "statements": len(record.statements) - unsaid,
        "unsaid": unsaid,
        "judgements": len(record.judgements),
        "positions": len(record.positions),
        "wordings": len(record.wordings),
        "contradictions": len(record.contradictions),
        "differences": len(record.differences),
        "sources": len(record.profiles),
        "doubts": len(record.doubts),
        "commitments": len(record.commitments),
        "irritants": len(record.irritants),
        "agenda": sum(len(a.items) for a in record.agenda),
        "unread": len(record.unread),
    }


def sift(rows: Iterable[T], why: Callable[[T], str | None]) -> tuple[list[T], Left]:
    """Rows that go in, and how many do not by reason. why: the reason, None for a row that goes in."""
    told = [(row, why(row)) for row in rows]
    return [row for row, reason in told if reason is None], Counter(reason for _, reason in told if reason)


def days(event: Event) -> tuple[date, date] | None:
    """First and last day on which it can have been, or the day since which it is; None where they are not known."""
    when = event.when
    if when is None or when.earliest is None:
        return None
    if when.latest is None and when.edtf.startswith(f"{when.earliest}/"):
        return when.earliest, when.earliest
    return (when.earliest, when.latest) if when.latest else None


def needed(module: str, format: str, extra: str = "exports") -> Any:
    """An optional library. UsageError says how to install it where it is missing: extra, the group that has it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise UsageError(f"{format} needs {error.name}: pip install 'detente[{extra}]'") from error
