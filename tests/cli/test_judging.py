"""An analyst at the command line: measures asked for, judged, judged otherwise, undone."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chronicle.story import STORY, lifted, wire
from detente.cli import cli
from detente.model import Page
from detente.store import Store

WHO = ("--by", "A. Desk")


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The story, on disk, as the record of every command."""
    path = tmp_path / "story.db"
    with Store(path) as store:
        for reading in STORY:
            uri = reading.document.uri
            store.add(Page(uri.encode(), uri), [reading], "story")
    monkeypatch.setenv("DETENTE_RECORD", str(path))
    monkeypatch.delenv("DETENTE_ANALYST", raising=False)
    return path


def detente(*words: str) -> Result:
    return CliRunner().invoke(cli, words, prog_name="detente")


def export() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(detente("export").stdout)
    return found


def report_of(page: str) -> dict[str, Any]:
    tree = export()
    document = next(d["id"] for d in tree["documents"] if d["uri"] == page)
    return next(r for r in tree["reports"] if r["document"] == document)


def kept(result: Result) -> str:
    """The id of the judgement that a command kept."""
    assert result.exit_code == 0, result.output
    return result.stdout.split(":")[0]


def state(*words: str) -> list[str]:
    result = detente("measures", "Togo", "Portugal", "--format", "csv", *words)
    rows = csv.DictReader(io.StringIO(result.stdout, newline=""))
    return list(dict.fromkeys(f"{r['imposer']} {r['state']}" for r in rows))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param((), ["Togo in force", "Portugal lifted"], id="the-last-page"),
        pytest.param(("--on", "2025-03-09"), ["Portugal in force"], id="before-the-answer"),
        pytest.param(("--on", "2025-03-09", "--as-known-on", "2025-03-10"), [], id="before-any-page"),
        pytest.param(("--as-known-on", "2025-03-31"), ["Portugal in force", "Togo in force"], id="as-known-then"),
        pytest.param(("--since", "2025-06-01"), ["Portugal lifted"], id="what-changed"),
    ],
)
def test_measures_on_a_day(words: tuple[str, ...], expected: list[str]) -> None:
    assert state(*words) == expected


@pytest.mark.parametrize("rule", ["most-supported", "most-conservative", "most-precise"])
def test_the_rule_is_said(rule: str) -> None:
    assert f"rule: {rule}" in detente("measures", "TGO", "PRT", "--rule", rule).stdout
    assert {e["chosen_by"] for e in json.loads(detente("export", "--rule", rule).stdout)["events"]} == {rule}


def test_a_reading_said_to_be_wrong_counts_in_nothing_until_that_is_undone() -> None:
    before, report = export(), report_of(lifted.uri)
    judgement = kept(detente("judge", report["id"], "--wrong", *WHO, "--on", "2025-07-01"))
    assert state() == ["Portugal in force", "Togo in force"]
    marked = next(r for r in export()["reports"] if r["id"] == report["id"])
    assert (marked["judged"], marked["event"]) == ([judgement], None)
    undone = kept(detente("judgements", "--undo", judgement[:9], *WHO, "--on", "2025-07-02"))
    assert export()["events"] == before["events"]
    assert [(j["id"], j["effect"], j["by"]) for j in export()["judgements"]] == [
        (judgement, "undone", "A. Desk"),
        (undone, "applied", "A. Desk"),
    ]


def test_the_events_sentences_are_shown_with_what_to_call_them() -> None:
    event = report_of(wire.uri)["event"]
    shown = detente("judge", event[:9]).stdout
    reports = [r["id"] for r in export()["reports"] if r["event"] == event]
    assert len(reports) == 3
    assert all(i in shown for i in reports)


def test_a_corrected_value_is_seen_with_who_gave_it() -> None:
    event = report_of(wire.uri)["event"]
    kept(detente("judge", event, "--set", "amount=5500 EUR", *WHO, "--on", "2025-07-01", "--note", "the decree"))
    brief = detente("brief", "TGO", "PRT").stdout
    assert "[corrected (amount: 5500 EUR), A. Desk, 1 July 2025]" in " ".join(brief.split())
    listed = " ".join(detente("judgements").stdout.split())
    assert "corrected (amount: 5500 EUR), A. Desk, 1 July 2025 · applied" in listed
    assert "the decree" in listed


def test_two_events_are_one_when_that_is_said() -> None:
    events = {r["event"] for r in export()["reports"] if r["type"] == "CONSULT"}
    assert len(events) == 2
    kept(detente("judge", *sorted(events), "--same", *WHO))
    assert len({r["event"] for r in export()["reports"] if r["type"] == "CONSULT"}) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param(("{}", "--wrong"), "a judgement is signed", id="unsigned"),
        pytest.param(("e000000", "--wrong", *WHO), "no event or report is called", id="unknown"),
        pytest.param(("{}", "--same", *WHO), "same and different take two ids", id="same-as-what"),
        pytest.param(("{}", "{}", "--wrong", *WHO), "same and different take two ids", id="two-wrong"),
        pytest.param(("{}", "--set", "colour=red", *WHO), "no field colour to correct", id="no-such-field"),
        pytest.param(("{}", "--set", "date=yesterday", *WHO), "'yesterday' is no date", id="no-date"),
        pytest.param(("{}", "--set", "date=2025-02-30", *WHO), "is no date", id="no-such-day"),
        pytest.param(("{}", "--set", "status=maybe", *WHO), "no status is called", id="no-such-status"),
        pytest.param(("{}", "--set", "actors=XYZ", *WHO), "no actor is coded XYZ", id="no-such-actor"),
        pytest.param(("{}", "--wrong", "--set", "place=Kara", *WHO), "one judgement at a time", id="two-at-once"),
    ],
)
def test_what_is_no_judgement_is_refused_in_one_line(words: tuple[str, ...], complaint: str) -> None:
    report = report_of(wire.uri)["id"]
    result = detente("judge", *(w.format(report) for w in words))
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert export()["judgements"] == []


def test_two_at_one_moment_on_one_thing_are_refused() -> None:
    report = report_of(wire.uri)["id"]
    kept(detente("judge", report, "--set", "place=Kara", *WHO, "--on", "2025-07-01"))
    again = detente("judge", report, "--set", "place=Lomé", *WHO, "--on", "2025-07-01")
    assert (again.exit_code, "say which came later" in again.stderr) == (2, True)
    kept(detente("judge", report, "--set", "place=Lomé", *WHO, "--on", "2025-07-01T09:00"))
    assert report_of(wire.uri)["place"] == "Lomé"


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    result = detente("measures", "TGO", "PRT", "--since", "2025-06-01", "--until", "2025-01-01")
    assert (result.exit_code, "the first one first" in result.stderr) == (2, True)
