"""A printed page as lines with their places: from PDFium's characters to paragraphs in reading order."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2.raw as pdfium

GAP = 1.6  # heights of a letter between two pieces on one line of print: two columns, not two words
LEADING = 1.45  # times the usual distance of two lines: a new paragraph
INDENT = 0.8  # letter heights; a first line set in by more begins a paragraph
LARGER = 1.12  # a line whose letters are larger by so much is no line of the same paragraph
MARGIN = 0.12  # share of the page's height, above and below, in which headers and footers stand
CROWDED = 2_000  # lines on one page; no newspaper has more, and its columns are not looked for
NEAR = 40  # lines before and after, among which the edges of a line's column are looked for
_HYPHENS = "-\u00ad\u2010"
_CUT = "\ufffe\x02"
_VOWELS = frozenset("aeiouyàâæéèêëîïôœùûü")
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*\d{1,4}(?:\s?/\s?\d{1,4})?\W*")
_ENDS = re.compile(r"[.!?…:][»\"”’')\]\s]*$")


_Char = tuple[str, float, float, float, float]  # and its box: left, right, bottom, top


@dataclass(frozen=True, slots=True)
class Run:
    """One line of print. left, right, bottom, top: points, from the lower left. size: height of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def runs_of(page: object, most: int) -> list[Run]:
    """The lines of a text page of PDFium, in the order of the file; `most` characters of it are looked at."""
    count = min(pdfium.FPDFText_CountChars(page), most)
    out: list[Run] = []
    piece: list[_Char] = []
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(page, at)
        char = chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
        box = _box(page, at)
        if char and char in _CUT:  # PDFium's mark of a hyphen at the end of a line, which it joins to the next
            piece.append(("-", *box))
        if char and char in f"\r\n{_CUT}":
            out.extend(_run(piece))
            piece = []
            continue
        if piece and char.strip() and _is_apart(piece, box):
            out.extend(_run(piece))
            piece = []
        piece.append((char, *box))
    return [*out, *_run(piece)]


