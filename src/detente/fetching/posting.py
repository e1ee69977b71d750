"""Messages to an address that the user gave: whoever names a hook means it, inside our own network too."""

import httpx

from detente.fetching.web import USER_AGENT
from detente.model import UnreadablePage

SECONDS = 20.0


def post(url: str, body: bytes, media: str = "application/json") -> None:
    """Sends `body`. Raises UnreadablePage where nobody answers, or the answer is no 2xx; nothing is followed."""
    headers = {"User-Agent": USER_AGENT, "Content-Type": media}
    try:
        with httpx.Client(trust_env=False, timeout=SECONDS) as client:
            answer = client.post(url, content=body, headers=headers, follow_redirects=False)
    except httpx.TimeoutException as error:
        raise UnreadablePage("timeout", f"{url} did not answer in {SECONDS:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise UnreadablePage("connection", f"{url}: {error or type(error).__name__}") from error
    if not 200 <= answer.status_code < 300:
        raise UnreadablePage(f"http-{answer.status_code}", f"{url} answers {answer.status_code}")
