"""Several articles in one page: the updates of a live blog, the items of a newsletter or of a digest.

An item is a heading with prose of its own that is more than a teaser; an update is one of a row of entries, each with
its own moment. What other pages list beside an article (cards, comments, most read) is neither.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from detente.documents.article import Part
from detente.documents.body import clean, main_run, parts_of
from detente.documents.given import plain
from detente.documents.head import Head
from detente.documents.jsonld import is_a, names_in
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, tidy
from detente.documents.maintext import standfirst
from detente.documents.visible import Shown, is_own, lines_of, shown

UPDATES = 3  # entries with a moment each; two may be an article and its correction
ITEMS = 2
TOLD = 12  # words of a sentence that is no caption and no teaser's title
SAME = 60  # code points at the head of an update by which it is known again
INTRODUCED = 20  # words of prose
PARAGRAPHS = 2  # of an item; cards have one
MOST = 2_000  # entries of one page; the longest live blogs have some hundreds


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several: its title, what it shows, the moment it declares ("" if none), its own address ("" if none)."""

    title: str | None
    parts: tuple[Part, ...]
    moment: str = ""
    url: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """introduction: the blocks above the first entry, none where there is no prose. above: all that stands there."""

    above: Shown
    introduction: tuple[Part, ...]
    entries: tuple[Entry, ...]


def several_in(tree: HtmlElement, head: Head, page: Shown, title: str | None, lexicon: Lexicon) -> Several | None:
    """The entries of the page; None where it is one article."""
    entries = _shown_ones([*_linked(head, lexicon)], page) or [*_updates(tree, lexicon)]
    entries = entries or [*_items(tree, bool(head.articles), lexicon)]
    if len(entries) < ITEMS:
        return None
    theirs = {fold(text) for entry in entries for text in (entry.title or "", *entry.texts)}
    first = next((at for at, text in enumerate(page.texts) if len(text) > 8 and fold(text) in theirs), len(page.texts))
    above = page.above(first)
    told = _introduction(above.texts, title, lexicon)
    return Several(above, (*standfirst(page, head, told), *told) if told else (), tuple(entries))


def _introduction(texts: Sequence[str], title: str | None, lexicon: Lexicon) -> tuple[Part, ...]:
    """What is told above the first entry, from its first sentence; nothing where that is a line or two."""
    lines = lines_of(texts, lexicon)
    run = main_run(lines)
    begins = next((at for at in range(run.start, run.end) if lines[at].kind is Kind.PROSE), run.end)
    told = clean(lines[begins : run.end], title)
    return parts_of(told) if sum(line.words for line in told if line.kind is Kind.PROSE) >= INTRODUCED else ()


def _shown_ones(entries: list[Entry], page: Shown) -> list[Entry]:
    """Of the updates that a page declares those that it displays, as it may keep the older ones behind a button; all
    where it displays none."""
    whole = "\n".join(page.texts) if entries else ""
    return [entry for entry in entries if any(part.text[:SAME] in whole for part in entry.parts)] or entries


def _linked(head: Head, lexicon: Lexicon) -> Iterator[Entry]:
    """The updates that a live blog declares with their text."""
    for blog in head.objects:
        updates = blog.get("liveBlogUpdate")
        if not isinstance(updates, list) or not is_a(blog, "LiveBlogPosting"):
            continue
        for update in updates[:MOST]:
            body, moment = (
                (update.get(k) for k in ("articleBody", "datePublished")) if isinstance(update, dict) else ("", "")
            )
            texts = tuple(tidy(row) for row in str(body or "").split("\n") if row.strip())
            title = next(iter(names_in(update.get("headline"))), None) if texts else None
            title = plain(title) if title else None
            if parts := _parts(lines_of(map(plain, texts), lexicon), title):
                yield Entry(title, parts, str(moment or ""), "", texts)
        return


def _updates(tree: HtmlElement, lexicon: Lexicon) -> Iterator[Entry]:
    """Entries in a row, each with a moment, a heading and prose of its own; comments have no heading, cards link."""
    times = [time for time in tree.iter("time") if len(time.get("datetime", "")) >= 8]
    if len(times) < UPDATES:
        return
    times = [time for time in times[:MOST] if is_own(time)]
    rows: dict[HtmlElement, list[tuple[HtmlElement, HtmlElement]]] = defaultdict(list)
    for time, box in _boxes(times):
        if box is not time and (parent := box.getparent()) is not None:
            rows[parent].append((time, box))
    for row in rows.values():
        kind = Counter((box.tag, box.get("class")) for _, box in row).most_common(1)[0][0]
        found = [_entry([box], box, time, lexicon) for time, box in row if (box.tag, box.get("class")) == kind]
        told = [entry for entry in found if entry and entry.title and not entry.url]
        if len(told) >= UPDATES and 2 * len(told) > len(found):
            yield from told
            return


