"""Pages of our own, through mentions and reports: what the tests of both rooms stand on."""

import re
from datetime import date
from functools import cache

from detente.codebook import Codebook, load
from detente.mentions import Reader
from detente.mentions.times import TimeFinder
from detente.model import ActorMention, Block, BlockKind, Document, Mentions, Report, Statement
from detente.reports import Coder, statements


@cache
def book() -> Codebook:
    return load()


@cache
def reader(language: str) -> Reader:
    return Reader(book(), language)


@cache
def times(language: str) -> TimeFinder:
    return TimeFinder(book().times[language])


def document(text: str, language: str = "fr", title: str | None = None, published: str | None = None) -> Document:
    """An article; a blank line ends a paragraph."""
    paragraphs = re.finditer(r"(?:[^\n]|\n(?!\n))+", text)
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in paragraphs)
    day = date.fromisoformat(published) if published else None
    return Document("d", "d", "d.txt", text, language, title=title, published=day, blocks=blocks)


def mentions(text: str, language: str = "fr", title: str | None = None) -> Mentions:
    return reader(language).read(document(text, language, title))


def actors(text: str, language: str = "fr", title: str | None = None) -> list[tuple[str, ActorMention]]:
    """(the words, the mention) of every actor the text names."""
    found = mentions(text, language, title)
    return [(text[m.start : m.end], m) for s in found.sentences for m in s.actors]


def reports(
    text: str, language: str = "fr", title: str | None = None, published: str | None = None
) -> tuple[Report, ...]:
    page = document(text, language, title, published)
    when = times(language).find(text, page.published)
    told, _ = Coder(book(), book().languages[language]).code(page, reader(language).read(page), when)
    return told


def told(text: str, language: str = "fr", published: str | None = None) -> list[str]:
    """`TYPE actors>recipients status` of each report, in the order of the text."""
    return [line(r) for r in reports(text, language, published=published)]


def line(report: Report) -> str:
    return f"{sides(report)} {report.status}"


def sides(report: Report) -> str:
    """`TYPE actors>recipients`."""
    return f"{report.type} {'+'.join(sorted(report.actors))}>{'+'.join(sorted(report.recipients))}"


def speech(text: str, language: str = "fr") -> tuple[Statement, ...]:
    return speech_on(text, language)


def said(text: str, language: str = "fr") -> list[tuple[str | None, str | None, str]]:
    """(who, for whom, how) of each statement, in the order of the text."""
    return [(s.speaker, s.side, str(s.mode)) for s in speech(text, language)]


def speech_on(text: str, language: str, published: str | None = None) -> tuple[Statement, ...]:
    """The statements of a page printed on that day."""
    page = document(text, language, published=published)
    found, when = reader(language).read(page), times(language).find(text, page.published)
    coded, _ = Coder(book(), book().languages[language]).code(page, found, when)
    return statements(page, found, when, book(), coded)
