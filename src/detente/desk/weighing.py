"""How much may be sent: counted as it comes, so that what is too large is never held, whatever it says of its own size."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.documents import MAX_PAGE

FORM = 100_000  # bytes of a form
UPLOAD = MAX_PAGE + FORM  # bytes of all files sent at once, with what is around them
UPLOADS = "/add"


class Weighed:
    """Raises HTTPException(413) where more comes than the address takes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        most, come = (UPLOAD if scope["path"] == UPLOADS else FORM), 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > most:
                raise HTTPException(413, f"{most // 1000} kB")
            return message

        await self.app(scope, counted, send)
