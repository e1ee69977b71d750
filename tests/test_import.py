"""What is exported as lines comes back: export, import, export is the identity, and a wrong line is refused by number."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import detente
import strategies
from chronicle.story import BOOK, STORY, UNREAD
from chronicle.strategies import readings
from detente.chronicle import gather
from detente.chronicle.attaching import anchor_of
from detente.codebook import Codebook
from detente.intake import restore
from detente.model import Judgement, Reading, Record, RecordError, Verdict
from detente.store import Store
from detente.views import exports

ROOT = Path(__file__).parent.parent


def lines(record: Record, book: Codebook = BOOK) -> str:
    ((_, data),) = exports.make(record, book, "jsonl").files
    return data.decode()


TEXT = lines(gather(STORY, BOOK, UNREAD))


def again(text: str) -> str:
    found = restore(text)
    return lines(gather(found.readings, BOOK, found.unread, known=found.events, judgements=found.judgements))


def test_the_story_comes_back() -> None:
    assert again(TEXT) == TEXT


def _judged(verdict: Verdict, number: int, **more: Any) -> Judgement:
    """On one of the story's reports."""
    record = gather(STORY, BOOK)
    report = record.reports[number]
    page = next(d for d in record.documents if d.id == report.evidence.document)
    return Judgement(verdict, "A. Desk", datetime(2025, 7, 1, number, tzinfo=UTC), (anchor_of(report, page),), **more)


def test_what_was_judged_comes_back() -> None:
    said = (
        _judged(Verdict.WRONG, 0),
        _judged(Verdict.RIGHT, 1),
        _judged(Verdict.CORRECTED, 2, field="date", value="2025-06-03"),
        _judged(Verdict.CORRECTED, 3, field="type", value="SUPPORT", note="« salue »"),
    )
    undone = Judgement(Verdict.UNDONE, "B. Desk", datetime(2025, 7, 2, tzinfo=UTC), undoes=said[0].id)
    text = lines(gather(STORY, BOOK, UNREAD, judgements=(*said, undone)))
    assert text.count('"kind": "judgement"') == 5
    assert again(text) == text
    with pytest.raises(RecordError, match="it was changed"):
        restore(text.replace('"by": "A. Desk"', '"by": "C. Desk"', 1))


@given(readings())
@settings(max_examples=60, deadline=None)
def test_any_record_of_the_story_comes_back(pages: list[Reading]) -> None:
    text = lines(gather(pages, BOOK, UNREAD))
    assert again(text) == text


@given(st.lists(strategies.readings(), max_size=3, unique_by=lambda r: r.document.id))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_back(pages: list[Reading]) -> None:
    """Line separators, controls, marks of direction: whatever a page may hold."""
    text = lines(gather(pages, BOOK))
    assert again(text) == text


def test_the_sample_pages_come_back_through_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    detente.read(["examples/press"], record=tmp_path / "one.db")
    opened = detente.open(tmp_path / "one.db")
    (tmp_path / "record.jsonl").write_bytes(opened.exported("jsonl").files[0][1])
    found = detente.restore(tmp_path / "record.jsonl", tmp_path / "two.db")
    assert (found.known, found.changed) == (0, {})
    assert detente.open(tmp_path / "two.db").export("json") == opened.export("json")
    once_more = detente.restore(tmp_path / "record.jsonl", tmp_path / "two.db")
    assert (once_more.pages, once_more.known, once_more.changed) == (0, found.pages, None)


def test_a_page_read_after_its_import_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = "examples/press/03-sahel-reciprocite.html"
    detente.read([page], record=tmp_path / "one.db")
    (tmp_path / "record.jsonl").write_text(detente.open(tmp_path / "one.db").export("jsonl"), encoding="utf-8")
    detente.restore(tmp_path / "record.jsonl", tmp_path / "two.db")
    assert detente.read([page], record=tmp_path / "two.db").known == 1


def _changed(kind: str, **values: Any) -> Callable[[], str]:
    """The text with values of its first line of a kind changed."""

    def change() -> str:
        rows = [json.loads(line) for line in TEXT.split("\n") if line]
        first = next(row for row in rows if row["kind"] == kind)
        first.update(values)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    return change


def _number(kind: str) -> int:
    return next(n for n, line in enumerate(TEXT.split("\n"), 1) if json.loads(line)["kind"] == kind)


@pytest.mark.parametrize(
    ("make", "line", "says"),
    [
        pytest.param(lambda: "", None, "no line in it", id="empty"),
        pytest.param(lambda: "{]\n", 1, "no JSON", id="no-json"),
        pytest.param(lambda: "[" * 100_000, 1, "no JSON", id="too-deep"),
        pytest.param(lambda: "[1]\n", 1, "no object", id="no-object"),
        pytest.param(lambda: '{"kind": "report"}\n', 1, "no header", id="no-header"),
        pytest.param(_changed("record", version=2), 1, "version 2 of the format; this detente reads 1", id="version"),
        pytest.param(lambda: TEXT + '{"kind": "rumour"}\n', TEXT.count("\n") + 1, "unknown kind 'rumour'", id="kind"),
        pytest.param(lambda: TEXT + "{}\n", TEXT.count("\n") + 1, "no `kind`", id="no-kind"),
        pytest.param(_changed("document", page="0"), 2, "is no article of page 0", id="page"),
        pytest.param(_changed("document", title=3), 2, "`title` is 3, not a str", id="type"),
        pytest.param(_changed("document", blocks=[[0, 0, "paragraph"]]), 2, "empty block", id="block"),
        pytest.param(_changed("document", published="le 3 mars"), 2, "Invalid isoformat", id="day"),
        pytest.param(_changed("date", exact={}), _number("date"), "no `rule`", id="no-rule"),
        pytest.param(
            _changed("date", exact={"rule": "x", "when": [None, None, "", "stated", ""]}),
            _number("date"),
            "two open ends",
            id="when",
        ),
        pytest.param(_changed("date", text="hier"), _number("date"), "is not 'hier'", id="quote"),
        pytest.param(_changed("report", actors=[]), _number("report"), "a report without an actor", id="nobody"),
        pytest.param(_changed("report", type="AID"), _number("report"), "it was changed", id="changed"),
        pytest.param(_changed("report", status="done"), _number("report"), "'done' is not a valid Status", id="status"),
        pytest.param(
            _changed("report", document="x"), _number("report"), "no document x in the lines before", id="gone"
        ),
        pytest.param(_changed("statement", speaker="X"), _number("statement"), "it was changed", id="speaker"),
        pytest.param(lambda: TEXT.replace("\n", "\n" + TEXT.split("\n")[1] + "\n", 1), 3, "is there twice", id="twice"),
    ],
)
def test_a_wrong_line_is_refused_with_its_reason(make: Callable[[], str], line: int | None, says: str) -> None:
    with pytest.raises(RecordError) as told:
        restore(make(), "r.jsonl")
    assert says in str(told.value)
    assert str(told.value).startswith(f"r.jsonl, line {line}: " if line else "r.jsonl: ")


def test_nothing_of_a_wrong_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(_changed("unread", reason=None)(), encoding="utf-8")
    Store(tmp_path / "r.db").close()
    with pytest.raises(RecordError, match="`reason` is null"):
        detente.restore(tmp_path / "r.jsonl", tmp_path / "r.db")
    assert detente.open(tmp_path / "r.db").empty


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b"\xff\xfe{")
    with pytest.raises(RecordError, match="no UTF-8 at byte 0"):
        detente.restore(tmp_path / "r.jsonl", tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()
