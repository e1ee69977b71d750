"""PDF files with a text layer: lines of print put together to text, then read as a saved page."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from statistics import median

import pypdfium2

from detente.documents.article import Article
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import count_words, tidy
from detente.documents.printed import Run, in_reading_order, paragraphs, runs_of, without_margins
from detente.documents.text import read_saved
from detente.model import Page, UnreadablePage

PAGES = 300  # more are a book
CHARACTERS = 2_000_000  # of the whole file
_HEADLINE = range(3, 36)  # words
_LARGE = 1.25  # times the letters of the text: a headline's
_FILE_NAME = re.compile(r"\.\w{2,5}$|^Microsoft Word|^untitled", re.IGNORECASE)  # titles that programs give


def read_pdf(page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The article of a PDF file; its day is one that it prints, for the file's own is that of the printing.

    Raises UnreadablePage: no-text, corrupt, encrypted, too-large, unsupported-language.
    """
    try:
        with closing(pypdfium2.PdfDocument(page.data)) as file:
            found = without_margins(*_runs(file))
            declared = tidy(file.get_metadata_value("Title") or "")
    except pypdfium2.PdfiumError as error:
        raise _refused(error) from error
    ordered = [run for runs in found for run in in_reading_order(runs)]
    if sum(count_words(run.text) for run in ordered) < 5:
        raise UnreadablePage("no-text", "the PDF holds pictures only: run OCR on it first")
    language = language_of((run.text for run in ordered), lexicon)
    blocks = paragraphs(ordered, syllabic=language == "fr")
    articles = read_saved("\n".join(text for text, _ in blocks), page, lexicon)
    return tuple(_titled(article, _headline(blocks), declared, len(articles) == 1) for article in articles)


def _refused(error: pypdfium2.PdfiumError) -> UnreadablePage:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return UnreadablePage("encrypted", "the PDF asks for a password: save it without one")
    return UnreadablePage("corrupt", f"PDFium cannot read it: {error}")


def _runs(file: pypdfium2.PdfDocument) -> tuple[list[list[Run]], list[float]]:
    """The lines of every page, and the heights of the pages in points."""
    if len(file) > PAGES:
        raise UnreadablePage("too-large", f"the PDF has {len(file)} pages; at most {PAGES} are read")
    read = list(_pages(file))
    return [runs for runs, _ in read], [height for _, height in read]


def _pages(file: pypdfium2.PdfDocument) -> Iterator[tuple[list[Run], float]]:
    left = CHARACTERS
    for at in range(len(file)):
        with closing(file[at]) as page, closing(page.get_textpage()) as text:
            count = text.count_chars()
            left -= count
            if left < 0:
                raise UnreadablePage("too-large", f"the PDF has more than {CHARACTERS} characters")
            yield runs_of(text, count), page.get_height()


def _headline(blocks: list[tuple[str, float]]) -> str | None:
    """The first of the largest lines, if it is larger than the text."""
    usual = median(size for text, size in blocks for _ in range(1 + len(text) // 50))
    large = [(size, -at, text) for at, (text, size) in enumerate(blocks[:40]) if count_words(text) in _HEADLINE]
    size, _, text = max(large, default=(0.0, 0, ""))
    return tidy(text) if size > _LARGE * usual else None


def _titled(article: Article, headline: str | None, declared: str, alone: bool) -> Article:
    """Under the printed headline; else the one found; else the one that the file declares."""
    own = declared if count_words(declared) in _HEADLINE and not _FILE_NAME.search(declared) else None
    title = (headline if alone else None) or article.title or own
    parts = tuple(part for part in article.parts if fold(part.text) != fold(title or ""))
    return replace(article, title=title, parts=parts or article.parts)
