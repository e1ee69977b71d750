"""Readings as one text and back, without loss: the rows that a record would keep, as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, Table

from detente.model import Reading
from detente.store import rows, schema

_TABLES = {
    t.name: t for t in (schema.times, schema.reports, schema.statements, schema.offices, schema.uncoded, schema.answers)
}


def packed(readings: Sequence[Reading]) -> str:
    """The articles of one page, in their order. Raises ValueError where a span does not hold its quote."""
    return json.dumps([_packed(one) for one in readings], ensure_ascii=False, default=date.isoformat)


def unpacked(text: str) -> Iterator[Reading]:
    """What `packed` was given; pages carry their uri and no bytes. Raises ValueError, KeyError or TypeError on anything else."""
    for article in json.loads(text):
        document = _dated(schema.documents, article["documents"][0]) | {"uri": article["uri"]}
        children = {name: [_dated(t, row) for row in article.get(name, ())] for name, t in _TABLES.items()}
        yield rows.to_reading(document, children)  # type: ignore[arg-type] # any mapping by name does


def _packed(reading: Reading) -> Mapping[str, Any]:
    return {"uri": reading.document.uri, **{table.name: lines for table, lines in rows.of_reading(reading)}}


def _dated(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has no days: those of the columns that hold one."""
    days = {c.name for c in table.columns if isinstance(c.type, Date)}
    return {name: date.fromisoformat(v) if name in days and v else v for name, v in row.items()}
