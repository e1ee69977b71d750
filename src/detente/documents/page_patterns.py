"""The codebook's page words as expressions, and the fold that both they and the lines of a page go through."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse

_OUTER = ' \t-–—•·|*.…:;,!?<>«»"“”‹›→←▶►■▪_=+&'
_LINE = 1000  # code points; longer texts are not kept in memory
# What accents become, and where Unicode has more such signs; faster than to ask of every letter.
_COMBINING, _OTHERS = re.compile("[\u0300-\u036f]"), re.compile("[\u0483-\u1fff\u20d0-\U0010ffff]")
_COLON = re.compile(r"\s*:(?=\s|$)\s*")
_NAME = r"([^.|!?,;:]{2,50}?)"  # of an outlet, to be looked at
_NUMBER = r"\d[\d.,  ]*[km]?"


def fold(text: str) -> str:
    """`text` without case, accents, outer punctuation; straight apostrophes, single spaces, `a: b`."""
    return _kept_fold(text) if len(text) <= _LINE else _fold(text)


def _fold(text: str) -> str:
    plain = text if text.isascii() else _without_accents(unicodedata.normalize("NFKD", text).replace("’", "'"))
    spaced = " ".join(plain.lower().split())
    if ":" in spaced:
        spaced = _COLON.sub(": ", spaced)
    return spaced.strip(_OUTER)


def _without_accents(text: str) -> str:
    bare = _COMBINING.sub("", text)
    return "".join(filterfalse(unicodedata.combining, bare)) if _OTHERS.search(bare) else bare


_kept_fold = lru_cache(maxsize=1 << 14)(_fold)  # a line is folded a dozen times


@dataclass(frozen=True, slots=True)
class Patterns:
    """Whole-line patterns: those without wildcard in a set, the others in one expression."""

    whole: frozenset[str]
    open: re.Pattern[str]

    def match(self, folded: str) -> bool:
        return folded in self.whole or self.open.fullmatch(folded) is not None


def patterns(lines: Iterable[str]) -> Patterns:
    """Compiles the codebook's patterns: `*` any text, `#` a number."""
    folded = [_fold_pattern(line) for line in lines]
    wild = [_expression(line) for line in folded if "*" in line or "#" in line]
    whole = frozenset(line for line in folded if "*" not in line and "#" not in line)
    return Patterns(whole, re.compile("|".join(wild) or "(?!)", re.DOTALL))


def _fold_pattern(line: str) -> str:
    """`fold`, with the wildcards kept where they stand."""
    inner = fold("x" + line.replace("*", "xqx") + "x")[1:-1]
    return inner.replace("xqx", "*").strip(" ")


def _expression(pattern: str) -> str:
    return re.escape(pattern).replace(r"\*", ".*").replace(r"\#", _NUMBER).replace("#", _NUMBER)


def alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or "(?!)"


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Any of `words`, as whole words, in folded text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(map(fold, words))})(?!\w)")


def opener(words: Iterable[str]) -> re.Pattern[str]:
    """A line that one of `words` opens, as displayed; the rest is group 1."""
    return re.compile(rf"[\s\-–—•*|(]*(?:{alternatives(words)})(?:\s*[:|]\s*|\s+)(?=\S)(.+)", re.IGNORECASE)


def joint(connectors: Iterable[str], behalf: Iterable[str], places: Iterable[str]) -> re.Pattern[str]:
    """What parts the names, places and houses of a signature; the groups tell which sort of word it is."""
    return re.compile(
        rf"\s+(?P<with>{alternatives(connectors)})\s+|\s+(?P<behalf>{alternatives(behalf)})\s+"
        rf"|\s+(?P<place>{alternatives(places)})\s+|\s*(?P<list>[,&])\s*|\s*(?P<stop>;)\s*"
        rf"|\s*(?P<bar>[/|•·()])\s*|\s+(?P<dash>[-–—])\s+"
    )


def bracketed(connectors: Iterable[str], places: Iterable[str]) -> re.Pattern[str]:
    """Brackets that a joint makes needless: `(in Lomé)`, `(with AFP)`, `Awa Keita (Lomé) and`."""
    words = alternatives([*connectors, *places])
    return re.compile(rf"\((?=(?:{words})\s)|\)(?=\s+(?:{words})\s)", re.IGNORECASE)


def opening(by: Iterable[str]) -> re.Pattern[str]:
    """One of `by` inside a line, before a capital: `12 April 2029, by Grace Phiri`."""
    words = "|".join(f"{re.escape(w[0])}{re.escape(w[1:])}" for w in sorted(by, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[\s,|(•·]))(?i:{words})\s*:?\s+(?=[^\W\d_a-z])")


def naming(patterns: Iterable[str]) -> re.Pattern[str]:
    """A line in which an outlet names itself at `@`, as displayed, its apostrophes straight; the name is the last group.

    What begins with the name begins the line.
    """
    escaped = (re.escape(p).replace(r"\*", ".*").replace("\\ ", " ").replace("@", _NAME, 1) for p in patterns)
    each = (rf"^{words}" if words.startswith(_NAME) else rf"(?<!\w){words}" for words in escaped)
    return re.compile(rf"(?:{'|'.join(each)})\W*$", re.IGNORECASE)


def glued(over: Iterable[str]) -> re.Pattern[str]:
    """An end marker stuck to the last sentence ("…fin.Commentaires"), as copying a page sometimes leaves it."""
    plain = [word for word in over if "*" not in word and "#" not in word]
    return re.compile(rf"(?<=[.!?…»”])\s?(?:{alternatives(plain)})\s*$", re.IGNORECASE)


def worded_day(months: Iterable[str], weekdays: Iterable[str]) -> re.Pattern[str]:
    """A day with its month in words, in folded text: `mar. 9 dec. 2025`, `december 9th, 2025`; the year may lack."""
    month, weekday = alternatives(months), alternatives(weekdays)
    return re.compile(
        rf"(?<!\w)(?:(?P<weekday>{weekday})\.?,?\s+)?"
        rf"(?:(?P<d1>\d{{1,2}})(?:[a-z]{{2}})?[\s\-]+(?P<m1>{month})(?!\w)\.?"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:[a-z]{{2}})?(?![\d:h]))"
        rf"(?:,?[\s\-]+(?P<year>(?:19|20)\d\d)(?!\d))?"
    )


def picture(agencies: str) -> re.Pattern[str]:
    """A credit at the end of a caption, as displayed: `Awa Keita / AFP`, `(Reuters)` alone is none."""
    return re.compile(rf"[^\W\d_]\s?/\s?(?:{agencies})\W*$")


def credited(agencies: str) -> re.Pattern[str]:
    """An agency in brackets behind a label that no full stop closes: `The minister in Accra on Tuesday (Reuters)`."""
    return re.compile(rf"[^\W\d_] \((?:{agencies})\)\s*$")
