"""The pages that are coded: ours and the seeds on the topic, the public sets as general news; read before any clock starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.pages.sets import bodies

from detente import documents
from detente.codebook import Codebook
from detente.model import Document, Page, UnreadablePage

OWN = Path(__file__).parents[2]
TOPICAL, NEWS = "topical", "general news"


@dataclass(frozen=True, slots=True)
class Read:
    group: str
    page: Page
    document: Document

    @property
    def words(self) -> int:
        return len(self.document.text.split())


def read(shared: Path, book: Codebook) -> list[Read]:
    """Every article of every page; a page without any is left out."""
    return [Read(group, page, d) for group, page in _pages(shared) for d in _articles(page, book)]


def _articles(page: Page, book: Codebook) -> tuple[Document, ...]:
    try:
        return documents.read(page, book.pages)
    except UnreadablePage:
        return ()


def _pages(shared: Path) -> Iterator[tuple[str, Page]]:
    folders = [OWN / "examples" / "press", OWN / "corpus" / "dev" / "pages", OWN / "corpus" / "dev2" / "pages"]
    for path in [*sorted((shared / "seeds").glob("*.txt")), *(p for f in folders for p in sorted(f.iterdir()))]:
        yield TOPICAL, Page(uri=path.name, data=path.read_bytes())
    for sample in bodies(shared / "benchmarks" / "pages"):
        yield NEWS, Page(uri=sample.name, data=sample.data)
