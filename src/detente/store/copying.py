"""A whole record from one place to another, whatever they are: as it stands at one moment, and all of it or nothing."""

import os
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, literal_column, select

from detente.model import RecordError
from detente.store import opening, schema
from detente.store.files import File

_AT_ONCE = 200  # rows


def copy(source: Connection, here: opening.Place, to: opening.Place) -> None:
    """Raises RecordError where there is something at `to` already, or it cannot be written."""
    if isinstance(to, File):
        _into_file(source, here, to.path)
    else:
        _into_server(source, to)


def _into_file(source: Connection, here: opening.Place, path: Path) -> None:
    """Under another name until it is whole."""
    if path.exists():
        raise RecordError(f"{path} is there already: a backup takes a new name")
    half = File(path.with_name(f"{path.name}.part"))
    if isinstance(here, File):
        _backed_up(source, half.path)
    else:
        half.path.unlink(missing_ok=True)
        half.check(create=True)
        _filled(source, half)
    os.replace(half.path, path)


def _backed_up(source: Connection, path: Path) -> None:
    """SQLite's own, page by page."""
    file = sqlite3.connect(path)
    try:
        source.connection.driver_connection.backup(file)  # type: ignore[union-attr]
        file.execute("PRAGMA journal_mode = DELETE")
    finally:
        file.close()


def _into_server(source: Connection, to: opening.Place) -> None:
    to.check(create=True)
    with opening.told(to):
        _filled(source, to)


def _filled(source: Connection, to: opening.Place) -> None:
    engine = to.engine(create=True)
    try:
        _fill(source, engine, to)
    finally:
        engine.dispose()


def _fill(source: Connection, engine: Engine, to: opening.Place) -> None:
    with engine.connect().execution_options(writes=True) as db, db.begin(), source.begin():
        opening.make_or_check(db, to, create=True)
        if (
            db.execute(select(schema.pages.c.id).limit(1)).first()
            or db.execute(select(schema.refusals.c.uri).limit(1)).first()
        ):
            raise RecordError(f"{to.shown} holds a record already: a backup is brought back to an empty place")
        for table in schema.metadata.sorted_tables:
            if table is not schema.schema:
                for batch in _batches(source, table):
                    db.execute(table.insert(), batch)


def _batches(db: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """In the order of adding, where it says something: a name's number is given anew."""
    order: list[Any] = (
        [literal_column(schema.PLACE[db.dialect.name])] if table is schema.pages else list(table.primary_key)
    )
    found = db.execute(select(table).order_by(*order).execution_options(stream_results=True)).mappings()
    lines: Iterator[dict[str, Any]] = (_line(row, table) for row in found)
    if table is schema.judgements:
        lines = _after_what_they_undo(list(lines))
    while batch := list(islice(lines, _AT_ONCE)):
        yield batch


def _line(row: RowMapping, table: Table) -> dict[str, Any]:
    return {name: value for name, value in row.items() if table is not schema.names or name != "seq"}


def _after_what_they_undo(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """By what undoes what, not by time: clocks are set back."""
    told: set[str | None] = {None}
    while lines:
        now = [line for line in lines if line["undoes"] in told]
        told |= {line["id"] for line in now}
        lines = [line for line in lines if line["id"] not in told]
        yield from now
