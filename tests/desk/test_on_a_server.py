"""The desk over a record on a PostgreSQL server: pages, words, accounts, judgements, and a server that restarts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

import detente
from detente.desk.accounts import Accounts
from detente.desk.app import make
from detente.desk.records import Records
from detente.store.beside import Role
from detente.store.finding_there import ServerFinder
from postgres import Server, running

PASSWORD = "seven grey herons at dawn"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One of our own: it is stopped and started here."""
    with running() as started:
        yield started


@pytest.fixture(scope="module")
def url(server: Server, record: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The record of the desk's tests, brought there."""
    copy = tmp_path_factory.mktemp("copy") / "copy.db"
    detente.backup(record, copy)
    detente.recover(copy, server.database("desk"))
    return server.url("desk")


@pytest.fixture(scope="module")
def there(url: str) -> Iterator[TestClient]:
    accounts = Accounts(url, True, hasher=QUICK)
    accounts.add("analyst", PASSWORD, Role.ANALYST)
    with TestClient(make(Records(url), {"testserver"}, accounts), follow_redirects=False) as client:
        form = {"csrf": token(client), "name": "analyst", "password": PASSWORD, "back": "/"}
        assert client.post("/login", data=form).status_code == 303
        yield client
    accounts.beside.close()


def token(desk: TestClient, page: str = "/login") -> str:
    found = re.search(r'name="csrf" value="(\w+)"', desk.get(page).text)
    assert found
    return found[1]


def main_of(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize("path", ["/", "/r/CAN/SEN", "/r/CAN/SEN?lang=fr"])
def test_a_page_says_what_it_says_over_a_file(there: TestClient, desk: TestClient, path: str) -> None:
    passing = re.compile(r"<form.*?</form>|<p class=\"notice\".*?</p>", re.DOTALL)  # one has somebody signed in
    assert passing.sub("", main_of(there.get(path).text)) == passing.sub("", main_of(desk.get(path).text))


def test_words_are_found_there(there: TestClient, desk: TestClient) -> None:
    assert isinstance(there.app.state.records.now().finder, ServerFinder)  # type: ignore[attr-defined]
    here = desk.get("/api/v1/search", params={"q": "visas"}).json()
    assert here["total"]
    assert there.get("/api/v1/search", params={"q": "visas"}).json() == here


def test_what_is_judged_holds_and_is_seen_by_another_desk(there: TestClient, url: str) -> None:
    event = there.app.state.records.now().record.events[0].id  # type: ignore[attr-defined]
    form = {"csrf": token(there, "/"), "id": event, "verdict": "wrong"}
    assert there.post("/review/judge", data=form).status_code == 303
    assert [j.judgement.by for j in detente.open(url).record.judgements] == ["analyst"]


def test_who_is_signed_in_stays_so_when_the_server_restarts(server: Server, there: TestClient) -> None:
    assert there.get("/").status_code == 200
    server.stop()
    server.start()
    assert [there.get(path).status_code for path in ("/", "/r/CAN/SEN", "/search?q=visas")] == [200, 200, 200]
