"""Times by wrk, a program of its own, so that asking takes nothing from the process that answers."""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

SCRIPT = Path(__file__).with_name("ask.lua")
PATIENCE = 60  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Times:
    """Of one kind of page. median, p95, longest: ms from asking to the last byte; wrong: answers other than 2xx, 3xx; size: bytes."""

    asked: int
    wrong: int
    median: float
    p95: float
    longest: float
    size: int

    def row(self, kind: str) -> str:
        return (f"{kind:18} {self.asked:7} {self.wrong:6} {self.median:8.1f} {self.p95:8.1f} {self.longest:8.1f} "
                f"{self.size / 1000:7.0f}")  # fmt: skip


HEAD = f"{'ms, by wrk':18} {'asked':>7} {'wrong':>6} {'median':>8} {'p95':>8} {'max':>8} {'KB':>7}"


def times(address: str, paths: Sequence[str], seconds: int, connections: int = 1) -> Times:
    """Asks for `paths` in turn for so long. CalledProcessError where there is no wrk, or it fails."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "addresses.txt")
        written.write_text("\n".join(paths), encoding="utf-8")
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{seconds}s",
            f"--timeout={PATIENCE}s",
            "-s",
            str(SCRIPT),
            address,
        ]
        done = subprocess.run([*command, "--", str(written)], capture_output=True, text=True, check=True)
    said = next(line for line in done.stdout.splitlines() if line.startswith("asked "))
    asked, wrong, median, p95, longest = map(int, said.split()[1:])
    return Times(asked, wrong, median / 1000, p95 / 1000, longest / 1000, largest(address, paths))


def largest(address: str, paths: Sequence[str]) -> int:
    """Bytes of the largest answer, and that each is one."""
    with httpx.Client(base_url=address, timeout=PATIENCE, follow_redirects=True) as client:
        answers = [client.get(path) for path in paths]
    assert all(a.status_code == 200 for a in answers), [a.url for a in answers if a.status_code != 200][:3]
    return max(len(a.content) for a in answers)
