"""Kills processes of a run of `detente scale read`, and the run itself, and counts what was lost.

python -m bench.faults.many FOLDER [KILLS]     # processes that code, killed every second; then the driver, once
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import detente
from detente import scale
from detente.scale.lake import READ, Lake


def main() -> None:
    pages, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as home:
        print("| killed | runs | pages | in the record | twice | export |\n|---|---|---|---|---|---|")
        for what, killed in (("coding processes", kills), ("the driver", 1)):
            print(trial(pages, what, killed, Path(home) / what.replace(" ", "-")), flush=True)


def trial(pages: str, what: str, kills: int, home: Path) -> str:
    home.mkdir()
    lake, killed, runs = str(home / "lake"), 0, 0
    while True:
        runs += 1
        run = subprocess.Popen(
            [sys.executable, "-m", "detente.cli", "scale", "read", pages, "--out", lake], start_new_session=True
        )
        met = disturb(run, what, kills - killed)
        ended = run.wait()
        killed += met if what != "the driver" or ended else 0  # one that had ended already was not killed
        if ended == 0:
            break
    scale.gather(lake, str(home / "lake.db"))
    detente.read(pages, record=str(home / "plain.db"))
    ours, plain = (detente.open(str(home / name)) for name in ("lake.db", "plain.db"))
    same = "the same bytes" if ours.export() == plain.export() else "DIFFERS"
    met = [row["page"] for row in Lake(lake).rows(("page", "fate")) if row["fate"] == READ]
    held, twice = len(ours.record.documents), len(met) - len(set(met))
    return f"| {what}, {killed} times | {runs} | {len(plain.record.documents)} | {held} | {twice} | {same} |"


def disturb(run: "subprocess.Popen[bytes]", what: str, left: int) -> int:
    """How many were killed before the run ended."""
    killed = 0
    while run.poll() is None and killed < left:
        time.sleep(random.uniform(0.5, 1.5))
        for pid in victims(run.pid, what):
            try:
                os.kill(pid, signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                continue
            break
    return killed


def victims(driver: int, what: str) -> list[int]:
    if what == "the driver":
        return [driver] if coding() else []
    return coding()


def coding() -> list[int]:
    """Processes of Ray that are at work on our batches, in any order."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            name = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
        except OSError:
            continue
        if name.startswith(b"ray::") and b"IDLE" not in name and b"Map" in name:
            found.append(int(entry.name))
    random.shuffle(found)
    return found


if __name__ == "__main__":
    main()
