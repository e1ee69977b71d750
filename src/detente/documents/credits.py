"""Who signs, who prints, which agency is credited: from signatures, headers, source lines."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from detente.codebook.pages import Publisher
from detente.documents.article import Credits
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words

SIGNATURE_LINES = 3  # a signature is not longer
_INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,2}[.\-]?\s?){2,4}")
_PIECES = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_BETWEEN = re.compile(r"\s*[/|•·]\s*|\s+[-–—]\s+|\s*\(|\)\s*")
_DOMAIN = re.compile(r"(?:www\.)?[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,5}", re.IGNORECASE)
_DATELINE = re.compile(r"^[^\W\d_a-z][^().]{1,60}\(([^()]{2,40})\)\s*[-–—:.]")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_LOWER_END = re.compile(r"(?:\s+[^\W\d_A-Z]{1,3})+$")
_TAIL = re.compile(r"\s*(?:[|•·,(:]|\s[-–—]|\d).*$")


def publisher_of(url: str, lexicon: Lexicon) -> Publisher | None:
    """The outlet whose domain, or whose domain's parent, `url` has."""
    host = host_of(url) or ""
    while "." in host:
        if host in lexicon.domains:
            return lexicon.domains[host]
        host = host.partition(".")[2]
    return None


def host_of(url: str) -> str | None:
    """The host of an address, without `www.`; None where there is none, or the address is broken."""
    try:
        host = urlsplit(url).hostname if "//" in url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def signed(trailing: Sequence[Line], lexicon: Lexicon) -> Credits:
    """The signature under an article: a name, a desk, an outlet, on up to `SIGNATURE_LINES` lines."""
    credits = Credits()
    for line in _signature_lines(trailing, lexicon):
        if source := lexicon.source.fullmatch(line.text.strip("() ")):
            credits = credits.over(_sourced(source[1], lexicon))
            continue
        found = _signature(line.text, lexicon, after_name=credits.byline is not None)
        if found == Credits():
            break
        credits = credits.over(found)
    return credits


