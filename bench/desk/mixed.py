"""How many requests a second the desk answers, mixed, over many connections, while `detente read` writes to its record.

    python -m bench.desk.mixed --events 2000 --per-event 5 --connections 64 --seconds 20 --pages FOLDER

A record is made up on disk; `detente serve` is a process of its own, so is wrk (Debian's), so is the writer, which reads the
pages of FOLDER, each copy with a line of its own, as long as it lasts. Rows: the same few hundred addresses at random;
half of them asked with the tag that the browser has (304 where nothing changed); addresses that nobody asked for before.
*made*: the share of answers that the desk had to make, as it counts itself.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from itertools import cycle, groupby
from pathlib import Path
from urllib.parse import quote

import httpx
from bench.desk.made_up import WORDS, made_up

import detente
from detente.api import codebook
from detente.model import Page, Reading, Record
from detente.store import Store

SCRIPT = Path(__file__).with_name("mixed.lua")
COLUMNS = (
    "addresses", "writer", "requests a second", "a second of the desk's processor", "200", "304", "errors", "made",
    "moments", "MB a second", "median ms", "99 % ms", "longest ms",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"
COUNTED = """
import sys, time, uvicorn
from collections import Counter
from starlette.responses import JSONResponse
from detente.desk import answers
from detente.desk.app import make
from detente.desk.records import Records
from detente.desk.serving import brisk, listening
from detente.intake import steady
brisk()
counts, plain = Counter(), answers.Kept.put
def put(kept, key, answer):
    counts["made"] += 1
    counts["moments"] += not hasattr(kept, "met")
    kept.met = True
    plain(kept, key, answer)
answers.Kept.put = put
app = make(Records(sys.argv[1], settled=steady))
async def counted(scope, receive, send):
    if scope["type"] == "http" and scope["path"] == "/counts":
        return await JSONResponse({**counts, "worked": time.process_time()})(scope, receive, send)
    await app(scope, receive, send)
with listening("127.0.0.1", 0) as found:
    print("at", found.getsockname()[1], flush=True)
    config = uvicorn.Config(counted, log_level="error", access_log=False, server_header=False)
    try:
        uvicorn.Server(config).run(sockets=[found])
    except KeyboardInterrupt:
        pass
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("events", 2000), ("per-event", 5), ("connections", 64), ("seconds", 20), ("number", 40)):
        asked.add_argument(f"--{name}", type=int, default=usual)
    asked.add_argument("--pages", type=Path, required=True)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "record.db")
        kept = filled(record, args.events, args.per_event)
        with served(record) as address:
            hot, cold = addresses(kept, args.number), distinct(kept)
            print(f"{len(kept.reports)} reports, {len(kept.documents)} pages; {len(hot)} addresses\n{HEAD}", flush=True)
            with_tags = list(tagged(address, hot))
            for writer in (False, True):
                with writing(record, args.pages, Path(folder)) if writer else nullcontext():
                    for name, lines, how, share in (
                        ("mixed", with_tags, "often", 0.0),
                        ("mixed, half with a tag", with_tags, "often", 0.5),
                        ("each asked once", [(path, "") for path in take(cold, 60 * args.seconds * 20)], "once", 0.0),
                    ):
                        row = ask(address, lines, args, how, share)
                        print(f"| {name} | {'yes' if writer else 'no'} | {row} |", flush=True)


def filled(record: Path, events: int, per_event: int) -> Record:
    """A made-up record on disk, gathered once."""
    made = made_up(events, per_event).record
    told = {d: tuple(r) for d, r in groupby(made.reports, key=lambda r: r.evidence.document)}
    said = {d: tuple(s) for d, s in groupby(made.statements, key=lambda s: s.evidence.document)}
    with Store(record) as store:
        for page in made.documents:
            reading = Reading(Page(b"", page.uri), page, reports=told.get(page.id, ()), relevant=True,
                              statements=said.get(page.id, ()))  # fmt: skip
            store.adopt(page.page, (reading,), codebook().version)
    return detente.open(record).record


