"""From paths to files: which of them may be pages, or hold some."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from detente.documents import SUFFIXES, Source
from detente.model import UnreadablePage, UsageError

_SCHEMES = ("http://", "https://")

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Files:
    """What a walk found: pages to read, by uri; `aside`: how many files have another format."""

    files: tuple[Path, ...]
    aside: int = 0


def paths_of(paths: Paths) -> tuple[Path, ...]:
    """One path or several, as several. Raises UsageError on an empty one, which would mean *here*."""
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if "" in several:
        raise UsageError("an empty path names nothing; for this folder write .")
    return tuple(Path(p) for p in several)


def parted(paths: Paths) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Addresses (http, https), each once and sorted; and paths."""
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    addresses = {p for p in several if isinstance(p, str) and p.lower().startswith(_SCHEMES)}
    return tuple(sorted(addresses)), paths_of([p for p in several if p not in addresses])


def all_missing(paths: Paths) -> bool:
    """Whether nothing at all is where the paths point: a slip of the hand, not a page to refuse."""
    addresses, rest = parted(paths)
    return not addresses and all(_missing(path) for path in rest)


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


def walk(paths: Paths) -> Files:
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
    return Files(tuple(sorted(search.pages, key=lambda p: (uri_of(p), p))), search.aside)


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


def source_of(path: Path, columns: Mapping[str, str]) -> Source:
    """What lies at `path`. Raises UnreadablePage when there is no file, or it is closed to us."""
    try:
        about = os.stat(path)
        if stat.S_ISDIR(about.st_mode):
            os.listdir(path)  # a folder closed to us says so itself
            raise UnreadablePage("folder", "a folder, and no page in it")
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device: reading might never end
            raise UnreadablePage("not-a-file", "not a regular file")
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    return Source(uri_of(path), lambda: path.open("rb"), about.st_size, columns=columns)


def unreadable(error: OSError | ValueError) -> UnreadablePage:
    """What the machine says of a file, as a refusal."""
    if isinstance(error, PermissionError):
        return UnreadablePage("permission", "this account may not read it")
    if isinstance(error, FileNotFoundError):
        return UnreadablePage("not-found", "there is no such file")
    return UnreadablePage("unreadable", getattr(error, "strerror", None) or str(error))
