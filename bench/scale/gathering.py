"""python -m bench.scale.gathering [REPORTS…] [--pairs N]: the pairs of a record worked out by one process, by two, and on opening.

Simulated pages (those of `bench.chronicle.cost`) in a record on disk; ways in turns over copies of it, each new. Seconds of
the clock, start of the processes included; and, where others use the machine too, seconds of processor: of the process that
hands out, and of both that work, so that two of them on processors of their own take the first and half the second. The
exports must be the same bytes.
"""

import argparse
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from bench.chronicle.cost import _pages

import detente
from detente.api import codebook
from detente.codebook import Codebook
from detente.scale import consolidating
from detente.scale.consolidating import Portion, work
from detente.store import Store

TIMES = "BENCH_TIMES"  # environment: a file with a line for each portion worked out


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("reports", type=int, nargs="*", default=[5_000, 20_000])
    ask.add_argument("--pairs", type=int, default=500)
    asked = ask.parse_args()
    names = ("reports", "on opening, s", "one process", "two", "opened after that", "processor: opening", "one process",
             "two: hands out", "the work of two", "exports")  # fmt: skip
    print(f"| {' | '.join(names)} |\n|{'---|' * len(names)}")
    with NamedTemporaryFile() as times:
        os.environ[TIMES] = times.name  # before the first process starts: those after it take its environment
        _rows(asked.reports, asked.pairs)


def _rows(sizes: Sequence[int], pairs: int) -> None:
    for n in sizes:
        with TemporaryDirectory() as folder:
            print(_row(n, pairs, Path(folder)), flush=True)


def _row(n: int, pairs: int, folder: Path) -> str:
    pages = list(_pages(n, pairs, codebook()))
    with Store(folder / "r.db") as store:
        for page in pages:
            store.adopt(page.document.page, [page], codebook().version)
    told = sum(len(page.reports) for page in pages)
    ways = {name: shutil.copy(folder / "r.db", folder / f"{name}.db") for name in ("opened", "one", "two")}
    opened, one, two, again = (
        _took(lambda: detente.open(ways["opened"])),
        _took(lambda: _worked_out(ways["one"], 1)),
        _took(lambda: _worked_out(ways["two"], 2)),
        _took(lambda: detente.open(ways["two"])),
    )
    exports = {hashlib.sha256(detente.open(w).export("jsonl").encode()).hexdigest() for w in ways.values()}
    same = "the same bytes" if len(exports) == 1 else "DIFFER"
    figures = (*(t[0] for t in (opened, one, two, again)), opened[1], one[1], two[1], two[2])
    return f"| {told} | {' | '.join(f'{f:.1f}' for f in figures)} | {same} |"


def _worked_out(record: Path, workers: int) -> None:
    consolidating.work = timed  # type: ignore[assignment]
    with Store(record) as store:
        consolidating.consolidate(store, workers)


def _took(step: Callable[[], object]) -> tuple[float, float, float]:
    """Seconds: of the clock, of this process, of those it started."""
    before = _now()
    step()
    return tuple(after - then for after, then in zip(_now(), before, strict=True))  # type: ignore[return-value]


def _now() -> tuple[float, float, float]:
    told = Path(os.environ[TIMES]).read_text().split() if TIMES in os.environ else ()
    return time.monotonic(), time.process_time(), sum(map(float, told))


def timed(portion: Portion, book: Codebook) -> object:
    """`work`, with a line on how long it took, for it is done in other processes."""
    before = time.process_time()
    found = work(portion, book)
    with Path(os.environ[TIMES]).open("a") as told:
        told.write(f"{time.process_time() - before}\n")
    return found


if __name__ == "__main__":
    main()
