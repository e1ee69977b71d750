"""The commands as a user meets them: real files, a real record, one line when something is wrong."""

import json
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from detente.cli import cli
from detente.cli.group import Group
from detente.cli.output import write_whole
from detente.model import (
    Basis,
    CodebookError,
    Document,
    Page,
    Reading,
    RecordError,
    Report,
    UsageError,
    When,
)
from detente.store import Store

DETENTE = [sys.executable, "-m", "detente.cli"]
ROOT = Path(__file__).parents[2]
HEAVY = {"spacy", "trafilatura", "sqlalchemy", "rich", "lxml", "numpy", "yaml", "babel", "htmldate", "edtf", "jinja2"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    return tmp_path


def detente(*words: str) -> Result:
    return CliRunner().invoke(cli, words, prog_name="detente")


def told(result: Result) -> str:
    """The one line of complaint of a command that ended in order."""
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, result.output
    assert lines[0].startswith("detente: ")
    return lines[0]


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        yield (*path, name), command


EVERY = list(commands(cli))


# -- help ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_the_examples_of_every_help_are_in_the_docs(path: tuple[str, ...], command: click.Command) -> None:
    examples = re.findall(r"^ {4,}(detente .+)$", command.help or "", re.M)
    assert examples
    lines = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").splitlines()
    assert [e for e in examples if e.strip() not in lines] == []
    assert "Usage: detente " + " ".join(path) in detente(*path, "--help").output


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, detente.cli as c; c.cli(['read', '--help'], standalone_mode=False); "
        f"print(sorted(set({sorted(HEAVY)}) & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stderr.strip() == "[]"


def test_version() -> None:
    assert re.fullmatch(r"detente \d+\.\d+\.\d+\n", detente("--version").output)


# -- a record made by hand ----------------------------------------------------------------------------------


SENTENCES = {
    "a.txt": "L'ambassadeur a été reçu au palais pour une audience d'une heure.",
    "b.txt": "Une délégation parlementaire a entamé sa visite dans la capitale.",
    "c.txt": "Le président du Conseil est arrivé avec douze chefs d'entreprise.",
}


def told_page(uri: str, actor: str, recipient: str, day: date) -> tuple[Page, list[Reading]]:
    """A page of one sentence and the one report it makes."""
    page = Page(uri.encode(), uri)
    document = Document(page.id, page.id, uri, SENTENCES[uri], "fr", outlet="Le Courrier", published=day)
    when = When(day, day, str(day), Basis.STATED)
    report = Report(
        "meet", "CONSULT", (actor,), (recipient,), document.evidence(0, len(document.text)), 0.9, "by-hand", when=when
    )
    return page, [Reading(page, document, reports=(report,), relevant=True)]


def fill(path: str) -> None:
    with Store(path) as store:
        for uri, actor, recipient, day in [("a", "USA", "MLI", 4), ("b", "FRA", "DZA", 11), ("c", "DZA", "FRA", 18)]:
            store.add(*told_page(f"{uri}.txt", actor, recipient, date(2025, 3, day)), "v1")


def _empty(path: str) -> None:
    Store(path).close()


def _someone_elses(path: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")


def _nothing(path: str) -> None:
    pass


@pytest.mark.parametrize(
    ("make", "words", "status", "says"),
    [
        pytest.param(_nothing, "brief MLI USA", 1, "there is no record at detente.db yet", id="brief-no-record"),
        pytest.param(_nothing, "export", 1, "there is no record at detente.db yet", id="export-no-record"),
        pytest.param(_empty, "brief MLI USA", 2, "is empty: read pages into it first", id="brief-empty-record"),
        pytest.param(fill, "brief MLI ZAF", 2, "it has DZA FRA (2), MLI USA (1)", id="no-event-between"),
        pytest.param(fill, "brief Malli USA", 2, "did you mean MLI (Mali)", id="nearest-names"),
        pytest.param(fill, "brief MLX USA", 2, "did you mean ", id="nearest-codes"),
        pytest.param(fill, "brief MLI mali", 2, "a relation takes two", id="one-and-the-same"),
        pytest.param(
            fill, "brief MLI USA -o no/where.md", 1, "detente: no/where.md: No such file", id="output-nowhere"
        ),
        pytest.param(
            fill, "brief MLI USA --since 2031-02-01 --until 2031-01-01", 2, "give the first day first", id="reversed"
        ),
        pytest.param(fill, "brief MLI USA --since 2031-02-01", 2, "after the last page of this record", id="too-late"),
        pytest.param(fill, "brief MLI USA --until 2024-02-01", 2, "no event between Mali and", id="nothing-then"),
        pytest.param(fill, "brief MLI USA --format pdf -o n.docx", 2, "n.docx ends in .docx, and", id="two-formats"),
        pytest.param(fill, "brief MLI USA -o n.odt", 2, "n.odt: no brief ends in .odt; take .md", id="no-such-ending"),
        pytest.param(fill, "brief MLI USA -o note", 2, "no brief ends in nothing", id="no-ending"),
        pytest.param(fill, "brief MLI USA --format docx", 2, "a docx is a file: say which, with -o", id="docx-nowhere"),
        pytest.param(fill, "brief MLI USA -o no/where.docx", 1, "no/where.docx: No such file", id="document-nowhere"),
        pytest.param(fill, "brief MLI ZAF -o n.pdf", 2, "it has DZA FRA (2), MLI USA (1)", id="no-event-for-a-pdf"),
        pytest.param(fill, "curve MLI USA -o c.svg", 2, "detente plot MLI USA -o c.svg", id="a-drawing-is-a-plot"),
        pytest.param(
            fill,
            "plot MLI USA --what types --since 2025-01-01 -o t.svg",
            2,
            "only the curve is drawn",
            id="days-of-types",
        ),
        pytest.param(fill, "export -o .", 1, "Is a directory", id="output-a-folder"),
        pytest.param(fill, "export --format crate", 2, "name a folder for them", id="crate-to-the-terminal"),
        pytest.param(fill, "export --format csv -o no/where", 1, "no/where: No such file", id="folder-in-no-folder"),
        pytest.param(fill, "export --format csv --table persons", 2, "no table is called", id="no-such-table"),
        pytest.param(fill, "export --table events", 2, "json has no tables", id="table-of-json"),
        pytest.param(fill, "import detente.db", 1, "no UTF-8 at byte", id="import-a-record"),
        pytest.param(fill, "import nothing.jsonl", 1, "nothing.jsonl: No such file", id="import-nothing"),
        pytest.param(fill, "plot FRA DEU", 2, "no event between FRA and DEU", id="plot-nothing"),
        pytest.param(_nothing, "read gone away.txt", 2, "there is nothing at gone, away.txt", id="read-nothing"),
        pytest.param(_nothing, "read . --record .", 1, ". is a folder; name a file in it", id="record-a-folder"),
        pytest.param(_nothing, "read . --record no/t.db", 1, "the folder no does not exist", id="record-nowhere"),
        pytest.param(_someone_elses, "read .", 1, "a database of something else (table recipes)", id="someone-elses"),
        pytest.param(_someone_elses, "brief MLI USA", 1, "a database of something else", id="someone-elses-brief"),
        pytest.param(_nothing, "export --record mysql://x", 1, "not mysql://", id="another-engine"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    here: Path, make: Callable[[str], None], words: str, status: int, says: str
) -> None:
    make("detente.db")
    result = detente(*words.split())
    assert (result.exit_code, result.stdout) == (status, "")
    assert says in told(result)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param("brief MLI USA --format json", "{", id="json"),
        pytest.param("brief MLI USA --format md", "#", id="md"),
        pytest.param("brief usa mali --format html --lang fr", "<!doctype html>", id="html-by-name"),
        pytest.param("export", "{", id="export-json"),
        pytest.param("export --format csv", "id,", id="export-csv"),
        pytest.param("export --format jsonl", "{", id="export-jsonl"),
    ],
)
def test_a_result_is_the_same_on_standard_output_and_in_a_file(here: Path, words: str, begins: str) -> None:
    fill("detente.db")
    shown, written = detente(*words.split()), detente(*words.split(), "-o", "out.csv")
    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert shown.stdout_bytes == Path("out.csv").read_bytes()
    assert shown.stdout.lower().startswith(begins)


@pytest.mark.parametrize(("name", "begins"), [("o.md", "#"), ("o.HTML", "<!doctype html>"), ("o.json", "{")])
def test_the_ending_of_the_file_chooses_the_format(here: Path, name: str, begins: str) -> None:
    fill("detente.db")
    assert detente("brief", "MLI", "USA", "-o", name).exit_code == 0
    assert Path(name).read_text(encoding="utf-8").lower().startswith(begins)


@pytest.mark.parametrize(("name", "begins"), [("n.docx", b"PK\x03\x04"), ("n.PDF", b"%PDF-")])
def test_a_document_is_written_by_its_ending(here: Path, name: str, begins: bytes) -> None:
    pytest.importorskip("pypandoc")
    pytest.importorskip("typst")
    fill("detente.db")
    result = detente("brief", "MLI", "USA", "--lang", "fr", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path(name).read_bytes().startswith(begins)


@pytest.mark.parametrize("missing", ["pypandoc", "typst"])
def test_a_document_without_its_libraries_is_refused_with_what_to_install(here: Path, missing: str) -> None:
    """In a process of its own, where the library cannot be found; all other formats go on."""
    pytest.importorskip("pypandoc")
    fill("detente.db")
    code = f"import sys; sys.modules[{missing!r}] = None; from detente.cli import main; sys.argv[0] = 'detente'; main()"
    command = [sys.executable, "-c", code, "brief", "MLI", "USA", "-o"]
    ran = [subprocess.run([*command, f"n.{x}"], capture_output=True, text=True) for x in ("pdf", "html")]
    assert (ran[0].returncode, ran[1].returncode) == (2, 0), ran[0].stderr
    assert "pip install 'detente[documents]'" in ran[0].stderr


def test_no_colour_where_there_is_no_terminal(here: Path) -> None:
    fill("detente.db")
    assert "\x1b" not in detente("brief", "MLI", "USA").stdout


def test_tables_go_into_a_folder_and_what_is_left_out_is_told(here: Path) -> None:
    fill("detente.db")
    assert detente("export", "--format", "csv", "-o", "tables").exit_code == 0
    assert Path("tables/events.csv").read_text(encoding="utf-8").startswith("id,")
    told_of = detente("export", "--format", "ical", "-o", "a.ics").stderr
    assert "ical: written: 0 of 3 events; left out: 3 not announced for later" in told_of


def test_an_export_is_imported(here: Path) -> None:
    fill("detente.db")
    assert detente("export", "--format", "jsonl", "-o", "r.jsonl").exit_code == 0
    assert "Exported again, it is the same to the last byte." in detente("import", "r.jsonl", "--record", "b.db").stdout
    assert detente("export", "--record", "b.db").stdout == detente("export").stdout


def test_an_empty_record_is_exported_whole_and_says_what_to_do(here: Path) -> None:
    Store("detente.db").close()
    result = detente("export")
    assert json.loads(result.stdout)["documents"] == []
    assert (result.exit_code, "detente read PATH" in result.stderr) == (0, True)


def test_the_record_may_be_named_in_the_environment(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill("mali.db")
    monkeypatch.setenv("DETENTE_RECORD", "mali.db")
    assert detente("export").exit_code == 0
    assert detente("export", "--record", "other.db").exit_code == 1


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    fill("detente.db")
    with subprocess.Popen([*DETENTE, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


def test_codebook_check_passes() -> None:
    result = detente("codebook", "check")
    assert result.exit_code == 0
    assert re.search(r"^[1-9]\d* examples and refusals, 0 failed$", result.stdout, re.M)


# -- reading, through the whole pipeline ---------------------------------------------------------------------

PAGE = """Bamako reçoit l'émissaire de Lisbonne

Le Courrier du Fleuve - Publié le {day} mars 2025

Le ministre malien des Affaires étrangères a reçu lundi à Bamako l'ambassadeur du Portugal, venu lui remettre un message
de son gouvernement sur la reprise de la coopération entre les deux pays, suspendue depuis plusieurs mois.

Les deux parties se sont félicitées de la qualité de leurs échanges et ont convenu de se retrouver avant la fin de
l'année, à une date qui reste à fixer par la voie diplomatique.
"""


def lay_pages(*days: int) -> None:
    Path("in").mkdir(exist_ok=True)
    for day in days:
        Path("in", f"{day}.txt").write_text(PAGE.format(day=day), encoding="utf-8")


def test_read_counts_refuses_and_repeats_itself(here: Path) -> None:
    lay_pages(10, 11)
    Path("in/copy.htm").write_bytes(Path("in/10.txt").read_bytes())
    Path("in/empty.txt").touch()
    Path("in/[bold]\x1b[31m.txt").touch()
    Path("in/scan.png").touch()
    with Path("in/large.html").open("wb") as file:
        file.truncate(50_000_000)
    first = detente("read", "in")
    assert (first.exit_code, first.stderr) == (0, "")
    assert "6 pages seen = 2 read + 1 already known + 3 refused" in first.stdout
    assert "1 other file left aside" in first.stdout
    assert re.search(r"^in/empty\.txt +empty ", first.stdout, re.M)
    assert re.search(r"^in/large\.html +too-large +50000000 bytes", first.stdout, re.M)
    assert re.search(r"^in/\[bold\]\\x1b\[31m\.txt +empty ", first.stdout, re.M)
    export = detente("export").stdout
    again = detente("read", "in", "--strict")
    assert "6 pages seen = 0 read + 3 already known + 3 refused" in again.stdout
    assert again.exit_code == 1
    assert detente("export").stdout == export


def test_two_orders_of_the_same_files_give_the_same_bytes(here: Path) -> None:
    lay_pages(10, 11, 12)
    names = sorted(str(p) for p in Path("in").iterdir())
    for name in names:
        detente("read", name, "--record", "one-by-one.db")
    detente("read", *reversed(names), "--record", "at-once.db")
    one, other = (detente("export", "--record", f"{name}.db") for name in ("one-by-one", "at-once"))
    assert (one.exit_code, other.exit_code) == (0, 0)
    assert len(json.loads(one.stdout)["documents"]) == len(names)
    assert one.stdout_bytes == other.stdout_bytes


def test_ctrl_c_keeps_what_was_read_and_the_same_command_goes_on(here: Path) -> None:
    lay_pages(*range(MANY))
    pipe = subprocess.PIPE
    with subprocess.Popen([*DETENTE, "read", "in"], stdout=pipe, stderr=pipe, text=True) as reading:
        wait_for_a_page(Path("detente.db"), reading)
        reading.send_signal(signal.SIGINT)
        output, complaint = reading.communicate(timeout=60)
    assert reading.returncode == 130
    kept = re.fullmatch(r"detente: interrupted; detente.db holds (\d+) pages?, each whole: .* the rest\n", complaint)
    assert kept
    assert 0 < int(kept[1]) < MANY
    assert "seen = " in output
    rest = detente("read", "in")
    assert f"{MANY} pages seen = {MANY - int(kept[1])} read + {kept[1]} already known + 0 refused" in rest.stdout


MANY = 250  # pages: some seconds of reading, to be interrupted in their midst


def wait_for_a_page(path: Path, reading: "subprocess.Popen[str]") -> None:
    while reading.poll() is None:
        if path.exists():
            with suppress(RecordError), Store(path, create=False) as store:
                if store.pages():
                    return
        time.sleep(0.01)
    raise AssertionError("it ended before a page was read")


# -- endings -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (UsageError("no such state"), 2, "detente: no such state"),
        (RecordError("not ours"), 1, "detente: not ours"),
        (CodebookError("acts/x.yml:\n  wrong"), 1, "detente: acts/x.yml: wrong"),
        (FileNotFoundError(2, "No such file or directory", "x"), 1, "detente: x: No such file or directory"),
        (OSError("odd"), 1, "detente: odd"),
        (KeyboardInterrupt(), 130, "detente: interrupted"),
        (
            KeyError("x"),
            70,
            "detente: a fault of ours, KeyError: 'x'; set DETENTE_TRACEBACK=1 to see where, and please report it",
        ),
        (RecordError("\x1b[2J"), 1, "detente: \\x1b[2J"),
    ],
)
def test_every_ending_is_one_line_and_a_status(error: BaseException, status: int, line: str) -> None:
    @click.group(cls=Group)
    def group() -> None: ...

    @group.command()
    def fail() -> None:
        raise error

    result = CliRunner().invoke(group, ["fail"])
    assert (result.exit_code, result.stderr.strip(), result.stdout) == (status, line, "")


@pytest.mark.parametrize("before", [None, "old"])
def test_a_file_is_written_whole_or_not_at_all(here: Path, before: str | None) -> None:
    path = Path("out.md")
    if before:
        path.write_text(before)
        path.chmod(0o640)
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]
    assert (path.read_text() if path.exists() else None) == before
    write_whole(path, b"new")
    assert [(p.name, p.read_text()) for p in here.iterdir()] == [("out.md", "new")]
    assert before is None or stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_written_through(here: Path) -> None:
    Path("real.md").write_text("old")
    Path("link.md").symlink_to("real.md")
    write_whole(Path("link.md"), b"new")
    assert Path("link.md").is_symlink()
    assert Path("real.md").read_text() == "new"
