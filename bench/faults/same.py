"""The same pages under everything that must not matter: `python -m bench.faults.same FOLDER [PART]`.

Nine runs take hash seeds, locales, time zones and numbers of processes by threes, so that any two values of two of them
meet in one run (an orthogonal array, L9), over SQLite (PART sqlite); three, in which each value is met once, over PostgreSQL
(postgresql) and through Ray (ray). Each line: what it ran under, and a digest of its exports (JSON, JSON lines, CSV). What one
process makes in the locale of this machine is what all are held against. Without PART, all of it.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from postgres import running

SEEDS = ("0", "1", "4294967295")
LOCALES = ("C", "C.UTF-8", "fr_FR.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")
PROCESSES = ("1", "2", "4")
ONCE = "--once"
PARTS = ("sqlite", "postgresql", "ray")
EXPORTS = (("export", "--format", "json"), ("export", "--format", "jsonl"), ("export", "--format", "csv"))


@dataclass(frozen=True)
class Way:
    """What one run is under; "" is that of this machine."""

    part: str = "sqlite"
    seed: str = ""
    locale: str = ""
    zone: str = ""
    processes: str = "1"

    def __str__(self) -> str:
        seed, locale, zone = (value or "as it is" for value in (self.seed, self.locale, self.zone))
        return f"| {self.part} | {seed} | {locale} | {zone} | {self.processes} |"

    def world(self, locales: Path) -> Mapping[str, str]:
        """The environment. A locale that is no UTF-8 is not mended by Python behind our back."""
        given = {"PYTHONHASHSEED": self.seed, "LC_ALL": self.locale, "TZ": self.zone}
        plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} if self.locale == "C" else {}
        return {**os.environ, **{k: v for k, v in given.items() if v}, **plain, "LOCPATH": str(locales)}


def ways(part: str) -> Iterator[Way]:
    for n in range(9):
        row, column = divmod(n, 3)
        if part == "sqlite" or row == column:
            third, fourth = (row + column) % 3, (row + 2 * column) % 3 if part == "sqlite" else row
            yield Way(part, SEEDS[row], LOCALES[column], ZONES[third], PROCESSES[fourth])


def main(folder: str, *parts: str) -> None:
    with tempfile.TemporaryDirectory() as room, made_locales() as locales, running() as server:
        met = {made(Way(), folder, str(Path(room, "plain.db")), room, locales)}
        print(
            f"| through | hash seed | locale | time zone | processes | exports |\n|{'---|' * 6}\n{Way()} {min(met)} |",
            flush=True,
        )
        for n, way in enumerate(w for part in parts or PARTS for w in ways(part)):
            url = server.schema(f"w{n}") if way.part == "postgresql" else str(Path(room, f"{n}.db"))
            met.add(digest := made(way, folder, url, room, locales))
            print(f"{way} {digest} |", flush=True)
        print(f"{len(met)} different", flush=True)


def made(way: Way, folder: str, record: str, room: str, locales: Path) -> str:
    """A digest of all that is exported."""
    reading = [["read", folder, "--record", record, "--workers", way.processes]]
    if way.part == "ray":
        lake = str(Path(room, f"lake{way.seed}"))
        reading = [["scale", "read", folder, "--out", lake, "--workers", way.processes],
                   ["scale", "gather", lake, "--record", record, "--workers", way.processes]]  # fmt: skip
    outs = [Path(room, f"out.{words[-1]}") for words in EXPORTS]
    exporting = [[*words, "--record", record, "-o", str(out)] for words, out in zip(EXPORTS, outs, strict=True)]
    _run([*reading, *exporting], way.world(locales))
    return hashlib.sha256(b"".join(out.read_bytes() for out in outs)).hexdigest()[:16]


def _run(commands: list[list[str]], world: Mapping[str, str]) -> None:
    """All in one process, so that what is loaded is loaded once."""
    words = [sys.executable, "-m", "bench.faults.same", ONCE, json.dumps(commands)]
    done = subprocess.run(words, capture_output=True, env=world)
    if done.returncode:
        raise SystemExit(f"{commands[0]}: {done.stderr.decode(errors='replace')[-500:]}")


def once(commands: str) -> None:
    """What that process does."""
    from detente.cli import cli

    for words in json.loads(commands):
        cli(words, standalone_mode=False)


@contextmanager
def made_locales() -> Iterator[Path]:
    """A folder with the locales, made by Debian's `localedef`."""
    with tempfile.TemporaryDirectory() as folder:
        for name, source in (("fr_FR.UTF-8", "fr_FR"), ("C.UTF-8", "C")):
            subprocess.run(
                ["localedef", "-i", source, "-f", "UTF-8", f"{folder}/{name}"], check=True, capture_output=True
            )
        yield Path(folder)


if __name__ == "__main__":
    once(sys.argv[2]) if sys.argv[1] == ONCE else main(*sys.argv[1:])
