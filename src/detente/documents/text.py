"""A page saved as text: menus, title, article, signature and comments in one column of lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.documents.article import Article, Credits, Part, Published
from detente.documents.body import STARTED, Span, clean, main_run, parts_of
from detente.documents.credits import (
    byline_in,
    dated_name,
    dateline,
    dateline_agency,
    lone_name,
    opened_credits,
    publisher_of,
    signed,
)
from detente.documents.days import completed, is_update, printed_days, url_day
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon
from detente.documents.lines import Kind, Line, read_lines
from detente.documents.outlets import Places, outlet_of
from detente.documents.title import displayed_title, speaks_of, subject_of, suffixes, title_line
from detente.model import BlockKind, UnreadablePage

DATE_LINE = 14  # words; a longer line with a day in it, unless it says "published" or "by", is a sentence
LEAD = 12  # words of the shortest standfirst that stands apart from the text
RELATED = 0.4  # share of its content words that it has in common with the text
HEADER = 6  # lines above the title that may still belong to it (section, date, byline)


def read_saved(text: str, uri: str, lexicon: Lexicon) -> Article:
    """The one article of a saved page. Raises UnreadablePage (no-text) when it has menus only."""
    lines = read_lines(text, lexicon)
    run = main_run(lines)
    if run.start == run.end:
        raise UnreadablePage("no-text", "no line of the page is a sentence of an article")
    at = title_line(lines, run, lexicon)
    body = _body(lines, run, at, lexicon)
    return _article(lines, _Place(at, run), body, uri, lexicon)


class _Place:
    """Where title and text stand in the page's lines."""

    def __init__(self, title: int | None, run: Span) -> None:
        self.title, self.run = title, run
        self.text = max(run.start, title + 1) if title is not None and title < run.end else run.start
        self.above = title if title is not None else run.start
        self.top = max(0, (title if title is not None else run.start) - HEADER)

    def header(self, lines: Sequence[Line]) -> list[Line]:
        """The lines around the title: those under it first, then those above, the nearest first."""
        above = self.title + 1 if self.title is not None else self.run.start
        return [*self.below(lines), *reversed(lines[self.top : above])]

    def below(self, lines: Sequence[Line]) -> list[Line]:
        """What stands between title and text, standfirst apart."""
        first = self.title + 1 if self.title is not None else self.run.start
        return list(_above_text(lines[first : self.run.end]))


def _above_text(lines: Sequence[Line]) -> Iterator[Line]:
    """What is no paragraph, until the article has well begun: dates and names may stand under a standfirst."""
    prose = 0
    for line in lines:
        if prose >= STARTED:
            return
        if line.kind is Kind.PROSE:
            prose += line.words
        else:
            yield line


def _body(lines: Sequence[Line], run: Span, at: int | None, lexicon: Lexicon) -> tuple[Part, ...]:
    title = lines[at].text if at is not None else None
    start = max(run.start, at + 1) if at is not None and at < run.end else run.start
    lead = _standfirst(lines[at + 1 : start], subject_of(lines[start : run.end])) if at is not None else []
    told = [line for line in lines[start : run.end] if not byline_in(line.text, lexicon)]
    kept = clean([*lead, *told], title)
    parts = parts_of(kept)
    if lead and parts and parts[0].text == lead[0].text:
        parts = (Part(parts[0].text, BlockKind.STANDFIRST), *parts[1:])
    return parts


def _standfirst(between: Sequence[Line], subject: frozenset[str]) -> list[Line]:
    """The first long line between title and text that speaks of the text."""
    long = [line for line in between if line.kind in (Kind.SHORT, Kind.PROSE) and line.words >= LEAD]
    return [line for line in long if speaks_of(line, subject) >= RELATED][:1]


def _article(lines: Sequence[Line], place: _Place, body: tuple[Part, ...], uri: str, lexicon: Lexicon) -> Article:
    if not body:
        raise UnreadablePage("no-text", "no line of the page is a sentence of an article")
    title = displayed_title(lines, place.title, lexicon) if place.title is not None else None
    language = language_of([part.text for part in body], lexicon.languages)
    return Article(
        parts=body,
        language=language,
        title=title,
        credits=_credits(lines, place, title, body[0].text, uri, lexicon),
        published=_published(lines, place, body, uri, lexicon, day_first=language != "en"),
    )


def _credits(
    lines: Sequence[Line], place: _Place, title: str | None, first: str, uri: str, lexicon: Lexicon
) -> Credits:
    """The address's outlet, "By …" above, the signature below; then the outlet and the writer that the page names."""
    header, after = place.header(lines), lines[place.run.end :]
    known = publisher_of(uri, lexicon)
    by_address = Credits(outlet=known.name if known else None)
    above = opened_credits(header, lexicon)
    below = signed(after, lexicon)
    places = Places(lines[: place.above], header, place.below(lines), after, suffixes(lines, title))
    outlet = outlet_of(places, title, above.byline is not None, lexicon)
    told = Credits(dated_name(header, outlet, lexicon), outlet)
    lone = lone_name(place.below(lines), outlet, lexicon)
    last = Credits(agency=dateline_agency(first, lexicon))
    return by_address.over(Credits(above.byline)).over(below).over(told).over(above).over(Credits(lone)).over(last)


def _published(
    lines: Sequence[Line], place: _Place, body: Sequence[Part], uri: str, lexicon: Lexicon, day_first: bool
) -> Published:
    """The header's day; else one under the text that says "published"; else the dateline's; else the address's."""
    stated = [day for part in body for p in printed_days(part.text, lexicon, day_first) if (day := p.full)]
    stated += [day for line in lines if "://" in line.text and (day := url_day(line.text))]
    under = [line for line in lines[place.run.end :] if lexicon.published.match(line.folded)][:1]
    for source in (place.header(lines), under):
        for line in source:
            if found := _header_day(line, lexicon, day_first, stated):
                return found
    if address := url_day(uri):
        return Published(address, "url")
    printed = printed_days(dateline(body[0].text), lexicon, day_first)
    day = completed(printed[0], stated) if printed else None
    return Published(day, "dateline") if day else Published()


def _header_day(line: Line, lexicon: Lexicon, day_first: bool, stated: Iterable[date]) -> Published | None:
    announced = any(p.search(line.folded) for p in (lexicon.published, lexicon.updated)) or lexicon.by.match(line.text)
    if line.kind is Kind.CAPTION or line.words > (30 if announced else DATE_LINE):
        return None
    for printed in printed_days(line.text, lexicon, day_first):
        if not is_update(line.text, printed, lexicon) and (day := completed(printed, stated)):
            return Published(day, "visible" if printed.year else "header")
    return None
