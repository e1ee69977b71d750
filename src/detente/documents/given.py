"""Text that somebody else already cut out of its page: its paragraphs as given, not judged as lines of a page."""

import re
from collections.abc import Iterator, Sequence

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from detente.documents.article import Part
from detente.documents.body import SUBHEADING, is_quotation, without_furniture
from detente.documents.lexicon import Lexicon
from detente.documents.lines import Kind, Line, count_words, read_lines, tidy
from detente.model import BlockKind, UnreadablePage

DEEPEST = 250  # nested elements of a fragment; libxml2's own bound is 256
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEADING),
    "blockquote": BlockKind.QUOTATION,
    "li": BlockKind.LIST,
}
_LEFT = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "figcaption", "form", "select",
                   "textarea", "button", "object", "audio", "video"})  # fmt: skip
_INLINE = frozenset({"a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "em", "font", "i", "img", "mark", "q",
                     "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"})  # fmt: skip
_WHOLE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)


def is_whole_page(html: str) -> bool:
    return _WHOLE.search(html[:2000]) is not None


def has_markup(text: str) -> bool:
    """Whether it has an HTML tag or entity."""
    return _MARKUP.search(text) is not None


def plain(html: str) -> str:
    """One line of text without tags; "" where nothing is left."""
    if not has_markup(html):
        return tidy(html)
    return tidy(" ".join(text for text, _ in _pieces(_tree(html)))) if html.strip() else ""


def fragment_parts(html: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """The blocks of a piece of a page, less what the codebook knows as furniture. Raises UnreadablePage (wrong-type)."""
    tree = _tree(html)
    found = [Part(text, kind) for raw, kind in _pieces(tree) for row in raw.split("\n") if (text := tidy(row))]
    return _furnished(found, lexicon)


def text_parts(text: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """The lines of a text as blocks, cut lines joined, less what the codebook knows as furniture."""
    lines = read_lines(text, lexicon)
    return _furnished([Part(line.text, _kind(lines, at)) for at, line in enumerate(lines)], lexicon)


def is_saved_page(text: str, lexicon: Lexicon) -> bool:
    """Whether it is no article's text but a whole page's: at least 8 lines of furniture, and as many as of prose."""
    kinds = [line.kind for line in read_lines(text, lexicon)]
    menus = sum(kind in (Kind.FURNITURE, Kind.RELATED, Kind.OVER) for kind in kinds)
    return menus >= max(8, kinds.count(Kind.PROSE))


def _furnished(parts: list[Part], lexicon: Lexicon) -> tuple[Part, ...]:
    """Known furniture goes, unless nothing else is there."""
    return tuple(without_furniture(parts, lexicon)) or tuple(parts)


def _kind(lines: Sequence[Line], at: int) -> BlockKind:
    line = lines[at]
    if line.bullet:
        return BlockKind.LIST
    if is_quotation(line.text):
        return BlockKind.QUOTATION
    heads = at + 1 < len(lines) and line.kind is Kind.SHORT and line.words <= SUBHEADING and not line.closed
    return BlockKind.SUBHEADING if heads else BlockKind.PARAGRAPH


def words_in(text: str) -> int:
    """How many words a piece of HTML or of text shows."""
    return count_words(plain(text))


def _tree(html: str) -> HtmlElement:
    """The piece as a tree; nothing is fetched, no entity of its own is expanded."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = f"<body><div>{html}</div></body>".encode("utf-8", errors="replace")
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadablePage("no-text", "the piece of HTML has no element") from error
    return tree


def _pieces(tree: HtmlElement) -> Iterator[tuple[str, BlockKind]]:
    """Runs of characters between the edges of blocks, each with the kind of the innermost block that has one."""
    around = [BlockKind.PARAGRAPH]
    piece: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        starts = event == "start"
        if len(around) > DEEPEST:
            raise UnreadablePage("wrong-type", f"it nests more than {DEEPEST} elements, as no article does")
        if element.tag == "br":
            piece.append("" if starts else "\n")
        elif element.tag not in _INLINE:
            yield "".join(piece), around[-1]
            piece = []
            around = [*around, _KINDS.get(element.tag, around[-1])] if starts else around[:-1]
        if starts and element.tag in _LEFT:
            walk.skip_subtree()
        elif text := element.text if starts else element.tail:
            piece.append(re.sub(r"\s+", " ", text))
    yield "".join(piece), around[-1]
