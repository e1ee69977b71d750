"""How long the desk takes over a large record, made up: server time by kind of page, and the size of HTML.

    python -m bench.desk.run --events 100000 --per-event 10 --seconds 10

Each address is asked for once (nothing of that pair or event was looked at before), then all of a kind in turn by wrk
(Debian's package of that name), by one client over loopback: the figures hold the server's time and the handing over.
"""

import argparse
import random
import resource
import statistics
import threading
import time
from collections import deque
from urllib.parse import quote

import httpx
import uvicorn
from bench.desk.made_up import WORDS, made_up
from bench.desk.wrk import HEAD, times

from detente.desk import relation
from detente.desk.app import make
from detente.desk.serving import listening
from detente.desk.snapshot import Snapshot
from detente.intake import steady


class Still:
    """Records that never change."""

    url, news, due = "made-up.db", "", False  # a file that is not there: nobody has an account

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = self.last = snapshot

    def now(self) -> Snapshot:
        return self.snapshot


def addresses(snapshot: Snapshot, number: int) -> dict[str, list[str]]:
    """kind -> what is asked for: the largest relations and some at random, any event and page, words one by one and by two."""
    chance = random.Random(1)
    pairs = sorted(snapshot.by_pair, key=lambda p: -len(snapshot.by_pair[p]))
    some = pairs[:10] + chance.sample(pairs[10:], min(number - 10, len(pairs) - 10))
    events = chance.sample(snapshot.record.events, number)
    words = [quote(w) for w in WORDS] + [quote(" ".join(chance.sample(WORDS, 2))) for _ in range(number - len(WORDS))]
    return {
        "relation": [f"/r/{a}/{b}" for a, b in some],
        "relation, filtered": [f"/r/{a}/{b}?type=SANCTION&since=2015-01-01&until=2020-12-31&n=2" for a, b in some],
        "event": [f"/e/{e.id}" for e in events],
        "page": [f"/p/{d.id}" for d in chance.sample(snapshot.record.documents, number)],
        "search": [f"/search?q={w}" for w in words],
        "search, one kind": [f"/search?kind=page&side=&q={w}" for w in words],
        "nothing": ["/healthz"] * 20,
        "review": ["/review", "/review?kind=pairs"],
        "home": ["/"],
        "statements": ["/statements", "/statements?n=40"],
        "API events": [f"/api/v1/relations/{a}/{b}/events?limit=100" for a, b in some],
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--events", type=int, default=100_000)
    asked.add_argument("--per-event", type=int, default=10)
    asked.add_argument("--number", type=int, default=60)
    asked.add_argument("--seconds", type=int, default=10)
    asked.add_argument("--connections", type=int, default=1)
    args = asked.parse_args()
    start = time.perf_counter()
    opened = made_up(args.events, args.per_event)
    made = time.perf_counter()
    snapshot = Snapshot(opened)
    snapshot.warm()
    indexed = time.perf_counter()
    deque(snapshot.warm_through(), 0)
    ready = time.perf_counter()
    deque(relation.warm(snapshot), 0)
    steady()
    print(f"{args.events} events, {len(opened.record.reports)} reports, {len(opened.record.documents)} pages: made in "
          f"{made - start:.0f} s, laid out in {indexed - made:.1f} s, full text and the rest in {ready - indexed:.0f} s, "
          f"the largest relations in {time.perf_counter() - ready:.0f} s, "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GiB")  # fmt: skip
    print(f"largest relation: {max(map(len, snapshot.by_pair.values()))} events")
    with listening("127.0.0.1", 0) as found:
        server = uvicorn.Server(uvicorn.Config(make(Still(snapshot)), log_level="warning"))  # type: ignore[arg-type]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]})
        thread.start()
        time.sleep(1)
        address = f"http://127.0.0.1:{found.getsockname()[1]}"
        kinds = addresses(snapshot, args.number)
        print(f"{'ms, first time':18} {'median':>8} {'p95':>8} {'max':>8}")
        for kind, urls in kinds.items():
            print(first(kind, address, urls), flush=True)
        print(HEAD)
        for kind, urls in kinds.items():
            print(times(address, urls, args.seconds, args.connections).row(kind), flush=True)
        server.should_exit = True
        thread.join()


def first(kind: str, address: str, paths: list[str]) -> str:
    took = []
    with httpx.Client(base_url=address, timeout=120) as client:
        for path in paths:
            start = time.perf_counter()
            client.get(path).raise_for_status()
            took.append((time.perf_counter() - start) * 1000)
    return f"{kind:18} {statistics.median(took):8.0f} {part(took):8.0f} {max(took):8.0f}"


def part(times: list[float], share: float = 0.95) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    main()
