"""From paths to pages, and from pages into the record: every page named is read, known or refused."""

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from detente.model import Page, Reading, RecordError, Refusal, UnreadablePage, UsageError

if TYPE_CHECKING:
    from detente.store import Store

SUFFIXES = frozenset({".txt", ".html", ".htm"})  # the formats the documents room reads
LIMIT = 20_000_000  # bytes, weighed before reading; a choice of ours: far above any press page, below what hurts
INTERNAL = "internal-error"  # a fault of ours, met on one page

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class Edition(Protocol):
    """What a coder works with, and the record remembers it by: a codebook."""

    @property
    def version(self) -> str: ...


Book = TypeVar("Book", bound=Edition)
Coder = Callable[[Page, Book], Sequence[Reading]]


class Fate(StrEnum):
    """What became of one page."""

    READ = "read"
    KNOWN = "already known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page, done: `refusal` says why where it was refused."""

    uri: str
    fate: Fate
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the pages of one run; `seen == read + known + refused`, always."""

    outcomes: tuple[Outcome, ...]
    aside: int = 0  # files of other formats, left alone

    @property
    def seen(self) -> int:
        return len(self.outcomes)

    @property
    def read(self) -> int:
        return self._count(Fate.READ)

    @property
    def known(self) -> int:
        return self._count(Fate.KNOWN)

    @property
    def refused(self) -> int:
        return self._count(Fate.REFUSED)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return tuple(o.refusal for o in self.outcomes if o.refusal is not None)

    @property
    def faults(self) -> int:
        """How many pages were refused through a fault of ours."""
        return sum(r.reason == INTERNAL for r in self.refusals)

    def _count(self, fate: Fate) -> int:
        return sum(o.fate is fate for o in self.outcomes)


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk found: pages to read, by uri; `aside`: how many files have another format."""

    files: tuple[Path, ...]
    aside: int = 0


def paths_of(paths: Paths) -> tuple[Path, ...]:
    """One path or several, as several. Raises UsageError on an empty one, which would mean *here*."""
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if "" in several:
        raise UsageError("an empty path names nothing; for this folder write .")
    return tuple(Path(p) for p in several)


def all_missing(paths: Paths) -> bool:
    """Whether nothing at all is where the paths point: a slip of the hand, not a page to refuse."""
    return all(_missing(path) for path in paths_of(paths))


def _missing(path: Path) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def uri_of(path: Path) -> str:
    """The path as given, with forward slashes and no leading `./`; bytes that are no UTF-8 as `\\xNN`."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def walk(paths: Paths) -> Found:
    """The pages under `paths`, in an order that does not depend on theirs.

    In a folder: the files of our formats, hidden ones left out. A folder reached twice, through links, is entered
    once. What is named outright is always a page to be read or refused, and so is a folder that cannot be entered.
    """
    search = _Search()
    for path in sorted(set(paths_of(paths))):
        if os.path.isdir(path):  # not Path.is_dir, which raises where a parent may not be entered
            search.folders.append(path)
        else:
            search.pages.add(path)
        search.exhaust()
    search.follow_links()
    return Found(tuple(sorted(search.pages, key=lambda p: (uri_of(p), p))), search.aside)


@dataclass(slots=True)
class _Search:
    """Where a walk stands. Links wait until the end, so that a page goes by its own folder's name."""

    pages: set[Path] = field(default_factory=set)
    aside: int = 0
    folders: list[Path] = field(default_factory=list)
    links: list[Path] = field(default_factory=list)
    entered: set[tuple[int, int]] = field(default_factory=set)

    def exhaust(self) -> None:
        while self.folders:
            self._enter(self.folders.pop())

    def follow_links(self) -> None:
        while self.links:
            waiting, self.links = sorted(self.links), []
            for link in waiting:
                self.folders.append(link)
                self.exhaust()

    def _enter(self, folder: Path) -> None:
        try:
            names = os.listdir(folder)
            here = os.stat(folder)
        except OSError:
            self.pages.add(folder)  # to be refused with its reason
            return
        if (here.st_dev, here.st_ino) in self.entered:
            return
        self.entered.add((here.st_dev, here.st_ino))
        if not names and _named_like_a_page(folder):
            self.pages.add(folder)
        for name in names:
            if not name.startswith("."):
                self._meet(folder / name)

    def _meet(self, path: Path) -> None:
        if os.path.isdir(path):
            (self.links if path.is_symlink() else self.folders).append(path)
        elif _named_like_a_page(path):
            self.pages.add(path)
        else:
            self.aside += 1


