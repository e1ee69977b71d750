"""What waits for an analyst, and the forms by which one decides; each decision is kept with a name and a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente import judging
from detente.desk.asking import number
from detente.desk.doubts import Told, told
from detente.desk.records import PATIENCE, Records
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import ANALYST, Speaker, linked, render, speaker_of
from detente.model import Doubt, Event, Judgement, UsageError, Verdict
from detente.views.compose import Desk
from detente.views.lines import Line

router = APIRouter()
SIZE = 20  # on a page
KINDS = ("read", "pairs")
Text = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True)
class Queue:
    """kind: events read unsurely, or pairs that may be one. a, b: of these two alone; "" for all."""

    speaker: Speaker
    kind: str
    a: str
    b: str
    n: int

    @property
    def snapshot(self) -> Snapshot:
        return self.speaker.snapshot

    @cached_property
    def doubtful(self) -> Sequence[Event]:
        if not (self.a and self.b):
            return self.snapshot.doubtful
        return [e for e in reversed(self.snapshot.between(self.a, self.b)) if e.review and not e.judged]

    @cached_property
    def unsettled(self) -> Sequence[Doubt]:
        if not (self.a and self.b):
            return self.snapshot.unsettled
        ids = {e.id for e in self.snapshot.between(self.a, self.b)}
        return [d for d in self.snapshot.unsettled if d.a in ids]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.doubtful if self.kind == "read" else self.unsettled) // SIZE))

    @property
    def here(self) -> int:
        return min(self.n, self.pages)

    @property
    def _shown(self) -> slice:
        return slice((self.here - 1) * SIZE, self.here * SIZE)

    def events(self) -> Sequence[tuple[Event, Line, float]]:
        """(event, as a row, how sure its best report is)."""
        shown = self.doubtful[self._shown] if self.kind == "read" else ()
        desk = Desk(self.snapshot.part(shown), self.snapshot.book, self.speaker.say)
        return [(e, desk.line(e), e.best.confidence) for e in shown]

    def pairs(self) -> Sequence[Told]:
        shown = self.unsettled[self._shown] if self.kind == "pairs" else ()
        events = {i: self.snapshot.events[i] for d in shown for i in (d.a, d.b)}
        desk = Desk(self.snapshot.part(events.values()), self.snapshot.book, self.speaker.say)
        return [told(d, "", desk, self.speaker) for d in shown]

    def at(self, **changes: object) -> str:
        return linked("/review", {"kind": self.kind, "a": self.a, "b": self.b} | changes)


@router.get("/review")
def review(request: Request) -> Response:
    speaker = speaker_of(request)
    asked = request.query_params
    kind = asked.get("kind", "")
    a, b = (asked.get(name, "")[:20] for name in ("a", "b"))
    queue = Queue(speaker, kind if kind in KINDS else "read", a, b, number(asked, "n", 1, 1_000_000))
    if not queue.doubtful and queue.unsettled and kind not in KINDS:
        queue = Queue(speaker, "pairs", a, b, queue.n)
    done = asked.get("done", "")
    kept = next((j for j in speaker.snapshot.record.judgements if j.judgement.id == done), None) if done else None
    return render(request, "review.html.j2", speaker=speaker, queue=queue, kept=kept)


@router.post("/review/judge")
def judge(
    request: Request,
    csrf: Text = "",
    id: Text = "",
    other: Text = "",
    verdict: Text = "",
    field: Text = "",
    value: Text = "",
    note: Text = "",
    by: Text = "",
    back: Text = "/review",
) -> Response:
    """Keeps one decision and goes back. Raises UsageError where it cannot be one."""
    request.app.state.guard.check(request, csrf)
    if verdict not in set(Verdict) - {Verdict.UNDONE}:
        raise UsageError(f"no verdict is called {verdict!r}")
    which = Verdict(verdict)
    corrects = which is Verdict.CORRECTED
    records: Records = request.app.state.records
    found = judging.decided(
        records.now().opened,
        [i for i in (id, other) if i],
        which,
        signed(request, by),
        datetime.now(UTC),
        field=field if corrects else None,
        value=value if corrects else None,
        note=note,
    )
    records.keep(found)
    request.state.did = (f"judged-{which.value}", " ".join(i for i in (id, other, field if corrects else "") if i))
    return gone_back(back, found, by)


@router.post("/review/name")
def name(request: Request, csrf: Text = "", by: Text = "", back: Text = "/review") -> Response:
    """Under which name a visitor judges from now on; an empty one is asked for again."""
    request.app.state.guard.check(request, csrf)
    return gone_back(back, None, by)


@router.post("/review/undo")
def undo(
    request: Request, csrf: Text = "", judgement: Text = "", by: Text = "", note: Text = "", back: Text = "/review"
) -> Response:
    """Undoes a judgement; it stays on the record."""
    request.app.state.guard.check(request, csrf)
    records: Records = request.app.state.records
    found = judging.undo(judgement, signed(request, by), datetime.now(UTC), records.url, note)
    records.renewed(PATIENCE)
    request.state.did = ("judged-undone", judgement)
    return gone_back(back, found, by)


def signed(request: Request, by: str) -> str:
    """The name of the account, whatever the form says; where there are none, the name given."""
    name = request.state.visitor.name or by.strip()
    if not name:
        raise UsageError("a judgement is signed: give your name")
    return str(name)


def gone_back(back: str, done: Judgement | None, by: str) -> Response:
    """To a page of this desk and no other, which says what was done. The name is remembered."""
    parts = urlsplit(back)
    ours = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc
    path = parts.path if ours else "/review"
    query = {} if path != "/review" else dict(p.partition("=")[::2] for p in parts.query.split("&") if "=" in p)
    response = RedirectResponse(linked(path, query | {"done": done.id if done else ""}), 303)
    response.set_cookie(ANALYST, quote(by.strip()), max_age=30 * 86400, httponly=True, samesite="strict")
    return response
