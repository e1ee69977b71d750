"""The record for programs, over HTTP: the names of the export (`views.export`), a row at a time. Reading only."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel
from starlette.requests import Request

from detente.chronicle import ledger
from detente.desk import chronology
from detente.desk.asking import Asked
from detente.desk.pages.relation import at, codes
from detente.desk.relation import Between, between
from detente.desk.snapshot import Snapshot
from detente.model import Effect, Event, SpeechMode, Standing, Status
from detente.views import export

Row = dict[str, Any]
Actor = Annotated[str, Path(max_length=80, description="A code (MLI, ECOWAS), or a name the codebook knows")]
Id = Annotated[str, Path(max_length=80)]
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Word = Annotated[str, Query(max_length=200)]


class Complaint(BaseModel):
    """Why there is no answer."""

    detail: str


WRONG: dict[int | str, dict[str, Any]] = {
    400: {"description": "This cannot be asked", "model": Complaint},
    401: {"description": "Sign in first, where there are accounts", "model": Complaint},
    404: {"description": "There is none such", "model": Complaint},
    422: {"description": "A parameter cannot be understood", "model": Complaint},
}
router = APIRouter(tags=["record"], responses=WRONG)


def now(request: Request) -> Snapshot:
    found: Snapshot = request.app.state.records.now()
    return found


@router.get("/record")
def record(request: Request) -> Row:
    """What the record holds, by number, and the pairs it has, those with most events first."""
    snapshot = now(request)
    held = snapshot.record
    names = ("documents", "reports", "events", "measures", "standing", "statements", "contradictions", "doubts")
    pairs = sorted(snapshot.by_pair.items(), key=lambda item: (-len(item[1]), item[0]))[:1000]
    return {
        "format": "detente-record",
        "version": export.VERSION,
        "codebook": snapshot.book.version,
        "last_day": snapshot.last_day,
        "counts": {name: len(getattr(held, name)) for name in names} | {"judgements": len(held.judgements)},
        "pairs": [{"a": a, "b": b, "events": len(events)} for (a, b), events in pairs],
    }


@router.get("/relations/{a}/{b}")
def relation(request: Request, a: Actor, b: Actor, as_known_on: date | None = None) -> Row:
    """The relation of two: its curve, turns and weeks read, and how much there is of everything else."""
    found = _between(request, a, b, as_known_on)
    course = found.course
    return {
        "a": found.a,
        "b": found.b,
        "last_day": found.snapshot.last_day,
        "counts": {
            "events": len(found.facts),
            "review": sum(e.review for e in found.events),
            "measures": len(found.part.measures),
            "contradictions": len(found.part.contradictions),
        },
        "curve": [
            {"day": p.day, "value": round(p.value, 4), "low": round(p.low, 4), "high": round(p.high, 4), "events": p.events}
            for p in course.both
        ],
        "turns": [{"start": t.start, "before": t.before, "after": t.after, "events": t.events} for t in course.turns],
        "weeks": [{"start": w.start, "pages": w.pages, "outlets": w.outlets, "telling": w.telling} for w in course.weeks],
        "left_out": course.left_out,
    }  # fmt: skip


@router.get("/relations/{a}/{b}/events")
def events(
    request: Request,
    a: Actor,
    b: Actor,
    type: Word = "",
    status: Status | None = None,
    side: Word = "",
    instrument: Word = "",
    outlet: Word = "",
    support: Annotated[int, Query(ge=0, le=1000)] = 0,
    disputed: bool = False,
    since: date | None = None,
    until: date | None = None,
    as_known_on: date | None = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Row:
    """The chronology of two, the latest first, with the filters of the desk."""
    found = _between(request, a, b, as_known_on)
    asked = Asked(type, status or "", side, instrument, outlet, support, disputed, since, until)
    rows = chronology.matching(found.facts, asked)
    return _page([export.event_row(f.event) for f in rows[offset : offset + limit]], len(rows), offset)


@router.get("/relations/{a}/{b}/measures")
def measures(request: Request, a: Actor, b: Actor, on: date | None = None, as_known_on: date | None = None) -> Row:
    """How measures between two stood on a day; that of the last page, where none is given."""
    found = _between(request, a, b, as_known_on)
    day = on or found.snapshot.last_day
    if day is None:
        raise HTTPException(404, "no page of this record says when it was printed: give a day, ?on=2031-07-01")
    account = found.account(day)
    return {
        "on": day,
        "in_force": [_standing(s) for s in account.standing],
        "over": [_standing(s) for s in account.over],
        "lasting": [_standing(s) for s in account.lasting],
        "never": [export.measure_row(m) for m in account.never],
        "orphans": [m.id for m in ledger.orphans(ledger.between(found.part.measures, found.a, found.b))],
    }


@router.get("/relations/{a}/{b}/contradictions")
def contradictions(request: Request, a: Actor, b: Actor, limit: Limit = 100, offset: Offset = 0) -> Row:
    """Fields on which independent sources cannot all be right."""
    rows = _between(request, a, b, None).part.contradictions
    return _page([export.contradiction_row(c) for c in rows[offset : offset + limit]], len(rows), offset)


@router.get("/relations/{a}/{b}/statements")
def statements_between(request: Request, a: Actor, b: Actor, limit: Limit = 100, offset: Offset = 0) -> Row:
    """What either of two said, in pages that tell of both."""
    found = _between(request, a, b, None)
    rows = [s for s in found.part.statements if s.side in (found.a, found.b) and s.mode is not SpeechMode.UNSAID]
    return _page([export.statement_row(s) for s in rows[offset : offset + limit]], len(rows), offset)


@router.get("/events/{id}")
def event(request: Request, id: Id) -> Row:
    """One event with its reports, contradictions, doubts, judgements, and the measures that it is a step of."""
    snapshot = now(request)
    found = _one(snapshot.events, id, "event")
    return export.event_row(found) | {
        "told_by": [_report(r.id, found, snapshot) for r in found.reports],
        "contradictions": [export.contradiction_row(c) for c in snapshot.contradictions.get(id, ())],
        "differences": [export.difference_row(d) for d in snapshot.differences.get(id, ())],
        "doubts": [export.doubt_row(d) for d in snapshot.doubts.get(id, ())],
        "measures": [export.measure_row(m) for m in snapshot.measures_of.get(id, ())],
        "judgements": [export.judgement_row(j) for j in snapshot.judged.get(id, ())],
    }


@router.get("/documents")
def documents(request: Request, outlet: Word = "", limit: Limit = 100, offset: Offset = 0) -> Row:
    """Articles without their text, by id."""
    snapshot = now(request)
    rows = [d for d in snapshot.record.documents if not outlet or d.outlet == outlet]
    return _page([_document(d.id, snapshot, text=False) for d in rows[offset : offset + limit]], len(rows), offset)


@router.get("/documents/{id}")
def document(request: Request, id: Id) -> Row:
    """One article with its text, its reports, statements and dates. Of several articles on a page: id.2, id.3…"""
    snapshot = now(request)
    found = _one(snapshot.documents, id.replace(".", "#"), "page")
    homes = ((r.id, snapshot.events.get(snapshot.home.get(r.id, ""))) for r in snapshot.by_page.get(found.id, ()))
    return _document(found.id, snapshot, text=True) | {
        "reports": [_report(i, home, snapshot) for i, home in homes],
        "statements": [export.statement_row(s) for s in snapshot.said_on.get(found.id, ())],
        "dates": [export.date_row(found.id, t) for t in snapshot.dates.get(found.id, ())],
    }


@router.get("/statements")
def statements(request: Request, side: Word = "", speaker: Word = "", limit: Limit = 100, offset: Offset = 0) -> Row:
    """What was said, by document and place; side: an actor's code."""
    snapshot = now(request)
    rows: Sequence[Any] = snapshot.said_by.get(side, ()) if side else snapshot.record.statements
    rows = [s for s in rows if s.mode is not SpeechMode.UNSAID and (not speaker or s.speaker == speaker)]
    return _page([export.statement_row(s) for s in rows[offset : offset + limit]], len(rows), offset)


