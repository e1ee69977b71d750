"""Words without case or accents: what texts, names and places are compared by."""

import re
import unicodedata
from functools import lru_cache

NUMBER = re.compile(r"\d{1,3}(?:[\s,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")  # 10,000, 10 000, 2.5
GROUPED = re.compile(r"[\s,.](?=\d{3}(?!\d))")
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` in small letters without accents; "Élysée" and "elysee" are equal."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded, without punctuation."""
    return tuple(WORD.findall(fold(text)))


@lru_cache(maxsize=20_000)
def named(name: str) -> frozenset[str]:
    """The words of a name, in any order; kept, for names come back."""
    return frozenset(words(name))


def same_place(a: str, b: str) -> bool:
    """Whether one name can be the other, more closely said ("Bamako" / "Bamako, Mali")."""
    return named(a) <= named(b) or named(b) <= named(a)


def same_person(a: str, b: str) -> bool:
    """Whether one name holds all words of the other ("Diallo" / "Awa Diallo").

    A shared surname alone is not enough: whole delegations share one.
    """
    return bool(named(a) and named(b)) and same_place(a, b)


def figure(amount: str) -> tuple[float, str] | None:
    """Number and unit of "10000 USD"; None where there is no number."""
    number = NUMBER.search(amount)
    if number is None:
        return None
    plain = GROUPED.sub("", number.group()).replace(",", ".")
    return float(plain), " ".join(words(NUMBER.sub("", amount)))
