"""A web page: its own data about itself, and trafilatura for the text."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import lxml.html
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from detente.codebook.pages import Publisher
from detente.documents.article import Article, Credits, Part, Published
from detente.documents.body import STARTED, clean, main_run, parts_of, without_furniture
from detente.documents.credits import (
    byline_of_names,
    dated_name,
    dateline_agency,
    host_of,
    opened_credits,
    publisher_of,
)
from detente.documents.days import FIRST_YEAR, header_day, url_day
from detente.documents.head import Head, names_in, read_head
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, count_words, kind_of, tidy
from detente.documents.outlets import Places, outlet_of
from detente.documents.title import bare_title
from detente.documents.visible import site_names, visible_lines
from detente.model import BlockKind, UnreadablePage

# Elements of a page; the largest press page we know has 3,000.
MANY = 6_000  # over these trafilatura's second opinion (jusText), which is quadratic in them, is not asked
MOST = 60_000  # over these trafilatura itself is not
DEEPEST = 400  # nested elements; browsers stop at 512, and no article lies so deep
NEAR = 120  # words after the title within which its date stands
HEADER = 8  # displayed lines above or below the title in which a page names itself and its writer
LATEST = "2100-01-01"  # htmldate would otherwise read the clock
_INLINE = frozenset({"hi", "ref", "del", "graphic", "code"})  # of trafilatura's tags, those inside a line
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)  # libxml2 drops what follows; browsers do not
_SAME = 0.5  # share of its words a heading must have in common with the title a page declares

_KINDS = {"head": BlockKind.SUBHEADING, "quote": BlockKind.QUOTATION, "item": BlockKind.LIST, "p": BlockKind.PARAGRAPH}


def read_html(text: str, uri: str, lexicon: Lexicon) -> Article:
    """The one article of a web page. Raises UnreadablePage (no-text)."""
    tree = _tree(text)
    head = read_head(tree)
    title = _title(tree, head, lexicon)
    parts = _parts(tree, head, title, lexicon)
    if not parts:
        raise UnreadablePage("no-text", "the page has no article")
    url = head.canonical if head.canonical and "://" in head.canonical else uri
    publisher = publisher_of(url, lexicon) or publisher_of(uri, lexicon)
    return Article(
        parts=parts,
        language=language_of([part.text for part in parts], lexicon.languages),
        title=title,
        credits=_credits(tree, head, title, publisher, parts[0].text, lexicon),
        published=_published(tree, head, title, url, publisher, lexicon),
        canonical_url=head.canonical,
    )


def _tree(text: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(_ENDS.sub("", text).encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadablePage("no-text", "the page has no element") from error
    if _depth(tree) > DEEPEST:
        raise UnreadablePage("wrong-type", f"the page nests more than {DEEPEST} elements, as no article does")
    return tree


def _depth(tree: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _title(tree: HtmlElement, head: Head, lexicon: Lexicon) -> str | None:
    """The displayed heading that the declared title speaks of; else the declared one without the site's name."""
    linked = names_in(head.linked("headline"))
    declared = [t for t in (head.first("og:title", "twitter:title"), *linked, head.title) if t]
    shown = [tidy(h.text_content()) for h in tree.iter("h1")]
    scored = [(_common(h, d), -at, h) for at, h in enumerate(shown) if h for d in declared]
    if scored and max(scored)[0] >= _SAME:
        return max(scored)[2]
    if declared:
        return bare_title(tidy(declared[0]), lexicon)
    return next((h for h in shown if len(h.split()) >= 3), None)


def _common(heading: str, declared: str) -> float:
    ours, theirs = (set(re.findall(r"\w+", fold(text))) for text in (heading, declared))
    return len(ours & theirs) / max(len(ours), len(theirs), 1) if len(ours) > 1 else 0.0


def _parts(tree: HtmlElement, head: Head, title: str | None, lexicon: Lexicon) -> tuple[Part, ...]:
    body = _main_text(tree)
    if body is None or not len(body):
        return _told_parts(tree, title, lexicon)
    found = [part for part in _blocks(body) if fold(part.text) != fold(title or "")]
    kept = without_furniture(list(_with_headings(found, tree)), lexicon)
    told = any(kind_of(part.text, part.text, lexicon) is Kind.PROSE for part in kept)
    if not told and sum(count_words(part.text) for part in kept) < STARTED:
        return ()
    lead = _standfirst(tree, head, kept)
    return (*lead, *kept)


def _told_parts(tree: HtmlElement, title: str | None, lexicon: Lexicon) -> tuple[Part, ...]:
    """The text found as in a saved page, where trafilatura finds none or is not asked."""
    lines = visible_lines(tree, lexicon)
    run = main_run(lines)
    return parts_of(clean(lines[run.start : run.end], title))


def _with_headings(parts: list[Part], tree: HtmlElement) -> Iterator[Part]:
    """The parts, and before each the heading that the page sets right above it, which trafilatura at times drops."""
    texts = {part.text for part in parts}
    above = {tidy(h.getnext().text_content()): tidy(h.text_content()) for h in tree.iter("h2", "h3") if _opens(h)}
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
    """trafilatura's body; None when it finds none or breaks on the page."""
    size = sum(1 for _ in tree.iter())
    if size > MOST:
        return None
    try:
        found = bare_extraction(
            tree, fast=size > MANY, include_comments=False, include_tables=False, with_metadata=False
        )
    except (RecursionError, ValueError, AttributeError, TypeError, etree.LxmlError):
        return None
    return getattr(found, "body", None)


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


