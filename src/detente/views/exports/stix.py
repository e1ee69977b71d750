"""STIX 2.1: pages as reports, actors as identities, events as relationships between them, for OpenCTI and its like."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Document, Event, Record
from detente.views.compose import Desk
from detente.views.exports.events import address, documents, dyads, headline, told
from detente.views.exports.made import Made, Row, days, made, sift

OURS = uuid5(NAMESPACE_URL, "urn:detente")
CLASS = {"state": "organization", "igo": "organization", "bloc": "group", "court": "organization"}
UNDATED = date(1970, 1, 1)  # STIX wants a day of making; of a record without any day, the first it knows


def write(record: Record, book: Codebook, lang: str) -> Made:
    """One bundle. Ids are UUIDs of ours (version 5): the same record gives the same, and a second import updates the first."""
    desk, pages = Desk(record, book, labels(lang)), documents(record)
    kept, left = sift(record.events, unfit)
    last = max((d.published for d in record.documents if d.published), default=UNDATED)
    objects = [
        *(_identity(code, desk, last) for code in sorted({code for e in kept for code in e.parties})),
        *(r for event in kept for r in _relations(event, desk, pages, last)),
    ]
    told_in = _told_in(kept)
    papers, absent = sift(record.documents, lambda d: None if d.id in told_in else "no-event")
    objects += [_report(page, told_in[page.id], last) for page in papers]
    bundle: Row = {"type": "bundle", "id": _id("bundle", json.dumps(objects, sort_keys=True))}
    bundle |= {"objects": objects} if objects else {}  # STIX knows no empty list
    text = json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"
    return made(record, [("bundle.stix.json", text)], {"events": left, "documents": absent})


def unfit(event: Event) -> str | None:
    """A relationship takes two, and what is for review is nobody's yet."""
    return "review" if event.review else "one-sided" if next(dyads(event))[1] is None else None


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid5(OURS, chr(0).join(parts))}"


def _common(kind: str, id: str, made_on: date) -> Row:
    moment = f"{made_on.isoformat()}T00:00:00.000Z"
    return {"type": kind, "spec_version": "2.1", "id": id, "created": moment, "modified": moment}


def _identity(code: str, desk: Desk, last: date) -> Row:
    entry = desk.book.actors.entries.get(code)
    kind = entry.kind if entry else ""
    return {
        **_common("identity", _id("identity", code), last),
        "name": desk.side(code).label,
        "identity_class": CLASS.get(kind, "group"),
        **({"sectors": ["government"]} if kind == "state" else {}),
        "labels": [code],
    }


def _relations(event: Event, desk: Desk, pages: Mapping[str, Document], last: date) -> Iterator[Row]:
    """`related-to` is the one kind that every reader takes; PLOVER's type and the status are its labels."""
    report = event.best
    span = days(event)
    when = {"start_time": f"{span[0]}T00:00:00.000Z", "stop_time": f"{span[1]}T23:59:59.000Z"} if span else {}
    for one, other in dyads(event):
        yield {
            **_common("relationship", _id("relationship", event.id, one, other or ""), last),
            "relationship_type": "related-to",
            "source_ref": _id("identity", one),
            "target_ref": _id("identity", other or ""),
            **when,
            "description": f"{headline(event, desk)}: {report.evidence.quote}",
            "confidence": round(100 * report.confidence),
            "labels": [f"plover:{event.type}", f"status:{event.status.value}"],
            "external_references": [_reference(page) for _, page in told(event, pages)],
        }


def _reference(page: Document) -> Row:
    """Where it can be read, by address if it has one; its fingerprint says which version."""
    url = address(page)
    more = {"url": url} if url else {"external_id": page.uri}
    return {"source_name": page.outlet or "detente", "description": f"SHA-256 of the page: {page.page}", **more}


def _told_in(events: list[Event]) -> dict[str, list[str]]:
    """document id -> ids of all that the events told in it are made of, sorted."""
    found: dict[str, set[str]] = {}
    for event in events:
        refs = {_id("identity", code) for pair in dyads(event) for code in pair if code}
        refs |= {_id("relationship", event.id, one, other or "") for one, other in dyads(event)}
        for report in event.reports:
            found.setdefault(report.evidence.document, set()).update(refs)
    return {document: sorted(refs) for document, refs in found.items()}


def _report(page: Document, refs: list[str], last: date) -> Row:
    return {
        **_common("report", _id("report", page.id), last),
        "name": page.title or page.uri,
        "report_types": ["observed-data"],
        "published": f"{(page.published or last).isoformat()}T00:00:00.000Z",
        "lang": page.language,
        "object_refs": refs,
        "external_references": [_reference(page)],
    }
