"""Pages as received, the articles read out of them, and the spans that point into them."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as received, and where from; never changed.

    uri: a path or URL, as the user gave it, with forward slashes; of what lies in a container, the container's
    and its own name, or the address the container gives it.
    media: the media type that came with the bytes (IANA, with its parameters: `text/html; charset=utf-8`), "" if none.
    fetched: the day on which they were received (UTC), None if nobody says.
    """

    data: bytes
    uri: str
    media: str = ""
    fetched: date | None = None

    @property
    def id(self) -> str:
        """SHA-256 of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


class BlockKind(StrEnum):
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTATION = "quotation"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `Document.text`: start inside, end outside, in code points."""

    start: int
    end: int
    kind: BlockKind

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty block: {self.start} .. {self.end}")


@dataclass(frozen=True, slots=True)
class Document:
    """One article read out of a page; all offsets point into `text` (code points).

    id: the page's id, plus `#2`, `#3`… when one page holds several articles.
    text: standfirst, paragraphs and subheadings in order, a blank line between.
    language: ISO 639-1 code. published: civil day at the publisher's seat, or None.
    published_basis: what the day rests on ("meta", "visible", "header", "url"…), "" if none.
    published_doubt: why that day may be wrong, "" if nothing speaks against it: "after-fetch", "weekday",
        or "conflict 2025-03-04", the other day that the page gives.
    fetched: the day its page was received, or None.
    modified: civil day of the last change that the page declares or shows; never the day of publication.
    section: the part of the outlet it stands in, as the page names it ("Politique").
    """

    id: str
    page: str
    uri: str
    text: str
    language: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agency: str | None = None
    published: date | None = None
    published_basis: str = ""
    published_doubt: str = ""
    fetched: date | None = None
    modified: date | None = None
    section: str | None = None
    canonical_url: str | None = None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if any(b.end > len(self.text) for b in self.blocks):
            raise ValueError(f"a block of {self.uri} ends after its text")

    def evidence(self, start: int, end: int) -> "Evidence":
        """The span `start..end` of this document, with its exact quote."""
        return Evidence(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document's text; `document.text[start:end] == quote`, always."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if len(self.quote) != self.end - self.start or not self.quote:
            raise ValueError(f"evidence {self.start}..{self.end} does not fit its quote")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read or coded, and why.

    where: a uri, or a document id and offset. reason: a stable short code. detail: for a reader.
    """

    where: str
    reason: str
    detail: str = field(default="")
