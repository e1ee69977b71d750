"""python -m bench.chronicle.cost [REPORTS…] [--pairs N]: time and memory of consolidating simulated reports.

Reports on a fixed number of pairs, each pair over twenty years, so that more reports are denser days. Acts are told by
one to a dozen pages, dated to the day, month or year or not at all, as `stories.rates` has it. Lineage is given.
Then one page is added, to a pair in the middle and to the one with most reports.
"""

import argparse
import gc
import math
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from bench.chronicle.stories.press import dated
from bench.chronicle.stories.rates import GRAIN_LATER, GRAIN_NEWS, TYPES, UNDATED
from bench.chronicle.stories.world import RESTRICTIONS, word

from detente.chronicle.agenda import agenda
from detente.chronicle.gather import Gathering
from detente.chronicle.irritants import irritants
from detente.codebook import Codebook, load
from detente.model import Document, Page, Reading, Report

START, DAYS = date(2010, 1, 1), 7300
STEPS = {"SANCTION": "impose", "CONCEDE": "lift"}
Pair = tuple[str, str]


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("reports", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    ask.add_argument("--pairs", type=int, default=5_000)
    asked = ask.parse_args()
    book = load()
    print(
        "| reports | pairs | seconds | µs / (n log n) | GiB | events | largest pair | one page, s | to the largest, s | agendas, s |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for n in asked.reports:
        print(_row(n, asked.pairs, book), flush=True)


def _row(n: int, pairs: int, book: Codebook) -> str:
    pages = list(_pages(n, pairs, book))
    gc.collect()
    gathering, start = Gathering(book), time.process_time()
    gathering.add(pages)
    spent = time.process_time() - start
    reports = Counter(tuple(sorted(r.parties)) for p in pages for r in p.reports)
    total = sum(reports.values())
    events = sum(len(part.told.events) for _, part in gathering.parts())
    (large, size), *_ = reports.most_common(1)
    middle = sorted(reports)[len(reports) // 2]
    one, most = (_added(gathering, book, pair) for pair in (middle, large))
    raised = _agendas(gathering)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    each = 1e6 * spent / (total * math.log2(total))
    return (
        f"| {total} | {len(reports)} | {spent:.0f} | {each:.1f} | {memory:.2f} | {events} | {size} "
        f"| {one:.3f} | {most:.3f} | {raised:.1f} |"
    )


def _agendas(gathering: Gathering) -> float:
    """Seconds of processor for all irritants, and the agenda of every meeting."""
    parts = [part for _, part in gathering.parts()]
    events, measures = [e for p in parts for e in p.told.events], [m for p in parts for m in p.measures]
    start = time.process_time()
    irritants(events, measures)
    agenda(events, measures, ())
    return time.process_time() - start


def _added(gathering: Gathering, book: Codebook, pair: tuple[str, ...]) -> float:
    """Seconds of processor to add one page with one report on a pair."""
    rng = random.Random(7)
    page = next(_told((pair[0], pair[1]), 1, rng, book, f"added/{pair[0]}{pair[1]}"))
    start = time.process_time()
    gathering.add([page])
    return time.process_time() - start


def _pages(n: int, pairs: int, book: Codebook) -> Iterator[Reading]:
    rng = random.Random(n)
    states = sorted(c for c, e in book.actors.entries.items() if e.kind == "state")
    chosen = sorted({tuple(sorted(rng.sample(states, 2))) for _ in range(2 * pairs)})[:pairs]
    share = [rng.paretovariate(1.5) for _ in chosen]  # a few relations fill the press; ours
    whole = sum(share)
    for (a, b), part in zip(chosen, share, strict=True):
        yield from _told((a, b), max(round(n * part / whole), 1), rng, book, f"{a}{b}")


def _told(pair: Pair, reports: int, rng: random.Random, book: Codebook, name: str) -> Iterator[Reading]:
    """So many reports, one a page."""
    cast = {side: [f"{word(rng, 2)} {word(rng, 3)}".title() for _ in range(3)] for side in pair}
    topic, made = [word(rng) for _ in range(40)], 0
    while made < reports:
        type_ = rng.choices(list(TYPES), list(TYPES.values()))[0]
        actor, other = rng.sample(pair, 2)
        day, words = START + timedelta(rng.randrange(DAYS)), [*rng.sample(topic, 4), *(word(rng) for _ in range(8))]
        instrument = rng.choice(RESTRICTIONS) if type_ in STEPS or rng.random() < 0.3 else None
        for _ in range(min(1 + int(rng.expovariate(1 / 3)), 12, reports - made)):
            news = rng.random() < 0.6
            printed = day + timedelta(rng.randrange(8) if news else rng.randrange(30, 700))
            quote = " ".join(w for w in words if rng.random() < 0.6) or words[0]
            id = sha256(f"{name}/{made}".encode()).hexdigest()
            page = Document(
                id, id, f"{name}/{made}.txt", quote, "fr", outlet=f"outlet {rng.randrange(60)}", published=printed
            )
            grain = rng.choices(("day", "month", "year"), GRAIN_NEWS if news else GRAIN_LATER)[0]
            report = Report(
                "meet" if type_ == "CONSULT" else type_.lower(),
                type_,
                (actor,),
                (other,),
                page.evidence(0, len(quote)),
                0.8,
                "story",
                people=(rng.choice(cast[actor]),) if rng.random() < 0.3 else (),
                when=None if rng.random() < UNDATED[type_] else dated(day, grain),
                instrument=instrument,
                effect=STEPS.get(type_),
            )
            made += 1
            yield Reading(Page(b"", page.uri), page, reports=(report,), relevant=True)


if __name__ == "__main__":
    main()
