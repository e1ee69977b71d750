"""Full text over events, statements and pages, with facets."""

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.asking import number
from detente.desk.speaking import Speaker, linked, render, speaker_of
from detente.store.finding import MOST
from detente.views.compose import Desk
from detente.views.voices import speech

router = APIRouter()
SIZE = 25
FILTERS = ("kind", "year", "outlet", "side")


@router.get("/search")
def search(request: Request) -> Response:
    speaker = speaker_of(request)
    asked = {name: request.query_params.get(name, "")[:200] for name in ("q", *FILTERS)}
    found = speaker.snapshot.finder.find(asked["q"], **{name: asked[name] for name in FILTERS})
    pages = max(1, -(-len(found.rows) // SIZE))
    n = min(number(request.query_params, "n", 1, 1_000_000), pages)
    return render(
        request,
        "search.html.j2",
        speaker=speaker,
        asked=asked,
        found=found,
        most=MOST,
        rows=list(opened(found.rows[(n - 1) * SIZE : n * SIZE], speaker)),
        facets={name: [(v, worded(name, v, speaker), k) for v, k in list(found.facets.get(name, {}).items())[:30]] for name in FILTERS},
        n=n,
        pages=pages,
        at=lambda **changes: linked("/search", asked | changes),
    )  # fmt: skip


def worded(name: str, value: str, speaker: Speaker) -> str:
    if name == "kind":
        return speaker.say(f"desk.found_{value}")
    return speaker.side(value) if name == "side" else value


def opened(rows: Sequence[tuple[str, str]], speaker: Speaker) -> Iterator[tuple[str, Any]]:
    """(kind, what is shown of it) of each row found."""
    snapshot = speaker.snapshot
    events = [snapshot.events[i] for kind, i in rows if kind == "event"]
    said = [snapshot.statements[i] for kind, i in rows if kind == "statement"]
    desk = Desk(snapshot.part(events, [s.evidence.document for s in said]), snapshot.book, speaker.say)
    for kind, id in rows:
        if kind == "event":
            yield kind, desk.line(snapshot.events[id])
        elif kind == "statement":
            yield kind, (snapshot.statements[id], speech(desk, snapshot.statements[id]))
        else:
            yield kind, snapshot.documents[id]
