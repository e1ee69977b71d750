"""Who may come in, and what each may do there: accounts, sessions, roles, and the log of what was done."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner
from starlette.testclient import TestClient

from detente.cli.commands import cli
from detente.desk.accounts import TRIES_HERE, Accounts
from detente.desk.app import make
from detente.desk.records import Records
from detente.desk.serving import Place, check
from detente.model import UsageError
from detente.store.beside import Role

PASSWORD = "seven grey herons at dawn"
NAMES = {"reader": Role.READER, "analyst": Role.ANALYST, "admin": Role.ADMIN}


class Clock:
    """A time that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2031, 7, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guarded(record: Path, tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    """A desk with three accounts, over a record that may be written to."""
    path = tmp_path / "own.db"
    shutil.copy(record, path)
    accounts = Accounts(str(path), True, clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    for name, role in NAMES.items():
        accounts.add(name, PASSWORD, role)
    with TestClient(make(Records(str(path)), {"testserver"}, accounts), follow_redirects=False) as client:
        yield client


def token(desk: TestClient, page: str = "/login") -> str:
    found = re.search(r'name="csrf" value="(\w+)"', desk.get(page).text)
    assert found
    return found[1]


def sign_in(desk: TestClient, name: str, password: str = PASSWORD, back: str = "/") -> int:
    got = desk.post("/login", data={"csrf": token(desk), "name": name, "password": password, "back": back})
    return int(got.status_code)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 303, id="home"),
        pytest.param("/r/CAN/SEN", 303, id="relation"),
        pytest.param("/nowhere", 303, id="no-such-page"),
        pytest.param("/audit", 303, id="log"),
        pytest.param("/api/v1/record", 401, id="api"),
        pytest.param("/api/v1/openapi.json", 401, id="openapi"),
        pytest.param("/login", 200, id="login"),
        pytest.param("/static/desk.css", 200, id="style"),
        pytest.param("/healthz", 200, id="health"),
    ],
)
def test_without_a_session_nothing_of_the_record_is_told(guarded: TestClient, path: str, status: int) -> None:
    got = guarded.get(path)
    assert got.status_code == status
    assert "Canada" not in got.text
    assert "events" not in got.text or path.startswith("/static")


def test_whoever_signs_in_is_led_back_and_whoever_leaves_is_out(guarded: TestClient) -> None:
    sent = guarded.get("/r/CAN/SEN?status=planned")
    assert sent.headers["location"] == "/login?back=%2Fr%2FCAN%2FSEN%3Fstatus%3Dplanned"
    assert sign_in(guarded, "reader") == 303
    assert "Canada" in guarded.get("/").text
    assert guarded.post("/logout", data={"csrf": token(guarded, "/")}).headers["location"] == "/login"
    assert guarded.get("/").status_code == 303


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "evil", "/\t/evil.example"]
)
def test_nobody_is_led_elsewhere(guarded: TestClient, back: str) -> None:
    form = {"csrf": token(guarded), "name": "reader", "password": PASSWORD, "back": back}
    assert guarded.post("/login", data=form).headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "password"),
    [
        pytest.param("reader", "seven grey herons at dusk", id="wrong-password"),
        pytest.param("nobody", PASSWORD, id="no-such-name"),
        pytest.param("reader", "", id="no-password"),
        pytest.param("' OR 1=1 --", PASSWORD, id="sql"),
    ],
)
def test_who_does_not_know_both_stays_out_and_is_not_told_which(guarded: TestClient, name: str, password: str) -> None:
    got = guarded.post("/login", data={"csrf": token(guarded), "name": name, "password": password})
    assert got.status_code == 401
    assert "do not belong together" in got.text
    assert guarded.get("/").status_code == 303


def event_of(desk: TestClient) -> str:
    return str(desk.app.state.records.now().record.events[0].id)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "judges", "reads_log"),
    [("reader", 403, 403), ("analyst", 303, 403), ("admin", 303, 200)],
)
def test_roles(guarded: TestClient, name: str, judges: int, reads_log: int) -> None:
    sign_in(guarded, name)
    form = {"csrf": token(guarded, "/"), "id": event_of(guarded), "verdict": "right", "by": "Somebody Else"}
    assert guarded.post("/review/judge", data=form).status_code == judges
    assert guarded.get("/audit").status_code == reads_log
    assert ('<button name="verdict"' in guarded.get(f"/e/{event_of(guarded)}").text) == (judges == 303)
    signed = [j.judgement.by for j in guarded.app.state.records.now().record.judgements]  # type: ignore[attr-defined]
    assert signed == ([name] if judges == 303 else [])  # the account signs, whatever the form says


def test_the_log_tells_who_did_what(guarded: TestClient, clock: Clock) -> None:
    sign_in(guarded, "admin", "wrong")
    sign_in(guarded, "admin")
    guarded.post("/review/judge", data={"csrf": token(guarded, "/"), "id": event_of(guarded), "verdict": "wrong"})
    guarded.post("/review/judge", data={"csrf": "forged", "id": event_of(guarded), "verdict": "wrong"})
    rows = re.findall(r"<td>([^<]*)</td><th scope=\"row\">([^<]*)</th><td>([^<]*)</td>", guarded.get("/audit").text)
    assert [(who, did) for _, who, did in rows[:4]] == [
        ("admin", "403"),
        ("admin", "rejected"),
        ("admin", "signed in"),
        ("admin", "wrong password"),
    ]
    assert [(who, did) for _, who, did in rows[4:]] == [("terminal", "made an account")] * 3
    assert {at for at, _, _ in rows} == {"2031-07-01 09:00:00"}


