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
    """The day of first publication, what it rests on and what speaks against it; see `Document`."""

    day: date | None = None
    basis: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """language: ISO 639-1."""

    parts: tuple[Part, ...]
    language: str
    title: str | None = None
    credits: Credits = Credits()
    published: Published = Published()
    modified: date | None = None
    section: str | None = None
    canonical_url: str | None = None


def to_document(article: Article, page: Page, number: int = 1, own: str = "") -> Document:
    """The page's article of that number, from 1, as a frozen noun: blocks joined by a blank line, with offsets.

    own: the page's id, a hash of all its bytes, where the caller has it already.
    """
    own = own or page.id
    return Document(
        id=own if number == 1 else f"{own}#{number}",
        page=own,
        uri=page.uri,
        text=SEPARATOR.join(part.text for part in article.parts),
        language=article.language,
        title=article.title,
        outlet=article.credits.outlet,
        byline=article.credits.byline,
        agency=article.credits.agency,
        published=article.published.day,
        published_basis=article.published.basis,
        published_doubt=article.published.doubt,
        fetched=page.fetched,
        modified=article.modified,
        section=article.section,
        canonical_url="".join(filter(str.isprintable, article.canonical_url or "")) or None,
        blocks=_blocks(article.parts),
    )


def _blocks(parts: Sequence[Part]) -> tuple[Block, ...]:
    out, start = [], 0
    for part in parts:
        out.append(Block(start, start + len(part.text), part.kind))
        start += len(part.text) + len(SEPARATOR)
    return tuple(out)
