"""Seconds of processor, page by page: ours, spaCy's, ours again without gate, in turns, so that all are slowed alike."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Any

import spacy
from bench.coding.pages import Read
from bench.coding.ungated import Ungated

from detente import mentions, reports
from detente.codebook import Codebook
from detente.intake import steady
from detente.mentions.syntax import MODELS, parser
from detente.mentions.times import TimeFinder
from detente.model import Mentions, Report, TimeMention


@dataclass(frozen=True, slots=True)
class Timed:
    """One page. coding: acts, sides, reports. dates: its date expressions. spacy: all components. Seconds of processor.

    acts: how many acts between two actors stand in it, read without a gate, be the page about them or not.
    """

    read: Read
    coding: float
    dates: float
    spacy: float
    told: tuple[Report, ...]
    ungated: tuple[Report, ...]
    acts: int


class Coding:
    """Both readers, and the pipelines they are timed beside, for the languages of some pages."""

    def __init__(self, book: Codebook, languages: Sequence[str]) -> None:
        self.book = book
        self.readers = {code: mentions.Reader(book, code) for code in languages}
        self.ungated = {code: Ungated(book, code) for code in languages}
        self.coders = {code: reports.Coder(book, book.languages[code]) for code in languages}
        self.times = {code: TimeFinder(book.times[code]) for code in languages}
        for code in languages:
            parser(code)  # ours first, because it changes how French is imported
        self.pipes: dict[str, Any] = {code: spacy.load(MODELS[code]) for code in languages}

    def timed(self, pages: Sequence[Read]) -> Iterator[Timed]:
        for page in pages[:1] + pages[-1:]:  # what is loaded or compiled once is start-up, timed apart
            self._one(page, 0)
        steady()  # as `detente read` does; spaCy, in the same process, gains as well
        for number, page in enumerate(pages):
            yield self._one(page, number)

    def _one(self, read: Read, number: int) -> Timed:
        document, code = read.document, read.document.language
        if number % 2:
            spacy_ = _seconds(lambda: self.pipes[code](document.text))[1]
        dates, by_dates = _seconds(lambda: self.times[code].find(document.text, document.published))
        foresight = reports.Foresight(self.coders[code], dates)
        told, by_coding = _seconds(lambda: self._coded(read, self.readers[code].read(document, foresight), dates))
        if not number % 2:
            spacy_ = _seconds(lambda: self.pipes[code](document.text))[1]
        whole = self.ungated[code].read(document)
        acts, _ = self.coders[code].code(document, whole, dates)
        return Timed(read, by_coding, by_dates, spacy_, told, self._coded(read, whole, dates), len(acts))

    def _coded(self, read: Read, found: Mentions, times: Sequence[TimeMention]) -> tuple[Report, ...]:
        told, _ = self.coders[read.document.language].code(read.document, found, times)
        if not told or reports.off_topic(found, told, read.document.published):
            return ()
        reports.statements(read.document, found, times, self.book)
        reports.offices(read.document, found)
        return told


def _seconds(work: Callable[[], Any]) -> tuple[Any, float]:
    start = process_time()
    done = work()
    return done, process_time() - start
