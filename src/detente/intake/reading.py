"""Pages into the record: every page met is read, known or refused; nothing lost, nothing twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from detente.documents import Aside, Found, Source, unpack
from detente.intake.crew import ALONE, Code, Coded, Crew
from detente.intake.tally import Fate, Outcome, Tally
from detente.intake.told import reason_of
from detente.intake.walking import Paths, parted, source_of, uri_of, walk
from detente.model import Page, RecordError, Refusal, UnreadablePage

if TYPE_CHECKING:
    from detente.store import Store


class Edition(Protocol):
    """What a coder works with, and the record remembers it by: a codebook."""

    @property
    def version(self) -> str: ...


Book = TypeVar("Book", bound=Edition)
Fetch = Callable[[str], Iterator[Page | Refusal]]
Progress = Callable[[int, int, Outcome], None]


MANY = 100  # files for which workers start at once, and the reader itself loads no model


def _unheard(done: int, total: int, outcome: Outcome) -> None:
    """Nobody watches."""


def read_into(
    store: "Store",
    paths: Paths,
    book: Book,
    on_progress: Progress = _unheard,
    *,
    code: Code[Book],
    fetch: Fetch | None = None,
    columns: Mapping[str, str] | None = None,
    tally: Tally | None = None,
    workers: int = 1,
) -> Tally:
    """Reads all that is at `paths` (files, folders, addresses) into the record, one transaction a page.

    on_progress: called after each page with how many are done, of how many as far as known, and what became of it.
    code: what makes readings of a page, as `pipeline.code`; raises UnreadablePage where there is nothing to read.
    fetch: what gets the pages of an address, as `Fetcher.pages`; without it an address is refused.
    columns: field of an article -> column of a table that holds it, where the usual names do not do.
    tally: counted into, so that a caller who is interrupted still has it.
    workers: processes that code pages; above 1, code and book must be able to travel to them (pickle).
    Raises RecordError when the record fails; whatever a page does is an outcome.
    """
    addresses, rest = parted(paths)
    files = walk(rest)
    crew = Crew(code, book, workers, 0 if len(files.files) > MANY else ALONE)
    run = _Run(store, book, crew, on_progress, tally if tally is not None else Tally())
    run.tally.aside += files.aside
    run.left = len(files.files) + len(addresses)
    with closing(run.crew):
        for path in files.files:
            run.take(uri_of(path), partial(_opened, path, columns or {}))
        for address in addresses:
            run.take(shown(address), partial(_fetched, address, fetch, columns or {}))
        run.finish()
    return run.tally


def read_given(
    store: "Store",
    given: Sequence[Page | Source],
    addresses: Sequence[str],
    book: Book,
    on_progress: Progress = _unheard,
    *,
    code: Code[Book],
    fetch: Fetch | None = None,
) -> Tally:
    """The same of what is in hand, and of addresses, which are never taken for paths; in this process."""
    run = _Run(store, book, Crew(code, book), on_progress, Tally(), len(given) + len(addresses))
    for one in given:
        run.take(one.uri, partial(iter, (one,)) if isinstance(one, Page) else partial(unpack, one))
    for address in addresses:
        run.take(shown(address), partial(_fetched, address, fetch, {}))
    run.finish()
    return run.tally


def pages(paths: Paths, fetch: Fetch | None = None) -> Iterator[Page | Refusal]:
    """Every page at `paths` (files, folders, addresses), none of it read yet; what cannot be opened is refused.

    fetch: as for `read_into`. A surprise of ours is raised.
    """
    addresses, rest = parted(paths)
    opened = [(uri_of(path), partial(_opened, path, {})) for path in walk(rest).files]
    opened += [(shown(address), partial(_fetched, address, fetch, {})) for address in addresses]
    for uri, open_one in opened:
        try:
            yield from (found for found in open_one() if not isinstance(found, Aside))
        except (UnreadablePage, OSError) as error:
            yield Refusal(uri, *reason_of(error))


def shown(address: str) -> str:
    """The address without the name and password it may hold: those are not for the record."""
    parts = urlsplit(address)
    return address.replace(f"{parts.netloc.rpartition('@')[0]}@", "", 1) if "@" in parts.netloc else address


def _opened(path: Path, columns: Mapping[str, str]) -> Iterator[Found]:
    yield from unpack(source_of(path, columns))


def _fetched(address: str, fetch: Fetch | None, columns: Mapping[str, str]) -> Iterator[Found]:
    """What lies at an address; an archive or a table found there is opened as one on the disk would be."""
    if fetch is None:
        raise UnreadablePage("address", "addresses are not fetched here")
    for found in fetch(address):
        if isinstance(found, Page):
            yield from unpack(
                Source(found.uri, partial(BytesIO, found.data), len(found.data), 0, found.media, found.fetched, columns)
            )
        else:
            yield replace(found, where=shown(found.where))


@dataclass(slots=True)
class _Run(Generic[Book]):
    """One run: where it stands. left: files and addresses not yet done; inside: pages met, and not done."""

    store: "Store"
    book: Book
    crew: Crew[Book]
    on_progress: Progress
    tally: Tally
    left: int = 0
    inside: int = 0

    def take(self, uri: str, opened: Callable[[], Iterator[Found]]) -> None:
        """All that one file or address holds; `uri` is refused when it cannot be opened, or breaks off."""
        self.left -= 1
        inside = broken = False
        try:
            for found in opened():
                inside |= _name_of(found) != uri
                broken |= isinstance(found, Refusal) and found.where == uri
                self._meet(found)
        except _OURS:
            raise
        except BaseException as error:  # one file's surprise must not cost the others
            self._refuse(None, uri, error)
            return
        if inside and not broken:
            self.store.settle(uri)  # an archive that broke off before, and is whole now

    def finish(self) -> None:
        """Keeps what is still being read."""
        for page, coded in self.crew.rest():
            self._keep(page, coded)

    def _meet(self, found: Found) -> None:
        match found:
            case Aside():
                self.tally.aside += 1
            case Refusal(where, reason, detail):
                self._refuse(None, where, UnreadablePage(reason, detail))
            case Page():
                self._read(found)

    def _read(self, page: Page) -> None:
        if self.store.knows(page.id):
            self.store.saw(page.id, page.uri)
            self._done(Outcome(page.uri, Fate.KNOWN, page=page.id))
            return
        self.inside += 1
        for done, coded in self.crew.give(page):
            self._keep(done, coded)

    def _keep(self, page: Page, coded: Coded) -> None:
        self.inside -= 1
        try:
            if isinstance(coded, UnreadablePage):
                raise coded
            new = self.store.add(page, coded, self.book.version)
        except _OURS:
            raise
        except BaseException as error:
            self._refuse(page.id, page.uri, error)
        else:  # another reader may have been quicker
            self._done(Outcome(page.uri, Fate.READ if new else Fate.KNOWN, page=page.id))

    def _refuse(self, page_id: str | None, uri: str, error: BaseException) -> None:
        reason, detail = reason_of(error)
        self.store.refuse(page_id, uri, reason, detail)
        self._done(Outcome(uri, Fate.REFUSED, Refusal(uri, reason, detail), page_id))

    def _done(self, outcome: Outcome) -> None:
        self.tally.note(outcome)
        self.on_progress(self.tally.seen, self.tally.seen + self.inside + self.left, outcome)


def _name_of(found: Found) -> str:
    return found.where if isinstance(found, Refusal) else found.uri


_OURS = (RecordError, KeyboardInterrupt, SystemExit)
