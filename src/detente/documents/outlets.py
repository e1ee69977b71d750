"""Whose page it is, from the page alone: every place that names an outlet is a vote, and two places outweigh one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.documents.credits import is_domain, is_people, is_titled, pieces, spelled
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words

# Votes; a name with fewer than `ENOUGH` is not believed. Own reading of press pages, and of the pages in examples/.
ENOUGH = 3
_DATED = 2  # on the line that dates the page
_DOUBTED = 1  # there, but it may be the writer's
_OPENED = 1  # more: behind "Published …" and a bar, or beside a signature that is somebody else's
_TOP = 2  # the first thing on the page: alone on its line, or at the head of a menu
_MENU_BELOW = 1  # more: a menu follows it
_UNDER = 2  # alone on a line between title and text
_FOOT = 3  # beside "all rights reserved", or © and a year
_OWNED = 2  # beside © without a year, as pictures are too
_SUFFIX = 3  # behind the title, where the page repeats the title without it
_SHAPE = 1  # more: its words are those of an outlet's name
_LONGEST = 6  # words
_FEET = 8  # lines at the end of a page that are its foot

_MENU_PIECES = re.compile(r"\s*[|•·/>›]\s*|\s+[-–—]\s+")
_YEARS = r"(?:\d{4}\s*[-–]\s*)?\d{4}"
_OWNER = re.compile(
    rf"(?:©|\([cC]\)|\b[Cc]opyright\b)[\s©:]*(?P<before>{_YEARS})?[\s,:–-]*"
    rf"(?P<name>[^\W\d_][^.|–—•©\d,]{{1,50}}?)\s*(?P<after>{_YEARS})?\s*(?=[.|–—•]|\s-\s|$)"
)
_CLOCK = re.compile(r"\d{1,2}\s?[:hH]\s?(?:\d{2})?\b")


@dataclass(frozen=True, slots=True)
class Vote:
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Places:
    """The lines of a page by where they stand: above the title, around it, under it alone, after the text."""

    top: Sequence[Line]
    header: Sequence[Line]
    under: Sequence[Line]
    after: Sequence[Line]
    suffixes: Sequence[str] = ()


def outlet_of(places: Places, title: str | None, signed: bool, lexicon: Lexicon) -> str | None:
    """The name with most votes, as the page first spells it; None when nothing is sure.

    signed: whether a line says by whom ("By …"), so that another name beside the date is no writer's.
    """
    votes = [
        *_dated(places.header, signed, lexicon),
        *_top(places.top, lexicon),
        *_under(places.under, lexicon),
        *_foot(places.after, lexicon),
        *(Vote(name, _SUFFIX) for name in places.suffixes if is_named(name, lexicon)),
    ]
    sums: dict[str, int] = {}
    for vote in votes:
        if fold(vote.name) != fold(title or ""):
            sums[fold(vote.name)] = sums.get(fold(vote.name), _shape(vote.name, lexicon)) + vote.weight
    best = max(sums, key=lambda name: sums[name], default=None)
    if best is None or sums[best] < ENOUGH:
        return None
    return spelled(next(vote.name for vote in votes if fold(vote.name) == best), lexicon)


def is_named(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` can be an outlet's name: short, capitalised, no furniture, no day, no agency."""
    if is_domain(text):
        return True
    if not 1 <= count_words(text) <= _LONGEST or re.search(r"[?!:;,«»\"“”\[\]()…]|\d{4}", text):
        return False
    folded = fold(text)
    known = lexicon.publishers.get(folded)
    if known:
        return not known.agency
    furniture = (lexicon.furniture, lexicon.over, lexicon.related, lexicon.aside, lexicon.caption, lexicon.desks)
    if any(patterns.match(folded) for patterns in furniture) or _is_time(text, lexicon):
        return False
    return text[:1].isupper() and _is_capitalised(text, lexicon)


