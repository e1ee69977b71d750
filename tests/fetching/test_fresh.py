"""A page asked for again: only if it changed."""

from collections.abc import Callable

import pytest

from detente.fetching import Fetcher, Mark, post
from detente.model import UnreadablePage
from fetching.town import Site, moved, ok

URL = "http://press.example/feed"
PAGE = "<rss/>"


def test_what_is_new_comes_with_its_mark(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/feed"] = ok(PAGE, 'ETag: "v1"', "Last-Modified: Thu, 05 Mar 2026 08:00:00 GMT")
    found = fetcher().fresh(URL)
    assert found.page is not None
    assert (found.page.data, found.refused, found.rest) == (PAGE.encode(), None, 0)
    assert found.mark == Mark('"v1"', "Thu, 05 Mar 2026 08:00:00 GMT")
    assert b"If-None-Match" not in site.heads[-1]


def test_what_is_the_same_is_not_sent_again(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/feed"] = ok("", "Cache-Control: public, max-age=900", status="304 Not Modified")
    mark = Mark('"v1"', "Thu, 05 Mar 2026 08:00:00 GMT")
    found = fetcher().fresh(URL, mark)
    assert (found.page, found.mark, found.refused, found.rest) == (None, mark, None, 900)
    assert b'if-none-match: "v1"' in site.heads[-1].lower()
    assert b"if-modified-since: thu, 05 mar 2026" in site.heads[-1].lower()


def test_the_mark_goes_along_a_redirect(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/feed"] = moved("/other")
    site.answers["press.example/other"] = ok("", status="304 Not Modified")
    assert fetcher().fresh(URL, Mark('"v1"')).refused is None
    assert b'if-none-match: "v1"' in site.heads[-1].lower()


REFUSED = [
    pytest.param(ok("", "Retry-After: 600", status="503 Busy"), "http-503", 600, id="busy"),
    pytest.param(ok("", "Retry-After: 999999999", status="429 Slower"), "http-429", 86400, id="for longer than a day"),
    pytest.param(ok("", "Retry-After: soon", status="404 Gone"), "http-404", 0, id="gone"),
]


@pytest.mark.parametrize(("answer", "reason", "rest"), REFUSED)
def test_a_refusal_comes_back(
    answer: bytes, reason: str, rest: float, site: Site, fetcher: Callable[..., Fetcher]
) -> None:
    site.answers["press.example/feed"] = answer
    found = fetcher().fresh(URL, Mark('"v1"'))
    assert found.refused is not None
    assert (found.page, found.refused.reason, found.rest, found.mark) == (None, reason, rest, Mark('"v1"'))


def test_no_address(fetcher: Callable[..., Fetcher]) -> None:
    found = fetcher().fresh("nonsense")
    assert found.refused is not None
    assert found.refused.where == "nonsense"


def test_a_message(site: Site) -> None:
    site.answers["127.0.0.1/hook"] = ok("thanks")
    post(f"http://127.0.0.1:{site.port}/hook", b"{}")
    assert site.heads[-1].startswith(b"POST /hook")
    assert b"content-type: application/json" in site.heads[-1].lower()


HOOKS = [
    pytest.param(ok("", status="500 Broken"), "http-500", id="an error"),
    pytest.param(moved("http://other.example/"), "http-301", id="leads elsewhere: not followed"),
    pytest.param(b"", "connection", id="hangs up"),
]


@pytest.mark.parametrize(("answer", "reason"), HOOKS)
def test_a_message_that_is_not_taken(answer: bytes, reason: str, site: Site) -> None:
    site.answers["127.0.0.1/hook"] = answer
    with pytest.raises(UnreadablePage) as refused:
        post(f"http://127.0.0.1:{site.port}/hook", b"{}")
    assert refused.value.reason == reason
