"""Adding pages in the browser: read as on the command line, refused with reasons, fetched with the same care."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.test_review import token
from detente.desk.adding import Adding, plain
from detente.desk.weighing import UPLOAD
from detente.documents import kind_of, links
from detente.fetching import Fetcher

PAGE = """<!doctype html><html lang="en"><head><title>Canada recalls its ambassador to Senegal</title>
<meta property="article:published_time" content="2031-08-02"></head><body><article><h1>Canada recalls its ambassador
to Senegal</h1><p>OTTAWA, 2 August 2031. Canada on Saturday recalled its ambassador to Senegal for consultations, the
foreign ministry said in a statement.</p><p>The ministry gave no date for the return of the ambassador to Dakar, and
said that the embassy would stay open to the public in the meantime.</p></article></body></html>"""
TEXT = """Canada on Saturday recalled its ambassador to Senegal for consultations, the foreign ministry said in a statement.

The ministry gave no date for the return of the ambassador to Dakar, and said that the embassy would stay open."""


def send(desk: TestClient, files: tuple[tuple[str, bytes], ...] = (), **fields: str) -> tuple[int, str]:
    parts = [("files", (name, data, "application/octet-stream")) for name, data in files]
    got = desk.post("/add", data={"csrf": token(desk), **fields}, files=parts or None)
    return got.status_code, got.text


def outcomes(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<span class="tag[^"]*">(\w+(?: \w+)?)</span> <code>([^<]*)</code>', page)


def test_a_file_is_read_and_appears_and_is_known_the_second_time(own: TestClient) -> None:
    status, page = send(own, (("recall.html", PAGE.encode()),))
    assert (status, outcomes(page)) == (200, [("read", "upload:recall.html")])
    found = re.search(r'<a href="(/p/[^"]+)">Canada recalls its ambassador to Senegal</a>', page)
    assert found
    assert "recalled its ambassador" in own.get(found[1]).text
    assert "Canada recalls its ambassador" in own.get("/search?q=recalls").text
    status, page = send(own, (("again.html", PAGE.encode()),))
    assert outcomes(page) == [("known already", "upload:again.html")]
    assert f'href="{found[1]}"' in page


def test_a_pasted_text_has_what_is_said_of_it(own: TestClient) -> None:
    status, page = send(
        own, text=TEXT, title="An ambassador recalled", outlet="The Dakar Ledger", published="2031-08-02"
    )
    assert (status, outcomes(page)) == (200, [("read", "pasted:")])
    found = re.search(r'href="(/p/[^"]+)">An ambassador recalled<', page)
    assert found
    article = own.get(found[1]).text
    assert "The Dakar Ledger" in article
    assert "2 August 2031" in article


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("empty.html", b"", "empty", id="empty"),
        pytest.param("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "wrong-type", id="a-picture"),
        pytest.param("words.html", b"<html><body><p></p></body></html>", "no-text", id="no-words"),
        pytest.param("broken.zip", b"PK\x03\x04" + b"\0" * 60, "truncated", id="a-broken-archive"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(own: TestClient, name: str, data: bytes, reason: str) -> None:
    status, page = send(own, ((name, data),))
    assert (status, outcomes(page)) == (200, [("refused", f"upload:{name}")])
    assert reason in re.findall(r"<b>([\w-]+)</b>", page)


def test_one_bad_file_does_not_cost_the_others(own: TestClient) -> None:
    _, page = send(own, (("empty.html", b""), ("recall.html", PAGE.encode())))
    assert outcomes(page) == [("refused", "upload:empty.html"), ("read", "upload:recall.html")]


def test_nothing_given_is_said(own: TestClient) -> None:
    status, page = send(own, text="  ")
    assert status == 400
    assert "Give a file, a text or an address" in page


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://127.0.0.1:8100/", "private-address", id="this-machine"),
        pytest.param("http://localhost/", "private-address", id="by-name"),
        pytest.param("http://[::1]/", "private-address", id="ipv6"),
        pytest.param("http://[::ffff:127.0.0.1]/", "private-address", id="ipv4-in-ipv6"),
        pytest.param("http://2130706433/", "private-address", id="as-one-number"),
        pytest.param("http://0x7f.1/", "private-address", id="in-hexadecimal"),
        pytest.param("http://0.0.0.0/", "private-address", id="any"),
        pytest.param("http://10.0.0.1/", "private-address", id="local-network"),
        pytest.param("http://169.254.169.254/latest/meta-data/", "private-address", id="cloud-metadata"),
        pytest.param("file:///etc/passwd", "scheme", id="file"),
        pytest.param("/etc/passwd", "scheme", id="path"),
        pytest.param("../../etc/passwd", "scheme", id="relative-path"),
        pytest.param("gopher://127.0.0.1:70/", "scheme", id="gopher"),
        pytest.param("http://user:secret@example.org/", "url", id="with-a-password"),
    ],
)
def test_addresses_of_this_machine_and_its_network_are_not_asked(own: TestClient, url: str, reason: str) -> None:
    status, page = send(own, url=url)
    assert status == 200
    assert [fate for fate, _ in outcomes(page)] == ["refused"]
    assert f"<b>{reason}</b>" in page
    assert "secret" not in page


class Press(BaseHTTPRequestHandler):
    """Serves one page, and an address that leads to it."""

    def do_GET(self) -> None:
        body = PAGE.encode() if self.path == "/recall" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""


@pytest.fixture
def press() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Press)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_fetched_and_read(own: TestClient, press: str) -> None:
    records = own.app.state.records  # type: ignore[attr-defined]
    near = Adding(records, lambda: Fetcher(allow_private=True, kind=kind_of, links=links))
    own.app.state.adding = near  # type: ignore[attr-defined]
    _, page = send(own, url=f"{press}/recall")
    assert outcomes(page) == [("read", f"{press}/recall")]
    _, page = send(own, url=f"{press}/nowhere")
    assert "<b>http-404</b>" in page


@pytest.mark.parametrize("announced", [True, False], ids=["as-announced", "in-pieces"])
def test_too_much_at_once_is_refused_before_it_is_read(own: TestClient, announced: bool) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="big.html"\r\n\r\n'
    piece = b"a" * 1_000_000

    def pieces() -> Iterator[bytes]:
        yield head
        for _ in range(UPLOAD // len(piece) + 1):
            yield piece

    sent = b"".join(pieces()) if announced else pieces()
    got = own.post("/add", content=sent, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert got.status_code == 413
    assert "more than can be sent at once" in got.text


def test_a_form_is_small(own: TestClient) -> None:
    got = own.post("/review/judge", data={"note": "x" * 200_000})
    assert got.status_code == 413


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("../../etc/passwd", "passwd", id="up"),
        pytest.param("C:\\Users\\a\\page.html", "page.html", id="windows"),
        pytest.param("/etc/cron.d/x", "x", id="absolute"),
        pytest.param("a\r\nSet-Cookie: b\0.html", "aSet-Cookie: b.html", id="lines"),
        pytest.param("folder/", "unnamed", id="folder"),
        pytest.param("x" * 999, "x" * 200, id="long"),
    ],
)
def test_a_file_name_is_a_name(name: str, kept: str) -> None:
    assert plain(name) == kept


def test_nothing_is_written_beside_the_record(own: TestClient) -> None:
    folder = Path(own.app.state.records.place.path).parent  # type: ignore[attr-defined]
    send(own, (("../../outside.html", PAGE.encode()),))
    assert all(p.name.startswith("own.db") for p in folder.iterdir())
