"""Adding pages: files, a text, an address; and what became of each."""

from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.adding import Adding, Given
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import page_url, render, speaker_of
from detente.desk.weighing import UPLOAD
from detente.intake import Outcome
from detente.model import UsageError

router = APIRouter()
SHOWN = 200  # outcomes of one sending
Line = Annotated[str, Form(max_length=500)]
Text = Annotated[str, Form(max_length=1_000_000)]


@router.get("/add")
def form(request: Request) -> Response:
    return render(request, "add.html.j2", speaker=speaker_of(request), size=UPLOAD // 1_000_000, done=None, left=0)


@router.post("/add")
def add(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    csrf: Line = "",
    text: Text = "",
    title: Line = "",
    outlet: Line = "",
    published: Line = "",
    url: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Reads what is given, and says what became of it. Raises UsageError where nothing is, Busy."""
    request.app.state.guard.check(request, csrf)
    given = Given([(f.filename, f.file.read()) for f in files or () if f.filename], text, title, outlet, published, url)
    if given.empty:
        raise UsageError(speaker_of(request).say("desk.add_nothing"))
    adding: Adding = request.app.state.adding
    outcomes = adding.add(given)
    request.state.did = ("added-pages", "; ".join(f"{o.fate} {o.uri}" for o in outcomes))
    speaker = speaker_of(request)
    done = [(o, leads(o, speaker.snapshot)) for o in outcomes[:SHOWN]]
    left = len(outcomes) - len(done)
    return render(request, "add.html.j2", speaker=speaker, size=UPLOAD // 1_000_000, done=done, left=left)


def leads(outcome: Outcome, snapshot: Snapshot) -> list[tuple[str, str]]:
    """(address, title) of each article on a page that was read or known."""
    found, number = [], 1
    while outcome.page and (document := snapshot.documents.get(_article(outcome.page, number))):
        found.append((page_url(document.id), document.title or outcome.uri))
        number += 1
    return found


def _article(page: str, number: int) -> str:
    return page if number == 1 else f"{page}#{number}"
