"""Something that may hold pages, and what is found in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import BinaryIO

from detente.model import Page, Refusal, UnreadablePage

MAX_PAGE = 20_000_000  # bytes of one page; a choice of ours: far above any press page, below what hurts
DEEPEST = 3  # containers within one another: a message in a zip archive in a gzip; bombs nest deeper
RATIO = 100  # bytes out of an archive for each byte of it; press pages shrink 5 to 20 times, bombs a thousand
SLACK = 10 * MAX_PAGE  # bytes any archive may unfold to, however small: one picture that shrinks well is no bomb


@dataclass(frozen=True, slots=True)
class Aside:
    """Something in a container that is no page, as the pictures of an archive; counted, not refused."""

    uri: str


Found = Page | Refusal | Aside


class Allowance:
    """How many bytes an archive, with all that is nested in it, may still unfold to.

    One for each reading of an archive, handed down to what lies in it: a bomb of bombs spends one purse.
    """

    def __init__(self, size: int) -> None:
        self._left = max(SLACK, RATIO * size)

    def spend(self, size: int) -> None:
        """Raises UnreadablePage (bomb) once more than the allowance has come out."""
        self._left -= size
        if self._left < 0:
            raise UnreadablePage("bomb", f"it unfolds to more than {RATIO} times its size; the rest is left alone")


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or what lies in one.

    uri: as the pages in it will begin theirs. open: a new seekable stream of its bytes; the caller closes it.
    size: bytes. depth: how many containers it lies in. media, fetched: as of a Page.
    columns: field of an item ("text", "title", "url"…) -> name of the column that holds it, where a user declares it.
    allowance: of the archive it lies in, None if it lies in none.
    """

    uri: str
    open: Callable[[], BinaryIO]
    size: int
    depth: int = 0
    media: str = ""
    fetched: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    allowance: Allowance | None = None

    def within(self, name: str, data: bytes, media: str = "") -> "Source":
        """Some bytes of it as a source of its own, under its name."""
        uri = f"{self.uri}/{name}"
        return replace(self, uri=uri, open=lambda: BytesIO(data), size=len(data), depth=self.depth + 1, media=media)

    def page(self) -> Page:
        """All of it as one page. Raises UnreadablePage (too-large, empty)."""
        if self.size > MAX_PAGE:
            raise UnreadablePage("too-large", f"{self.size} bytes; at most {MAX_PAGE} are read")
        with self.open() as file:
            data = file.read(MAX_PAGE + 1)
        if len(data) > MAX_PAGE:
            raise UnreadablePage("too-large", f"more than {MAX_PAGE} bytes")
        if not data.strip():
            raise UnreadablePage("empty", "nothing in it")
        return Page(data, self.uri, self.media, self.fetched)


Opener = Callable[[Source], Iterator[Found]]
