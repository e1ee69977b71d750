"""Items: an article with what its feed or its table says of it, frozen as bytes of their own."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain

from detente.documents.article import Article, Credits, Part, Published
from detente.documents.credits import byline_of_names, pieces, publisher_of
from detente.documents.datelines import dateline_agency
from detente.documents.days import conflict, doubt_of, url_day
from detente.documents.given import fragment_parts, is_saved_page, is_whole_page, plain, text_parts
from detente.documents.language import ENOUGH, language_of
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import count_words
from detente.documents.signature import spelled
from detente.documents.stamps import declared_day
from detente.documents.text import read_saved
from detente.model import Page, UnreadablePage

VERSION = 1
_MARK = "detente-item"
_NOBODY = frozenset({"admin", "administrator", "root", "user", "webmaster", "wordpress"})  # accounts, not people


@dataclass(frozen=True, slots=True)
class Item:
    """What is given of an article, all as characters, "" where nothing is said; text or html, or both.

    basis: where it was given: "feed" or "column". published, modified: as written there.
    language: what is declared; a hint, for the text decides.
    """

    basis: str
    url: str = ""
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    language: str = ""
    text: str = ""
    html: str = ""


FIELDS = tuple(field.name for field in fields(Item))


def item_bytes(item: Item) -> bytes:
    """The item frozen: JSON, its mark first, then the fields that say something, always in the same order."""
    said = {name: value for name in FIELDS if (value := getattr(item, name))}
    form = json.dumps({_MARK: VERSION, **said}, ensure_ascii=False, separators=(",", ":"))
    return form.encode("utf-8", errors="replace")  # half a surrogate pair, which JSON can hold, is no character


def read_item(page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of an item; what is given wins over what is found.

    Raises UnreadablePage: wrong-type (no item of ours), no-text, unsupported-language.
    """
    item = _thawed(page.data)
    found = _found(item, replace(page, uri=item.url or page.uri), lexicon)
    if len(found) > 1:  # a whole page of several: its titles and days are theirs
        return found
    return (_told(found[0], item, page.fetched, lexicon),)


def _thawed(data: bytes) -> Item:
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadablePage("wrong-type", f"no item: {error}") from error
    if not isinstance(form, dict) or form.get(_MARK) != VERSION:
        raise UnreadablePage("wrong-type", f"no item of version {VERSION}")
    said = {name: value for name in FIELDS if isinstance(value := form.get(name), str)}
    return Item(**{"basis": "", **said})


def _found(item: Item, page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """What its text says by itself."""
    if item.html and is_whole_page(item.html):
        from detente.documents.html import read_html  # dear to load, and for whole pages only

        return read_html(item.html, page, lexicon)
    if item.text and not item.html and is_saved_page(item.text, lexicon):
        return read_saved(item.text, page, lexicon)
    parts = fragment_parts(item.html, lexicon) if item.html else text_parts(item.text, lexicon)
    title = plain(item.title)
    parts = tuple(part for part in parts if fold(part.text) != fold(title))
    if not any(count_words(part.text) for part in parts):
        raise UnreadablePage("no-text", "the item has no words")
    return (Article(parts, _language(parts, item, lexicon)),)


def _language(parts: Iterable[Part], item: Item, lexicon: Lexicon) -> str:
    """The text's; the declared one where the text is too short to tell."""
    texts = [part.text for part in parts]
    hint = item.language.strip().lower()[:2]
    if hint in lexicon.languages and sum(map(count_words, texts)) < ENOUGH:
        return hint
    return language_of(texts, lexicon)


def _told(found: Article, item: Item, fetched: date | None, lexicon: Lexicon) -> Article:
    publisher = publisher_of(item.url, lexicon)
    zone, day_first = publisher.zone if publisher else "", found.language != "en"
    given = declared_day(item.published, item.basis, zone, lexicon, day_first)
    changed = declared_day(item.modified, item.basis, zone, lexicon, day_first)
    outlet = publisher.name if publisher else _outlet(plain(item.outlet), lexicon)
    title = plain(item.title)
    return replace(
        found,
        title=title or found.title,
        credits=_credits(item, outlet, lexicon).over(found.credits).over(_agency(found.parts, lexicon)),
        published=_doubted(_day(given, found.published, item.url), fetched),
        modified=changed.day or found.modified,
        section=plain(item.section) or found.section,
        canonical_url=found.canonical_url or (item.url if "://" in item.url else None),
    )


def _day(given: Published, found: Published, url: str) -> Published:
    address = url_day(url)
    known = given if given.day else found
    if given.day and found.day:
        known = replace(given, doubt=given.doubt or conflict(given.day, [found.day]))
    return known if known.day or not address else Published(address, "url")


def _doubted(published: Published, fetched: date | None) -> Published:
    """A given day is no printed one; what speaks against a found one it brings along."""
    doubt = doubt_of(published.day, None, fetched) if published.day else ""
    return replace(published, doubt=doubt or published.doubt)


def _outlet(name: str, lexicon: Lexicon) -> str | None:
    """Our name of an outlet given by its name, its domain, or the title of one of its feeds ("Politics - The Echo")."""
    known = publisher_of(f"//{name}", lexicon) if "." in name and " " not in name else None
    inside = (p for p in (name, *pieces(name.replace("»", "|"))) if fold(p) in lexicon.publishers)
    return known.name if known else spelled(next(chain(inside, [name])), lexicon) or None


def _credits(item: Item, outlet: str | None, lexicon: Lexicon) -> Credits:
    names = [plain(name) for name in item.byline.split("\n")]
    signing = [name for name in names if name and fold(name) not in _NOBODY and "@" not in name and "://" not in name]
    return Credits(outlet=outlet).over(byline_of_names(signing, outlet, lexicon))


def _agency(parts: tuple[Part, ...], lexicon: Lexicon) -> Credits:
    return Credits(agency=dateline_agency(parts[0].text, lexicon))
