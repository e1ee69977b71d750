"""The rows that pages bring, once each and in the order of the text, whatever the order of the pages."""

from collections.abc import Iterable

from detente.model import Reading, Report, Statement, TimeMention


def reports(pages: Iterable[Reading]) -> tuple[Report, ...]:
    """In the order of the text: of two in one sentence, as they were read, the one whose words come first."""
    found = {r.id: r for reading in pages for r in reading.reports}
    return tuple(sorted(found.values(), key=lambda r: (r.evidence.document, r.evidence.start)))


def statements(pages: Iterable[Reading]) -> tuple[Statement, ...]:
    """In the order of reading: of two in one sentence, the one whose words come first."""
    found = {s for r in pages for s in r.statements}
    return tuple(sorted(found, key=_read))


def _read(s: Statement) -> tuple[str, int, int, tuple[int, int], str, str]:
    return s.evidence.document, s.evidence.start, s.evidence.end, s.content or (s.evidence.end, 0), s.id, repr(s)


def dates(pages: Iterable[Reading]) -> tuple[tuple[str, TimeMention], ...]:
    """(document, expression) of every date expression, in the order of the text."""
    found = {(r.document.id, t) for r in pages for t in r.times}
    return tuple(sorted(found, key=lambda row: (row[0], row[1].start, row[1].end, repr(row[1]))))
