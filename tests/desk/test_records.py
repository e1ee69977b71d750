"""The record as the desk holds it: its parts say what the whole says, and it sees what is written meanwhile."""

import gc
import weakref
from datetime import UTC, date, datetime
from itertools import combinations
from os import utime
from pathlib import Path
from shutil import copy
from threading import Event

import pytest
from starlette.testclient import TestClient

import detente
from detente import chronicle, judging
from detente.api import gathered
from detente.codebook.labels import labels
from detente.desk.app import make
from detente.desk.records import FAILED, GATHERING, Records
from detente.desk.relation import between
from detente.desk.serving import is_loopback, listening
from detente.desk.snapshot import Snapshot
from detente.model import RecordError, UsageError, Verdict
from detente.opened import OpenRecord
from detente.store import Store
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


LATE = "Le Niger a rappelé son ambassadeur au Mali, a annoncé Niamey lundi 12 mai 2031.\n"


class Gate:
    """Gathers as ever; once shut, waits to be opened. gathered: how often it was asked."""

    def __init__(self) -> None:
        self.open, self.asked, self.gathered = Event(), Event(), 0
        self.open.set()

    def __call__(self, store: Store) -> OpenRecord:
        self.gathered += 1
        self.asked.set()
        assert self.open.wait(60)
        return gathered(store)

    def shut(self) -> None:
        self.open.clear()
        self.asked.clear()


@pytest.fixture
def path(record: Path, tmp_path: Path) -> Path:
    found = tmp_path / "own.db"
    copy(record, found)
    return found


def add(path: Path, text: str) -> None:
    page = path.with_suffix(f".{len(text)}.txt")
    page.write_text(text, encoding="utf-8")
    detente.read([str(page)], record=path)


def visit(records: Records, gate: Gate) -> None:
    """Looks at the record as visitors do, until the next is being gathered."""
    for _ in range(600):
        records.now()
        if gate.asked.wait(0.1):
            return
    raise AssertionError("what was written was never gathered")


def test_visitors_have_the_last_whole_record_while_the_next_is_gathered(path: Path) -> None:
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    before, desk = records.now(), TestClient(make(records, {"testserver"}))
    assert (records.news, "meanwhile" in desk.get("/").text) == ("", False)
    gate.shut()
    add(path, LATE)
    visit(records, gate)
    assert records.now() is before
    assert records.news == GATHERING
    assert "Something was added to the record meanwhile" in desk.get("/").text
    gate.open.set()
    assert len(records.renewed().record.documents) == len(before.record.documents) + 1
    assert (records.news, "meanwhile" in desk.get("/").text) == ("", False)


def test_what_is_written_while_another_is_gathered_is_gathered_after_it(path: Path) -> None:
    """Once for both, by one thread: two at once would hold three records in memory."""
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    before = len(records.now().record.documents)
    gate.shut()
    add(path, LATE)
    visit(records, gate)
    for n in range(3):
        add(path, f"{n + 1} fois rappelé : {LATE}")
        records.now()
    assert gate.gathered == 2
    gate.open.set()
    assert len(records.renewed().record.documents) == before + 4
    assert gate.gathered == 3


def test_who_wrote_waits_no_longer_than_said(path: Path) -> None:
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    before = records.now()
    gate.shut()
    add(path, LATE)
    assert records.renewed(patience=0) is before
    gate.open.set()
    assert records.renewed() is not before


def test_a_record_spoilt_meanwhile_leaves_the_last_that_was_whole(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = Records(str(path), pause=0)
    before, whole = records.now(), path.read_bytes()
    path.write_bytes(b"no record any more")
    assert records.renewed() is before
    assert records.news == FAILED
    assert "could not be read again" in TestClient(make(records, {"testserver"})).get("/").text
    assert "the record could not be gathered again" in capsys.readouterr().err
    path.write_bytes(whole)
    add(path, LATE)
    assert len(records.renewed().record.documents) == len(before.record.documents) + 1
    assert records.news == ""


def test_a_file_that_only_looks_changed_is_not_gathered_again(path: Path) -> None:
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    before = records.now()
    utime(path, ns=(0, 0))
    assert records.renewed() is before
    assert (gate.gathered, records.news) == (1, "")


def test_a_look_that_finds_nothing_new_is_no_gathering_to_rest_from(path: Path) -> None:
    """A file only touched costs a look; what is written right after it is gathered at the next visit."""
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    utime(path, ns=(0, 0))
    records.renewed()
    assert records.due
    add(path, LATE)
    assert len(records.renewed().record.documents) == len(detente.open(path).record.documents)


def test_a_record_that_was_replaced_is_let_go(path: Path) -> None:
    """What was worked out of it goes with it, whatever it was asked for."""
    records = Records(str(path), pause=0)
    old = weakref.ref(records.now())
    between(records.now(), "CAN", "SEN").part  # noqa: B018
    records.known_on(date(2031, 3, 1), "CAN", "SEN")
    add(path, LATE)
    records.renewed()
    gc.collect()
    assert old() is None


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


def test_who_writes_while_the_next_gathering_rests_does_not_wait_for_it(path: Path) -> None:
    """Written to while it is gathered, the record would rest four times as long as that took; somebody asks for it."""
    gate = Gate()
    records = Records(str(path), gate, pause=0)
    gate.shut()
    add(path, LATE)
    visit(records, gate)
    add(path, LATE + "Le Mali a rappelé le sien mardi.\n")
    gate.open.set()
    with Store(str(path)) as store:
        assert len(records.renewed(60).record.documents) == len(list(store.readings()))
