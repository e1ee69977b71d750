"""A server that speaks the protocol of OpenAI's chat completions, over real HTTP; what it answers, the name of the model says."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

Asked = Mapping[str, Any]


@dataclass
class Endpoint:
    """url: as a user gives it. answers: model -> what its answer says, given the article or the pair it was sent.

    seen: every request's body; keys: every request's Authorization.
    """

    url: str = ""
    answers: dict[str, Callable[[Asked], Any]] = field(default_factory=dict)
    seen: list[Asked] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    async def chat(self, request: Request) -> Response:
        body = await request.json()
        self.seen.append(body)
        self.keys.append(request.headers.get("authorization"))
        model = body["model"]
        if model in BROKEN:
            return BROKEN[model]()
        told = self.answers[model](data_of(body))
        content = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
        return JSONResponse({"object": "chat.completion", "choices": [{"message": {"content": content}}]})


def data_of(body: Asked) -> Asked:
    """What stands between the fences of a request."""
    told: str = body["messages"][1]["content"]
    first, inside, last = told.split("\n", 1)[0], told.split("\n", 1)[1].rsplit("\n", 1)[0], told.rsplit("\n", 1)[1]
    assert first.removeprefix("<data ") == last.removeprefix("</data ")
    found: Asked = json.loads(inside)
    return found


async def _drips() -> Any:
    import asyncio

    for _ in range(600):
        yield b" "
        await asyncio.sleep(0.1)


BROKEN: Mapping[str, Callable[[], Response]] = {
    "error": lambda: PlainTextResponse("no", 500),
    "unknown": lambda: JSONResponse({"error": {"message": "sk-secret is no key"}}, 401),
    "elsewhere": lambda: RedirectResponse("http://127.0.0.1:9/"),
    "no-json": lambda: PlainTextResponse("<html>"),
    "no-choice": lambda: JSONResponse({"choices": []}),
    "no-text": lambda: JSONResponse({"choices": [{"message": {"content": None}}]}),
    "huge": lambda: PlainTextResponse("x" * 2_000_000),
    "drips": lambda: StreamingResponse(_drips()),
}


@contextmanager
def serving() -> Iterator[Endpoint]:
    """One, on a free port of this machine."""
    found = Endpoint()
    app = Starlette(routes=[Route("/v1/chat/completions", found.chat, methods=["POST"])])
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        found.url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield found
        server.should_exit = True
        thread.join()
