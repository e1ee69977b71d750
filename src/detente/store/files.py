"""A record in one file of SQLite."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from detente.model import RecordError

PATIENCE = 10.0  # seconds to wait for another writer; a page's transaction takes some 0.01 s
ELSEWHERE = "name another with --record"
_SQLITE = b"SQLite format 3\0"  # first 16 bytes of every database: sqlite.org/fileformat.html


@dataclass(frozen=True, slots=True)
class File:
    """See `opening.Place`."""

    path: Path

    @property
    def shown(self) -> str:
        return str(self.path)

    def check(self, create: bool) -> None:
        path = self.path
        if path.is_dir():
            raise RecordError(f"{path} is a folder; name a file in it, as {path / 'detente.db'}")
        if not path.exists():
            return self._check_missing(create)
        if not path.is_file():
            raise RecordError(f"{path} is not a file; {ELSEWHERE}")
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
        if head not in (b"", _SQLITE):
            raise RecordError(f"{path} is not a record of detente but some other file; {ELSEWHERE}")

    def _check_missing(self, create: bool) -> None:
        path = self.path
        if not create:
            raise RecordError(f"there is no record at {path} yet; make it with: detente read PATH… --record {path}")
        if not path.parent.is_dir():
            raise RecordError(f"the folder {path.parent} does not exist; make it first, or {ELSEWHERE}")

    def engine(self, create: bool) -> Engine:
        """With foreign keys and full synchronisation."""
        frozen = not create and self._cannot_be_written()
        engine = create_engine("sqlite://", creator=lambda: self._connect(frozen), poolclass=QueuePool)
        event.listen(engine, "begin", _begin)
        return engine

    def _cannot_be_written(self) -> bool:
        """A whole record in a folder closed to us: readable all the same, as nobody writes to it."""
        writable = os.access(self.path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
        return not writable and not Path(f"{self.path}-wal").exists()

    def _connect(self, frozen: bool) -> sqlite3.Connection:
        where = f"file:{quote(os.fsencode(self.path))}?immutable=1" if frozen else os.fspath(self.path)
        db = sqlite3.connect(where, timeout=PATIENCE, isolation_level=None, uri=frozen, check_same_thread=False)
        db.execute("PRAGMA foreign_keys = ON")
        # FULL: with NORMAL a power cut may take the last pages back (FINDINGS, *Storage*); one sync a page costs
        # a few milliseconds against the tenths of a second that coding it takes.
        db.execute("PRAGMA synchronous = FULL")
        return db

    def prepare(self, db: Connection) -> None:
        """Nothing: the file is made by writing to it."""

    def settle(self, engine: Engine) -> None:
        """WAL, for good: readers beside one writer."""
        with engine.connect() as db:
            db.connection.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]

    def blamed(self, error: DBAPIError) -> str | None:
        if type(error) not in (OperationalError, DatabaseError):
            return None
        said = str(error.orig or error)
        advice = next((advice for words, advice in _ADVICE if words in said), said)
        return f"{self.path}: {advice}"

    def lost(self, error: DBAPIError) -> bool:
        return False

    def stamp(self) -> tuple[object, ...]:
        """Size and time of the file and of its journal."""
        files = (self.path, Path(f"{self.path}-wal"))
        return tuple((s.st_mtime_ns, s.st_size) for f in files if f.exists() and (s := f.stat()))

    def damage(self, db: Connection) -> tuple[str, ...]:
        torn = [str(line) for (line,) in db.exec_driver_sql("PRAGMA integrity_check") if line != "ok"]
        found = db.exec_driver_sql("PRAGMA foreign_key_check")
        return (*torn, *(f"{row[0]}: row {row[1]} has no {row[2]}" for row in found))

    def beside(self, name: str) -> "File":
        return File(self.path.with_name(f"{self.path.name}.{name}"))

    def there(self) -> bool:
        return self.path.exists()


def _begin(db: Connection) -> None:
    """Writers queue at the door (IMMEDIATE), so that none fails half-way for another's sake."""
    db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")


_ADVICE = (  # messages of sqlite3_errstr(): sqlite.org/rescode.html
    ("database is locked", "another program is writing to this record; try again when it has done"),
    ("readonly database", "this record may not be written here; copy it to a folder of yours"),
    ("unable to open", "this file cannot be opened or made here; choose a folder of yours, or check the permissions"),
    ("disk is full", "the disk is full; what was kept is whole, make room and run again"),
    ("malformed", "this record is damaged; restore a copy, or read the pages into a new one"),
    ("not a database", "this file is not a record of detente, or it is damaged; name another with --record"),
)