def test_a_session_is_new_at_each_sign_in_and_old_ones_are_not_taken_over(guarded: TestClient) -> None:
    guarded.cookies.set("session", "planted-by-somebody-else-before-the-sign-in")
    sign_in(guarded, "reader")
    first = guarded.cookies.get("session", domain="testserver.local")
    assert first
    assert len(first) == 43
    sign_in(guarded, "reader")
    assert guarded.cookies.get("session", domain="testserver.local") != first


def test_a_session_ends_after_a_working_day(guarded: TestClient, clock: Clock) -> None:
    sign_in(guarded, "reader")
    clock.now += timedelta(hours=11, minutes=59)
    assert guarded.get("/").status_code == 200
    clock.now += timedelta(minutes=1)
    assert guarded.get("/").status_code == 303


@pytest.mark.parametrize(("change"), ["remove", "password"])
def test_who_is_removed_or_has_another_password_is_out(guarded: TestClient, change: str) -> None:
    sign_in(guarded, "reader")
    accounts: Accounts = guarded.app.state.guard.accounts  # type: ignore[attr-defined]
    accounts.remove("reader") if change == "remove" else accounts.change("reader", PASSWORD[::-1])
    assert guarded.get("/").status_code == 303


def test_cookies_are_for_this_desk_alone(guarded: TestClient) -> None:
    form = {"csrf": token(guarded), "name": "reader", "password": PASSWORD}
    (session,) = guarded.post("/login", data=form).headers.get_list("set-cookie")
    assert "HttpOnly" in session
    assert "SameSite=strict" in session
    assert "Secure" not in session
    with TestClient(guarded.app, base_url="https://testserver", follow_redirects=False) as sealed:
        assert "Secure" in sealed.get("/login").headers["set-cookie"]
        form["csrf"] = token(sealed)
        assert "Secure" in sealed.post("/login", data=form).headers["set-cookie"]


def test_a_name_is_not_tried_forever(guarded: TestClient, clock: Clock) -> None:
    assert [sign_in(guarded, "reader", f"guess {n}") for n in range(TRIES_HERE + 1)] == [401] * TRIES_HERE + [429]
    assert sign_in(guarded, "reader") == 429  # not even the right one
    assert sign_in(guarded, "analyst") == 303  # others may come in
    clock.now += timedelta(minutes=16)
    assert sign_in(guarded, "reader") == 303


def test_a_form_of_one_session_is_none_of_another(guarded: TestClient) -> None:
    sign_in(guarded, "analyst")
    first = token(guarded, "/")
    sign_in(guarded, "analyst")
    form = {"csrf": first, "id": event_of(guarded), "verdict": "wrong"}
    assert guarded.post("/review/judge", data=form).status_code == 403


def test_passwords_and_sessions_are_not_to_be_had_from_the_file(guarded: TestClient) -> None:
    sign_in(guarded, "reader")
    path: Path = guarded.app.state.guard.accounts.beside.place.path  # type: ignore[attr-defined]
    assert path.stat().st_mode & 0o077 == 0
    held = path.read_bytes()
    assert PASSWORD.encode() not in held
    assert str(guarded.cookies.get("session", domain="testserver.local")).encode() not in held
    assert held.count(b"$argon2id$") >= len(NAMES)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        pytest.param(Place("192.0.2.7"), "nobody has an account", id="an-address"),
        pytest.param(Place("0.0.0.0", names=("desk.example.org",)), "nobody has an account", id="all-addresses"),
        pytest.param(Place("desk.example.org"), "nobody has an account", id="a-name"),
    ],
)
def test_others_are_not_let_in_without_accounts(record: Path, tmp_path: Path, place: Place, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        check(place, Accounts(str(tmp_path / "none.db"), needed=True))


def test_all_addresses_need_a_name(tmp_path: Path) -> None:
    accounts = Accounts(str(tmp_path / "some.db"), needed=True)
    accounts.add("reader", PASSWORD, Role.READER)
    check(Place("192.0.2.7"), accounts)
    with pytest.raises(UsageError, match="say --name"):
        check(Place("0.0.0.0"), accounts)


def test_when_the_last_account_goes_nobody_comes_in_from_outside(guarded: TestClient) -> None:
    sign_in(guarded, "admin")
    for name in NAMES:
        guarded.app.state.guard.accounts.remove(name)  # type: ignore[attr-defined]
    assert guarded.get("/").status_code == 303


def test_from_the_terminal(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(record, path)

    def run(*words: str, says: str = "") -> tuple[int, str]:
        told = CliRunner().invoke(cli, ["accounts", *words, "--record", str(path)], input=says)
        return told.exit_code, told.output

    assert run("list") == (0, "No accounts: the desk is for this machine alone.\n")
    assert not path.with_name("own.db.desk").exists()
    code, said = run("add", "a.diallo", "--role", "analyst", says=f"{PASSWORD}\n{PASSWORD}\n")
    assert (code, PASSWORD in said) == (0, False)
    assert run("add", "b", "--password-file", "-", says="short\n")[0] == 2
    assert run("add", "a.diallo", "--password-file", "-", says=f"{PASSWORD}\n")[0] == 2
    assert re.fullmatch(r"a\.diallo  analyst  \d{4}-\d\d-\d\d\n", run("list")[1])
    assert run("password", "a.diallo", "--password-file", "-", says=f"{PASSWORD[::-1]}\n")[0] == 0
    assert Accounts(str(path)).enter("a.diallo", PASSWORD[::-1], "") is not None
    assert run("remove", "a.diallo")[0] == 0
    assert run("remove", "a.diallo")[0] == 2
