"""The disk full in the middle of reading: `python -m bench.faults.full sqlite|postgresql [ROUNDS]`, as root (it mounts a tmpfs).

A small file system is filled up to a random rest, the pages are read until there is no room, the record is looked at, room is
made, and all is read again. With PostgreSQL the whole server lives on it, its journal too.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults.trial import Trial, calm, dice, prepared

from detente.model import RecordError
from postgres import Server

SIZE, LARGE = 8_000_000, 400_000_000  # bytes: for a file, for a server
REST = {"sqlite": (0, 2_500_000), "postgresql": (0, 3_000_000)}  # bytes left at the beginning


def main(kind: str, rounds: int = 30, trial: Trial | None = None) -> None:
    trial, chance = trial or prepared(), dice()
    with tempfile.TemporaryDirectory() as room:
        Path(room).chmod(0o755)  # the server is not root, and must come through to it
        still = str(Path(room, "calm.db"))
        trial.read(still)
        expected = calm(still)
        with mounted(Path(room), SIZE if kind == "sqlite" else LARGE) as small:
            server = _server(small) if kind == "postgresql" else None
            try:
                for n in range(rounds):
                    url = server.schema(f"t{n}") if server else str(small / f"{n}.db")
                    _round(trial, url, small, chance.randrange(*REST[kind]), Path(room, f"told{n}"), server)
                    trial.complete(url, expected)
                    for left in () if server else small.iterdir():
                        left.unlink()
            finally:
                if server:
                    server.stop()
    print(f"{kind}, disk full (faults: runs that ended for want of room): {trial.count}", flush=True)


def _round(trial: Trial, url: str, small: Path, rest: int, told: Path, server: Server | None) -> None:
    ballast = small / "ballast"
    _fill(ballast, rest)
    try:
        trial.read(url, told)
    except RecordError as error:
        trial.count.faults += 1
        if trial.count.faults == 1:
            print(f"  it says: {error}", flush=True)
    ballast.unlink()
    if server:
        server.stop()
        server.start()
    trial.check(url, told)


def _fill(ballast: Path, rest: int) -> None:
    """Until `rest` bytes are left."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65536)
        except OSError:
            file.truncate(max(0, file.tell() - rest))


def _server(small: Path) -> Server:
    (small / "server").mkdir()
    return Server(small / "server", ("max_wal_size=64MB", "min_wal_size=32MB"))


@contextmanager
def mounted(room: Path, size: int) -> Iterator[Path]:
    place = room / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:]))
