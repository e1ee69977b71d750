"""How a word of a language file is looked for in a text: its spellings, its key, what it stands for."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from detente.codebook.times import Table

TOKEN = re.compile(r"[^\W_]+|\(")
SPACE = r"(?:[^\S\n]+\n?(?!\s*\n)|\n(?!\s*\n)|(?<=['’ʼ]))"
DIGITS = "0"  # the key of every word that starts with a digit
APOSTROPHES = "['’ʼ]"
_HYPHENS = "[-‐‑–]"
_LOOSE = {" ": SPACE, "'": APOSTROPHES, "-": _HYPHENS}
_ACCENTED, _PLAIN = "àâäçèéêëîïôöùûüáíóúñ", "aaaceeeeiioouuuaioun"  # capitals and hasty pages leave accents out
_UNACCENTED = str.maketrans(_ACCENTED, _PLAIN)
_SHORT = 3  # letters up to which an accent parts two words: "à" and "a", "dès" and "des"


def key_of(word: str) -> str:
    """What a word is looked up by: lower case without accents, or DIGITS."""
    if word[0].isdigit():
        return DIGITS
    small = word.lower()
    return small if small.isascii() else small.translate(_UNACCENTED)


@lru_cache(maxsize=1 << 13)
def keys_of(text: str) -> tuple[str, ...]:
    """The keys of the words of a text."""
    return tuple(map(key_of, TOKEN.findall(text)))


def first_key(word: str) -> str:
    """The key of a word's first run of letters, or of digits. Raises ValueError for a word without any."""
    found = TOKEN.search(word)
    if not found:
        raise ValueError(f"{word!r} has neither letter nor digit to begin with")
    return key_of(found.group())


def any_of(words: Iterable[str]) -> str:
    """One of these words, the longest first."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    small = "|".join(spelled(w) for w in longest if w == w.lower())
    return "(?:" + "|".join([*(pattern_of(w) for w in longest if w != w.lower()), f"(?i:{small or '(?!)'})"]) + ")"


@lru_cache(maxsize=1 << 13)
def pattern_of(text: str) -> str:
    """A word as written: any case, but a capital only as a capital; any apostrophe, hyphen, white space."""
    written = spelled(text)
    return f"(?i:{written})" if text == text.lower() else f"(?:{written}|{spelled(text.upper())})"


def spelled(text: str) -> str:
    return "".join(_LOOSE.get(c) or _letter(c, len(text) > _SHORT) for c in text)


def _letter(letter: str, loose: bool) -> str:
    plain = letter.lower().translate(_UNACCENTED)
    if not loose or plain == letter.lower():
        return re.escape(letter)
    return f"[{letter}{plain if letter.islower() else plain.upper()}]"


def fold(text: str) -> str:
    """A word as its table is looked up: lower case, no accent, plain apostrophe, hyphen and space."""
    text = re.sub(APOSTROPHES, "'", re.sub(_HYPHENS, "-", text.lower().translate(_UNACCENTED)))
    return " ".join(text.split())


def sum_after(counted: Iterable[str]) -> str:
    """What makes the number before it a sum: a counted noun, perhaps after a second number ("à 2500 réfugiés")."""
    more = r"(?:[^\S\n]\w{1,3}[^\S\n]\d+(?:[.,]\d+)*)?"
    return rf"{more}(?:{SPACE}{any_of(counted)}(?!\w)|\s?[%€$£°])"


def reader(table: Table) -> Callable[[str], int | str]:
    """What a slot's text stands for: the value of its table, or the number it begins with."""
    values = {fold(word): value for word, value in table.items()}

    def value(text: str) -> int | str:
        known = values.get(fold(text))
        return known if known is not None else int(re.sub(r"^\D+|(?<=\d)\D.*", "", text))

    return value
