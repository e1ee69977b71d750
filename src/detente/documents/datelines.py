"""Datelines: the place, the day and the agency with which a dispatch begins, `LOMÉ, 7 April 2029 (AGENCY) – …`."""

import re
from collections.abc import Iterable
from itertools import islice

from detente.documents.days import DIGITS
from detente.documents.lexicon import Lexicon, fold

REACH = 90  # characters in which a dateline with its day ends; what is longer says more than where and when
HEADS = 3  # blocks among which it stands: a standfirst may be over it
PLACE = 5  # words of "Rio Branco, State of Acre" at most
_SMALL = 3  # letters of a word between place and day that need no capital: "Lomé, le 7 avril"
_AGENCY = re.compile(r"^[^\W\d_a-z](?:[^().]|(?<=[^\W\d_])\.(?=,? [\dA-Z(]|[A-Z]\b)){1,60}\(([^()]{2,40})\)\s*[-–—:.]")
_END = re.compile(r"(?:\s?--|\s[-–—:|]|[:.—|]|[)\]/]\s?[-–—:]?)\s+(?=[«“\"'‘(]?\s*[^\W_a-zà-ÿ])")
_WORD = re.compile(r"[^\W\d_](?:[\w'’]|[-.](?=\w))*")
_BEHIND = re.compile(r"[\W\dh]*(?:[(\[/][^()\[\]/]{2,40}[)\]/])?[\W\dh]*")  # a time of the clock, an agency


def dateline_of(texts: Iterable[str], lexicon: Lexicon) -> str:
    """The dateline of a text, whose blocks are `texts`; "" if there is none."""
    return next((head for text in islice(texts, HEADS) if (head := dateline(text, lexicon))), "")


def dateline(first: str, lexicon: Lexicon) -> str:
    """The dateline at the head of a text, up to the agency in brackets, or with the place and the day; "" if there is none."""
    match = _AGENCY.match(first)
    return match[0] if match else _dated(first, lexicon)


def dateline_agency(first: str, lexicon: Lexicon) -> str | None:
    """The agency of `CITY, 7 April (AGENCY) - …` at the head of a text."""
    match = _AGENCY.match(first)
    known = lexicon.publishers.get(fold(match[1])) if match else None
    return known.name if known and known.agency else None


def _dated(first: str, lexicon: Lexicon) -> str:
    """`Lomé, 7 April 2029. …`: a place in capital letters, a day, and a mark that ends them; nothing else."""
    marks = (mark for mark in _END.finditer(first[: REACH + 2]) if any(map(str.isdigit, first[: mark.start()])))
    end = next((mark.end() for mark in marks), 0)
    head = first[:end]
    folded = fold(head)
    day = (lexicon.worded_day.search(folded) or DIGITS.search(folded)) if head else None
    if not day or not _BEHIND.fullmatch(folded, day.end()):
        return ""
    return head if _is_place(_WORD.findall(head)[: len(_WORD.findall(folded[: day.start()]))]) else ""


def _is_place(words: list[str]) -> bool:
    """Words with capitals; the last before the day may be a small one."""
    named = words[:-1] if words and words[-1].islower() and len(words[-1]) <= _SMALL else words
    return 0 < len(named) <= PLACE and all(word[:1].isupper() for word in named)
