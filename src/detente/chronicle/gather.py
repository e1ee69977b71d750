"""All that the pages say, consolidated: a pure function of what was read."""

from collections.abc import Iterable, Sequence

from detente.chronicle.commitments import commitments
from detente.chronicle.copies import trace
from detente.chronicle.events import consolidate
from detente.chronicle.fields import Rule
from detente.chronicle.measures import fold_measures
from detente.chronicle.standing import positions
from detente.chronicle.tellings import tellings
from detente.chronicle.wordings import wordings
from detente.codebook import Codebook
from detente.model import Reading, Record, TimeMention

Unread = tuple[str, str, str]  # uri, reason, detail


def gather(
    readings: Iterable[Reading], book: Codebook, unread: Iterable[Unread] = (), rule: Rule = "most-supported"
) -> Record:
    """The record of `readings`. Neither their order nor their repetition matters.

    rule: how a value is chosen where pages differ; see `fields`. Measures follow the same rule.
    """
    pages = _once(readings)
    lineage = trace((r.document for r in pages), book.sources)
    found = tellings(pages, lineage.origins, book)
    events, contradictions, doubts = consolidate(found, rule, book.confidence.review)
    printed = {r.document.id: r.document.published for r in pages if r.document.published}
    said = {s for r in pages for s in r.statements}
    spoken = tuple(sorted(said, key=lambda s: (s.evidence.document, s.evidence.start, s.evidence.end, s.id, repr(s))))
    return Record(
        documents=tuple(r.document for r in pages),
        relevant=frozenset(r.document.id for r in pages if r.relevant),
        dates=_dates(pages),
        reports=tuple(sorted((t.report for t in found), key=lambda r: (r.evidence.document, r.evidence.start, r.id))),
        statements=spoken,
        events=events,
        measures=fold_measures((e for e in events if not e.review), book, printed),
        contradictions=contradictions,
        copies=lineage.copies,
        origins=tuple(sorted(lineage.origins.items())),
        revisions=lineage.revisions,
        doubts=doubts,
        positions=positions(spoken, printed),
        wordings=wordings(spoken, {r.document.id: r.document for r in pages}, lineage.origins),
        commitments=commitments(events, printed),
        unread=tuple(sorted(set(unread))),
    )


def _once(readings: Iterable[Reading]) -> Sequence[Reading]:
    by_id: dict[str, Reading] = {}
    for reading in readings:
        known = by_id.setdefault(reading.document.id, reading)
        if reading.document.uri < known.document.uri:
            by_id[reading.document.id] = reading
    return [by_id[key] for key in sorted(by_id)]


def _dates(pages: Iterable[Reading]) -> tuple[tuple[str, TimeMention], ...]:
    """(document, expression) of every date expression, in the order of the text."""
    found = {(r.document.id, t) for r in pages for t in r.times}
    return tuple(sorted(found, key=lambda row: (row[0], row[1].start, row[1].end, repr(row[1]))))
