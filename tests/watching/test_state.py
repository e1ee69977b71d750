"""What is remembered between rounds."""

from pathlib import Path

import pytest

from detente.fetching import Mark
from detente.model import RecordError
from detente.watching import State, start
from detente.watching.state import Feed


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    state = State(tmp_path / "r.db.watch")
    assert state.told is None
    state.feeds["https://a.example/"] = Feed(Mark('"v"', "day"), 12.5, 2, "timeout: x")
    state.met, state.tries, state.told = {"aa"}, {"https://b.example/": 3}, {"key"}
    state.save()
    again = start(str(tmp_path / "r.db"), None)
    assert (again.feeds, again.met, again.tries, again.told) == (state.feeds, state.met, state.tries, state.told)


STRANGE = ["", "{", "[]", '{"version": 2}', '{"version": 1, "feeds": []}', '{"version": 1, "feeds": {"a": {}}}']


@pytest.mark.parametrize("text", STRANGE)
def test_a_file_that_is_none_of_ours(text: str, tmp_path: Path) -> None:
    (tmp_path / "s").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match="move it away"):
        State.load(tmp_path / "s")


def test_a_record_on_a_server_has_nothing_beside_it(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="--state"):
        start("postgresql://desk/mali", None)
    assert start("postgresql://desk/mali", tmp_path / "s").path == tmp_path / "s"
