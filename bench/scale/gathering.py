"""python -m bench.scale.gathering [REPORTS…] [--pairs N]: the pairs of a record worked out by one process, by two, and on opening.

Simulated pages (those of `bench.chronicle.cost`) in a record on disk; ways in turns over copies of it, each new. Seconds of
the clock, start of the processes included; the exports must be the same bytes.
"""

import argparse
import hashlib
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.chronicle.cost import _pages

import detente
from detente.api import codebook
from detente.scale.consolidating import consolidate
from detente.store import Store


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("reports", type=int, nargs="*", default=[5_000, 20_000])
    ask.add_argument("--pairs", type=int, default=500)
    asked = ask.parse_args()
    print("| reports | on opening | one process | two | opened after that | two beside one | exports |\n|" + "---|" * 7)
    for n in asked.reports:
        with TemporaryDirectory() as folder:
            print(_row(n, asked.pairs, Path(folder)), flush=True)


def _row(n: int, pairs: int, folder: Path) -> str:
    pages = list(_pages(n, pairs, codebook()))
    with Store(folder / "r.db") as store:
        for page in pages:
            store.adopt(page.document.page, [page], codebook().version)
    told = sum(len(page.reports) for page in pages)
    ways = {name: shutil.copy(folder / "r.db", folder / f"{name}.db") for name in ("opened", "one", "two")}
    opened = _took(lambda: detente.open(ways["opened"]))
    one, two = (_took(lambda w=w, k=k: _worked_out(ways[w], k)) for w, k in (("one", 1), ("two", 2)))  # type: ignore[misc]
    again = _took(lambda: detente.open(ways["two"]))
    exports = {hashlib.sha256(detente.open(w).export("jsonl").encode()).hexdigest() for w in ways.values()}
    same = "the same bytes" if len(exports) == 1 else "DIFFER"
    return f"| {told} | {opened:.1f} | {one:.1f} | {two:.1f} | {again:.1f} | {one / two:.2f} | {same} |"


def _worked_out(record: Path, workers: int) -> None:
    with Store(record) as store:
        consolidate(store, workers)


def _took(step: Callable[[], object]) -> float:
    began = time.monotonic()
    step()
    return time.monotonic() - began


if __name__ == "__main__":
    main()
