"""Who signs, who prints, which agency is credited: from signatures, headers, source lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from detente.codebook.pages import Publisher
from detente.documents.article import Credits
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words
from detente.documents.outlet_names import is_named
from detente.documents.signature import (
    LONGEST,
    cut_day,
    holds_day,
    is_desk,
    is_titled,
    is_writer,
    outlet_text,
    read_signature,
)

SIGNATURE_LINES = 3  # a signature is not longer
NEAR = 2  # rows between a name and the day or the role beside it
_UNOPENED = 3  # words of what follows "By" and is no name that we know as one
_BEHIND = re.compile(r"[\d,|•·:]\s*$")
_DASHED = re.compile(r"[-–—]\s*([^\W\d_].*)")
_PIECES = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")


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


def signed(trailing: Sequence[Line], last: str, lexicon: Lexicon) -> Credits:
    """The signature under an article: a name, a desk, an outlet, on up to `SIGNATURE_LINES` lines.

    last: the text's own last line, which may be one: "(Reporting by Awa Keita in Lomé)".
    """
    credits = _ending(last, lexicon)
    for line in _signature_lines(trailing, lexicon):
        if source := lexicon.source.fullmatch(line.text.strip("() ")):
            credits = credits.over(_sourced(source[1], lexicon))
            continue
        found = _signature(line.text, credits.byline is not None, lexicon)
        if found == Credits():
            break
        credits = credits.over(found)
    return credits


def _ending(last: str, lexicon: Lexicon) -> Credits:
    opened = lexicon.by.fullmatch(last.strip("() ")) if count_words(last) <= LONGEST else None
    found, _ = read_signature(opened[1], lexicon) if opened else (Credits(), False)
    return found if found.byline else Credits()


def _signature_lines(trailing: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The short lines that directly follow; a long run of them is a menu, and nobody's signature."""
    run: list[Line] = []
    for line in trailing:
        if _is_signing(line, lexicon):
            run.append(line)
        elif line.kind in (Kind.FURNITURE, Kind.OVER, Kind.RELATED, Kind.ASIDE, Kind.PROSE):
            break
    return run if len(run) <= SIGNATURE_LINES else [line for line in run[:1] if _is_sure(line.text, lexicon)]


def _is_signing(line: Line, lexicon: Lexicon) -> bool:
    """`Name / AGENCY` alone is a caption's credit under a picture, but a signature under a text."""
    caption = line.kind is Kind.CAPTION and line.words <= 5 and lexicon.picture.search(line.text) is not None
    return line.kind is Kind.SHORT or caption or (line.words <= LONGEST and lexicon.by.fullmatch(line.text) is not None)


def _is_sure(text: str, lexicon: Lexicon) -> bool:
    """Whether even a menu below does not make it a part of that menu: a desk, "By …", a name with its role."""
    found, understood = read_signature(text, lexicon)
    told = found.byline is not None and found.byline != text and understood
    return is_desk(text, lexicon) or lexicon.by.fullmatch(text) is not None or told


def _signature(text: str, after_name: bool, lexicon: Lexicon) -> Credits:
    if by := lexicon.by.fullmatch(text):
        return _opened(by[1], lexicon)
    if count_words(text) > LONGEST // 2 and not after_name:
        return Credits()
    if holds_day(text, lexicon):
        issue = cut_day(text, lexicon)  # `The Post of 3 March`
        return Credits(outlet=outlet_text(issue)) if is_titled(issue, lexicon) else Credits()
    if (dashed := _DASHED.fullmatch(text)) and is_named(dashed[1], lexicon) and not is_writer(dashed[1], lexicon):
        return Credits(outlet=outlet_text(dashed[1]))
    if after_name and count_words(text) == 1 and text[:1].isupper():
        return Credits(outlet=outlet_text(text))
    found, understood = read_signature(text, lexicon)
    return found if understood else Credits()


def _sourced(text: str, lexicon: Lexicon) -> Credits:
    """What a "Source:" line names: a known outlet or agency, or a short proper name."""
    found, _ = read_signature(text, lexicon)
    if found.outlet or found.agency:
        return Credits(None, found.outlet, found.agency)
    proper = text[:1].isupper() and count_words(text) <= 4 and not holds_day(text, lexicon)
    return Credits(outlet=outlet_text(text)) if proper else Credits()


def byline_in(text: str, lexicon: Lexicon) -> str | None:
    """The name a header line gives after "By", without what follows it on the line."""
    opened = lexicon.by.fullmatch(text)
    found = _opened(opened[1], lexicon) if opened else Credits()
    return found.byline or found.outlet


def _opened(text: str, lexicon: Lexicon) -> Credits:
    """What follows "By": names, an outlet, an agency; or some short name of which we know nothing."""
    name = cut_day(text, lexicon)
    found, _ = read_signature(name, lexicon)
    if found.byline or found.outlet:
        return found
    agency_alone = found.agency is not None and fold(name) in lexicon.publishers
    short = name[:1].isupper() and count_words(name) <= _UNOPENED and found.agency is None
    return replace(found, byline=name if agency_alone or short else None)


def opened_credits(lines: Sequence[Line], lexicon: Lexicon) -> Credits:
    """What follows "By" in the lines around a title: at their head, behind a bar or a dash, or behind a day."""
    credits = Credits()
    for text in _with_names(lines, lexicon):
        opened = [m[1] for piece in (text, *pieces(text)) if (m := lexicon.by.fullmatch(piece))]
        dated = _behind_day(text, lexicon)
        for signature in (*opened, *([text[dated.end() :]] if dated else [])):
            credits = credits.over(_opened(signature, lexicon))
    return credits