def addresses(record: Record, number: int) -> list[str]:
    """Relations, filtered or not, events, pages, searches, the API's events and curves."""
    chance = random.Random(1)
    pairs = sorted({tuple(sorted(e.parties)) for e in record.events if len(e.parties) == 2})
    some = [chance.choice(pairs) for _ in range(number)]
    return [
        "/", "/review", "/statements",
        *(f"/r/{a}/{b}" for a, b in some),
        *(f"/r/{a}/{b}?since=2015-01-01&until=2020-12-31" for a, b in some),
        *(f"/e/{e.id}" for e in chance.sample(record.events, number)),
        *(f"/p/{d.id}" for d in chance.sample(record.documents, number)),
        *(f"/search?q={quote(chance.choice(WORDS))}" for _ in range(number // 2)),
        *(f"/api/v1/relations/{a}/{b}/events?limit=100" for a, b in some),
        *(f"/api/v1/relations/{a}/{b}" for a, b in some),
    ]  # fmt: skip


def distinct(record: Record) -> Iterator[str]:
    """Addresses of the same kinds, none of them twice."""
    kinds = cycle(addresses(record, 200)[3:])
    for n, path in enumerate(kinds):
        yield f"{path}{'&' if '?' in path else '?'}v={n}"


def take(paths: Iterator[str], number: int) -> list[str]:
    return [path for path, _ in zip(paths, range(number), strict=False)]


@contextmanager
def served(record: Path) -> Iterator[str]:
    with subprocess.Popen([sys.executable, "-c", COUNTED, record], stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            yield f"http://127.0.0.1:{desk.stdout.readline().split()[1]}"
        finally:
            desk.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                desk.wait(20)
            desk.kill()


def tagged(address: str, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each address with the tag of its answer; the one browser that asks is `BROWSER`."""
    with httpx.Client(base_url=address, timeout=120, headers={"Cookie": BROWSER}, follow_redirects=True) as client:
        for path in paths:
            found = client.get(path)
            if found.status_code == 200 and not found.history:
                yield path, found.headers.get("etag", "")


BROWSER = f"desk={'b' * 43}"


def counts(address: str) -> Mapping[str, float]:
    found: Mapping[str, float] = httpx.get(f"{address}/counts", timeout=120).json()
    return found


def ask(address: str, lines: Sequence[tuple[str, str]], args: argparse.Namespace, how: str, share: float) -> str:
    before = counts(address)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(f"{path}\t{tag}" for path, tag in lines))
        file.flush()
        wrk = ["wrk", "-t1", f"-c{args.connections}", f"-d{args.seconds}s", "--timeout=60s", "-s", str(SCRIPT), address]
        done = subprocess.run(
            [*wrk, "--", file.name, BROWSER, how, str(share)], capture_output=True, text=True, check=True
        )
    after = counts(address)
    said = next(line for line in done.stdout.splitlines() if line.startswith("mixed "))
    took, ok, same, wrong, size, *times = map(int, said.split()[1:])
    worked = after["worked"] - before["worked"]  # seconds of the desk's processor, gathering included
    made, moments = (int(after.get(n, 0) - before.get(n, 0)) for n in ("made", "moments"))
    seconds, every = took / 1e6, max(1, ok + same)
    speed = (f"{every / seconds:,.0f}", f"{every / worked:,.0f}", f"{ok:,}", f"{same:,}", wrong)
    made_of = (f"{made / every:.1%}", moments, f"{size / seconds / 1e6:.1f}")
    told = (*speed, *made_of, *(f"{t / 1000:.0f}" for t in times))
    return " | ".join(map(str, told))


@contextmanager
def writing(record: Path, pages: Path, room: Path) -> Iterator[None]:
    """`detente read` at work on the record, over and over, on pages that it has not read."""
    over = threading.Event()
    thread = threading.Thread(target=_write, args=(record, pages, room, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _write(record: Path, pages: Path, room: Path, over: threading.Event) -> None:
    for n in range(10_000):
        folder = room / f"new{n}"
        folder.mkdir()
        for page in sorted(pages.iterdir()):
            (folder / page.name).write_bytes(page.read_bytes() + f"\n<!-- {n} -->\n".encode())
        command = [sys.executable, "-m", "detente.cli", "read", folder, "--record", record, "--workers", "1"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as reading:
            while reading.poll() is None and not over.wait(0.5):
                pass
            reading.kill()
        shutil.rmtree(folder)
        if over.is_set():
            return


if __name__ == "__main__":
    main()
