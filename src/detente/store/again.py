"""A server that goes away and comes back: what was under way is done once more."""

import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from detente.model import RecordError

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE = 60.0  # seconds for a server to come back: a restart takes some five, a recovery after a crash some more
PAUSE = 0.2  # seconds between two calls


class Lost(RecordError):
    """The server went away in the middle of something; what was kept is whole."""


def again(step: Callable[P, T]) -> Callable[P, T]:
    """A step that is one whole transaction, and done twice leaves what it leaves done once.

    Where the answer of a commit was lost, the step finds its own work done: `Store.add` then says that nothing was new.
    """

    @wraps(step)
    def tried(*args: P.args, **named: P.kwargs) -> T:
        began: float | None = None
        while True:
            try:
                return step(*args, **named)
            except Lost:
                began = began or time.monotonic()
                if time.monotonic() - began > PATIENCE:
                    raise
                time.sleep(PAUSE)

    return tried
