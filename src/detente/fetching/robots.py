"""What a site asks of robots (RFC 9309), remembered for one run."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from detente.fetching.bodies import beginning
from detente.model import UnreadablePage

NAME = "detente"  # the product token that a robots.txt calls us by
LARGEST = 512 * 1024  # bytes read of a robots.txt; RFC 9309, 2.5: at least 500 KiB
FRESH = 24 * 3600.0  # seconds; RFC 9309, 2.4: no cached copy for longer
LONGEST_DELAY = 30.0  # seconds between requests, whatever a site asks: some ask for a day
_AGENT = re.compile(r"\s*user[- ]?agent\s*:?\s*([^#]*)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:request[- ]rate|visit[- ]time|site-?maps?|host)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z_-]+")


@dataclass(frozen=True, slots=True)
class _Known:
    since: float
    rules: Protego | UnreadablePage


class Robots:
    """Rules by origin. fetch: an address -> its answer's status and first bytes, redirects followed (raises UnreadablePage)."""

    def __init__(self, fetch: Callable[[httpx.URL], tuple[int, bytes]], clock: Callable[[], float]) -> None:
        self._fetch, self._clock = fetch, clock
        self._known: dict[httpx.URL, _Known] = {}

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests, 0 if it does not say.

        Raises UnreadablePage: `robots` if it does not want this address read, or its wishes cannot be had now.
        """
        rules = self._rules(url)
        if not rules.can_fetch(str(url), NAME):
            raise UnreadablePage("robots", f"the robots.txt of {url.host} asks not to fetch this address")
        return min(rules.crawl_delay(NAME) or 0.0, LONGEST_DELAY)

    def _rules(self, url: httpx.URL) -> Protego:
        place = url.copy_with(raw_path=b"/robots.txt")
        known = self._known.get(place)
        if known is None or self._clock() - known.since > FRESH:
            known = self._known[place] = _Known(self._clock(), self._asked(place))
        if isinstance(known.rules, UnreadablePage):
            raise UnreadablePage(known.rules.reason, known.rules.detail)
        return known.rules

    def _asked(self, place: httpx.URL) -> Protego | UnreadablePage:
        try:
            status, text = self._fetch(place)
        except UnreadablePage as error:
            return _failure(place, error)
        if status >= 500:  # RFC 9309, 2.3.1.4: assume that nothing is allowed
            return UnreadablePage("robots", f"{place} answers {status}; try again later")
        return rules(text if status < 300 else b"")  # 2.3.1.3: 4xx, no rules


def _failure(place: httpx.URL, error: UnreadablePage) -> Protego | UnreadablePage:
    match error.reason:
        case "redirects":  # RFC 9309, 2.3.1.2: too many, no rules
            return rules(b"")
        case "timeout" | "encoding" | "too-large":
            return UnreadablePage("robots", f"{place} cannot be had: {error}")
        case _:  # the host itself cannot be reached: say that
            return error


def rules(text: bytes) -> Protego:
    """The rules in a robots.txt."""
    lines = text.decode("utf-8-sig", "replace").splitlines()
    return Protego.parse("\n".join(_line(line) for line in lines if not _ASIDE.match(line)))


def _line(line: str) -> str:
    """The line, every robot that is not us under one name: twenty thousand names over twenty thousand rules
    would make four hundred million of them."""
    agent = _AGENT.match(line)
    if not agent:
        return line
    name = agent[1].strip().lower()
    token = _TOKEN.match(name)
    known = name if name == "*" else NAME if token and token[0] == NAME else "other"
    return f"User-agent: {known}"


def first_bytes(response: httpx.Response) -> bytes:
    """As much of a robots.txt as is read, in whole lines: half of `Disallow: /private` would close the whole site."""
    text = beginning(response.iter_raw(), response.headers.get("content-encoding", ""), LARGEST)
    return text if len(text) < LARGEST else text.rpartition(b"\n")[0]
