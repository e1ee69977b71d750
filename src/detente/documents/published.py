"""When a web page was published and when it was changed: what it declares, what it shows, its address.

Every day found is a candidate with what speaks against it; the first without doubt is taken, and where all are doubtful
the first. A day that the page gives to a change, to a comment or to another article is no candidate.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lxml.html import HtmlElement

from detente.codebook.pages import Publisher
from detente.documents.article import Published
from detente.documents.datelines import dateline_of
from detente.documents.days import Printed, completed, conflict, doubt_of, is_update, printed_days, url_day
from detente.documents.head import MODIFIED, PUBLISHED, Head
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import CLOSED, count_words
from detente.documents.stamps import declared_day
from detente.documents.visible import Shown

BELOW = 120  # words after the title within which its date stands
ABOVE = 3  # displayed texts above the title among which it may stand: higher up many pages print today's date
UNTITLED = 12  # the same above the first paragraph, where no title is displayed
LONGEST = 120  # code points; a longer text with a day in it is a sentence
TOLD = 5_000  # code points of a paragraph searched for days to go by
DATE_LINE = 14  # words; a longer one too, unless it says "published" or "updated"
_CHANGED = ("update", "modif")  # in the class of a time element


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a page before its days are looked for.

    url: its canonical address. stated: its text, a block each. fetched: as of a Page.
    """

    head: Head
    page: Shown
    title: str | None
    url: str
    publisher: Publisher | None
    language: str
    fetched: date | None
    stated: tuple[str, ...]
    lexicon: Lexicon

    @property
    def zone(self) -> str:
        """Of the publisher (IANA); "" if unknown."""
        return self.publisher.zone if self.publisher else ""

    @property
    def day_first(self) -> bool:
        """Whether 03/04/2025 is 3 April."""
        return self.language != "en"


def published_on(asked: Asked) -> Published:
    """The day of first publication: declared, else displayed, else in the address, else in the dateline."""
    doubtful = Published()
    for found in _candidates(asked):
        found = replace(found, doubt=found.doubt or doubt_of(found.day, None, asked.fetched)) if found.day else found
        if found.day and not found.doubt:
            return _compared(found, found.day, asked)
        if found.day and not doubtful.day:
            doubtful = found
        if found.doubt == "after-fetch":
            break  # a wrong clock, where a guess would be no better
    return doubtful


def _compared(found: Published, day: date, asked: Asked) -> Published:
    """A declared day with what is displayed below the title against it; it is kept: most often it is right."""
    if found.basis != "meta":
        return found
    title = asked.page.place_of(asked.title, asked.stated[0] if asked.stated else "")
    seen = [
        p.full for at in _below(asked, title) for p in _printed(asked, at) if p.full and not _is_changed(asked, at, p)
    ]
    doubt = conflict(day, seen)
    return replace(found, doubt=doubt if doubt and modified_on(asked) not in seen else "")


def modified_on(asked: Asked) -> date | None:
    """The day of the last change: declared, else displayed around the title."""
    for value in (asked.head.linked("dateModified"), asked.head.first(*MODIFIED)):
        if isinstance(value, str) and (day := declared(value, asked).day):
            return day
    for _, element in asked.page.marks:
        if element.get("itemprop") == "dateModified" and (day := _marked(element, asked).day):
            return day
    for at in _around(asked):
        for printed in _printed(asked, at):
            if _is_changed(asked, at, printed) and (day := printed.full):
                return day
    return None


def _candidates(asked: Asked) -> Iterator[Published]:
    address = url_day(asked.url)
    for value in (asked.head.linked("datePublished"), asked.head.first(*PUBLISHED)):
        if isinstance(value, str) and (found := declared(value, asked)).day:
            yield replace(found, day=_at_seat(found.day, address))
    for _, element in asked.page.marks:
        if element.get("itemprop") == "datePublished":
            yield replace(_marked(element, asked), basis="meta")
    yield from _displayed(asked)
    if address:
        yield Published(address, "url")
    yield _dispatched(asked)


def _dispatched(asked: Asked) -> Published:
    """The day of the dateline at the head of the text."""
    head = dateline_of(asked.stated, asked.lexicon)
    printed = printed_days(head, asked.lexicon, asked.day_first)
    day = completed(printed[0], _stated(asked)) if printed else None
    return Published(day, "dateline", doubt_of(day, printed[0], None)) if day else Published()


