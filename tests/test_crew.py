"""Pages read by several processes: killed at any moment, none is lost, none is twice, and the record is that of one process."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from detente.intake import Code, Tally, read_into
from detente.intake.crew import ALONE, DEATHS
from detente.model import Document, Page, Reading, UnreadablePage
from detente.store import Store

PAGES = ALONE + 40
BOOK = SimpleNamespace(version="v1")


def reading(page: Page) -> list[Reading]:
    return [Reading(page, Document(page.id, page.id, page.uri, page.data.decode(), "fr"))]


def plainly(page: Page, book: object) -> list[Reading]:
    return reading(page)


def dying(folder: Path, times: int, page: Page, book: object) -> list[Reading]:
    """Ends its own process, as the kernel would, the first `times` times that it meets a page with a 7 in it."""
    if b"7" in page.data and int(page.data.split()[1]) >= ALONE:
        for n in range(times):
            mark = folder / f"{page.id}.{n}"
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
    return reading(page)


def refusing(page: Page, book: object) -> list[Reading]:
    if b"3" in page.data:
        raise UnreadablePage("binary", "no text")
    if b"5" in page.data:
        raise LookupError("a rule")
    return reading(page)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for n in range(PAGES):
        (tmp_path / "in" / f"{n:03}.txt").write_text(f"page {n}")
    return tmp_path


def taken(name: str, code: Code[SimpleNamespace], workers: int) -> tuple[Tally, list[str], list[str], object]:
    """What became of all pages: the tally, uris in the order told, those in the record, and its refusals."""
    told: list[str] = []
    with Store(name) as store:
        tally = read_into(
            store, ["in"], BOOK, lambda done, of, outcome: told.append(outcome.uri), code=code, workers=workers
        )
        return tally, told, sorted(r.document.uri for r in store.readings()), store.refusals()


@pytest.mark.parametrize("code", [plainly, refusing], ids=["all-read", "some-refused"])
def test_three_processes_tell_what_one_does_in_its_order(pages: Path, code: Code[SimpleNamespace]) -> None:
    one, three = taken("one.db", code, 1), taken("three.db", code, 3)
    assert three[0].seen == PAGES
    assert three[1] == [f"in/{n:03}.txt" for n in range(PAGES)]
    assert three[1:] == one[1:]


@pytest.mark.parametrize("times", range(1, DEATHS))
def test_a_process_that_dies_costs_no_page(pages: Path, times: int) -> None:
    tally, told, kept, _ = taken("t.db", partial(dying, pages, times), 2)
    assert (tally.read, tally.refused, len(told), len(kept)) == (PAGES, 0, PAGES, PAGES)


def test_a_page_that_kills_each_process_is_refused_and_read_when_it_no_longer_does(pages: Path) -> None:
    bad = [f"in/{n:03}.txt" for n in range(ALONE, PAGES) if "7" in str(n)]
    tally, told, kept, refused = taken("t.db", partial(dying, pages, DEATHS), 2)
    assert [r.where for r in tally.refusals] == bad
    assert {r.reason for r in tally.refusals} == {"killed"}
    assert (len(told), len(kept)) == (PAGES, PAGES - len(bad))
    again, _, kept, refused = taken("t.db", plainly, 2)
    assert (again.read, again.known, len(kept), refused) == (len(bad), PAGES - len(bad), PAGES, ())


def test_the_same_bytes_twice_at_once_are_read_once(pages: Path) -> None:
    for n in range(PAGES):
        (pages / "in" / f"copy-{n:03}.txt").write_text(f"page {n}")
    tally, *_ = taken("t.db", plainly, 3)
    assert (tally.read, tally.known) == (PAGES, PAGES)


SLOW = """
import sys, time
from types import SimpleNamespace
from detente.intake import read_into
from detente.store import Store
import test_crew

def slowly(page, book):
    open(f"pid.{__import__('os').getpid()}", "w").close()
    time.sleep(0.02 if int(page.data.split()[1]) < test_crew.ALONE else 600)
    return test_crew.reading(page)

if __name__ == "__main__":
    with Store("t.db") as store:
        read_into(store, ["in"], SimpleNamespace(version="v1"), code=slowly, workers=2)
"""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=["kill", "ctrl-c", "term"])
def test_no_process_outlives_the_reader(pages: Path, blow: signal.Signals) -> None:
    (pages / "slow.py").write_text(SLOW)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    reader = subprocess.Popen([sys.executable, "slow.py"], env=env, stderr=subprocess.DEVNULL)
    workers = until(lambda: [int(p.suffix[1:]) for p in pages.glob("pid.*") if p.suffix != f".{reader.pid}"], 2)
    reader.send_signal(blow)
    reader.wait(timeout=30)
    until(lambda: [pid for pid in workers if not alive(pid)], 2)


def until(found, count: int) -> list[int]:  # type: ignore[no-untyped-def]
    """What `found` gives once there is so much of it; the limit is for a test that hangs, not for a slow machine."""
    for _ in range(1200):
        if len(got := found()) >= count:
            return got  # type: ignore[no-any-return]
        time.sleep(0.05)
    raise AssertionError(f"{len(got)} of {count}")


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
