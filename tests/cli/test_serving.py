"""`detente serve`, before it serves: what it says where it cannot."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli.commands import cli


def test_the_missing_extra_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("detente.desk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    told = CliRunner().invoke(cli, ["serve"])
    assert told.exit_code == 2
    assert told.stderr == "detente: the desk needs fastapi, which is not installed: pip install 'detente[desk]'\n"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        pytest.param(["--record", "none.db"], 1, "there is no record at none.db yet", id="no-record"),
        pytest.param(["--host", "0.0.0.0"], 2, "can be reached by others", id="open-to-others"),
        pytest.param(["--port", "70000"], 2, "70000 is not in the range", id="no-such-port"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], status: int, says: str
) -> None:
    pytest.importorskip("fastapi", reason="the desk's libraries are an extra: pip install 'detente[desk]'")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(cli, ["serve", *words])
    assert told.exit_code == status
    assert says in told.stderr
