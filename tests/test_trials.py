# ruff: noqa: E501 - a paragraph of a page is one line
"""What befalls a real user: hostile pages, closed pipes, full disks, two readers, a pulled plug. Each as a process of its own."""

import csv
import io
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import cli
from detente.model import RecordError
from detente.store import Store

DETENTE = [sys.executable, "-m", "detente.cli"]
DAYS = range(10, 16)
HOSTILE = """Accra expulse deux diplomates & autres "nouvelles"

Le Courrier <b>du</b> Golfe - Publié le {day} mars 2031

=1+1 Le Ghana a expulsé mardi deux diplomates togolais <script>alert(1)</script> <i onmouseover="alert(2)">rien</i>, a annoncé le ministère ghanéen dans un communiqué.

Le Togo a rappelé son ambassadeur au Ghana, selon un porte-parole du gouvernement togolais, et l'affaire en est restée là.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    Path("in").mkdir()
    for day in DAYS:
        Path(f"in/{day}.txt").write_text(HOSTILE.format(day=day), encoding="utf-8")
    return tmp_path


def detente(*words: str, **world: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([*DETENTE, *words], capture_output=True, env={**os.environ, **world}, timeout=120)


def quick(*words: str) -> Result:
    """The same in this process: for what only prepares a trial, or needs no process of its own."""
    return CliRunner().invoke(cli, words, prog_name="detente")


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """`detente …` in a shell, for what only a shell can do to it."""
    command = line.replace("detente", f'"{sys.executable}" -m detente.cli', 1)
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)


def no_traceback(said: str) -> str:
    assert "Traceback" not in said
    return said


# -- what a page says stays text ------------------------------------------------------------------------------


def test_a_hostile_page_is_text_in_every_format(here: Path) -> None:
    assert quick("read", "in").exit_code == 0
    html = quick("brief", "GHA", "TGO", "--format", "html").stdout
    assert "&lt;script&gt;alert(1)" in html
    assert not re.search(r"<script|<i onmouseover|<b>du", html)
    rows = list(csv.reader(io.StringIO(quick("export", "--format", "csv").stdout_bytes.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > len(DAYS)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]
    record = json.loads(quick("export").stdout)
    texts = {d["id"]: d["text"] for d in record["documents"]}
    assert all(texts[r["document"]][r["start"] : r["end"]] == r["text"] for r in record["reports"])


# -- odd names and odd files ----------------------------------------------------------------------------------

NAMES = [b"a b.txt", b"new\nline.txt", b"quo'te\".txt", "😀.txt".encode(), b"-lead.txt", b"\xff\xfe.txt", b"[red]x.txt"]


def test_any_file_name_will_do(here: Path) -> None:
    Path("odd").mkdir()
    for number, name in enumerate(NAMES):
        Path("odd", os.fsdecode(name)).write_text(HOSTILE.format(day=number + 1), encoding="utf-8")
    ran = quick("read", "odd")
    assert f"{len(NAMES)} pages seen = {len(NAMES)} read" in ran.stdout
    uris = {d["uri"] for d in json.loads(quick("export").stdout)["documents"]}
    assert len(uris) == len(NAMES)
    assert {"odd/a b.txt", "odd/-lead.txt", "odd/😀.txt", r"odd/\xff\xfe.txt"} <= uris


def test_what_is_no_page_is_refused_and_the_rest_is_read(here: Path) -> None:
    odd = Path("in")
    (odd / "x.txt").mkdir()
    os.mkfifo(odd / "pipe.txt")
    (odd / "broken.txt").symlink_to("nowhere")
    (odd / "loop.txt").symlink_to("loop.txt")
    (odd / "self").symlink_to(".")
    (odd / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (odd / "program.txt").write_bytes(b"\x7fELF\x02\x01\x01\x00\x00")
    (odd / "nothing.html").write_bytes(b"<html><body></body></html>")
    with (odd / "big.html").open("wb") as file:
        file.truncate(50_000_000)
    ran = quick("read", "in")
    said = no_traceback(ran.output)
    assert ran.exit_code == 0
    assert f"{len(DAYS) + 8} pages seen = {len(DAYS)} read + 0 already known + 8 refused" in said
    assert quick("read", "in", "--strict").exit_code == 1


def test_a_page_that_lies_about_its_encoding_keeps_its_letters(here: Path) -> None:
    text = (
        "Le Sénégal a reçu une délégation du Québec, a déclaré le ministre sénégalais après l'entretien à Dakar. " * 4
    )
    page = f'<html><head><meta charset="utf-8"><title>Dîner</title></head><body><article><p>{text}</p></article></body></html>'
    Path("lie.html").write_bytes(page.encode("cp1252"))
    assert quick("read", "lie.html").exit_code == 0
    (document,) = json.loads(quick("export").stdout)["documents"]
    assert "Sénégal a reçu une délégation" in document["text"]


def test_an_empty_folder_says_what_is_read(here: Path) -> None:
    Path("bare").mkdir()
    ran = quick("read", "bare")
    assert ran.exit_code == 0
    assert "There is no page in bare: of folders, files ending in " in ran.stdout


# -- where the words go ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("detente export >&-", "detente: standard output is closed; nothing was done\n", id="closed"),
        pytest.param("detente read in >&-", "detente: standard output is closed; nothing was done\n", id="closed-read"),
        pytest.param("detente export > /dev/full", "detente: No space left on device\n", id="full"),
        pytest.param("detente brief GHA TGO > /dev/full", "detente: No space left on device\n", id="full-brief"),
        pytest.param("detente --help > /dev/full", "detente: No space left on device\n", id="full-help"),
        pytest.param(
            "detente export -o no/where.json", "detente: no/where.json: No such file or directory\n", id="gone"
        ),
    ],
)
def test_output_that_cannot_be_written_is_one_line_and_a_status(here: Path, line: str, says: str) -> None:
    assert quick("read", "in/10.txt").exit_code == 0
    ran = shell(line)
    assert (ran.returncode, ran.stderr) == (1, says)


@pytest.mark.parametrize("line", ["detente export | head -1", "detente brief GHA TGO | head -1"])
def test_a_reader_that_has_enough_is_no_error(here: Path, line: str) -> None:
    assert quick("read", "in/10.txt").exit_code == 0
    assert shell(f"set -o pipefail; {line}").stderr == ""


def test_without_an_error_output_the_status_still_tells(here: Path) -> None:
    assert shell("detente export 2>&-").returncode == 1


def test_a_locale_without_our_letters(here: Path) -> None:
    world = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert detente("read", "in", **world).returncode == 0
    ran = detente("brief", "Ghana", "Sénégal", **world)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (2, 1)
    assert b"no event between GHA and SEN" in ran.stderr
    assert detente("brief", "GHA", "TGO", **world).stdout == detente("brief", "GHA", "TGO").stdout
    assert "Cédéo".encode() in detente("brief", "Cédéo", "GHA", **world).stderr


def on_a_terminal(*words: str, **world: str) -> str:
    """What a terminal is given, its control sequences and all."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([*DETENTE, *words], stdout=follower, stderr=follower, env={**os.environ, **world})
    os.close(follower)
    said = b""
    with suppress(OSError):  # Linux tells the end of a terminal as EIO
        while piece := os.read(leader, 65536):
            said += piece
    os.close(leader)
    assert process.wait(60) == 0
    return said.decode()