def _stated(asked: Asked) -> list[date]:
    """The whole days that the text names."""
    each = (p for text in asked.stated for p in printed_days(text[:TOLD], asked.lexicon, asked.day_first))
    return [day for p in each if (day := p.full)]


def _displayed(asked: Asked) -> Iterator[Published]:
    """Around the title, first whole days, then those without a year; else behind "published"; else any of its own."""
    around = list(_around(asked))
    marks = dict(reversed(asked.page.marks))  # the first of each text
    for at in around:
        yield from (_seen(printed, printed.full) for printed in _printed(asked, at) if _is_first(asked, at, printed))
        if at in marks:
            yield _marked(marks[at], asked)
    stated = _stated(asked)
    for at in around:
        for printed in _printed(asked, at):
            if not printed.year and not _is_changed(asked, at, printed) and (day := completed(printed, stated)):
                yield Published(day, "header", doubt_of(day, printed, None))
    for at in range(len(asked.page.texts)):
        if _says_published(asked, at):
            yield from (_seen(p, p.full) for n in (at, at + 1) for p in _printed(asked, n) if _is_first(asked, n, p))
    yield from (_marked(element, asked) for _, element in asked.page.marks)


def _seen(printed: Printed, day: date | None) -> Published:
    return Published(day, "visible", doubt_of(day, printed, None)) if day else Published()


def _at_seat(declared: date | None, address: date | None) -> date | None:
    """The address's day when it differs by one: the machine's stamp is in UTC, the address in local time."""
    return address if address and declared and abs((address - declared).days) == 1 else declared


def declared(value: str, asked: Asked, basis: str = "meta") -> Published:
    """The day that a machine's form of a moment gives at the publisher's seat."""
    return declared_day(value, basis, asked.zone, asked.lexicon, asked.day_first)


def _marked(element: HtmlElement, asked: Asked) -> Published:
    """The moment that an element gives, unless it is one of a change."""
    kind = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    changed = "datemodified" in kind or any(word in kind for word in _CHANGED)
    value = element.get("datetime") or element.get("content") or element.get("title") or ""
    if changed != (element.get("itemprop") == "dateModified") or len(value) < 8:
        return Published()
    return declared(value, asked, "visible")


def _around(asked: Asked) -> Iterator[int]:
    """The displayed texts in which the page may date itself: below its title, then right above it; above its first
    paragraph where no title is displayed."""
    texts, first = asked.page.texts, asked.stated[0] if asked.stated else ""
    title = asked.page.place_of(asked.title, first)
    if title is None:
        at = texts.index(first) if first in texts else 0
        yield from range(at - 1, max(-1, at - 1 - UNTITLED), -1)
        return
    yield from _below(asked, title)
    yield from range(title - 1, max(-1, title - 1 - ABOVE), -1)


def _below(asked: Asked, title: int | None) -> Iterator[int]:
    """The displayed texts under the title."""
    left = BELOW if title is not None else 0
    for at in range((title or 0) + 1, len(asked.page.texts)):
        if left <= 0:
            break
        left -= count_words(asked.page.texts[at])
        yield at


def _printed(asked: Asked, at: int) -> list[Printed]:
    """The days of a short text."""
    text = asked.page.texts[at] if at < len(asked.page.texts) else ""
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return []
    folded = fold(text)
    announced = asked.lexicon.published.search(folded) or asked.lexicon.updated.search(folded)
    if not announced and (count_words(text) > DATE_LINE or (CLOSED.search(text) and count_words(text) > 6)):
        return []
    return printed_days(text, asked.lexicon, asked.day_first)


def _is_first(asked: Asked, at: int, printed: Printed) -> bool:
    return printed.full is not None and not _is_changed(asked, at, printed)


def _is_changed(asked: Asked, at: int, printed: Printed) -> bool:
    """Whether the line says "updated" before the day, or the one above it does and nothing else."""
    text, above = asked.page.texts[at], asked.page.texts[at - 1] if at else ""
    if is_update(text, printed, asked.lexicon):
        return True
    return len(above) < 40 and not any(c.isdigit() for c in above) and bool(asked.lexicon.updated.search(fold(above)))


def _says_published(asked: Asked, at: int) -> bool:
    text = asked.page.texts[at]
    return len(text) <= LONGEST and asked.lexicon.published.match(fold(text)) is not None