def _signature_lines(trailing: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The short lines that directly follow; a long run of them is a menu, and nobody's signature."""
    run: list[Line] = []
    for line in trailing:
        if line.kind in (Kind.FURNITURE, Kind.OVER, Kind.RELATED, Kind.ASIDE, Kind.PROSE):
            break
        if line.kind is Kind.SHORT or _is_short_credit(line, lexicon):
            run.append(line)
    if len(run) > SIGNATURE_LINES:
        return [line for line in run[:1] if _is_desk(line.text, lexicon) or lexicon.by.fullmatch(line.text)]
    return run


def _is_short_credit(line: Line, lexicon: Lexicon) -> bool:
    """`Name / AGENCY` alone is a caption's credit under a picture, but a signature under a text."""
    return line.kind is Kind.CAPTION and line.words <= 5 and lexicon.picture.search(line.text) is not None


def _signature(text: str, lexicon: Lexicon, after_name: bool) -> Credits:
    if by := lexicon.by.fullmatch(text):
        return _by_for(by[1], lexicon)
    if lexicon.roles.match(fold(text)):
        return Credits()
    if count_words(text) > 8 or printed_days(text, lexicon, day_first=True):
        return Credits()
    if after_name and count_words(text) == 1 and text[:1].isupper():
        return Credits(outlet=_outlet(text))
    return _split(text, lexicon)


def _by_for(text: str, lexicon: Lexicon) -> Credits:
    """`Name for Outlet`, and the other compositions of a signature."""
    parts = lexicon.behalf.split(text, maxsplit=1)
    behalf = Credits(outlet=_outlet(parts[1])) if len(parts) == 2 and parts[1][:1].isupper() else Credits()
    return _split(parts[0], lexicon).over(behalf)


def _split(text: str, lexicon: Lexicon) -> Credits:
    """`Name / Outlet`, `Outlet / Desk`, `Name (AGENCY)`: each part goes where it belongs."""
    sorts = _sorted_parts([_without_role(part, lexicon) for part in _BETWEEN.split(text) if part], lexicon)
    people, desks, outlets = sorts["person"], sorts["desk"], sorts["outlet"]
    if desks and people:
        outlets, people = outlets + people, []
    names = desks or people
    if names and not outlets:
        outlets = sorts["proper"]
    first = [next(iter(found), None) for found in (names, outlets, sorts["agency"])]
    return Credits(*(part.strip() if part else None for part in first))


def _sorted_parts(parts: Iterable[str], lexicon: Lexicon) -> dict[str, list[str]]:
    """The parts of a signature by what they are: agency, outlet, desk, person, or proper (some other name)."""
    out: dict[str, list[str]] = {sort: [] for sort in ("agency", "outlet", "desk", "person", "proper")}
    for part in parts:
        known = lexicon.publishers.get(fold(part))
        if known:
            out["agency" if known.agency else "outlet"].append(known.name if known.agency else _spelled(part, known))
        elif sort := _sort_of(part, lexicon):
            out[sort].append(part)
    return out


def _sort_of(part: str, lexicon: Lexicon) -> str | None:
    if _is_desk(part, lexicon):
        return "desk"
    if _DOMAIN.fullmatch(part) or (is_titled(part, lexicon) and is_person(part)):
        return "outlet"
    if _INITIALS.fullmatch(part.strip()) or is_person(part):
        return "person"
    return "proper" if part[:1].isupper() and count_words(part) <= 4 else None


def _without_role(text: str, lexicon: Lexicon) -> str:
    """`Afi Mensah, reporter` is Afi Mensah."""
    name, comma, role = text.partition(",")
    return name if comma and lexicon.roles.match(fold(role)) else text


def is_domain(text: str) -> bool:
    return _DOMAIN.fullmatch(text) is not None


def spelled(text: str, lexicon: Lexicon) -> str:
    """An outlet's name: our spelling if we know it, else the page's own."""
    known = lexicon.publishers.get(fold(text))
    return _spelled(text, known) if known else _outlet(text)


def _outlet(text: str) -> str:
    """The outlet as the page spells it, without outer punctuation."""
    return text.strip(" .*-–—|()")


def _spelled(text: str, known: Publisher) -> str:
    """Our spelling of a name the page prints in capitals or without; the page's own for another name."""
    return known.name if fold(known.name) == fold(text) else _outlet(text)


def is_titled(text: str, lexicon: Lexicon) -> bool:
    """`Le Flambeau`, `L'Écho`: an outlet, since no person's name opens with an article."""
    named = lexicon.articles.match(text.replace("’", "'")) is not None
    return named and not _is_desk(text, lexicon)


def _sourced(text: str, lexicon: Lexicon) -> Credits:
    """What a "Source:" line names: a known outlet or agency, or a short proper name."""
    found = _split(text, lexicon)
    if found.outlet or found.agency:
        return Credits(None, found.outlet, found.agency)
    proper = text[:1].isupper() and count_words(text) <= 4 and not printed_days(text, lexicon, day_first=True)
    return Credits(outlet=_outlet(text)) if proper else Credits()


def _is_name(text: str, lexicon: Lexicon) -> bool:
    return _is_desk(text, lexicon) or _INITIALS.fullmatch(text.strip()) is not None or is_person(text)


def is_writer(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a person's name, and no outlet's by its words."""
    words = set(re.findall(r"\w+|&", fold(text)))
    press = words & (lexicon.press | lexicon.joints)
    return is_person(text) and not press and not is_titled(text, lexicon) and fold(text) not in lexicon.publishers


def _is_desk(text: str, lexicon: Lexicon) -> bool:
    return lexicon.desks.match(fold(text))


def is_person(text: str) -> bool:
    """Two to five words, capitalised but for short particles inside ("Awa van der Berg"); no digits."""
    words = text.replace("’", "'").strip(" .,").split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d:;!?«»\"]", text):
        return False
    inner_ok = all(word[0].isupper() or len(word) <= 3 for word in words[1:-1])
    return words[0][0].isupper() and words[-1][0].isupper() and inner_ok


def byline_in(text: str, lexicon: Lexicon) -> str | None:
    """The name a header line gives after "By", without what follows it on the line."""
    opened = lexicon.by.fullmatch(text)
    if not opened:
        return None
    name = _cut_day(opened[1], lexicon)
    people = [part for part in lexicon.connector.split(name) if part]
    sound = people and all(_is_name(p, lexicon) or fold(p) in lexicon.publishers for p in people)
    return name if sound or (name[:1].isupper() and count_words(name) <= 3) else None


def _cut_day(text: str, lexicon: Lexicon) -> str:
    """The name before a date, a bar or the word that opens a date ("Awa Keita, publié le 3 mars")."""
    folded = fold(text)
    openers = (lexicon.published, lexicon.updated, lexicon.worded_day)
    marks = [m.start() for p in openers if (m := p.search(folded)) and m.start()]
    head = text[: min(marks)] if marks else text
    return _LOWER_END.sub("", (_TAIL.sub("", head) or head).strip())


def is_people(text: str, lexicon: Lexicon) -> bool:
    """One person's name or several, joined by "and" or commas, none of them an outlet's."""
    names = [name for name in lexicon.connector.split(text) if name]
    return bool(names) and all(is_writer(name, lexicon) for name in names)


def opened_credits(lines: Iterable[Line], lexicon: Lexicon) -> Credits:
    """What follows "By" in the lines around a title, alone on a line or behind a bar or a dash."""
    credits = Credits()
    for line in lines:
        for text in (line.text, *pieces(line.text)):
            if byline := byline_in(text, lexicon):
                known = _split(byline, lexicon)
                credits = credits.over(known if known.outlet else Credits(byline, None, known.agency))
    return credits


def pieces(text: str) -> list[str]:
    """What bars, dots and dashes part on one line."""
    return [piece.strip() for piece in _PIECES.split(text) if piece.strip()]


def dated_name(lines: Iterable[Line], outlet: str | None, lexicon: Lexicon) -> str | None:
    """The people named beside a day, without "By"; not the outlet again."""
    for line in lines:
        parts = pieces(line.text)
        if len(parts) > 1 and any(printed_days(part, lexicon, day_first=True) for part in parts):
            names = [part for part in parts if is_people(part, lexicon) and fold(part) != fold(outlet or "")]
            if names:
                return names[0]
    return None


def lone_name(below: Sequence[Line], outlet: str | None, lexicon: Lexicon) -> str | None:
    """A desk alone on its line under the title; or a person's name alone, next to a line with a day."""
    for one, other in (*pairwise(below), *pairwise(below[::-1])):
        near = abs(one.row - other.row) <= 2 and one.kind is Kind.SHORT
        if (
            near
            and printed_days(other.text, lexicon, day_first=True)
            and (name := _writer_of(one.text, outlet, lexicon))
        ):
            return name
    return next((line.text for line in below if line.kind is Kind.SHORT and _is_desk(line.text, lexicon)), None)


def _writer_of(text: str, outlet: str | None, lexicon: Lexicon) -> str | None:
    """The people of a line such as `Afi Mensah` or `Afi Mensah (The Newspaper)`."""
    name = _ASIDE.sub("", text).strip()
    return name if is_people(name, lexicon) and fold(name) != fold(outlet or "") else None


def dateline_agency(first: str, lexicon: Lexicon) -> str | None:
    """The agency of `CITY, 7 April (AGENCY) - …` at the head of a text."""
    match = _DATELINE.match(first)
    known = lexicon.publishers.get(fold(match[1])) if match else None
    return known.name if known and known.agency else None


def dateline(first: str) -> str:
    """The dateline at the head of a text, up to the agency in brackets; "" if there is none."""
    match = _DATELINE.match(first)
    return match[0] if match else ""


def byline_of_names(names: Sequence[str], outlet: str | None, lexicon: Lexicon) -> Credits:
    """Declared authors as one byline, without "By"; an agency among them is credited too.

    An author that is only the outlet again signs nothing.
    """
    opened = [(m[1] if (m := lexicon.by.fullmatch(name)) else name).strip() for name in names]
    signing = list(dict.fromkeys(name for name in opened if name and fold(name) != fold(outlet or "")))
    known = [lexicon.publishers[fold(name)] for name in signing if fold(name) in lexicon.publishers]
    agency = next((p.name for p in known if p.agency), None)
    return Credits(", ".join(signing) or None, None, agency)
