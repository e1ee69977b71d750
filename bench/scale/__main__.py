"""Pages a second by one process, by all processors, and by Ray, in one run, and ten times the pages beside them.

    python -m bench.scale FOLDER [TIMES [long]]

FOLDER holds pages; each is read TIMES times (2 where none is said), every copy with a line of its own so that it is another
page. Ways take turns over the same files; their exports must be the same bytes. The last rows: a tenth of the pages, and all
of them, by one process; `long` leaves the rows of one process out: what Ray adds to a run of ten minutes is asked without
waiting twenty more for them. Memory is the most that one process held (of those that code: VmHWM), as the system tells it.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

CLI = [sys.executable, "-m", "detente.cli"]


HEAD = "| way | pages | seconds | pages a second | most MB of one process |\n|---|---|---|---|---|"


def main(folder: str, times: int = 2, long: bool = False) -> None:
    with tempfile.TemporaryDirectory() as room:
        home = Path(room)
        pages = copied(Path(folder), home / "pages", times)
        print(HEAD, flush=True)
        (abreast if long else in_turns)(home, pages, len(list(pages.iterdir())))


def abreast(home: Path, pages: Path, count: int) -> None:
    """All processors, then Ray."""
    two = told("all processors", count, [*CLI, "read", str(pages), "--record", str(home / "all.db")])
    ray = through_ray(home, pages, count)
    same = export(home / "all.db") == export(home / "ray.db")
    print(f"\nRay {100 * (ray / two - 1):+.0f} % beside all processors; exports {'the same' if same else 'DIFFER'}")


def through_ray(home: Path, pages: Path, count: int) -> float:
    """Seconds that reading took; the record beside it is gathered after that."""
    lake = str(home / "lake")
    seconds = told("Ray", count, [*CLI, "scale", "read", str(pages), "--out", lake])
    subprocess.run([*CLI, "scale", "gather", lake, "--record", str(home / "ray.db")], check=True, capture_output=True)
    return seconds


def in_turns(home: Path, pages: Path, count: int) -> None:
    """One process on a tenth and on all, all processors, Ray."""
    tenth = home / "tenth"
    tenth.mkdir()
    for file in sorted(pages.iterdir())[::10]:
        (tenth / file.name).write_bytes(file.read_bytes())
    few = len(list(tenth.iterdir()))
    alone = ["--workers", "1"]
    small = told("one process, a tenth", few, [*CLI, "read", str(tenth), "--record", str(home / "t.db"), *alone])
    one = told("one process", count, [*CLI, "read", str(pages), "--record", str(home / "one.db"), *alone])
    two = told("all processors", count, [*CLI, "read", str(pages), "--record", str(home / "all.db")])
    ray = through_ray(home, pages, count)
    same = len({export(home / f"{name}.db") for name in ("one", "all", "ray")}) == 1
    print(f"\nAll processors {one / two:.2f} times one; Ray {100 * (ray / two - 1):+.0f} % beside them; ", end="")
    print(
        f"{count / few:.1f} times the pages in {one / small:.1f} times the time; exports {'the same' if same else 'DIFFER'}"
    )


def copied(folder: Path, to: Path, times: int) -> Path:
    """Every page of `folder`, `times` times, each with a line of its own."""
    to.mkdir()
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        for number in range(times):
            mark = f"\n<!-- {number} -->\n" if b"<html" in file.read_bytes()[:2000].lower() else f"\n\n[{number}]\n"
            (to / f"{number}-{file.name}").write_bytes(file.read_bytes() + mark.encode())
    return to


def told(way: str, pages: int, command: Sequence[str]) -> float:
    """Prints one row; the seconds it took."""
    began = time.monotonic()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while run.poll() is None:
        most = max([most, *map(held, processes())])
        time.sleep(0.5)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}")
    seconds = time.monotonic() - began
    print(f"| {way} | {pages} | {seconds:.0f} | {pages / seconds:.1f} | {most / 1024:.0f} |", flush=True)
    return seconds


def processes() -> list[Path]:
    """Python processes that read for us, Ray's own apart."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"detente.cli" in words or words.startswith(b"ray::") or b"multiprocessing" in words:
                found.append(entry)
    return found


def held(process: Path) -> int:
    """kB at the most, so far."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", (process / "status").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def export(record: Path) -> bytes:
    return subprocess.run([*CLI, "export", "--record", str(record)], check=True, capture_output=True).stdout


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]), long="long" in sys.argv[3:])
