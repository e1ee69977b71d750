"""Workers killed at random moments while pages are read: `python -m bench.faults.workers FOLDER [KILLS]`.

Reads the folder undisturbed, then again while a worker is killed every half to one second, KILLS times at most, and compares the
two exports byte by byte. Prints kills, pages read, refused and told twice, and whether the exports are the same.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

PAUSE = (0.5, 1.0)  # seconds between two kills; a worker needs some three to start


def main(folder: str, most: int = 200) -> None:
    with tempfile.TemporaryDirectory() as room:
        calm, disturbed = Path(room, "calm.db"), Path(room, "disturbed.db")
        _read(folder, calm).wait()
        reader = _read(folder, disturbed)
        kills = _Killer(reader, most).until_done()
        print((reader.stdout.read() if reader.stdout else b"").decode().splitlines()[0])
        print(f"{kills} workers killed; exports {'the same' if _export(calm) == _export(disturbed) else 'DIFFER'}")


def _read(folder: str, record: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "detente.cli", "read", folder, "--record", str(record), "--workers", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def _export(record: Path) -> bytes:
    out = record.with_suffix(".json")
    command = [sys.executable, "-m", "detente.cli", "export", "--record", str(record), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return out.read_bytes()


class _Killer:
    def __init__(self, reader: "subprocess.Popen[bytes]", most: int) -> None:
        self.reader, self.most = reader, most
        self.over = threading.Event()

    def until_done(self) -> int:
        kills, dice = 0, random.Random(0)
        threading.Thread(target=lambda: (self.reader.wait(), self.over.set()), daemon=True).start()
        while not self.over.wait(dice.uniform(*PAUSE)) and kills < self.most:
            if workers := _workers(self.reader.pid):
                os.kill(dice.choice(workers), signal.SIGKILL)
                kills += 1
        self.over.wait()
        return kills


def _workers(reader: int) -> list[int]:
    """Processes under the fork server of the reader: grandchildren of it."""
    return [pid for child in _children(reader) for pid in _children(child)]


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:]))
