"""The corridor: bytes of a page in, all it says out. Pure: no clock, no network; the only place where rooms meet."""

from dataclasses import dataclass
from functools import lru_cache

from detente import documents, mentions, reports
from detente.codebook import Codebook
from detente.mentions.times import TimeFinder
from detente.model import Document, Mentions, Page, Reading


@dataclass(frozen=True)
class Tools:
    """What is compiled once for a codebook and a language."""

    reader: mentions.Reader
    coder: reports.Coder
    times: TimeFinder


def code(page: Page, book: Codebook) -> tuple[Reading, ...]:
    """Every article of a page, coded. Raises UnreadablePage, whose first word says why."""
    return tuple(
        _coded(page, document, _tools(book, document.language)) for document in documents.read(page, book.pages)
    )


def explain(page: Page, book: Codebook) -> tuple[tuple[Reading, Mentions], ...]:
    """The same, each article with what was seen in its sentences. Raises UnreadablePage."""
    articles = documents.read(page, book.pages)
    found = [_tools(book, d.language).reader.read(d) for d in articles]
    return tuple((_told(page, d, m, _tools(book, d.language)), m) for d, m in zip(articles, found, strict=True))


def _coded(page: Page, document: Document, tools: Tools) -> Reading:
    return _told(page, document, tools.reader.read(document, gated=True), tools)


def _told(page: Page, document: Document, found: Mentions, tools: Tools) -> Reading:
    times = tools.times.find(document.text, document.published)
    told, refused = tools.coder.code(document, found, times)
    if not told or reports.off_topic(found, told):
        return Reading(page, document, times, refusals=refused)
    return Reading(
        page,
        document,
        times,
        told,
        reports.statements(document, found),
        reports.offices(document, found),
        True,
        refused,
    )


@lru_cache(maxsize=8)
def _tools(book: Codebook, language: str) -> Tools:
    return Tools(
        mentions.Reader(book, language), reports.Coder(book, book.languages[language]), TimeFinder(book.times[language])
    )
