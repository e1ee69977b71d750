"""Which lines of a saved page are the article: the run where sentences outweigh furniture, then cleaned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from detente.documents.article import Part
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words, kind_of
from detente.model import BlockKind

# Weights in words of prose. Own measurement on fundus and scrapinghub pages rendered as text (F1 of the body).
_SHORT = 4  # a short line costs this; the nth in a row n times as much: menus part, a subheading does not
_FURNITURE = 3  # a known piece of furniture: expected inside articles too
_RELATED = 80  # a list of other articles begins: text must go on for longer to outweigh it
_STAMP = 60  # a day with a time of the clock: inside a run it is another item, or a comment
_CAP = 120  # a paragraph counts for no more: one page-long line of junk should not win
STARTED = 60  # words of prose after which "Comments" ends the article, instead of being a button above it
ENDED = 120  # after so many, nothing below it is read at all: comments may be longer than the article
_TEASERS = 8  # lines that a related heading announces at most
TEASER = 25  # words; a sentence shorter than this under a related heading announces another article
SUBHEADING = 20  # words; longer lines without a full stop are no subheadings
PULLED = 8  # words; a line this long that a paragraph repeats is a pull quote, a shorter one may be a heading
_MENU = 3  # so many short lines in a row are a menu or a table of contents


@dataclass(frozen=True, slots=True)
class Span:
    """Lines `start` to `end` of a page, the end outside."""

    start: int
    end: int


def main_run(lines: Sequence[Line]) -> Span:
    """The run of lines with most words of prose left after paying for what lies between (Kadane's maximum)."""
    best, best_span = 0, Span(0, 0)
    total = start = shorts = prose = 0
    for at, line in enumerate(lines):
        if line.kind is Kind.OVER and prose >= ENDED:
            break
        if line.kind is Kind.OVER and prose >= STARTED:
            total = prose = 0
        shorts = shorts + 1 if line.kind is Kind.SHORT and not _is_spoken(line) else 0
        total += _weight(line, shorts)
        if total <= 0:
            total, start, prose = 0, at + 1, 0
        elif line.kind is Kind.PROSE:
            prose += line.words
        if total > best:
            best, best_span = total, Span(start, at + 1)
    return best_span


def _weight(line: Line, shorts: int) -> int:
    if line.kind is Kind.PROSE:
        return min(line.words, _CAP)
    if line.kind is Kind.SHORT:
        return -max(1, _SHORT * shorts)
    costs = {Kind.RELATED: _RELATED, Kind.STAMP: _STAMP}
    return -costs.get(line.kind, _FURNITURE)


def clean(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines that are text: no furniture, captions, asides, teasers, menus, pull quotes, no title again."""
    told = list(_without_teasers(lines))
    told = [line for line in told if line.kind in (Kind.PROSE, Kind.SHORT)]
    told = [line for line in told if fold(line.text) != fold(title or "")]
    return _without_echoes(_without_menus(told))


def _without_teasers(lines: Sequence[Line]) -> Iterator[Line]:
    """Drops what a related heading or a bare "read also" announces, up to the next real paragraph."""
    pending = 0
    for line in lines:
        if line.kind is Kind.RELATED:
            pending = _TEASERS
        elif line.kind is Kind.ASIDE:
            pending = 1 if count_words(line.text) <= 4 else 0
        elif line.kind is Kind.PROSE and line.words >= TEASER:
            pending = 0
        if line.kind in (Kind.PROSE, Kind.SHORT) and pending:
            pending -= 1
            continue
        yield line


def _without_menus(lines: Sequence[Line]) -> list[Line]:
    """Drops runs of short lines, save the last one before a paragraph, and lists that a colon announces."""
    out: list[Line] = []
    for short, group in groupby(lines, key=lambda line: line.kind is Kind.SHORT):
        run = list(group)
        keep = not short or len(run) < _MENU or _is_list(out, run)
        out.extend(run if keep else run[-1:])
    return out


def _is_list(before: Sequence[Line], run: Sequence[Line]) -> bool:
    announced = bool(before) and before[-1].leads
    spoken = sum(line.bullet or _is_spoken(line) for line in run)
    return announced or spoken > 0.6 * len(run)


def _is_spoken(line: Line) -> bool:
    """Whether it is punctuated as a sentence, or as a member of a list that is one."""
    return line.closed or line.text.endswith((";", ","))


def _without_echoes(lines: Sequence[Line]) -> list[Line]:
    """Drops a line that another repeats: a pull quote, a heading already in a table of contents."""
    folded = [fold(line.text).strip("'") for line in lines]
    prose = "\n".join(f for f, line in zip(folded, lines, strict=True) if line.kind is Kind.PROSE)
    last = {f: at for at, f in enumerate(folded)}
    return [
        line
        for at, line in enumerate(lines)
        if last[folded[at]] == at and not (line.kind is Kind.SHORT and line.words >= PULLED and folded[at] in prose)
    ]


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Kept lines as blocks; a line is a subheading when short, not closed, and followed by another."""
    kinds = [_block_kind(lines, at) for at in range(len(lines))]
    return tuple(Part(line.text, kind) for line, kind in zip(lines, kinds, strict=True) if kind)


def _block_kind(lines: Sequence[Line], at: int) -> BlockKind | None:
    """None for what is neither sentence nor heading: a short line at the very end, or a very long label."""
    line = lines[at]
    if line.bullet:
        return BlockKind.LIST
    follows = at + 1 < len(lines) and line.words <= SUBHEADING
    if follows and _is_question(line.text):
        return BlockKind.SUBHEADING
    if line.kind is Kind.PROSE or line.closed:
        return BlockKind.PARAGRAPH
    return BlockKind.SUBHEADING if follows else None


def _is_question(text: str) -> bool:
    """One bare question: a heading, when it stands alone on its line before text."""
    return re.fullmatch(r"[^.!?…«»“”\"]+\?", text) is not None


def without_furniture(parts: Sequence[Part], lexicon: Lexicon) -> list[Part]:
    """A web page's blocks without what the codebook knows as furniture; stops where comments begin."""
    out: list[Part] = []
    for part in parts:
        kind = kind_of(part.text, part.text, lexicon)
        if kind is Kind.OVER and sum(count_words(p.text) for p in out) >= STARTED:
            break
        if kind in (Kind.PROSE, Kind.SHORT):
            out.append(part)
    while out and out[-1].kind is BlockKind.SUBHEADING:
        out.pop()
    return out
