"""Which documents reproduce another, and which drink from the same source.

Measured on reprints of press pages (Jaccard of 4-word shingles): a reprint with menus .98, light
editing .78, new dateline and cuts .71, half rewritten .35. A copy stands above the gap; a text half
rewritten is no copy, but no second source either: it shares whole runs of words with the first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from detente.chronicle.folding import fold, words
from detente.chronicle.groups import Groups
from detente.model import Document

SHINGLE = 4  # words
SAME_TEXT = 0.6  # Jaccard of shingles; the gap between .71 and .35 above
INSIDE = 0.8  # share of the shorter text's shingles that stand in the longer: a copy cut or framed
RUN = 12  # words; longer than the titles ministers carry, shorter than a sentence of a dispatch
SAME_ORIGIN = 0.3  # share of the shorter text's runs found in the other; our choice, to be measured
SHORTEST = 20  # words; below, only equal texts are copies
SAMPLED = 4  # one run in four is indexed, by its own hash, so that both texts keep the same ones
PERMUTATIONS, BANDS, SEED = 128, 32, 1


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A document seen as sets of hashes of its shingles and runs."""

    document: Document
    length: int
    shingles: frozenset[str]
    runs: frozenset[int]


def fingerprint(document: Document) -> Fingerprint:
    text = words(document.text)
    shingles = frozenset(" ".join(text[i : i + SHINGLE]) for i in range(len(text) - SHINGLE + 1))
    runs = frozenset(crc32(" ".join(text[i : i + RUN]).encode()) for i in range(len(text) - RUN + 1))
    return Fingerprint(document, len(text), shingles, runs)


def share(a: frozenset[str] | frozenset[int], b: frozenset[str] | frozenset[int]) -> float:
    """How much of the smaller set stands in the other, 0..1."""
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether the two are the same text, near to the word."""
    if min(a.length, b.length) < SHORTEST:
        return a.length > 0 and words(a.document.text) == words(b.document.text)
    both = len(a.shingles & b.shingles)
    alike = both / (len(a.shingles) + len(b.shingles) - both)
    return alike >= SAME_TEXT or share(a.shingles, b.shingles) >= INSIDE


def same_origin(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether long stretches of the shorter text stand in the other word for word."""
    return min(a.length, b.length) >= SHORTEST and share(a.runs, b.runs) >= SAME_ORIGIN


def candidates(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, smaller index first, sorted; the comparison itself is exact."""
    return iter(sorted(set(_alike(prints)) | set(_sharing(prints))))


def _alike(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, one in enumerate(prints):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        signature.update(sorted(one.shingles) or [" ".join(words(one.document.text))])
        yield from ((earlier, number) for earlier in index.query(signature))
        index.insert(number, signature)


def _sharing(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    where = defaultdict(list)
    for number, one in enumerate(prints):
        for run in one.runs:
            if run % SAMPLED == 0:
                where[run].append(number)
    for numbers in where.values():
        yield from combinations(numbers, 2)


def original(group: Iterable[Document]) -> Document:
    """The one the others reproduce: earliest published, else credited by another, else smallest id."""
    members = list(group)
    credits = {fold(name) for d in members for name in (d.agency, d.byline) if name}
    return min(members, key=lambda d: (d.published or date.max, fold(d.outlet or "") not in credits, d.id))


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who reproduces whom.

    copies: (document, the document it reproduces), sorted by document.
    origins: every document -> the first document of its origin; copies and texts that share long runs.
    """

    copies: tuple[tuple[str, str], ...]
    origins: Mapping[str, str]


def trace(documents: Iterable[Document]) -> Lineage:
    """The lineage of all `documents`; their order does not matter."""
    ordered = sorted(documents, key=lambda d: d.id)
    by_id = {d.id: d for d in ordered}
    prints = [fingerprint(d) for d in ordered]
    pairs = [(prints[i], prints[j]) for i, j in candidates(prints)]
    copied = [(a.document.id, b.document.id) for a, b in pairs if is_copy(a, b)]
    drawn = copied + [(a.document.id, b.document.id) for a, b in pairs if same_origin(a, b)]
    firsts = _firsts(by_id, copied)
    return Lineage(tuple((d, o) for d, o in firsts.items() if d != o), _firsts(by_id, drawn))


def _firsts(by_id: Mapping[str, Document], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    groups = Groups(by_id)
    for a, b in pairs:
        groups.join(a, b)
    heads = {}
    for group in groups:
        head = original(by_id[i] for i in group).id
        heads.update(dict.fromkeys(group, head))
    return dict(sorted(heads.items()))
