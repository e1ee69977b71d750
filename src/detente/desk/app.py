"""The desk as one application: its pages, its files, and how it says that something is not there."""

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

import detente
from detente.desk import contract
from detente.desk.accounts import Accounts, Throttled
from detente.desk.adding import Adding, Busy
from detente.desk.asking import Misasked
from detente.desk.guard import ForgedForm, Guard
from detente.desk.pages import ROUTERS
from detente.desk.records import Records
from detente.desk.remembering import Remembering
from detente.desk.speaking import HOME, render, speaker_of
from detente.desk.weighing import Weighed
from detente.model import DetenteError, RecordError

API = "/api/v1"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def make(records: Records, hosts: Collection[str] = LOOPBACK, accounts: Accounts | None = None) -> FastAPI:
    """The application over one record. hosts: names under which it answers. accounts: those beside the record."""
    app = FastAPI(
        title="detente",
        version=str(getattr(detente, "__version__", "1")),
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.records, app.state.guard = records, Guard(hosts, accounts or Accounts(records.url))
    app.state.adding = Adding(records)
    app.add_middleware(Weighed)
    app.middleware("http")(app.state.guard)
    app.add_middleware(Remembering, guard=app.state.guard, records=records)
    app.mount("/static", StaticFiles(directory=Path(HOME) / "static"), name="static")
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(contract.router, prefix=API)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(DetenteError, _complaint)
    return app


def _not_there(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    key = {404: "desk.not_found", 405: "desk.not_so", 413: "desk.too_large"}.get(status, "desk.not_so")
    told = _said(request, status, key, "" if detail in ("Not Found", "Method Not Allowed") else detail)
    told.headers.update((isinstance(error, HTTPException) and error.headers) or {})  # which methods there are
    return told


def _misasked(request: Request, error: Exception) -> Response:
    wrong = error.errors() if isinstance(error, RequestValidationError) else []
    detail = "; ".join(f"{'.'.join(str(p) for p in w['loc'][1:])}: {w['msg']}" for w in wrong)
    return _said(request, 422, "desk.misasked", detail)


def _complaint(request: Request, error: Exception) -> Response:
    if isinstance(error, ForgedForm):
        return _said(request, 403, "desk.forged", "")
    if isinstance(error, Throttled):
        return _said(request, 429, "desk.throttled", "")
    if isinstance(error, Busy):
        return _said(request, 503, "desk.add_busy", "")
    if isinstance(error, Misasked):
        said = speaker_of(request).say(error.key, name=error.name, value=error.value)
        return _said(request, 400, "desk.misasked", said)
    return _said(request, 503 if isinstance(error, RecordError) else 400, "desk.not_so", str(error))


def _said(request: Request, status: int, key: str, detail: str) -> Response:
    if request.url.path.startswith(API):
        return JSONResponse({"detail": detail or speaker_of(request).say(key)}, status)
    return render(request, "said.html.j2", status, speaker=speaker_of(request), key=key, detail=detail, status=status)
