"""JSON lines: every row of the record with what it takes to read it back, for streams and for `detente import`."""

import json
from collections.abc import Iterator
from typing import Any

from detente.codebook import Codebook
from detente.model import Document, Record, Report, Statement, When
from detente.views.export import KINDS, Row, line_row, tree
from detente.views.exports.made import Made, made, sizes

WHENS = {"reports": ("when", "effective", "until"), "statements": ("when",)}


def write(record: Record, book: Codebook, lang: str) -> Made:
    """One object a line, each with its `kind`; the first is the header: format, version, codebook.

    `exact` is what the other keys round or leave out. A kind of a row's own, which would collide, stands under the
    name of its kind: a contradiction's under `contradiction`.
    """
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(record, book.version))
    return made(record, [("record.jsonl", text)], {table: {} for table in sizes(record)})


def rows(record: Record, codebook: str) -> Iterator[Row]:
    whole = tree(record)
    yield {"kind": "record", "format": whole["format"], "version": whole["version"], "codebook": codebook}
    exact = _exact(record)
    for name, kind in KINDS.items():
        for row in whole[name]:
            more = exact.get(row["id"]) if name in ("documents", "reports", "statements", "unsaid") else None
            yield line_row(kind, row) | ({"exact": more} if more else {})


def _exact(record: Record) -> dict[str, Row]:
    """id -> what its row does not hold."""
    return (
        {d.id: _of_document(d) for d in record.documents}
        | {r.id: _of_report(r) for r in record.reports}
        | {s.id: _of_statement(s) for s in record.statements}
    )


def _of_document(document: Document) -> Row:
    return {"fetched": document.fetched.isoformat()} if document.fetched else {}


def _of_report(report: Report) -> Row:
    whens = {name: when_row(getattr(report, name)) for name in WHENS["reports"]}
    return {"confidence": report.confidence} | {name: row for name, row in whens.items() if row}


def _of_statement(statement: Statement) -> Row:
    row = when_row(statement.when)
    return {"when": row} if row else {}


def when_row(when: When | None) -> list[Any] | None:
    """[first day, last day, EDTF, basis, reason]; a day is None where that end is open."""
    if when is None:
        return None
    first, last = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    return [first, last, when.edtf, when.basis.value, when.reason]
