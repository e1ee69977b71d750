"""Coming in and going out, and who did what."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk.accounts import LONGEST, LONGEST_NAME, Accounts
from detente.desk.asking import number
from detente.desk.guard import SESSION, address_of, keep
from detente.desk.speaking import render, speaker_of

router = APIRouter()
SIZE = 100  # deeds on a page
Name = Annotated[str, Form(max_length=LONGEST_NAME)]
Text = Annotated[str, Form(max_length=LONGEST)]


def accounts_of(request: Request) -> Accounts:
    found: Accounts = request.app.state.guard.accounts
    return found


@router.get("/login")
def login(request: Request) -> Response:
    back = ours(request.query_params.get("back", "/"))
    return render(request, "login.html.j2", speaker=speaker_of(request), back=back, wrong=False)


@router.post("/login")
def enter(request: Request, csrf: Text = "", name: Name = "", password: Text = "", back: Text = "/") -> Response:
    """A session of a new number, whatever the browser held before. Raises Throttled."""
    request.app.state.guard.check(request, csrf)
    session = accounts_of(request).enter(name, password, address_of(request))
    if session is None:
        return render(request, "login.html.j2", 401, speaker=speaker_of(request), back=ours(back), wrong=True)
    response = RedirectResponse(ours(back), 303)
    keep(request, response, SESSION, session)
    return response


@router.post("/logout")
def leave(request: Request, csrf: Text = "") -> Response:
    request.app.state.guard.check(request, csrf)
    accounts_of(request).leave(request.cookies.get(SESSION, ""), request.state.visitor.name, address_of(request))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(SESSION)
    return response


@router.get("/audit")
def audit(request: Request) -> Response:
    n = number(request.query_params, "n", 1, 1_000_000)
    deeds = accounts_of(request).beside.deeds(SIZE + 1, (n - 1) * SIZE)
    more = len(deeds) > SIZE
    return render(request, "audit.html.j2", speaker=speaker_of(request), deeds=deeds[:SIZE], n=n, more=more)


def ours(back: str) -> str:
    """An address of this desk and no other."""
    odd = "\\" in back or any(ord(c) <= 32 for c in back)
    return back if back.startswith("/") and not back.startswith("//") and not odd and not urlsplit(back).netloc else "/"
