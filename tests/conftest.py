"""What holds for all tests."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from postgres import Server, running

settings.register_profile("detente", deadline=None)  # machines are noisy: no property is about time
settings.load_profile("detente")

# a run put in the background of a shell ignores interrupts, and so would every child it starts: Ctrl-C tests need one that heeds them
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server, once a run; whoever asks for it makes a database of its own."""
    with running() as server:
        yield server
