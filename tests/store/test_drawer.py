"""What is kept beside a record is there again, or is only lost; the record itself is never touched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.store import drawer_of
from detente.store.drawer import Drawer
from detente.store.opening import place_of
from postgres import Server


def drawer_at(url: str | Path, keeps: bool = True) -> Drawer:
    return drawer_of(place_of(url), keeps=keeps)


def filled(record: str | Path) -> Path:
    with drawer_at(record) as drawer:
        drawer.get("a")
        drawer.get("b")
        drawer.put("a", "1", b"one")
        drawer.put("b", "2", b"two")
    return Path(f"{record}.gathered")


def test_what_is_put_is_there_again(url: str) -> None:
    filled(url)
    with drawer_at(url) as drawer:
        assert (drawer.get("a"), drawer.get("b"), drawer.get("c")) == (("1", b"one"), ("2", b"two"), None)


def test_what_nobody_asks_for_is_dropped_when_something_is_put(url: str) -> None:
    filled(url)
    with drawer_at(url) as drawer:
        drawer.get("a")
        drawer.put("a", "3", b"three")
    with drawer_at(url) as drawer:
        assert (drawer.get("a"), drawer.get("b")) == (("3", b"three"), None)


def test_a_server_that_is_not_there_is_a_loss_and_no_error(postgres: Server) -> None:
    away = postgres.url().replace(str(postgres.port), "1")
    with drawer_at(away) as drawer:
        assert drawer.get("a") is None
        drawer.put("a", "1", b"one")


def test_a_passing_view_keeps_nothing(tmp_path: Path) -> None:
    with drawer_at(tmp_path / "r.db", keeps=False) as drawer:
        drawer.put("a", "1", b"one")
    assert list(tmp_path.iterdir()) == []


def test_what_failed_half_way_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(AttributeError), drawer_at(tmp_path / "r.db") as drawer:
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
    with drawer_at(tmp_path / "r.db") as drawer:
        assert drawer.get("a") is None
        drawer.put("a", "4", b"four")
    with drawer_at(tmp_path / "r.db") as drawer:
        assert drawer.get("a") == (("4", b"four") if again else None)
