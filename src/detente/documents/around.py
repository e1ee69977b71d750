"""What the lines around a saved article's title say of it: its day, the day of a change, its section."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.documents.article import Part, Published
from detente.documents.chronology import entries
from detente.documents.datelines import dateline_of
from detente.documents.days import Printed, completed, conflict, doubt_of, is_update, printed_days, url_day
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words
from detente.model import Page

DATE_LINE = 14  # words; a longer line with a day in it, unless it says "published" or "by", is a sentence
ANNOUNCED = 30  # words of one that does
_PARTS = 400  # blocks of a text, and
_BEGUN = 5_000  # characters of each, that are asked for days
_FOOT = 3  # lines under the text in which a communiqué is dated
_PLACE = 5  # words of "Fait à Port-au-Prince", "New York"
_NAME = 4  # words of a section's name at most
_STEPS = 4  # of a path; more are a menu
_ARROWS = re.compile(r"[^«‹]*[>»›][^«‹]*")  # of a path, not of a quotation
_PATH = re.compile(r"\s*[>»›/|]\s*")


@dataclass(frozen=True, slots=True)
class Around:
    """header: the lines around the title, the nearest first. below: those under the text. above: those over the
    title, in order. day_first: whether 03/04/2025 is 3 April. lines: the whole page's."""

    header: Sequence[Line]
    below: Sequence[Line]
    above: Sequence[Line]
    lines: Sequence[Line]
    day_first: bool
    lexicon: Lexicon

    def days(self, text: str) -> list[Printed]:
        return printed_days(text, self.lexicon, self.day_first)


def published_on(around: Around, body: Sequence[Part], page: Page) -> Published:
    """The header's day; else one under the text that says "published"; else the address's; else the dateline's, which a
    communiqué has under its text: "Port-Louis, 10 April 2029". Not a day that heads an entry of a chronology."""
    stated = [day for part in body[:_PARTS] for p in around.days(part.text[:_BEGUN]) if (day := p.full)]
    stated += [day for line in around.lines if "://" in line.text and (day := url_day(line.text))]
    under = [line for line in around.below if around.lexicon.published.match(line.folded)][:1]
    address = url_day(page.uri)
    heads = entries(around.lines, around.lexicon.worded_day)
    for line in (*(line for line in around.header if line.row not in heads), *under):
        if found := _header_day(line, around, stated, page.fetched):
            return _compared(found, address)
    if address:
        return Published(address, "url", doubt_of(address, None, page.fetched))
    printed = around.days(dateline_of((part.text for part in body), around.lexicon))
    printed = printed or [day for line in around.below[:_FOOT] for day in _issued(line, around)]
    day = completed(printed[0], stated) if printed else None
    return Published(day, "dateline", doubt_of(day, printed[0], page.fetched)) if day else Published()


def _issued(line: Line, around: Around) -> list[Printed]:
    """The whole day of a line that is a place and a day, and no more: "Fait à Lomé, le 3 mai 2029"."""
    place, comma, rest = line.text.partition(",")
    day = around.lexicon.worded_day.search(fold(rest))
    alone = (
        day is not None and count_words(rest[: day.start()]) <= 1 and not any(map(str.isalnum, fold(rest)[day.end() :]))
    )
    named = place[:1].isupper() and count_words(place) <= _PLACE
    return [p for p in around.days(rest) if p.year] if comma and alone and named else []


def _compared(printed: Published, address: date | None) -> Published:
    """The printed day, with the address's against it; it is kept: addresses also name the day of a first draft."""
    if not printed.day or not address or printed.doubt:
        return printed
    return replace(printed, doubt=conflict(printed.day, [address]))


def _header_day(line: Line, around: Around, stated: Iterable[date], fetched: date | None) -> Published | None:
    for printed in _shown(line, around):
        if not is_update(line.text, printed, around.lexicon) and (day := completed(printed, stated)):
            return Published(day, "visible" if printed.year else "header", doubt_of(day, printed, fetched))
    return None


def _shown(line: Line, around: Around) -> list[Printed]:
    """The days of a line that is no sentence and no caption."""
    lexicon = around.lexicon
    announced = any(p.search(line.folded) for p in (lexicon.published, lexicon.updated)) or lexicon.by.match(line.text)
    if line.kind is Kind.CAPTION or line.words > (ANNOUNCED if announced else DATE_LINE):
        return []
    return around.days(line.text)


def modified_on(around: Around) -> date | None:
    """The day behind "updated" in a line around the title, or in the first that begins so under the text."""
    under = [line for line in around.below if around.lexicon.updated.match(line.folded)][:1]
    for line in (*around.header, *under):
        for printed in _shown(line, around):
            if is_update(line.text, printed, around.lexicon) and (day := printed.full):
                return day
    return None


def section_of(around: Around, title: str | None) -> str | None:
    """The last step of a path ("Front page > Africa"); or a section's name alone right above the title."""
    for number, line in enumerate(reversed(around.above)):
        steps = [step for step in _PATH.split(line.text) if step]
        home = len(steps) > 1 and fold(steps[0]) in around.lexicon.home
        if 1 < len(steps) <= _STEPS and (home or (not number and _ARROWS.fullmatch(line.text))):
            names = [step for step in steps[home:] if _is_step(step, title)]
            return names[-1] if names else None
    named = [line.folded in around.lexicon.sections for line in around.above[-2:]]
    alone = named and named[-1] and not any(named[:-1])
    return around.above[-1].text.strip() if alone else None


def _is_step(step: str, title: str | None) -> bool:
    return count_words(step) <= _NAME and not fold(title or "").startswith(fold(step))
