"""The corridor: bytes of a page in, all it says out. Pure: no clock, no network; the only place where rooms meet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from detente import documents, mentions, reports
from detente.codebook import Codebook
from detente.mentions.times import TimeFinder
from detente.model import Answer, Document, Mentions, Page, Reading, TimeMention

Second = Callable[[Document], Sequence[Answer]]
"""What others answered about an article, asked now or kept from before: an input, like the page."""


def unasked(document: Document) -> Sequence[Answer]:
    """Nobody is asked."""
    return ()


@dataclass(frozen=True)
class Tools:
    """What is compiled once for a codebook and a language."""

    reader: mentions.Reader
    coder: reports.Coder
    times: TimeFinder
    names: mentions.Reader  # without its parser: for who and what a sentence names


def code(page: Page, book: Codebook, second: Second = unasked) -> tuple[Reading, ...]:
    """Every article of a page, coded. Raises UnreadablePage, whose first word says why."""
    return tuple(code_again(document, book, second, page) for document in documents.read(page, book.pages))


def code_again(document: Document, book: Codebook, second: Second = unasked, page: Page | None = None) -> Reading:
    """An article that was read before, coded from its text: the same as `code` gave, with the same codebook and answers."""
    found = _account(page or Page(b"", document.uri), document, book, gated=True)[0]
    return found if second is unasked else _seconded(found, book, second)


def explain(page: Page, book: Codebook) -> tuple[tuple[Reading, Mentions], ...]:
    """The same, each article with what was seen in its sentences. Raises UnreadablePage."""
    return tuple(_account(page, document, book) for document in documents.read(page, book.pages))


def recount(document: Document, book: Codebook) -> tuple[Reading, Mentions]:
    """The same of an article that was read before, from its text alone: the page's bytes are not kept."""
    return _account(Page(b"", document.uri), document, book)


def _account(page: Page, document: Document, book: Codebook, gated: bool = False) -> tuple[Reading, Mentions]:
    tools = _tools(book, document.language)
    times = tools.times.find(document.text, document.published, seat=_seat(document.outlet, book))
    found = tools.reader.read(document, reports.Foresight(tools.coder, times) if gated else None)
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
        reports.statements(document, found, times, tools.coder.book, told),
        reports.offices(document, found),
        True,
        refused,
    )


def _seconded(reading: Reading, book: Codebook, second: Second) -> Reading:
    """The reading with what a second reader adds to it, where there can be something to add."""
    from detente import assisting  # and with it a library that nobody needs who asks nobody

    document = reading.document
    found = _tools(book, document.language).names.read(document)
    if assisting.worth_asking(found.sentences):
        aside = not reading.relevant and reports.off_topic(found, (), document.published)
        for answer in second(document):
            reading = assisting.seconded(reading, found.sentences, answer, book, aside)
    return reading


@lru_cache(maxsize=8)
def _tools(book: Codebook, language: str) -> Tools:
    return Tools(
        mentions.Reader(book, language),
        reports.Coder(book, book.languages[language]),
        TimeFinder(book.times[language]),
        mentions.Reader(book, language, parse=False),
    )