def _box(page: object, at: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, at, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _is_apart(piece: Sequence[_Char], box: tuple[float, ...]) -> bool:
    inked = next((p for p in reversed(piece) if p[0].strip()), None)
    height = max((p[4] - p[3] for p in piece[-8:]), default=0.0)
    return inked is not None and height > 0 and box[0] - inked[2] > GAP * max(height, 6.0)


def _run(piece: Sequence[_Char]) -> Iterator[Run]:
    text = "".join(p[0] for p in piece).strip(" \t\xa0")
    inked = [p for p in piece if p[0].strip()]
    if text and inked:
        yield Run(
            text,
            min(p[1] for p in inked),
            max(p[2] for p in inked),
            min(p[3] for p in inked),
            max(p[4] for p in inked),
            round(median(p[4] - p[3] for p in inked), 1),
        )


def in_reading_order(runs: Sequence[Run], depth: int = 12) -> list[Run]:
    """Column by column, where an empty strip parts the page; lines across the whole of it part it from above."""
    if not 2 <= len(runs) <= CROWDED or not depth:
        return sorted(runs, key=lambda run: (-round(run.top), run.left))
    if halves := _columns(runs):
        return [run for half in halves for run in in_reading_order(half, depth - 1)]
    if halves := _bands(runs):
        return [run for half in halves for run in in_reading_order(half, depth - 1)]
    return sorted(runs, key=lambda run: (-round(run.top), run.left))


def _columns(runs: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """Left and right of an empty strip with at least three lines on each side."""
    ordered = sorted(runs, key=lambda run: run.left)
    edge = ordered[0].right
    for at, run in enumerate(ordered):
        if run.left - edge > 0.5 * run.size and at >= 3 and len(ordered) - at >= 3:
            return ordered[:at], ordered[at:]
        edge = max(edge, run.right)
    return None


def _bands(runs: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """What stands above the first place where columns begin or end, and the rest: a headline over its columns."""
    ordered = sorted(runs, key=lambda run: -run.top)
    for at in range(1, len(ordered)):
        above, below = ordered[:at], ordered[at:]
        if min(run.bottom for run in above) >= max(run.top for run in below) - 1 and (
            _columns(below) or (at >= 6 and _columns(above))
        ):
            return above, below
        if at > 60:
            return None
    return None


def without_margins(pages: Sequence[Sequence[Run]], heights: Sequence[float]) -> list[list[Run]]:
    """The pages without page numbers, and without what most of them repeat at their head or foot."""
    seen = Counter(key for runs, tall in zip(pages, heights, strict=True) for key in {*_marginal(runs, tall)})
    often = {key for key, times in seen.items() if times >= 2 and times * 2 >= len(pages) - 1}
    return [
        [r for r in runs if not _at_edge(r, tall) or (_key(r) not in often and not _NUMBER.fullmatch(r.text))]
        for runs, tall in zip(pages, heights, strict=True)
    ]


def _marginal(runs: Sequence[Run], tall: float) -> Iterator[str]:
    return (_key(run) for run in runs if _at_edge(run, tall))


def _key(run: Run) -> str:
    return _FIGURES.sub("#", run.text)


def _at_edge(run: Run, tall: float) -> bool:
    return run.bottom < MARGIN * tall or run.top > (1 - MARGIN) * tall


def paragraphs(runs: Sequence[Run], syllabic: bool = False) -> list[tuple[str, float]]:
    """Lines in reading order put together to paragraphs, each with the height of its letters.

    syllabic: whether words are cut between syllables only, as in French; English cuts "visit-ing" by its parts.
    """
    steps = [a.bottom - b.bottom for a, b in pairwise(runs) if 0 < a.bottom - b.bottom < 4 * a.size]
    usual = median(steps) if steps else 0.0
    out: list[tuple[list[str], float]] = []
    for at, run in enumerate(runs):
        if at and not _begins(runs[at - 1], run, runs[max(0, at - NEAR) : at + NEAR], usual):
            out[-1][0].append(run.text)
        else:
            out.append(([run.text], run.size))
    whole = frozenset(word for run in runs for word in re.findall(r"[\w-]+", run.text))
    return [(_joined(lines, whole, syllabic), size) for lines, size in out]


def _begins(above: Run, run: Run, runs: Sequence[Run], usual: float) -> bool:
    """Whether `run` is the first line of a paragraph, by size, distance, indent, or the short line above it."""
    larger, smaller = max(above.size, run.size), min(above.size, run.size)
    if smaller and larger / smaller > LARGER and abs(above.size - run.size) > 1.5:
        return True
    step = above.bottom - run.bottom
    if step <= 0:  # another column or page: the sentence may go on
        return _ENDS.search(above.text) is not None and not run.text[:1].islower()
    if step > LEADING * usual:
        return True
    beside = [r for r in runs if abs(r.left - above.left) < 40 and abs(r.bottom - run.bottom) < 300]
    edge, full = min(r.left for r in beside or [run]), max(r.right for r in beside or [run])
    indented = INDENT * run.size < run.left - edge < 40 and above.left - edge < INDENT * run.size
    ended = _ENDS.search(above.text) is not None and full - above.right > 0.15 * (full - edge)
    return indented or ended


def _joined(lines: Sequence[str], whole: frozenset[str], syllabic: bool) -> str:
    """One line, words cut at the ends of lines whole again; a hyphen that belongs to its word stays."""
    text = lines[0]
    for line in lines[1:]:
        if text[-1:] in _HYPHENS and text[-2:-1].isalpha() and line[:1].isalpha():
            text = (text if _is_own(text, line, whole, syllabic) else text[:-1]) + line
        else:
            text = f"{text} {line}"
    return text.replace("\u00ad", "")


def _is_own(text: str, line: str, whole: frozenset[str], syllabic: bool) -> bool:
    """Whether the hyphen at the end of `text` is the word's own: a name's, a compound's that stands elsewhere too."""
    head = re.split(r"[^\w-]", text[:-1])[-1]
    tail = re.match(r"[\w-]*", line)
    rest = tail[0] if tail else ""
    if head + rest in whole:
        return False
    own = line[:1].isupper() or "-" in head or "-" in rest or (syllabic and _is_no_syllable(head, rest))
    return own or f"{head}-{rest}" in whole


def _is_no_syllable(head: str, rest: str) -> bool:
    """Whether no syllable ends here: a single consonant goes with the vowel behind it, so "peut-être" was never one."""
    return head[-1:].lower() not in _VOWELS and rest[:1].lower() in _VOWELS
