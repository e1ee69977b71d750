"""The lines of a run, cleaned of what is no text, as blocks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from detente.documents.article import Part
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import CLOSED, STAMP, Kind, Line, count_words, kind_of
from detente.documents.runs import STARTED, Span, is_spoken, main_run
from detente.documents.subject import speaks_of, subject_of
from detente.model import BlockKind

__all__ = ["STARTED", "Span", "clean", "main_run", "parts_of", "without_furniture"]

# Own measurement on pages rendered as text, as in runs.py.
_SENTENCE = 10  # words; one that is shorter still, or shares less than `_OWN` with the text, is a teaser
_OWN = 0.5
_STOPPED = re.compile(r"(?<![.…])[.][»\"”’')\]\s]*$")
_TEASERS = 8  # lines that a related heading announces at most
TEASER = 25  # words; a sentence shorter than this under a related heading announces another article
SUBHEADING = 16  # words; longer lines without a full stop are no subheadings
PULLED = 8  # words; a line this long that a paragraph repeats is a pull quote, a shorter one may be a heading
AROUND = 40  # lines before and after a pull quote among which its paragraph stands
HEAD = 3  # so many loose lines stand above a web page's text at most; more are a text of short lines
_CRIED = 7  # words in capitals; headings inside a text are shorter
_MENU = 3  # so many short lines in a row are a menu or a table of contents


def clean(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines that are text: no furniture, captions, asides, teasers, menus, pull quotes, no title again."""
    told = list(_without_teasers(lines))
    told = [line for line in told if line.kind in (Kind.PROSE, Kind.SHORT, Kind.ITEM)]
    told = [line for line in told if fold(line.text) != fold(title or "") and not _is_cried(line)]
    return _without_echoes(_without_menus(told))


def _is_cried(line: Line) -> bool:
    """Whether it is a whole sentence in capitals, as links to other articles are set."""
    return line.words >= _CRIED and line.text.isupper()


def _without_teasers(lines: Sequence[Line]) -> Iterator[Line]:
    """Drops what a related heading or a bare "read also" announces, up to the next real paragraph."""
    subject, pending = subject_of(lines), 0
    for at, line in enumerate(lines):
        if line.kind is Kind.RELATED:
            pending = _TEASERS
        elif line.kind is Kind.ASIDE:
            pending = 1 if count_words(line.text) <= 4 else 0
        elif line.kind is Kind.PROSE and (
            line.words >= TEASER or _is_resumed(line, subject) or all(map(_is_sentence, lines[at : at + 2]))
        ):
            pending = 0
        if line.kind in (Kind.PROSE, Kind.SHORT) and pending:
            pending -= 1
            continue
        yield line


def _is_resumed(line: Line, subject: frozenset[str]) -> bool:
    """Whether a short sentence under a related heading is the article's again: a full stop, and its words."""
    return _is_sentence(line) and speaks_of(line, subject) >= _OWN


def _is_sentence(line: Line) -> bool:
    return line.kind is Kind.PROSE and line.words >= _SENTENCE and _STOPPED.search(line.text[-80:]) is not None


def _without_menus(lines: Sequence[Line]) -> list[Line]:
    """Drops runs of short lines, save the last one before a paragraph, and lists that a colon announces."""
    out: list[Line] = []
    for short, group in groupby(lines, key=lambda line: line.kind is Kind.SHORT):
        run = list(group)
        if not short or len(run) < _MENU or _is_list(out, run):
            out.extend(run)
            continue
        first = next((at for at, line in enumerate(run[:-1]) if line.leads), len(run) - 1)
        teasers = all(line.words > 4 for line in run[-2:])
        out.extend(run[first:] if first < len(run) - 1 or not (_is_figures(run) or teasers) else [])
    return out


def _is_figures(run: Sequence[Line]) -> bool:
    """A box of key figures: its last lines both begin with a number, as no subheading after another does."""
    return all(line.text[:1].isdigit() for line in run[-2:])


def _is_list(before: Sequence[Line], run: Sequence[Line]) -> bool:
    announced = bool(before) and before[-1].leads
    spoken = sum(line.bullet or is_spoken(line) for line in run)
    return announced or spoken > 0.6 * len(run)


def _without_echoes(lines: Sequence[Line]) -> list[Line]:
    """Drops a line that another repeats: a pull quote with its speaker, a heading already in a table of contents."""
    folded = [fold(line.text).strip("'") for line in lines]
    last = {f: at for at, f in enumerate(folded)}
    pulled = [_is_pulled(line, folded, at) for at, line in enumerate(lines)]
    spoken = [at > 0 and pulled[at - 1] and _is_speaker(lines[at], folded, at) for at in range(len(lines))]
    return [line for at, line in enumerate(lines) if last[folded[at]] == at and not pulled[at] and not spoken[at]]


def _is_pulled(line: Line, folded: Sequence[str], at: int) -> bool:
    """A long line, or one in quotation marks, that stands inside a paragraph near by too."""
    long = line.kind is Kind.SHORT and line.words >= PULLED
    return (long or is_quotation(line.text)) and _is_within(folded[at], folded, at)


def _is_within(wanted: str, folded: Sequence[str], at: int) -> bool:
    """Whether a line around `at` holds `wanted` and more. Far ones are not asked: pages may have 100,000 lines."""
    return any(wanted in f and wanted != f for f in folded[max(0, at - AROUND) : at + AROUND])


def _is_speaker(line: Line, folded: Sequence[str], at: int) -> bool:
    """`Awa Keita, merchant` under a pull quote: a name that the text has."""
    name = re.split(r"[,(–—-]", line.text)[0]
    return line.kind is Kind.SHORT and not line.closed and _is_within(fold(name), folded, at)


def is_quotation(text: str) -> bool:
    """Whether quotation marks stand around all of it."""
    return re.fullmatch(r"[«“\"][^«»“”\"]+[»”\"][.,!?…]?", text.strip()) is not None


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Kept lines as blocks; a line is a subheading when short, not closed, and followed by another."""
    kinds = [_block_kind(lines, at) for at in range(len(lines))]
    return tuple(Part(line.text, kind) for line, kind in zip(lines, kinds, strict=True) if kind)


def _block_kind(lines: Sequence[Line], at: int) -> BlockKind | None:
    """None for what is neither sentence nor heading: a short line at the very end, or a very long label."""
    line = lines[at]
    if line.bullet or line.kind is Kind.ITEM:
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
    out = _without_pulled(_without_head(out, lexicon))
    while out and out[-1].kind is BlockKind.SUBHEADING:
        out.pop()
    return out


def _without_head(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """Drops what stands before the first sentence and is none: a section, a name, a day; headings and lists stay."""
    first = next((at for at, part in enumerate(parts) if _is_told(part, lexicon)), 0)
    loose = [part for part in parts[:first] if part.kind is BlockKind.PARAGRAPH]
    return parts if len(loose) > HEAD else [part for part in parts[:first] if part not in loose] + parts[first:]


def _is_told(part: Part, lexicon: Lexicon) -> bool:
    words = count_words(part.text)
    if CLOSED.search(part.text):
        return True
    return words >= PULLED and not (words <= STAMP and printed_days(part.text, lexicon, day_first=True))


def _without_pulled(parts: list[Part]) -> list[Part]:
    """Drops a quotation that another block repeats among other words."""
    folded = [fold(part.text).strip("'") for part in parts]
    return [
        part for at, part in enumerate(parts) if not (is_quotation(part.text) and _is_within(folded[at], folded, at))
    ]
