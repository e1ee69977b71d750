"""The desk's own place beside a record: who may come in, who is in, who did what, what each one saved and has seen.

A file, or a schema of the same database; beside and not inside, so that a record can be handed on without anybody's
password (decisions/0016).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    delete,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from detente.model import RecordError, UsageError
from detente.store import opening
from detente.store.again import again
from detente.store.files import File
from detente.store.words import WORDS as String

VERSION = 1  # of these tables
NAME = "desk"
metadata = MetaData()
_schema = Table("detente_desk", metadata, Column("version", Integer, primary_key=True))
_accounts = Table(
    "accounts",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("hash", String, nullable=False),  # Argon2's own form, with its salt and cost
    Column("made", DateTime, nullable=False),
)
_sessions = Table(
    "sessions",
    metadata,
    Column("key", String, primary_key=True),  # SHA-256 of what the browser holds: a copy of this file opens no door
    Column("name", ForeignKey("accounts.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("until", DateTime, nullable=False),
)
_deeds = Table(  # the audit log: rows are added, never changed
    "deeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("who", String, nullable=False),
    Column("did", String, nullable=False),
    Column("about", String, nullable=False),
    Column("address", String, nullable=False),
)
_views = Table(
    "views",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("who", String, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("path", String, nullable=False),
)
_visits = Table(  # how far each one has seen the record
    "visits",
    metadata,
    Column("who", String, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("page", Integer, nullable=False),  # the last page read by then, by its place in the record
)


class Role(StrEnum):
    """What an account may do, each with all that the ones before may."""

    READER = "reader"  # look
    ANALYST = "analyst"  # judge, and add pages
    ADMIN = "admin"  # read who did what


@dataclass(frozen=True, slots=True)
class Account:
    """made: in UTC, as all times here."""

    name: str
    role: Role
    made: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """did: a word of ours, as "signed-in"; about: what it was done to; address: where it was asked from."""

    at: datetime
    who: str
    did: str
    about: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """path: an address of the desk, filters and all."""

    id: int
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Visit:
    """page: see `Store.last_page`."""

    at: datetime
    page: int


class Beside:
    """What stands beside the record at `url`; made when something is first kept in it. Times are given, in UTC, no zone.

    Raises RecordError where what is there is not ours, or cannot be opened or written.
    """

    def __init__(self, url: str | os.PathLike[str]) -> None:
        self.place = opening.place_of(url).beside(NAME)
        self._there = False
        self.place.check(create=True)
        self._engine = self.place.engine(create=True)

    def close(self) -> None:
        self._engine.dispose()

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever kept here, as far as a glance at a folder tells; of a server it tells nothing."""
        return isinstance(self.place, File) and not self.place.there()

    # -- accounts ------------------------------------------------------------------------------------------

    def accounts(self) -> tuple[Account, ...]:
        rows = self._rows(select(_accounts).order_by(_accounts.c.name))
        return tuple(Account(r["name"], Role(r["role"]), r["made"]) for r in rows)

    def hash_of(self, name: str) -> str | None:
        return next((r["hash"] for r in self._rows(select(_accounts).where(_accounts.c.name == name))), None)

    @again
    def add(self, account: Account, hash: str) -> None:
        """Raises UsageError where the name is taken."""
        row = {"name": account.name, "role": account.role.value, "hash": hash, "made": account.made}
        try:
            with self._writing() as db:
                db.execute(_accounts.insert().values(row))
        except IntegrityError as error:
            raise UsageError(f"there is an account {account.name} already") from error

    @again
    def remove(self, name: str) -> None:
        """The account and its sessions; what it did stays told. Raises UsageError where there is none such."""
        with self._writing() as db:
            _one(db.execute(delete(_accounts).where(_accounts.c.name == name)).rowcount, name)

    @again
    def rehash(self, name: str, hash: str) -> None:
        """Another password: whoever is in under the old one is out. Raises UsageError where there is no such account."""
        with self._writing() as db:
            _one(db.execute(update(_accounts).where(_accounts.c.name == name).values(hash=hash)).rowcount, name)
            db.execute(delete(_sessions).where(_sessions.c.name == name))

    # -- sessions ------------------------------------------------------------------------------------------

    @again
    def begin(self, key: str, name: str, until: datetime, now: datetime) -> None:
        """A session; those that ran out are swept away."""
        with self._writing() as db:
            db.execute(delete(_sessions).where(_sessions.c.until <= now))
            db.execute(_sessions.insert().values(key=key, name=name, until=until))

    def whose(self, key: str, now: datetime) -> Account | None:
        query = select(_accounts).join(_sessions).where(_sessions.c.key == key, _sessions.c.until > now)
        return next((Account(r["name"], Role(r["role"]), r["made"]) for r in self._rows(query)), None)

    @again
    def end(self, key: str) -> None:
        with self._writing() as db:
            db.execute(delete(_sessions).where(_sessions.c.key == key))

    # -- deeds ---------------------------------------------------------------------------------------------

    @again
    def note(self, deed: Deed) -> None:
        row = {"at": deed.at, "who": deed.who, "did": deed.did, "about": deed.about, "address": deed.address}
        with self._writing() as db:
            db.execute(_deeds.insert().values(row))

    def deeds(self, most: int, offset: int = 0) -> tuple[Deed, ...]:
        """The latest first."""
        rows = self._rows(select(_deeds).order_by(_deeds.c.id.desc()).limit(most).offset(offset))
        return tuple(Deed(r["at"], r["who"], r["did"], r["about"], r["address"]) for r in rows)

    def times(self, did: str, since: datetime, who: str | None = None, address: str | None = None) -> int:
        """How often it was done since then, by somebody, from somewhere."""
        query = select(func.count().label("n")).where(_deeds.c.did == did, _deeds.c.at > since)
        query = query if who is None else query.where(_deeds.c.who == who)
        query = query if address is None else query.where(_deeds.c.address == address)
        return sum(r["n"] for r in self._rows(query))

    # -- views and visits ----------------------------------------------------------------------------------

    def views(self, who: str) -> tuple[View, ...]:
        rows = self._rows(select(_views).where(_views.c.who == who).order_by(_views.c.id))
        return tuple(View(r["id"], r["title"], r["path"]) for r in rows)

    @again
    def save(self, who: str, title: str, path: str) -> None:
        """Under that title; another of that title is replaced."""
        with self._writing() as db:
            db.execute(delete(_views).where(_views.c.who == who, _views.c.title == title))
            db.execute(_views.insert().values(who=who, title=title, path=path))

    @again
    def forget(self, who: str, id: int) -> None:
        with self._writing() as db:
            db.execute(delete(_views).where(_views.c.who == who, _views.c.id == id))

    def visit(self, who: str) -> Visit | None:
        rows = self._rows(select(_visits).where(_visits.c.who == who))
        return next((Visit(r["at"], r["page"]) for r in rows), None)

    @again
    def seen(self, who: str, visit: Visit) -> None:
        with self._writing() as db:
            db.execute(delete(_visits).where(_visits.c.who == who))
            db.execute(_visits.insert().values(who=who, at=visit.at, page=visit.page))

    # -- the place -----------------------------------------------------------------------------------------

    @again
    def _rows(self, query: Any) -> list[Any]:
        """None where there is nothing yet: looking makes none."""
        if not self._there and not self.place.there():
            return []
        with self._transaction() as db:
            return list(db.execute(query).mappings())

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if isinstance(self.place, File) and not self.place.there():
            private(self.place.path)
        with self._transaction(writes=True) as db:
            yield db

    @contextmanager
    def _transaction(self, writes: bool = False) -> Iterator[Connection]:
        options = {"writes": writes or not self._there}
        with opening.told(self.place), self._engine.connect().execution_options(**options) as db, db.begin():
            self._there = self._there or _made(db, self.place)
            yield db


def _made(db: Connection, place: opening.Place) -> bool:
    """Whether the tables are there, now at the latest. Raises RecordError where they are not ours."""
    place.prepare(db)
    tables = set(inspect(db).get_table_names())
    if not tables:
        metadata.create_all(db)
        db.execute(_schema.insert().values(version=VERSION))
    elif _schema.name not in tables or db.execute(select(_schema.c.version)).scalar_one() != VERSION:
        raise RecordError(
            f"{place.shown} is not the desk's file of this version of detente: move it away, or use that version"
        )
    return True


def private(path: Path) -> None:
    """An empty file that only its owner may read."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _one(number: int, name: str) -> None:
    if number != 1:
        raise UsageError(f"there is no account {name}; see: detente accounts list")
