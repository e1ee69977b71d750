"""The corridor: bytes of a page in, all it says out. Pure: no clock, no network; the only place where rooms meet."""

from dataclasses import dataclass
from functools import lru_cache

from detente import documents, mentions, reports
from detente.codebook import Codebook
from detente.mentions.times import TimeFinder
from detente.model import Document, Page, Reading


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


def _coded(page: Page, document: Document, tools: Tools) -> Reading:
    times = tools.times.find(document.text, document.published)
    found = tools.reader.read(document)
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
