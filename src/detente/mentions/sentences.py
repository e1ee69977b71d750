"""Where sentences begin and end: rules, because the parser's splits are wrong once in a dozen."""

import re
from collections.abc import Collection, Iterator

from detente.model import Document

_STOP = re.compile(r"[.!?…]+[»”\"’)\]]*(?=\s+(?:''|[«“\"‘(\[—–-])?\s*[^\W_a-zà-ÿ])|[.!?…]+\s*[»”\"]+(?=\s)", re.UNICODE)
LONGEST = 40  # characters that an abbreviation, and the words before it that part it from others, may have
_DATELINE = re.compile(  # in capitals, or with its agency or its day; what is parted by a colon may be who speaks
    r"""(?:(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,}[A-ZÀ-Þ](?:,\s[^:;()\n"“«]{1,40}?)?\.?\s*(?:\([^)\n]{1,40}\)|/[^/\n]{2,20}/)?
    |[A-ZÀ-Þ][^:;()\n"“«]{1,50}?\s(?:\([A-ZÀ-Þ][^)\n]{1,30}\)|/[A-ZÀ-Þ][^/\n]{1,20}/))
    \s*(?:\s-|--|[–—])
    |[(\[]?[A-ZÀ-Þ][\w'’-]*(?:[ ,/|.–—-]+\(?[A-ZÀ-Þ][\w'’-]*\)?){0,5}[\s,.|–—-]+(?:[a-zà-ÿ]+\.?,?\s){0,2}
    (?:\d{1,2}(?:[a-z]{2})?\s[^\W\d_]+\.?,?\s\d{4}|[^\W\d_]+\.?\s\d{1,2}(?:[a-z]{2})?,?\s\d{4}|\d{1,2}([./-])\d{1,2}\1\d{4})
    [)\]]?(?:\s?--|\s[-–—:|]|[:—|.]))\s(?=\s*[«“"'‘(]?\s*[^\W_a-zà-ÿ])""",
    re.UNICODE | re.VERBOSE,
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")


def sentences(document: Document, abbreviations: Collection[str]) -> Iterator[tuple[int, int, int]]:
    """(start, end, paragraph) of each sentence; a block ends one, an abbreviation or an initial does not."""
    spans = [(b.start, b.end) for b in document.blocks] or [(0, len(document.text))]
    known = {a.casefold() for a in abbreviations}
    for paragraph, (start, end) in enumerate(spans):
        for a, b in _split(document.text[start:end], known):
            yield start + a, start + b, paragraph


def _split(text: str, abbreviations: Collection[str]) -> Iterator[tuple[int, int]]:
    """A dateline ("HARARE (Reuters) -") is a sentence by itself: where a page was written does nothing in the one behind it."""
    placed = _DATELINE.match(text)
    begin = placed.end() if placed else 0
    yield from _trimmed(text, 0, begin)
    for stop in _STOP.finditer(text, begin):
        if _is_abbreviation(text[max(begin, stop.end() - LONGEST) : stop.end()], abbreviations):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, len(text))


def _is_abbreviation(piece: str, abbreviations: Collection[str]) -> bool:
    last = _LAST_WORD.search(piece) if piece.endswith(".") else None
    return last is not None and (last[1].casefold() in abbreviations or (len(last[1]) == 1 and last[1].isupper()))


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        yield begin, end
