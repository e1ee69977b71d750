"""What was worked out of a record, kept beside it: it can be deleted at any time, and is then made again.

A file, or a schema of the same database; not inside: a record holds what was read and decided, and nothing that
follows from it (decisions/0007). A
record sent without it says the same; and whoever fills it never keeps a reader of the record waiting.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Column, Engine, LargeBinary, MetaData, Table, delete, select
from sqlalchemy.exc import DBAPIError

from detente.model import RecordError
from detente.store.files import File
from detente.store.opening import Place
from detente.store.words import WORDS

NAME = "gathered"
TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, digest TEXT NOT NULL, bytes BLOB NOT NULL)"
PATIENCE = 1.0  # seconds; who finds it busy works things out by itself


class Drawer(ABC):
    """Bytes by name, each with the digest of what they were made of. Whatever goes wrong with it is only a loss.

    What is put is written when the drawer is closed, in one transaction; names that nobody asked for are then dropped.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        """keeps: whether what is put is kept; a passing view only looks whether there is something for it."""
        self._keeps = keeps
        self._asked: set[str] = set()
        self._new: dict[str, tuple[str, bytes]] = {}

    def get(self, name: str) -> tuple[str, bytes] | None:
        """The digest that something was put under, and its bytes; None where there is nothing."""
        self._asked.add(name)
        return self._kept(name)

    def put(self, name: str, digest: str, kept: bytes) -> None:
        self._new[name] = digest, kept

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._shut()
        if kind is None and self._new and self._keeps:
            self._write()

    @abstractmethod
    def _kept(self, name: str) -> tuple[str, bytes] | None: ...

    @abstractmethod
    def _shut(self) -> None: ...

    @abstractmethod
    def _write(self) -> None: ...


def drawer_of(record: Place, *, keeps: bool = True) -> Drawer:
    """The drawer beside a record."""
    place = record.beside(NAME)
    return FileDrawer(place.path, keeps=keeps) if isinstance(place, File) else ServerDrawer(place, keeps=keeps)


class FileDrawer(Drawer):
    """path: of its file."""

    def __init__(self, path: Path, *, keeps: bool = True) -> None:
        super().__init__(keeps=keeps)
        self.path = path
        self._db: sqlite3.Connection | None = None

    def _kept(self, name: str) -> tuple[str, bytes] | None:
        with suppress(sqlite3.Error):
            if db := self._opened():
                row = db.execute("SELECT digest, bytes FROM kept WHERE name = ?", (name,)).fetchone()
                return (str(row[0]), bytes(row[1])) if row else None
        return None

    def _shut(self) -> None:
        if self._db:
            self._db.close()
            self._db = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._db is None and self.path.is_file():
            self._db = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
        return self._db

    def _write(self) -> None:
        """Written whole or not at all; a file that is no drawer any more is made anew."""
        with suppress(sqlite3.Error, OSError):
            try:
                self._put()
            except sqlite3.OperationalError:  # busy, or not ours to write
                return
            except sqlite3.DatabaseError:
                self.path.unlink()
                self._put()

    def _put(self) -> None:
        with _writing(self.path) as db:
            known = {name for (name,) in db.execute("SELECT name FROM kept")}
            db.executemany("DELETE FROM kept WHERE name = ?", [(name,) for name in sorted(known - self._asked)])
            rows = [(name, *kept) for name, kept in sorted(self._new.items())]
            db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is made again
        db.execute(TABLE)
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("COMMIT")
    finally:
        db.close()


metadata = MetaData()
_kept = Table(
    "kept",
    metadata,
    Column("name", WORDS, primary_key=True),
    Column("digest", WORDS, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    prefixes=["UNLOGGED"],  # written once, not twice; a crash empties it, and it is made again
)


class ServerDrawer(Drawer):
    """A table in a schema beside the record's."""

    def __init__(self, place: Place, *, keeps: bool = True) -> None:
        super().__init__(keeps=keeps)
        self._place = place
        self._engine: Engine | None = None

    def _kept(self, name: str) -> tuple[str, bytes] | None:
        query = select(_kept.c.digest, _kept.c.bytes).where(_kept.c.name == name)
        with suppress(DBAPIError, RecordError), self._opened().connect() as db:
            row = db.execute(query).first()
            return (row.digest, bytes(row.bytes)) if row else None
        return None

    def _opened(self) -> Engine:
        self._engine = self._engine or self._place.engine(create=True)
        return self._engine

    def _shut(self) -> None:
        if self._engine:
            self._engine.dispose()

    def _write(self) -> None:
        with (
            suppress(DBAPIError, RecordError),
            self._opened().connect().execution_options(writes=True) as db,
            db.begin(),
        ):
            self._place.prepare(db)
            metadata.create_all(db)
            db.execute(delete(_kept).where(_kept.c.name.not_in(self._asked) | _kept.c.name.in_(list(self._new))))
            lines = [{"name": name, "digest": put[0], "bytes": put[1]} for name, put in sorted(self._new.items())]
            db.execute(_kept.insert(), lines)
        self._shut()
