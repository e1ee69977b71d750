"""The corridor: bytes of a page in, all it says out. Pure: no clock, no network; the only place where rooms meet."""

from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from detente import documents, mentions, reports
from detente.codebook import Codebook
from detente.mentions.times import TimeFinder
from detente.model import Document, Mentions, Page, Reading, TimeMention


@dataclass(frozen=True)
class Tools:
    """What is compiled once for a codebook and a language."""

    reader: mentions.Reader
    coder: reports.Coder
    times: TimeFinder


def code(page: Page, book: Codebook) -> tuple[Reading, ...]:
    """Every article of a page, coded. Raises UnreadablePage, whose first word says why."""
    return tuple(_account(page, document, book, gated=True)[0] for document in documents.read(page, book.pages))


def code_again(document: Document, book: Codebook) -> Reading:
    """An article that was read before, coded from its text: the same as `code` gave, with the same codebook."""
    return _account(Page(b"", document.uri), document, book, gated=True)[0]


def explain(page: Page, book: Codebook) -> tuple[tuple[Reading, Mentions], ...]:
    """The same, each article with what was seen in its sentences. Raises UnreadablePage."""
    return tuple(_account(page, document, book) for document in documents.read(page, book.pages))


def recount(document: Document, book: Codebook) -> tuple[Reading, Mentions]:
    """The same of an article that was read before, from its text alone: the page's bytes are not kept."""
    return _account(Page(b"", document.uri), document, book)


def _account(page: Page, document: Document, book: Codebook, gated: bool = False) -> tuple[Reading, Mentions]:
    tools = _tools(book, document.language)
    found = tools.reader.read(document, gated)
    times = tools.times.find(document.text, document.published, seat=_seat(document.outlet, book))
    return _told(page, document, found, times, tools), found


def _seat(outlet: str | None, book: Codebook) -> ZoneInfo | None:
    """The time zone of an outlet the codebook knows."""
    zone = next((p.zone for p in book.pages.publishers if p.name == outlet and p.zone), "")
    return ZoneInfo(zone) if zone else None


def _told(page: Page, document: Document, found: Mentions, times: tuple[TimeMention, ...], tools: Tools) -> Reading:
    told, refused = tools.coder.code(document, found, times)
    if not told or reports.off_topic(found, told, document.published):
        return Reading(page, document, times, refusals=refused)
    return Reading(
        page,
        document,
        times,
        told,
        reports.statements(document, found, times, tools.coder.book),
        reports.offices(document, found),
        True,
        refused,
    )


@lru_cache(maxsize=8)
def _tools(book: Codebook, language: str) -> Tools:
    return Tools(
        mentions.Reader(book, language), reports.Coder(book, book.languages[language]), TimeFinder(book.times[language])
    )
