"""The power cut while a record of SQLite is written: `python -m bench.faults.power [CUTS]`; needs a C compiler.

A reader runs with `power.c` before it, which tells of every write and every synchronisation. The files are then laid out as a
disk may hold them after a cut at a random moment: all that was synchronised; of what was written since, each sector of 512
bytes there or not, by chance; the shared memory gone. Then the record is looked at, read into again, and its export compared.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.faults.trial import Trial, calm, dice, prepared

SECTOR = 512  # bytes that a disk writes whole or not at all
CHILD = """
import pickle, sys
from pathlib import Path
from bench.faults.trial import Trial
Trial(*pickle.loads(Path(sys.argv[1]).read_bytes())).read(sys.argv[2], Path(sys.argv[3]))
"""


@dataclass(frozen=True)
class Step:
    """What was done: "write" (data at an offset), "cut" (to a length), "sync", "told" (a line to the reader's caller)."""

    what: str
    path: str
    at: int
    data: bytes


@dataclass
class Disk:
    """One file as it is safe, and what was done to it since."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[Step] = field(default_factory=list)

    def do(self, step: Step) -> None:
        if step.what == "sync":
            for done in self.since:
                _apply(self.safe, done)
            self.since.clear()
        else:
            self.since.append(step)

    def after_a_cut(self, chance: Random) -> bytes:
        """None of what was done since is sure, nor its order."""
        left = bytearray(self.safe)
        for step in self.since:
            if step.what == "cut":
                if chance.random() < 0.5:
                    _apply(left, step)
                continue
            for start in range(0, len(step.data), SECTOR):
                if chance.random() < 0.5:
                    _apply(left, Step("write", step.path, step.at + start, step.data[start : start + SECTOR]))
        return bytes(left)


def main(cuts: int = 200, trial: Trial | None = None) -> None:
    trial, chance = trial or prepared(), dice()
    with tempfile.TemporaryDirectory(prefix="detente-power-") as name:
        room = Path(name)
        steps = _watched(trial, room)
        expected = calm(str(room / "disk" / "r.db"))
        moments = [n for n, s in enumerate(steps) if s.what == "write"]
        for n in range(cuts):
            folder = room / f"cut{n}"
            folder.mkdir()
            _lay_out(steps[: chance.choice(moments) + 1], folder, chance)
            trial.check(str(folder / "r.db"), folder / "told")
            trial.complete(str(folder / "r.db"), expected)
            trial.count.faults += 1
    told = sum(s.what == "sync" for s in steps)
    print(f"power cut (SQLite; {len(moments):,} writes, {told:,} synchronisations): {trial.count}", flush=True)


def _lay_out(steps: Sequence[Step], folder: Path, chance: Random) -> None:
    """told: what the reader had said by then, which stood on a screen and not on the disk."""
    disks: dict[str, Disk] = {}
    for step in steps:
        name = Path(step.path).name
        disk = disks.setdefault(name, Disk())
        disk.do(step)
        if name == "told":
            disk.do(Step("sync", step.path, 0, b""))
    for name, disk in disks.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(disk.after_a_cut(chance))


def _apply(file: bytearray, step: Step) -> None:
    if step.what == "cut":
        del file[step.at :]
        return
    file.extend(b"\0" * (step.at + len(step.data) - len(file)))
    file[step.at : step.at + len(step.data)] = step.data


def _watched(trial: Trial, room: Path) -> list[Step]:
    """One undisturbed run, and all that it did to its files."""
    import pickle

    (room / "disk").mkdir()
    (room / "trial").write_bytes(pickle.dumps((trial.paths, trial.coded)))
    here = Path(__file__).parent
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", room / "power.so", here / "power.c", "-ldl"], check=True)
    watch = {"LD_PRELOAD": str(room / "power.so"), "POWER_FOLDER": str(room / "disk"), "POWER_LOG": str(room / "log")}
    arguments = [str(room / "trial"), str(room / "disk" / "r.db"), str(room / "disk" / "told")]
    subprocess.run([sys.executable, "-c", CHILD, *arguments], check=True, env={**os.environ, **watch})
    return list(_steps((room / "log").read_bytes()))


def _steps(log: bytes) -> Iterator[Step]:
    place = 0
    while place < len(log):
        end = log.index(b"\n", place)
        what, path, at, length = log[place:end].decode().split("\t")
        place = end + 1 + int(length)
        yield Step(what, path, int(at), log[end + 1 : place])


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:]))
