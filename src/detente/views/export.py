"""The record for programs: the export contract, version 1, as plain values and as JSON.

Names follow the contract of the design; keys may be added, none renamed without a new version.
Bytes are stable: the same record always gives the same text.
"""

import json
from dataclasses import asdict
from typing import Any

from detente.model import (
    Commitment,
    Contradiction,
    Difference,
    Document,
    Doubt,
    Effect,
    Event,
    Irritant,
    Judged,
    Measure,
    MeasureStep,
    Position,
    Profile,
    Record,
    Report,
    SpeechMode,
    Statement,
    TimeMention,
    When,
)

VERSION = 1
Row = dict[str, Any]


def render(record: Record) -> str:
    """The record as JSON text; the other formats are in `exports`."""
    return as_json(tree(record))


def tree(record: Record) -> Row:
    """The whole contract as plain values; rows in the record's order, keys in the contract's."""
    home = {r.id: e for e in record.events for r in e.reports}
    marks = marks_of(record)
    copies, origins, revisions = dict(record.copies), dict(record.origins), dict(record.revisions)
    return {
        "format": "detente-record",
        "version": VERSION,
        "documents": [
            document_row(d, d.id in record.relevant, copies.get(d.id))
            | {"origin": origins.get(d.id), "revision_of": revisions.get(d.id)}
            for d in record.documents
        ],
        "dates": [date_row(*row) for row in record.dates],
        "reports": [report_row(r, home.get(r.id)) | {"judged": marks.get(r.id, [])} for r in record.reports],
        "events": [event_row(e) for e in record.events],
        "measures": [measure_row(m) for m in record.measures],
        "standing": [measure_row(m) for m in record.standing],
        "statements": [statement_row(s) for s in record.statements if s.mode is not SpeechMode.UNSAID],
        "unsaid": [statement_row(s) for s in record.statements if s.mode is SpeechMode.UNSAID],
        "judgements": [judgement_row(j) for j in record.judgements],
        "contradictions": [contradiction_row(c) for c in record.contradictions],
        "doubts": [doubt_row(d) for d in record.doubts],
        "differences": [difference_row(d) for d in record.differences],
        "sources": [source_row(p) for p in record.profiles],
        "positions": [position_row(p) for p in record.positions],
        "wordings": [asdict(w) for w in record.wordings],
        "commitments": [commitment_row(c) for c in record.commitments],
        "irritants": [irritant_row(i) for i in record.irritants],
        "agenda": [asdict(a) | {"when": edtf(a.when)} for a in record.agenda],
        "unread": [{"uri": uri, "reason": reason, "detail": detail} for uri, reason, detail in record.unread],
    }


def document_row(document: Document, relevant: bool, copy_of: str | None) -> Row:
    return {
        "id": document.id,
        "uri": document.uri,
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "text": document.text,
        "relevant": relevant,
        "copy_of": copy_of,
        "page": document.page,
        "agency": document.agency,
        "canonical_url": document.canonical_url,
        "published_basis": document.published_basis or None,
        "published_doubt": document.published_doubt or None,
        "modified": document.modified.isoformat() if document.modified else None,
        "section": document.section,
        "blocks": [[b.start, b.end, b.kind.value] for b in document.blocks],
    }


def date_row(document: str, time: TimeMention) -> Row:
    """unvalued: why there is no value; anchor: the event it counts from, as it stands in the page's text."""
    when, anchor = time.when, time.anchor
    return {
        "document": document,
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "edtf": edtf(when),
        "basis": when.basis.value if when else None,
        "reason": (when.reason or None) if when else None,
        "unvalued": time.unvalued or None,
        "anchor": {"start": anchor[0], "end": anchor[1], "text": _within(time, anchor)} if anchor else None,
    }


def _within(time: TimeMention, span: tuple[int, int]) -> str:
    return time.text[span[0] - time.start : span[1] - time.start]


def report_row(report: Report, event: Event | None) -> Row:
    span = report.evidence
    return {
        "id": report.id,
        "document": span.document,
        "type": report.type,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "actors": list(report.actors),
        "recipients": list(report.recipients),
        "people": list(report.people),
        "date": edtf(report.when),
        "place": report.place,
        "status": report.status.value,
        "instrument": report.instrument,
        "amount": report.amount,
        "attributed_to": report.attributed_to,
        "confidence": round(report.confidence, 4),
        "rule": report.rule,
        "start": span.start,
        "end": span.end,
        "text": span.quote,
        "event": event.id if event else None,
        "act": report.act,
        "effect": report.effect,
        "answers": report.answers,
        "basis": report.when.basis.value if report.when else None,
        "reason": (report.when.reason or None) if report.when else None,
        "effective": edtf(report.effective),
        "until": edtf(report.until),
        "denial": [report.denial.start, report.denial.end] if report.denial else None,
        "review": event is not None and event.review,
    } | ({"assist": report.assist} if report.assist else {})


def event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "date": edtf(event.when),
        "status": event.status.value,
        "reports": [r.id for r in event.reports],
        "outlets": event.outlets,
        "independent_sources": event.independent_sources,
        "disputed": list(event.disputed),
        "possibly_same": list(event.possibly_same),
        "act": event.act,
        "people": list(event.people),
        "place": event.place,
        "instrument": event.instrument,
        "amount": event.amount,
        "basis": event.when.basis.value if event.when else None,
        "chosen_by": event.chosen_by,
        "review": event.review,
        "judged": list(event.judged),
    }


