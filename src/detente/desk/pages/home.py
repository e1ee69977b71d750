"""The record at a glance: between whom it holds what, and since when nothing was added."""

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from detente.desk.asking import number
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import render, speaker_of

router = APIRouter()
SIZE = 60  # pairs on a page


@dataclass(frozen=True, slots=True)
class Row:
    """Two actors. first, last: days of their events; open: measures standing."""

    a: str
    b: str
    events: int
    review: int
    disputed: int
    measures: int
    first: date | None
    last: date | None


@router.get("/")
def home(request: Request) -> Response:
    speaker = speaker_of(request)
    snapshot = speaker.snapshot
    pairs = snapshot.remembered("pairs", lambda: ranked(snapshot))
    pages = max(1, -(-len(pairs) // SIZE))
    n = min(number(request.query_params, "n", 1, 1_000_000), pages)
    shown = pairs[(n - 1) * SIZE : n * SIZE]
    held = snapshot.remembered(("rows", n), lambda: [row(snapshot, pair) for pair in shown])
    rows = [(speaker.side(r.a), speaker.side(r.b), r) for r in held]
    return render(
        request, "home.html.j2", speaker=speaker, record=snapshot.record, rows=rows, n=n, pages=pages, pairs=len(pairs)
    )


@router.get("/healthz")
def healthz(request: Request) -> Response:
    record = request.app.state.records.now().record
    if request.state.visitor is None:
        return PlainTextResponse("ok\n")
    return PlainTextResponse(f"ok: {len(record.documents)} pages, {len(record.events)} events\n")


def ranked(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The pairs of the record, those with most events first."""
    found = snapshot.by_pair
    return sorted(found, key=lambda pair: (-len(found[pair]), pair))


def row(snapshot: Snapshot, pair: tuple[str, str]) -> Row:
    a, b = pair
    events = snapshot.between(a, b)
    days = sorted(day for e in events if e.when and not e.review and (day := e.when.earliest or e.when.latest))
    standing = {m.id for e in events for m in snapshot.measures_of.get(e.id, ()) if m.state.value in STANDING}
    return Row(
        a,
        b,
        sum(not e.review for e in events),
        sum(e.review for e in events),
        sum(bool(e.disputed) for e in events),
        len(standing),
        days[0] if days else None,
        days[-1] if days else None,
    )


STANDING = ("in force", "eased", "suspended")
