"""Rows of cards: headline and teaser, headline and teaser, by which a page announces its other articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from detente.documents.lines import Kind, Line
from detente.documents.subject import speaks_of, subject_of

# Own count on half A of the bench and on the pages of htmldate's set (bench/pages/README.md): of 45 rows, these
# bounds take all but those of articles in short chapters, whose headings speak of what the article speaks of.
_ROW = 3  # cards at least; an article may have two short chapters in a row
_HEADLINE = range(4, 27)  # words
_TEASER = 70  # words at most
_NAME = 6  # words of a section or a writer between headline and teaser
_BETWEEN = 2  # such lines, days and buttons between the two, and
_UNDER = 3  # under a teaser
_OTHER = 0.27  # share of its content words that a row has in common with what stands outside: less is other articles
_ENOUGH = 150  # words of prose outside rows; a page that has less may be made of such pieces
_ASKED = 4  # questions with an answer on a page that is an interview
_ASKING = 0.5  # share of a row's headlines that end as questions do where it is part of one
_OFTEN = 6  # sentences on a page to which headlines are stuck
_VARIED = 0.8  # share of them that are distinct
_STUCK = 3  # words of such a headline at least
_MANY = 4  # of them on a page: a writer leaves fewer sentences open
_GLUE = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{0,60}[^\W\d_A-Z]{2}[»”’\"')?!]?[A-ZÀ-Ý][a-zà-ÿ]*(?=[\s,:;’'])"
)  # "…in LondonThe minister…"


@dataclass(frozen=True, slots=True)
class _Card:
    """Lines `start` to `end`, the end outside; the teaser's place. A headline glued to its teaser is one line."""

    start: int
    end: int
    teaser: int


def without_cards(lines: Sequence[Line]) -> list[Line]:
    """`lines`, those of rows of cards marked as such when they speak of something else than the rest of the page."""
    out = _without_cut(_without_glued(lines))
    rows = [row for row in _rows(out) if not _is_asked(out, row)]
    inside = {at for row in rows for card in row for at in range(card.start, card.end)}
    outside = [line for at, line in enumerate(out) if at not in inside]
    if sum(line.words for line in outside if line.kind is Kind.PROSE) < _ENOUGH:
        return out
    subject = subject_of(outside)
    for row in rows:
        if _shared(out, row, subject) < _OTHER:
            for at in range(row[0].start, row[-1].end):
                out[at] = replace(out[at], kind=Kind.CARD)
    return out


def _rows(lines: Sequence[Line]) -> Iterator[list[_Card]]:
    row: list[_Card] = []
    at = 0
    while at < len(lines):
        card = _card(lines, at)
        if card:
            row.append(card)
        if not card or card.end >= len(lines):
            if len(row) >= _ROW:
                yield row
            row = []
        at = card.end if card else at + 1


def _is_asked(lines: Sequence[Line], row: Sequence[_Card]) -> bool:
    """Whether the row is questions and their answers, in an interview: a page of several, each right above a sentence."""
    answered = sum(_asks(line) and below.kind is Kind.PROSE for line, below in pairwise(lines))
    asking = sum(_asks(lines[card.start]) for card in row)
    return answered >= _ASKED and asking >= _ASKING * len(row)


def _asks(line: Line) -> bool:
    return line.words < _HEADLINE.stop and line.text.rstrip(" »”\"')").endswith("?")


def _card(lines: Sequence[Line], at: int) -> _Card | None:
    if not _is_headline(lines[at]):
        return None
    teaser = _behind(lines, at + 1, _BETWEEN, names=True)
    if teaser == len(lines) or lines[teaser].kind is not Kind.PROSE:
        return None
    if not lines[teaser].closed or lines[teaser].words > _TEASER:
        return None
    return _Card(at, _behind(lines, teaser + 1, _UNDER, names=False), teaser)


def _behind(lines: Sequence[Line], at: int, most: int, names: bool) -> int:
    """The place behind the days and buttons, with `names` also short names, that stand at `at`; `most` lines."""
    end = at
    while end < min(len(lines), at + most) and _is_beside(lines[end], names):
        end += 1
    return end


def _is_beside(line: Line, names: bool) -> bool:
    named = names and ((line.kind is Kind.SHORT and line.words <= _NAME) or line.kind is Kind.CAPTION)
    return named or line.kind in (Kind.STAMP, Kind.FURNITURE)


def _is_headline(line: Line) -> bool:
    stopped = line.text.rstrip(" »”\"')").endswith((".", ":", ",", ";"))
    return line.kind in (Kind.SHORT, Kind.PROSE) and line.words in _HEADLINE and not stopped


def _shared(lines: Sequence[Line], row: Sequence[_Card], subject: frozenset[str]) -> float:
    """The mean of what the row's teasers and its headlines share with the subject."""
    words = sum(lines[card.teaser].words for card in row)
    teasers = sum(speaks_of(lines[card.teaser], subject) * lines[card.teaser].words for card in row) / words
    return (teasers + sum(speaks_of(lines[card.start], subject) for card in row) / len(row)) / 2


def _without_glued(lines: Sequence[Line]) -> list[Line]:
    """Marks the sentences whose headlines are stuck to them, each with other words: links around both. They stand
    in a row, or all over the page; one alone is a name such as `McCarthy`."""
    out = list(lines)
    glue = [_glue(line) for line in lines]
    often = _are_many(list(filter(None, glue)), _OFTEN)
    for found, group in groupby(range(len(lines)), key=lambda at: glue[at] is not None):
        run = list(group)
        if found and (often or _are_many([glue[at] for at in run], _ROW)):
            for at in run:
                out[at] = replace(out[at], kind=Kind.CARD)
    return out


def _without_cut(lines: Sequence[Line]) -> list[Line]:
    """Marks the headlines and teasers that are cut short with an ellipsis, where the page has many."""
    cut = [at for at, line in enumerate(lines) if _is_cut(line)]
    out = list(lines)
    for at in cut if len({lines[at].text for at in cut}) >= _MANY else ():
        out[at] = replace(out[at], kind=Kind.CARD)
    return out


def _is_cut(line: Line) -> bool:
    begun = not line.text[0].islower()
    return (
        begun and line.kind in (Kind.PROSE, Kind.SHORT) and line.words in _HEADLINE and line.text.endswith(("…", ".."))
    )


def _are_many(glue: Sequence[str | None], least: int) -> bool:
    """Whether there are so many of them, few twice: `YouTube` stands several times where it stands at all."""
    return len(set(glue)) >= max(least, _VARIED * len(glue))


def _glue(line: Line) -> str | None:
    """The last word of the headline with the first of the teaser."""
    if line.kind is not Kind.PROSE or line.words > _TEASER:
        return None
    found = _GLUE.search(line.text)
    return found[0] if found and len(line.text[: found.start()].split()) >= _STUCK else None