def _standfirst(tree: HtmlElement, head: Head, parts: list[Part]) -> tuple[Part, ...]:
    """The description a page gives of itself, if it displays it whole and the text lacks it."""
    described = [head.first("og:description", "description"), *names_in(head.linked("description"))]
    whole = fold(" ".join(part.text for part in parts))
    for text in described:
        wanted = fold(tidy(text or ""))
        if len(wanted.split()) >= 8 and wanted not in whole and (shown := _displayed(tree, wanted)):
            return (Part(shown, BlockKind.STANDFIRST),)
    return ()


def _displayed(tree: HtmlElement, wanted: str) -> str | None:
    """The element whose whole text is `wanted`, or which `wanted` cuts short with an ellipsis."""
    for element in tree.iter("p", "h2", "h3", "div", "span", "strong"):
        text = tidy(element.text_content()) if len(element) < 8 else ""
        if text and len(text) < 1000 and (fold(text) == wanted or (len(wanted) > 60 and fold(text).startswith(wanted))):
            return text
    return None


def _credits(
    tree: HtmlElement, head: Head, title: str | None, publisher: Publisher | None, first: str, lexicon: Lexicon
) -> Credits:
    """What the page declares; where it is silent, what it displays; at last the address."""
    names = names_in(head.linked("author")) or [
        n for n in (head.first("author", "article:author"),) if n and "://" not in n
    ]
    declared = head.first("og:site_name") or next(iter(names_in(head.linked("publisher"))), None)
    outlet = publisher.name if publisher else declared
    byline = byline_of_names([tidy(name) for name in names], declared, lexicon)
    own = Credits(byline.byline, outlet, byline.agency).over(Credits(agency=dateline_agency(first, lexicon)))
    if not own.byline or not own.outlet:
        own = own.over(_displayed_credits(tree, head, title, lexicon))
    return own.over(Credits(outlet=host_of(head.canonical or "")))


def _displayed_credits(tree: HtmlElement, head: Head, title: str | None, lexicon: Lexicon) -> Credits:
    lines = visible_lines(tree, lexicon)
    at = next((at for at, line in enumerate(lines) if title and line.folded == fold(title)), len(lines))
    header, signs = lines[at + 1 : at + 1 + HEADER], site_names(tree, head, title)
    above = opened_credits(header, lexicon)
    places = Places(lines[:at][:HEADER], header, (), lines[at + 1 :], signs)
    outlet = above.outlet or outlet_of(places, title, above.byline is not None, lexicon)
    return Credits(above.byline or dated_name(header, outlet, lexicon), outlet, above.agency)


def _published(
    tree: HtmlElement, head: Head, title: str | None, url: str, publisher: Publisher | None, lexicon: Lexicon
) -> Published:
    """JSON-LD or meta, at the publisher's seat; else htmldate on the page; else near the title; else the address."""
    address = url_day(url)
    declared = [
        head.linked("datePublished"),
        head.first("article:published_time", "og:published_time", "datepublished"),
    ]
    for stamp in declared:
        if isinstance(stamp, str) and (day := civil_day(stamp, publisher.zone if publisher else "")):
            return Published(_at_seat(day, address), "meta")
    if day := _marked_day(tree, url) or _day_near(tree, title, lexicon):
        return Published(day, "visible")
    return Published(address, "url") if address else Published()


def _at_seat(declared: date, address: date | None) -> date:
    """The address's day when it differs by one: the machine's stamp is in UTC, the address in local time."""
    return address if address and abs((address - declared).days) == 1 else declared


def civil_day(stamp: str, zone: str) -> date | None:
    """The day of an ISO 8601 moment: at `zone` when it is given in UTC, else as written."""
    try:
        moment = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    if zone and moment.tzinfo and not moment.utcoffset():
        moment = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    return moment.date() if moment.year >= FIRST_YEAR else None


def _marked_day(tree: HtmlElement, url: str) -> date | None:
    """What htmldate finds in the page's markup. Its extensive search reads the clock, so it is left out."""
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url or None, max_date=LATEST)
    except (RecursionError, ValueError, AttributeError, TypeError, etree.LxmlError):
        return None
    return date.fromisoformat(found) if found else None


def _day_near(tree: HtmlElement, title: str | None, lexicon: Lexicon) -> date | None:
    """The first whole day printed after the displayed title, before the article has well begun."""
    wanted, seen = fold(title or ""), False
    left = NEAR
    for text in _displayed_texts(tree):
        if seen and left > 0:
            left -= count_words(text)
            if day := header_day(text, lexicon):
                return day
        seen = seen or (wanted != "" and fold(text) == wanted)
    return None


def _displayed_texts(tree: HtmlElement) -> Iterator[str]:
    hidden = ("script", "style", "noscript", "head", "title", "template")
    for text in tree.xpath("//body//text()"):
        parent = text.getparent()
        if parent is not None and parent.tag not in hidden and (clean := tidy(text)):
            yield clean
