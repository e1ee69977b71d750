"""Word documents (Office Open XML)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from detente.documents.article import Article, Part
from detente.documents.given import text_parts
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import count_words, tidy
from detente.documents.text import read_saved
from detente.model import BlockKind, Page, UnreadablePage

UNPACKED = 100_000_000  # bytes; a document with pictures, a bomb is larger
MEMBERS = 5_000
PARAGRAPHS = 50_000
_STYLES = (
    (re.compile(r"heading [1-9]$", re.IGNORECASE), BlockKind.SUBHEADING),
    (re.compile(r"(?:intense )?quote$", re.IGNORECASE), BlockKind.QUOTATION),
    (re.compile(r"list\b", re.IGNORECASE), BlockKind.LIST),
)  # built-in names, which Word keeps in English in every language (ECMA-376, 17.7.4.9)
_TITLE = "title"
_MACROS = "macroEnabled"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One line of the document; kind None where its style says nothing."""

    text: str
    kind: BlockKind | None
    is_title: bool = False


def read_docx(page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The article of a Word document, read as a saved page; its styles say which line is what.

    The day it was made is not one of publication, nor is who typed it a writer.
    Raises UnreadablePage: no-text, corrupt, bomb, wrong-type.
    """
    word = _opened(page.data)
    if getattr(word.element, "body", None) is None:
        raise UnreadablePage("corrupt", "no Word document: its main part has no body")
    told = list(_paragraphs(word))
    if not any(count_words(p.text) for p in told):
        raise UnreadablePage("no-text", "the Word document has no words")
    title = next((p.text for p in told if p.is_title), None)
    text = "\n".join(p.text for p in told)
    try:
        articles = read_saved(text, page, lexicon)
    except UnreadablePage as error:
        if error.args[0] != "no-text":
            raise
        parts = text_parts(text, lexicon)
        articles = (Article(parts, language_of([part.text for part in parts], lexicon)),)
    declared = tidy(word.core_properties.title or "")
    kinds = {p.text: p.kind for p in told if p.kind}
    return tuple(_styled(a, kinds, title if len(articles) == 1 else None, declared) for a in articles)


def _opened(data: bytes) -> WordDocument:
    """Weighed before it is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if size > UNPACKED or len(members) > MEMBERS:
                raise UnreadablePage("bomb", f"it unpacks to {size} bytes in {len(members)} parts")
            if _MACROS.encode() in archive.read("[Content_Types].xml"):
                raise UnreadablePage("wrong-type", "a Word document with macros: save it as .docx")
        return docx.Document(BytesIO(data))
    except (BadZipFile, OpcError, KeyError, ValueError, AttributeError, NotImplementedError, RuntimeError, OSError,
            EOFError, etree.LxmlError) as error:  # fmt: skip
        if isinstance(error, UnreadablePage):
            raise
        raise UnreadablePage("corrupt", f"no Word document: {type(error).__name__}: {error}") from error


def _paragraphs(word: WordDocument) -> Iterator[_Paragraph]:
    """Every line of its body, tables and text boxes too, in order; what was struck out is left out."""
    names = {style.style_id: style.name or "" for style in word.styles}
    for number, element in enumerate(word.element.body.iter(qn("w:p"))):
        if number == PARAGRAPHS:
            raise UnreadablePage("too-large", f"the document has more than {PARAGRAPHS} paragraphs")
        if (
            next(element.iterancestors("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"), None)
            is not None
        ):
            continue  # a text box is written twice, for older programs
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = names.get(style.get(qn("w:val"), ""), "") if style is not None else ""
        numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        kind = next((k for pattern, k in _STYLES if pattern.match(name)), BlockKind.LIST if numbered else None)
        for row in _text(element).split("\n"):
            if line := tidy(row):
                yield _Paragraph(line, kind, name.lower() == _TITLE)


def _text(paragraph: etree._Element) -> str:
    """Its characters, those inserted by a reviser too; not those of a text box anchored in it."""
    out: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    marks = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    for _, element in walk:
        if element.tag in (qn("w:p"), qn("w:pPr")) and element is not paragraph:
            walk.skip_subtree()
        elif element.tag == qn("w:t"):
            out.append(element.text or "")
        else:
            out.append(marks.get(element.tag, ""))
    return "".join(out)


def _styled(article: Article, kinds: dict[str, BlockKind], title: str | None, declared: str) -> Article:
    title = title or article.title or (declared if count_words(declared) >= 3 else None)
    parts = tuple(
        Part(part.text, kinds.get(part.text) or part.kind)
        for part in article.parts
        if fold(part.text) != fold(title or "")
    )
    return replace(article, title=title, parts=parts or article.parts)
