"""python -m bench.fuzz MINUTES [KIND…]: spoils files of every kind and reads them; what breaks is kept in bench/fuzz/found."""

import hashlib
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.fuzz.reader import PATIENCE, Reader
from bench.fuzz.seeds import seeds
from bench.fuzz.trial import Case, cases

FOUND = Path(__file__).with_name("found")
TRIES = 1_000  # readings spent on making one file small
ROUND = 20  # files of one kind before the next kind's turn


@dataclass
class Tally:
    tried: int = 0
    told: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    slowest: float = 0.0


def main(minutes: float, only: list[str]) -> int:
    all_seeds, start = seeds(), time.time_ns() // 1_000_000_000
    kinds = [k for k in dict.fromkeys(s.kind for s in all_seeds) if not only or k in only]
    sources = {kind: cases(all_seeds, kind, start) for kind in kinds}
    tallies, end, reader = {kind: Tally() for kind in kinds}, time.monotonic() + minutes * 60, Reader()
    print(f"seed {start}; {len(all_seeds)} seeds of {len(kinds)} kinds")
    while time.monotonic() < end:
        for kind in kinds:
            for _ in range(ROUND):
                _count(next(sources[kind]), tallies[kind], reader)
    reader.close()
    _print(tallies)
    return 1 if any(t.broken for t in tallies.values()) else 0


def _count(case: Case, tally: Tally, reader: Reader) -> None:
    told, took = reader.read(case)
    tally.tried += 1
    tally.slowest = max(tally.slowest, took)
    if isinstance(told, str) or took > PATIENCE:
        tally.broken += 1
        _keep(case, told if isinstance(told, str) else f"slow: {took:.0f} s", reader)
    else:
        tally.told += told


def _keep(case: Case, trouble: str, reader: Reader) -> None:
    """Each trouble once, as few bytes as show it."""
    cause = _cause(trouble, case.kind)
    if any(FOUND.glob(f"{cause}-*")):
        return
    small = _shrunk(case, cause, reader) if "Traceback" in trouble else case
    path = FOUND / f"{cause}-{case.uri}"
    path.write_bytes(small.data)
    print(f"{path.name} ({len(small.data)} bytes): {small.data[:300]!r}\n{trouble}", flush=True)


def _cause(trouble: str, kind: str) -> str:
    """A name for a trouble: where it was raised, and what it is called; of one that says no place, the kind of file."""
    lines = [line.strip() for line in trouble.strip().splitlines()]
    places = [line for line in lines if line.startswith("File ")]
    what = lines[-1] if "Broken" in lines[-1] else lines[-1].partition(":")[0]
    return hashlib.sha256("\n".join([*(places[-1:] or [kind]), what]).encode()).hexdigest()[:8]


def _shrunk(case: Case, cause: str, reader: Reader) -> Case:
    """The case with runs of bytes left out, as long as the same trouble comes of it; TRIES readings at most."""
    size, at = len(case.data) // 2, 0
    for _ in range(TRIES):
        while size and at >= len(case.data):
            size, at = size // 2, 0
        if not size:
            break
        smaller = replace(case, data=case.data[:at] + case.data[at + size :])
        told, _ = reader.read(smaller)
        if isinstance(told, str) and _cause(told, case.kind) == cause:
            case = smaller
        else:
            at += size
    return case


def _print(tallies: dict[str, Tally]) -> None:
    print("| kind | files tried | documents | refusals | slowest, s of processor | broken |\n|---|--:|--:|--:|--:|--:|")
    for kind, t in tallies.items():
        print(f"| {kind} | {t.tried} | {t.told['read']} | {t.told['refused']} | {t.slowest:.1f} | {t.broken} |")
    print(f"| all | {sum(t.tried for t in tallies.values())} | | | | {sum(t.broken for t in tallies.values())} |")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
