"""Pages from servers of every temper: the page, or a refusal that names the cause, in bounded time and memory."""

import gzip
import socket
import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.fetching import USER_AGENT, Fetcher, Limits
from detente.model import Page, UnreadablePage
from fetching.town import DAY, ELSEWHERE, PUBLIC, Answer, Site, Town, endless, moved, ok

SIZE = 50_000
PEM = Path(__file__).with_name("press.example.pem")
TLS = ssl.create_default_context(cafile=PEM)


def reset(wire: socket.socket) -> None:
    wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf")
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_a_page(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/a?b=c"] = ok("<p>été", "Content-Type: text/html; charset=utf-8")
    page = fetcher().page("http://press.example/a?b=c#there")
    assert page == Page(
        "<p>été".encode(), "http://press.example/a?b=c", "text/html; charset=utf-8", date.fromisoformat(DAY)
    )


def test_we_say_who_we_are(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/a"] = ok("page")
    fetcher().page("http://press.example/a")
    for head in site.heads:
        assert f"User-Agent: {USER_AGENT}\r\n".encode() in head
        assert b"Host: press.example\r\n" in head


READ = [
    pytest.param(ok("page"), id="plain"),
    pytest.param(ok(gzip.compress(b"page"), "Content-Encoding: gzip"), id="zipped"),
    pytest.param(ok("page", "Content-Type: application/pdf"), id="pdf"),
    pytest.param(ok("page", status="203 Changed"), id="203"),
    pytest.param(b"HTTP/1.1 200 OK\r\n\r\npage", id="until-the-end"),
    pytest.param(b"HTTP/1.0 200 OK\r\n\r\npage", id="http-1.0"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n", id="chunked"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage and more", id="more-than-announced"),
    pytest.param(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\npage", id="early-hints"),
    pytest.param(ok("page", "X-Robots-Tag: noindex"), id="not-to-be-indexed"),
]


@pytest.mark.parametrize("answer", READ)
def test_read(answer: Answer, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/a"] = answer
    assert fetcher().page("http://press.example/a").data == b"page"


REFUSED = [
    pytest.param(ok("gone", status="404 Not Found"), "http-404", id="404"),
    pytest.param(ok("gone", status="410 Gone"), "http-410", id="410"),
    pytest.param(ok("", status="500 Oops"), "http-500", id="500"),
    pytest.param(ok("busy", status="429 Too Many"), "http-429", id="429"),
    pytest.param(ok("part", "Content-Range: bytes 0-3/9", status="206 Part"), "http-206", id="a-part"),
    pytest.param(ok("", status="304 Same"), "http-304", id="304"),
    pytest.param(ok("", status="302 Moved"), "http-302", id="moved-nowhere"),
    pytest.param(ok(""), "empty", id="empty"),
    pytest.param(ok(" \r\n\t"), "empty", id="blank"),
    pytest.param(ok("x", "Content-Type: image/png"), "media", id="picture"),
    pytest.param(ok("x", "Content-Type: Video/MP4"), "media", id="video"),
    pytest.param(ok("x" * (SIZE + 1)), "too-large", id="too-large"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\nx", "too-large", id="announced-too-large"),
    pytest.param(endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536), "too-large", id="endless"),
    pytest.param(
        endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 9999),
        "too-large",
        id="endless-small-chunks",
    ),
    pytest.param(ok(gzip.compress(bytes(9_000_000)), "Content-Encoding: gzip"), "too-large", id="gzip-bomb"),
    pytest.param(ok("\x00" * 50, "Content-Encoding: br"), "encoding", id="brotli"),
    pytest.param(ok("page", "Content-Encoding: gzip"), "encoding", id="falsely-zipped"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", "connection", id="less-than-announced"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", "connection", id="cut-chunk"),
    pytest.param(reset, "connection", id="reset"),
    pytest.param(lambda wire: None, "connection", id="hangs-up"),
    pytest.param(b"SSH-2.0-OpenSSH_9\r\n", "connection", id="another-protocol"),
    pytest.param(b"\x00\xff" * 400, "connection", id="noise"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "connection", id="negative-length"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\npage", "connection", id="lengths"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: foo\r\n\r\npage", "connection", id="unknown-transfer"),
    pytest.param(endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 5000), "connection", id="endless-header"),
    pytest.param(endless(b"", b"HTTP/1.1 100 Go\r\n\r\n", 0.01), "timeout", id="endless-promises"),
    pytest.param(endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.01), "timeout", id="drip"),
    pytest.param(endless(b"HTTP/1.1 200 OK\r\nX: ", b"x", 0.01), "timeout", id="drip-in-the-header"),
    pytest.param(lambda wire: wire.recv(1), "timeout", id="silence"),
    pytest.param(moved("file:///etc/passwd"), "scheme", id="moved-to-a-file"),
    pytest.param(moved("javascript:alert(1)"), "url", id="moved-to-a-script"),
    pytest.param(moved("http://good@press.example/b"), "url", id="moved-with-a-user"),
    pytest.param(moved("http://[bad/"), "url", id="moved-to-no-address"),
    pytest.param(moved("http://nobody.example/"), "dns", id="moved-to-an-unknown-host"),
    pytest.param(moved("http://closed.example/"), "connection", id="moved-to-a-closed-door"),
    pytest.param(moved("/a"), "redirects", id="moved-to-itself"),
    pytest.param(moved("/a#there", "302 Found"), "redirects", id="moved-within-itself"),
]


@pytest.mark.parametrize(("answer", "reason"), REFUSED)
def test_refused(answer: Answer, reason: str, site: Site, town: Town, fetcher: Callable[..., Fetcher]) -> None:
    town.names["closed.example"] = [["93.184.216.99"]]
    site.answers["press.example/a"] = answer
    limits = Limits(size=SIZE, seconds=2 if reason == "timeout" else 20)
    with pytest.raises(UnreadablePage) as refusal:
        fetcher(limits=limits).page("http://press.example/a")
    assert (refusal.value.reason, bool(refusal.value.detail)) == (reason, True)


@settings(deadline=None)  # it waits for sockets
@given(
    st.binary(max_size=300)
    | st.binary(max_size=80).map(b"HTTP/1.1 200 OK\r\n".__add__)
    | st.binary(max_size=80).map(b"HTTP/1.1 301 Moved\r\nLocation: ".__add__)
    | st.binary(max_size=80).map(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08".__add__)
)
def test_no_answer_breaks_it(town_of_its_own: tuple[Site, Town], answer: bytes) -> None:
    """Whatever bytes a server sends for a page and for its rules: a page, or a refusal."""
    site, town = town_of_its_own
    site.answers |= {"press.example/a": answer, "other.example/robots.txt": answer, "other.example/a": ok("page")}
    for url in ("http://press.example/a", "http://other.example/a"):
        with (
            suppress(UnreadablePage),
            Fetcher(sleep=lambda seconds: None, resolve=town.resolve, network=town, tls=TLS) as web,
        ):
            assert web.page(url).data


@pytest.fixture(scope="module")
def town_of_its_own() -> Iterator[tuple[Site, Town]]:
    """One for all the answers of a property, which a new server each would slow down."""
    site = Site()
    yield site, Town({"press.example": [[PUBLIC]], "other.example": [[PUBLIC]]}, {PUBLIC: site.port})
    site.close()


@pytest.mark.parametrize("status", ["301 A", "302 B", "303 C", "307 D", "308 E"])
def test_redirects_are_followed(status: str, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {"press.example/a": moved("b?c#d", status), "press.example/b?c": ok("page")}
    page = fetcher().page("http://press.example/a")
    assert (page.uri, page.data) == ("http://press.example/b?c", b"page")


@pytest.mark.parametrize(("hops", "reached"), [(5, True), (6, False)])
def test_five_redirects_and_no_more(hops: int, reached: bool, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {f"press.example/{n}": moved(f"/{n + 1}") for n in range(hops)}
    site.answers[f"press.example/{hops}"] = ok("page")
    if reached:
        assert fetcher().page("http://press.example/0").uri == f"http://press.example/{hops}"
        return
    with pytest.raises(UnreadablePage, match=r"^redirects"):
        fetcher().page("http://press.example/0")


def test_redirects_share_one_time(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    """Each hop is quick enough, all of them are not."""

    def slow(wire: socket.socket) -> None:
        wire.settimeout(0.2)
        try:
            wire.recv(1)  # nothing comes: this only lets time go by
        except TimeoutError:
            wire.sendall(moved("/a"))

    site.answers["press.example/a"] = slow
    with pytest.raises(UnreadablePage, match=r"^timeout"):
        fetcher(limits=Limits(seconds=0.7)).page("http://press.example/a")
    assert 1 <= site.asked.count("press.example/a") <= 4  # five redirects would be allowed


def test_a_cookie_lives_as_long_as_one_page(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {
        "press.example/a": ok("", "Location: /b", "Set-Cookie: seen=1", status="302 Found"),
        "press.example/b": ok("page"),
        "press.example/c": ok("page"),
    }
    web = fetcher()
    web.page("http://press.example/a")
    web.page("http://press.example/c")
    cookies = [key for key, head in zip(site.asked, site.heads, strict=True) if b"\r\nCookie: seen=1\r\n" in head]
    assert cookies == ["press.example/b"]


def test_the_environment_sets_no_proxy(
    site: Site, fetcher: Callable[..., Fetcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://other.example:3128")
    site.answers["press.example/a"] = ok("page")
    assert fetcher().page("http://press.example/a").data == b"page"


def test_the_next_address_is_tried(site: Site, town: Town, fetcher: Callable[..., Fetcher]) -> None:
    town.names["press.example"] = [["93.184.216.99", PUBLIC]]
    site.answers["press.example/a"] = ok("page")
    assert fetcher().page("http://press.example/a").data == b"page"
    assert town.dialled[:2] == ["93.184.216.99", PUBLIC]


def test_with_leave_our_own_machines_are_read(site: Site) -> None:
    """The real resolver and the real wire, on this machine."""
    site.answers["127.0.0.1/a"] = ok("page")
    with Fetcher(allow_private=True, sleep=lambda seconds: None) as web:
        page = web.page(f"http://127.0.0.1:{site.port}/a")
    assert (page.uri, page.data) == (f"http://127.0.0.1:{site.port}/a", b"page")
    with Fetcher() as web, pytest.raises(UnreadablePage, match=r"^private-address"):
        web.page(f"http://127.0.0.1:{site.port}/a")
    assert site.asked == ["127.0.0.1/robots.txt", "127.0.0.1/a"]


def test_certificates_are_of_names_not_of_addresses(town: Town, fetcher: Callable[..., Fetcher]) -> None:
    """The address is what is dialled; the name is what the certificate must have, and what the server is told."""
    told, server = list[str | None](), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(PEM)
    server.sni_callback = lambda wire, name, context: told.append(name)
    site = Site(server)
    town.ports = {PUBLIC: site.port, ELSEWHERE: site.port}
    site.answers["press.example/a"] = ok("page")
    try:
        trusting = fetcher(tls=TLS)
        assert trusting.page("https://press.example/a").data == b"page"
        assert told[0] == "press.example"
        for web, url in ((trusting, "https://other.example/a"), (fetcher(), "https://press.example/a")):
            with pytest.raises(UnreadablePage, match=r"^tls: .*certificate"):
                web.page(url)
    finally:
        site.close()


def test_a_server_without_certificates(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/a"] = ok("page")
    with pytest.raises(UnreadablePage, match=r"^(tls|timeout|robots)"):
        fetcher(limits=Limits(seconds=2)).page("https://press.example/a")
