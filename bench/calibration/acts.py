"""Which acts of the codebook are oftener right than others: counted, kept as data."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from bench.calibration.pages import Rated

DOUBT = 4  # reports as right as all are taken to have been seen besides, so that an act met once says little


def weighed(rows: Sequence[Rated]) -> list[Rated]:
    """The rows with `act`, of each story as the rows of all the others have it."""
    without = {s: counted([r for r in rows if r.story != s]) for s in {r.story for r in rows}}
    return [replace(r, known={**r.known, "act": without[r.story].get(r.act, 0.0)}) for r in rows]


def counted(rows: Sequence[Rated]) -> Mapping[str, float]:
    """Act -> log-odds that a report of it is right, less those of any report."""
    of, right = Counter(r.act for r in rows), Counter(r.act for r in rows if r.right)
    every = right.total() / of.total()
    shares = {act: (right[act] + DOUBT * every) / (n + DOUBT) for act, n in sorted(of.items())}
    return {act: round(_odds(share) - _odds(every), 3) for act, share in shares.items()}


def _odds(share: float) -> float:
    return log(share / (1 - share))
