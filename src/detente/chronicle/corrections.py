"""Values as an analyst writes them: checked when they are given, and read in the same way ever after."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from detente.codebook import Codebook
from detente.model import UNNAMED, Basis, Event, Report, Status, UsageError, When

DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
Told = TypeVar("Told", Report, Event)


def corrected(told: Told, field: str, text: str, book: Codebook) -> Told:
    """The report or event with another value. Raises UsageError where there is no such field or value."""
    change = {NAMES.get(field, field): value_of(field, text, book)}
    return replace(told, **change)


def value_of(field: str, text: str, book: Codebook) -> Any:
    """What `text` means in a field: `date` in EDTF, codes as the codebook has them, "" for none."""
    if field not in READ:
        raise UsageError(f"no field {field} to correct; there are {', '.join(READ)}")
    return READ[field](text.strip(), book)


def _date(text: str, book: Codebook) -> When | None:
    """EDTF: a day, a month, a year, two of them with "/" between, ".." for an open end."""
    if not text:
        return None
    start, slash, end = text.partition("/")
    first = None if start == ".." else _span(start, text)[0]
    last = None if end == ".." else _span(end if slash else start, text)[1]
    try:
        return When(first, last, text, Basis.JUDGED)
    except ValueError as error:
        raise UsageError(f"{text} is no date: {error}") from error


def _span(part: str, whole: str) -> tuple[date, date]:
    found = DAY.fullmatch(part)
    if found is None:
        raise UsageError(f"{whole!r} is no date: write 2031-03-05, 2031-03, 2031, 2031-03-05/2031-03-07 or 2031/..")
    year, month, day = (int(g) if g else 0 for g in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as error:
        raise UsageError(f"{whole!r} is no date: {error}") from error
    if day:
        return first, first
    following = year * 12 + (month or 12)
    return first, date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


def _text(text: str, book: Codebook) -> str | None:
    return text or None


def _people(text: str, book: Codebook) -> tuple[str, ...]:
    return tuple(sorted({name.strip() for name in text.split(",")} - {""}))


def _sides(text: str, book: Codebook) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(text.replace(",", " ").split()))
    if strange := [c for c in codes if c not in book.actors.entries and c != UNNAMED]:
        raise UsageError(f"no actor is coded {strange[0]}; give ISO 3166-1 alpha-3 or bloc codes, as MLI or ECOWAS")
    return codes


def _actors(text: str, book: Codebook) -> tuple[str, ...]:
    if not (codes := _sides(text, book)):
        raise UsageError("somebody acts: give at least one code")
    return codes


def _one_of(name: str, known: Callable[[Codebook], Any], none: bool = False) -> Callable[[str, Codebook], str | None]:
    def read(text: str, book: Codebook) -> str | None:
        if not text and none:
            return None
        if text not in known(book):
            raise UsageError(f"no {name} is called {text!r}; there are {', '.join(sorted(known(book)))}")
        return text

    return read


def _status(text: str, book: Codebook) -> Status:
    if text not in set(Status):
        raise UsageError(f"no status is called {text!r}; there are {', '.join(Status)}")
    return Status(text)


NAMES = {"date": "when"}
READ: Mapping[str, Callable[[str, Codebook], Any]] = {
    "date": _date,
    "place": _text,
    "amount": _text,
    "status": _status,
    "type": _one_of("type", lambda book: book.plover.types),
    "act": _one_of("act", lambda book: book.acts),
    "instrument": _one_of("instrument", lambda book: book.instruments, none=True),
    "actors": _actors,
    "recipients": _sides,
    "people": _people,
}
