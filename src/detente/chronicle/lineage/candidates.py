"""Pairs of texts worth comparing, out of all pairs: never more than a few a text and shared key.

Texts that share a key (a band of their MinHash, a run of words, a quoted run) are sorted by their numbers and
linked to the first of them and to the three before; groups of five have all their pairs, a run that stands in
five thousand pages gives twenty thousand and not twelve million. Time is that of sorting: n log n.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from detente.chronicle.lineage.prints import STEP, Hashes, Numbers, Prints, all_grams

SHINGLE = 4  # words
PERMUTATIONS, BANDS, SEED = 128, 32, 1  # bands of four: .93 of pairs at Jaccard .53 are seen, .99 at .6
SAMPLED = np.uint64(4)  # one run in four is a key, by its own hash, so that all texts keep the same ones
FEW = 16384  # pairs whose keys are laid side by side at once; some 30 MB of numbers
BEFORE = 3  # neighbours linked within a group, besides its first

Pairs = NDArray[np.int64]  # shape (pairs, 2): the smaller number first, rows sorted and distinct
Signatures = NDArray[np.uint32]  # shape (texts, PERMUTATIONS)


def no_pairs() -> Pairs:
    return np.empty((0, 2), dtype=np.int64)


def either(parts: Sequence[Pairs]) -> Pairs:
    """All pairs that one of `parts` holds."""
    return _distinct(np.concatenate([no_pairs(), *parts]))


def common(keys: Hashes, owners: Numbers) -> tuple[Hashes, Numbers]:
    """The (key, owner) whose key is repeated, in the same order: most runs of words stand in one text only."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    repeated = np.zeros(len(keys), dtype=np.bool_)
    repeated[order[1:][same]] = repeated[order[:-1][same]] = True
    return keys[repeated], owners[repeated]


def linked(keys: Hashes, owners: Numbers) -> Pairs:
    """Pairs of texts that share a key, as the module says. owners: the text of each key, ascending; may repeat."""
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[fresh], owners[fresh]
    opens = np.ones(len(keys), dtype=np.bool_)
    opens[1:] = keys[1:] != keys[:-1]
    heads = np.maximum.accumulate(np.where(opens, np.arange(len(keys)), 0))
    parts = [_distinct(np.column_stack([owners[heads[~opens]], owners[~opens]]))]
    for back in range(1, BEFORE + 1):
        same = np.flatnonzero(keys[back:] == keys[:-back])
        parts.append(_distinct(np.column_stack([owners[same], owners[same + back]])))
    return either(parts)


def _distinct(pairs: Pairs) -> Pairs:
    packed = np.unique((pairs[:, 0] << 32) | pairs[:, 1])
    return np.column_stack([packed >> 32, packed & 0xFFFFFFFF])


def signatures(prints: Prints) -> Signatures:
    """The MinHash of every text's shingles; a row of ones in all bits where there are none."""
    rows = [_batch_signatures(batch) for _, batch in prints.batches()]
    return np.concatenate([np.empty((0, PERMUTATIONS), dtype=np.uint32), *rows])


def _batch_signatures(batch: Prints) -> Signatures:
    hashes, owners, _ = all_grams(batch, SHINGLE)
    bounds = np.searchsorted(owners, np.arange(len(batch) + 1)).astype(np.uint64)
    found = RMinHash.digest_matrix_from_flat_token_hashes(hashes, bounds, PERMUTATIONS, SEED)
    return np.array(found.to_rows(), dtype=np.uint32).reshape(len(batch), PERMUTATIONS)


def alike(rows: Signatures, numbers: Numbers) -> Pairs:
    """Pairs among the texts `numbers` whose signatures agree on a whole band."""
    width = PERMUTATIONS // BANDS
    parts = []
    for band in range(BANDS):
        keys = np.zeros(len(numbers), dtype=np.uint64)
        for column in range(band * width, (band + 1) * width):
            keys = keys * np.uint64(0x9E3779B97F4A7C15) + rows[numbers, column]
        parts.append(linked(keys, numbers))
    return either(parts)


def resemblance(rows: Signatures, pairs: Pairs) -> NDArray[np.float64]:
    """The Jaccard index of each pair as its signatures show it; off by .04 or less two times in three."""
    found = np.empty(len(pairs))
    for first in range(0, len(pairs), 65536):
        some = pairs[first : first + 65536]
        found[first : first + len(some)] = (rows[some[:, 0]] == rows[some[:, 1]]).mean(axis=1)
    return found


def shared(keys: Hashes, owners: Numbers, pairs: Pairs) -> Numbers:
    """How many distinct keys the two texts of each pair share. owners: as for `linked`."""
    order = np.lexsort((keys, owners))
    keys, owners = keys[order], owners[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[fresh], owners[fresh]
    bounds = np.searchsorted(owners, np.arange(pairs.max(initial=-1) + 2))
    parts = [_shared(keys, bounds, pairs[first : first + FEW]) for first in range(0, len(pairs), FEW)]
    return np.concatenate([np.empty(0, np.int64), *parts])


def _shared(keys: Hashes, bounds: Numbers, pairs: Pairs) -> Numbers:
    counts = np.diff(bounds)[pairs.ravel()]
    side = np.repeat(np.arange(len(counts)), counts)
    inside = np.arange(len(side)) - np.repeat(np.cumsum(counts) - counts, counts)
    tagged = keys[bounds[pairs.ravel()][side] + inside] ^ ((side >> 1).astype(np.uint64) * STEP)  # a pair's own keys
    order = np.argsort(tagged)
    tagged, side = tagged[order], side[order]
    return np.bincount(side[1:][tagged[1:] == tagged[:-1]] >> 1, minlength=len(pairs))


def sampled(prints: Prints, size: int) -> tuple[Hashes, Numbers]:
    """(hash, number of its text) of the sampled runs that are repeated."""
    kept = []
    for first, batch in prints.batches():
        hashes, owners, _ = all_grams(batch, size)
        few = hashes % SAMPLED == 0
        kept.append((hashes[few], owners[few] + first))
    keys = np.concatenate([np.empty(0, np.uint64), *(k for k, _ in kept)])
    return common(keys, np.concatenate([np.empty(0, np.int64), *(o for _, o in kept)]))
