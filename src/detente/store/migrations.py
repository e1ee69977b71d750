"""From the tables of an older record to ours, in either database; nothing that was read is lost."""

from collections.abc import Callable, Mapping
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import JSON, Column, Connection, Date, Integer
from sqlalchemy.types import TypeEngine

from detente.store import schema
from detente.store.words import WORDS

_TERM = JSON(none_as_null=True)


def _doubts(op: Operations) -> None:
    op.add_column("pages", Column("media", WORDS, nullable=False, server_default=""))
    op.add_column("documents", Column("published_doubt", WORDS, nullable=False, server_default=""))
    _columns(op, "documents", {"fetched": Date(), "modified": Date(), "section": WORDS})


def _terms(op: Operations) -> None:
    _columns(op, "reports", {"effective": _TERM, "until": _TERM})


def _strengths(op: Operations) -> None:
    _columns(op, "statements", {"strength": WORDS, "content": _TERM})


def _topics(op: Operations) -> None:
    _columns(op, "statements", {"topic": _TERM, "stance": WORDS, "addressee": WORDS, "venue": WORDS, "said": _TERM})
    _columns(op, "times", {"anchor_start": Integer(), "anchor_end": Integer()})


def _judgements(op: Operations) -> None:
    schema.judgements.create(op.get_bind(), checkfirst=True)


def _names(op: Operations) -> None:
    schema.names.create(op.get_bind(), checkfirst=True)


def _answers(op: Operations) -> None:
    schema.answers.create(op.get_bind(), checkfirst=True)
    _columns(op, "statements", {"assist": WORDS})


def _denials(op: Operations) -> None:
    _columns(op, "reports", {"denial": _TERM})


STEPS: Mapping[int, Callable[[Operations], None]] = {  # from this version to the next; a step that was released stays
    1: _doubts,
    2: _terms,
    3: _strengths,
    4: _topics,
    5: _judgements,
    6: _names,
    7: _answers,
    8: _denials,
}


def migrate(db: Connection, version: int) -> None:
    """All steps from `version` to today's, within the caller's transaction."""
    op = Operations(MigrationContext.configure(db))
    for step in range(version, schema.VERSION):
        STEPS[step](op)
    db.execute(schema.schema.update().values(version=schema.VERSION))


def _columns(op: Operations, table: str, columns: Mapping[str, TypeEngine[Any]]) -> None:
    """Columns that a row may leave empty."""
    for name, kind in columns.items():
        op.add_column(table, Column(name, kind))
