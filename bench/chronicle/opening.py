"""python -m bench.chronicle.opening [REPORTS…] [--pairs N]: seconds of processor to open a record on disk.

The first time, again, and once one page more was read; with what is kept beside it, and once that was thrown away.
"""

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.chronicle.cost import _pages

import detente
from detente.api import codebook
from detente.store import Store


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("reports", type=int, nargs="*", default=[1_000, 10_000])
    ask.add_argument("--pairs", type=int, default=500)
    asked = ask.parse_args()
    codebook()
    print(
        "| reports | MiB | beside it | first, s | again, s | a page more, s | anew, s |\n|---|---|---|---|---|---|---|"
    )
    for n in asked.reports:
        with TemporaryDirectory() as folder:
            print(_row(n, asked.pairs, Path(folder) / "r.db"), flush=True)


def _row(n: int, pairs: int, record: Path) -> str:
    *pages, last = _pages(n, pairs, codebook())
    beside = Path(f"{record}.gathered")
    with Store(record) as store:
        for page in pages:
            store.adopt(page.document.page, [page], "bench")
    first, again = _opened(record), _opened(record)
    with Store(record) as store:
        store.adopt(last.document.page, [last], "bench")
    more = _opened(record)
    sizes = [path.stat().st_size / 2**20 for path in (record, beside)]
    beside.unlink()
    figures = (*sizes, first, again, more, _opened(record))
    return f"| {len(pages)} | " + " | ".join(f"{x:.1f}" for x in figures) + " |"


def _opened(record: Path) -> float:
    start = time.process_time()
    detente.open(record)
    return time.process_time() - start


if __name__ == "__main__":
    main()
