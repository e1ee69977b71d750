"""What a record holds, seen without the store."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from detente.store import Store


@contextmanager
def behind(store: Store, writes: bool = False) -> Iterator[Connection]:
    """A transaction of its own."""
    engine = store.place.engine(create=writes)
    try:
        with engine.connect().execution_options(writes=writes) as db, db.begin():
            yield db
    finally:
        engine.dispose()