def _items(tree: HtmlElement, is_article: bool, lexicon: Lexicon) -> Iterator[Entry]:
    """Headings of one rank, each with paragraphs of its own, that stand in articles of their own; or that lead to their
    pages, where the page does not declare itself one article: a list of things to buy does that too."""
    for rank in ("h1", "h2", "h3", "h4"):
        headings = [h for h in tree.iter(rank) if is_own(h) and len(tidy(h.text_content()).split()) > 2]
        if len(headings) < ITEMS:
            continue
        found = [_item(heading, box, is_article, lexicon) for heading, box in _boxes(headings[:MOST])]
        items = [entry for entry in found if entry]
        if len(items) >= ITEMS and 2 * len(items) > len(found):
            yield from items
            return


def _item(heading: HtmlElement, box: HtmlElement, is_article: bool, lexicon: Lexicon) -> Entry | None:
    elements = [heading, *_following(heading)] if box is heading else [box]
    own = box is not heading and any(around.tag == "article" for around in _between(heading, box))
    if not own and (is_article or not _address(heading)):
        return None
    if sum(len(element.text_content().split()) for element in elements) < PARAGRAPHS * TOLD:  # as most cards
        return None
    time = next((t for element in elements for t in element.iter("time")), None)
    entry = _entry(elements, heading, time, lexicon)
    told = [line for line in lines_of(entry.texts, lexicon) if _is_told(line)] if entry else []
    return entry if len(told) >= PARAGRAPHS else None


def _entry(
    elements: Sequence[HtmlElement], titled: HtmlElement, time: HtmlElement | None, lexicon: Lexicon
) -> Entry | None:
    """What these elements tell; None where that is no prose outside links."""
    heading = titled if titled.tag in ("h1", "h2", "h3", "h4") else next(titled.iter("h1", "h2", "h3", "h4"), None)
    title = tidy(heading.text_content()) if heading is not None else None
    texts = tuple(text for element in elements for text in shown(element).texts)
    linked = {tidy(link.text_content()) for element in elements for link in element.iter("a")}
    lines = [line for line in lines_of(texts, lexicon) if line.text not in linked]
    if not any(_is_told(line) for line in lines):
        return None
    url = _address(heading) if heading is not None else ""
    moment = time.get("datetime", "") or tidy(time.text_content()) if time is not None else ""
    return Entry(title, _parts(lines, title), moment, url, texts)


def _parts(lines: Sequence[Line], title: str | None) -> tuple[Part, ...]:
    return parts_of(clean(lines, title))


def _is_told(line: Line) -> bool:
    return line.kind is Kind.PROSE and line.words >= TOLD


def _boxes(marks: Sequence[HtmlElement]) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Each mark with the largest element around it that holds no other mark."""
    held = Counter(around for mark in marks for around in mark.iterancestors())
    for mark in marks:
        box = mark
        for around in mark.iterancestors():
            if held[around] > 1 or around.tag in ("body", "html"):
                break
            box = around
        yield mark, box


def _between(inner: HtmlElement, outer: HtmlElement) -> Iterator[HtmlElement]:
    for around in inner.iterancestors():
        yield around
        if around is outer:
            return


def _following(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Its siblings up to the next heading of its rank or a higher one."""
    for element in heading.itersiblings():
        if isinstance(element.tag, str) and element.tag in ("h1", "h2", "h3", "h4") and element.tag <= heading.tag:
            return
        yield element


def _address(heading: HtmlElement) -> str:
    """Where a heading leads that is a link as a whole, or lies in one; "" where it leads nowhere else."""
    whole = tidy(heading.text_content())
    around = heading.getparent()
    links = [*heading.iter("a"), *([around] if around is not None and around.tag == "a" else [])]
    for link in links:
        href = link.get("href", "")
        if href and not href.startswith("#") and 2 * len(tidy(link.text_content())) >= len(whole):
            return str(href)
    return ""
