"""Undoes the wrapping of text saved by tools that cut lines at a fixed width."""

import re
from collections.abc import Sequence
from itertools import pairwise

FULL = 80  # characters of a line that was cut for want of room: a full line of print, longer than most headlines
NARROWEST, WIDEST = 40, 160  # columns at which tools wrap; longer lines are whole paragraphs
_TEXT = 8  # words; shorter lines say nothing about the width, menus have them
_OUTLIERS = 50  # one line in so many may be longer than the width: addresses, tables
_RAGGED = 6  # columns by which tools differ from their own width
_MASS = 0.3  # share of the words of its longer lines that stand in cut ones, on a wrapped page
_GOING_ON = 0.25  # share of cut lines after which the text goes on in small letters; own count on dumps of w3m and lynx
_SURELY = 5  # so many of them: pages of short texts, most of whose longer lines are headlines
_OPEN = 0.6  # share of them that nothing closes

_CLOSED = re.compile(r"[.!?…][»\"”’')\]\s]*$")
_BULLET = re.compile(r"^\s*(?:[-–—•·▪■►*+]|\d{1,2}[.)])\s+")
_WORDS = re.compile(r"\S+")


def unwrap(rows: Sequence[str]) -> list[str]:
    """Joins lines that were cut at a fixed width, when the page is set so; and a line that goes on in small letters."""
    width = _width(rows)
    cuts = [_is_cut(a, b, width) for a, b in pairwise(rows)] if width else []
    if not _is_wrapped(rows, cuts):
        cuts = [_goes_on(a, b) for a, b in pairwise(rows)]
    return _joined(rows, cuts)


def _width(rows: Sequence[str]) -> int | None:
    """The column at which longer lines end, but for outliers; None if they end nowhere in particular."""
    lengths = sorted(len(row.rstrip()) for row in rows if len(row) <= 10 * WIDEST and _count(row) >= _TEXT)
    whole = sum(len(row) > WIDEST for row in rows)
    if not lengths or whole > len(lengths) // _OUTLIERS:
        return None
    width = lengths[-1 - len(lengths) // _OUTLIERS]
    return width if NARROWEST <= width <= WIDEST else None


def _count(row: str) -> int:
    return sum(1 for _ in _WORDS.finditer(row))


def _is_cut(row: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one; an item of a list begins its own line."""
    head = following.split(maxsplit=1)[:1]
    if not head or not row.strip() or _BULLET.match(following):
        return False
    return len(row.rstrip()) + 1 + len(head[0]) > width - _RAGGED


def _is_wrapped(rows: Sequence[str], cuts: Sequence[bool]) -> bool:
    """Whether sentences go on behind the cuts, and most of the longer lines are cut."""
    pairs = [(a, b) for (a, b), cut in zip(pairwise(rows), cuts, strict=False) if cut]
    going_on = sum(b.lstrip()[:1].islower() and not _CLOSED.search(a) for a, b in pairs)
    left_open = sum(not _CLOSED.search(a) for a, _ in pairs)
    enough = max(1 if left_open == len(pairs) else 2, _GOING_ON * len(pairs))
    if going_on < enough or left_open < _OPEN * len(pairs):
        return False
    longer = sum(n for row in rows if (n := _count(row)) >= _TEXT)
    cut = sum(_count(a) for a, _ in pairs)
    return cut >= _MASS * longer or going_on >= _SURELY


def _goes_on(row: str, following: str) -> bool:
    """A sentence left open whose next line begins in small letters: "…par le ministère des | affaires étrangères"."""
    if len(row) < FULL or not following[:1].islower() or _CLOSED.search(row[-FULL:]):
        return False
    return _is_lower(following[:FULL])


def _is_lower(text: str) -> bool:
    heads: list[str] = [word[0] for word in re.findall(r"[^\W\d_]+", text)]
    return 2 * sum(head.islower() for head in heads) >= len(heads)


def _joined(rows: Sequence[str], cuts: Sequence[bool]) -> list[str]:
    groups: list[list[str]] = []
    for row, after_cut in zip(rows, [False, *cuts], strict=False):
        if after_cut:
            groups[-1].append(row.strip())
        else:
            groups.append([row])
    return [" ".join([group[0].rstrip(), *group[1:]]) if len(group) > 1 else group[0] for group in groups]
