"""What stands before every page: who may ask from where, what a browser may do with an answer, and that a form is ours."""

import hashlib
import hmac
import os
import secrets
import sys
import traceback
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from detente.model import UsageError

TRACE = "DETENTE_TRACEBACK"  # environment: when set, a fault of ours shows where it happened
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


class ForgedForm(UsageError):
    """A form that this desk did not give, or gave to another browser or before it was started anew."""


class Guard:
    """hosts: names under which the desk may be asked; another is a page elsewhere that had its name turned to us."""

    def __init__(self, hosts: Collection[str]) -> None:
        self.hosts = frozenset(hosts)
        self._secret = secrets.token_bytes(32)

    async def __call__(self, request: Request, call_next: Next) -> Response:
        if host_of(request) not in self.hosts:
            return _dressed(PlainTextResponse("This desk does not answer to that name.\n", 421))
        held = request.cookies.get(COOKIE, "")
        browser = held if len(held) == 43 else secrets.token_urlsafe(32)
        request.state.csrf = self.token(browser)
        response = _dressed(await self._answer(request, call_next))
        if browser != held:
            response.set_cookie(COOKIE, browser, httponly=True, samesite="strict")
        return response

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
        foreign = elsewhere or (origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""))
        if foreign or not hmac.compare_digest(token.encode(), self.token(request.cookies.get(COOKIE, "")).encode()):
            raise ForgedForm("desk.forged")


def host_of(request: Request) -> str:
    """The name the desk was asked under, without its port."""
    return (urlsplit(f"//{request.headers.get('host', '')}").hostname or "").lower()


def _dressed(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-cache")
    return response
