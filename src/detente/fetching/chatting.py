"""A question to a language model behind an OpenAI-compatible endpoint that the user named: one request, nothing followed."""

import json
import time
from collections.abc import Sequence
from typing import Any

import httpx

from detente.fetching.addresses import address
from detente.fetching.web import USER_AGENT
from detente.model import UnreadablePage, UsageError

MOST = 256 << 10  # bytes of an answer; a choice of ours
PATH = "/chat/completions"


def endpoint(base: str) -> str:
    """Where to send: `https://…/v1` as its makers name it, or the whole address. UsageError where it is no web address."""
    try:
        url = address(base)
    except UnreadablePage as error:
        raise UsageError(f"--assist takes the address of an endpoint, as http://localhost:8000/v1: {error}") from error
    path = url.path.rstrip("/")
    return str(url.copy_with(path=path if path.endswith(PATH) else path + PATH))


def chat(url: str, model: str, messages: Sequence[dict[str, str]], key: str, seconds: float) -> str:
    """The text of the answer. key: sent as a bearer token, "" for none. seconds: for all of it.

    Raises UnreadablePage (timeout, connection, http-NNN, too-large, bad-answer), which never holds the key.
    """
    asked = {"model": model, "messages": list(messages), "temperature": 0, "response_format": {"type": "json_object"}}
    headers = {"User-Agent": USER_AGENT, "Authorization": f"Bearer {key}"} if key else {"User-Agent": USER_AGENT}
    end = time.monotonic() + seconds
    try:
        with (
            httpx.Client(trust_env=False, timeout=seconds) as client,
            client.stream("POST", url, json=asked, headers=headers, follow_redirects=False) as answer,
        ):
            if answer.status_code != 200:
                raise UnreadablePage(f"http-{answer.status_code}", f"the endpoint answers {answer.status_code}")
            return _content(_body(answer, end))
    except httpx.TimeoutException as error:
        raise UnreadablePage("timeout", f"the endpoint did not answer in {seconds:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise UnreadablePage("connection", f"the endpoint: {type(error).__name__}") from error


def _body(answer: httpx.Response, end: float) -> bytes:
    held = bytearray()
    for piece in answer.iter_bytes():
        held += piece
        if len(held) > MOST:
            raise UnreadablePage("too-large", f"an answer of more than {MOST} bytes")
        if time.monotonic() > end:  # one that drips keeps every single wait short
            raise UnreadablePage("timeout", "the endpoint did not end its answer in time")
    return bytes(held)


def _content(body: bytes) -> str:
    """The first choice's text."""
    try:
        found: Any = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise UnreadablePage("bad-answer", "no answer of a chat endpoint") from error
    if not isinstance(found, str):
        raise UnreadablePage("bad-answer", "an answer without text")
    return found
