"""PLOVER: one event a line, with the names of fields that POLECAT's tables use, for those who study events."""

import json
from collections.abc import Mapping

from detente.codebook import Codebook
from detente.model import Document, Event, Record, Status
from detente.views.exports.events import country, documents, first_day, name, told, unfit
from detente.views.exports.made import Made, Row, days, made, sift

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
CONTEXTS = {Status.PLANNED: "future", Status.PROPOSED: "hypothetical"}  # PLOVER's own words for what is not yet done


def write(record: Record, book: Codebook, lang: str) -> Made:
    """Every event that is sure enough, took or takes place, and has a day."""
    kept, left = sift(record.events, unfit)
    pages = documents(record)
    lines = (json.dumps(row(event, pages, book), ensure_ascii=False) + "\n" for event in kept)
    return made(record, [("plover.jsonl", "".join(lines))], {"events": left})


def row(event: Event, pages: Mapping[str, Document], book: Codebook) -> Row:
    """event_date, event_date_last: its first and last possible day; event_date_edtf: both as known."""
    kind = book.plover.types.get(event.type)
    sources = told(event, pages)
    ahead = [CONTEXTS[event.status]] if event.status in CONTEXTS else []
    contexts = sorted({c for r in event.reports for c in r.contexts}) + ahead
    modes = sorted({r.mode for r in event.reports if r.mode})
    span = days(event)
    return {
        "event_id": event.id,
        "event_date": first_day(event).isoformat(),
        "event_date_last": span[1].isoformat() if span else None,
        "event_date_edtf": event.when.edtf if event.when else None,
        "event_type": event.type,
        "event_mode": modes,
        "intensity": kind.intensity if kind else None,
        "quad_code": QUADS[kind.quad] if kind else None,
        "contexts": contexts,
        "status": event.status.value,
        "actor": [party(code, book) for code in event.actors],
        "recipient": [party(code, book) for code in event.recipients],
        "instrument": event.instrument,
        "story_people": list(event.people),
        "placename": event.place,
        "source": sorted({page.outlet for _, page in sources if page.outlet}),
        "publication_date": next((p.published.isoformat() for _, p in sources if p.published), None),
        "language": sorted({page.language for _, page in sources}),
        "independent_sources": event.independent_sources,
        "version": f"PLOVER 2.0 draft; codebook {book.version}",
    }


def party(code: str, book: Codebook) -> Row:
    """code: as in the record. country: ISO 3166-1 alpha-3, None for who is no state. kind: state, igo, bloc, court."""
    entry = book.actors.entries.get(code)
    return {
        "code": code,
        "name": name(code, book),
        "country": country(code, book),
        "kind": entry.kind if entry else None,
    }
