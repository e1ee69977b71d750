"""What a page says of itself away from its article: who owns it, how it is subscribed to, where it is found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words
from detente.documents.outlet_names import has_press_word, is_named, is_shaped, key_of
from detente.documents.signature import is_domain, is_titled

# Votes; see outlets.py for what is enough. Own reading of press pages, and of half A of fundus saved as text.
_FOOT = 3  # beside "all rights reserved", or © and a year
_OWNED = 2  # beside © without a year, as pictures are too, or a company by its form, which may own several outlets
_NAMED = 3  # "subscribe to …", if its words are an outlet's
_MAYBE = 2  # if they are not
_FOOTHEAD = 2  # alone on a line under the article, over a menu or an address, or the page's last
_WRITTEN = 2  # an address alone on its line, or of its mail
_LINKED = 1  # an address inside a line
_SAID = 40  # words of a line in which a page names itself
_LETTERS = 600  # characters of it; words without blanks take addresses for ever to be looked for in
_CLOSE = 3  # lines right under the article
_FEET = 8  # lines at the end of a page that are its foot

_YEARS = r"(?:\d{4}\s*[-–]\s*)?\d{4}"
_OWNER = re.compile(
    rf"(?:©|\([cC]\)|\b[Cc]opyright\b)[\s©:]*(?P<before>{_YEARS})?[\s,:–-]*(?:[bB]y\s+)?"
    rf"(?P<name>[^\W\d_][^.|–—•©\d,]{{1,50}}?)\s*(?P<after>{_YEARS})?\s*(?=[.|–—•,]|\s-\s|$)"
)
_BEFORE = re.compile(rf"^(?P<name>[^\W\d_][^.|–—•©\d,]{{1,50}}?)\s*(?:©|\([cC]\))\s*(?P<after>{_YEARS})")
_ADDRESS = re.compile(r"(?P<mail>[\w.+\-]+@)?(?P<host>(?:[\w\-]{2,}\.)+[a-z]{2,7})\b", re.IGNORECASE)
_WEB = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vote:
    """place: the sort of place that says the name."""

    name: str
    weight: int
    place: str = ""


def _is_brief(line: Line) -> bool:
    return line.words <= _SAID and len(line.text) <= _LETTERS


def owners(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """Who owns the page: `© 2024 The Name`, `The Name - All rights reserved`."""
    for line in lines:
        found = [*_owned(line.text, lexicon)] if _is_brief(line) else []
        yield from found
        if not found and lexicon.rights.search(line.folded):
            yield from _reserving(line.text, lexicon)


def _owned(text: str, lexicon: Lexicon) -> Iterator[Vote]:
    for match in (*_OWNER.finditer(text), *_BEFORE.finditer(text)):
        said = match["name"].strip(" -")
        name = lexicon.firms.sub("", _until_words(said))
        if not is_named(name, lexicon) or lexicon.rights.search(fold(name)):
            continue
        dated = match["after"] or match.groupdict().get("before")
        sure = dated and (name == said or is_shaped(name, lexicon))
        reserved = dated and name == said and lexicon.rights.search(fold(text.replace(match[0], "")))
        yield Vote(name, _FOOT if sure else _OWNED, "reserved" if reserved else "")


def _until_words(name: str) -> str:
    """`Shire Herald or its companies` without what is no name any more."""
    words = name.split()
    end = next((at for at, word in enumerate(words) if at and word.islower() and not _is_inside(words, at)), len(words))
    return " ".join(words[:end])


def _is_inside(words: Sequence[str], at: int) -> bool:
    """Whether a small word stands between two capitalised ones, as in `Voice of Lomé`."""
    return len(words[at]) <= 3 and any(word[:1].isupper() for word in words[at + 1 : at + 2])


def _reserving(text: str, lexicon: Lexicon) -> Iterator[Vote]:
    parts = [part.strip(" ©") for part in re.split(r"[|•·,]|\.\s|\.$|\s[-–—]\s|©", text)]
    named = [part for part in parts if is_named(part, lexicon) and not lexicon.rights.search(fold(part))]
    yield from (Vote(name, _FOOT) for name in named[:1])


def named(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """How a page speaks of itself: `Subscribe to The Name`, `The Name is a newspaper …`; each name once."""
    seen = set()
    for line in lines:
        plain = line.text.replace("’", "'")
        match = lexicon.named.search(plain) if _is_brief(line) else None
        name = (match[match.lastindex or 0]).strip() if match else ""
        if name and is_named(name, lexicon) and name not in seen:
            seen.add(name)
            yield Vote(name, _NAMED if is_shaped(name, lexicon) else _MAYBE)


def footheads(after: Sequence[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """A name of an outlet's words alone on its line, over a menu or an address, or as the page's last."""
    for at in (*range(min(_CLOSE, len(after))), *range(max(_CLOSE, len(after) - _FEET), len(after))):
        line = after[at]
        told = line.words <= 6 and (is_titled(line.text, lexicon) or has_press_word(line.text, lexicon))
        if not told or line.kind is not Kind.SHORT or not is_named(line.text, lexicon):
            continue
        below = after[at + 1] if at + 1 < len(after) else None
        if below is None or below.kind is Kind.FURNITURE or (at >= len(after) - _FEET and re.search(r"\d", below.text)):
            yield Vote(line.text, _FOOTHEAD)


def bars(after: Sequence[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """The one name among the links of a foot set on one line: `Contact | The Name | Home`."""
    for line in after[-_FEET:]:
        parts = [part.strip() for part in re.split(r"\s*[|•·]\s*", line.text)]
        named = [part for part in parts if is_titled(part, lexicon) and is_named(part, lexicon)]
        if len(parts) > 1 and len(named) == 1:
            yield Vote(named[0], _FOOTHEAD)


def addresses(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """The page's own addresses: each at most once of each sort; no network's, no mailbox provider's."""
    seen = set()
    for line in lines:
        if not _is_brief(line) or "." not in line.text:
            continue
        for match in _ADDRESS.finditer(line.text):
            host, alone = match["host"], count_words(line.text) <= count_words(match[0]) + 1
            sort = "mail" if match["mail"] else "alone" if alone else "inside"
            if not _is_own(host, bool(match["mail"]), line.text, lexicon) or (key_of(host, lexicon), sort) in seen:
                continue
            seen.add((key_of(host, lexicon), sort))
            yield Vote(host, _LINKED if sort == "inside" else _WRITTEN, "mail" if sort == "mail" else "")


def _is_own(host: str, mail: bool, text: str, lexicon: Lexicon) -> bool:
    """Whether it may be the outlet's; "end.The" is none, nor is a page somewhere below an address."""
    written = host.lower() == host or host.upper() == host or bool(_WEB.search(text)) or text.strip() == host
    return is_domain(host) and written and key_of(host, lexicon) not in lexicon.platforms and (mail or "@" not in text)
