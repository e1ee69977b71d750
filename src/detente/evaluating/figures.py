"""Figures out of units, and their intervals: units are drawn anew a thousand times (Efron's percentile bootstrap)."""

from collections.abc import Callable, Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from detente.model.evaluation import Figure

REPEATS = 1000
_CELLS = 4_000_000  # of a table of draws held at once: 32 MB
Unit = tuple[float, ...]
Totals = NDArray[np.float64]  # one row a draw, one column a number of the unit


def share(totals: Totals) -> Totals:
    """Of units (right, of)."""
    return _over(totals[:, 0], totals[:, 1])


def f1(totals: Totals) -> Totals:
    """Of units (hits, ours, gold)."""
    return _over(2 * totals[:, 0], totals[:, 1] + totals[:, 2])


def precision(totals: Totals) -> Totals:
    """Of the same units."""
    return _over(totals[:, 0], totals[:, 1])


def recall(totals: Totals) -> Totals:
    """Of the same units."""
    return _over(totals[:, 0], totals[:, 2])


def harmonic(totals: Totals) -> Totals:
    """Of units (precision, recall): the F1 of their sums, as B-cubed takes it of its mentions."""
    return _over(2 * totals[:, 0] * totals[:, 1], (totals[:, 0] + totals[:, 1]) * np.maximum(totals[:, 2], 1))


def figure(name: str, units: Iterable[Unit], of: Callable[[Totals], Totals], repeats: int = REPEATS) -> Figure:
    """One figure. The draws hang on the name and the number of units alone: the same units, the same interval."""
    table = np.array(list(units), dtype=np.float64)
    if table.size == 0:
        return Figure(name, 0.0, None, None, 0)
    value = float(of(table.sum(axis=0, keepdims=True))[0])
    if len(table) < 2:
        return Figure(name, value, None, None, len(table))
    low, high = np.percentile(_drawn(table, of, repeats, crc32(name.encode())), [2.5, 97.5])
    return Figure(name, value, float(low), float(high), len(table))


def _drawn(table: Totals, of: Callable[[Totals], Totals], repeats: int, seed: int) -> Totals:
    random = np.random.default_rng(seed)
    size, even = len(table), np.full(len(table), 1 / len(table))
    step = max(1, min(repeats, _CELLS // size))
    parts = [min(step, repeats - done) for done in range(0, repeats, step)]
    return np.concatenate([of(random.multinomial(size, even, size=n) @ table) for n in parts])


def _over(top: Totals, bottom: Totals) -> Totals:
    return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
