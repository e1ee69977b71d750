"""Pages added in the browser: read by the same reader, refused for the same reasons, fetched by the same rules."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from detente.api import codebook
from detente.desk.records import PATIENCE, Records
from detente.documents import Source, kind_of, links
from detente.documents.item import Item, item_bytes
from detente.fetching import Fetcher, Limits
from detente.intake import Outcome, read_given
from detente.model import Page, UsageError
from detente.pipeline import code
from detente.store import Store

LIMITS = Limits(seconds=20.0, items=20)  # somebody waits for the answer
LONGEST_NAME = 200


class Busy(UsageError):
    """Somebody else is adding pages: to be tried again in a moment."""


def fetcher() -> Fetcher:
    """Private networks are refused, and so is this machine."""
    return Fetcher(limits=LIMITS, kind=kind_of, links=links)


@dataclass(frozen=True, slots=True)
class Given:
    """files: (name, bytes). text: pasted, with what is said of it. url: an address, "" for none."""

    files: Sequence[tuple[str, bytes]] = ()
    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""

    @property
    def empty(self) -> bool:
        return not (self.files or self.text.strip() or self.url.strip())

    def pages(self) -> list[Page | Source]:
        found: list[Page | Source] = [
            Source(f"upload:{plain(name)}", partial(BytesIO, data), len(data)) for name, data in self.files
        ]
        if self.text.strip():
            said = Item("column", "", self.title, self.outlet, published=self.published, text=self.text)
            found.append(Page(item_bytes(said), "pasted:"))
        return found


class Adding:
    """Adds to one record, for one visitor at a time. fetch: makes what gets the pages of addresses."""

    def __init__(self, records: Records, fetch: Callable[[], Fetcher] = fetcher) -> None:
        self._records, self._fetch, self._lock = records, fetch, threading.Lock()

    def add(self, given: Given) -> list[Outcome]:
        """What became of each page. Raises Busy, RecordError."""
        if not self._lock.acquire(blocking=False):
            raise Busy("desk.add_busy")
        try:
            return self._added(given)
        finally:
            self._lock.release()

    def _added(self, given: Given) -> list[Outcome]:
        outcomes: list[Outcome] = []
        url = given.url.strip()
        with Store(self._records.url) as store, self._fetch() as web:
            read_given(
                store,
                given.pages(),
                [url] if url else [],
                codebook(),
                lambda done, total, outcome: outcomes.append(outcome),
                code=code,
                fetch=web.pages,
            )
        self._records.renewed(PATIENCE)
        return outcomes


def plain(name: str) -> str:
    """The last part of a file's name, without what does not print: it names a page, and no place on this machine."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:LONGEST_NAME] or "unnamed"
