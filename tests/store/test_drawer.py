"""What is kept beside a record is there again, or is only lost; the record itself is never touched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.store import Drawer


def filled(record: Path) -> Path:
    with Drawer(record) as drawer:
        drawer.get("a")
        drawer.get("b")
        drawer.put("a", "1", b"one")
        drawer.put("b", "2", b"two")
    return Path(f"{record}.gathered")


def test_what_is_put_is_there_again(tmp_path: Path) -> None:
    assert filled(tmp_path / "r.db").is_file()
    with Drawer(tmp_path / "r.db") as drawer:
        assert (drawer.get("a"), drawer.get("b"), drawer.get("c")) == (("1", b"one"), ("2", b"two"), None)


def test_what_nobody_asks_for_is_dropped_when_something_is_put(tmp_path: Path) -> None:
    filled(tmp_path / "r.db")
    with Drawer(tmp_path / "r.db") as drawer:
        drawer.get("a")
        drawer.put("a", "3", b"three")
    with Drawer(tmp_path / "r.db") as drawer:
        assert (drawer.get("a"), drawer.get("b")) == (("3", b"three"), None)


def test_a_passing_view_keeps_nothing(tmp_path: Path) -> None:
    with Drawer(tmp_path / "r.db", keeps=False) as drawer:
        drawer.put("a", "1", b"one")
    assert list(tmp_path.iterdir()) == []


def test_what_failed_half_way_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(AttributeError), Drawer(tmp_path / "r.db") as drawer:
        print(drawer.put("a", "1", b"one"), drawer.nothing)  # type: ignore[func-returns-value, attr-defined]
    assert list(tmp_path.iterdir()) == []


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "again"),
    [
        pytest.param(lambda path: path.unlink(), True, id="deleted"),
        pytest.param(lambda path: path.write_bytes(b""), True, id="emptied"),
        pytest.param(lambda path: path.write_bytes(b"no database, only words" * 99), True, id="overwritten"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:5000]), True, id="cut-short"),
        pytest.param(_folder, False, id="a-folder"),
    ],
)
def test_a_spoilt_drawer_is_a_loss_and_no_error(tmp_path: Path, spoil: Callable[[Path], None], again: bool) -> None:
    spoil(filled(tmp_path / "r.db"))
    with Drawer(tmp_path / "r.db") as drawer:
        assert drawer.get("a") is None
        drawer.put("a", "4", b"four")
    with Drawer(tmp_path / "r.db") as drawer:
        assert drawer.get("a") == (("4", b"four") if again else None)
