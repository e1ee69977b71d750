"""The export contract: names, spans, stable bytes, and cells no spreadsheet runs."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente.views
from chronicle.story import BOOK, STORY, UNREAD, document, when
from chronicle.strategies import readings
from detente.chronicle import gather
from detente.model import Basis, Page, Reading, TimeMention, UsageError
from detente.views import export, exports
from detente.views.exports import spreadsheet

RECORD = gather(STORY, BOOK, UNREAD)
TREE: dict[str, Any] = json.loads(export.render(RECORD))
SCHEMA = json.loads((Path(detente.views.__file__).parent / "export.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)

CONTRACT = {  # the names other tools rely on: DESIGN, *The export contract*, version 1
    "documents": "id uri title outlet byline published language text relevant copy_of",
    "dates": "document start end text edtf basis",
    "reports": "id document type mode contexts actors recipients people date place status instrument amount "
    "attributed_to confidence rule start end text event",
    "events": "id type actors recipients date status reports outlets independent_sources disputed possibly_same",
    "measures": "id instrument imposer target start end state amount reciprocal_of events",
    "statements": "id document speaker side mode start end text",
    "contradictions": "event field kind values",
}


def test_the_story_is_valid() -> None:
    VALID.validate(TREE)


@given(readings())
@settings(max_examples=40, deadline=None)
def test_every_record_is_valid(pages: list[Reading]) -> None:
    VALID.validate(json.loads(export.render(gather(pages, BOOK))))


@pytest.mark.parametrize("kind", CONTRACT)
def test_rows_begin_with_the_names_of_the_contract(kind: str) -> None:
    assert [list(row)[: len(CONTRACT[kind].split())] for row in TREE[kind]] == [CONTRACT[kind].split()] * len(
        TREE[kind]
    )
    assert TREE[kind]


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        pytest.param(("reports", 0, "type"), "MEETING", id="unknown-type"),
        pytest.param(("events", 0, "date"), "le 3 mars", id="date-in-prose"),
        pytest.param(("measures", 0, "state"), "active", id="unknown-state"),
        pytest.param(("reports", 0, "actors"), [], id="nobody-acts"),
        pytest.param(("documents", 0, "id"), "a.html", id="no-fingerprint"),
        pytest.param(("version",), 2, id="other-version"),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], wrong: object) -> None:
    spoilt: Any = json.loads(json.dumps(TREE))
    *steps, last = path
    place = spoilt
    for step in steps:
        place = place[step]
    place[last] = wrong
    assert not VALID.is_valid(spoilt)


@pytest.mark.parametrize("kind", ["dates", "reports", "statements"])
def test_every_span_is_where_it_says(kind: str) -> None:
    text = {d["id"]: d["text"] for d in TREE["documents"]}
    assert all(text[x["document"]][x["start"] : x["end"]] == x["text"] for x in TREE[kind])


def test_a_date_says_what_it_rests_on_or_why_it_has_none() -> None:
    page = document("annonce.txt", "Depuis la visite, hier, tout va mieux.")
    times = (
        TimeMention(0, 16, "Depuis la visite", None, "times/fr: since event: depuis", (10, 16)),
        TimeMention(18, 22, "hier", when("2025-03-03", Basis.RELATIVE), "times/fr: day-1: hier"),
    )
    record = gather([Reading(Page(b"", page.uri), page, times)], BOOK)
    since, yesterday = json.loads(export.render(record))["dates"]
    assert (since["edtf"], since["unvalued"], since["anchor"]) == (
        None,
        "event",
        {"start": 10, "end": 16, "text": "visite"},
    )
    assert (yesterday["edtf"], yesterday["unvalued"], yesterday["anchor"]) == ("2025-03-03", None, None)


def test_ids_lead_somewhere() -> None:
    events, reports = {e["id"] for e in TREE["events"]}, {r["id"] for r in TREE["reports"]}
    assert {r["event"] for r in TREE["reports"]} == events
    assert {i for e in TREE["events"] for i in e["reports"]} == reports
    assert {i for m in TREE["measures"] for i in m["events"]} <= events
    assert {i for e in TREE["events"] for i in e["possibly_same"]} <= events
    assert {c["event"] for c in TREE["contradictions"]} <= events


@pytest.mark.parametrize("format", exports.FORMATS)
def test_bytes_do_not_depend_on_the_order_of_reading(format: str) -> None:
    backwards = gather(reversed(STORY), BOOK, reversed(UNREAD))
    assert exports.make(backwards, BOOK, format) == exports.make(RECORD, BOOK, format)


def test_lines_hold_every_row_once_and_say_their_kind() -> None:
    (_, data), *_ = exports.make(RECORD, BOOK, "jsonl").files
    rows = [{k: v for k, v in json.loads(line).items() if k != "exact"} for line in data.decode().splitlines()]
    assert rows[0] == {"kind": "record", "format": "detente-record", "version": 1, "codebook": "story"}
    for name, kind in export.KINDS.items():
        assert [export.line_row(kind, row) for row in TREE[name]] == [r for r in rows if r["kind"] == kind]
    assert len(rows) == 1 + sum(len(TREE[name]) for name in export.KINDS)
    assert set(TREE) - {"format", "version"} == set(export.KINDS)
    assert [r["contradiction"] for r in rows if r["kind"] == "contradiction"] == ["value", "value"]


def test_csv_has_a_row_a_report() -> None:
    ((_, data),) = exports.make(RECORD, BOOK, "csv").only("reports").files
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [r["id"] for r in rows] == [r["id"] for r in TREE["reports"]]
    assert {r["uri"] for r in rows} < {d["uri"] for d in TREE["documents"]}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("=HYPERLINK(1)", "'=HYPERLINK(1)", id="formula"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("\rx", "'\rx", id="return"),
        pytest.param(["=a", "b"], "'=a; b", id="list"),
        pytest.param("a=b", "a=b", id="inside"),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_cells(value: object, shown: str) -> None:
    assert spreadsheet.cell(value) == shown


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    assert not spreadsheet.cell(text).startswith(spreadsheet.DANGEROUS)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="json, jsonl, csv"):
        exports.make(RECORD, BOOK, "xlsx")
