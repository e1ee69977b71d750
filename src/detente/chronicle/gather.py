"""All that the pages say, consolidated: a pure function of what was read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.chronicle import judging
from detente.chronicle.copies import trace
from detente.chronicle.events import consolidate, in_time
from detente.chronicle.fields import Rule
from detente.chronicle.measures import fold_measures, fold_standing
from detente.chronicle.tellings import tellings
from detente.codebook import Codebook
from detente.model import Judgement, Reading, Record

Unread = tuple[str, str, str]  # uri, reason, detail


def gather(
    readings: Iterable[Reading],
    book: Codebook,
    unread: Iterable[Unread] = (),
    rule: Rule = "most-supported",
    judgements: Iterable[Judgement] = (),
) -> Record:
    """The record of `readings`. Neither their order nor their repetition matters.

    rule: how a value is chosen where pages differ; see `fields`. Measures follow the same rule.
    judgements: what analysts decided; their word wins (`judging`).
    """
    ruling = judging.rule(_once(readings), judgements, book)
    pages = ruling.readings
    lineage = trace((r.document for r in pages), book.sources)
    found = tellings(pages, lineage.origins, book)
    kept = [t for t in found if t.id not in ruling.wrong]
    events, contradictions, doubts = consolidate(kept, rule, book.confidence.review, ruling.links)
    events, judged = judging.on_events(events, ruling, book)
    sure = [e for e in events if not e.review]
    printed = {r.document.id: r.document.published for r in pages if r.document.published}
    return Record(
        documents=tuple(r.document for r in pages),
        relevant=frozenset(r.document.id for r in pages if r.relevant),
        dates=_dates(pages),
        reports=tuple(sorted((t.report for t in found), key=lambda r: (r.evidence.document, r.evidence.start, r.id))),
        statements=tuple(
            sorted(
                {s for r in pages for s in r.statements},
                key=lambda s: (s.evidence.document, s.evidence.start, s.evidence.end, s.id),
            )
        ),
        events=tuple(sorted(events, key=in_time)),
        measures=fold_measures(sure, book, printed),
        standing=fold_standing(sure, book, printed),
        contradictions=contradictions,
        copies=lineage.copies,
        origins=tuple(sorted(lineage.origins.items())),
        revisions=lineage.revisions,
        doubts=doubts,
        judgements=judged,
        unread=tuple(sorted(set(unread))),
    )


def known_by(readings: Iterable[Reading], day: date) -> Iterator[Reading]:
    """The pages printed by `day`: what one could have known then. A page that does not say when it was printed is out."""
    return (r for r in readings if r.document.published and r.document.published <= day)


def _once(readings: Iterable[Reading]) -> Sequence[Reading]:
    by_id: dict[str, Reading] = {}
    for reading in readings:
        known = by_id.setdefault(reading.document.id, reading)
        if reading.document.uri < known.document.uri:
            by_id[reading.document.id] = reading
    return [by_id[key] for key in sorted(by_id)]


def _dates(pages: Iterable[Reading]) -> tuple[tuple[str, int, int, str, str | None, str], ...]:
    """(document, start, end, text, EDTF or None, basis or "") of every date expression."""
    rows = {
        (r.document.id, t.start, t.end, t.text, t.when.edtf if t.when else None, t.when.basis.value if t.when else "")
        for r in pages
        for t in r.times
    }
    return tuple(sorted(rows, key=lambda row: (*row[:4], row[4] or "", row[5])))