COLOURS = re.compile(r"\x1b\[[0-9;]*m")
INK = re.compile(r"\x1b\[(?:[0-9]+;)*(?:[349][0-7]|[34]8;[0-9;]*)m")  # a colour; bold and dim are none


def test_a_narrow_terminal_and_one_without_colour(here: Path) -> None:
    assert quick("read", "in/10.txt").exit_code == 0
    world = {"TERM": "xterm-256color", "COLUMNS": "40", "LINES": "20"}
    shown = on_a_terminal("brief", "GHA", "TGO", **world)
    assert "\x1b[" in shown
    assert max(len(COLOURS.sub("", row)) for row in shown.splitlines()) <= 40
    assert not INK.search(on_a_terminal("brief", "GHA", "TGO", **world, NO_COLOR="1"))
    assert "\x1b" not in on_a_terminal("brief", "GHA", "TGO", **{**world, "TERM": "dumb"})


# -- interrupted, and two at once -----------------------------------------------------------------------------


def wait_for_pages(count: int, reading: "subprocess.Popen[bytes]") -> None:
    while reading.poll() is None:
        with suppress(RecordError), Store("detente.db", create=False) as store:
            if store.pages() >= count:
                return
        time.sleep(0.01)
    raise AssertionError("it ended before it could be stopped")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_stopped_and_run_again_is_as_never_stopped(here: Path, stop: signal.Signals) -> None:
    for day in range(40):  # enough that it cannot be over before it is stopped
        Path(f"in/z{day}.txt").write_text(HOSTILE.format(day="16").replace("deux", f"{day + 3}"), encoding="utf-8")
    with subprocess.Popen([*DETENTE, "read", "in"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as reading:
        wait_for_pages(2, reading)
        reading.send_signal(stop)
    assert reading.returncode != 0
    assert quick("read", "in", "--record", "whole.db").exit_code == 0
    assert quick("read", "in").exit_code == 0
    whole, again = (quick("export", "--record", name).stdout for name in ("whole.db", "detente.db"))
    assert whole == again != ""


def test_two_readers_of_one_record_lose_nothing_and_tell_each_page_once(here: Path) -> None:
    both = [
        subprocess.Popen([*DETENTE, "read", "in"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    said = [p.communicate(timeout=120) for p in both]
    assert [p.returncode for p in both] == [0, 0], said
    read = [int(found[1]) for out, _ in said if (found := re.search(rb"= (\d+) read", out))]
    assert sum(read) == len(DAYS)
    assert quick("read", "in", "--record", "alone.db").exit_code == 0
    assert quick("export").stdout == quick("export", "--record", "alone.db").stdout


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root can make a small disk")
def test_a_full_disk_is_told_and_what_was_kept_is_whole(here: Path) -> None:
    Path("disk").mkdir()
    small = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=250k", "tmpfs", "disk"], capture_output=True)
    if small.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        ran = detente("read", "in", "--record", "disk/t.db")
        assert ran.returncode == 1
        assert no_traceback(ran.stderr.decode()).count("\n") == 1
        assert "disk is full" in ran.stderr.decode()
        whole = quick("export", "--record", "disk/t.db")
        assert (whole.exit_code, json.loads(whole.stdout)["format"]) == (0, "detente-record")
    finally:
        subprocess.run(["umount", "-l", "disk"], check=True)


# -- how long it takes to say hello ---------------------------------------------------------------------------


def test_help_is_instant_and_loads_nothing_heavy() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "detente.cli", "--help"], capture_output=True, text=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}
    assert "click" in loaded
    assert not loaded & {"spacy", "trafilatura", "sqlalchemy", "lxml", "numpy", "yaml", "babel", "rich", "jinja2"}
    assert min(_seconds("--help") for _ in range(3)) <= 0.3


def _seconds(*words: str) -> float:
    began = time.perf_counter()
    assert detente(*words).returncode == 0
    return time.perf_counter() - began
