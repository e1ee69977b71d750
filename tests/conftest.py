"""What holds for all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from postgres import Server, running

settings.register_profile("detente", deadline=None)  # machines are noisy: no property is about time
settings.load_profile("detente")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server, once a run; whoever asks for it makes a database of its own."""
    with running() as server:
        yield server
