"""Feeds and sitemaps read from an address: their items, fetched the same way."""

import gzip
import re
from collections.abc import Callable

import pytest

from detente.documents.kinds import Kind, kind_of
from detente.fetching import Fetcher, Limits
from detente.fetching.listing import LISTS as NAMES_OF_LISTS
from detente.fetching.listing import items
from detente.model import Page, Refusal, UnreadablePage
from fetching.town import Site, moved, ok


def kind(head: bytes, uri: str, media: str) -> str:
    return next((k for k, mark in (("feed", b"<rss"), ("sitemap", b"<urlset")) if head.startswith(mark)), "page")


def links(data: bytes, uri: str) -> tuple[str, ...]:
    if b"broken" in data:
        raise UnreadablePage("feed", "not a feed")
    return tuple(re.findall(r"<link>(.*?)</link>", data.decode()))


def feed(*addresses: str, root: str = "rss") -> str:
    return f"<{root}>" + "".join(f"<link>{a}</link>" for a in addresses)


def told(found: Page | Refusal) -> tuple[str, str]:
    return (found.where, found.reason) if isinstance(found, Refusal) else (found.uri, found.data.decode())


A, B = "http://press.example/a", "http://press.example/b"
FEED = "http://press.example/feed"
LISTS = [
    pytest.param({"feed": "a page"}, [(FEED, "a page")], id="a-page"),
    pytest.param({"feed": feed(A, B), "a": "A", "b": "B"}, [(A, "A"), (B, "B")], id="a-feed"),
    pytest.param({"feed": feed(A, root="urlset"), "a": "A"}, [(A, "A")], id="a-sitemap"),
    pytest.param({"feed": feed(A, A + "#x", FEED, A), "a": "A"}, [(A, "A")], id="each-once"),
    pytest.param({"feed": feed(B, A), "a": "A"}, [(B, "http-404"), (A, "A")], id="one-is-gone"),
    pytest.param({"feed": feed("file:///etc/passwd", "http://127.0.0.1/", A), "a": "A"},
                 [("file:///etc/passwd", "scheme"), ("http://127.0.0.1/", "private-address"), (A, "A")],
                 id="some-lead-astray"),
    pytest.param({}, [(FEED, "http-404")], id="no-feed"),
    pytest.param({"feed": feed() + "broken"}, [(FEED, "feed")], id="a-broken-feed"),
    pytest.param({"feed": feed()}, [(FEED, "<rss>")], id="without-addresses-read-as-it-is"),
    pytest.param({"feed": feed(A, B, root="urlset"), "a": feed(B, A, FEED, root="urlset"), "b": "B"}, [(B, "B")],
                 id="an-index"),
    pytest.param({"feed": feed(A), "a": feed(B), "b": feed("http://press.example/c")}, [(B, "nested")],
                 id="a-list-in-a-list-in-a-list"),
]  # fmt: skip


@pytest.mark.parametrize(("site_map", "found"), LISTS)
def test_lists(
    site_map: dict[str, str], found: list[tuple[str, str]], site: Site, fetcher: Callable[..., Fetcher]
) -> None:
    site.answers |= {f"press.example/{name}": ok(text) for name, text in site_map.items()}
    assert [told(f) for f in fetcher(kind=kind, links=links).pages(FEED)] == found
    assert len(set(site.asked)) == len(site.asked)


def test_an_item_that_another_led_to_is_not_fetched_again(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {"press.example/feed": ok(feed(A, B)), "press.example/a": moved("/b"), "press.example/b": ok("B")}
    assert [told(f) for f in fetcher(kind=kind, links=links).pages(FEED)] == [(B, "B")]


def test_a_zipped_sitemap(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {"press.example/map.xml.gz": ok(gzip.compress(feed(A).encode())), "press.example/a": ok("A")}
    found = fetcher(kind=kind, links=links).pages("http://press.example/map.xml.gz")
    assert [told(f) for f in found] == [(A, "A")]


@pytest.mark.parametrize(
    "data", [gzip.compress(b"a text"), gzip.compress(b"<rss>" + bytes(9_000_000)), b"\x1f\x8bdamaged"]
)
def test_another_gzip_file_is_a_page(data: bytes, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/a"] = ok(data)
    (page,) = fetcher(kind=kind, links=links, limits=Limits(size=100_000)).pages(A)
    assert isinstance(page, Page)
    assert page.data == data


def test_no_more_than_so_many() -> None:
    fetched = list[str]()

    def fetch(url: str) -> Page:
        fetched.append(url)
        return Page(feed(*(f"{A}{n % 40}" for n in range(100))).encode() if url == FEED else b"page", url)

    *pages, last = items(FEED, fetch, kind, links, 7, 1000)
    assert fetched == [FEED, *(f"{A}{n}" for n in range(7))]
    assert len(pages) == 7
    assert isinstance(last, Refusal)
    assert (last.where, last.reason, last.detail.split()[0]) == (FEED, "too-many", "33")


def test_pages_come_as_they_are_fetched(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {"press.example/feed": ok(feed(A, B)), "press.example/a": ok("A"), "press.example/b": ok("B")}
    found = fetcher(kind=kind, links=links).pages(FEED)
    assert told(next(found)) == (A, "A")
    assert "press.example/b" not in site.asked


def test_lists_are_called_as_the_documents_room_calls_them() -> None:
    assert {Kind.FEED.value, Kind.SITEMAP.value} == NAMES_OF_LISTS
    assert {kind_of(f"<{root}>".encode(), A, "text/xml") for root in ("rss", "feed", "urlset")} == NAMES_OF_LISTS
