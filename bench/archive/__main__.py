"""Makes archives and measures what reading them costs; see README.md."""

import argparse
import gc
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bench.archive.making import write

from detente.documents import Source, unpack
from detente.model import Refusal

MEGABYTE = 1_000_000
WAIT = 0.05  # seconds between two looks at a record that grows
Content = dict[str, frozenset[tuple[object, ...]]]


def make(path: str, size: int, seed: int) -> None:
    start = time.perf_counter()
    count = write(Path(path), size * MEGABYTE, seed)
    print(f"{path}: {os.path.getsize(path) / MEGABYTE:.0f} MB, {count} pages, made in {_since(start):.0f} s")


def unpacked(path: str) -> None:
    """What `unpack` alone takes: no page is read."""
    before, start = _own_peak(), time.perf_counter()
    counts: Counter[str] = Counter()
    source = Source(path, lambda: _opened(path), os.path.getsize(path))
    for found in unpack(source):
        counts[type(found).__name__] += 1
        if isinstance(found, Refusal):
            print(f"refused: {found.where}: {found.reason}: {found.detail}")
    seconds, size = _since(start), source.size / MEGABYTE
    print(f"{size:.0f} MB in {seconds:.1f} s: {size / seconds:.0f} MB/s, {counts['Page'] / seconds:.0f} pages/s")
    print(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    print(f"peak memory {_own_peak():.0f} MB, {before:.0f} MB before the archive was opened")


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def read(path: str, record: str) -> None:
    """What the whole of `detente read` takes, as a process of its own."""
    start = time.perf_counter()
    status = _started(path, record).wait()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pages = len(content(record)["pages"])
    print(f"exit {status}; {pages} pages in {_since(start):.0f} s; peak memory {peak:.0f} MB")


def resumed(pages: int, seed: int) -> bool:
    """Whether a reading that is interrupted again and again ends with the record of one that is not."""
    with tempfile.TemporaryDirectory() as folder:
        path, whole, broken = (os.path.join(folder, name) for name in ("crawl.warc.gz", "whole.db", "broken.db"))
        write(Path(path), 0, seed, pages, bare=True)
        _started(path, whole).wait()
        moments = [pages * part // 8 for part in range(1, 8)]
        for number, moment in enumerate(moments):
            _killed(path, broken, moment, signal.SIGKILL if number % 2 else signal.SIGINT)
        status = _started(path, broken).wait()
        expected, got = content(whole), content(broken)
        for table, rows in expected.items():
            lost, more = len(rows - got[table]), len(got[table] - rows)
            print(f"{table}: {len(rows)} without interruption; {lost} lost, {more} too many after {len(moments)}")
        for row in sorted(map(str, got["refusals"] ^ expected["refusals"]))[:3]:
            print(f"refused in one of the two: {row}")
        print(f"exit {status}; {'the same record' if expected == got else 'ANOTHER RECORD'}")
        return expected == got and status == 0


def _killed(path: str, record: str, moment: int, by: signal.Signals) -> None:
    """Starts a reading and ends it as soon as the record holds `moment` pages."""
    process = _started(path, record)
    while process.poll() is None and _count(record) < moment:
        time.sleep(WAIT)
    process.send_signal(by)
    print(f"{by.name} at {_count(record)} pages: exit {process.wait()}")


def _started(path: str, record: str) -> subprocess.Popen[bytes]:
    command = shutil.which("detente") or os.path.join(os.path.dirname(sys.executable), "detente")
    return subprocess.Popen([command, "read", path, "--record", record], stdout=subprocess.DEVNULL)


def _count(record: str) -> int:
    if not os.path.exists(record):
        return 0
    try:
        return len(_rows(record, "SELECT id FROM pages"))
    except sqlite3.OperationalError:  # not made yet, or locked for a moment
        return 0


def content(record: str) -> Content:
    """What a record says it has read; not when, nor in which order."""
    columns = {"pages": "id, size, media", "sightings": "page, uri", "refusals": "subject, reason, standing"}
    columns |= {"documents": "id, page, title, published, text"}
    return {table: frozenset(_rows(record, f"SELECT {names} FROM {table}")) for table, names in columns.items()}


def _rows(record: str, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _own_peak() -> float:
    gc.collect()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _since(start: float) -> float:
    return time.perf_counter() - start


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.archive")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_ in (("make", "write an archive"), ("unpack", "find its pages"), ("read", "read its pages")):
        command = commands.add_parser(name, help=help_)
        command.add_argument("path")
        if name == "make":
            command.add_argument("--size", type=int, default=1000, help="MB")
            command.add_argument("--seed", type=int, default=1)
        if name == "read":
            command.add_argument("--record", required=True)
    resume = commands.add_parser("resume", help="interrupt a reading seven times")
    resume.add_argument("--pages", type=int, default=80)
    resume.add_argument("--seed", type=int, default=1)
    match vars(parser.parse_args(arguments)):
        case {"command": "make", "path": path, "size": size, "seed": seed}:
            make(path, size, seed)
        case {"command": "unpack", "path": path}:
            unpacked(path)
        case {"command": "read", "path": path, "record": record}:
            read(path, record)
        case {"command": "resume", "pages": pages, "seed": seed}:
            return 0 if resumed(pages, seed) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
