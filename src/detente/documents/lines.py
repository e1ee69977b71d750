"""A saved page is lines; each is told apart by how it is built and by the codebook's page words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from detente.documents.lexicon import Lexicon, fold
from detente.documents.wrapping import unwrap

# Bounds are words a line. Own measurement: lines of fundus and scrapinghub pages rendered as text.
SAMPLE = 5_000  # characters; of a longer line no more is looked at than these
_END = 40  # characters in which a line ends
SENTENCE = 5  # at least this long and closed by a full stop: a sentence, not a menu entry
ASKED = 8  # the same for a question mark or a colon, which headings and forms have too
LONG = 20  # long enough to be a paragraph even if its full stop was forgotten
TOLD = 32  # with a sentence that ends inside it, it is one; teasers are shorter
FURNITURE = 30  # no line longer than this is furniture, whatever it begins with
SAID = 14  # nor one that a full stop closes and that is longer than this
BOILERPLATE = 45  # no longer line ends an article or points to another
STAMP = 12  # no longer line is a day and a time of the clock, as over a comment or a header
LABEL = 8  # a shorter line with an agency in brackets is a signature
CAPTION = 60  # no longer line is a caption
PROMOTION = 60  # no longer line calls readers to subscribe
CONSENT = 120  # no longer line is a consent notice
OFTEN = 3  # times on a page
MENU_ENTRY = 4  # an entry of a menu set on one line

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
REMEMBERED = 1000  # characters of a line whose kind is kept, as a menu's is

CLOSED = re.compile(r"[.!?…][»\"”’')\]\s]*$")
_COUNT = re.compile(r"\s*[(\[]\d+[)\]]\s*$")  # "Comments (3)"
_INNER = re.compile(r"[^\W\d_]{4,}[.!?][»”\"]? [«“\"]?[^\W\d_a-z]")  # the end of one sentence and another
_DIGITS = re.compile(r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})")
_SLUG = re.compile(r"[^\W\d_a-zà-ÿ]{2,}(?:\s?[-–/]\s?[^\W_a-zà-ÿ]{2,}){1,6}")
_INITIALS = re.compile(r"[(]?[a-z]{2,5}(?:/[a-z]{2,5}){1,5}[)]?")  # who wrote and checked a dispatch: `lb/pid`
_NUMBERED = re.compile(r"[\d\s/.,%+\-()]+")  # a place in a gallery, a count
_LEADS = re.compile(r":\s*$")
# What is left of a caption whose credit is elsewhere, "… near the port (", or a person and whom they work for.
_PICTURED = re.compile(r"\w\s\($|\([^\W\d_a-zà-ÿ][^()/]{2,40}/[^\W\d_a-zà-ÿ][^()/]{1,40}\)\W*$")
_TAGS = re.compile(r"(?:#[^\s#]+\s*)+")
_CLOCK = re.compile(r"\b\d{1,2}\s?[:hH]\s?(?:\d{2})?\b")
_HEADS = re.compile(r"([^\W\d_])[^\W\d_]*")  # the first letter of each word
_BULLET = re.compile(r"^\s*[-–—•·▪■►*]\s+")
_MENU_GAP = re.compile(r"\s{2,}|\t+|\s+[|•·›»/]\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\ufffc\x00-\x08\x0e-\x1f\x7f]")


class Kind(StrEnum):
    PROSE = "prose"
    SHORT = "short"
    FURNITURE = "furniture"
    CAPTION = "caption"
    ASIDE = "aside"
    RELATED = "related"
    OVER = "over"
    STAMP = "stamp"
    CARD = "card"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. row: its place in the page, counting blank lines, from 0."""

    text: str
    row: int
    kind: Kind
    words: int

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def closed(self) -> bool:
        return CLOSED.search(self.text[-_END:]) is not None

    @property
    def leads(self) -> bool:
        """Whether it announces what follows with a colon."""
        return _LEADS.search(self.text[-_END:]) is not None

    @property
    def bullet(self) -> bool:
        return _BULLET.match(self.text) is not None


def tidy(text: str) -> str:
    """One line without invisible characters, its spaces single and plain; letters composed (NFC)."""
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def read_lines(text: str, lexicon: Lexicon) -> list[Line]:
    """The lines of `text` that are not blank, each with its kind."""
    rows = unwrap(text.splitlines())
    lines = [
        Line(clean, row, kind_of(clean, raw, lexicon), count_words(clean))
        for row, raw in enumerate(rows)
        if (clean := _unglued(tidy(raw), lexicon))
    ]
    days = [at for at, line in enumerate(lines) if line.kind is Kind.SHORT and _is_day(line, lexicon)]
    if len(days) >= OFTEN:
        for at in days:
            lines[at] = replace(lines[at], kind=Kind.STAMP)
    often = _repeated(lines)
    return [_in_company(lines, at, often) for at in range(len(lines))]


def _is_day(line: Line, lexicon: Lexicon) -> bool:
    """A day alone on its line: one is a header's, several stand beside several articles."""
    return line.words <= MENU_ENTRY and lexicon.worded_day.fullmatch(line.folded) is not None


def _unglued(text: str, lexicon: Lexicon) -> str:
    """Without an end marker stuck to its last sentence."""
    head, tail = text[:-SAMPLE], text[-SAMPLE:]
    return head + lexicon.glued.sub("", tail)


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    """The short lines that the page says over and over: buttons, a writer's name beside each of his articles."""
    counts = Counter(line.text for line in lines if line.kind is Kind.SHORT and line.words <= MENU_ENTRY)
    return frozenset(text for text, count in counts.items() if count >= OFTEN)


