"""A page saved as text: menus, title, article, signature and comments in one column of lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.documents.around import Around, modified_on, published_on, section_of
from detente.documents.article import Article, Credits, Part, Published
from detente.documents.body import clean, parts_of
from detente.documents.bounds import bounded
from detente.documents.bulletin import is_headed, pieces_of, unnumbered
from detente.documents.cards import without_cards
from detente.documents.chronology import heading, with_days
from detente.documents.credits import (
    byline_in,
    dated_name,
    lone_credits,
    opened_credits,
    publisher_of,
    settled,
    signed,
)
from detente.documents.datelines import dateline_agency
from detente.documents.evenly import with_items
from detente.documents.language import language_of
from detente.documents.lexicon import Lexicon
from detente.documents.lines import Kind, Line, read_lines
from detente.documents.lists import with_lists
from detente.documents.outlets import Places, outlet_of
from detente.documents.runs import STARTED, Span, main_run
from detente.documents.signature import LONGEST
from detente.documents.subject import speaks_of, subject_of
from detente.documents.title import displayed_title, suffixes, title_line
from detente.model import BlockKind, Page, UnreadablePage

LEAD = 12  # words of the shortest standfirst that stands apart from the text
RELATED = 0.4  # share of its content words that it has in common with the text
HEADER = 6  # lines above the title that may still belong to it (section, date, byline)


def read_saved(text: str, page: Page, lexicon: Lexicon) -> tuple[Article, ...]:
    """The articles of a saved page, whose characters are `text`. Raises UnreadablePage (no-text): menus only."""
    lines = read_lines(bounded(text), lexicon)
    pieces = pieces_of(lines, lexicon)
    found = [article for piece in pieces if (article := _tried(piece, page, lexicon))]
    if len(found) < 2:
        return (_read_lines(_of_one(lines), page, lexicon),)
    above = [line for line in lines if line.row < pieces[0][0].row]
    outlet = _outlet_of_page(lines, above, page, lexicon)
    day = published_on(Around(above[::-1], (), above, lines, found[0].language != "en", lexicon), (), page)
    return tuple(_completed(article, outlet, day) for article in found)


def lines_of_one(text: str, lexicon: Lexicon) -> list[Line]:
    """The lines of a saved page that is one article. Raises UnreadablePage (too-large)."""
    return _of_one(read_lines(bounded(text), lexicon))


def _of_one(lines: Sequence[Line]) -> list[Line]:
    return with_days(with_items(without_cards(lines)))


def _completed(article: Article, outlet: Credits, day: Published) -> Article:
    """One of several, with what the page says of all where it says nothing of its own."""
    return replace(
        article,
        title=unnumbered(article.title) if article.title else None,
        credits=article.credits.over(outlet),
        published=article.published if article.published.day else day,
    )


def _tried(lines: Sequence[Line], page: Page, lexicon: Lexicon) -> Article | None:
    try:
        return _read_lines(lines, page, lexicon, headed=is_headed(lines))
    except UnreadablePage:
        return None


def _outlet_of_page(lines: Sequence[Line], above: Sequence[Line], page: Page, lexicon: Lexicon) -> Credits:
    """What a page of several articles says of itself above the first of them and in its foot."""
    known = publisher_of(page.uri, lexicon)
    outlet = known.name if known else outlet_of(Places(above, above, (), lines), None, False, lexicon)
    return Credits(outlet=outlet)


def _read_lines(lines: Sequence[Line], page: Page, lexicon: Lexicon, headed: bool = False) -> Article:
    """headed: whether the first line is known to be the headline."""
    run = main_run(lines)
    if run.start == run.end:
        raise UnreadablePage("no-text", "no line of the page is a sentence of an article")
    lines, run = with_lists(lines, run)
    at = 0 if headed else title_line(lines, run, lexicon)
    body = _body(lines, run, at, lexicon)
    return _article(lines, _Place(at, run), body, page, lexicon)


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
    told = [line for line in lines[start : run.end] if line.words > LONGEST or not byline_in(line.text, lexicon)]
    kept = _without_bio(clean([*lead, *heading(lines, start), *told], title), lexicon)
    parts = parts_of(kept)
    if lead and parts and parts[0].text == lead[0].text:
        parts = (Part(parts[0].text, BlockKind.STANDFIRST), *parts[1:])
    return parts


def _without_bio(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Drops the last lines that say who wrote, or that what was written binds nobody."""
    end = len(lines)
    while end > 1 and (lexicon.bio.match(lines[end - 1].folded) or lines[end - 1].kind is Kind.SHORT):
        end -= 1
    return lines[:end] if any(lexicon.bio.match(line.folded) for line in lines[end:]) else lines


def _standfirst(between: Sequence[Line], subject: frozenset[str]) -> list[Line]:
    """The first long line between title and text that speaks of the text."""
    long = [line for line in between if line.kind in (Kind.SHORT, Kind.PROSE) and line.words >= LEAD]
    return [line for line in long if speaks_of(line, subject) >= RELATED][:1]


def _article(lines: Sequence[Line], place: _Place, body: tuple[Part, ...], page: Page, lexicon: Lexicon) -> Article:
    if not body:
        raise UnreadablePage("no-text", "no line of the page is a sentence of an article")
    title = displayed_title(lines, place.title, lexicon) if place.title is not None else None
    language = language_of([part.text for part in body], lexicon)
    above = lines[place.top : place.above]
    around = Around(place.header(lines), lines[place.run.end :], above, lines, language != "en", lexicon)
    return Article(
        parts=body,
        language=language,
        title=title,
        credits=_credits(lines, place, title, body[0].text, page.uri, lexicon),
        published=published_on(around, body, page),
        modified=modified_on(around),
        section=section_of(around, title),
    )


def _credits(
    lines: Sequence[Line], place: _Place, title: str | None, first: str, uri: str, lexicon: Lexicon
) -> Credits:
    """The address's outlet, "By …" above, the signature below; then the outlet and the writer that the page names."""
    header, after = place.header(lines), lines[place.run.end :]
    known, last = publisher_of(uri, lexicon), lines[place.run.end - 1].text
    by_address = Credits(outlet=known.name if known else None)
    above = opened_credits(header, lexicon)
    below = signed(after, last, lexicon)
    ending = lines[max(place.text, place.run.end - 2) : place.run.end]
    places = Places(lines[: place.above], header, place.below(lines), after, suffixes(lines, title), ending)
    outlet = outlet_of(places, title, above.byline is not None, lexicon)
    told = Credits(dated_name(header, outlet, lexicon), outlet)
    lone = lone_credits(place.below(lines), lines[place.top : place.above], outlet, lexicon)
    dispatch = Credits(agency=dateline_agency(first, lexicon))
    found = by_address.over(Credits(above.byline)).over(below).over(told).over(above).over(lone).over(dispatch)
    return settled(found)
