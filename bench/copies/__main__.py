"""Prints the tables of README.md, measured now."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log2
from multiprocessing import get_context

from bench.copies.scores import measured


def main(sizes: Sequence[int]) -> None:
    """Every size in a process of its own, so that its peak of memory is its own."""
    first: float | None = None
    _row("pages", "copies P", "R", "F1", "origins P", "R", "F1", "seconds", "per n log n", "memory", "of it, the pages")
    _row(*["---"] * 11)
    for size in sizes:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            found, seconds, held, peak, kinds = pool.submit(measured, size).result()
        cost = seconds / (size * log2(size))
        first = first or cost
        cells = [f"{value:.3f}" for row in found for value in row]
        _row(f"{size:,}", *cells, f"{seconds:.1f}", f"{cost / first:.2f}", f"{peak:,.0f} MB", f"{held:,.0f} MB")
        print(f"  {kinds}", file=sys.stderr)


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    if not sys.argv[1:] or not all(size.isdigit() for size in sys.argv[1:]):
        sys.exit("usage: python -m bench.copies PAGES…    for instance 2000 20000 200000")
    main([int(size) for size in sys.argv[1:]])
