"""What was worked out of a record, in a file of its own beside it: it can be deleted at any time, and is then made again.

Beside and not inside: a record holds what was read and decided, and nothing that follows from it (decisions/0007). A
record sent without it says the same; and whoever fills it never keeps a reader of the record waiting.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, digest TEXT NOT NULL, bytes BLOB NOT NULL)"
PATIENCE = 1.0  # seconds; who finds it busy works things out by itself


class Drawer:
    """Bytes by name, each with the digest of what they were made of. Whatever goes wrong with the file is only a loss.

    What is put is written when the drawer is closed, in one transaction; names that nobody asked for are then dropped.
    """

    def __init__(self, record: Path, *, keeps: bool = True) -> None:
        """keeps: whether what is put is kept; a passing view only looks whether there is something for it."""
        self.path, self._keeps = Path(f"{record}.gathered"), keeps
        self._asked: set[str] = set()
        self._new: dict[str, tuple[str, bytes]] = {}
        self._db: sqlite3.Connection | None = None

    def get(self, name: str) -> tuple[str, bytes] | None:
        """The digest that something was put under, and its bytes; None where there is nothing."""
        self._asked.add(name)
        with suppress(sqlite3.Error):
            if db := self._opened():
                row = db.execute("SELECT digest, bytes FROM kept WHERE name = ?", (name,)).fetchone()
                return (str(row[0]), bytes(row[1])) if row else None
        return None

    def put(self, name: str, digest: str, kept: bytes) -> None:
        self._new[name] = digest, kept

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._db:
            self._db.close()
            self._db = None
        if kind is None and self._new and self._keeps:
            self._write()

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
