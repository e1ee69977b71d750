"""The same made-up record in SQLite tables behind Datasette: what a general browser of tables takes for the same questions.

    python -m bench.desk.beside --events 100000 --per-event 10 --seconds 10

Tables: events, reports (indexed by event), parties (indexed by pair), and an FTS5 table of quotes. Asked by wrk, as in
`run.py`, by one client over loopback: the events of two actors, one event, its reports, a word in the quotes.
"""

import argparse
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from bench.desk.made_up import WORDS, made_up
from bench.desk.wrk import HEAD, times

from detente.model import Record

TABLES = """
create table events (id text primary key, act text, type text, status text, day text, instrument text, sources int, disputed text);
create table parties (event text references events(id), a text, b text);
create table reports (id text primary key, event text references events(id), document text, quote text, confidence real);
create virtual table quotes using fts5(quote, event unindexed);
"""
INDEXES = "create index by_pair on parties (a, b); create index by_event on reports (event);"
BETWEEN = (
    "select e.* from events e join parties p on p.event = e.id where p.a = :a and p.b = :b order by e.day desc limit 30"
)


def write(record: Record, path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.executescript(TABLES)
        for e in record.events:
            day = e.when.edtf if e.when else None
            row = (e.id, e.act, e.type, str(e.status), day, e.instrument, e.independent_sources, ",".join(e.disputed))
            db.execute("insert into events values (?, ?, ?, ?, ?, ?, ?, ?)", row)
            db.execute("insert into parties values (?, ?, ?)", (e.id, *sorted(e.parties)))
            told = [(r.id, e.id, r.evidence.document, r.evidence.quote, r.confidence) for r in e.reports]
            db.executemany("insert or ignore into reports values (?, ?, ?, ?, ?)", told)
            db.executemany("insert into quotes values (?, ?)", [(q, e.id) for _, _, _, q, _ in told])
        db.executescript(INDEXES)


def addresses(record: Record, name: str, number: int) -> dict[str, list[str]]:
    """kind -> what is asked for; the chronology by SQL, as Datasette has no page for it."""
    chance = random.Random(1)
    pairs = chance.sample(sorted({tuple(sorted(e.parties)) for e in record.events}), 30)
    events = chance.sample(record.events, number)
    return {
        "relation": [f"/{name}?{urlencode({'sql': BETWEEN, 'a': a, 'b': b})}" for a, b in pairs],
        "event": [f"/{name}/events/{e.id}" for e in events],
        "its reports": [f"/{name}/reports?event__exact={e.id}" for e in events],
        "search": [f"/{name}/quotes?{urlencode({'_search': w})}" for w in WORDS],
    }


def served(path: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words: list[Any] = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        path,
        "--port",
        str(port),
        "--setting",
        "sql_time_limit_ms",
        "9000",
    ]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield _up(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()


def _up(address: str) -> str:
    for _ in range(60):
        try:
            httpx.get(f"{address}/-/versions.json", timeout=5)
            return address
        except httpx.TransportError:
            time.sleep(0.5)
    raise SystemExit("Datasette does not answer")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--events", type=int, default=100_000)
    asked.add_argument("--per-event", type=int, default=10)
    asked.add_argument("--number", type=int, default=60)
    asked.add_argument("--seconds", type=int, default=10)
    args = asked.parse_args()
    record = made_up(args.events, args.per_event).record
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        write(record, path)
        print(f"{args.events} events, {len(record.reports)} reports: {path.stat().st_size / 1e6:.0f} MB of tables")
        for address in served(path):
            print(HEAD)
            for kind, urls in addresses(record, "record", args.number).items():
                print(times(address, urls, args.seconds).row(kind), flush=True)


if __name__ == "__main__":
    main()