def _named_like_a_page(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def load(path: Path) -> Page:
    """The page at `path`. Raises UnreadablePage when there is none, it is too large, empty or closed to us."""
    try:
        return Page(_bytes(path), uri_of(path))
    except PermissionError as error:
        raise UnreadablePage("permission", "this account may not read it") from error
    except FileNotFoundError as error:
        raise UnreadablePage("not-found", "there is no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadablePage("unreadable", one_line(getattr(error, "strerror", None) or str(error))) from error


def _bytes(path: Path) -> bytes:
    about = os.stat(path)
    if stat.S_ISDIR(about.st_mode):
        os.listdir(path)  # a folder closed to us says so itself
        raise UnreadablePage("folder", "a folder, and no page in it")
    if not stat.S_ISREG(about.st_mode):  # a pipe or a device: reading might never end
        raise UnreadablePage("not-a-file", "not a regular file")
    if not _named_like_a_page(path):
        raise UnreadablePage("format", f"{path.suffix or 'no ending'}: only {', '.join(sorted(SUFFIXES))} are read")
    with path.open("rb") as file:
        data = file.read(LIMIT + 1) if about.st_size <= LIMIT else b""
    return _weighed(data, max(about.st_size, len(data)))


def _weighed(data: bytes, size: int) -> bytes:
    if size > LIMIT:
        raise UnreadablePage("too-large", f"{size} bytes; at most {LIMIT} are read")
    if not data.strip():
        raise UnreadablePage("empty", "nothing in it")
    return data


def read_into(
    store: "Store",
    paths: Paths,
    book: Book,
    on_progress: Callable[[int, int, Outcome], None] = lambda done, total, outcome: None,
    *,
    code: Coder[Book],
) -> Tally:
    """Reads every page under `paths` into the record, one transaction a page.

    on_progress: called after each page with how many are done, of how many, and what became of it.
    code: what makes readings of a page, as `pipeline.code`; raises UnreadablePage where there is nothing to read.
    Raises RecordError when the record fails; whatever a page does is an outcome.
    """
    found = walk(paths)
    outcomes: list[Outcome] = []
    for done, path in enumerate(found.files, start=1):
        outcomes.append(_take(store, path, book, code))
        on_progress(done, len(found.files), outcomes[-1])
    return Tally(tuple(outcomes), found.aside)


def _take(store: "Store", path: Path, book: Book, code: Coder[Book]) -> Outcome:
    uri = uri_of(path)
    page: Page | None = None
    try:
        page = load(path)
        return Outcome(uri, _read(store, page, book, code))
    except (RecordError, KeyboardInterrupt, SystemExit):
        raise
    except UnreadablePage as error:
        reason, detail = (one_line(str(word)) for word in (*(error.args or ("unreadable",)), "")[:2])
    except BaseException as error:  # one page's surprise must not cost the others; a panic in Rust is no Exception
        reason, detail = INTERNAL, one_line(f"{type(error).__name__}: {error}")
    store.refuse(page.id if page else None, uri, reason, detail)
    return Outcome(uri, Fate.REFUSED, Refusal(uri, reason, detail))


def _read(store: "Store", page: Page, book: Book, code: Coder[Book]) -> Fate:
    if store.knows(page.id):
        store.saw(page.id, page.uri)
        return Fate.KNOWN
    new = store.add(page, code(page, book), book.version)
    return Fate.READ if new else Fate.KNOWN  # another reader may have been quicker


def one_line(text: str, limit: int = 200) -> str:
    """The first line of `text`, `limit` characters at most, that any record can hold."""
    line = next(iter(text.strip().splitlines()), "")[:limit]
    return line.encode("utf-8", "backslashreplace").decode()
