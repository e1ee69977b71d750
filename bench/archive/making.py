"""Makes an archive like a crawler's: our sample pages, each varied, among pictures, style sheets and failed answers."""

import gzip
import html
import random
import re
from collections.abc import Iterator
from pathlib import Path

PRESS = Path(__file__).parents[2] / "examples" / "press"
ZIP_LEVEL = 5  # crawlers write in a hurry

# Of a hundred answers of a press site. Sizes in bytes, log-normal: the middle one and the spread (sigma).
SHARES = {"page": 22, "image/jpeg": 40, "text/css": 8, "text/javascript": 14, "missing": 6, "moved": 4, "revisit": 6}
SCRIPT = (50_000, 0.8)  # what a page carries besides its text; press pages weigh 50 to 300 kB
PICTURE = (60_000, 0.9)
STYLE = (20_000, 0.8)


def write(path: Path, size: int, seed: int, pages: int | None = None, bare: bool = False) -> int:
    """Writes an archive of `size` bytes, or of so many `pages`; how many pages are in it.

    bare: pages without the scripts and the pictures between them, so that reading is all there is to do.
    """
    chance = random.Random(seed)
    texts = [web_page(file) for file in sorted(PRESS.iterdir())]
    count = 0
    with path.open("wb") as file:
        file.write(_member("warcinfo", "", b"software: detente bench\r\n", "application/warc-fields"))
        while file.tell() < size if pages is None else count < pages:
            kind = "page" if bare else chance.choices(list(SHARES), list(SHARES.values()))[0]
            count += kind == "page"
            for record in _answer(kind, count, chance, texts, bare):
                file.write(record)
    return count


def web_page(file: Path) -> str:
    """A sample page; one saved as text as the page it may have been."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return text
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n{body}</body></html>\n'


def varied(text: str, number: int, chance: random.Random) -> str:
    """Another page: two paragraphs change places, a number stands in the title and under the text."""
    paragraphs = re.findall(r"<p>.*?</p>\n?", text, re.DOTALL)
    if len(paragraphs) > 3:
        first, second = chance.sample(paragraphs[1:], 2)
        text = text.replace(first, "\0").replace(second, first).replace("\0", second)
    text = re.sub(r"(<title>|<h1[^>]*>)", rf"\g<1>{number} – ", text)
    return text.replace("</body>", f"<footer>No {number}/{chance.randrange(10**9)}</footer></body>")


def _answer(kind: str, number: int, chance: random.Random, texts: list[str], bare: bool) -> Iterator[bytes]:
    key = f"{chance.randrange(16**12):012x}"
    uri = f"https://www.outlet{chance.randrange(40)}.example/{kind.rpartition('/')[2]}/{key}"
    status, media, body = "200 OK", "text/html; charset=utf-8", b""
    match kind:
        case "page":
            page = varied(chance.choice(texts), number, chance)
            script = b"" if bare else b"<script>" + _script(_size(SCRIPT, chance), chance) + b"</script>"
            body = page.encode().replace(b"</head>", script + b"</head>")
        case "missing" | "moved":
            status = "404 Not Found" if kind == "missing" else "301 Moved Permanently"
        case "image/jpeg":
            media, body = kind, b"\xff\xd8\xff\xe0" + chance.randbytes(_size(PICTURE, chance))
        case "text/css" | "text/javascript":
            media, body = kind, _script(_size(STYLE, chance), chance)
    path = uri.removeprefix("https://").partition("/")[2]
    yield _member("request", uri, f"GET /{path} HTTP/1.1\r\n\r\n".encode(), "application/http; msgtype=request")
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nServer: nginx\r\n\r\n".encode() + body
    yield _member("revisit" if kind == "revisit" else "response", uri, block, "application/http; msgtype=response")


def _size(middle_and_spread: tuple[int, float], chance: random.Random) -> int:
    middle, spread = middle_and_spread
    return min(5_000_000, int(middle * chance.lognormvariate(0, spread)))


def _script(size: int, chance: random.Random) -> bytes:
    """Bytes that shrink to about a third, as scripts do."""
    words = [f"{chance.randrange(16**6):x}" for _ in range(300)]
    return " ".join(chance.choices(words, k=size // 6)).encode()


def _member(kind: str, uri: str, block: bytes, media: str) -> bytes:
    target = [f"WARC-Target-URI: {uri}"] if uri else []
    head = ["WARC/1.1", f"WARC-Type: {kind}", *target, "WARC-Date: 2031-03-04T05:06:07Z", f"Content-Type: {media}"]
    lines = "\r\n".join([*head, f"Content-Length: {len(block)}", "", ""])
    return gzip.compress(lines.encode() + block + b"\r\n\r\n", ZIP_LEVEL, mtime=0)
