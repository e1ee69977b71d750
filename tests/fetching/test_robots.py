"""What sites ask of robots is done (RFC 9309), and asked once."""

from collections.abc import Callable

import httpx
import pytest

from detente.fetching import Fetcher, Limits
from detente.fetching.robots import FRESH, LARGEST, LONGEST_DELAY, NAME, Robots, rules
from detente.model import UnreadablePage
from fetching.conftest import Watch
from fetching.town import Answer, Site, Town, endless, moved, ok

PAGE = "http://press.example/news/a?b=c"
RULES = [
    pytest.param("", True, id="nothing"),
    pytest.param("User-agent: *\nDisallow: /news/", False, id="everybody"),
    pytest.param("User-agent: *\nDisallow: /sport/", True, id="elsewhere"),
    pytest.param("User-agent: *\nDisallow:", True, id="disallow-nothing"),
    pytest.param("User-agent: detente\nDisallow: /", False, id="us"),
    pytest.param("User-agent: Detente/2.0 (any)\nDisallow: /", False, id="us-with-version"),
    pytest.param("User-agent: otherbot\nDisallow: /", True, id="another"),
    pytest.param("User-agent: d\nDisallow: /", True, id="only-our-first-letter"),
    pytest.param("User-agent: detente-news\nDisallow: /", True, id="a-longer-name"),
    pytest.param("User-agent: *\nDisallow: /\n\nUser-agent: detente\nDisallow: /x", True, id="ours-before-everybody"),
    pytest.param("User-agent: otherbot\nUser-agent: detente\nDisallow: /", False, id="two-names-one-group"),
    pytest.param("User-agent: otherbot\nDisallow: /\nUser-agent: *\nDisallow: /x", True, id="groups-without-blank"),
    pytest.param("User-agent: *\nDisallow: /\nAllow: /news/", True, id="longest-wins"),
    pytest.param("User-agent: *\nDisallow: /*?b=", False, id="wildcard"),
    pytest.param("User-agent: *\nDisallow: /news/a$", True, id="end-mark"),
    pytest.param("User-agent: *\nSitemap: http://x/\nDisallow: /news", False, id="sitemap-inside"),
    pytest.param("user-agent:*\ndisallow:/news # why\n", False, id="tight-with-comment"),
    pytest.param("\ufeffUser-agent: *\r\nDisallow: /news\r\n", False, id="mark-and-crlf"),
    pytest.param("<html><body>User-agent: not found</body></html>", True, id="a-web-page"),
]


@pytest.mark.parametrize(("text", "allowed"), RULES)
def test_rules(text: str, allowed: bool) -> None:
    assert rules(text.encode()).can_fetch(PAGE, NAME) == allowed


def test_many_robots_over_many_rules_are_few_rules() -> None:
    """A quarter of a megabyte of names, then of rules, would be four hundred million rules: only ours are kept."""
    names = "".join(f"User-agent: bot{n}\n" for n in range(12_000))
    many = "".join(f"Disallow: /{n}\n" for n in range(20_000))
    assert rules((names + many).encode()).can_fetch(PAGE, NAME)
    assert not rules((names + "User-agent: detente\n" + many + "Disallow: /news").encode()).can_fetch(PAGE, NAME)


