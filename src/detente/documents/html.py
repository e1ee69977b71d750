"""A web page: its own data about itself, what it shows, and trafilatura for the text."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

from lxml.html import HtmlElement

from detente.documents.article import Article, Credits, Part, Published
from detente.documents.bounds import refuse_endless
from detente.documents.credits import (
    byline_of_names,
    dated_name,
    host_of,
    opened_credits,
    publisher_of,
)
from detente.documents.datelines import dateline_agency
from detente.documents.head import Head, read_head, section_of
from detente.documents.jsonld import names_in
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import tidy
from detente.documents.maintext import parts_in
from detente.documents.outlets import Places, outlet_of
from detente.documents.published import Asked, declared, modified_on, published_on
from detente.documents.several import Entry, several_in
from detente.documents.title import bare_title
from detente.documents.tree import drop, parse
from detente.documents.visible import Shown, lines_of, shown, site_names
from detente.model import Page, UnreadablePage

HEADER = 8  # displayed texts above or below the title, or at the foot, in which a page names itself and its writer
LONGEST = 300  # code points of a displayed text in which names are looked for
_SAME = 0.5  # share of its words a heading must have in common with the title a page declares


def read_html(text: str, page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of a web page, whose characters are `text`. Raises UnreadablePage (no-text, too-large)."""
    tree = parse(text)
    head = read_head(tree)
    drop(tree)
    title, seen = _title(tree, head, lexicon), shown(tree)
    refuse_endless(seen.texts)
    signs = site_names(tree, head, title)
    several = several_in(tree, head, seen, title, lexicon)
    parts = several.introduction if several else parts_in(tree, head, seen, title, lexicon)
    texts = (
        tuple(p.text for p in (*parts, *(p for e in several.entries for p in e.parts))) if several else _texts(parts)
    )
    if not texts:
        raise UnreadablePage("no-text", "the page has no article")
    asked = _asked(head, several.above if several else seen, title, page, texts, lexicon)
    whole = _article(asked, parts, signs)
    if not several:
        return (whole,)
    entries = tuple(_of_entry(entry, whole, asked) for entry in several.entries)
    return (whole, *entries) if parts else entries


def day_of(text: str, page: Page, lexicon: Lexicon) -> Published:
    """The day of publication of a web page, of which nobody asks whether it holds an article."""
    tree = parse(text)
    head = read_head(tree)
    drop(tree)
    title, seen = _title(tree, head, lexicon), shown(tree)
    parts = parts_in(tree, head, seen, title, lexicon)
    return published_on(_asked(head, seen, title, page, _texts(parts), lexicon))


def _texts(parts: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple(part.text for part in parts)


def _asked(head: Head, seen: Shown, title: str | None, page: Page, texts: tuple[str, ...], lexicon: Lexicon) -> Asked:
    """What is known of the page before its days are looked for."""
    url = head.canonical if head.canonical and "://" in head.canonical else page.uri
    publisher = publisher_of(url, lexicon) or publisher_of(page.uri, lexicon)
    language = language_of(texts, lexicon) if texts else lexicon.languages[0]
    return Asked(head, seen, title, url, publisher, language, page.fetched, texts, lexicon)


def _article(asked: Asked, parts: tuple[Part, ...], signs: list[str]) -> Article:
    return Article(
        parts=parts,
        language=asked.language,
        title=asked.title,
        credits=_credits(asked, signs),
        published=published_on(asked),
        modified=modified_on(asked),
        section=section_of(asked.head, asked.title),
        canonical_url=asked.head.canonical,
    )


def _of_entry(entry: Entry, whole: Article, asked: Asked) -> Article:
    """One of several articles: what it does not say of itself holds of the page."""
    own = declared(entry.moment, asked, "meta") if entry.moment else Published()
    return replace(
        whole,
        parts=entry.parts,
        title=entry.title,
        credits=replace(whole.credits, byline=None),
        published=own if own.day else whole.published,
        modified=None,
        canonical_url=urljoin(asked.url, entry.url) if entry.url and "://" in asked.url else whole.canonical_url,
    )


def _title(tree: HtmlElement, head: Head, lexicon: Lexicon) -> str | None:
    """The displayed heading that the declared title speaks of; else the declared one without the site's name."""
    linked = names_in(head.linked("headline"))
    declared = [unescape(t) for t in (head.first("og:title", "twitter:title"), *linked, head.title) if t]
    headings = [tidy(h.text_content()) for h in tree.iter("h1")]
    scored = [(_common(h, d), -at, h) for at, h in enumerate(headings) if h for d in declared]
    if scored and max(scored)[0] >= _SAME:
        return max(scored)[2]
    if declared:
        return bare_title(tidy(declared[0]), lexicon)
    return next((h for h in headings if len(h.split()) >= 3), None)


def _common(heading: str, declared: str) -> float:
    ours, theirs = (set(re.findall(r"\w+", fold(text))) for text in (heading, declared))
    return len(ours & theirs) / max(len(ours), len(theirs), 1) if len(ours) > 1 else 0.0


def _credits(asked: Asked, signs: list[str]) -> Credits:
    """What the page declares; where it is silent, what it displays; at last the address."""
    head, lexicon = asked.head, asked.lexicon
    names = names_in(head.linked("author")) or [
        n for n in (head.first("author", "article:author"),) if n and "://" not in n
    ]
    named = head.first("og:site_name") or next(iter(names_in(head.linked("publisher"))), None)
    outlet = asked.publisher.name if asked.publisher else named
    byline = byline_of_names([tidy(name) for name in names], named, lexicon)
    own = Credits(byline.byline, outlet, byline.agency).over(Credits(agency=dateline_agency(asked.stated[0], lexicon)))
    if not own.byline or not own.outlet:
        own = own.over(_displayed_credits(asked.page, signs, asked.title, lexicon))
    return own.over(Credits(outlet=host_of(head.canonical or "")))


def _displayed_credits(seen: Shown, signs: list[str], title: str | None, lexicon: Lexicon) -> Credits:
    texts = [text[:LONGEST] for text in seen.texts]
    wanted = fold(title or "")
    at = next((at for at, text in enumerate(texts) if wanted and fold(text) == wanted), len(texts))
    header = lines_of(texts[at + 1 : at + 1 + HEADER], lexicon)
    above = opened_credits(header, lexicon)
    foot = lines_of(texts[at + 1 :][-HEADER:], lexicon)
    places = Places(lines_of(texts[:at][:HEADER], lexicon), header, (), foot, signs)
    outlet = above.outlet or outlet_of(places, title, above.byline is not None, lexicon)
    return Credits(above.byline or dated_name(header, outlet, lexicon), outlet, above.agency)