@router.get("/judgements")
def judgements(request: Request, limit: Limit = 100, offset: Offset = 0) -> Row:
    """What analysts decided, the earliest first, and what became of each."""
    rows = now(request).record.judgements
    return _page([export.judgement_row(j) for j in rows[offset : offset + limit]], len(rows), offset)


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    kind: Word = "",
    year: Word = "",
    outlet: Word = "",
    side: Word = "",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Row:
    """Events, statements and pages with all these words, the latest first; accents do not matter."""
    found = now(request).finder.find(q, kind=kind, year=year, outlet=outlet, side=side)
    rows = [{"kind": k, "id": i} for k, i in found.rows[offset : offset + limit]]
    return _page(rows, len(found.rows), offset) | {"more": found.more, "facets": found.facets}


def _between(request: Request, a: str, b: str, day: date | None) -> Between:
    snapshot = now(request)
    one, other = codes(snapshot, a, b)
    return between(at(request, snapshot, one, other, Asked(as_known_on=day)), one, other)


def _one(known: Any, id: str, noun: str) -> Any:
    if id not in known:
        raise HTTPException(404, f"no {noun} has the id {id[:80]!r}")
    return known[id]


def _page(rows: list[Row], total: int, offset: int) -> Row:
    return {"total": total, "offset": offset, "rows": rows}


def _standing(found: Standing) -> Row:
    """The measure as it stood: `state_then`, and why it may have been otherwise."""
    return export.measure_row(found.measure) | {
        "state_then": found.state.value,
        "since": export.edtf(found.since),
        "sure": found.sure,
        "doubts": [w.value for w in found.doubts],
        "last_told": found.last_told,
    }


def _report(id: str, home: Event | None, snapshot: Snapshot) -> Row:
    found = snapshot.reports.get(id) or next(r for r in (home.reports if home else ()) if r.id == id)
    bearing = snapshot.judged.get(home.id, ()) if home else ()
    marks = [j.judgement.id for j in bearing if j.effect is Effect.APPLIED and id in j.reports]
    return export.report_row(found, home) | {"judged": marks}


def _document(id: str, snapshot: Snapshot, text: bool) -> Row:
    row = export.document_row(snapshot.documents[id], id in snapshot.record.relevant, snapshot.copies.get(id))
    row |= {"origin": snapshot.origins.get(id), "revision_of": snapshot.revisions.get(id)}
    return row if text else {name: value for name, value in row.items() if name not in ("text", "blocks")}
