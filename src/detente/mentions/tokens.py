"""Words with their places, the same for pages and for codebook words, so that the two can meet."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# An elided article ("l'", "d'", "qu'") ends with its apostrophe; an English clitic ("'s", "n't") begins with it.
_WORD = re.compile(
    r"n['’]t\b|\w{0,6}qu['’](?=\w)|[^\W\d_]['’](?=\w)|aujourd['’]hui|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ve|ll|re|d)\b|\w+|[^\w\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """start inside, end outside; key: what two spellings of one word share (case, apostrophe)."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Every word and mark of `text`; offsets count from `offset`."""
    return tuple(
        Token(m.start() + offset, m.end() + offset, m.group(), key_of(m.group())) for m in _WORD.finditer(text)
    )


def keys(text: str) -> tuple[str, ...]:
    return tuple(key_of(m.group()) for m in _WORD.finditer(text))
