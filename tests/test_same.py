"""Reading is the same under another hash seed, locale and time zone, and by several processes: the small share of `bench.faults.same`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import detente

PRESS = Path(__file__).parents[1] / "examples" / "press"
PAGES = ("01-fleuve-caution-visas.txt", "12-levant-expulsions.html", "13-harbour-lebanon-recalls.html")
SCRIPT = """
import sys, detente
if __name__ == "__main__":
    detente.read([sys.argv[1]], record=sys.argv[2], workers=int(sys.argv[3]))
    sys.stdout.buffer.write(detente.open(sys.argv[2]).export("jsonl").encode())
"""
QUIET = "Le marché {n}\n\nLe Soir - Publié le 11 mars 2031\n\nLe Ghana a rappelé mardi son ambassadeur au Togo, {n} jours après.\n"
WAYS = {
    "one-process": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"},
    "two-processes": {"PYTHONHASHSEED": "4294967295", "LC_ALL": "C.UTF-8", "TZ": "America/St_Johns"},
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some that tell much, and more than are read before processes start."""
    folder = tmp_path_factory.mktemp("same")
    for name in PAGES:
        (folder / name).write_bytes((PRESS / name).read_bytes())
    for n in range(25):
        (folder / f"quiet{n}.txt").write_text(QUIET.format(n=n + 2), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def here(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of this process, in its own world."""
    record = tmp_path_factory.mktemp("here") / "r.db"
    detente.read([str(pages)], record=record)
    return detente.open(record).export("jsonl")


@pytest.mark.parametrize("name", WAYS)
def test_the_world_around_leaves_no_mark(pages: Path, here: str, tmp_path: Path, name: str) -> None:
    command = [
        sys.executable,
        "-c",
        SCRIPT,
        str(pages),
        str(tmp_path / "r.db"),
        "2" if name == "two-processes" else "1",
    ]
    done = subprocess.run(command, env={**os.environ, **WAYS[name]}, capture_output=True)
    assert (done.returncode, done.stdout.decode()) == (0, here), done.stderr
