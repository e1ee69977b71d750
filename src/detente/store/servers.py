"""A record in a PostgreSQL database, by libpq's own address: `postgresql://name@host/database`, options and all (0017)."""

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from detente.model import RecordError, UsageError
from detente.store import schema
from detente.store.again import Lost

if TYPE_CHECKING:
    import psycopg

PATIENCE = 10  # seconds to wait for another writer, or for an answer to the first call
OLDEST = 130000  # PostgreSQL 13: what is older is no longer mended by its makers
_SCHEMES = ("postgresql://", "postgres://")
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*@|(?<=[?&])(password=)[^&]*")
# One of several writers goes in at a time, as with SQLite: pages are added in one order, and none fails half-way for
# another's sake. The number is ours; the record's schema keeps two records of one database apart.
_QUEUE = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 7203117))"
# A crash may not take back what was kept, whatever the server is set to; a stronger setting of its owner stays.
_SURE = (
    "SELECT set_config('lock_timeout', '10s', true), set_config('synchronous_commit', "
    "CASE current_setting('synchronous_commit') WHEN 'off' THEN 'local' ELSE current_setting('synchronous_commit') END, true)"
)
_BESIDE = (
    "SELECT set_config('search_path', quote_ident(CASE current_schema() WHEN 'public' THEN 'detente' "
    "ELSE current_schema() END || '_' || %s), false)"
)


logging.getLogger("psycopg").addHandler(logging.NullHandler())  # what it says of a lost call, we say as an error


def is_server(url: str) -> bool:
    return url.startswith(_SCHEMES)


@dataclass(frozen=True, slots=True)
class Server:
    """See `opening.Place`. name: of what stands beside a record, in a schema of its own; "" for the record."""

    url: str
    name: str = ""

    @property
    def shown(self) -> str:
        return _PASSWORD.sub(lambda m: f"{m[1]}@" if m[1] is not None else f"{m[2]}…", self.url)

    def check(self, create: bool) -> None:
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise UsageError(
                "a record on a PostgreSQL server needs psycopg: pip install 'detente[postgresql]'"
            ) from error

    def engine(self, create: bool) -> Engine:
        self.check(create)
        engine = create_engine("postgresql+psycopg://", creator=self._connect, pool_pre_ping=True)
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> "psycopg.Connection[Any]":
        import psycopg

        more = {} if "connect_timeout=" in self.url else {"connect_timeout": PATIENCE}
        db = psycopg.connect(self.url, application_name="detente", autocommit=True, **more)  # type: ignore[arg-type]
        try:
            if db.info.server_version < OLDEST:
                raise RecordError(
                    f"{self.shown}: PostgreSQL {db.info.server_version // 10000} is too old; 13 or later is needed"
                )
            if (letters := db.info.parameter_status("server_encoding")) != "UTF8":
                raise RecordError(f"{self.shown} holds {letters}; make one with: createdb -E UTF8 -T template0 NAME")
            if self.name:
                db.execute(_BESIDE, (self.name,))
        except BaseException:
            db.close()
            raise
        db.autocommit = False
        return db

    def prepare(self, db: Connection) -> None:
        """The schema, where there is none of that name (asked first: who may not make one may use one)."""
        name = db.exec_driver_sql("SELECT current_setting('search_path')").scalar_one()
        if self.name and db.exec_driver_sql("SELECT current_schema()").scalar_one() is None:
            db.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {name}")

    def settle(self, engine: Engine) -> None:
        """Nothing: readers and writers never wait for each other here."""

    def blamed(self, error: DBAPIError) -> str | None:
        state = getattr(error.orig, "sqlstate", None)
        said = " ".join(str(error.orig).replace("connection failed: ", "").split())
        if state is None and type(error.orig).__name__ in ("OperationalError", "ConnectionTimeout"):
            known = [advice for words, advice in _CALLED if words in said] or [""]
        else:
            known = [advice for start, advice in _TOLD if (state or "").startswith(start)]
        return f"{self.shown}: {said}{f'; {known[0]}' if known[0] else ''}" if known else None

    def lost(self, error: DBAPIError) -> bool:
        state, said = getattr(error.orig, "sqlstate", None) or "", str(error.orig)
        return error.connection_invalidated or state.startswith(("57P", "08")) or any(words in said for words in _AWAY)

    def stamp(self) -> tuple[object, ...]:
        return (str(self._asked(schema.MOVES)),)

    def damage(self, db: Connection) -> tuple[str, ...]:
        """Rules that the server was told not to watch; spoilt bytes it tells of itself, when they are read."""
        query = (
            "SELECT conrelid::regclass::text, conname FROM pg_constraint "
            "WHERE NOT convalidated AND connamespace = current_schema()::regnamespace"
        )
        return tuple(f"{table}: {rule} was never checked" for table, rule in db.exec_driver_sql(query))

    def beside(self, name: str) -> "Server":
        return Server(self.url, name)

    def there(self) -> bool:
        return self._asked("SELECT current_schema()") is not None

    def _asked(self, question: str) -> Any:
        """What the server says, on a line of its own. Raises RecordError, Lost."""
        engine = self.engine(create=False)
        try:
            with engine.connect() as db:
                return db.exec_driver_sql(question).scalar_one()
        except DBAPIError as error:
            raise (Lost if self.lost(error) else RecordError)(self.blamed(error) or str(error)) from error
        finally:
            engine.dispose()


