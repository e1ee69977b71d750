"""Words with their places, the same for pages and for codebook words, so that the two can meet."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# An elided article ("l'", "d'", "qu'") ends with its apostrophe; an English clitic ("'s", "n't") begins with it.
_WORD = re.compile(
    r"n['’]t\b|\w{0,6}qu['’](?=\w)|[^\W\d_]['’](?=\w)|aujourd['’]hui|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ve|ll|re|d)\b|\w+|[^\w\s]",
    re.IGNORECASE,
)


_SPELLED = str.maketrans("’İ", "'I")  # one letter in lower case too: "TİKA" is "Tika"


class Token(NamedTuple):
    """start inside, end outside; key: what two spellings of one word share (case, apostrophe)."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SPELLED).casefold()


_new = tuple.__new__  # what Token(…) comes to, at half the price; pages have hundreds of them


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Every word and mark of `text`; offsets count from `offset`."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        found.append(_new(Token, (start + offset, end + offset, word, key_of(word))))
    return tuple(found)


def words_of(text: str) -> list[str]:
    """The words and marks of `text`, as written."""
    return _WORD.findall(text)


def folded(text: str) -> str:
    """A text place by place as its keys are, so that a place in the one is the same in the other. Letters of `text`: composed.

    A letter that stands for two ("ß") is left as it is.
    """
    straight = text.translate(_SPELLED)
    low = straight.casefold()
    return low if len(low) == len(text) else "".join(f if len(f := c.casefold()) == 1 else c for c in straight)


def keys(text: str) -> tuple[str, ...]:
    return tuple(key_of(m.group()) for m in _WORD.finditer(text))
