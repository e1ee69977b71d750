"""The article's text on a web page: trafilatura's choice, cleaned by what the codebook knows of press pages."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from detente.documents.article import Part
from detente.documents.body import STARTED, clean, main_run, parts_of, without_furniture
from detente.documents.head import Head
from detente.documents.jsonld import names_in
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, count_words, kind_of, tidy
from detente.documents.tree import drop, drop_menus
from detente.documents.visible import Shown, displayed, lines_of
from detente.model import BlockKind

# Elements of a page; the largest press page we know has 3,000.
MANY = 6_000  # over these trafilatura's second opinion (jusText), which is quadratic in them, is not asked
MOST = 60_000  # over these trafilatura itself is not
# When trafilatura's quick reading is enough, and readability and jusText need not be asked: it is this long (code
# points), has this share of what stands in the page's paragraphs, and they have this share of it. Own measurement:
# on fundus, scrapinghub and trafilatura's pages F1 is no lower than with all three asked every time.
LENGTH, COVERED, PARAGRAPHED = 250, 0.5, 0.1
# No part of any article, and dropped by trafilatura too, but only after it has copied and searched the whole page.
_MARGINS = ("head", "nav", "button", "select", "dialog", "menu", "label", "input", "time", "figure", "picture", "video",
            "audio", "map", "img", "source")  # fmt: skip
_COUNT = etree.XPath("count(//*)")
_INLINE = frozenset({"hi", "ref", "del", "graphic", "code"})  # of trafilatura's tags, those inside a line
_KINDS = {"head": BlockKind.SUBHEADING, "quote": BlockKind.QUOTATION, "item": BlockKind.LIST, "p": BlockKind.PARAGRAPH}


def parts_in(tree: HtmlElement, head: Head, page: Shown, title: str | None, lexicon: Lexicon) -> tuple[Part, ...]:
    """The blocks of the page's article; none where it has no article. The tree is used up: its margins are cut off."""
    headings = _headings(tree)
    drop(tree, _MARGINS)
    drop_menus(tree)
    body = _main_text(tree)
    if body is None or not len(body):
        return told_parts(page.texts, title, lexicon)
    found = [part for part in _blocks(body) if fold(part.text) != fold(title or "")]
    kept = without_furniture(list(_with_headings(found, headings)), lexicon)
    told = any(kind_of(part.text, part.text, lexicon) is Kind.PROSE for part in kept)
    if not told and sum(count_words(part.text) for part in kept) < STARTED:
        return ()
    return (*standfirst(page, head, kept), *kept)


def told_parts(texts: Iterable[str], title: str | None, lexicon: Lexicon) -> tuple[Part, ...]:
    """The text found as in a saved page, where trafilatura finds none or is not asked."""
    lines = lines_of(texts, lexicon)
    run = main_run(lines)
    return parts_of(clean(lines[run.start : run.end], title))


def _headings(tree: HtmlElement) -> dict[str, str]:
    """Each paragraph that the page sets right under a heading -> that heading."""
    found = ((h.getnext(), tidy(h.text_content())) for h in tree.iter("h2", "h3") if _opens(h))
    return {tidy(under.text_content()): heading for under, heading in found if heading}


def _with_headings(parts: list[Part], above: dict[str, str]) -> Iterator[Part]:
    """The parts, each under its heading, which trafilatura at times drops."""
    texts = {part.text for part in parts}
    for at, part in enumerate(parts):
        heading = above.get(part.text)
        if at and heading and heading not in texts:
            yield Part(heading, BlockKind.SUBHEADING)
        yield part


def _opens(heading: HtmlElement) -> bool:
    """Whether a paragraph is its next sibling."""
    following = heading.getnext()
    return following is not None and following.tag == "p"


def _main_text(tree: HtmlElement) -> etree._Element | None:
    size = int(_COUNT(tree))
    if size > MOST:
        return None
    quick = _extracted(tree, fast=True)
    if size > MANY or (quick is not None and _is_enough(quick, tree)):
        return quick
    return _extracted(tree, fast=False)


def _extracted(tree: HtmlElement, fast: bool) -> etree._Element | None:
    try:
        found = bare_extraction(tree, options=_options(fast))
    except (RecursionError, ValueError, AttributeError, TypeError, etree.LxmlError):
        return None
    return getattr(found, "body", None)


@cache
def _options(fast: bool) -> Extractor:
    """Made once, for making it reads a configuration; "xml", for otherwise the text is written out and thrown away."""
    return Extractor(output_format="xml", fast=fast, comments=False, tables=False)


def _is_enough(body: etree._Element, tree: HtmlElement) -> bool:
    found = sum(map(len, body.itertext()))
    paragraphs = sum(len(p.text_content()) for p in tree.iter("p"))
    return found >= LENGTH and found >= COVERED * paragraphs and paragraphs >= PARAGRAPHED * found


def _blocks(body: etree._Element) -> Iterator[Part]:
    """All its text, cut wherever a block begins or ends; a piece has the kind of the innermost block around it."""
    around: list[BlockKind] = []
    piece: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag not in _INLINE:
            yield from _parts_in("".join(piece), around)
            piece = []
            around = [*around, _KINDS.get(element.tag, BlockKind.PARAGRAPH)] if starts else around[:-1]
        piece.append((element.text if starts else element.tail) or "")
    yield from _parts_in("".join(piece), around)


def _parts_in(text: str, around: list[BlockKind]) -> Iterator[Part]:
    clean = tidy(text)
    if clean:
        yield Part(clean, around[-1] if around else BlockKind.PARAGRAPH)


def standfirst(page: Shown, head: Head, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The description a page gives of itself, if it displays it whole and the text lacks it."""
    described = [head.first("og:description", "description"), *names_in(head.linked("description"))]
    for wanted in dict.fromkeys(fold(tidy(text)) for text in described if text):
        text = displayed(page.texts, wanted) if len(wanted.split()) >= 8 else None
        if text and wanted not in fold(" ".join(part.text for part in parts)):
            return (Part(text, BlockKind.STANDFIRST),)
    return ()