def measure_row(measure: Measure) -> Row:
    return {
        "id": measure.id,
        "instrument": measure.family or measure.instrument,
        "imposer": list(measure.imposer),
        "target": list(measure.target),
        "start": edtf(measure.start),
        "end": edtf(measure.end),
        "state": measure.state.value,
        "amount": measure.amount.plain if measure.amount else None,
        "reciprocal_of": measure.reciprocal_of,
        "events": list(measure.events),
        "reciprocal_by": measure.reciprocal_by,
        "steps": [
            {"event": s.event, "state": s.state.value, "done": s.done, "date": edtf(s.when)} | step_row(s)
            for s in measure.steps
        ],
        "announced": edtf(measure.announced),
        "expiry": edtf(measure.expiry),
        "scope": measure.instrument if measure.family else None,
    }


def step_row(step: MeasureStep) -> Row:
    """What became of the measure, the days apart, and the amount as printed and as a number in a currency."""
    sum_ = step.amount
    return {
        "kind": step.kind.value,
        "decided": edtf(step.decided),
        "effective": edtf(step.effective),
        "until": edtf(step.until),
        "amount": {"text": sum_.text, "value": sum_.value, "currency": sum_.currency} if sum_ else None,
    }


def statement_row(statement: Statement) -> Row:
    span = statement.evidence
    return {
        "id": statement.id,
        "document": span.document,
        "speaker": statement.speaker,
        "side": statement.side,
        "mode": statement.mode.value,
        "start": span.start,
        "end": span.end,
        "text": span.quote,
        "verb": statement.verb,
        "strength": statement.strength,
        "content": list(statement.content) if statement.content else None,
        "topic": asdict(statement.topic) if statement.topic else None,
        "stance": statement.stance.value if statement.stance else None,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "date": edtf(statement.when),
    } | ({"assist": statement.assist} if statement.assist else {})


def marks_of(record: Record) -> dict[str, list[str]]:
    """Report -> the judgements that hold on it, the earliest first."""
    marks: dict[str, list[str]] = {}
    for judged in record.judgements:
        for report in judged.reports if judged.effect is Effect.APPLIED else ():
            marks.setdefault(report, []).append(judged.judgement.id)
    return marks


def judgement_row(judged: Judged) -> Row:
    """All an analyst said, and what became of it; `on` and `other` hold where it was attached when it was made."""
    said = judged.judgement
    return {
        "id": said.id,
        "verdict": said.verdict.value,
        "by": said.by,
        "made": said.made.isoformat(),
        "on": [asdict(a) for a in said.anchors],
        "other": [asdict(a) for a in said.others],
        "of_event": said.of_event,
        "field": said.field,
        "value": said.value,
        "note": said.note,
        "undoes": said.undoes,
        "effect": judged.effect.value,
        "reports": list(judged.reports),
        "overruled_by": judged.by,
    }


def contradiction_row(found: Contradiction) -> Row:
    values = [{"value": v.value, "reports": list(v.reports)} for v in found.values]
    return {"event": found.event, "field": found.field, "kind": found.kind, "values": values}


def position_row(position: Position) -> Row:
    return asdict(position) | {"when": edtf(position.when)}


def commitment_row(found: Commitment) -> Row:
    return asdict(found) | {"due": edtf(found.due)}


def irritant_row(found: Irritant) -> Row:
    return asdict(found) | {"since": edtf(found.since), "last": edtf(found.last)}


def doubt_row(doubt: Doubt) -> Row:
    """Two events that may be one; each clue as "feature: level (weight)"."""
    told = {
        side: [f"{c.feature}: {c.level} ({c.weight:+g})" for c in clues]
        for side, clues in (("for", doubt.speaks_for), ("against", doubt.speaks_against))
    }
    return {"events": [doubt.a, doubt.b], **told}


def difference_row(found: Difference) -> Row:
    """Values that differ and can all be right, and why."""
    values = [{"value": v.value, "reports": list(v.reports)} for v in found.values]
    return {"event": found.event, "field": found.field, "kind": found.kind, "values": values}


def source_row(profile: Profile) -> Row:
    return asdict(profile)


def edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def as_json(whole: Row) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


KINDS = {
    "documents": "document",
    "dates": "date",
    "reports": "report",
    "events": "event",
    "measures": "measure",
    "standing": "standing",
    "statements": "statement",
    "unsaid": "unsaid",
    "judgements": "judgement",
    "contradictions": "contradiction",
    "doubts": "doubt",
    "differences": "difference",
    "sources": "source",
    "positions": "position",
    "wordings": "wording",
    "commitments": "commitment",
    "irritants": "irritant",
    "agenda": "agenda",
    "unread": "unread",
}


def line_row(kind: str, row: Row) -> Row:
    """The row with its `kind`; one of its own, which would collide, stands under that name."""
    own = {kind: row["kind"]} if "kind" in row else {}
    return {"kind": kind, **own, **{key: value for key, value in row.items() if key != "kind"}}
