"""From an address to its page; from the address of a feed or a sitemap to the pages of its items."""

import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx

from detente.fetching.addresses import Resolve, address, beside, system
from detente.fetching.bodies import whole
from detente.fetching.listing import Kinds, Links, items
from detente.fetching.robots import Robots, first_bytes
from detente.fetching.web import Web, World
from detente.model import Page, Refusal, UnreadablePage

_MOVED = {301, 302, 303, 307, 308}
_BUSY = {429, 503}
_NO_PAGE = {"image", "audio", "video", "font", "model"}  # top-level media types (IANA) that hold nothing to read
_TELLING = ("etag", "last-modified", "cache-control", "retry-after")
_LONGEST_MARK = 500  # characters kept of each; a choice of ours
_LONGEST_REST = 86_400.0  # seconds; a day
_AGE = re.compile(r"(?:^|[\s,])max-age=(\d{1,9})")
_LONGEST_MEDIA = 200  # characters kept of a Content-Type; a choice of ours


@dataclass(frozen=True, slots=True)
class Limits:
    """size: bytes of one page, as sent and unzipped. seconds: from the first request for a page to its last byte,
    redirects included, waiting for our turn not; the robots.txt of each host has as many of its own.
    redirects: followed for one address. items: addresses fetched for one feed or sitemap.
    """

    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    items: int = 500


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class _Answer:
    """One hop: where it leads, or the page it brought."""

    status: int
    leads: str | None = None
    media: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a server said of what we had of it last, to be asked with: ETag and Last-Modified, "" where it said none."""

    etag: str = ""
    modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """As RFC 9110, 13.1."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fresh:
    """What has become of an address. page: None where it is what it was, or was refused.

    rest: seconds for which the server asks not to be asked again (Cache-Control, Retry-After); 0 where it does not.
    """

    page: Page | None
    mark: Mark
    rest: float = 0.0
    refused: Refusal | None = None


class Fetcher:
    """Fetches pages for one run, for one thread; a context manager.

    allow_private: dial machines inside our own network too. kind, links: told by the room that reads documents:
    what some bytes are, and the addresses that a feed or a sitemap lists.
    today, clock, sleep, resolve, network, tls: the world outside (see World).
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        limits: Limits = Limits(),
        kind: Kinds = lambda head, uri, media: "page",
        links: Links = lambda data, uri: (),
        today: Callable[[], date] = _today,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = system,
        network: httpcore.NetworkBackend | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._limits, self._kind, self._links, self._today = limits, kind, links, today
        self._web = Web(World(clock, sleep, resolve, network or httpcore.SyncBackend(), tls), allow_private)
        self._robots = Robots(self._robots_txt, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._web.close()

    def page(self, url: str) -> Page:
        """The page at `url`; its uri is where the redirects led.

        Raises UnreadablePage; reason is one of `url`, `scheme`, `dns`, `private-address`, `tls`, `connection`,
        `timeout`, `robots`, `redirects`, `http-404` and other statuses, `media`, `encoding`, `too-large`, `empty`.
        """
        self._web.forget()
        place, answer = self._followed(address(url), self._robots.delay, self._kept)
        return Page(answer.data, str(place), answer.media, self._today())

    def fresh(self, url: str, mark: Mark = Mark()) -> Fresh:
        """The page at `url` if it is another than that of `mark`. A refusal is in what comes back, never raised."""
        self._web.forget()
        told: dict[str, str] = {}

        def keep(response: httpx.Response) -> _Answer:
            told.clear()
            told.update({name: response.headers.get(name, "")[:_LONGEST_MARK] for name in _TELLING})
            return _Answer(304) if response.status_code == 304 else self._kept(response)

        try:
            place, answer = self._followed(address(url), self._robots.delay, keep, mark.headers)
        except UnreadablePage as error:
            return Fresh(None, mark, _rest(told), Refusal(url, error.reason, error.detail))
        if answer.status == 304:
            return Fresh(None, mark, _rest(told))
        page = Page(answer.data, str(place), answer.media, self._today())
        return Fresh(page, Mark(told["etag"], told["last-modified"]), _rest(told))

    def pages(self, url: str) -> Iterator[Page | Refusal]:
        """The page at `url`; where that is a feed or a sitemap, the pages of its items instead, each or its refusal."""
        return items(url, self.page, self._kind, self._links, self._limits.items, self._limits.size)

    def _followed(
        self,
        place: httpx.URL,
        pause: Callable[[httpx.URL], float],
        keep: Callable[[httpx.Response], _Answer],
        headers: Mapping[str, str] = {},
    ) -> tuple[httpx.URL, _Answer]:
        """The answer at the end of the redirects, and where that was. pause: seconds since the last request to a host."""
        left = self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            self._web.wait(place, pause(place))
            began = self._web.clock()
            answer = self._web.get(place, left, keep, headers)
            left -= self._web.clock() - began
            if answer.leads is None:
                return place, answer
            place = beside(place, answer.leads)
        raise UnreadablePage("redirects", f"more than {self._limits.redirects}, the last to {place}")

    def _kept(self, response: httpx.Response) -> _Answer:
        status, headers = response.status_code, response.headers
        if status in _MOVED and "location" in headers:
            return _Answer(status, headers["location"])
        if status in _BUSY:
            self._web.rest(response.url, headers.get("retry-after", ""))
        if not 200 <= status < 300 or status == 206:  # 206 is a part, and we asked for the whole
            raise UnreadablePage(
                f"http-{status}", f"{response.url.host} answers {status} {response.reason_phrase}".strip()
            )
        media = headers.get("content-type", "").strip()[:_LONGEST_MEDIA]
        if media.partition("/")[0].lower() in _NO_PAGE:
            raise UnreadablePage("media", f"{media}: not a page to read")
        self._weighed(headers.get("content-length", ""))
        data = whole(response.iter_raw(), headers.get("content-encoding", ""), self._limits.size)
        if not data.strip():
            raise UnreadablePage("empty", "nothing in it")
        return _Answer(status, None, media, data)

    def _weighed(self, announced: str) -> None:
        if announced.isdecimal() and int(announced[:20]) > self._limits.size:
            raise UnreadablePage("too-large", f"{announced[:20]} bytes announced; at most {self._limits.size} are read")

    def _robots_txt(self, place: httpx.URL) -> tuple[int, bytes]:
        """Status and first bytes of a robots.txt; the robots.txt of hosts it leads to is not asked (RFC 9309, 2.3.1.2)."""
        _, answer = self._followed(place, lambda url: 0.0, _rules)
        return answer.status, answer.data


def _rules(response: httpx.Response) -> _Answer:
    status = response.status_code
    if status in _MOVED and "location" in response.headers:
        return _Answer(status, response.headers["location"])
    return _Answer(status, data=first_bytes(response) if 200 <= status < 300 else b"")


def _rest(told: Mapping[str, str]) -> float:
    """Seconds, a day at most; a date in Retry-After counts as none."""
    age, after = _AGE.search(told.get("cache-control", "").lower()), told.get("retry-after", "")
    asked = (float(age[1]) if age else 0.0, float(after[:9]) if after.isdecimal() else 0.0)
    return min(max(asked), _LONGEST_REST)
