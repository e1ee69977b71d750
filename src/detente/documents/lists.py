"""Runs of short lines inside an article and right behind it: its own list, or a menu, or headlines of others?

No one trait tells. Weights say how much each of them speaks for a list; they are learned, as words do not tell either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import exp

from detente.documents.lines import Kind, Line, lower_share
from detente.documents.runs import Span, is_spoken, resumed
from detente.documents.subject import speaks_of, subject_of

LEAST = 3  # short lines in a row; fewer are subheadings, or what the run's own weights are for
REACH = 60  # lines behind the text in which its list may begin
_LONG = 8  # words of a line as long as most headlines
_SHORT = 3  # words of a line as short as most entries of a menu
_COMMA = 5  # words a comma in a list of names
_LITTLE = 150  # words of prose: a text of lists has less
INSIDE = 0.8  # from this probability on a run of short lines inside the text is a list: what else is there is dropped
BEHIND = 0.5  # the same right behind it

# Log-odds, fitted on half A of the bench by `python -m bench.pages.lists SHARED_DIR`, which prints them and how well
# they do on what they have not seen.
WEIGHTS: Mapping[str, float] = {
    "any": -1.74,
    "behind the text": -1.64,
    "right behind it": 1.40,
    "announced": 1.65,
    "under a paragraph": -0.63,
    "set off": -0.99,
    "others follow": -1.01,
    "little prose": 1.22,
    "speaks of it": 2.79,
    "small letters": 1.96,
    "punctuated": 1.36,
    "colons": 0.74,
    "announcing": 0.68,
    "commas": 1.34,
    "figures": 0.57,
    "long": -1.50,
    "brief": -0.50,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines `start` to `end` of a page, the end outside: all short ones that follow one another."""

    start: int
    end: int


def with_lists(lines: Sequence[Line], run: Span) -> tuple[list[Line], Span]:
    """The lines, with those marked that are items of the article's lists, and its run with the lists behind it."""
    out, subject = list(lines), subject_of(lines[run.start : run.end])
    for group in groups(lines, run):
        if group.start > run.end and any(line.kind is Kind.PROSE for line in lines[run.end : group.start]):
            break
        if not is_list(traits(lines, group, run, subject), WEIGHTS):
            continue
        for at in range(group.start, _last(lines, group)):
            out[at] = replace(out[at], kind=Kind.ITEM)
        run = Span(run.start, max(run.end, group.end))
    return out, resumed(out, run)


def groups(lines: Sequence[Line], run: Span) -> Iterator[Group]:
    """Every run of short lines that begins inside the article or not far behind it."""
    places = range(run.start, min(len(lines), run.end + REACH))
    for short, found in groupby(places, key=lambda at: lines[at].kind in (Kind.SHORT, Kind.ITEM)):
        at = list(found)
        if short and len(at) >= LEAST:
            yield Group(at[0], at[-1] + 1)


def _last(lines: Sequence[Line], group: Group) -> int:
    """Its end, without the heading of the paragraph that follows."""
    heads = group.end < len(lines) and lines[group.end].kind is Kind.PROSE and not is_spoken(lines[group.end - 1])
    return group.end - heads


def is_list(found: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    """Whether it is surely enough a list of the article's."""
    odds = sum(weights[name] * value for name, value in found.items())
    return 1 / (1 + exp(-odds)) >= (BEHIND if found["behind the text"] else INSIDE)


def traits(lines: Sequence[Line], group: Group, run: Span, subject: frozenset[str]) -> dict[str, float]:
    """What may tell, each about 0..1: shares are of the group's lines."""
    found = lines[group.start : group.end]
    before = lines[group.start - 1].kind if group.start else None
    behind = lines[group.end].kind if group.end < len(lines) else None
    prose = sum(line.words for line in lines[run.start : run.end] if line.kind is Kind.PROSE)
    return {
        "any": 1.0,
        "behind the text": float(group.start >= run.end),
        "right behind it": float(group.start == run.end),
        "announced": float(group.start > 0 and lines[group.start - 1].leads),
        "under a paragraph": float(before is Kind.PROSE),
        "set off": float(before not in (None, Kind.PROSE, Kind.SHORT)),
        "others follow": float(behind in (Kind.RELATED, Kind.OVER)),
        "little prose": float(prose < _LITTLE),
        "speaks of it": sum(speaks_of(line, subject) for line in found) / len(found),
        "small letters": sum(lower_share(line.text) for line in found) / len(found),
        "punctuated": _share(is_spoken(line) for line in found),
        "colons": _share(":" in line.text for line in found),
        "announcing": _share(line.leads for line in found),
        "commas": sum(line.text.count(",") for line in found) / max(1, sum(line.words for line in found)) * _COMMA,
        "figures": _share(any(map(str.isdigit, line.text)) for line in found),
        "long": _share(line.words >= _LONG for line in found),
        "brief": _share(line.words <= _SHORT for line in found),
    }


def _share(told: Iterator[bool]) -> float:
    every = list(told)
    return sum(every) / len(every)
