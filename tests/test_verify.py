"""`bin/verify-brief`: a brief checked against its pages by who has only Python, and by who has detente."""

import subprocess
import sys
from pathlib import Path

import pytest

import detente

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "bin" / "verify-brief"
TEXT = (
    "Visas\n\nPublié le 5 mars 2031\n\nLe Canada a suspendu lundi 3 mars 2031 son aide au Sénégal. "
    "Le ministère sénégalais des Affaires étrangères a dénoncé mardi « une décision injuste » du Canada.\n"
)


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page and the brief made of it."""
    folder = tmp_path_factory.mktemp("handed")
    (folder / "pages").mkdir()
    (folder / "pages" / "a.txt").write_text(TEXT, encoding="utf-8")
    detente.read([folder / "pages"], record=folder / "r.db")
    html = detente.open(folder / "r.db").brief("CAN", "SEN", "html")
    (folder / "brief.html").write_text(html, encoding="utf-8")
    return folder


def ran(*arguments: str | Path, bare: bool = False) -> tuple[int, str]:
    """bare: without detente on the path, as a third party has it."""
    flags = ["-I", "-S"] if bare else []
    done = subprocess.run([sys.executable, *flags, str(SCRIPT), *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(("bare", "how"), [(True, "among the words of their page"), (False, "at their characters")])
def test_what_stands_on_its_pages_is_found(handed: Path, bare: bool, how: str) -> None:
    status, said = ran(handed / "brief.html", handed / "pages", bare=bare)
    assert status == 0
    assert said.splitlines()[-1].endswith(f"{how}; 0 wrong or missing")
    assert "1 pages" in said


@pytest.mark.parametrize("bare", [True, False], ids=["python", "detente"])
@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("suspendu", "supprimé", "WRONG", id="a-quote-made-up"),
        pytest.param('data-page="', 'data-page="0', "MISSING page 0", id="another-fingerprint"),
    ],
)
def test_a_brief_that_was_tampered_with_is_told(
    handed: Path, tmp_path: Path, bare: bool, old: str, new: str, says: str
) -> None:
    text = (handed / "brief.html").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "b.html").write_text(text.replace(old, new), encoding="utf-8")
    status, said = ran(tmp_path / "b.html", handed / "pages", bare=bare)
    assert status == 1
    assert says in said


def test_offsets_that_are_wrong_are_told_by_detente(handed: Path, tmp_path: Path) -> None:
    text = (handed / "brief.html").read_text(encoding="utf-8")
    (tmp_path / "b.html").write_text(text.replace('data-start="', 'data-start="1'), encoding="utf-8")
    assert ran(tmp_path / "b.html", handed / "pages", bare=True)[0] == 0
    assert ran(tmp_path / "b.html", handed / "pages")[0] == 1


def test_a_page_that_was_changed_is_told(handed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("lundi", "mardi"), encoding="utf-8")
    status, said = ran(handed / "brief.html", tmp_path, bare=True)
    assert (status, said.count("MISSING")) == (1, 1)


@pytest.mark.parametrize(
    "arguments", [[], ["nowhere.html", "."], [str(SCRIPT), "."]], ids=["none", "no-file", "no-brief"]
)
def test_wrong_use(arguments: list[str]) -> None:
    assert ran(*arguments, bare=True)[0] == 2
