"""Finding again what a judgement bears on, whatever coding or cutting of the page has become of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from detente.model import Anchor, Document, Reading, Report

ENOUGH = 3  # of the five parts of a claim; below, it is another claim of the same sentence

Article = tuple[Document, tuple[Report, ...]]
Pages = Mapping[str, Sequence[Article]]


def by_page(readings: Iterable[Reading]) -> Pages:
    """The articles of each page with their reports, by the SHA-256 of its bytes."""
    pages: dict[str, list[Article]] = defaultdict(list)
    for reading in readings:
        pages[reading.document.page].append((reading.document, reading.reports))
    return pages


def anchor_of(report: Report, document: Document) -> Anchor:
    span = report.evidence
    claim = (report.act, report.type, report.actors, report.recipients, report.instrument)
    return Anchor(document.page, span.start, span.end, span.quote, *claim)


def attached(anchor: Anchor, pages: Pages) -> Report | None:
    """The report that now makes the claim: of those standing on its words, the most alike; None where there is none.

    A claim that stands alone on its words is taken for the same if it has anything in common with it.
    """
    near = [r for document, reports in pages.get(anchor.page, ()) for r in _standing(anchor, document, reports)]
    best = min(near, key=lambda r: (-alike(anchor, r), r.id), default=None)
    if best is None or alike(anchor, best) < (1 if len(near) == 1 else ENOUGH):
        return None
    return best


def alike(anchor: Anchor, report: Report) -> int:
    """How many of the five parts of the claim are the same, 0..5."""
    pairs = (
        (anchor.act, report.act),
        (anchor.type, report.type),
        (frozenset(anchor.actors), frozenset(report.actors)),
        (frozenset(anchor.recipients), frozenset(report.recipients)),
        (anchor.instrument, report.instrument),
    )
    return sum(was == now for was, now in pairs)


def _standing(anchor: Anchor, document: Document, reports: Iterable[Report]) -> list[Report]:
    start = _place(anchor, document.text)
    if start is None:
        return []
    end = start + len(anchor.quote)
    return [r for r in reports if r.evidence.start < end and r.evidence.end > start]


def _place(anchor: Anchor, text: str) -> int | None:
    """Where its words stand: at the same offset, else nearest to it; None where they are gone."""
    if text[anchor.start : anchor.end] == anchor.quote:
        return anchor.start
    places, at = [], text.find(anchor.quote)
    while at >= 0:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    return min(places, key=lambda p: (abs(p - anchor.start), p), default=None)
