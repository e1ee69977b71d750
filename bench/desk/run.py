"""How long the desk takes over a large record, made up: server time by kind of page, cold and warm, and the size of HTML.

    python bench/desk/run.py --events 100000 --per-event 10

Each address is asked for once (`cold`: nothing of that pair or event was looked at before) and again (`warm`), by one
client over loopback, so the figures hold the server's time and what it takes to hand the page over.
"""

import argparse
import random
import resource
import statistics
import threading
import time
from urllib.parse import quote

import httpx
import uvicorn
from bench.desk.made_up import WORDS, made_up

from detente.desk import relation
from detente.desk.app import make
from detente.desk.serving import listening
from detente.desk.snapshot import Snapshot


class Still:
    """Records that never change."""

    url = "made-up.db"  # a file that is not there: nobody has an account

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

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
    args = asked.parse_args()
    start = time.perf_counter()
    opened = made_up(args.events, args.per_event)
    made = time.perf_counter()
    snapshot = Snapshot(opened)
    snapshot.warm()
    indexed = time.perf_counter()
    snapshot.warm_through()
    ready = time.perf_counter()
    relation.warm(snapshot)
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
        with httpx.Client(base_url=f"http://127.0.0.1:{found.getsockname()[1]}", timeout=120) as client:
            print(f"{'ms':18} {'cold: median':>13} {'p95':>7} {'max':>7} {'warm: median':>13} {'p95':>7} {'KB':>6}")
            for kind, urls in addresses(snapshot, args.number).items():
                print(line(kind, client, urls))
        server.should_exit = True
        thread.join()


def line(kind: str, client: httpx.Client, urls: list[str]) -> str:
    runs, size = [], 0
    for _ in range(2):
        times = []
        for url in urls:
            start = time.perf_counter()
            got = client.get(url)
            times.append((time.perf_counter() - start) * 1000)
            size = max(size, len(got.content))
            assert got.status_code == 200, (url, got.status_code, got.text[:200])
        runs.append(times)
    cold, warm = runs
    return (f"{kind:18} {statistics.median(cold):13.0f} {part(cold):7.0f} {max(cold):7.0f} "
            f"{statistics.median(warm):13.0f} {part(warm):7.0f} {size / 1000:6.0f}")  # fmt: skip


def part(times: list[float], share: float = 0.95) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    main()
