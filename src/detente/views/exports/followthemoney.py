"""FollowTheMoney: actors, people, events, sanctions and articles as entities, for Aleph and OpenSanctions' tools."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha1

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Document, Event, Measure, Record, When
from detente.views.compose import Desk
from detente.views.exports.events import address, documents, headline, name, told
from detente.views.exports.made import Made, Row, made, sift

SCHEMA = {"state": "PublicBody", "igo": "Organization", "bloc": "Organization", "court": "PublicBody"}


def write(record: Record, book: Codebook, lang: str) -> Made:
    """One entity a line: Article, Event, Sanction (a measure), and those they name."""
    desk = Desk(record, book, labels(lang))
    kept, left = sift(record.events, lambda e: "review" if e.review else None)
    lines = (json.dumps(entity, ensure_ascii=False) + "\n" for entity in _entities(record, kept, desk))
    return made(record, [("entities.ftm.json", "".join(lines))], {"documents": {}, "events": left, "measures": {}})


def _entities(record: Record, events: Sequence[Event], desk: Desk) -> Iterator[Row]:
    pages = documents(record)
    yield from (_actor(code, desk.book) for code in sorted(_codes(record, events)))
    yield from (
        entity(_key("person", p), "Person", {"name": [p]}) for p in sorted({p for e in events for p in e.people})
    )
    yield from map(_article, record.documents)
    yield from (_event(event, desk, pages) for event in events)
    yield from (_sanction(measure, desk, pages) for measure in record.measures)


def entity(id: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> Row:
    """Properties hold lists of texts; what is not known is not there."""
    known = {key: [v for v in values if v] for key, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {key: values for key, values in known.items() if values}}


def _codes(record: Record, events: Sequence[Event]) -> set[str]:
    sides = {code for m in record.measures for code in (*m.imposer, *m.target)}
    return sides | {code for e in events for code in e.parties}


def _key(kind: str, name: str) -> str:
    return f"detente-{kind}-{sha1(name.encode(), usedforsecurity=False).hexdigest()}"


def _actor(code: str, book: Codebook) -> Row:
    entry = book.actors.entries.get(code)
    names = sorted(set(entry.label.values())) if entry else [code]
    country = [entry.a2.lower()] if entry and entry.a2 else []
    return entity(
        _key("actor", code), SCHEMA.get(entry.kind if entry else "", "LegalEntity"), {"name": names, "country": country}
    )


def _countries(codes: Sequence[str], book: Codebook) -> list[str]:
    entries = (book.actors.entries.get(code) for code in codes)
    return [entry.a2.lower() for entry in entries if entry and entry.a2]


def _article(page: Document) -> Row:
    about: dict[str, Sequence[str | None]] = {
        "title": [page.title],
        "author": [page.byline],
        "publisher": [page.outlet],
        "publishedAt": [page.published.isoformat() if page.published else None],
        "sourceUrl": [address(page)],
        "language": [{"fr": "fra", "en": "eng"}.get(page.language)],
        "bodyText": [page.text],
        "fileName": [page.uri],
    }
    return entity(_key("article", page.id), "Article", about)


def _event(event: Event, desk: Desk, pages: Mapping[str, Document]) -> Row:
    sources = told(event, pages)
    about: dict[str, Sequence[str | None]] = {
        "name": [headline(event, desk)],
        **_dates(event.when),
        "involved": [_key("actor", code) for code in (*event.actors, *event.recipients)]
        + [_key("person", person) for person in event.people],
        "country": _countries((*event.actors, *event.recipients), desk.book),
        "location": [event.place],
        "summary": [f"{event.type}, {event.status.value}"],
        "description": sorted({report.evidence.quote for report, _ in sources}),
        "proof": sorted({_key("article", page.id) for _, page in sources}),
        "sourceUrl": sorted({url for _, page in sources if (url := address(page))}),
        "recordId": [event.id],
    }
    return entity(f"detente-event-{event.id}", "Event", about)


def _sanction(measure: Measure, desk: Desk, pages: Mapping[str, Document]) -> Row:
    events = [desk.events[e] for e in measure.events if e in desk.events]
    sources = [row for event in events for row in told(event, pages)]
    start, end = (_bare(w.edtf) if w else None for w in (measure.start, measure.end))
    about: dict[str, Sequence[str | None]] = {
        "entity": [_key("actor", code) for code in measure.target],
        "authority": [name(code, desk.book) for code in measure.imposer],
        "country": _countries(measure.imposer, desk.book),
        "program": [desk.instrument(measure.instrument)],
        "status": [measure.state.value],
        "startDate": [start],
        "endDate": [end],
        "proof": sorted({_key("article", page.id) for _, page in sources}),
        "sourceUrl": sorted({url for _, page in sources if (url := address(page))}),
        "recordId": [measure.id],
    }
    return entity(f"detente-measure-{measure.id}", "Sanction", about)


def _dates(when: When | None) -> dict[str, Sequence[str | None]]:
    """FollowTheMoney knows 2025, 2025-10 and 2025-10-05: a run of days becomes a start and an end."""
    if when is None:
        return {}
    if when.edtf.endswith("/.."):
        return {"startDate": [_bare(when.edtf)]}
    if bare := _bare(when.edtf):
        return {"date": [bare]}
    first, last = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    return {"startDate": [first], "endDate": [last]}


def _bare(edtf: str) -> str | None:
    """A year, month or day as it is, an approximate one without its mark; None for seasons, sets and runs of days."""
    text = edtf.rstrip("~?%").removesuffix("/..")
    parts = text.split("-")
    plain = all(p.isdigit() for p in parts) and len(parts[0]) == 4 and len(parts) <= 3
    return text if plain and (len(parts) == 1 or 1 <= int(parts[1]) <= 12) else None