def _is_capitalised(text: str, lexicon: Lexicon) -> bool:
    """Whether its longer words are capitalised; those that tell an outlet need not be ("La voix du Nord")."""
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or len(word) <= 3 or fold(word) in lexicon.press for word in words)


def _is_time(text: str, lexicon: Lexicon) -> bool:
    return bool(_CLOCK.search(text)) or bool(printed_days(text, lexicon, day_first=True))


def _shape(name: str, lexicon: Lexicon) -> int:
    known = lexicon.publishers.get(fold(name))
    told = known is not None or is_domain(name) or has_press_word(name, lexicon) or is_titled(name, lexicon)
    return _SHAPE if told else 0


def has_press_word(name: str, lexicon: Lexicon) -> bool:
    words = re.findall(r"\w+", fold(name))
    return len(words) > 1 and any(word in lexicon.press for word in words)


def _is_joined(name: str, lexicon: Lexicon) -> bool:
    """`Reel & Harbour`: a name, and no person's."""
    return any(word.lower() in lexicon.joints for word in name.split()[1:-1])


def _dated(header: Iterable[Line], signed: bool, lexicon: Lexicon) -> Iterator[Vote]:
    """The names beside a day: `Published 3 March 2024 | The Name`."""
    for line in header:
        parts = pieces(line.text)
        days = [at for at, part in enumerate(parts) if printed_days(part, lexicon, day_first=True)]
        if not days or len(parts) < 2:
            continue
        for at, part in enumerate(parts):
            if at in days or not is_named(part, lexicon) or lexicon.by.fullmatch(part):
                continue
            opened = lexicon.published.match(line.folded) is not None and at > days[0]
            writer = is_people(part, lexicon)
            sure = signed or (not writer and (opened or _is_joined(part, lexicon)))
            yield Vote(part, (_DOUBTED if writer and not signed else _DATED) + (_OPENED if sure else 0))


def _top(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """The first name on the page, if nothing but links to skip stands above it."""
    first = next((at for at, line in enumerate(lines) if not _is_skipped(line, lexicon)), None)
    if first is None:
        return
    head, *others = [part.strip() for part in _MENU_PIECES.split(lines[first].text) if part.strip()] or [""]
    below = lines[first + 1 : first + 2]
    menu = any(line.kind is Kind.FURNITURE or len(_MENU_PIECES.split(line.text)) > 2 for line in below)
    if is_named(head, lexicon) and (count_words(head) > 1 or is_domain(head)):
        more = (_MENU_BELOW if menu and not others else 0) or (_SHAPE if _is_joined(head, lexicon) else 0)
        yield Vote(head, _TOP + more)
    elif is_named(head, lexicon):
        yield Vote(head, 1)


def _is_skipped(line: Line, lexicon: Lexicon) -> bool:
    return line.kind is not Kind.SHORT and lexicon.furniture.match(line.folded) and count_words(line.text) > 1


def _under(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    for line in lines:
        if line.kind is Kind.SHORT and has_press_word(line.text, lexicon) and is_named(line.text, lexicon):
            yield Vote(line.text, _UNDER)


def _foot(after: Sequence[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """Who owns the page: `© 2024 The Name`, `The Name - All rights reserved`."""
    for line in after[-_FEET:]:
        owners = [m for m in _OWNER.finditer(line.text) if is_named(m["name"].strip(), lexicon)]
        for owner in owners:
            yield Vote(owner["name"].strip(), _FOOT if owner["before"] or owner["after"] else _OWNED)
        if not owners and lexicon.rights.search(line.folded):
            yield from _reserving(line.text, lexicon)


def _reserving(text: str, lexicon: Lexicon) -> Iterator[Vote]:
    parts = [part.strip() for part in re.split(r"[|•·,.]|\s[-–—]\s", text)]
    named = [part for part in parts if is_named(part, lexicon) and not lexicon.rights.search(fold(part))]
    yield from (Vote(name, _FOOT) for name in named[:1])
