"""Lists whose items are built alike: dates of a tour, results, prices. Menus and headlines are not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from detente.documents.lines import Kind, Line

_MARKS = ",:;@(/–—-"
_LEAST = 5  # items
_WORDS = range(4, 20)  # words of an item
_ALIKE = 0.8  # share of the items that have a mark, or a figure, which all are then said to have
_COMMON = 3  # such marks: headlines have two in common at most, a day or a count beside them


def with_items(lines: Sequence[Line]) -> list[Line]:
    """`lines`, with the short ones that are items of such a list marked."""
    out: list[Line] = []
    for plain, group in groupby(lines, key=_may_be_item):
        run = list(group)
        even = plain and len(run) >= _LEAST and _is_even(run)
        out.extend(replace(line, kind=Kind.ITEM) for line in run) if even else out.extend(run)
    return out


def _may_be_item(line: Line) -> bool:
    return line.kind is Kind.SHORT and line.words in _WORDS


def _is_even(run: Sequence[Line]) -> bool:
    built = [_built(line.text) for line in run]
    common = sum(sum(mark in marks for marks in built) >= _ALIKE * len(run) for mark in (*_MARKS, "0"))
    return common >= _COMMON and len({line.text for line in run}) >= _ALIKE * len(run)


def _built(text: str) -> frozenset[str]:
    """The marks inside a line; "0" stands for any figure."""
    return frozenset("0" if c.isdigit() else c for c in text if c in _MARKS or c.isdigit())
