"""A fresh process: seconds of processor from its start to its first page coded, and the most memory it held."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

RUNS = 5
NOTHING = (
    "The crowd sang all evening in the new stadium\n\n"
    + "The home side won the match on Tuesday in front of a large crowd that sang all evening in the new stadium.\n\n"
    * 6
)


def seconds(pages: list[Path]) -> float:
    """The median of some fresh processes that code these pages and end, with the bytecode that an installation has."""
    with TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": folder}
        _run(pages, kept)
        return median(_run(pages, kept)["seconds"] for _ in range(RUNS))


def peak(pages: list[Path]) -> float:
    """Megabytes (10^6 bytes) resident at most in a process that codes all these pages."""
    return _run(pages)["peak"] / 1e6


def _run(pages: list[Path], environment: dict[str, str] | None = None) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.coding.starting", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(paths: list[str]) -> None:
    from detente.api import codebook
    from detente.model import Page
    from detente.pipeline import code

    for path in paths:
        code(Page(uri=path, data=Path(path).read_bytes()), codebook())
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "peak": _most()}))


def _most() -> int:
    """Bytes resident at most. Linux: ru_maxrss of a new process remembers its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(sys.argv[1:])
