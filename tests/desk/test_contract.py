"""The API: the names of the export, row by row, and an account of itself."""

import json
from datetime import date

import pytest
from starlette.testclient import TestClient

from detente.desk.snapshot import Snapshot

API = "/api/v1"


@pytest.fixture(scope="module")
def export(snapshot: Snapshot) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(snapshot.opened.export())
    return found


def test_events_are_those_of_the_export(desk: TestClient, export: dict[str, list[dict[str, object]]]) -> None:
    for row in export["events"]:
        got = desk.get(f"{API}/events/{row['id']}").json()
        assert {name: got[name] for name in row} == row
        reports = {r["id"]: r for r in export["reports"]}
        assert got["told_by"] == [reports[i] for i in got["reports"]]


def test_documents_are_those_of_the_export(desk: TestClient, export: dict[str, list[dict[str, object]]]) -> None:
    for row in export["documents"]:
        got = desk.get(f"{API}/documents/{str(row['id']).replace('#', '.')}").json()
        assert {name: got[name] for name in row} == row
        assert got["dates"] == [d for d in export["dates"] if d["document"] == row["id"]]


@pytest.mark.parametrize("name", ["statements", "judgements", "documents"])
def test_lists_are_paged_through_to_the_end(
    desk: TestClient, export: dict[str, list[dict[str, object]]], name: str
) -> None:
    rows: list[object] = []
    while len(rows) < (total := desk.get(f"{API}/{name}").json()["total"]):
        rows += desk.get(f"{API}/{name}?limit=7&offset={len(rows)}").json()["rows"]
    assert total == len(export[name])


def test_measures_in_force_on_a_day_are_those_of_the_ledger(desk: TestClient, snapshot: Snapshot) -> None:
    for day in ("2031-02-01", "2031-03-20", "2031-06-24"):
        got = desk.get(f"{API}/relations/CAN/SEN/measures?on={day}").json()
        standing = snapshot.opened.in_force("CAN", "SEN", date.fromisoformat(day))
        assert [(m["id"], m["state_then"]) for m in got["in_force"]] == [
            (s.measure.id, s.state.value) for s in standing
        ]


def test_the_relation_has_its_curve(desk: TestClient, snapshot: Snapshot) -> None:
    got = desk.get(f"{API}/relations/Canada/Senegal").json()
    assert (got["a"], got["b"]) == ("CAN", "SEN")
    assert all(p["low"] <= p["value"] <= p["high"] for p in got["curve"])
    assert got["counts"]["events"] == desk.get(f"{API}/relations/CAN/SEN/events").json()["total"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/e0", 404),
        ("/documents/beef", 404),
        ("/relations/CAN/Nowhere", 404),
        ("/relations/CAN/SEN/events?limit=0", 422),
        ("/relations/CAN/SEN/events?since=soon", 422),
        ("/relations/CAN/SEN/events?status=lovely", 422),
        ("/search", 422),
        ("/nothing", 404),
    ],
)
def test_what_is_not_there_or_not_understood_is_said(desk: TestClient, address: str, status: int) -> None:
    got = desk.get(API + address)
    assert got.status_code == status
    assert got.json()["detail"]


def test_it_describes_itself(desk: TestClient) -> None:
    described = desk.get(f"{API}/openapi.json").json()
    assert f"{API}/relations/{{a}}/{{b}}/measures" in described["paths"]
    assert all(path.startswith(API) for path in described["paths"])
