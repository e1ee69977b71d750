"""Opening a record: is it ours, may it be written, and if not, what to do."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, inspect, select
from sqlalchemy.pool import QueuePool

from detente.model import RecordError
from detente.store import schema
from detente.store.migrations import migrate

PATIENCE = 10.0  # seconds to wait for another writer; a page's transaction takes some 0.01 s
_SQLITE = b"SQLite format 3\0"  # first 16 bytes of every database: sqlite.org/fileformat.html
_ELSEWHERE = "name another file with --record"


def path_of(url: str) -> Path:
    """The file of `sqlite:///detente.db`, or of a bare path."""
    scheme, sign, rest = url.partition("://")
    if sign and scheme != "sqlite":
        raise RecordError(f"a record is an SQLite file, not {scheme}://…; {_ELSEWHERE}")
    name = rest.removeprefix("/") if sign else url
    if not name or "\0" in name:
        raise RecordError(f"{url!r} names no file; {_ELSEWHERE}")
    return Path(name)


def check_file(path: Path, create: bool) -> None:
    """Raises RecordError when no record can be, or be made, at `path`. Writes nothing."""
    if path.is_dir():
        raise RecordError(f"{path} is a folder; name a file in it, as {path / 'detente.db'}")
    if not path.exists():
        return _check_missing(path, create)
    if not path.is_file():
        raise RecordError(f"{path} is not a file; {_ELSEWHERE}")
    with path.open("rb") as file:
        head = file.read(len(_SQLITE))
    if head not in (b"", _SQLITE):
        raise RecordError(f"{path} is not a record of detente but some other file; {_ELSEWHERE}")


def _check_missing(path: Path, create: bool) -> None:
    if not create:
        raise RecordError(f"there is no record at {path} yet; make it with: detente read PATH… --record {path}")
    if not path.parent.is_dir():
        raise RecordError(f"the folder {path.parent} does not exist; make it first, or {_ELSEWHERE}")


def engine_of(path: Path, create: bool) -> Engine:
    """Connections with foreign keys and full synchronisation, whose transactions we begin ourselves."""
    frozen = not create and _cannot_be_written(path)
    engine = create_engine("sqlite://", creator=lambda: _connect(path, frozen), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _cannot_be_written(path: Path) -> bool:
    """A whole record in a folder closed to us: readable all the same, as nobody writes to it."""
    writable = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    return not writable and not Path(f"{path}-wal").exists()


def _connect(path: Path, frozen: bool) -> sqlite3.Connection:
    where = f"file:{quote(os.fsencode(path))}?immutable=1" if frozen else os.fspath(path)
    db = sqlite3.connect(where, timeout=PATIENCE, isolation_level=None, uri=frozen, check_same_thread=False)
    db.execute("PRAGMA foreign_keys = ON")
    # FULL: with NORMAL a power cut may take the last pages back (FINDINGS, *Storage*); one sync a page costs
    # a few milliseconds against the tenths of a second that coding it takes.
    db.execute("PRAGMA synchronous = FULL")
    return db


def _begin(db: Connection) -> None:
    """Writers queue at the door (IMMEDIATE), so that none fails half-way for another's sake."""
    db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")


def make_or_check(db: Connection, path: Path, create: bool) -> None:
    """Makes the tables of a new record; refuses somebody else's database, and a newer record."""
    tables = inspect(db).get_table_names()
    if schema.schema.name in tables:
        return _check_version(db, path)
    if tables:
        raise RecordError(f"{path} is a database of something else (table {min(tables)}); {_ELSEWHERE}")
    if not create:
        raise RecordError(f"{path} holds no record yet; fill it with: detente read PATH… --record {path}")
    _make(db, schema.metadata)


def _make(db: Connection, tables: MetaData) -> None:
    tables.create_all(db)
    db.execute(schema.schema.insert().values(version=schema.VERSION))


def _check_version(db: Connection, path: Path) -> None:
    version = db.execute(select(schema.schema.c.version)).scalar_one()
    if version < schema.VERSION:
        migrate(db, version)
    if version > schema.VERSION:
        raise RecordError(
            f"{path} was written by another version of detente (tables {version}, "
            f"here {schema.VERSION}); use that version, or read the pages into a new record"
        )


def explained(path: Path, error: BaseException) -> str:
    """An SQLite error in one line, with what to do."""
    said = str(error)
    for words, advice in _ADVICE:
        if words in said:
            return f"{path}: {advice}"
    return f"{path}: {said}"


_ADVICE = (  # messages of sqlite3_errstr(): sqlite.org/rescode.html
    ("database is locked", "another program is writing to this record; try again when it has done"),
    ("readonly database", "this record may not be written here; copy it to a folder of yours"),
    ("unable to open", "this file cannot be opened or made here; choose a folder of yours, or check the permissions"),
    ("disk is full", "the disk is full; what was kept is whole, make room and run again"),
    ("malformed", "this record is damaged; restore a copy, or read the pages into a new one"),
    ("not a database", "this file is not a record of detente, or it is damaged; name another with --record"),
)
