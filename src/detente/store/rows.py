"""Nouns into rows and back, without loss."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import RowMapping, Table

from detente.model import (
    Anchor,
    Answer,
    Basis,
    Block,
    BlockKind,
    Document,
    Evidence,
    Judgement,
    Office,
    Page,
    Reading,
    Refusal,
    Report,
    SpeechMode,
    Stance,
    Statement,
    Status,
    TimeMention,
    Topic,
    Verdict,
    When,
)
from detente.store import schema

Row = RowMapping

_WHEN = ("earliest", "latest", "edtf", "basis", "reason")
_TERMS = ("effective", "until")  # each a whole When in one JSON column
_DOCUMENT = tuple(f.name for f in fields(Document) if f.name not in {"uri", "blocks"})
_REPORT = tuple(f.name for f in fields(Report) if f.name not in {"evidence", "when", "denial", *_TERMS})
_STATEMENT = ("speaker", "side", "verb", "strength", "addressee", "venue", "assist")
_LISTS = ("contexts", "actors", "recipients", "people")


def of_reading(reading: Reading) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    """The rows of one article, table by table, parents before children.

    Raises ValueError where a span does not hold its quote: such a reading is never kept.
    """
    document = reading.document
    yield schema.documents, [_document(document, reading.relevant)]
    yield schema.times, _numbered(document, [_time(document, t) for t in reading.times])
    yield schema.reports, _numbered(document, [_report(document, r) for r in reading.reports])
    yield schema.statements, _numbered(document, [_statement(document, s) for s in reading.statements])
    yield schema.offices, _numbered(document, [_office(document, o) for o in reading.offices])
    yield schema.uncoded, _numbered(document, [_uncoded(r) for r in reading.refusals])
    yield schema.answers, _numbered(document, [_answer(a) for a in reading.answers])


def to_reading(row: Row, children: Mapping[str, list[Row]]) -> Reading:
    """A `documents` row (with its `uri`) and its rows by table name, as a Reading.

    Its page carries the uri and no bytes: these are not kept.
    """
    document = to_document(row)
    return Reading(
        Page(b"", document.uri),
        document,
        tuple(to_time(document, r) for r in children["times"]),
        tuple(to_report(document, r) for r in children["reports"]),
        tuple(to_statement(document, r) for r in children["statements"]),
        tuple(to_office(document, r) for r in children["offices"]),
        row["relevant"],
        tuple(Refusal(r["place"], r["reason"], r["detail"]) for r in children["uncoded"]),
        tuple(to_answer(r) for r in children["answers"]),
    )


def to_answer(row: Row) -> Answer:
    counts = tuple((str(what), int(n)) for what, n in row["counts"])
    return Answer(row["model"], row["asked"], row["reason"], row["content"], counts)


def to_document(row: Row) -> Document:
    blocks = tuple(Block(start, end, BlockKind(kind)) for start, end, kind in row["blocks"])
    return Document(**{name: row[name] for name in _DOCUMENT}, uri=row["uri"], blocks=blocks)


def to_time(document: Document, row: Row) -> TimeMention:
    start, end = row["start"], row["end"]
    anchor = None if row["anchor_start"] is None else (row["anchor_start"], row["anchor_end"])
    return TimeMention(start, end, document.text[start:end], to_when(row), row["rule"], anchor)


def to_when(row: Row) -> When | None:
    if row["basis"] is None:
        return None
    return When(row["earliest"], row["latest"], row["edtf"], Basis(row["basis"]), row["reason"])


def to_report(document: Document, row: Row) -> Report:
    values = {name: row[name] for name in _REPORT} | {name: tuple(row[name]) for name in _LISTS}
    return Report(
        **values
        | {
            "status": Status(row["status"]),
            "when": to_when(row),
            "evidence": document.evidence(row["start"], row["end"]),
            "denial": document.evidence(*row["denial"]) if row["denial"] else None,
        }
        | {name: _to_term(row[name]) for name in _TERMS}
    )


def _to_term(values: list[str | None] | None) -> When | None:
    if values is None:
        return None
    earliest, latest, edtf, basis, reason = values
    return When(_day(earliest), _day(latest), str(edtf), Basis(str(basis)), str(reason))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _term(when: When | None) -> list[str | None] | None:
    if when is None:
        return None
    return [
        *(d.isoformat() if d else None for d in (when.earliest, when.latest)),
        when.edtf,
        when.basis.value,
        when.reason,
    ]


def to_statement(document: Document, row: Row) -> Statement:
    evidence = document.evidence(row["start"], row["end"])
    return Statement(
        evidence,
        SpeechMode(row["mode"]),
        content=(row["content"][0], row["content"][1]) if row["content"] else None,
        topic=Topic(*row["topic"]) if row["topic"] else None,
        stance=Stance(row["stance"]) if row["stance"] else None,
        when=_to_term(row["said"]),
        **{name: row[name] for name in _STATEMENT},
    )


def to_office(document: Document, row: Row) -> Office:
    return Office(row["person"], row["role"], row["side"], document.evidence(row["start"], row["end"]))


def of_judgement(judgement: Judgement) -> dict[str, Any]:
    plain = {name: getattr(judgement, name) for name in ("id", "by", "of_event", "field", "value", "note", "undoes")}
    sides = {name: [_anchor(a) for a in getattr(judgement, name)] for name in ("anchors", "others")}
    return {**plain, **sides, "verdict": judgement.verdict.value, "made": judgement.made.isoformat()}


def _anchor(anchor: Anchor) -> list[Any]:
    return [list(v) if isinstance(v := getattr(anchor, f.name), tuple) else v for f in fields(Anchor)]


def to_judgement(row: Row) -> Judgement:
    values: dict[str, Any] = {n: row[n] for n in ("by", "of_event", "field", "value", "note", "undoes")}
    values |= {name: tuple(_to_anchor(a) for a in row[name]) for name in ("anchors", "others")}
    made = datetime.fromisoformat(row["made"]).astimezone(UTC)
    return Judgement(verdict=Verdict(row["verdict"]), made=made, **values)


def _to_anchor(values: list[Any]) -> Anchor:
    page, start, end, quote, act, type_, actors, recipients, instrument = values
    return Anchor(page, start, end, quote, act, type_, tuple(actors), tuple(recipients), instrument)


def _numbered(document: Document, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"document": document.id, "seq": seq, **row} for seq, row in enumerate(rows)]


def _document(document: Document, relevant: bool) -> dict[str, Any]:
    blocks = [[b.start, b.end, b.kind.value] for b in document.blocks]
    return {name: getattr(document, name) for name in _DOCUMENT} | {"relevant": relevant, "blocks": blocks}


def _time(document: Document, time: TimeMention) -> dict[str, Any]:
    first, last = time.anchor or (None, None)
    anchor = {"anchor_start": first, "anchor_end": last}
    return {**_span(document, time.start, time.end, time.text), "rule": time.rule, **_when(time.when), **anchor}


def _report(document: Document, report: Report) -> dict[str, Any]:
    plain = {name: getattr(report, name) for name in _REPORT} | {name: list(getattr(report, name)) for name in _LISTS}
    return {
        **plain,
        "id": report.id,
        "status": report.status.value,
        **_quoted(document, report.evidence),
        **_when(report.when),
        "denial": list(_quoted(document, report.denial).values()) if report.denial else None,
        **{name: _term(getattr(report, name)) for name in _TERMS},
    }


def _statement(document: Document, statement: Statement) -> dict[str, Any]:
    return {
        **_quoted(document, statement.evidence),
        "id": statement.id,
        "mode": statement.mode.value,
        "content": list(statement.content) if statement.content else None,
        "topic": list(astuple(statement.topic)) if statement.topic else None,
        "stance": statement.stance.value if statement.stance else None,
        "said": _term(statement.when),
        **{name: getattr(statement, name) for name in _STATEMENT},
    }


def _office(document: Document, office: Office) -> dict[str, Any]:
    return {**_quoted(document, office.evidence), "person": office.person, "role": office.role, "side": office.side}


def _uncoded(refusal: Refusal) -> dict[str, Any]:
    return {"place": refusal.where, "reason": refusal.reason, "detail": refusal.detail}


def _answer(answer: Answer) -> dict[str, Any]:
    plain = {name: getattr(answer, name) for name in ("model", "asked", "reason", "content")}
    return {**plain, "counts": [list(pair) for pair in answer.counts]}


def _when(when: When | None) -> dict[str, Any]:
    if when is None:
        return dict.fromkeys(_WHEN)
    return {**{name: getattr(when, name) for name in _WHEN}, "basis": when.basis.value}


def _quoted(document: Document, evidence: Evidence) -> dict[str, int]:
    if evidence.document != document.id:
        raise ValueError(f"evidence of {evidence.document} in a reading of {document.id}")
    return _span(document, evidence.start, evidence.end, evidence.quote)


def _span(document: Document, start: int, end: int, quote: str) -> dict[str, int]:
    if start < 0 or document.text[start:end] != quote:
        raise ValueError(f"{document.id}: the text at {start}..{end} is not the quote")
    return {"start": start, "end": end}
