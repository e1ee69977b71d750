"""`detente explain`, as a user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import cli

PAGE = """Le Togo suspend la délivrance de visas

Le Courrier du Golfe - Publié le 6 mars 2031

Le Togo a suspendu mercredi la délivrance de visas aux ressortissants portugais, a annoncé à Lomé le ministère togolais
des Affaires étrangères.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(PAGE, encoding="utf-8")
    Path("in/b.txt").write_text(PAGE.replace("suspend la", "gèle la"), encoding="utf-8")
    Path("in/empty.txt").touch()
    return tmp_path


def detente(*words: str) -> Result:
    return CliRunner().invoke(cli, words, prog_name="detente")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param("explain in/a.txt", "Le Togo suspend", id="text"),
        pytest.param("explain in/a.txt --format html --lang fr --all", "<!doctype html>\n<html lang=\"fr\">", id="html"),
    ],
)  # fmt: skip
def test_the_same_on_standard_output_and_in_a_file(here: Path, words: str, begins: str) -> None:
    shown, written = detente(*words.split()), detente(*words.split(), "-o", "out")
    assert (shown.exit_code, written.exit_code, written.output) == (0, 0, "")
    assert shown.stdout_bytes == Path("out").read_bytes()
    assert shown.stdout.startswith(begins)
    assert not Path("detente.db").exists()


def test_the_ending_of_the_file_chooses_the_format(here: Path) -> None:
    assert detente("explain", "in/a.txt", "-o", "why.HTML").exit_code == 0
    assert Path("why.HTML").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_folder_is_all_its_pages_and_what_it_cannot_read(here: Path) -> None:
    told = detente("explain", "in").stdout
    assert (
        told.index("Le Togo suspend") < told.index("Le Togo gèle") < told.index("Pages not read: in/empty.txt · empty")
    )


@pytest.mark.parametrize(
    ("page", "status", "says"),
    [
        pytest.param("gone.txt", 2, "detente: there is nothing at gone.txt\n", id="nothing-there"),
        pytest.param("in/empty.txt", 1, "detente: in/empty.txt: empty", id="empty"),
        pytest.param("/dev/null", 1, "detente: /dev/null: not-a-file: not a regular file\n", id="a-device"),
        pytest.param("https://127.0.0.1/x", 1, "detente: https://127.0.0.1/x: private-address: ", id="private-address"),
    ],
)
def test_wrong_input_is_refused_as_by_read(here: Path, page: str, status: int, says: str) -> None:
    result = detente("explain", page)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(says)
    assert result.stderr.count("\n") == 1
