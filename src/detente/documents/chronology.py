"""Chronologies: pages whose subheadings are days, "19 octobre" above what happened then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.documents.lexicon import fold
from detente.documents.lines import Kind, Line

LEAST = 3  # days that a chronology has at least
_DAY = re.compile(
    r"(?:\w+ )?\d{1,4}\b|\w+ \d{1,2}\b"
)  # how a day begins: "19 octobre", "lundi 3 mars", "March 3", "2014"
TOLD = 10  # words of the shortest entry; dates above shorter lines stand beside headlines or comments


def with_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, with days that head paragraphs in turn made subheadings; elsewhere a date alone is no text."""
    heads = {at for run in _runs(lines) for at in run}
    return [replace(line, kind=Kind.SHORT) if at in heads else line for at, line in enumerate(lines)]


def heading(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The day above the first entry of a chronology whose text begins at `start`; none elsewhere."""
    above = lines[start - 1 : start] if start else ()
    days = [line for line in lines[start:] if line.kind is Kind.SHORT and _DAY.match(line.text)]
    return [line for line in above if len(days) >= LEAST - 1 and line.kind is Kind.SHORT and _DAY.match(line.text)]


def entries(lines: Sequence[Line], day: re.Pattern[str]) -> frozenset[int]:
    """Rows of the days that head the entries of a chronology, as `with_days` left them: none of them dates the page."""
    heads = [line for line in lines if line.kind is Kind.SHORT and day.fullmatch(line.folded)]
    return frozenset(line.row for line in heads) if len({line.folded for line in heads}) >= LEAST else frozenset()


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Places of different dates, each followed by nothing but paragraphs up to the next."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.kind is Kind.STAMP and _tells(lines, at):
            run.append(at)
        elif line.kind is not Kind.PROSE:
            yield from _whole(lines, run)
            run = []
    yield from _whole(lines, run)


def _whole(lines: Sequence[Line], run: list[int]) -> Iterator[list[int]]:
    if len({fold(lines[at].text) for at in run}) >= LEAST:
        yield run


def _tells(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and below.kind is Kind.PROSE and below.words >= TOLD
