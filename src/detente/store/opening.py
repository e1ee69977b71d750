"""Opening a record: where is it, is it ours, may it be written, and if not, what to do."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, Self

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from detente.model import RecordError
from detente.store import schema
from detente.store.again import Lost
from detente.store.files import ELSEWHERE, File
from detente.store.migrations import migrate
from detente.store.servers import Server, is_server


class Place(Protocol):
    """Where a record is kept: a file of SQLite, or a database on a PostgreSQL server."""

    @property
    def shown(self) -> str:
        """As messages name it: no password."""

    def check(self, create: bool) -> None:
        """Raises RecordError when no record can be, or be made, there. Writes nothing."""

    def engine(self, create: bool) -> Engine:
        """Connections whose transactions begin as ours do: writers in turn, readers at one moment of the record."""

    def prepare(self, db: Connection) -> None:
        """What the place needs before tables are made in it."""

    def settle(self, engine: Engine) -> None:
        """What is set for good once the record is known to be ours."""

    def blamed(self, error: DBAPIError) -> str | None:
        """One line, with what to do, where it is the place's or the user's fault; None where it is ours."""

    def lost(self, error: DBAPIError) -> bool:
        """Whether it went away, and may be back soon."""

    def stamp(self) -> tuple[object, ...]:
        """Cheap to ask; the same, and nothing was written since."""

    def damage(self, db: Connection) -> tuple[str, ...]:
        """What the database finds wrong with itself, in its words."""

    def beside(self, name: str) -> Self:
        """Another place next to this one, for what is not for the record."""

    def there(self) -> bool:
        """Whether anything is in that place."""


def place_of(url: str | os.PathLike[str]) -> Place:
    """The place of `sqlite:///detente.db`, `postgresql://…`, or of a bare path. Raises RecordError where it names none."""
    name = os.fspath(url)
    if is_server(name):
        return Server(name)
    scheme, sign, rest = name.partition("://")
    if sign and scheme != "sqlite":
        raise RecordError(f"a record is an SQLite file or postgresql://…, not {scheme}://…; {ELSEWHERE}")
    path = rest.removeprefix("/") if sign else name
    if not path or "\0" in path:
        raise RecordError(f"{name!r} names no file; {ELSEWHERE}")
    return File(Path(path))


def named(url: str | os.PathLike[str]) -> str:
    """The record as messages may name it: as it was given, without a password."""
    name = os.fspath(url)
    return Server(name).shown if is_server(name) else name


@contextmanager
def told(place: Place) -> Iterator[None]:
    """What the place or the machine cannot do, as RecordError; faults of ours (wrong values) pass through."""
    try:
        yield
    except OSError as error:
        raise RecordError(f"{place.shown}: {error.strerror or error}") from error
    except DBAPIError as error:
        if (line := place.blamed(error)) is None:
            raise
        raise (Lost if place.lost(error) else RecordError)(line) from error


def make_or_check(db: Connection, place: Place, create: bool) -> bool:
    """Makes the tables of a new record; refuses somebody else's database, and a newer record. Whether all is of today."""
    tables = inspect(db).get_table_names()
    if schema.schema.name in tables:
        return _version(db, place) == schema.VERSION
    if tables:
        raise RecordError(f"{place.shown} is a database of something else (table {min(tables)}); {ELSEWHERE}")
    if not create:
        raise RecordError(f"{place.shown} holds no record yet; fill it with: detente read PATH… --record {place.shown}")
    schema.metadata.create_all(db)
    db.execute(schema.schema.insert().values(version=schema.VERSION))
    return True


def bring_up(db: Connection, place: Place) -> None:
    """An older record's tables become ours; another program may just have done so."""
    if (version := _version(db, place)) < schema.VERSION:
        migrate(db, version)


def _version(db: Connection, place: Place) -> int:
    version = int(db.execute(select(schema.schema.c.version)).scalar_one())
    if version > schema.VERSION:
        raise RecordError(
            f"{place.shown} was written by another version of detente (tables {version}, "
            f"here {schema.VERSION}); use that version, or read the pages into a new record"
        )
    return version
