"""Several articles in one saved page: press reviews, newsletters, agency bulletins. When in doubt, it is one article."""

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.documents.credits import byline_in
from detente.documents.datelines import dateline, dateline_agency
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon
from detente.documents.lines import Kind, Line, is_slug
from detente.documents.subject import speaks_of, subject_of

_LEAST = 25  # words of prose of the shortest article
_FULL = 35  # the same where only headlines and days part articles, as lists of teasers have them too
_TITLE = range(3, 27)  # words of a headline
_HEADS = 3  # lines above a dateline that may be its headline and its slug
_BYLINE = 10  # words of a line under a headline that dates or signs it
_INTRODUCED = 60  # words above the first article with which a bulletin may present itself
_OUTWEIGHS = 0.75  # share of all words that one of several articles may have
_SEVERAL = 3  # articles at least where only days, writers or ruled lines part them
_APART = 0.2  # share of its content words that an article has in common with the next; parts of one have more
_LINES = 3_000  # no bulletin is longer, and none is looked for in longer pages
_RULE = re.compile(r"[\s*\-–—_=~#•·]{3,}|\*")
_NUMBER = re.compile(r"\s*(?:(\d{1,2})\s?[.)/°–-]|[IVX]{1,4}[.)])\s*[^\W\d_]")


def pieces_of(lines: Sequence[Line], lexicon: Lexicon) -> list[Sequence[Line]]:
    """The lines of each article, if the page surely holds several; else none. Nothing above the first is in them."""
    if not 4 <= len(lines) <= _LINES:
        return []
    places = _datelines(lines, lexicon)
    dispatches = _cut(lines, places)
    if _are_articles(dispatches, _LEAST) and not _is_led(lines[: places[0]], dispatches):
        return dispatches
    for starts, least in ((_ruled(lines), _LEAST), (_numbered(lines), _LEAST), (_signed(lines, lexicon), _FULL)):
        pieces = _cut(lines, starts)
        if _are_articles(pieces, least) and _are_apart(pieces) and not _is_led(lines[: starts[0]], pieces):
            return pieces
    return []


def _is_led(above: Sequence[Line], pieces: Sequence[Sequence[Line]]) -> bool:
    """Whether an article stands above the first piece, or one piece outweighs the others: then they are its parts, or
    teasers under it. So they are where a heading says that other articles or comments follow."""
    told = [_told(piece) for piece in pieces]
    others = any(line.kind in (Kind.RELATED, Kind.OVER) for piece in pieces[:-1] for line in piece)
    return others or _told(above) > _INTRODUCED or max(told) > _OUTWEIGHS * sum(told)


def _told(lines: Sequence[Line]) -> int:
    return sum(line.words for line in lines if line.kind is Kind.PROSE and line.closed)


def is_headed(piece: Sequence[Line]) -> bool:
    """Whether the first line of a piece is its headline, not its slug or its text."""
    return _is_title(piece[0]) and not is_slug(piece[0].text)


def unnumbered(title: str) -> str:
    """A headline without its number in a bulletin."""
    found = _NUMBER.match(title)
    return title[found.end() - 1 :] if found else title


def _cut(lines: Sequence[Line], starts: Sequence[int]) -> list[Sequence[Line]]:
    return [lines[a:b] for a, b in pairwise([*starts, len(lines)])] if len(starts) > 1 else []


def _are_articles(pieces: Sequence[Sequence[Line]], least: int) -> bool:
    return len(pieces) > 1 and min(map(_told, pieces)) >= least


def _are_apart(pieces: Sequence[Sequence[Line]]) -> bool:
    """Whether each speaks of something else than the one before it."""
    shares = [_shared(a, b) for a, b in pairwise(pieces)]
    return sum(shares) <= _APART * len(shares)


def _shared(one: Sequence[Line], other: Sequence[Line]) -> float:
    subject = subject_of(one)
    told = [line for line in other if line.kind is Kind.PROSE]
    words = sum(line.words for line in told)
    return sum(speaks_of(line, subject) * line.words for line in told) / words if words else 1.0


def _is_title(line: Line) -> bool:
    stopped = line.text.rstrip(' »”"').endswith((".", ":", ",", ";"))
    return line.kind in (Kind.SHORT, Kind.PROSE) and line.words in _TITLE and not stopped


def _tells(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and lines[at].kind is Kind.PROSE and not _is_title(lines[at])


def _datelines(lines: Sequence[Line], lexicon: Lexicon) -> list[int]:
    """Where dispatches begin: at the headline over "CITY, 7 April (AGENCY) - …"."""
    return [_head(lines, at) for at, line in enumerate(lines) if _is_dateline(line, lexicon)]


def _is_dateline(line: Line, lexicon: Lexicon) -> bool:
    head = dateline(line.text, lexicon) if line.kind is Kind.PROSE else ""
    if not head:
        return False
    return dateline_agency(line.text, lexicon) is not None or bool(printed_days(head, lexicon, day_first=True))


def _head(lines: Sequence[Line], at: int) -> int:
    """The first of the headline, slug and number over the dateline at `at`."""
    first = at
    for above in range(at - 1, max(-1, at - 1 - _HEADS), -1):
        if lines[above].kind not in (Kind.SHORT, Kind.FURNITURE, Kind.PROSE) or lines[above].text.endswith("."):
            break
        if _is_title(lines[above]) or is_slug(lines[above].text):
            first = above
    return first


def _ruled(lines: Sequence[Line]) -> list[int]:
    """The headlines right behind rules such as `***`, and the one over the text before the first rule."""
    rules = [at for at, line in enumerate(lines) if line.words == 0 and _RULE.fullmatch(line.text)]
    if not rules:
        return []
    before = [at for at in range(rules[0]) if _is_title(lines[at]) and _tells(lines, at + 1)][:1]
    behind = [at + 1 for at in rules if at + 2 < len(lines) and _is_title(lines[at + 1])]
    whole = all(at in behind or not _tells(lines, at) for at in (rule + 1 for rule in rules))
    starred = all("*" in lines[at].text for at in rules)
    starts = [*before, *behind]
    return starts if whole and (starred or len(starts) >= _SEVERAL) else []


def _numbered(lines: Sequence[Line]) -> list[int]:
    """Headlines numbered in order from one, with text under each."""
    heads = [at for at, line in enumerate(lines) if _NUMBER.match(line.text) and _is_title(line)]
    numbers = [m[1] for at in heads if (m := _NUMBER.match(lines[at].text))]
    counted = all(n is None or n == str(place) for place, n in enumerate(numbers, start=1))
    return heads if counted and all(_tells(lines, at + 1) for at in heads) else []


def _signed(lines: Sequence[Line], lexicon: Lexicon) -> list[int]:
    """Headlines with a day or a writer right under each, and text under these."""
    starts = [
        at
        for at, line in enumerate(lines[:-2])
        if _is_title(line) and _dates(lines[at + 1], lexicon) and _tells(lines, at + 2) and _tells(lines, at + 3)
    ]
    names = {lines[at].folded for at in starts}
    return starts if len(starts) == len(names) >= _SEVERAL else []


def _dates(line: Line, lexicon: Lexicon) -> bool:
    if line.words > _BYLINE:
        return False
    return byline_in(line.text, lexicon) is not None or bool(printed_days(line.text, lexicon, day_first=True))
