"""What was answered once is answered again without being made again, as long as the record stands still."""

import asyncio
import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.codebook.labels import labels
from detente.desk import guard as guarding
from detente.desk.answers import LARGEST, SMALL, Answer, Fills, cut
from detente.desk.guard import Guard, Known, host_of
from detente.desk.records import Records
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import ANALYST, language_of, notice
from detente.store.beside import Role

API = "/api/"
NEVER = ("/add", "/api/v1/openapi", "/audit", "/healthz", "/login", "/logout", "/static/", "/views")
_OWN = frozenset({b"content-length", b"etag", b"vary"})  # said anew each time
_COOKIE = f"{guarding.COOKIE}=".encode()
_MARKS = {slot: f"{slot}-{secrets.token_hex(16)}" for slot in ("name", "news")}  # no page can know them


class Remembering:
    """Stands before all others. What may be seen, and by whom, the guard says for every request, as it does without this."""

    def __init__(self, app: ASGIApp, guard: Guard, records: Records) -> None:
        self.app, self.guard, self.records = app, guard, records
        self._making: dict[Hashable, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(NEVER):
            return await self.app(scope, receive, send)
        request = Request(scope)
        if host_of(request) not in self.guard.hosts:
            return await self.app(scope, receive, send)
        known = await self.guard.known(request)
        if known.visitor is None:
            return await self.app(scope, receive, send)
        if self.records.due:
            await run_in_threadpool(self.records.now)  # whoever comes first after a change hears of it
        snapshot, marks = self.records.last, {**_MARKS, "token": known.token}
        key = _key(request, known)
        answer = await self._kept(snapshot, key)
        if answer is None:
            request.state.marks = marks
            with _Turn(self._making, (id(snapshot), key)):
                held = _Held()
                await self.app(scope, receive, held)
                answer = held.answer(marks)
                if _may_be_kept(answer) and self.records.last is snapshot:
                    snapshot.answers.put(key, answer)
        await _send(request, known, answer, self._fills(request, known), send)

    def _fills(self, request: Request, known: Known) -> Fills:
        """What stands in the slots of this visitor's answer."""
        say = labels(language_of(request))
        name = str(escape(known.visitor.name)) if known.visitor else ""
        told = str(notice(say, self.records.news))
        return {"token": known.token.encode(), "name": name.encode(), "news": told.encode()}

    async def _kept(self, snapshot: Snapshot, key: Hashable) -> Answer | None:
        """From before, or from whoever makes it just now."""
        found = snapshot.answers.get(key)
        if found is None and (turn := self._making.get((id(snapshot), key))):
            await turn.wait()
            found = snapshot.answers.get(key)
        return found


@dataclass
class _Turn:
    """While it lasts, others who ask for the same wait for it instead of making it too."""

    making: dict[Hashable, asyncio.Event]
    key: Hashable
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def __enter__(self) -> None:
        self.making.setdefault(self.key, self.over)

    def __exit__(self, *raised: object) -> None:
        if self.making.get(self.key) is self.over:
            del self.making[self.key]
        self.over.set()


@dataclass
class _Held:
    """An answer as the application sends it."""

    messages: list[Message] = field(default_factory=list)

    async def __call__(self, message: Message) -> None:
        self.messages.append(message)

    def answer(self, marks: Mapping[str, str]) -> Answer:
        """As it can be kept; the cookie of the forms is each browser's own."""
        start = next(m for m in self.messages if m["type"] == "http.response.start")
        body = b"".join(m.get("body", b"") for m in self.messages if m["type"] == "http.response.body")
        headers = ((n.lower(), v) for n, v in start["headers"])
        kept = tuple((n, v) for n, v in headers if n not in _OWN and not (n == b"set-cookie" and v.startswith(_COOKIE)))
        return cut(start["status"], body, marks, kept)


def _may_be_kept(answer: Answer) -> bool:
    """Not an error, not very large, and no cookie set but that of the forms."""
    return answer.status == 200 and answer.size <= LARGEST and not any(n == b"set-cookie" for n, _ in answer.headers)


def _key(request: Request, known: Known) -> Hashable:
    """All that an answer depends on, but for the record itself and what is filled in. A reader's name stands in a slot alone."""
    scope: Any = request.scope
    asked = (scope["scheme"], request.headers.get("host", ""), scope["path"], scope["query_string"])
    visitor = known.visitor
    if visitor is None or scope["path"].startswith(API):
        return asked
    name = "" if visitor.role is Role.READER else visitor.name
    return (*asked, language_of(request), visitor.role, bool(visitor.name), name, request.cookies.get(ANALYST, ""))


async def _send(request: Request, known: Known, answer: Answer, fills: Fills, send: Send) -> None:
    headers = [*answer.headers, (b"vary", b"Accept-Language, Cookie, Accept-Encoding")]
    if known.fresh:
        headers.append(_cookie(request, known.browser))
    if answer.status == 200:
        headers.append((b"etag", tag := answer.tag(fills)))
        if tag in request.headers.get("if-none-match", "").encode():
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            return await send({"type": "http.response.body", "body": b""})
    if _takes_gzip(request.headers.get("accept-encoding", "")) and answer.size > SMALL:
        body = answer.gzipped(fills)
        headers.append((b"content-encoding", b"gzip"))
    else:
        body = answer.plain(fills)
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _takes_gzip(accepted: str) -> bool:
    """RFC 9110, 12.5.3: named, and not with a weight of nothing."""
    for part in accepted[:500].lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "").rstrip("0").rstrip(".") not in ("q=", "q=0")
    return False


def _cookie(request: Request, browser: str) -> tuple[bytes, bytes]:
    made = Response()
    guarding.keep(request, made, guarding.COOKIE, browser)
    return next((n, v) for n, v in made.raw_headers if n == b"set-cookie")
