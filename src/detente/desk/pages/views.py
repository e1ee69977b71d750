"""Views saved by somebody, and what is new in each since they last marked all as seen."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk import viewing
from detente.desk.pages.entrance import accounts_of, ours
from detente.desk.speaking import Speaker, render, speaker_of
from detente.model import Event, UsageError
from detente.store.beside import View, Visit
from detente.views.compose import Desk
from detente.views.lines import Line

router = APIRouter()
LISTED = 60  # events a list
SAVED = ("/r/", "/search", "/statements", "/review", "/people", "/outlets")  # what can be a view
Text = Annotated[str, Form(max_length=200)]


@router.get("/views")
def views(request: Request) -> Response:
    speaker = speaker_of(request)
    beside, who = accounts_of(request).beside, request.state.visitor.name
    visit = beside.visit(who)
    news = viewing.since(visit.page, request.app.state.records.url, speaker.snapshot) if visit else viewing.News(0)
    rows = [told(view, news, speaker) for view in beside.views(who)]
    return render(
        request,
        "views.html.j2",
        speaker=speaker,
        visit=visit,
        news=news,
        rows=rows,
        lists=[(name, lines(found, speaker), len(found)) for name, found in (("new", news.new), ("again", news.again))],
    )


def told(view: View, news: viewing.News, speaker: Speaker) -> tuple[View, viewing.News | None, str]:
    """(view, what is new in it, the address of its feed); None and "" for a view that is not of two actors."""
    place = viewing.placed(view.path, speaker.snapshot)
    if not place.a:
        return view, None, ""
    return view, news.among(place.events(speaker.snapshot)), place.asked.at(f"/r/{place.a}/{place.b}/feed.atom")


def lines(events: tuple[Event, ...], speaker: Speaker) -> list[Line]:
    desk = Desk(speaker.snapshot.part(events[:LISTED]), speaker.snapshot.book, speaker.say)
    return [desk.line(e) for e in events[:LISTED]]


@router.post("/views/save")
def save(
    request: Request, csrf: Text = "", title: Text = "", path: Annotated[str, Form(max_length=2000)] = ""
) -> Response:
    """Raises UsageError where it is no address of this desk, or has no name."""
    request.app.state.guard.check(request, csrf)
    if ours(path) != path or not path.startswith(SAVED) or not title.strip():
        raise UsageError("a view has a name, and an address of this desk")
    accounts_of(request).beside.save(request.state.visitor.name, title.strip(), path)
    request.state.did = ("saved-view", path)
    return RedirectResponse("/views", 303)


@router.post("/views/forget")
def forget(request: Request, csrf: Text = "", id: Annotated[int, Form(ge=0, le=2**31)] = 0) -> Response:
    """Somebody else's view stays: ids are only looked for among one's own."""
    request.app.state.guard.check(request, csrf)
    accounts_of(request).beside.forget(request.state.visitor.name, id)
    request.state.did = ("forgot-view", str(id))
    return RedirectResponse("/views", 303)


@router.post("/views/seen")
def seen(request: Request, csrf: Text = "") -> Response:
    """All that the record holds now has been seen."""
    request.app.state.guard.check(request, csrf)
    accounts, page = accounts_of(request), viewing.last_page(request.app.state.records.url)
    accounts.beside.seen(request.state.visitor.name, Visit(accounts.now, page))
    request.state.did = ("saw", "")
    return RedirectResponse("/views", 303)
