"""What the faults of a record share: pages coded once, readers that can be killed, and a look at what they left behind."""

import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import detente
from detente.api import codebook
from detente.intake import pages, read_into
from detente.model import DetenteError, Page, Reading, Refusal, UnreadablePage
from detente.pipeline import code
from detente.store import Store, schema
from detente.store.opening import place_of
from postgres import Server, running

PAGES = ("examples/press", "corpus/dev/pages")
Coded = tuple[Reading, ...] | UnreadablePage
EVERY = 10  # rounds: the rows are compared each time, and every so often the export made of them
_numbers = count()


@dataclass(slots=True)
class Count:
    """torn: pages kept in part; gone: told as kept, and not there; lost, twice: after the re-run; differ: exports."""

    rounds: int = 0
    faults: int = 0
    torn: int = 0
    gone: int = 0
    lost: int = 0
    twice: int = 0
    differ: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{name} {getattr(self, name)}" for name in self.__slots__)


@dataclass(frozen=True)
class Trial:
    """coded: what is read of each page, by its id: coding is not what is tried here, keeping is."""

    paths: Sequence[str]
    coded: Mapping[str, Coded]
    count: Count = field(default_factory=Count)

    def read(self, url: str, told: Path | None = None) -> None:
        """In this process. told: the pages said to be kept are written to it, one a line."""
        out = os.open(told, os.O_CREAT | os.O_WRONLY | os.O_APPEND) if told else None

        def kept(done: int, total: int, outcome: object) -> None:
            if out is not None and (page := getattr(outcome, "page", None)):
                os.write(out, f"{page}\n".encode())

        with Store(url) as store:
            read_into(store, self.paths, codebook(), kept, code=self._code)

    def forked(self, url: str, told: Path | None = None) -> int:
        """In a process of its own, everything loaded already; its id."""
        if pid := os.fork():
            return pid
        status = 1
        try:
            self.read(url, told)
            status = 0
        finally:
            os._exit(status)

    def _code(self, page: Page, book: object) -> tuple[Reading, ...]:
        found = self.coded[page.id]
        if isinstance(found, UnreadablePage):
            raise UnreadablePage(found.reason, found.detail)
        return found

    def check(self, url: str, told: Path) -> None:
        """What a fault left: every page whole or not there, and there if it was said to be."""
        said = set(told.read_text().split()) if told.exists() else set()
        read = {p for p, c in self.coded.items() if not isinstance(c, UnreadablePage)}
        try:
            with Store(url, create=False) as store:
                there = store.codebooks()
                self.count.torn += sum(_facts(store.of_page(p)) != _facts(self.coded[p]) for p in there)
        except DetenteError as error:
            if "yet" not in str(error):
                raise
            there = {}  # it died before there was a record
        self.count.gone += len((said & read) - set(there))

    def complete(self, url: str, calm: "Calm") -> None:
        """After a re-run: nothing is missing, nothing is twice, and it says what an undisturbed run says."""
        self.read(url)
        read = {p for p, c in self.coded.items() if not isinstance(c, UnreadablePage)}
        with Store(url, create=False) as store:
            ids = [r.document.id for r in store.readings()]
            self.count.lost += len(read - set(store.codebooks()))
        self.count.twice += len(ids) - len(set(ids))
        exported = self.count.rounds % EVERY or export(url) == calm.export
        self.count.differ += rows(url) != calm.rows or not exported
        self.count.rounds += 1

    def fresh(self) -> "Trial":
        """The same pages, counted from nought."""
        return Trial(self.paths, self.coded)


@dataclass(frozen=True, slots=True)
class Calm:
    """What an undisturbed run leaves: every row of every table, and its export."""

    rows: Mapping[str, Sequence[str]]
    export: bytes


def calm(url: str) -> Calm:
    return Calm(rows(url), export(url))


def rows(url: str) -> Mapping[str, Sequence[str]]:
    """All that was read; what events are called is given when it is gathered."""
    place = place_of(url)
    engine = place.engine(create=False)
    try:
        with engine.connect() as db:
            tables = [t for t in schema.metadata.sorted_tables if t is not schema.names]
            return {t.name: sorted(repr(tuple(row)) for row in db.execute(t.select())) for t in tables}
    finally:
        engine.dispose()


def export(url: str) -> bytes:
    return detente.open(url).export("jsonl").encode()


def prepared(paths: Sequence[str] = PAGES) -> Trial:
    """All at these paths, coded as `detente read` codes it."""
    coded: dict[str, Coded] = {}
    for page in pages(paths):
        if isinstance(page, Refusal):
            continue
        try:
            coded[page.id] = code(page, codebook())
        except UnreadablePage as error:
            coded[page.id] = error
    print(f"{len(coded)} pages", flush=True)
    return Trial(paths, coded)


def killed(pid: int, after: float) -> bool:
    """Whether it was still at work then."""
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def timed(trial: Trial, url: str) -> float:
    """Seconds that an undisturbed run takes."""
    began = time.monotonic()
    os.waitpid(trial.forked(url), 0)
    return time.monotonic() - began


@contextmanager
def places(kind: str) -> Iterator[tuple[Callable[[], str], Path, Server | None]]:
    """New places for records of that kind ("sqlite", "postgresql"), a folder, and the server, synchronising as it should."""
    with tempfile.TemporaryDirectory(prefix="detente-faults-") as room:
        if kind == "sqlite":
            yield lambda: str(Path(room, f"{next(_numbers)}.db")), Path(room), None
            return
        with running(()) as server:
            yield lambda: server.schema(f"t{next(_numbers)}"), Path(room), server


def dice(seed: int = 0) -> random.Random:
    return random.Random(seed)


def _facts(found: object) -> list[object]:
    return [(r.document.id, r.document.text, r.reports, r.statements, r.times, r.offices) for r in found]  # type: ignore[attr-defined]
