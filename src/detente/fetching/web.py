"""One request and its answer, in its turn and in its time; no redirect is followed here."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeVar

import httpcore
import httpx

from detente.fetching.addresses import Resolve
from detente.fetching.dialling import Deadline, Dialler, Transport
from detente.model import UnreadablePage

USER_AGENT = f"detente/{version('detente')} (+reader of press pages; obeys robots.txt)"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # what we can undo piece by piece, within bounds
}
PAUSE = 1.0  # seconds between two requests to one host; a choice of ours
REST = 10.0, 30.0  # seconds for which a busy host is left alone when it does not say, and at most; choices of ours
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside, and changes: the clock, the resolver, the wire, the certificates trusted. Tests bring their own.

    clock: seconds from any start, never backwards. tls: None for the public authorities.
    """

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    resolve: Resolve
    network: httpcore.NetworkBackend
    tls: ssl.SSLContext | None = None


class Web:
    """A client and its manners; for one thread."""

    def __init__(self, world: World, allow_private: bool) -> None:
        self.clock, self._sleep = world.clock, world.sleep
        self._deadline = Deadline(world.clock)
        dialler = Dialler(world.network, self._deadline, world.resolve, allow_private)
        # Nothing from the environment: a proxy would resolve the names itself, and our judging would be for show.
        self._client = httpx.Client(
            transport=Transport(dialler, world.tls or httpx.create_ssl_context()), headers=HEADERS, trust_env=False
        )
        self._last: dict[str, float] = {}

    def close(self) -> None:
        self._client.close()

    def forget(self) -> None:
        """A visitor without a past: what one page's redirects set, no other page hears of."""
        self._client.cookies.clear()

    def wait(self, url: httpx.URL, pause: float) -> None:
        """Waits until `pause` seconds, and PAUSE at least, have gone by since the last request to this host."""
        last = self._last.get(url.host)
        if last is not None and (rest := last + max(pause, PAUSE) - self.clock()) > 0:
            self._sleep(rest)
        self._last[url.host] = self.clock()

    def rest(self, url: httpx.URL, asked: str) -> None:
        """Leaves a busy host alone for a while. asked: its Retry-After; a date counts as no number of seconds."""
        usual, most = REST
        seconds = min(float(asked[:9]), most) if asked.isdecimal() else usual
        self._last[url.host] = self.clock() + seconds - PAUSE

    def get(
        self, url: httpx.URL, seconds: float, keep: Callable[[httpx.Response], Kept], headers: Mapping[str, str] = {}
    ) -> Kept:
        """What `keep` makes of the answer, whose body is not read yet. seconds: for all of it. headers: sent besides ours.

        Raises UnreadablePage (dns, private-address, tls, timeout, connection, url, and what `keep` raises).
        """
        self._deadline.set(seconds)
        try:
            with self._client.stream("GET", url, headers=headers, follow_redirects=False) as response:
                return keep(response)
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise UnreadablePage("timeout", f"{url.host} did not send it all in time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise UnreadablePage("connection", f"{url.host}: {error or type(error).__name__}") from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:  # httpx's own, of a Location it cannot take
            raise UnreadablePage("url", f"{url.host} leads to no web address: {error}") from error
