"""Pages through Ray into a lake, and out of it into a record: the same as read one after the other."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import detente
from detente import scale
from detente.cli.commands import cli
from detente.model import RecordError, UsageError
from detente.scale.reading import _PAGE, Coder, _Opener
from detente.scale.sources import listed, opened
from detente.store import Store

ROOT = Path(__file__).parents[2]
PRESS = ROOT / "examples/press"


def by_hand(sources: list[Path], lake: Path) -> list[dict[str, int]]:
    """What a run of Ray does, in this process."""
    tables = list(_Opener({})({"source": list(map(str, sources))}))
    coder = Coder(str(lake))
    return [row for table in tables for row in coder(table).to_pylist()]


def test_the_record_is_that_of_the_reader(tmp_path: Path) -> None:
    """Two processes, a page twice under other names, one that cannot be read; then the same once more."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for file in PRESS.iterdir():
        (pages / file.name).write_bytes(file.read_bytes())
    first = sorted(pages.iterdir())[0]
    (pages / f"again-{first.name}").write_bytes(first.read_bytes())
    (pages / "bad.txt").write_bytes(bytes(range(256)) * 20)
    lake, record, plain = (str(tmp_path / name) for name in ("lake", "lake.db", "plain.db"))

    ran = scale.read([str(pages)], lake, workers=2)
    files = len(list(pages.iterdir()))
    assert ran.files == sum(ran.fates.values()) == files
    assert ran.fates["refused"] == 1
    again = scale.read([str(pages)], lake, workers=1)
    assert (again.fates["read"], again.fates["refused"], again.reports) == (0, 1, ran.reports)

    scale.gather(lake, record)
    detente.read(pages, record=plain)
    assert detente.open(record).export() == detente.open(plain).export()
    assert ran.reports == len(json.loads(detente.open(plain).export())["reports"])


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_pairs_worked_out_in_advance_are_those_of_who_opens_it(tmp_path: Path, workers: int) -> None:
    by_hand(sorted(PRESS.iterdir()), tmp_path / "lake")
    ahead, late = (tmp_path / name for name in ("ahead.db", "late.db"))
    found = scale.gather(str(tmp_path / "lake"), str(ahead), workers)
    assert scale.gather(str(tmp_path / "lake"), str(late), 0).pairs == 0
    drawn = Path(f"{ahead}.gathered").read_bytes()
    one, other = detente.open(ahead).export("jsonl"), detente.open(late).export("jsonl")
    assert one == other
    pairs = {
        tuple(sorted({*r["actors"], *r["recipients"]})) for r in json.loads(detente.open(late).export())["reports"]
    }
    assert found.pairs == len(pairs) > 3
    assert Path(f"{ahead}.gathered").read_bytes() == drawn  # nothing had to be worked out again
    with Store(ahead) as first, Store(late) as second:
        assert first.names() == second.names() != {}


def test_no_pair_is_torn_whatever_its_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    by_hand(sorted(PRESS.iterdir()), tmp_path / "lake")
    exports = set()
    for few in (1, 7, 10_000):
        monkeypatch.setattr("detente.scale.consolidating.FEW", few)
        scale.gather(str(tmp_path / "lake"), str(tmp_path / f"{few}.db"), 1)
        exports.add(detente.open(tmp_path / f"{few}.db").export("jsonl"))
    assert len(exports) == 1


def test_what_cannot_be_worked_out_in_advance_is_on_opening(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    by_hand(sorted(PRESS.iterdir())[:6], tmp_path / "lake")
    scale.gather(str(tmp_path / "lake"), str(tmp_path / "plain.db"), 0)

    def fails(portion: object, book: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr("detente.scale.consolidating.work", fails)
    assert scale.gather(str(tmp_path / "lake"), str(tmp_path / "r.db"), 1).pairs == 0
    assert detente.open(tmp_path / "r.db").export("jsonl") == detente.open(tmp_path / "plain.db").export("jsonl")


def test_gathering_again_changes_nothing(tmp_path: Path) -> None:
    by_hand(sorted(PRESS.iterdir())[:2], tmp_path / "lake")
    first = scale.gather(str(tmp_path / "lake"), str(tmp_path / "r.db"))
    again = scale.gather(str(tmp_path / "lake"), str(tmp_path / "r.db"))
    assert (first.pages, first.known, again.pages, again.known) == (2, 0, 0, 2)


def test_a_run_that_is_done_again_by_another_process_keeps_nothing_twice(tmp_path: Path) -> None:
    sources = sorted(PRESS.iterdir())[:2]
    assert by_hand(sources, tmp_path / "lake") == [{"fate": "read", "pages": 2}]
    assert by_hand(sources, tmp_path / "lake") == [{"fate": "known", "pages": 2}]
    assert len(list((tmp_path / "lake/articles").iterdir())) == 1


def test_what_a_file_does_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    good = sorted(PRESS.iterdir())[0]
    found = [*opened(str(tmp_path / "a.html"), {}), *opened(str(tmp_path / "none.txt"), {}), *opened(str(good), {})]
    assert [getattr(one, "reason", "page") for one in found] == ["folder", "not-found", "page"]


def test_batches_stay_small(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Page {n}. " * 20, "url": f"https://example.org/{n}"}) for n in range(150)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    tables = list(_Opener({})({"source": [str(tmp_path / "many.jsonl")]}))
    assert [table.num_rows for table in tables] == [64, 64, 22]
    assert all(table.schema.equals(_PAGE) for table in tables)


def test_addresses_are_listed_as_paths_are(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.html", "b/c.warc.gz", "b/.hidden.html", "d.png"):
        (tmp_path / name).write_bytes(b"x")
    root = f"file://{tmp_path}"
    assert listed([root]) == [f"{root}/a.html", f"{root}/b/c.warc.gz"]
    assert listed([f"{root}/a.html"]) == [f"{root}/a.html"]
    assert listed([str(tmp_path)]) == [f"{tmp_path}/a.html", f"{tmp_path}/b/c.warc.gz"]


def test_a_page_read_by_its_address(tmp_path: Path) -> None:
    good = sorted(PRESS.iterdir())[0]
    (page,) = opened(f"file://{good}", {})
    assert page.data == good.read_bytes()  # type: ignore[union-attr]


@pytest.mark.parametrize("address", ["nowhere://bucket/pages", "s4://bucket"])
def test_a_store_that_nobody_knows(address: str) -> None:
    with pytest.raises(UsageError, match=address.partition(":")[0]):
        listed([address])


def test_no_lake(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is no lake"):
        scale.gather(str(tmp_path), str(tmp_path / "r.db"))


def test_no_page_at_all_and_no_cluster(tmp_path: Path) -> None:
    empty = CliRunner().invoke(cli, ["scale", "read", str(tmp_path), "--out", str(tmp_path / "lake"), "--workers", "1"])
    assert (empty.exit_code, "there is no page" in empty.output) == (2, True)
