"""A lake: whole files, the same for the same rows, and what follows from them."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.model import RecordError
from detente.scale.lake import KNOWN, READ, REFUSED, Lake, Row, digest_of

A = Row("aa" * 32, "a.html", READ, 10, "text/html", "book", readings="[]")
REPORT = {"id": "r", "pair": "BEN-NER", "month": "2031-04", "type": "AID", "actors": ["BEN"], "recipients": ["NER"]}


def filled(tmp_path: Path, *rows: Row) -> Lake:
    lake = Lake(str(tmp_path / "lake"))
    lake.put(rows)
    return lake


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    (row,) = filled(tmp_path, A).rows()
    assert Row(**row) == A


def test_the_same_rows_put_again_are_the_same_file(tmp_path: Path) -> None:
    lake = filled(tmp_path, A)
    assert lake.put([A]) == lake.put([A])
    assert len(lake.names()) == 1
    assert len(list(lake.rows())) == 1


def test_a_lake_that_is_not_there_is_empty(tmp_path: Path) -> None:
    lake = Lake(str(tmp_path / "none"))
    assert (lake.names(), list(lake.rows()), lake.seen(), lake.partition()) == ([], [], (set(), set()), 0)


def test_what_was_read_is_known_and_what_was_refused_is_tried_again(tmp_path: Path) -> None:
    bad = Row("bb" * 32, "b.html", REFUSED, reason="binary")
    other = Row("aa" * 32, "c.html", KNOWN)
    read, met = filled(tmp_path, A, bad, other).seen()
    assert read == {bytes.fromhex("aa" * 32)}
    assert met == {digest_of("aa" * 32, "a.html"), digest_of("aa" * 32, "c.html")}


def test_reports_lie_by_pair_and_month_each_once(tmp_path: Path) -> None:
    told = replace(A, reports=json.dumps([REPORT]))
    lake = filled(tmp_path, told)
    lake.put([told, replace(A, uri="c.html", reports=json.dumps([REPORT]))])  # the same bytes, met in two places
    assert lake.partition() == 1
    assert lake.partition() == 1
    (file,) = (tmp_path / "lake/reports").rglob("*.parquet")
    assert file.parent.relative_to(tmp_path / "lake/reports").as_posix() == "pair=BEN-NER/month=2031-04"
    assert pq.read_table(file, partitioning=None).to_pylist()[0]["actors"] == ["BEN"]


STRANGE = [
    pytest.param(b"not parquet", id="other bytes"),
    pytest.param(b"", id="an empty file"),
]


@pytest.mark.parametrize("data", STRANGE)
def test_a_file_that_is_spoilt_is_named(data: bytes, tmp_path: Path) -> None:
    lake = filled(tmp_path, A)
    (tmp_path / "lake/articles/spoilt.parquet").write_bytes(data)
    with pytest.raises(RecordError, match=r"spoilt\.parquet"):
        list(lake.rows())


def test_a_table_of_somebody_else_is_named(tmp_path: Path) -> None:
    lake = filled(tmp_path, A)
    pq.write_table(pa.table({"page": ["x"]}), tmp_path / "lake/articles/theirs.parquet")
    with pytest.raises(RecordError, match=r"theirs\.parquet is no file of a lake"):
        list(lake.rows())


def test_a_file_cut_short_is_not_in_place(tmp_path: Path) -> None:
    """What dies while it writes leaves no file of articles."""
    lake = filled(tmp_path, A)
    files, folder = lake._place("articles")

    def dies() -> None:
        with files.transaction, files.open(f"{folder}/half.parquet", "wb") as half:
            half.write(b"PAR1")
            raise KeyError

    with pytest.raises(KeyError):
        dies()
    assert len(lake.names()) == 1