def _begin(db: Connection) -> None:
    if db.get_execution_options().get("writes"):
        db.exec_driver_sql(_SURE)
        db.exec_driver_sql(_QUEUE)
    else:
        db.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


_AWAY = (  # a server that restarts says these one after the other
    "Connection refused",
    "server closed the connection",
    "the database system is",
    "No such file or directory",
    "the connection is closed",
    "terminating connection",
    "Connection reset",
)
_CALLED = (  # what libpq says of a call that was not taken, from the most telling; a server of another language says it in its own
    ("password authentication failed", "check name and password: it may stand in PGPASSWORD or in ~/.pgpass"),
    ("no password supplied", "give the password in PGPASSWORD or in ~/.pgpass"),
    ("no pg_hba.conf entry", "the server lets nobody in from here under that name: its owner changes pg_hba.conf"),
    ('role "', "the server knows nobody of that name: createuser makes one"),
    ("does not exist", "make it first, with: createdb NAME"),
    ("permission denied for database", "its owner lets you in with: GRANT CONNECT ON DATABASE … TO …"),
    ("too many clients", "the server has no place left: try again later, or raise its max_connections"),
    ("remaining connection slots", "the server has no place left: try again later, or raise its max_connections"),
    ("the database system is", "the server is not ready; try again in a moment"),
    ("refused", "no server answers there: start it, or check host and port"),
    ("No such file or directory", "no server answers there: start it, or name its host"),
    ("resolve host", "there is no such host: check the address"),
    ("could not translate host", "there is no such host: check the address"),
    ("timeout", "nobody answers there: check the address, and what stands between"),
)
_TOLD = (  # SQLSTATE: appendix A of PostgreSQL's manual
    ("55P03", "another program is writing to this record; try again when it has done"),
    ("42501", "the owner grants it with: GRANT USAGE, CREATE ON SCHEMA … TO …, GRANT CREATE ON DATABASE … TO …"),
    ("25006", "this server takes no writing: name the one that does"),
    ("53100", "the server's disk is full; what was kept is whole, make room there and run again"),
    ("53", "the server is short of what it needs; what was kept is whole, run again later"),
    ("57", "the server stopped or was told to stop; what was kept is whole, run again"),
    ("08", "the server went away; what was kept is whole, run again"),
    ("58", "the server has trouble with its disk; see its log"),
    ("XX", "the database is damaged; restore a copy, or read the pages into a new one"),
    ("40", "another program was in the way; run again"),
    ("28", "check name and password"),
    ("3D", "make it first, with: createdb NAME"),
    ("3F", "make the schema first, or name another"),
)
