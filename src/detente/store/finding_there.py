"""Full text on the server that holds the record: French stems and folded accents, with nothing that its owner must install.

Accents are folded here and not there: `unaccent` is an extension that not everybody may add. A word is found by its beginning,
as in memory (`finding.ENDINGS`), or by its French stem: "nationaux" finds "national". The index stands beside the record and
can be lost; it has a name made of what is in it, so that a desk that starts again, or a second one, finds it made.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple
from itertools import islice
from typing import Any
from weakref import finalize

from sqlalchemy import Connection, text

from detente.model import RecordError
from detente.store.again import again
from detente.store.drawer import NAME
from detente.store.finding import MOST, Finder, Found, Hit, MemoryFinder, Row, asked_for, found_of, stem
from detente.store.opening import Place, told
from detente.store.servers import Server

KEPT = 2  # indexes: of the record as it is, and as a desk may show it that has not looked again
LONGEST = 200_000  # characters of a text: PostgreSQL's vectors of words end at 1 MB
_WORD = re.compile(r"[^\W_]+")
_TABLES = (
    "CREATE UNLOGGED TABLE IF NOT EXISTS editions (seq BIGINT GENERATED ALWAYS AS IDENTITY, edition TEXT PRIMARY KEY)",
    "CREATE UNLOGGED TABLE IF NOT EXISTS found (edition TEXT REFERENCES editions ON DELETE CASCADE, number INTEGER, kind TEXT, "
    "name TEXT, year TEXT, outlet TEXT, sides TEXT, words TSVECTOR, stems TSVECTOR, PRIMARY KEY (edition, number))",
    "CREATE INDEX IF NOT EXISTS found_words ON found USING GIN (words)",
    "CREATE INDEX IF NOT EXISTS found_stems ON found USING GIN (stems)",
)
_ADD = text(
    "INSERT INTO found VALUES (:edition, :number, :kind, :name, :year, :outlet, :sides, to_tsvector('simple', :folded), "
    "to_tsvector('french', :plain) || to_tsvector('french', :folded))"
)
_OLD = text("DELETE FROM editions WHERE seq NOT IN (SELECT seq FROM editions ORDER BY seq DESC LIMIT :kept)")
_BY_PHRASE = "words @@ phraseto_tsquery('simple', :folded{n})"
_BY_WORD = (
    "(words @@ to_tsquery('simple', :begins{n}) OR "
    "stems @@ (plainto_tsquery('french', :plain{n}) || plainto_tsquery('french', :folded{n})))"
)


def finder_of(place: Place | None, rows: Callable[[], Iterable[Row]]) -> Finder:
    """Where the record is, if it is on a server that lets us keep an index there; else in memory."""
    if isinstance(place, Server):
        with suppress(RecordError):  # who may only look searches too
            return ServerFinder(place.beside(NAME), rows)
    return MemoryFinder(rows())


class ServerFinder:
    """See `finding.Finder`. rows: makes them, again where the index was lost."""

    def __init__(self, place: Server, rows: Callable[[], Iterable[Row]]) -> None:
        self._place, self._made = place, rows
        self._edition = _edition(rows())
        self._engine = place.engine(create=True)
        finalize(self, self._engine.dispose)
        self._fill()

    @again
    def find(self, asked: str, *, kind: str = "", year: str = "", outlet: str = "", side: str = "") -> Found:
        query, values = _query(asked, {"kind": kind, "year": year, "outlet": outlet}, side)
        if not query:
            return Found((), False, {})
        if (rows := self._rows(query, values)) is None:
            self._fill()  # somebody's crash emptied it, or it was dropped for newer ones
            rows = self._rows(query, values)
        return found_of(rows or [])

    def _rows(self, query: str, values: Mapping[str, str]) -> list[Hit] | None:
        """None where the index is not there any more."""
        with told(self._place), self._engine.connect() as db, db.begin():
            if not self._filled(db):
                return None
            found = db.execute(text(query), {**values, "edition": self._edition, "most": MOST + 1})
            return [(kind, name, year, outlet, sides) for kind, name, year, outlet, sides in found]

    def _filled(self, db: Connection) -> bool:
        if db.exec_driver_sql("SELECT to_regclass('editions')").scalar_one() is None:
            return False
        return db.execute(text("SELECT 1 FROM editions WHERE edition = :e"), {"e": self._edition}).first() is not None

    def _fill(self) -> None:
        """All of it or nothing; a second desk that comes meanwhile waits, and finds it filled."""
        with told(self._place), self._engine.connect().execution_options(writes=True) as db, db.begin():
            self._place.prepare(db)
            for table in _TABLES:
                db.exec_driver_sql(table)
            if self._filled(db):
                return
            db.execute(text("INSERT INTO editions (edition) VALUES (:e)"), {"e": self._edition})
            lines = (_line(self._edition, number, row) for number, row in enumerate(self._made()))
            while batch := list(islice(lines, 500)):
                db.execute(_ADD, batch)
            db.execute(_OLD, {"kept": KEPT})


def _edition(rows: Iterable[Row]) -> str:
    made = hashlib.sha256()
    for row in rows:
        made.update(repr(astuple(row)).encode())
    return made.hexdigest()


def _line(edition: str, number: int, row: Row) -> dict[str, Any]:
    plain = " ".join(_WORD.findall(row.text[:LONGEST].lower()))
    named = {"kind": row.kind, "name": row.id, "year": row.year, "outlet": row.outlet.replace("\0", " ")}
    sides = f" {' '.join(row.sides)} "
    return {"edition": edition, "number": number, **named, "sides": sides, "plain": plain, "folded": _folded(plain)}


def _query(asked: str, wanted: Mapping[str, str], side: str) -> tuple[str, dict[str, str]]:
    """The question in SQL with what it is asked about; "" for no word at all."""
    where: list[str] = []
    values: dict[str, str] = {}
    for n, (phrase, words) in enumerate(asked_for(asked)):
        plain = words.lower().replace("_", " ")
        if not (folded := _folded(plain)):
            continue
        where.append((_BY_PHRASE if phrase else _BY_WORD).format(n=n))
        begins = " & ".join(f"{stem(w)}:*" for w in folded.split())
        values |= {f"folded{n}": folded} | ({} if phrase else {f"plain{n}": plain, f"begins{n}": begins})
    if not where:
        return "", {}
    where += [f"{name} = :{name}" for name, value in wanted.items() if value]
    values |= {name: value for name, value in wanted.items() if value}
    if side:
        where, values = [*where, "strpos(sides, :side) > 0"], {**values, "side": f" {side} "}
    told = " AND ".join(("edition = :edition", *where))
    return f"SELECT kind, name, year, outlet, sides FROM found WHERE {told} ORDER BY number LIMIT :most", values


def _folded(words: str) -> str:
    """Without accents: "sénégal" as "senegal"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))
