"""Turns bytes as received into readable text that can point back into them.

for document in documents.read(page, words): ...
"""

from detente.codebook.pages import PageWords
from detente.documents.article import to_document
from detente.documents.decoding import decode, is_html
from detente.documents.html import read_html
from detente.documents.lexicon import lexicon
from detente.documents.text import read_saved
from detente.model import Document, Page

__all__ = ["read"]


def read(page: Page, words: PageWords) -> tuple[Document, ...]:
    """The articles of a page: for now exactly one.

    Raises UnreadablePage(reason, detail); reason is one of `empty`, `binary`, `too-large`, `wrong-type`,
    `no-text`, `unsupported-language`.
    """
    text = decode(page.data)
    known = lexicon(words)
    reader = read_html if is_html(text) else read_saved
    article = reader(text, page.uri, known)
    return (to_document(article, page),)
