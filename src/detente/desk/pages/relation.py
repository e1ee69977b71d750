"""Two actors: `/r/A/B`, and all their measures: `/r/A/B/measures`."""

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk import asking
from detente.desk.asking import Asked, asked
from detente.desk.relation import RelationPage, between
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import linked, render, speaker_of
from detente.model import UsageError

router = APIRouter()
LISTED = 40  # measures on a page


@router.get("/r/{a}/{b}")
def relation(request: Request, a: str, b: str) -> Response:
    speaker = speaker_of(request)
    one, other = codes(speaker.snapshot, a, b)
    if (one, other) != (a, b):
        return RedirectResponse(linked(f"/r/{one}/{other}", request.query_params))
    wanted = asked(request.query_params)
    view = RelationPage(between(at(request, speaker.snapshot, one, other, wanted), one, other), speaker, wanted)
    return render(request, "relation.html.j2", speaker=speaker, view=view, a=speaker.side(one), b=speaker.side(other))


@router.get("/r/{a}/{b}/measures")
def measures(request: Request, a: str, b: str) -> Response:
    """How all measures between the two stood on a day."""
    speaker = speaker_of(request)
    one, other = codes(speaker.snapshot, a, b)
    day = asking.day(request.query_params, "on") or speaker.snapshot.last_day
    view = RelationPage(between(speaker.snapshot, one, other), speaker, Asked(until=day))
    n = asking.number(request.query_params, "n", 1, 1_000_000)
    account = view.account
    rows = [(kind, s) for kind in ("standing", "over", "lasting") for s in (getattr(account, kind) if account else ())]
    pages = max(1, -(-len(rows) // LISTED))
    n = min(n, pages)
    shown = rows[(n - 1) * LISTED : n * LISTED]
    groups = [(kind, view.cards([s for k, s in shown if k == kind])) for kind in ("standing", "over", "lasting")]
    return render(
        request,
        "measures.html.j2",
        speaker=speaker,
        view=view,
        groups=[g for g in groups if g[1]],
        day=day,
        n=n,
        pages=pages,
        a=speaker.side(one),
        b=speaker.side(other),
    )


def codes(snapshot: Snapshot, a: str, b: str) -> tuple[str, str]:
    """Two actors by code or by name. 404, with the nearest names, where there is none such, or nothing between them."""
    try:
        one, other = snapshot.opened._two(a, b)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    if not snapshot.between(one, other):
        raise HTTPException(404, snapshot.opened._nothing_between(one, other, 6))
    return one, other


def at(request: Request, now: Snapshot, a: str, b: str, wanted: Asked) -> Snapshot:
    """The record as it is, or as it was known on a day."""
    if wanted.as_known_on is None:
        return now
    found: Snapshot = request.app.state.records.known_on(wanted.as_known_on, a, b)
    return found
