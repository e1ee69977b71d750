"""When a coded row and a row of ours tell the same: words shared, sides, days to the coarser of the two."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any

from detente.model.evaluation import Row

_WORD = re.compile(r"\w+")
_DOUBTS = str.maketrans("", "", "~?%")  # EDTF's marks of approximate and uncertain
BOTH_WAYS = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})  # who is named first is of no weight: CODING


@lru_cache(maxsize=65536)
def fold(text: str | None) -> str:
    """Without accents, case, and differences of blanks and apostrophes."""
    apart = unicodedata.normalize("NFKD", text or "").replace("’", "'")
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split()).lower()


@lru_cache(maxsize=65536)
def words(text: str | None) -> tuple[str, ...]:
    """The words of a text, folded, in their order."""
    return tuple(_WORD.findall(fold(text)))


def shared(a: str | None, b: str | None) -> float:
    """How much of the shorter text's words stand in the other, 0 to 1."""
    one, other = Counter(words(a)), Counter(words(b))
    least = min(one.total(), other.total())
    return (one & other).total() / least if least else 0.0


def same_day(want: str | None, got: str | None) -> bool:
    """Whether two EDTF values are one, their marks of doubt aside; where nothing is wanted anything will do."""
    return want is None or (bool(got) and want.translate(_DOUBTS) == (got or "").translate(_DOUBTS))


def near_day(want: str | None, got: str | None) -> bool:
    """The same to the coarser of the two: 2025-10 and 2025-10-14; of an interval, how it begins."""
    if same_day(want, got) or not want or not got:
        return same_day(want, got)
    a, b = (one.translate(_DOUBTS).partition("/")[0] for one in (want, got))
    length = min(len(a), len(b))
    return length >= 4 and a[:length] == b[:length]


def codes(value: Any) -> frozenset[str]:
    """Sides as a set, whether given as one code or as a list."""
    return frozenset(one.upper() for one in ([value] if isinstance(value, str) else value or ()))


def types_of(event: Row) -> tuple[str, ...]:
    """The type of a coded event and what else its coders would accept ("AGREE|CONCEDE", `type_alt`)."""
    other = event.get("type_alt") or ()
    return (*event["type"].split("|"), *([other] if isinstance(other, str) else other))


def same_parties(event: Row, report: Row) -> bool:
    """All coded parties are named; of three and more, two."""
    want = codes(event.get("actors")) | codes(event.get("recipients"))
    both = want & (codes(report.get("actors")) | codes(report.get("recipients")))
    return bool(both) and (both == want or (len(want) > 2 and len(both) >= 2))


def same_way(event: Row, report: Row) -> bool:
    """Who does it to whom; of acts that go both ways, or have no recipient, no order is asked."""
    actors, recipients = codes(event.get("actors")), codes(event.get("recipients"))
    if report["type"] in BOTH_WAYS or not recipients:
        return True
    return bool(actors & codes(report.get("actors"))) and bool(recipients & codes(report.get("recipients")))
