"""A record on a server: whose mistake it is when there is none, copies from one place to another, and what stands beside."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

import detente
from detente.model import Anchor, Document, Judgement, Page, Reading, RecordError, UsageError, Verdict
from detente.store import Store
from detente.store.beside import Account, Beside, Deed, Role
from detente.store.opening import named, place_of
from postgres import PASSWORD, Server
from store.behind import behind

PAGES = tuple(Page(f"bytes {n}".encode(), f"{n}.txt") for n in range(8))


def reading(page: Page, text: str = "Bamako rappelle son ambassadeur.") -> Reading:
    return Reading(page, Document(page.id, page.id, page.uri, text, "fr"))


@pytest.fixture(scope="module")
def guarded(postgres: Server) -> Server:
    """A server with somebody who may only look, and a database of something else."""
    postgres.execute("CREATE ROLE looker LOGIN PASSWORD 'looking'", "CREATE DATABASE kitchen", "CREATE DATABASE latin TEMPLATE template0 "
                     "ENCODING 'LATIN1' LOCALE 'C'", "CREATE DATABASE newer", "CREATE DATABASE bare")  # fmt: skip
    postgres.execute("CREATE TABLE recipes (name TEXT)", database="kitchen")
    with Store(postgres.url("newer")) as store, behind(store, writes=True) as db:
        db.exec_driver_sql("UPDATE detente_schema SET version = 99")
    return postgres


@pytest.mark.parametrize("create", [True, False], ids=["to-read-into", "to-look-at"])
@pytest.mark.parametrize(
    ("url", "says"),
    [
        pytest.param(lambda s: s.url(password="wrong"), "check name and password", id="wrong-password"),
        pytest.param(lambda s: s.url("nowhere"), "createdb NAME", id="no-such-database"),
        pytest.param(lambda s: s.url(user="nobody"), "check name and password", id="no-such-user"),
        pytest.param(lambda s: s.url().replace(str(s.port), "1"), "start it, or check host and port", id="server-down"),
        pytest.param(lambda s: "postgresql://detente@host.invalid/x", "there is no such host", id="no-such-host"),
        pytest.param(lambda s: s.url("kitchen"), "something else (table recipes)", id="someone-elses-database"),
        pytest.param(lambda s: s.url("newer"), "another version of detente (tables 99", id="a-newer-record"),
        pytest.param(lambda s: s.url("latin"), "createdb -E UTF8", id="another-encoding"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    guarded: Server, url: Callable[[Server], str], says: str, create: bool
) -> None:
    with pytest.raises(RecordError) as error:
        Store(url(guarded), create=create)
    assert says in str(error.value)
    assert "\n" not in str(error.value)
    assert PASSWORD not in str(error.value)
    assert "%20a%20" not in str(error.value)


def test_who_has_no_right_is_told_what_to_ask_for(guarded: Server) -> None:
    with pytest.raises(RecordError, match="GRANT USAGE, CREATE ON SCHEMA"):
        Store(guarded.url("bare", "looker", "looking"))


def test_who_may_look_only_can_look(guarded: Server) -> None:
    address = guarded.schema("shelf")
    with Store(address) as store:
        store.add(PAGES[0], [reading(PAGES[0])], "v1")
    guarded.execute("GRANT USAGE ON SCHEMA shelf TO looker", "GRANT SELECT ON ALL TABLES IN SCHEMA shelf TO looker")
    looked = f"{guarded.url(user='looker', password='looking')}?options=-csearch_path%3Dshelf"
    with Store(looked, create=False) as store:
        assert [r.document.id for r in store.readings()] == [PAGES[0].id]
        with pytest.raises(RecordError, match="GRANT"):
            store.saw(PAGES[0].id, "other.txt")
    assert detente.open(looked).record.documents[0].id == PAGES[0].id  # what is worked out is not kept, and no error


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://a:b@h:5/d", "postgresql://a@h:5/d"),
        ("postgresql://a:b%40@h/d?options=x", "postgresql://a@h/d?options=x"),
        ("postgresql://h/d?user=a&password=b&sslmode=require", "postgresql://h/d?user=a&password=…&sslmode=require"),
        ("postgresql://h/d", "postgresql://h/d"),
        ("mali.db", "mali.db"),
    ],
)
def test_no_password_is_ever_shown(url: str, shown: str) -> None:
    assert named(url) == shown


def test_several_write_at_once_and_nothing_is_lost_or_twice(new_url: Callable[[], str]) -> None:
    """Four writers, each with all pages, in an order of its own: every page is read by one of them."""
    url, added = new_url(), list[bool]()
    Store(url).close()

    def write(first: int) -> None:
        with Store(url) as store:
            added.extend(store.add(p, [reading(p)], "v1") for p in (*PAGES[first:], *PAGES[:first]))

    writers = [Thread(target=write, args=(2 * n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Store(url, create=False) as store:
        assert (sum(added), store.pages(), len(list(store.readings()))) == (len(PAGES),) * 3


@pytest.mark.parametrize("text", ["a\0b", "\x10", "\x10N\0\x10D", "é\U0010ffff"])
def test_every_character_comes_back(url: str, text: str) -> None:
    with Store(url) as store:
        store.add(PAGES[0], [reading(PAGES[0], text)], "v1")
        assert [r.document.text for r in store.readings()] == [text]


def a_judgement() -> Judgement:
    anchor = Anchor("a" * 64, 0, 6, "Bamako", "recall", "SANCTION", ("MLI",), (), None)
    return Judgement(Verdict.WRONG, "A. Desk", datetime(2031, 7, 1, tzinfo=UTC), anchors=(anchor,))


def filled(url: str) -> None:
    wrong = a_judgement()
    undone = Judgement(Verdict.UNDONE, "B. Desk", datetime(2031, 6, 1, tzinfo=UTC), undoes=wrong.id)  # a clock set back
    with Store(url) as store:
        for page in reversed(PAGES):
            store.add(page, [reading(page)], "v1")
        for judgement in (wrong, undone):
            store.judge(judgement)
        store.refuse(None, "b.txt", "binary", "no text")
        store.call({"r1": "e1"})
        store.call({"r1": "e2"})


def test_a_copy_says_the_same_wherever_it_is(new_url: Callable[[], str], tmp_path: Path, postgres: Server) -> None:
    """Into a file and from it into either database; and each goes on from there."""
    url = new_url()
    filled(url)
    detente.backup(url, tmp_path / "copy.db")
    for number, again in enumerate((str(tmp_path / "again.db"), postgres.schema(f"again_{tmp_path.name}"))):
        detente.recover(tmp_path / "copy.db", again)
        with Store(url) as first, Store(again) as second:
            assert list(second.readings()) == list(first.readings())
            assert second.refusals() == first.refusals()
            assert (second.judgements(), second.names()) == (first.judgements(), {"r1": "e2"})
            assert second.pages_after(len(PAGES) - 1) == {PAGES[0].id}
            assert second.call({"r1": "e3"}) == 1
            assert (second.damage(), number) == ((), number)


def test_a_backup_is_brought_back_to_an_empty_place_only(postgres: Server, tmp_path: Path) -> None:
    address = postgres.schema("full")
    filled(address)
    detente.backup(address, tmp_path / "copy.db")
    with pytest.raises(RecordError, match="holds a record already"):
        detente.recover(tmp_path / "copy.db", address)
    with Store(address) as store:
        assert store.pages() == len(PAGES)


def test_accounts_stand_beside_a_record_and_not_in_it(url: str, tmp_path: Path) -> None:
    filled(url)
    beside = Beside(url)
    assert (beside.accounts(), beside.hash_of("a"), beside.visit("a")) == ((), None, None)
    made = datetime(2031, 7, 1)
    beside.add(Account("a", Role.ANALYST, made), "hash")
    with pytest.raises(UsageError, match="already"):
        beside.add(Account("a", Role.READER, made), "hash")
    beside.begin("key", "a", datetime(2031, 7, 2), made)
    beside.save("a", "Mali", "/r/MLI/FRA")
    assert beside.whose("key", made) == Account("a", Role.ANALYST, made)
    assert [v.title for v in beside.views("a")] == ["Mali"]
    beside.remove("a")
    assert beside.whose("key", made) is None
    beside.close()
    detente.backup(url, tmp_path / "copy.db")
    assert b"argon" not in (tmp_path / "copy.db").read_bytes()
    with Store(tmp_path / "copy.db", create=False) as store, behind(store) as db:
        tables = set(db.dialect.get_table_names(db))
    assert not tables & {"accounts", "deeds", "sessions"}


def test_a_record_has_one_place_beside_it_for_each_purpose(postgres: Server) -> None:
    assert place_of(postgres.url()).beside("desk") != place_of(postgres.url()).beside("gathered")


def test_a_record_has_moved_when_something_was_kept_and_not_otherwise(url: str) -> None:
    with Store(url) as store:
        before = store.place.stamp()
        beside = Beside(url)
        beside.note(Deed(datetime(2031, 7, 1), "a", "signed-in"))
        beside.close()
        assert store.place.stamp() == before
        seen = {before}
        for step in (
            lambda: store.add(PAGES[0], [reading(PAGES[0])], "v1"),
            lambda: store.saw(PAGES[0].id, "another.txt"),
            lambda: store.refuse(None, "b.txt", "binary", "no text"),
            lambda: store.settle("b.txt"),
            lambda: store.judge(a_judgement()),
        ):
            step()
            assert store.place.stamp() not in seen
            seen.add(store.place.stamp())