def _behind_day(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The word that opens a signature right behind a day; in a caption it stands behind "photo"."""
    opened = lexicon.opening.search(text) if count_words(text) <= LONGEST and holds_day(text, lexicon) else None
    return opened if opened and _BEHIND.search(text[: opened.start()]) else None


def _with_names(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[str]:
    """The lines' texts; "By" alone, or "From our correspondent in Accra,", together with the next."""
    for at, line in enumerate(lines):
        below = next((other for other in lines[at + 1 : at + 2] if 0 < other.row - line.row <= NEAR), None)
        waits = fold(line.text) in lexicon.openers or (line.text.endswith(",") and lexicon.by.fullmatch(line.text))
        if below and waits:
            yield f"{line.text} {below.text}"
        yield line.text


def pieces(text: str) -> list[str]:
    """What bars, dots and dashes part on one line."""
    return [piece.strip() for piece in _PIECES.split(text) if piece.strip()]


def dated_name(lines: Iterable[Line], outlet: str | None, lexicon: Lexicon) -> str | None:
    """The people named beside a day, without "By"; not the outlet again."""
    for line in lines:
        parts = pieces(line.text)
        if len(parts) > 1 and any(holds_day(part, lexicon) for part in parts):
            names = [name for part in parts if (name := _writers_of(part, outlet, lexicon))]
            if names:
                return names[0]
    return None


def lone_credits(below: Sequence[Line], above: Sequence[Line], outlet: str | None, lexicon: Lexicon) -> Credits:
    """A desk or an agency alone on its line under the title; or a name alone, next to a line with a day or a role.

    above: the lines over the title, where a name counts only next to a day.
    """
    pairs = (*pairwise(below), *pairwise(below[::-1]), *pairwise(above), *pairwise(above[::-1]))
    for one, other in pairs:
        near = abs(one.row - other.row) <= NEAR and one.kind is Kind.SHORT
        role = lexicon.roles.match(other.folded) and other.row > one.row
        if near and (role or holds_day(other.text, lexicon)) and (name := _writers_of(one.text, outlet, lexicon)):
            return replace(read_signature(one.text, lexicon)[0], byline=name, outlet=None)
    roled = (
        read_signature(line.text, lexicon)[0] for line in below if line.kind is Kind.SHORT and _has_role(line, lexicon)
    )
    if writer := next(roled, None):
        return replace(writer, outlet=None)
    named = (found for line in below for text in _undated(line, lexicon) if (found := _desk_of(text, lexicon)).agency
             or found.byline)  # fmt: skip
    return next(named, Credits())


def _has_role(line: Line, lexicon: Lexicon) -> bool:
    """`Grace Phiri Diplomatic correspondent`, `Grace Phiri, reporter`."""
    found, understood = read_signature(line.text, lexicon)
    cut = found.byline is not None and found.outlet is None and not is_desk(found.byline, lexicon)
    return understood and cut and lexicon.roles.match(fold(line.text.removeprefix(found.byline or "").strip(" ,–—-")))


def _undated(line: Line, lexicon: Lexicon) -> list[str]:
    """A short line whole; of a line with a day, its other pieces."""
    if holds_day(line.text, lexicon):
        return [piece for piece in pieces(line.text) if not holds_day(piece, lexicon)]
    return [line.text] if line.kind is Kind.SHORT else []


def _desk_of(text: str, lexicon: Lexicon) -> Credits:
    """The desk and the agency of a line that names nothing else than an outlet."""
    found, understood = read_signature(text, lexicon)
    desk = found.byline if found.byline and is_desk(found.byline, lexicon) else None
    return Credits(desk, None, found.agency) if understood and bool(desk) == bool(found.byline) else Credits()


def _writers_of(text: str, outlet: str | None, lexicon: Lexicon) -> str | None:
    """The people of a line that says nothing else: `Afi Mensah`, `Afi Mensah, Lomé`, `Afi Mensah (The Newspaper)`."""
    found, understood = read_signature(text, lexicon)
    desk = found.byline is not None and is_desk(found.byline, lexicon)
    return None if desk or not understood or fold(found.byline or "") == fold(outlet or "") else found.byline


def is_people(text: str, lexicon: Lexicon) -> bool:
    """One person's name or several, joined by "and" or commas, none of them an outlet's."""
    names = [name for name in lexicon.connector.split(text) if name]
    return bool(names) and all(is_writer(name, lexicon) for name in names)


def settled(credits: Credits) -> Credits:
    """An outlet that signs its own page says nobody's name."""
    return replace(credits, byline=None) if fold(credits.byline or "") == fold(credits.outlet or "") else credits


def byline_of_names(names: Sequence[str], outlet: str | None, lexicon: Lexicon) -> Credits:
    """Declared authors as one byline, without "By"; an agency among them is credited too.

    An author that is only the outlet again signs nothing.
    """
    opened = [(m[1] if (m := lexicon.by.fullmatch(name)) else name).strip() for name in names]
    signing = list(dict.fromkeys(name for name in opened if name and fold(name) != fold(outlet or "")))
    known = [lexicon.publishers[fold(name)] for name in signing if fold(name) in lexicon.publishers]
    agency = next((p.name for p in known if p.agency), None)
    return Credits(", ".join(signing) or None, None, agency)
