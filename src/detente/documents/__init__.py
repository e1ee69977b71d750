"""Turns bytes as received into readable text that can point back into them.

for found in documents.unpack(source): ...        what lies in a file: pages, refusals, things aside
for document in documents.read(page, words): ...   the articles of a page
"""

from detente.codebook.pages import PageWords
from detente.documents.article import Article, to_document
from detente.documents.containers import unpack
from detente.documents.containers.feeds import links
from detente.documents.containers.outlines import outlines
from detente.documents.decoding import decode, is_html
from detente.documents.kinds import SAMPLE, SUFFIXES, Kind, kind_of
from detente.documents.lexicon import Lexicon, lexicon
from detente.documents.source import MAX_PAGE, Aside, Found, Source
from detente.documents.text import read_saved
from detente.model import Document, Page

__all__ = ["MAX_PAGE", "SUFFIXES", "Aside", "Found", "Source", "kind_of", "links", "outlines", "read", "unpack"]


def read(page: Page, words: PageWords) -> tuple[Document, ...]:
    """The articles of a page, at least one.

    Raises UnreadablePage(reason, detail); reason is one of `empty`, `binary`, `too-large`, `wrong-type`, `no-text`,
    `unsupported-language`; of files that hold their text packed, also `corrupt`, `encrypted`, `bomb`, `nested`,
    `too-many`. What each means: docs/commands.md.
    """
    articles = _articles(page, lexicon(words))
    own = page.id
    return tuple(to_document(article, page, number, own) for number, article in enumerate(articles, start=1))


def _articles(page: Page, known: Lexicon) -> tuple[Article, ...]:
    match kind_of(page.data[:SAMPLE], page.uri, page.media):
        case Kind.PDF:
            from detente.documents.pdf import read_pdf as reader
        case Kind.DOCX:
            from detente.documents.docx import read_docx as reader
        case Kind.EML:
            from detente.documents.message import read_message as reader
        case Kind.ITEM:
            from detente.documents.item import read_item as reader
        case _:
            return read_characters(page, known)
    return reader(page, known)


def read_characters(page: Page, known: Lexicon) -> tuple[Article, ...]:
    """The articles of a web page or of a text."""
    text = decode(page.data, page.media)
    if not is_html(text):
        return read_saved(text, page, known)
    from detente.documents.html import read_html  # and with it all that reads HTML, which no saved text needs

    return read_html(text, page, known)