ANSWERS = [
    pytest.param(ok("User-agent: *\nDisallow: /private"), None, id="allows"),
    pytest.param(ok("User-agent: *\nDisallow: /"), "robots", id="closed"),
    pytest.param(ok("", status="404 Not Found"), None, id="404"),
    pytest.param(ok("User-agent: *\nDisallow: /", status="403 Forbidden"), None, id="403"),
    pytest.param(ok("", status="500 Oops"), "robots", id="500"),
    pytest.param(ok("", status="503 Busy"), "robots", id="503"),
    pytest.param(moved("http://other.example/rules"), "robots", id="moved-to-a-closed-one"),
    pytest.param(moved("/robots.txt"), None, id="moved-for-ever"),
    pytest.param(moved("file:///etc/passwd"), "scheme", id="moved-to-a-file"),
    pytest.param(moved("http://127.0.0.1/"), "private-address", id="moved-to-ours"),
    pytest.param(lambda wire: None, "connection", id="hangs-up"),
    pytest.param(ok(b"\xff\xfe\x00" * 100), None, id="no-text"),
    pytest.param(ok("x", "Content-Encoding: gzip"), "robots", id="falsely-zipped"),
    pytest.param(
        ok("User-agent: *\nDisallow: /private\n" + "#" * LARGEST + "\nDisallow: /\n"), None, id="beyond-512-kib"
    ),
    pytest.param(
        ok(("User-agent: *\nDisallow: /private\n").ljust(LARGEST - 12, "#") + "\nDisallow: /private"),
        None,
        id="cut-in-the-middle-of-a-rule",
    ),
    pytest.param(
        endless(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n", b"#" * 65536), None, id="endless"
    ),
]


@pytest.mark.parametrize(("answer", "reason"), ANSWERS)
def test_answers(answer: Answer, reason: str | None, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {
        "press.example/robots.txt": answer,
        "other.example/rules": ok("User-agent: *\nDisallow: /"),
        "press.example/a": ok("the page"),
    }
    if reason is None:
        assert fetcher().page("http://press.example/a").data == b"the page"
        return
    with pytest.raises(UnreadablePage) as refusal:
        fetcher().page("http://press.example/a")
    assert (refusal.value.reason, bool(refusal.value.detail)) == (reason, True)
    assert "press.example/a" not in site.asked


def test_a_robots_txt_that_never_comes(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers["press.example/robots.txt"] = endless(b"HTTP/1.1 200 OK\r\n\r\n", b"#", 0.01)
    web = fetcher(limits=Limits(seconds=0.1))
    for _ in range(2):
        with pytest.raises(UnreadablePage, match=r"^robots: .*timeout"):
            web.page("http://press.example/a")
    assert site.asked == ["press.example/robots.txt"]  # the answer is remembered, no page is asked for


def test_each_origin_is_asked_once(site: Site, town: Town, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {f"press.example/{n}": ok("page") for n in "abc"}
    web = fetcher()
    for n in "abc":
        web.page(f"http://press.example/{n}")
    assert site.asked == [f"press.example/{n}" for n in ("robots.txt", "a", "b", "c")]


def test_the_new_host_of_a_redirect_is_asked(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {
        "press.example/a": moved("http://other.example/b"),
        "other.example/robots.txt": ok("User-agent: *\nDisallow: /b"),
        "other.example/b": ok("never read"),
    }
    with pytest.raises(UnreadablePage, match="robots"):
        fetcher().page("http://press.example/a")
    assert site.asked == ["press.example/robots.txt", "press.example/a", "other.example/robots.txt"]


def test_after_a_day_it_is_asked_again() -> None:
    asked, now = list[str](), [0.0]

    def fetch(url: httpx.URL) -> tuple[int, bytes]:
        asked.append(str(url))
        return 404, b""

    robots = Robots(fetch, lambda: now[0])
    for now[0] in (0, FRESH, FRESH + 1):
        robots.delay(httpx.URL(PAGE))
    assert asked == ["http://press.example/robots.txt"] * 2


@pytest.mark.parametrize(
    ("asked_for", "pause"),
    [
        pytest.param("", 1.0, id="nothing"),
        pytest.param("Crawl-delay: 0.1", 1.0, id="less-than-ours"),
        pytest.param("Crawl-delay: 7", 7.0, id="seven"),
        pytest.param("Crawl-delay: 86400", LONGEST_DELAY, id="a-day"),
        pytest.param("Crawl-delay: inf", 1.0, id="for-ever"),
        pytest.param("Crawl-delay: nan", 1.0, id="no-number"),
        pytest.param("Crawl-delay: -5", 1.0, id="negative"),
        pytest.param("Crawl-delay: " + "9" * 5000, 1.0, id="too-many-digits"),
    ],
)
def test_pauses(
    asked_for: str, pause: float, site: Site, town: Town, watch: Watch, fetcher: Callable[..., Fetcher]
) -> None:
    site.answers["press.example/robots.txt"] = ok(f"User-agent: *\n{asked_for}\n")
    site.answers |= {f"press.example/{n}": ok("page") for n in "abc"}
    web = fetcher()
    for n in "abc":
        web.page(f"http://press.example/{n}")
    assert watch.sleeps == [pytest.approx(pause, abs=0.5)] * 3


def test_another_host_does_not_wait(site: Site, watch: Watch, fetcher: Callable[..., Fetcher]) -> None:
    site.answers |= {"press.example/a": ok("page"), "other.example/b": ok("page")}
    web = fetcher()
    web.page("http://press.example/a")
    before = len(watch.sleeps)
    web.page("http://other.example/b")
    assert (before, len(watch.sleeps)) == (1, 2)  # each once, between its robots.txt and its page


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        pytest.param("Retry-After: 20", 20, id="seconds"),
        pytest.param("Retry-After: 86400", 30, id="a-day"),
        pytest.param("Retry-After: Wed, 21 Oct 2026 07:28:00 GMT", 10, id="a-date"),
        pytest.param("X: y", 10, id="not-said"),
    ],
)
@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
def test_a_busy_host_is_left_alone(
    status: str, header: str, pause: float, site: Site, watch: Watch, fetcher: Callable[..., Fetcher]
) -> None:
    site.answers |= {"press.example/a": ok("", header, status=status), "press.example/b": ok("page")}
    web = fetcher()
    with pytest.raises(UnreadablePage, match=status[:3]):
        web.page("http://press.example/a")
    web.page("http://press.example/b")
    assert watch.sleeps[-1] == pytest.approx(pause, abs=0.5)
