"""Why two reports of a record are one event, or are not: every clue that was looked at, and what it weighed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.chronicle.naming import Naming
from detente.chronicle.same import START, Verdict, clues, compare, kind_of_pair, verdict
from detente.chronicle.tellings import Telling, Told, tellings
from detente.chronicle.weighing import Words
from detente.codebook import Codebook
from detente.model import Clue, Page, Reading, Record, Report, TimeMention, UsageError


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports held against each other. start: what two of their kind are worth before anything is compared.

    clues: in the table's order, those of no weight too. total: start and all weights, -inf where one forbids it.
    verdict: of the two alone; that of their groups may differ. together: whether they are one event in the record.
    """

    one: Report
    other: Report
    kind: str
    start: float
    clues: tuple[Clue, ...]
    total: float
    verdict: Verdict
    together: bool


def comparison(record: Record, a: str, b: str, book: Codebook) -> Comparison:
    """Two reports by their ids, or the two nearest of two events. Raises UsageError where there are none, or they have
    other parties, which are never compared."""
    ones, others = _reports(record, a), _reports(record, b)
    told = _tellings(record, ones[0], book)
    both = [(told[x.id], told[y.id]) for x in ones for y in others if x.id != y.id and y.id in told and x.id in told]
    if not both:
        raise UsageError(f"{a} and {b} are not between the same parties: they are not compared")
    one, other = max(both, key=lambda p: (compare(*p), p[0].id, p[1].id))
    kind, total = kind_of_pair(one, other), compare(one, other)
    home = {r.id: e.id for e in record.events for r in e.reports}
    return Comparison(
        one.report,
        other.report,
        kind,
        START[kind],
        clues(one, other),
        total,
        verdict(total, one.unread_day or other.unread_day),
        home.get(one.id) == home.get(other.id),
    )


def _reports(record: Record, id: str) -> tuple[Report, ...]:
    found = next((e.reports for e in record.events if e.id == id), None) or tuple(
        r for r in record.reports if r.id == id
    )
    if not found:
        raise UsageError(f"no report or event of this record has the id {id!r}")
    return found


def _tellings(record: Record, report: Report, book: Codebook) -> dict[str, Telling]:
    """All tellings between the parties of `report`, by id: how rare a word is depends on all of them."""
    beside, naming = [r for r in record.reports if r.parties == report.parties], Naming(book)
    found = tellings(_told(record, beside), dict(record.origins), book, naming, naming.stems(report.parties))
    return Words().change((), found.values())


def _told(record: Record, reports: Iterable[Report]) -> Iterator[Told]:
    pages = {d.id: d for d in record.documents}
    unread: dict[str, list[TimeMention]] = {}
    for document, time in record.dates:
        if time.when is None:
            unread.setdefault(document, []).append(time)
    for report in reports:
        page = pages[report.evidence.document]
        yield Reading(Page(b"", page.uri), page, times=tuple(unread.get(page.id, ()))), report
