"""CSV and Parquet: every table, typed, opened by what people open them with."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import get_args

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from chronicle.story import BOOK, STORY, UNREAD
from chronicle.strategies import readings
from detente.choices import ExportFormat
from detente.chronicle import gather
from detente.model import Reading, UsageError
from detente.views import export, exports
from detente.views.exports import tables
from detente.views.exports.made import sizes

RECORD = gather(STORY, BOOK, UNREAD)
NOT_FLAT = {"documents": {"blocks"}}  # a list of lists: in JSON only
FOLDED = {
    "anchor": "anchor_start",
    "content": "content_start",
    "topic": "topic",
    "values": "value",
    "quoted": "statement",
    "events": "a",
    "steps": "",
    "items": "topic",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("tables")
    for name, data in exports.make(RECORD, BOOK, "parquet").files:
        (home / name).write_bytes(data)
    return home


@pytest.mark.parametrize("name", tables.SHAPES)
def test_every_key_of_the_contract_has_a_column(name: str) -> None:
    told = {t.name: {c.name for c in t.columns} for t in tables.tables(RECORD)}
    whole = export.tree(RECORD)
    keys = {key for row in whole.get(name, ()) for key in row} - NOT_FLAT.get(name, set())
    lost = {key for key in keys - told[name] if FOLDED.get(key, key) not in (told[name] | {""})}
    assert not lost


@pytest.mark.parametrize("table", tables.tables(RECORD), ids=lambda t: t.name)
def test_the_readers_see_the_same_rows(table: tables.Table, folder: Path) -> None:
    path = folder / f"{table.name}.parquet"
    names, rows = [c.name for c in table.columns], len(table.rows)
    assert (pq.read_table(path).column_names, pq.read_table(path).num_rows) == (names, rows)
    frame = pd.read_parquet(path)
    assert (list(frame.columns), len(frame)) == (names, rows)
    found = duckdb.connect().execute(f"select * from read_parquet('{path}')")
    assert ([c[0] for c in found.description or ()], len(found.fetchall())) == (names, rows)


def test_polars_opens_every_table(folder: Path) -> None:
    import polars

    for table in tables.tables(RECORD):
        assert polars.read_parquet(folder / f"{table.name}.parquet").shape == (len(table.rows), len(table.columns))


def test_a_question_in_sql_over_several_tables(folder: Path) -> None:
    rows = (
        duckdb.connect()
        .execute(f"""
        select e.type, e.date_first, list_contains(e.actors, 'PRT'), count(*), min(r.published)
        from '{folder}/events.parquet' e join '{folder}/reports.parquet' r on r.event = e.id
        where e.instrument = 'visa-bond' and e.date_first >= date '2025-06-01' group by all""")
        .fetchall()
    )
    assert rows == [("CONCEDE", date(2025, 6, 20), True, 1, date(2025, 6, 21))]


def test_values_come_back_with_their_types(folder: Path) -> None:
    first = pq.read_table(folder / "reports.parquet").to_pylist()[0]
    report = RECORD.reports[0]
    assert (first["actors"], first["answers"], first["start"]) == (list(report.actors), False, report.evidence.start)
    assert (first["confidence"], first["date_first"]) == (0.8, report.when and report.when.earliest)


def test_the_steps_of_a_measure_are_rows() -> None:
    (steps,) = (t for t in tables.tables(RECORD) if t.name == "steps")
    assert [(r["state"], r["number"]) for r in steps.rows if r["measure"] == RECORD.measures[0].id] == [
        (s.state.value, n) for n, s in enumerate(RECORD.measures[0].steps, 1)
    ]
    assert len(steps.rows) == sizes(RECORD)["steps"] > 1


@given(readings())
@settings(max_examples=20, deadline=None)
def test_a_row_of_a_spreadsheet_for_every_row_of_the_record(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    found = exports.make(record, BOOK, "csv")
    split = {"wordings": sum(len(w.quoted) for w in record.wordings)}
    split["contradictions"] = sum(len(c.values) for c in record.contradictions)
    for name, data in found.files:
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))[1:]
        table = name.removesuffix(".csv")
        assert len(rows) == split.get(table, sizes(record)[table])
    assert sum(c.written for c in found.counts) == sum(sizes(record).values())


def test_one_table_is_told_from_the_others() -> None:
    only = exports.make(RECORD, BOOK, "csv").only("events")
    assert [name for name, _ in only.files] == ["events.csv"]
    assert {c.table for c in only.counts if c.written} == {"events"}
    assert get_args(ExportFormat) == exports.FORMATS
    with pytest.raises(UsageError, match="there are documents, dates, reports"):
        exports.make(RECORD, BOOK, "csv").only("persons")
