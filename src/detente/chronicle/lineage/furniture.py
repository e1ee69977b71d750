"""Words that an outlet prints on page after page: who it is, how to subscribe, what the crisis is about.

They say nothing of where a text comes from. Dispatches that one outlet prints several times, longer every time,
are repeated too: what tells them from furniture is that the rest of their pages is repeated as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from detente.chronicle.lineage.prints import Flags, Hashes, Numbers, Prints, all_grams

RUN = 12  # words; a repeated run that long is no accident of language
REPEATED = 3  # pages of one outlet; two may be an article and its correction
# Pages' worth of different text around a repeated run, of which it is furniture: a notice that fills half of
# three pages has two; three versions of one dispatch, a fifth of each new, have 1.4.
VARIED = 2.0


LASTING = 30  # days; of pages whose outlet nobody knows: a dispatch is printed within days, a notice for months
SHELF = 8192  # pages looked at together; an outlet that has more repeats itself in every part


def furniture(prints: Prints, outlets: Sequence[str | None], pages: Sequence[str], days: Numbers) -> Flags:
    """Along `prints.words`, what is furniture.

    outlets: of each text, None where nobody knows. pages: of each text, what all its versions have in common; they
    count once. days: of each text, counted from year 1, below 0 where unknown.
    """
    flags = np.zeros(len(prints.words), dtype=np.bool_)
    for outlet, numbers in _shelves(outlets, pages):
        known = {page: at for at, page in enumerate(dict.fromkeys(pages[n] for n in numbers))}
        if len(known) >= REPEATED:
            page_of = np.array([known[pages[n]] for n in numbers])
            for begins in _repeated(prints, np.array(numbers), page_of, days, outlet is None):
                flags[begins] = True
    return flags


def _shelves(outlets: Sequence[str | None], pages: Sequence[str]) -> Iterator[tuple[str | None, list[int]]]:
    """(outlet, its texts); a large outlet in parts, by a hash of the page, so that versions stay together."""
    shelves = defaultdict(list)
    for number, outlet in enumerate(outlets):
        shelves[outlet].append(number)
    for outlet, numbers in shelves.items():
        parts = defaultdict(list)
        for number in numbers:
            parts[crc32(pages[number].encode("utf-8", "replace")) % (len(numbers) // SHELF + 1)].append(number)
        yield from ((outlet, part) for part in parts.values())


def _repeated(prints: Prints, numbers: Numbers, page_of: Numbers, days: Numbers, unnamed: bool) -> Iterator[Numbers]:
    """Places in `prints.words` of what the texts `numbers` repeat. page_of: the page, 0.., of each."""
    shelf = prints.some(numbers)
    hashes, owners, places = all_grams(shelf, RUN)
    which, first = _once(hashes, page_of[owners])
    pages = np.bincount(which[first])
    often = pages >= REPEATED
    if not often.any():
        return
    on = page_of[owners[first]]
    own = _own_share(pages[which[first]] > 1, on, len(shelf))
    around = np.bincount(which[first], weights=own[on]) / pages
    standing = often & ((1 - around) + pages * around >= VARIED)
    if unnamed:
        standing &= _lasting(which, days[numbers][owners], len(pages))
    shift = prints.starts[numbers] - shelf.starts[:-1]
    begins = (places + shift[owners])[standing[which]]
    yield from (begins + offset for offset in range(RUN))


def _lasting(which: Numbers, days: Numbers, count: int) -> Flags:
    """Whether the dated pages that hold a run are LASTING days apart or more."""
    dated = days >= 0
    first, last = np.full(count, np.iinfo(np.int64).max), np.full(count, -1)
    np.minimum.at(first, which[dated], days[dated])
    np.maximum.at(last, which[dated], days[dated])
    found: Flags = last >= np.minimum(first, np.iinfo(np.int64).max - LASTING) + LASTING
    return found


def _once(hashes: Hashes, pages: Numbers) -> tuple[Numbers, Numbers]:
    """(which of the distinct hashes each run is, the first place of each run on each page)."""
    values, which = np.unique(hashes, return_inverse=True)
    _, first = np.unique(pages * max(len(values), 1) + which, return_index=True)
    return which, first


def _own_share(repeated: Flags, pages: Numbers, most: int) -> NDArray[np.float64]:
    """Of each page, the share of its runs that stand on no other page of its outlet, 0..1.

    Two pages are enough: of three prints of one dispatch, the third cut and edited, two have nothing of their own.
    """
    every = np.maximum(np.bincount(pages, minlength=most), 1)
    return 1 - np.bincount(pages, weights=repeated, minlength=most) / every
