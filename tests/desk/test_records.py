"""The record as the desk holds it: its parts say what the whole says, and it sees what is written meanwhile."""

from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from shutil import copy

import pytest

import detente
from detente import chronicle, judging
from detente.codebook.labels import labels
from detente.desk.records import Records
from detente.desk.relation import between
from detente.desk.serving import is_loopback, listening
from detente.desk.snapshot import Snapshot
from detente.model import RecordError, UsageError, Verdict
from detente.views.compose import compose


def test_a_part_says_of_two_what_the_whole_says(snapshot: Snapshot) -> None:
    """The brief of the part, with its curve and its measures on the last day, is that of the record."""
    day = snapshot.last_day
    assert day
    for a, b in snapshot.by_pair:
        part, whole = between(snapshot, a, b), snapshot.record
        own = compose(part.part, a, b, snapshot.book, "en", part.course, part.account(day))
        course = chronicle.course(whole, a, b, snapshot.book)
        other = compose(whole, a, b, snapshot.book, "en", course, chronicle.ledger.account(whole, a, b, day))
        assert own == other


def test_every_event_of_a_pair_is_found_by_it(snapshot: Snapshot) -> None:
    for event in snapshot.record.events:
        pairs = [p for p in combinations(sorted(event.parties), 2) if event in snapshot.between(*p)]
        assert pairs == [
            p
            for p in combinations(sorted(event.parties), 2)
            if chronicle.relation(snapshot.record, *p).events.count(event)
        ]


def test_what_was_known_is_what_the_record_of_that_day_says(records: Records, record: Path) -> None:
    day = date(2031, 3, 1)
    then = detente.open(record, known_on=day).relation("CAN", "SEN")
    found = between(records.known_on(day, "CAN", "SEN"), "CAN", "SEN")
    assert [e.id for e in found.events] == [e.id for e in then.events]
    assert [m.state for m in found.part.measures] == [m.state for m in then.measures]


def test_a_page_read_meanwhile_is_seen(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    copy(record, path)
    records = Records(str(path))
    before = records.now()
    assert records.renewed() is before
    page = tmp_path / "late.txt"
    page.write_text(
        "Le Niger a rappelé son ambassadeur au Mali, a annoncé Niamey lundi 12 mai 2031.\n", encoding="utf-8"
    )
    detente.read([str(page)], record=path)
    assert len(records.renewed().record.documents) == len(before.record.documents) + 1


def test_a_judgement_from_the_terminal_is_seen(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    copy(record, path)
    records = Records(str(path))
    event = records.now().doubtful[0]
    judging.judge([event.id], Verdict.RIGHT, "A. Desk", datetime(2031, 7, 1, tzinfo=UTC), path)
    assert not records.renewed().events[event.id].review


def test_an_empty_record_is_told_so(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from detente.desk.app import make

    path = tmp_path / "empty.db"
    detente.read([str(Path(__file__))], record=path)
    client = TestClient(make(Records(str(path)), {"testserver"}))
    for address in ("/", "/review", "/people", "/statements", "/outlets", "/search?q=visa", "/api/v1/record"):
        assert client.get(address).status_code == 200
    assert "The record holds nothing between any two" in client.get("/").text
    assert client.get("/r/CAN/SEN").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("none.db", None, "there is no record at", id="none"),
        pytest.param("note.txt", b"not a record", "is not a record of detente", id="another-file"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RecordError, match=says):
        Records(str(tmp_path / name))


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.0.0.9", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False),
     ("192.168.1.5", False), ("desk.example", False)],
)  # fmt: skip
def test_only_this_machine_is_answered(host: str, own: bool) -> None:
    """Any other needs accounts: see test_accounts."""
    assert is_loopback(host) is own


def test_a_taken_port_is_told(snapshot: Snapshot) -> None:
    with listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken by another program"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_clue_of_a_doubt_has_a_word(language: str) -> None:
    from detente.chronicle.same import WEIGHTS

    say = labels(language)
    assert set(WEIGHTS) <= set(say.some("clues"))
    assert {level for levels in WEIGHTS.values() for level in levels} <= set(say.some("clue_levels"))
