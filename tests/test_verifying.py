"""`detente verify` names what does not hold, whatever was done to the record behind its back."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import detente
from detente.cli import cli
from detente.model import RecordError

PAGES = Path(__file__).parent.parent / "examples" / "press"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("verify") / "whole.db"
    detente.read([PAGES], record)
    return record


@pytest.fixture
def record(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "t.db"))


def altered(record: Path, statement: str) -> set[str]:
    """What kinds do not hold after one change behind the record's back."""
    with sqlite3.connect(record) as db:
        assert db.execute(statement).rowcount > 0
    db.close()
    return {unheld.kind for unheld in detente.verify(record, [PAGES]).unheld}


def test_a_record_as_it_was_read_holds_to_the_last_datum(whole: Path) -> None:
    found = detente.verify(whole, [PAGES])
    assert found.unheld == ()
    assert found.counts["articles"] == found.counts["pages"] > 10
    record = detente.open(whole).record
    assert found.counts["events"] == len(record.events) > 10
    assert found.counts["measures"] == len(record.measures) + len(record.standing) > 0
    assert found.counts["data"] > len(record.dates) + len(record.reports)
    assert found.counts["pages of the record not at hand"] == 0


ONE = "(SELECT min(rowid) FROM reports)"
CHANGES = [
    pytest.param(f"UPDATE reports SET type = 'AID' WHERE rowid = {ONE}", {"coding"}, id="another-type"),
    pytest.param(f"UPDATE reports SET confidence = 1.0 WHERE rowid = {ONE}", {"coding"}, id="surer-than-read"),
    pytest.param(f"DELETE FROM reports WHERE rowid = {ONE}", {"coding"}, id="a-report-taken-out"),
    pytest.param(
        f"UPDATE reports SET people = '[\"Nobody Named\"]' WHERE rowid = {ONE}",
        {"coding", "unsupported"},
        id="a-name-the-page-lacks",
    ),
    pytest.param("UPDATE reports SET start = 10, \"end\" = 9000000", {"row"}, id="spans-beyond-the-text"),
    pytest.param("UPDATE documents SET title = title || '!' WHERE title IS NOT NULL", {"page"}, id="another-title"),
    pytest.param("UPDATE statements SET side = 'FRA'", {"coding"}, id="another-side"),
    pytest.param("UPDATE pages SET codebook = 'older'", set(), id="an-older-codebook-is-no-fault"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "kinds"), CHANGES)
def test_what_was_changed_behind_its_back_is_named(record: Path, statement: str, kinds: set[str]) -> None:
    assert altered(record, statement) == kinds


def test_a_file_with_spoilt_bytes_is_named_as_such(record: Path) -> None:
    data = bytearray(record.read_bytes())
    for at in range(len(data) // 2, len(data) // 2 + 40_000, 512):
        data[at : at + 64] = bytes(64)
    record.write_bytes(bytes(data))
    result = CliRunner().invoke(cli, ["verify", "--record", str(record)])
    assert result.exit_code != 0
    assert "Traceback" not in result.output


def test_a_page_that_is_not_the_one_that_was_read_is_not_at_hand(record: Path, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    some = sorted(PAGES.iterdir())[0]
    (tmp_path / "p" / some.name).write_bytes(some.read_bytes() + b" ")
    found = detente.verify(record, [tmp_path / "p"])
    assert found.counts["pages of the record not at hand"] == found.counts["articles"]
    assert "pages" not in found.counts


def test_a_backup_brought_back_is_the_record(record: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    copy, again = tmp_path / "copy.db", tmp_path / "again.db"
    assert run(cli, ["backup", str(copy), "--record", str(record)]).exit_code == 0
    assert run(cli, ["restore", str(copy), "--record", str(again)]).exit_code == 0
    assert detente.open(again).export() == detente.open(record).export()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "command",
    [["backup", "{there}", "--record", "{record}"], ["restore", "{record}", "--record", "{there}"]],
    ids=["backup", "restore"],
)
def test_a_copy_never_covers_what_is_there(record: Path, tmp_path: Path, command: list[str]) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    result = CliRunner().invoke(cli, [part.format(there=there, record=record) for part in command])
    assert result.exit_code != 0
    assert "is there already" in result.output
    assert there.read_text() == "mine"


def test_a_damaged_backup_is_refused(record: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(record.read_bytes()[:-40_000])
    with pytest.raises(RecordError):
        detente.recover(tmp_path / "bad.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()