def _in_company(lines: Sequence[Line], at: int, often: frozenset[str]) -> Line:
    """A long line that nothing closes is a paragraph beside one that is closed, or with a full stop inside; else it
    is a teaser. What is said over and over is furniture."""
    line = lines[at]
    if line.kind is Kind.SHORT and line.text in often:
        return replace(line, kind=Kind.FURNITURE)
    if line.kind is not Kind.PROSE or line.closed or line.leads or _is_told(line):
        return line
    beside = [n for n in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]) if n.kind is Kind.PROSE]
    return line if any(n.closed or n.leads for n in beside) else replace(line, kind=Kind.SHORT)


def _is_told(line: Line) -> bool:
    return line.words >= TOLD and _INNER.search(line.text) is not None


def count_words(text: str) -> int:
    return len(_WORD.findall(text))


def kind_of(clean: str, raw: str, lexicon: Lexicon) -> Kind:
    """What one line is by itself; `raw` still has the gaps between the entries of a menu."""
    return (_remembered if len(raw) <= REMEMBERED else _kind_of)(clean, raw, lexicon)


def _kind_of(clean: str, raw: str, lexicon: Lexicon) -> Kind:
    words = count_words(clean)
    if len(clean) > SAMPLE:
        return Kind.PROSE if _is_prose(clean[:SAMPLE], words) else Kind.SHORT
    if words <= BOILERPLATE and (known := _known(clean, words, lexicon)):
        return known
    if words <= CAPTION and _is_caption(clean, words, lexicon):
        return Kind.CAPTION
    if _is_stamp(clean, words, lexicon):
        return Kind.STAMP
    if (
        not words
        or _NUMBERED.fullmatch(clean)
        or is_slug(clean)
        or _INITIALS.fullmatch(clean)
        or _TAGS.fullmatch(clean)
        or _is_consent(clean, words, lexicon)
        or _is_promotion(clean, words, lexicon)
        or (words <= FURNITURE and _is_menu(raw))
    ):
        return Kind.FURNITURE
    return Kind.PROSE if _is_prose(clean, words) else Kind.SHORT


# A page is looked at line by line more than once, and all pages of an outlet have the same menus.
_remembered = lru_cache(maxsize=8192)(_kind_of)


def _is_caption(clean: str, words: int, lexicon: Lexicon) -> bool:
    if words >= LABEL and "(" in clean and lexicon.credited.search(clean):
        return True
    if _PICTURED.search(clean):
        return True
    if "/" in clean and lexicon.picture.search(clean):
        return not lexicon.worded_day.match(fold(clean))  # "May 3, 2029 / 2:32 PM EDT / AP" is a stamp
    return lexicon.caption.match(fold(clean))


def _is_stamp(clean: str, words: int, lexicon: Lexicon) -> bool:
    """A day with a time of the clock, or behind "published" or "updated"."""
    if words > FURNITURE or not any(map(str.isdigit, clean)):
        return False
    folded = fold(clean)
    if words <= STAMP and (lexicon.elapsed.match(folded) or _DIGITS.fullmatch(clean)):
        return True
    if lexicon.published.match(folded) or lexicon.updated.match(folded):
        return words <= STAMP or lexicon.worded_day.search(folded) is not None
    return words <= STAMP and _CLOCK.search(clean) is not None and lexicon.worded_day.search(folded) is not None


def _known(clean: str, words: int, lexicon: Lexicon) -> Kind | None:
    forms = {fold(clean), fold(_COUNT.sub("", clean))}
    tests = (
        (Kind.OVER, lexicon.over),
        (Kind.RELATED, lexicon.related),
        (Kind.ASIDE, lexicon.aside),
        (Kind.FURNITURE, lexicon.furniture),
    )
    found = next((kind for kind, patterns in tests if any(map(patterns.match, forms))), None)
    told = words > (SAID if CLOSED.search(clean) else FURNITURE)
    return None if found in (Kind.FURNITURE, Kind.RELATED) and told else found


def _is_consent(clean: str, words: int, lexicon: Lexicon) -> bool:
    """A notice on cookies and privacy: one of its words in a short line, two in a paragraph."""
    if words > CONSENT:
        return False
    folded = fold(clean)
    found = sum(folded.count(word) for word in lexicon.cookie)
    return found >= (1 if words <= FURNITURE else 2)


def is_slug(text: str) -> bool:
    """An agency's keywords: `MALI-USA-DIPLOMATIE`."""
    return _SLUG.fullmatch(text) is not None


def _is_promotion(clean: str, words: int, lexicon: Lexicon) -> bool:
    """A call to subscribe, to sign up, to give: two different words of it in a paragraph."""
    return words <= PROMOTION and len(set(lexicon.promotion.findall(fold(clean)))) > 1


def _is_menu(raw: str) -> bool:
    parts = [part for part in _MENU_GAP.split(raw.strip()) if part.strip()]
    return len(parts) >= 3 and all(count_words(part) <= MENU_ENTRY for part in parts)


def _is_prose(clean: str, words: int) -> bool:
    if words < SENTENCE:
        return False
    lower = lower_share(clean)
    if words >= LONG and lower >= 0.5:
        return True
    asks = clean.rstrip(' »"”').endswith(("?", ":"))
    ends = CLOSED.search(clean) is not None or _LEADS.search(clean) is not None
    return ends and lower >= 0.4 and words >= (ASKED if asks else SENTENCE)


def lower_share(text: str) -> float:
    """Share of words that begin with a small letter: high in sentences, low in menus and lists of names."""
    heads = _HEADS.findall(text)
    return sum(map(str.islower, heads)) / len(heads) if heads else 0.0
