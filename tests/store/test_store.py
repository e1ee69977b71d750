"""The record gives back what it was given, once, whatever happened in between."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from detente.model import (
    Anchor,
    Document,
    Judgement,
    Page,
    Reading,
    RecordError,
    SpeechMode,
    Statement,
    Verdict,
)
from detente.store import Store, schema
from store.behind import behind
from strategies import pages_read

Read = tuple[Page, tuple[Reading, ...]]
NewUrl = Callable[[], str]
ONCE = settings(  # each example makes a record and syncs it; the fixture only tells where, another place each time
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def dump(store: Store) -> dict[str, list[str]]:
    """Every row of every table."""
    with behind(store) as db:
        return {table.name: sorted(map(repr, db.execute(table.select()))) for table in schema.metadata.sorted_tables}


def kept(reading: Reading, uri: str) -> Reading:
    """What the record promises of a reading: all of it but the bytes."""
    return replace(reading, page=Page(b"", uri), document=replace(reading.document, uri=uri))


@ONCE
@given(pages_read())
def test_a_reading_comes_back_as_it_went_in(new_url: NewUrl, read: Read) -> None:
    page, readings = read
    with Store(new_url()) as store:
        store.add(page, readings, "v1")
        assert list(store.readings()) == [kept(r, page.uri) for r in readings]
        assert store.knows(page.id)
        assert store.empty == (not readings)


@ONCE
@given(pages_read())
def test_adding_twice_changes_nothing(new_url: NewUrl, read: Read) -> None:
    with Store(new_url()) as store:
        store.add(*read, "v1")
        before = dump(store)
        store.add(*read, "v2")
        assert dump(store) == before


@ONCE
@given(
    st.lists(pages_read(1), max_size=4, unique_by=lambda read: read[0].id).flatmap(
        lambda reads: st.tuples(st.just(reads), st.permutations(reads))
    )
)
def test_the_order_of_arrival_does_not_matter(new_url: NewUrl, orders: tuple[Sequence[Read], Sequence[Read]]) -> None:
    found = []
    for reads in orders:
        with Store(new_url()) as store:
            for page, readings in reads:
                store.add(page, readings, "v1")
            found.append(list(store.readings()))
    assert found[0] == found[1]


def a_page(data: bytes = b"bytes", uri: str = "b.txt") -> Page:
    return Page(data, uri)


def a_reading(page: Page) -> Reading:
    return Reading(page, Document(page.id, page.id, page.uri, "Bamako rappelle son ambassadeur.", "fr"))


@pytest.mark.parametrize("uris", [("b.txt", "a.txt", "c.txt"), ("a.txt", "c.txt"), ("c.txt", "b.txt", "a.txt")])
def test_known_bytes_go_by_their_smallest_name(store: Store, uris: tuple[str, ...]) -> None:
    page = a_page(uri=uris[0])
    store.add(page, [a_reading(page)], "v1")
    for uri in uris[1:]:
        store.saw(page.id, uri)
    assert [r.document.uri for r in store.readings()] == ["a.txt"]


def test_a_reading_that_fails_half_way_leaves_nothing(store: Store) -> None:
    page = a_page()
    first, second = a_reading(page), a_reading(page)  # the same article twice: the second breaks the key
    with pytest.raises(Exception, match=r"(?i)unique"):
        store.add(page, [first, second], "v1")
    assert not store.knows(page.id)
    assert store.empty


def test_a_quote_that_is_not_in_the_text_is_never_kept(store: Store) -> None:
    page = a_page()
    other = replace(a_reading(page).document, text="Alger ferme son espace aérien.")
    reading = a_reading(page)
    wrong = replace(reading, statements=(Statement(other.evidence(0, 5), SpeechMode.DIRECT),))
    with pytest.raises(ValueError, match="is not the quote"):
        store.add(page, [wrong], "v1")
    assert not store.knows(page.id)


def a_judgement(hour: int = 9, **more: Any) -> Judgement:
    anchor = Anchor("a" * 64, 0, 6, "Bamako", "recall", "SANCTION", ("MLI",), (), None)
    made = datetime(2031, 7, 1, hour, tzinfo=UTC)
    return Judgement(**{"verdict": Verdict.WRONG, "by": "A. Desk", "made": made, "anchors": (anchor,), **more})


def test_judgements_come_back_whole_by_when_they_were_made(store: Store) -> None:
    late, early = a_judgement(12, note="« non »"), a_judgement(8, verdict=Verdict.CORRECTED, field="place", value="Gao")
    undone = Judgement(Verdict.UNDONE, "B. Desk", datetime(2031, 7, 2, tzinfo=UTC), undoes=late.id)
    assert [store.judge(j) for j in (late, early, undone, late)] == [True, True, True, False]
    assert store.judgements() == (early, late, undone)


def test_who_undoes_what_was_never_judged_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.judge(Judgement(Verdict.UNDONE, "B. Desk", datetime(2031, 7, 2, tzinfo=UTC), undoes="j" + "0" * 15))


def test_judgements_stay_when_pages_are_read_again(store: Store) -> None:
    page = a_page()
    store.judge(a_judgement())
    store.add(page, [a_reading(page)], "v2")
    assert store.judgements() == (a_judgement(),)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"by": " "}, id="nobody"),
        pytest.param({"made": datetime(2031, 7, 1)}, id="no-time-zone"),
        pytest.param({"anchors": ()}, id="on-nothing"),
        pytest.param({"verdict": Verdict.SAME}, id="the-same-as-nothing"),
        pytest.param({"verdict": Verdict.CORRECTED}, id="corrects-no-field"),
        pytest.param({"undoes": "j1"}, id="judges-and-undoes"),
    ],
)
def test_a_judgement_that_says_nothing_is_none(more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"judgement|same|correction"):
        a_judgement(**more)


Step = tuple[str, str | None, str]  # verb, bytes (None where none could be had), uri


@pytest.mark.parametrize(
    ("steps", "standing"),
    [
        pytest.param([("refuse", "x", "a")], ["a"], id="one"),
        pytest.param([("refuse", "x", "a"), ("refuse", "x", "a")], ["a"], id="same-page-again-is-stored-once"),
        pytest.param([("refuse", "x", "b"), ("refuse", "x", "a")], ["a"], id="same-bytes-go-by-the-smallest-name"),
        pytest.param([("refuse", None, "a"), ("refuse", None, "b")], ["a", "b"], id="no-bytes-each-name-counts"),
        pytest.param([("refuse", None, "a"), ("read", "y", "a")], [], id="permission-given-later"),
        pytest.param([("refuse", None, "a"), ("refuse", "x", "a")], ["a"], id="permission-given-but-binary"),
        pytest.param([("refuse", "x", "a"), ("read", "y", "a")], [], id="the-file-was-mended"),
        pytest.param([("refuse", "x", "a"), ("read", "x", "a")], [], id="a-later-version-reads-it"),
        pytest.param([("read", "y", "a"), ("refuse", "x", "b")], ["b"], id="another-page"),
        pytest.param([("refuse", "x", "a"), ("read", "y", "a"), ("refuse", "x", "b")], ["b"], id="old-bytes-elsewhere"),
    ],
)
def test_refusals_stand_until_the_page_is_read(store: Store, steps: list[Step], standing: list[str]) -> None:
    for verb, data, uri in steps:
        page = a_page((data or "").encode(), uri)
        if verb == "read":
            store.add(page, [a_reading(page)], "v1")
        else:
            store.refuse(page.id if data else None, uri, "reason", "detail")
    assert store.refusals() == tuple((uri, "reason", "detail") for uri in standing)


def test_readings_are_one_moment_of_the_record(url: str, store: Store) -> None:
    for n in range(3):
        page = a_page(str(n).encode(), f"{n}.txt")
        store.add(page, [a_reading(page)], "v1")
    flow = store.readings()
    first = next(flow)
    late = a_page(b"late", "late.txt")
    with Store(url) as other:
        other.add(late, [a_reading(late)], "v1")
    assert len([first, *flow]) == 3
    assert len(list(store.readings())) == 4


# -- opening ------------------------------------------------------------------------------------------------


def _someone_elses(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()


def _newer(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE detente_schema SET version = 99")
    db.close()


def _damaged(path: Path) -> None:
    Store(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996  # the root page of the schema
    path.write_bytes(data)


@pytest.mark.parametrize("create", [True, False], ids=["to-read-into", "to-look-at"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda p: p.write_bytes(b"%PDF-1.7 some report"), "not a record of detente", id="a-pdf"),
        pytest.param(lambda p: p.write_bytes(b"x"), "not a record of detente", id="one-byte"),
        pytest.param(lambda p: p.mkdir(), "is a folder", id="a-folder"),
        pytest.param(os.mkfifo, "is not a file", id="a-pipe"),
        pytest.param(_someone_elses, "database of something else (table recipes)", id="someone-elses-database"),
        pytest.param(_newer, "another version of detente (tables 99", id="a-newer-record"),
        pytest.param(_damaged, "damaged", id="a-damaged-record"),
    ],
)
def test_what_is_no_record_of_ours_is_refused_in_one_line(
    tmp_path: Path, make: Callable[[Path], object], says: str, create: bool
) -> None:
    path = tmp_path / "some.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RecordError) as error:
        Store(path, create=create)
    assert says in str(error.value)
    assert "\n" not in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("url", "create", "says"),
    [
        pytest.param("mysql://host/db", True, "not mysql", id="another-server"),
        pytest.param("", True, "names no file", id="empty"),
        pytest.param("sqlite://", True, "names no file", id="in-memory"),
        pytest.param("nowhere/t.db", True, "folder nowhere does not exist", id="no-folder"),
        pytest.param("t.db", False, "there is no record at t.db yet", id="nothing-to-look-at"),
        pytest.param("x" * 300, True, "File name too long", id="too-long"),
    ],
)
def test_a_record_that_cannot_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, create: bool, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError, match=says):
        Store(url, create=create)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "t.db",
        "sqlite:///t.db",
        "sqlite:///{here}/t.db",
        "{here}/t.db",
        "a % b?c=d.db",
        "é.db",
    ],
)
def test_a_record_goes_by_url_or_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.chdir(tmp_path)
    place = url.format(here=tmp_path)
    with Store(place):
        pass
    assert [p.name for p in tmp_path.iterdir()] == [Path(place.removeprefix("sqlite:///")).name]


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    path.touch()
    with pytest.raises(RecordError, match="holds no record yet"):
        Store(path, create=False)
    with Store(path) as store:
        assert store.empty


@contextmanager
def closed_to_us(folder: Path) -> Iterator[None]:
    """The folder may be read, not written; root steps down to nobody meanwhile."""
    folder.chmod(0o555)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)
        folder.chmod(0o755)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder anybody may enter (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_record_in_a_folder_closed_to_us_can_be_read_not_written(open_folder: Path) -> None:
    page = a_page()
    with Store(open_folder / "t.db") as store:
        store.add(page, [a_reading(page)], "v1")
    with closed_to_us(open_folder):
        with Store(open_folder / "t.db", create=False) as store:
            assert [r.document.id for r in store.readings()] == [page.id]
            with pytest.raises(RecordError, match="may not be written"):
                store.saw(page.id, "c.txt")
        with pytest.raises(RecordError, match=r"may not be written|cannot be opened"):
            Store(open_folder / "t.db")


def test_no_record_can_be_made_in_a_folder_closed_to_us(open_folder: Path) -> None:
    with closed_to_us(open_folder), pytest.raises(RecordError, match="cannot be opened or made here"):
        Store(open_folder / "t.db")


def test_names_are_added_and_never_taken_away(store: Store) -> None:
    assert store.call({"r1": "e1", "r2": "e1"}) == 2
    assert store.call({"r1": "e1", "r2": "e2"}) == 1
    assert store.call({"r2": "e1"}) == 1
    assert store.call({"r2": "e1"}) == 0
    assert store.names() == {"r1": "e1", "r2": "e1"}
    with behind(store) as db:
        rows = db.execute(select(schema.names.c.report, schema.names.c.event).order_by(schema.names.c.seq)).fetchall()
    assert [tuple(row) for row in rows] == [("r1", "e1"), ("r2", "e1"), ("r2", "e2"), ("r2", "e1")]
