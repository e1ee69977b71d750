"""Does the record hold: every datum derived again from its page, every event from its reports; what does not is named."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Document, Measure, Page, Reading, Record, RecordError, Refusal, UnreadablePage
from detente.pipeline import code, code_again

if TYPE_CHECKING:
    from detente.intake import Fetch, Paths
    from detente.store import Store


@dataclass(frozen=True, slots=True)
class Unheld:
    """Something that does not hold. kind: a stable short code. where: an id or uri. detail: for a reader."""

    kind: str
    where: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    """counts: how many of each kind were looked at. unheld: what does not hold, in the order met."""

    counts: Mapping[str, int]
    unheld: tuple[Unheld, ...]

    @property
    def holds(self) -> bool:
        return not self.unheld


def verify(
    store: "Store", book: Codebook, gathered: Callable[[], Record], paths: "Paths" = (), fetch: "Fetch | None" = None
) -> Verified:
    """Looks at the file, at every article coded again from its text, at the chronicle, at the pages at `paths`.

    gathered: what the store says, as a record. paths: where the bytes of pages lie, to check names, hashes and texts too.
    """
    counts: Counter[str] = Counter()
    unheld = [Unheld("database", "record", line) for line in store.damage()]
    try:
        unheld += _articles(store, book, counts)
        unheld += _chronicle(gathered(), counts)
        unheld += _pages(store, book, paths, fetch, counts) if paths else ()
    except (
        RecordError,
        ValueError,
        KeyError,
        TypeError,
    ) as error:  # rows that are no nouns: nothing past them can be derived
        unheld.append(Unheld("row", "record", f"{type(error).__name__}: {error}"))
    return Verified(dict(counts), tuple(unheld))


def _articles(store: "Store", book: Codebook, counts: Counter[str]) -> Iterator[Unheld]:
    versions = store.codebooks()
    for kept in store.readings():
        counts["articles"] += 1
        counts["answers of a language model"] += len(kept.answers)
        counts["data"] += len(kept.times) + len(kept.reports) + len(kept.statements) + len(kept.offices)
        yield from _spans(kept)
        yield from _supported(kept)
        if versions.get(kept.document.page) != book.version:
            counts["articles coded with another codebook, not coded again"] += 1
        else:
            yield from _same(kept, _again(kept, book))


def _again(kept: Reading, book: Codebook) -> Reading:
    """Coded from its text and, where a language model was asked, from what it answered then: nobody is asked now."""
    return (
        code_again(kept.document, book, lambda document: kept.answers)
        if kept.answers
        else code_again(kept.document, book)
    )


def _spans(kept: Reading) -> Iterator[Unheld]:
    """Every span lies in its text and is not empty; quotes are cut from the text, so they cannot differ from it."""
    size = len(kept.document.text)
    spans = [(t.start, t.end) for t in kept.times]
    for told in (kept.reports, kept.statements, kept.offices):
        spans += [(x.evidence.start, x.evidence.end) for x in told]
    for start, end in spans:
        if not 0 <= start < end <= size:
            yield Unheld("span", kept.document.id, f"{start}..{end} is not within its {size} characters")


def _supported(kept: Reading) -> Iterator[Unheld]:
    """Names and figures of a report stand on the page that tells it."""
    words = set(_words(kept.document.text)) | set(_words(kept.document.title or ""))
    for report in kept.reports:
        for name, values in (
            ("people", report.people),
            ("amount", (report.amount or "",)),
            ("place", (report.place or "",)),
        ):
            for value in values:
                if missing := [w for w in _words(value) if w not in words]:
                    yield Unheld("unsupported", report.id, f"{name} {value!r}: the page has no {missing[0]!r}")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _same(kept: Reading, again: Reading) -> Iterator[Unheld]:
    for name in ("times", "reports", "statements", "offices", "relevant", "answers"):
        if getattr(kept, name) != getattr(again, name):
            yield Unheld("coding", kept.document.id, f"its {name} are not what its text gives")


def _chronicle(record: Record, counts: Counter[str]) -> Iterator[Unheld]:
    told = {report.id: report for report in record.reports}
    events = {event.id for event in record.events}
    seen: Counter[str] = Counter(report.id for event in record.events for report in event.reports)
    for event in record.events:
        counts["events"] += 1
        yield from (Unheld("event", event.id, f"no report {r.id}") for r in event.reports if told.get(r.id) is None)
        if not event.reports:
            yield Unheld("event", event.id, "rests on no report")
    yield from (Unheld("event", r, f"a report of {n} events") for r, n in seen.items() if n > 1)
    for measure in (*record.measures, *record.standing):
        counts["measures"] += 1
        yield from _measure(measure, events)
    counts["judgements"] += len(record.judgements)


def _measure(measure: Measure, events: set[str]) -> Iterator[Unheld]:
    for id in {*measure.events, *(step.event for step in measure.steps)} - events:
        yield Unheld("measure", measure.id, f"no event {id}")


def _pages(
    store: "Store", book: Codebook, paths: "Paths", fetch: "Fetch | None", counts: Counter[str]
) -> Iterator[Unheld]:
    """Pages at hand against what is kept of them; those of the record that are not at hand are counted."""
    from detente.intake import pages

    kept = store.codebooks()
    met: set[str] = set()
    for page in pages(paths, fetch):
        if isinstance(page, Refusal) or page.id not in kept or page.id in met:
            continue
        met.add(page.id)
        counts["pages"] += 1
        if kept[page.id] == book.version:
            yield from _text(store, page, book)
    counts["pages of the record not at hand"] = len(kept.keys() - met)


def _text(store: "Store", page: Page, book: Codebook) -> Iterator[Unheld]:
    try:
        now = {_bare(reading.document) for reading in code(page, book)}
    except UnreadablePage as error:
        yield Unheld("page", page.uri, f"is read in the record, and now is not: {error}")
        return
    if now != {_bare(document) for document in (reading.document for reading in store.of_page(page.id))}:
        yield Unheld("page", page.uri, "its text, title or dates are not those of the record")


def _bare(document: Document) -> Document:
    """Without the name it was met under, of which bytes may have several."""
    return replace(document, uri="")
