"""The kept codebook is the one the files say, whatever becomes of either."""

import shutil
from pathlib import Path

import pytest

from detente.codebook import Codebook, load
from detente.codebook.book import HOME
from detente.codebook.kept import loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HOME, tmp_path / "codebook", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def said(book: Codebook) -> list[object]:
    """All of a book that can be compared."""
    return [book.version, book.acts, book.instruments, book.actors, book.plover, book.languages, book.times, book.pages]


def test_what_is_kept_is_what_is_read(folder: Path, tmp_path: Path) -> None:
    first, again = (loaded(folder, tmp_path / "kept") for _ in range(2))
    assert len(list((tmp_path / "kept").glob("book-*"))) == 1
    assert said(first) == said(again) == said(load(folder))


def test_a_changed_file_is_read_anew(folder: Path, tmp_path: Path) -> None:
    before = loaded(folder, tmp_path / "kept")
    act = folder / "acts" / "expel.yml"
    act.write_text(act.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    after = loaded(folder, tmp_path / "kept")
    assert after.version == load(folder).version != before.version


def test_a_file_that_went_is_missed(folder: Path, tmp_path: Path) -> None:
    loaded(folder, tmp_path / "kept")
    (folder / "acts" / "expel.yml").unlink()
    assert "expel" not in loaded(folder, tmp_path / "kept").acts


@pytest.mark.parametrize("harm", [pytest.param(b"", id="empty"), pytest.param(b"\x80\x05half", id="torn"),
                                  pytest.param(b"\x80\x05K\x01.", id="something-else")])  # fmt: skip
def test_harm_to_what_is_kept_costs_a_reading_only(harm: bytes, folder: Path, tmp_path: Path) -> None:
    book = loaded(folder, tmp_path / "kept")
    kept = next((tmp_path / "kept").glob("book-*"))
    kept.write_bytes(harm)
    assert said(loaded(folder, tmp_path / "kept")) == said(book)


def test_where_nothing_can_be_kept_it_is_read_each_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, no folder")
    assert said(loaded(folder, tmp_path / "kept")) == said(load(folder))
