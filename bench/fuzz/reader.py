"""Reads in a process of its own, for readers in C may die or hang."""

import multiprocessing
import resource
import signal
import time
import traceback
from collections import Counter
from importlib.resources import files
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bench.fuzz.trial import Case, attempt

PATIENCE = 10.0  # seconds of processor for one file: on a busy machine the clock tells of others
ASLEEP = 300.0  # seconds by the clock after which it waits for something that does not come
MEMORY = 8 << 30  # bytes of addresses a reading process may have
Told = Counter[str] | str  # what came of a case, or the traceback


class Reader:
    """A process that reads, and another one after it when it dies or takes too long."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: BaseProcess | None = None
        self._wire: Connection

    def read(self, case: Case) -> tuple[Told, float]:
        """What came of it, and the seconds of processor it took."""
        if self._process is None:
            self._wire, other = self._context.Pipe()
            self._process = self._context.Process(target=_work, args=(other,), daemon=True)
            self._process.start()
            other.close()
            self._wire.recv()  # it has loaded what it needs
        try:
            self._wire.send(case)
            if self._wire.poll(ASLEEP):
                told, seconds = self._wire.recv()
                return told, seconds
            return self._gone(f"sleeps: more than {ASLEEP:.0f} s"), ASLEEP
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return self._gone("the process died"), 0.0

    def _gone(self, why: str) -> str:
        process = self._process
        self.close()
        if process and process.exitcode == -signal.SIGPROF:
            return f"hangs: more than {PATIENCE * 2:.0f} s"
        return f"{why}; exit code {process.exitcode if process else None}"

    def close(self) -> None:
        if self._process is not None:
            self._process.join(1)
            self._process.kill()
            self._process.join()
            self._wire.close()
            self._process = None


def _work(wire: Connection) -> None:
    from detente.codebook.pages import load_pages

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    words = load_pages(Path(str(files("detente.codebook"))))
    wire.send("ready")
    while True:
        case, began = wire.recv(), time.process_time()
        signal.setitimer(signal.ITIMER_PROF, PATIENCE * 2)  # ends the process, even inside a reader in C
        try:
            told: Told = attempt(case, words)
        except BaseException:  # a panic in Rust is no Exception
            told = traceback.format_exc()
        signal.setitimer(signal.ITIMER_PROF, 0)
        wire.send((told, time.process_time() - began))
