"""Pages coded by processes of their own, which may die: no page is lost, none is told twice, results keep their order.

A pipe a worker, and no lock between them: the pools of the standard library, loky and pebble share one, and a worker killed
while it holds that lock stops all of them, or stops them for minutes (docs/reliability.md).
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from detente.intake.told import reason_of
from detente.model import Page, Reading, UnreadablePage

Book = TypeVar("Book")
Coded = Sequence[Reading] | UnreadablePage
Code = Callable[[Page, Book], Sequence[Reading]]

LOADED = 16  # pages after which a process has most likely met both languages
ALONE = 24  # new pages coded before workers start: those take as long to load the codebook and a model
DEATHS = 3  # workers a page may take with it before it is refused
AHEAD = 4  # pages a worker that may wait behind one that takes long, so that results keep their order
BYTES = 64 << 20  # of those pages together, one page apart


@dataclass(slots=True)
class _Task:
    page: Page
    deaths: int = 0
    coded: Coded | None = None


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    task: _Task | None = None


@dataclass(slots=True)
class Crew(Generic[Book]):
    """Codes the pages it is given, in their order: the first here, the others in up to `size` processes.

    code and book must be able to travel (pickle) when `size` is above 1. alone: how many pages are coded here first.
    """

    code: Code[Book]
    book: Book
    size: int = 1
    alone: int = ALONE
    _given: int = 0
    _queue: deque[_Task] = field(default_factory=deque)
    _workers: list[_Worker] = field(default_factory=list)

    def give(self, page: Page) -> Iterator[tuple[Page, Coded]]:
        """Takes one page more; yields those that are done, oldest first, once enough of them wait."""
        self._given += 1
        if self.size < 2 or self._given <= self.alone:
            yield page, coded(self.code, page, self.book)
            return
        self._queue.append(_Task(page))
        self._hand_out()
        while self._full():
            yield self._oldest()

    def rest(self) -> Iterator[tuple[Page, Coded]]:
        """All that were given and not yielded yet."""
        while self._queue:
            yield self._oldest()

    def close(self) -> None:
        """Ends the workers; what they had in hand is not told."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()
            worker.process.join()
        self._workers.clear()

    def _full(self) -> bool:
        waiting = sum(len(task.page.data) for task in self._queue)
        return len(self._queue) > AHEAD * self.size or (waiting > BYTES and len(self._queue) > 1)

    def _oldest(self) -> tuple[Page, Coded]:
        task = self._queue[0]
        while task.coded is None:
            self._listen() if self._busy() else self._by_hand(task)
        self._queue.popleft()
        return task.page, task.coded

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.task]

    def _by_hand(self, task: _Task) -> None:
        """No worker could be had: the page is read here, and the next one asks again."""
        task.coded = coded(self.code, task.page, self.book)

    def _hand_out(self) -> None:
        """Gives waiting pages to idle workers, of whom one more is hired while pages wait and there is room."""
        taken = {id(worker.task) for worker in self._workers}
        for task in [t for t in self._queue if t.coded is None and id(t) not in taken]:
            worker = next((w for w in self._workers if w.task is None), None) or self._hired()
            if worker is None:
                return
            worker.task = task
            with suppress(OSError):  # it died while idle: its pipe says so when listened to
                worker.pipe.send(task.page)

    def _hired(self) -> _Worker | None:
        """One worker more; None where all are there, or none can be had."""
        if len(self._workers) >= self.size:
            return None
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_work, args=(theirs, self.code, self.book), daemon=True)
        try:
            process.start()
        except OSError:  # ended while it was being started, or there is no room for one more
            ours.close()
            return None
        finally:
            theirs.close()  # so that the end of the worker is the end of the pipe
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _listen(self) -> None:
        """Waits for one worker at least to answer, or to die."""
        ready = wait([worker.pipe for worker in self._busy()])
        for worker in [w for w in self._workers if w.pipe in ready]:
            try:
                _done(worker, worker.pipe.recv())
            except (EOFError, OSError):
                self._bury(worker)
        self._hand_out()

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        task = worker.task
        if task is not None:
            task.deaths += 1
            if task.deaths == DEATHS:
                task.coded = UnreadablePage("killed", f"each of {DEATHS} processes that read it was ended from outside")


def coded(code: Code[Book], page: Page, book: Book) -> Coded:
    """What the page says, or why it could not be read: whatever it does costs no other page."""
    try:
        return code(page, book)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        return UnreadablePage(*reason_of(error))


def steady() -> None:
    """What is loaded by now stays: the collector need not walk through codebook and models again and again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def settling(done: int) -> None:
    """`steady`, once the first page has loaded what it needs, and again when both languages are likely to have come."""
    if done in (1, LOADED):
        steady()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _done(worker: _Worker, answer: Coded) -> None:
    if worker.task is not None:
        worker.task.coded = answer
    worker.task = None


def _work(pipe: "Connection[Any, Any]", code: Code[Book], book: Book) -> None:
    """A worker's life: pages in, readings out, until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who gave the pages
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        for done in count(1):
            pipe.send(coded(code, pipe.recv(), book))
            settling(done)


def _leave_with_parent() -> None:
    """Nobody waits for the page in hand once the reader is gone, however long it takes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


_CONTEXT: Any = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
