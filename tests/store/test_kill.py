"""`kill -9` at any moment: what was committed is whole, running again completes it, nothing is twice."""

import subprocess
import sys
from pathlib import Path

import pytest

from detente.store import Store

PAGES = 6
SURE_TO_DIE = -9  # SIGKILL, as subprocess tells it

READER = """
import os, signal, sys
from types import SimpleNamespace
from sqlalchemy import event
from sqlalchemy.engine import Engine
from detente.intake import read_into
from detente.model import Document, Reading, UnreadablePage
from detente.store import Store

moment, count = sys.argv[1], int(sys.argv[2])

def die_at(name):
    left = [count]
    def step(*given):
        left[0] -= 1
        if left[0] == 0 and name == moment:
            os.kill(os.getpid(), signal.SIGKILL)
    return step

coded, written, between = die_at("while coding"), die_at("after a statement"), die_at("between pages")
event.listen(Engine, "after_cursor_execute", written)
event.listen(Engine, "commit", die_at("before a commit"))

def code(page, book):
    coded()
    if b"3" in page.data:
        raise UnreadablePage("binary", "no text")
    documents = [Document(page.id + end, page.id, page.uri, page.data.decode(), "fr") for end in ("", "#2")]
    return [Reading(page, document) for document in documents]

with Store(sys.argv[3]) as store:
    read_into(store, ["in"], SimpleNamespace(version="v1"), between, code=code)
"""


def run(folder: Path, url: str, moment: str, count: int) -> int:
    return subprocess.run([sys.executable, "-c", READER, moment, str(count), url], cwd=folder).returncode


def rows(url: str) -> tuple[list[str], tuple[tuple[str, str, str], ...], int]:
    with Store(url, create=False) as store:
        return [r.document.id for r in store.readings()], store.refusals(), store.pages()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for n in range(PAGES):
        (tmp_path / "in" / f"{n}.txt").write_text(f"page {n}")
    return tmp_path


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("while coding", 1),
        ("while coding", 4),
        ("between pages", 1),
        ("between pages", 4),
        ("between pages", PAGES),
        ("before a commit", 1),
        ("before a commit", 5),
        *(("after a statement", n) for n in (1, 5, 16, 24, 27, 28, 29, 30, 31, 50)),
    ],
)
def test_killed_at_any_moment_and_run_again(folder: Path, url: str, moment: str, count: int) -> None:
    assert run(folder, url, moment, count) == SURE_TO_DIE
    with Store(url) as store:  # opening mends it, and every page in it is whole
        assert len(list(store.readings())) == 2 * store.pages()
    assert run(folder, url, "never", 1) == 0
    documents, refusals, pages = rows(url)
    assert pages == PAGES - 1
    assert len(documents) == len(set(documents)) == 2 * pages
    assert refusals == (("in/3.txt", "binary", "no text"),)
