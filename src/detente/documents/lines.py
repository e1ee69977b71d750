"""A saved page is lines; each is told apart by how it is built and by the codebook's page words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from detente.documents.lexicon import Lexicon, fold

# Bounds are words a line. Own measurement: lines of fundus and scrapinghub pages rendered as text.
SENTENCE = 5  # at least this long and closed by a full stop: a sentence, not a menu entry
ASKED = 8  # the same for a question mark or a colon, which headings and forms have too
FULL = 80  # characters of a line that was cut for want of room: a full line of print, longer than most headlines
LONG = 20  # long enough to be a paragraph even if its full stop was forgotten
FURNITURE = 30  # no line longer than this is furniture, whatever it begins with
SAID = 14  # nor one that a full stop closes and that is longer than this
BOILERPLATE = 45  # no longer line ends an article or points to another
STAMP = 12  # no longer line is a day and a time of the clock, as over a comment or a header
CAPTION = 60  # no longer line is a caption
CONSENT = 120  # no longer line is a consent notice
MENU_ENTRY = 4  # an entry of a menu set on one line

CLOSED = re.compile(r"[.!?…][»\"”’')\]\s]*$")
_COUNT = re.compile(r"\s*[(\[]\d+[)\]]\s*$")  # "Comments (3)"
_LEADS = re.compile(r":\s*$")
_TAGS = re.compile(r"(?:#[^\s#]+\s*)+")
_CLOCK = re.compile(r"\b\d{1,2}\s?[:hH]\s?(?:\d{2})?\b")
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
        return CLOSED.search(self.text) is not None

    @property
    def leads(self) -> bool:
        """Whether it announces what follows with a colon."""
        return _LEADS.search(self.text) is not None

    @property
    def bullet(self) -> bool:
        return _BULLET.match(self.text) is not None


def tidy(text: str) -> str:
    """One line without invisible characters, its spaces single and plain; letters composed (NFC)."""
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def read_lines(text: str, lexicon: Lexicon) -> list[Line]:
    """The lines of `text` that are not blank, each with its kind."""
    rows = unwrap(text.splitlines())
    lines = [
        Line(clean, row, kind_of(clean, raw, lexicon), count_words(clean))
        for row, raw in enumerate(rows)
        if (clean := lexicon.glued.sub("", tidy(raw)))
    ]
    return [_in_company(lines, at) for at in range(len(lines))]


def _in_company(lines: Sequence[Line], at: int) -> Line:
    """A long line that nothing closes is a paragraph only beside one that is closed; else it is a teaser."""
    line = lines[at]
    if line.kind is not Kind.PROSE or line.closed or line.leads:
        return line
    beside = [n for n in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]) if n.kind is Kind.PROSE]
    return line if any(n.closed or n.leads for n in beside) else replace(line, kind=Kind.SHORT)


def count_words(text: str) -> int:
    return len(re.findall(r"\w+(?:['’\-]\w+)*", text))


def kind_of(clean: str, raw: str, lexicon: Lexicon) -> Kind:
    """What one line is by itself; `raw` still has the gaps between the entries of a menu."""
    words = count_words(clean)
    if words <= BOILERPLATE and (known := _known(clean, words, lexicon)):
        return known
    if words <= CAPTION and (lexicon.caption.match(fold(clean)) or lexicon.picture.search(clean)):
        return Kind.CAPTION
    if (
        not words
        or _TAGS.fullmatch(clean)
        or _is_consent(clean, words, lexicon)
        or (words <= FURNITURE and _is_menu(raw))
    ):
        return Kind.FURNITURE
    if _is_stamp(clean, words, lexicon):
        return Kind.STAMP
    return Kind.PROSE if _is_prose(clean, words) else Kind.SHORT


def _is_stamp(clean: str, words: int, lexicon: Lexicon) -> bool:
    """A day with a time of the clock, or behind "published" or "updated"."""
    if words > FURNITURE or not any(c.isdigit() for c in clean):
        return False
    folded = fold(clean)
    if lexicon.published.match(folded) or lexicon.updated.match(folded):
        return words <= STAMP or lexicon.worded_day.search(folded) is not None
    return words <= STAMP and _CLOCK.search(clean) is not None and lexicon.worded_day.search(folded) is not None


def _known(clean: str, words: int, lexicon: Lexicon) -> Kind | None:
    folded, bare = fold(clean), fold(_COUNT.sub("", clean))
    tests = (
        (Kind.OVER, lexicon.over),
        (Kind.RELATED, lexicon.related),
        (Kind.ASIDE, lexicon.aside),
        (Kind.FURNITURE, lexicon.furniture),
    )
    found = next((kind for kind, patterns in tests if patterns.match(folded) or patterns.match(bare)), None)
    told = words > (SAID if CLOSED.search(clean) else FURNITURE)
    return None if found in (Kind.FURNITURE, Kind.RELATED) and told else found


def _is_consent(clean: str, words: int, lexicon: Lexicon) -> bool:
    """A notice on cookies and privacy: one of its words in a short line, two in a paragraph."""
    if words > CONSENT:
        return False
    folded = fold(clean)
    found = sum(folded.count(word) for word in lexicon.cookie)
    return found >= (1 if words <= FURNITURE else 2)


def _is_menu(raw: str) -> bool:
    parts = [part for part in _MENU_GAP.split(raw.strip()) if part.strip()]
    return len(parts) >= 3 and all(count_words(part) <= MENU_ENTRY for part in parts)


def _is_prose(clean: str, words: int) -> bool:
    if words < SENTENCE:
        return False
    lower = _lower_share(clean)
    if words >= LONG and lower >= 0.5:
        return True
    asks = clean.rstrip(' »"”').endswith(("?", ":"))
    ends = CLOSED.search(clean) is not None or _LEADS.search(clean) is not None
    return ends and lower >= 0.4 and words >= (ASKED if asks else SENTENCE)


def _lower_share(text: str) -> float:
    """Share of words that begin with a small letter: high in sentences, low in menus and lists of names."""
    heads = [word[0] for word in re.findall(r"[^\W\d_]+", text)]
    return sum(head.islower() for head in heads) / len(heads) if heads else 0.0


def unwrap(rows: Sequence[str]) -> list[str]:
    """Joins lines that were cut at a fixed width, when the page is set so; and a line that goes on in small letters."""
    width = max((len(row) for row in rows), default=0)
    cuts = [_is_cut(a, b, width) for a, b in pairwise(rows)]
    if not 40 <= width <= 130 or not _is_set_narrow(rows, cuts):
        cuts = [_goes_on(a, b) for a, b in pairwise(rows)]
    return _joined(rows, cuts)


def _is_set_narrow(rows: Sequence[str], cuts: Sequence[bool]) -> bool:
    cut_rows = [row for row, cut in zip(rows, cuts, strict=False) if cut]
    open_rows = [row for row in cut_rows if not CLOSED.search(row)]
    if len(open_rows) < max(4, 0.5 * len(cut_rows)):
        return False
    return sum(map(count_words, cut_rows)) >= 0.5 * sum(map(count_words, rows))


def _goes_on(row: str, following: str) -> bool:
    """A sentence left open whose next line begins in small letters: "…par le ministère des | affaires étrangères"."""
    return len(row) >= FULL and not CLOSED.search(row) and following[:1].islower() and _lower_share(following) >= 0.5


def _is_cut(row: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    head = following.split(maxsplit=1)[:1]
    return bool(row.strip() and head) and len(row) + 1 + len(head[0]) > width


def _joined(rows: Sequence[str], cuts: Sequence[bool]) -> list[str]:
    out: list[str] = []
    for row, after_cut in zip(rows, [False, *cuts], strict=False):
        if after_cut:
            out[-1] = f"{out[-1].rstrip()} {row.strip()}"
        else:
            out.append(row)
    return out
