"""What stands before every page: who may ask what, from where, what a browser may do with an answer, that a form is ours."""

import hashlib
import hmac
import os
import secrets
import sys
import traceback
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from detente.desk.accounts import OWNER, Accounts, Visitor
from detente.model import UsageError
from detente.store.beside import Role

TRACE = "DETENTE_TRACEBACK"  # environment: when set, a fault of ours shows where it happened
SESSION = "session"  # cookie with the secret of a session, where there are accounts
OPEN = ("/login", "/static/", "/healthz")  # asked without a session
LOGIN = "/login"
READERS = ("/login", "/logout", "/views/")  # forms that a reader may send; all others are for analysts
ADMINS = ("/audit",)
READING = ("GET", "HEAD")
COOKIE = "desk"  # what ties a form to the browser that it was given to
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
Next = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Known:
    """Who asks. visitor: None for one who has to sign in first. token: of the forms given to this browser; browser: what
    ties them to it, given just now where `fresh`."""

    visitor: Visitor | None
    token: str
    browser: str
    fresh: bool


class ForgedForm(UsageError):
    """A form that this desk did not give, or gave to another browser or before it was started anew."""


class Guard:
    """hosts: names under which the desk may be asked; another is a page elsewhere that had its name turned to us."""

    def __init__(self, hosts: Collection[str], accounts: Accounts) -> None:
        self.hosts, self.accounts = frozenset(hosts), accounts
        self._secret = secrets.token_bytes(32)

    async def __call__(self, request: Request, call_next: Next) -> Response:
        if host_of(request) not in self.hosts:
            return _dressed(PlainTextResponse("This desk does not answer to that name.\n", 421))
        known = await self.known(request)
        visitor = known.visitor
        request.state.visitor, request.state.did = visitor, ("", "")
        request.state.csrf = known.token
        response = _dressed(self._refused(request, visitor) or await self._answer(request, call_next))
        if request.method not in READING and visitor and visitor.name:
            await run_in_threadpool(self._note, request, visitor, response.status_code)
        if known.fresh:
            keep(request, response, COOKIE, known.browser)
        return response

    async def known(self, request: Request) -> Known:
        """Who asks, looked up once a request."""
        if (found := getattr(request.state, "known", None)) is None:
            session, held = (request.cookies.get(name, "") for name in (SESSION, COOKIE))
            visitor = OWNER if self.accounts.nobody else await run_in_threadpool(self.accounts.visitor, session)
            browser = held if len(held) == 43 else secrets.token_urlsafe(32)
            token = self.token(session if visitor and visitor.name else browser)
            found = request.state.known = Known(visitor, token, browser, browser != held)
        return found

    def _refused(self, request: Request, visitor: Visitor | None) -> Response | None:
        """None where the visitor may ask this."""
        path = request.url.path
        if visitor is None:
            return None if path.startswith(OPEN) else _sent_to_sign_in(request)
        if path.startswith(ADMINS):
            least = Role.ADMIN
        elif request.method not in READING and not path.startswith(READERS):
            least = Role.ANALYST
        else:
            least = Role.READER
        return None if visitor.may(least) else PlainTextResponse(f"This is for whoever is {least} here.\n", 403)

    def _note(self, request: Request, visitor: Visitor, status: int) -> None:
        """What somebody did, refused or not, goes on the log; coming and going stand there already."""
        did, about = request.state.did
        if request.url.path not in (LOGIN, "/logout"):
            did, about = (did, about) if did and status < 400 else (f"{status}", request.url.path)
            self.accounts.note(visitor.name, did, about, address_of(request))

    async def _answer(self, request: Request, call_next: Next) -> Response:
        """A fault of ours is told in one line where the desk was started, and not shown to whoever asked."""
        try:
            return await call_next(request)
        except Exception as error:
            print(f"detente: a fault of ours at {request.url.path}, {type(error).__name__}: {error}", file=sys.stderr)
            if os.environ.get(TRACE):
                traceback.print_exception(error)
            return PlainTextResponse("A fault of ours: the terminal that the desk was started from says more.\n", 500)

    def token(self, browser: str) -> str:
        return hmac.new(self._secret, browser.encode(), hashlib.sha256).hexdigest()

    def check(self, request: Request, token: str) -> None:
        """Raises ForgedForm unless the form was given to this browser, and comes from one of our own pages."""
        origin = request.headers.get("origin")
        elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        foreign = elsewhere or (origin is not None and origin.partition("://")[2] != request.headers.get("host", ""))
        if foreign or not hmac.compare_digest(token.encode(), request.state.csrf.encode()):
            raise ForgedForm("desk.forged")


def _sent_to_sign_in(request: Request) -> Response:
    if request.url.path.startswith("/api/") or request.method not in READING:
        return JSONResponse({"detail": "sign in first, at /login"}, 401)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"{LOGIN}?{urlencode({'back': here})}", 303)


def keep(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie that no script reads and no other site sends; over https alone where the page came so."""
    response.set_cookie(name, value, httponly=True, samesite="strict", secure=request.url.scheme == "https")


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def host_of(request: Request) -> str:
    """The name the desk was asked under, without its port; "" where it is none."""
    try:
        return (urlsplit(f"//{request.headers.get('host', '')}").hostname or "").lower()
    except ValueError:  # a bracket that does not close
        return ""


def _dressed(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-cache")
    return response
