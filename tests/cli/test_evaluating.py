"""`detente evaluate` as a user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import detente
from detente.cli.commands import cli

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = str(tmp_path_factory.mktemp("evaluated") / "r.db")
    detente.read(sorted((ROOT / "examples/press").glob("0*"))[:3], record=found)
    return found


def run(record: str, *rest: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *rest, "--record", record])


def test_figures_on_the_terminal(record: str) -> None:
    shown = run(record, str(ROOT / "examples/gold"))
    assert shown.exit_code == 0, shown.output
    assert "mentions.type.f1" in shown.output
    assert "not-in-record" in shown.output  # three pages of eighteen were read


def test_a_page_to_read_the_errors_in(record: str, tmp_path: Path) -> None:
    to = tmp_path / "errors.html"
    assert run(record, str(ROOT / "examples/gold"), "-o", str(to), "--lang", "fr").exit_code == 0
    assert to.read_text(encoding="utf-8").startswith("<!doctype html>")


NEEDS = [
    pytest.param("pages.read=0.1", 0, "", id="enough"),
    pytest.param("pages.read=1", 1, "falls short: pages.read", id="too little"),
    pytest.param("pages.red=1", 2, "there is no figure pages.red", id="no such figure"),
    pytest.param("pages.read", 2, "mentions.type.f1=0.7", id="no value"),
]


@pytest.mark.parametrize(("need", "status", "said"), NEEDS)
def test_what_is_needed(record: str, need: str, status: int, said: str) -> None:
    shown = run(record, str(ROOT / "examples/gold"), "--need", need)
    assert shown.exit_code == status, shown.output
    assert said in shown.output


def test_no_gold(record: str, tmp_path: Path) -> None:
    shown = run(record, str(tmp_path))
    assert shown.exit_code == 2
    assert "no coded page" in shown.output
