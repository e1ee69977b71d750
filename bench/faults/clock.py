"""The clock set back, forward, and running backwards: `python -m bench.faults.clock FOLDER`; needs Debian's `faketime`.

Reads the folder by each clock, in other time zones and locales too, and compares the exports byte by byte.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CLOCKS = ("+0", "-400d", "2031-07-01 00:00:00", "@1999-12-31 23:59:58", "+0 x-5")  # x-5: five seconds back a second
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")


def main(folder: str) -> None:
    with tempfile.TemporaryDirectory() as room:
        made = {}
        for n, clock in enumerate(CLOCKS):
            zone = ZONES[n % len(ZONES)]
            made[clock] = _export(folder, Path(room, f"{n}.db"), clock, zone)
            print(
                f"{clock:24} {zone:20} {hashlib.sha256(made[clock]).hexdigest()[:16]} {len(made[clock]):,} bytes",
                flush=True,
            )
    print(f"{len(CLOCKS)} clocks, {len(set(made.values()))} different exports")


def _export(folder: str, record: Path, clock: str, zone: str) -> bytes:
    out, environment = record.with_suffix(".json"), {**os.environ, "TZ": zone, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    by = ["faketime", "-f", clock, sys.executable, "-m", "detente.cli"]
    for command in (["read", folder, "--workers", "1"], ["export", "-o", str(out)]):
        subprocess.run([*by, *command, "--record", str(record)], check=True, capture_output=True, env=environment)
    return out.read_bytes()


if __name__ == "__main__":
    main(sys.argv[1])
