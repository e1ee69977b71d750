"""Answers that are kept: the same bytes, the right visitor's, of the record as it is now; and no more of them than there is room."""

import gzip
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

import detente
from detente.desk.accounts import Accounts
from detente.desk.answers import Kept, cut
from detente.desk.app import make
from detente.desk.records import GATHERING, Records
from detente.store.beside import Role

MARKS = {"a": "<a-mark>", "b": "<b-mark>"}
RELATION = "/r/CAN/SEN"
PASSWORD = "four words in a row"
TOKEN = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


RUNS = st.lists(st.binary(max_size=3000) | st.sampled_from([m.encode() for m in MARKS.values()]))


@given(RUNS, st.binary(max_size=300), st.binary(max_size=70))
def test_what_is_kept_is_what_was_answered(parts: list[bytes], a: bytes, b: bytes) -> None:
    body = b"".join(parts)
    kept = cut(200, body, MARKS, ())
    expected = body.replace(b"<a-mark>", a).replace(b"<b-mark>", b) if b"<b-mark>" not in a else None
    whole = kept.plain({"a": a, "b": b})
    assert expected in (None, whole)
    assert gzip.decompress(kept.gzipped({"a": a, "b": b})) == whole


@given(st.binary(max_size=200), st.binary(min_size=1, max_size=90))
def test_another_fill_is_another_tag_where_it_shows(body: bytes, fill: bytes) -> None:
    one, other = ({"a": fill, "b": b"-"}, {"a": fill + b"x", "b": b"-"})
    plain, slotted = cut(200, body, MARKS, ()), cut(200, body + b"<a-mark>", MARKS, ())
    assert slotted.tag(one) != slotted.tag(other)
    assert (plain.tag(one) == plain.tag(other)) == (b"<a-mark>" not in body)


def test_there_is_never_more_than_room() -> None:
    kept, answer = Kept(5000), cut(200, b"x", MARKS, ())
    for n in range(100):
        kept.put(n, answer)
        kept.put(n, answer)
    assert kept.held == sum(kept.get(n) is not None for n in range(100)) * answer.held <= 5000
    assert kept.get(0) is None
    assert kept.get(99) is answer


@pytest.mark.parametrize("path", [RELATION, f"{RELATION}/measures", "/", "/review", "/statements", "/search?q=visa", "/people", "/outlets",
                                  "/api/v1/relations/CAN/SEN", f"{RELATION}/feed.atom", "/nowhere", "/r/CAN/XXX"])  # fmt: skip
def test_the_second_answer_is_the_first(desk: TestClient, path: str) -> None:
    first, second = desk.get(path), desk.get(path)
    assert (first.status_code, first.text) == (second.status_code, second.text)
    bare = {"date", "set-cookie"}
    assert {n: v for n, v in first.headers.items() if n not in bare} == {
        n: v for n, v in second.headers.items() if n not in bare
    }
    packed = desk.get(path, headers={"Accept-Encoding": "identity"})
    assert ("content-encoding" in packed.headers, packed.text) == (False, first.text)
    assert "name-" not in first.text.replace("name-in", "")
    if first.status_code == 200:
        same = desk.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (same.status_code, same.content) == (304, b"")


def test_each_browser_has_its_own_token_on_the_same_page(records: Records) -> None:
    app = make(records, {"testserver"})
    with TestClient(app) as one, TestClient(app) as other:
        texts = [client.get("/review").text for client in (one, other, one, other)]
    tokens = [set(TOKEN.findall(text)) for text in texts]
    assert tokens[0] == tokens[2] != tokens[1] == tokens[3]
    assert all(len(t) == 1 for t in tokens)
    bare = [TOKEN.sub("", text) for text in texts]
    assert bare[0] == bare[1] == bare[2] == bare[3]


def test_a_language_asked_for_is_remembered_and_no_one_elses(desk: TestClient) -> None:
    english, french = desk.get(RELATION), desk.get(RELATION, params={"lang": "fr"})
    assert english.text != french.text
    assert desk.get(RELATION).text != english.text  # the cookie holds
    desk.cookies.clear()
    assert TOKEN.sub("", desk.get(RELATION).text) == TOKEN.sub("", english.text)


def test_news_stand_on_a_page_that_was_kept_before_them(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = Records(str(record))
    with TestClient(make(records, {"testserver"})) as desk:
        before = desk.get(RELATION)
        monkeypatch.setattr(records, "news", GATHERING)
        during = desk.get(RELATION, headers={"If-None-Match": before.headers["etag"]})
        assert 'class="notice"' not in before.text
        assert (during.status_code, during.text.count('class="notice"')) == (200, 1)
        assert desk.get("/nowhere").text.count('class="notice"') == 1


def test_what_is_written_is_seen_and_what_did_not_change_keeps_its_tag(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(record, path)
    records = Records(str(path), pause=0)
    with TestClient(make(records, {"testserver"})) as desk:
        page = f"/p/{records.now().record.documents[0].id}"
        home, quiet = desk.get("/").text, desk.get(page)
        new = tmp_path / "new.txt"
        new.write_text(
            "Rappel\n\nLe Soir - Publié le 11 mars 2031\n\nLe Ghana a rappelé mardi son ambassadeur au Togo.\n"
        )
        detente.read([str(new)], record=path)
        records.renewed()
        assert desk.get("/").text != home
        assert "GHA" in desk.get("/").text
        again = desk.get(page, headers={"If-None-Match": quiet.headers["etag"]})
        assert again.status_code == 304


def test_nobody_is_shown_what_was_kept_for_another(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(record, path)
    accounts = Accounts(str(path))
    for name, role in (("r.one", Role.READER), ("r.two", Role.READER), ("an.alyst", Role.ANALYST)):
        accounts.add(name, PASSWORD, role)
    app = make(Records(str(path)), {"testserver"}, accounts)
    pages = {}
    for name in ("an.alyst", "r.one", "r.two", ""):
        with TestClient(app, base_url="https://testserver") as desk:
            if name:
                token = TOKEN.findall(desk.get("/login").text)[0]
                desk.post("/login", data={"name": name, "password": PASSWORD, "csrf": token, "back": "/"})
            pages[name] = [desk.get("/review", follow_redirects=False) for _ in range(2)]
    assert [p.status_code for p in pages[""]] == [303, 303]
    for name in ("an.alyst", "r.one", "r.two"):
        for page in pages[name]:
            assert page.status_code == 200
            assert [other for other in pages if other and other in page.text] == [name]
    assert "/review/judge" in pages["an.alyst"][1].text
    assert "/review/judge" not in pages["r.one"][1].text
