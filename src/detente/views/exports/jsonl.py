"""JSON lines: every row of the record with what it takes to read it back, for streams and for `detente import`."""

import json
from collections.abc import Iterator
from typing import Any

from detente.codebook import Codebook
from detente.model import Document, Record, Report, SpeechMode, Statement, TimeMention, When
from detente.views.export import KINDS, Row, line_row, tree
from detente.views.exports.made import Made, made, sizes

WHENS = ("when", "effective", "until")


def write(record: Record, book: Codebook, lang: str) -> Made:
    """One object a line, each with its `kind`; the first is the header: format, version, codebook.

    `exact` is what the other keys round or leave out. A kind of a row's own, which would collide, stands under the
    name of its kind: a contradiction's under `contradiction`.
    """
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(record, book.version))
    return made(record, [("record.jsonl", text)], {table: {} for table in sizes(record)})


def rows(record: Record, codebook: str) -> Iterator[Row]:
    whole, exact = tree(record), _exact(record)
    yield {"kind": "record", "format": whole["format"], "version": whole["version"], "codebook": codebook}
    for name, kind in KINDS.items():
        more = exact.get(name) or [{}] * len(whole[name])
        for row, own in zip(whole[name], more, strict=True):
            yield line_row(kind, row) | ({"exact": own} if own else {})


def _exact(record: Record) -> dict[str, list[Row]]:
    """What the rows of a table do not hold, in their order."""
    said: dict[bool, list[Row]] = {True: [], False: []}
    for statement in record.statements:
        said[statement.mode is SpeechMode.UNSAID].append(_of_statement(statement))
    return {
        "documents": [_of_document(d) for d in record.documents],
        "dates": [_of_date(time) for _, time in record.dates],
        "reports": [_of_report(r) for r in record.reports],
        "statements": said[False],
        "unsaid": said[True],
    }


def _of_document(document: Document) -> Row:
    return {"fetched": document.fetched.isoformat()} if document.fetched else {}


def _of_date(time: TimeMention) -> Row:
    row = when_row(time.when)
    return {"rule": time.rule} | ({"when": row} if row else {})


def _of_report(report: Report) -> Row:
    whens = {name: when_row(getattr(report, name)) for name in WHENS}
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
