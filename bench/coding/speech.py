"""What statements take of the reading of a page, from its bytes to its record. `python -m bench.coding.speech SHARED`"""

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from bench.coding.pages import TOPICAL, Read, read

from detente import documents, mentions, reports
from detente.api import codebook
from detente.codebook import Codebook
from detente.intake import steady
from detente.mentions.syntax import MODELS
from detente.mentions.times import TimeFinder

ROUNDS = 3


class Clock:
    """Seconds of processor that some functions take, counted as they are called."""

    def __init__(self) -> None:
        self.spent = 0.0

    def of(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            start = process_time()
            done = work(*arguments)
            self.spent += process_time() - start
            return done

        return timed


class Reading:
    """A page read as `pipeline.code` does, with the clock on all that only statements and accusations in speech need."""

    def __init__(self, book: Codebook) -> None:
        self.book, self.clock = book, Clock()
        self.readers = {code: mentions.Reader(book, code) for code in MODELS}
        self.coders = {code: reports.Coder(book, book.languages[code]) for code in MODELS}
        self.times = {code: TimeFinder(book.times[code]) for code in MODELS}
        self.statements = self.clock.of(reports.statements)
        for reader in self.readers.values():
            vars(reader.speech)["find"] = self.clock.of(reader.speech.find)
            vars(reader.utterances)["find"] = self.clock.of(reader.utterances.find)

    def read(self, page: Read) -> int:
        """The number of statements of all its articles."""
        return sum(self._article(d) for d in documents.read(page.page, self.book.pages) if d.language in MODELS)

    def _article(self, document: Any) -> int:
        coder = self.coders[document.language]
        times = self.times[document.language].find(document.text, document.published)
        found = self.readers[document.language].read(document, reports.Foresight(coder, times))
        told, _ = coder.code(document, found, times)
        if not told or reports.off_topic(found, told, document.published):
            return 0
        reports.offices(document, found)
        return len(self.statements(document, found, times, self.book))


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.coding.speech")
    told.add_argument("shared", type=Path)
    book = codebook()
    pages = list({p.page.uri: p for p in read(told.parse_args().shared, book) if p.group == TOPICAL}.values())
    reading = Reading(book)
    number = sum(map(reading.read, pages))  # what is compiled once is start-up
    steady()
    print("| pages | statements | ms a page | of them for speech | share |\n|---|---|---|---|---|")
    for _ in range(ROUNDS):
        reading.clock.spent, start = 0.0, process_time()
        for page in pages:
            reading.read(page)
        whole, speech = (1000 * s / len(pages) for s in (process_time() - start, reading.clock.spent))
        print(f"| {len(pages)} | {number} | {whole:.1f} | {speech:.1f} | {speech / whole:.1%} |")


if __name__ == "__main__":
    main()
