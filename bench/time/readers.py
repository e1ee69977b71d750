"""Who finds the dates: ours here, each peer by its own Python."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

from bench.time.days import Days, days_of
from bench.time.sets import Case

from detente.codebook.times import load_times
from detente.mentions.times import TimeFinder
from detente.mentions.times_tense import Lean
from detente.model import TimeMention

PEERS = ("HeidelTime", "Recognizers-Text", "dateparser", "timexy")


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found: a date with its days, one without (days None), or a duration or the like (not is_date)."""

    start: int
    end: int
    is_date: bool
    days: Days | None


@dataclass(frozen=True, slots=True)
class Run:
    """found: case by case. seconds: of processor, after one text to warm up."""

    found: tuple[tuple[Found, ...], ...]
    seconds: float


def ours(cases: Sequence[Case]) -> Run:
    finders = {kind: TimeFinder(load_times(*kind)) for kind in {(c.language, c.notes) for c in cases}}
    for kind, finder in finders.items():
        finder.find(next(c.text for c in cases if (c.language, c.notes) == kind), None)
    start = process_time()
    mentions = [finders[c.language, c.notes].find(c.text, c.published, _lean(c)) for c in cases]
    seconds = process_time() - start
    found = (
        tuple(Found(m.start, m.end, _is_date(m), days_of(m.when.edtf) if m.when else None) for m in case)
        for case in mentions
    )
    return Run(tuple(found), seconds)


def _lean(case: Case) -> Lean:
    return Lean.AHEAD if case.ahead else Lean.EITHER


def _is_date(mention: TimeMention) -> bool:
    """Not what counts from an event ("after the visit"): the guide of the coded pages has no such dates."""
    return " event: " not in mention.rule


_RANGES = re.compile(r": (?:\w+ )?(?:range|days|years): ")
_BETWEEN = re.compile(r"\s(?:au|à|et|to|and|until|through|jusqu\S+)\s|(?<=\w)\s?[-–/]\s?(?=\w)")


def ends(cases: Sequence[Case]) -> Run:
    """The same, each end of a range apart: an extent as TimeML draws it."""
    finders = {language: TimeFinder(load_times(language)) for language in {c.language for c in cases}}
    found = []
    for case in cases:
        mentions = finders[case.language].find(case.text, case.published)
        found.append(tuple(end for m in mentions for end in _ends(m)))
    return Run(tuple(found), 0.0)


def _ends(mention: TimeMention) -> Iterator[Found]:
    between = _BETWEEN.search(mention.text) if _RANGES.search(mention.rule) else None
    if not between:
        yield Found(mention.start, mention.end, True, None)
        return
    yield Found(mention.start, mention.start + between.start(), True, None)
    yield Found(mention.start + between.end(), mention.end, True, None)


def peer(name: str, python: str, cases: Sequence[Case]) -> Run:
    """What a peer finds. Raises OSError or CalledProcessError when it is not installed."""
    lines = "".join(
        json.dumps(
            {
                "text": c.text,
                "language": c.language,
                "published": c.published.isoformat() if c.published else None,
                "ahead": c.ahead,
            }
        )
        + "\n"
        for c in cases
    )
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run([python, str(script), name], input=lines, capture_output=True, text=True, check=True)
    *rows, last = map(json.loads, done.stdout.splitlines())
    return Run(tuple(tuple(_found(row) for row in case) for case in rows), last["seconds"])


def _found(row: list[Any]) -> Found:
    start, end, kind, days = row
    return Found(start, end, kind == "date", _days(days) if days else None)


def _days(days: list[str | None]) -> Days | None:
    try:
        first, last = (date.fromisoformat(day) if day else None for day in days)
    except ValueError:  # a peer's impossible day
        return None
    return first, last
