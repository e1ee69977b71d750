"""A town with two names, a server, and a fetcher that never really waits for its turn."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from typing import Any

import pytest

from detente.fetching import Fetcher, Limits
from fetching.town import DAY, ELSEWHERE, PUBLIC, Site, Town


class Watch:
    """A clock that runs on when one sleeps, and notes the sleeps."""

    def __init__(self) -> None:
        self.ahead, self.sleeps = 0.0, list[float]()

    def now(self) -> float:
        return time.monotonic() + self.ahead

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.ahead += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    yield server
    server.close()


@pytest.fixture
def town(site: Site) -> Town:
    return Town(
        {"press.example": [[PUBLIC]], "other.example": [[ELSEWHERE]]}, {PUBLIC: site.port, ELSEWHERE: site.port}
    )


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def fetcher(town: Town, watch: Watch) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers in the town; what is asked for in other words is passed on."""
    with ExitStack() as stack:

        def make(**options: Any) -> Fetcher:
            world: dict[str, Any] = {
                "clock": watch.now,
                "sleep": watch.sleep,
                "resolve": town.resolve,
                "network": town,
                "today": partial(date.fromisoformat, DAY),
                "limits": Limits(seconds=20),
            }
            return stack.enter_context(Fetcher(**(world | options)))

        yield make
