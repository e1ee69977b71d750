"""What a reader of pages found, before it becomes a `Document`; and the text all offsets point into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.model import Block, BlockKind, Document, Page

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """One block to be: its text on one line, never empty."""

    text: str
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Credits:
    """Who signs and who prints: byline (person or desk), outlet, agency; None where the page is silent."""

    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None

    def over(self, other: "Credits") -> "Credits":
        """Ours first, the other's where we know nothing."""
        return Credits(self.byline or other.byline, self.outlet or other.outlet, self.agency or other.agency)


@dataclass(frozen=True, slots=True)
class Published:
    """The day of first publication, and what it rests on; see `Document.published_basis`."""

    day: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """language: ISO 639-1."""

    parts: tuple[Part, ...]
    language: str
    title: str | None = None
    credits: Credits = Credits()
    published: Published = Published()
    canonical_url: str | None = None


def to_document(article: Article, page: Page) -> Document:
    """The article as a frozen noun: blocks joined by a blank line, with their offsets."""
    return Document(
        id=page.id,
        page=page.id,
        uri=page.uri,
        text=SEPARATOR.join(part.text for part in article.parts),
        language=article.language,
        title=article.title,
        outlet=article.credits.outlet,
        byline=article.credits.byline,
        agency=article.credits.agency,
        published=article.published.day,
        published_basis=article.published.basis,
        canonical_url=article.canonical_url,
        blocks=_blocks(article.parts),
    )


def _blocks(parts: Sequence[Part]) -> tuple[Block, ...]:
    out, start = [], 0
    for part in parts:
        out.append(Block(start, start + len(part.text), part.kind))
        start += len(part.text) + len(SEPARATOR)
    return tuple(out)
