"""PROV-JSON: from which page, article and sentence each event comes, by which codebook."""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version

from detente.codebook import Codebook
from detente.model import Document, Record, Report
from detente.views.exports.made import Made, Row, made

PREFIX = {"detente": "urn:detente:", "page": "urn:sha256:", "xsd": "http://www.w3.org/2001/XMLSchema#"}


def write(record: Record, book: Codebook, lang: str) -> Made:
    """PROV-JSON (W3C member submission), read by the `prov` library: entities, the two activities, who did them."""
    entities, relations = dict(_entities(record)), _relations(record)
    whole: dict[str, Row] = {
        "prefix": PREFIX,
        "entity": entities | {"detente:codebook": {"prov:type": "prov:Plan", "detente:version": book.version}},
        "activity": {
            "detente:reading": {"prov:label": "pages read into reports"},
            "detente:gathering": {"prov:label": "reports gathered into events"},
        },
        "agent": {"detente:software": {"prov:type": "prov:SoftwareAgent", "detente:version": version("detente")}},
        "wasAssociatedWith": {
            f"_:association-{name}": {
                "prov:activity": f"detente:{name}",
                "prov:agent": "detente:software",
                "prov:plan": "detente:codebook",
            }
            for name in ("reading", "gathering")
        },
        "used": {
            f"_:used-{d}": {"prov:activity": "detente:reading", "prov:entity": f"page:{d}"}
            for d in sorted({d.page for d in record.documents})
        },
        "wasGeneratedBy": dict(_generated(record)),
        "wasDerivedFrom": {f"_:derived-{n}": row for n, row in enumerate(relations)},
    }
    text = json.dumps({key: rows for key, rows in whole.items() if rows}, ensure_ascii=False, indent=1) + "\n"
    return made(record, [("provenance.json", text)], {"documents": {}, "reports": {}, "events": {}})


def document_name(document: str) -> str:
    """`#2` of a second article would end a URI: it becomes `-2`."""
    return f"detente:document-{document.replace('#', '-')}"


def _entities(record: Record) -> Iterator[tuple[str, Row]]:
    for document in record.documents:
        yield f"page:{document.page}", {"prov:type": "detente:Page", "prov:location": document.uri}
        yield document_name(document.id), _document(document)
    for report in record.reports:
        yield f"detente:{report.id}", _report(report)
    for event in record.events:
        told = {"detente:type": event.type, "detente:date": event.when.edtf if event.when else None}
        chosen = {"detente:chosenBy": event.chosen_by, "detente:independentSources": event.independent_sources}
        yield f"detente:{event.id}", _known({"prov:type": "detente:Event", **told, **chosen})


def _document(document: Document) -> Row:
    printed = document.published.isoformat() if document.published else None
    about = {"prov:label": document.title, "detente:outlet": document.outlet, "detente:published": printed}
    return _known({"prov:type": "detente:Document", **about, "detente:language": document.language})


def _report(report: Report) -> Row:
    span = report.evidence
    return ({"detente:proposedBy": report.assist} if report.assist else {}) | {
        "prov:type": "detente:Report",
        "prov:value": span.quote,
        "detente:start": span.start,
        "detente:end": span.end,
        "detente:rule": report.rule,
        "detente:confidence": {"$": repr(report.confidence), "type": "xsd:double"},
    }


def _known(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _generated(record: Record) -> Iterator[tuple[str, Row]]:
    made_by: Mapping[str, tuple[str, ...]] = {
        "reading": (*(document_name(d.id) for d in record.documents), *(f"detente:{r.id}" for r in record.reports)),
        "gathering": tuple(f"detente:{e.id}" for e in record.events),
    }
    for activity, names in made_by.items():
        for name in names:
            yield f"_:made-{name.partition(':')[2]}", {"prov:entity": name, "prov:activity": f"detente:{activity}"}


def _relations(record: Record) -> Iterator[Row]:
    for document in record.documents:
        yield _derived(document_name(document.id), f"page:{document.page}")
    for copy, source in record.copies:
        yield _derived(document_name(copy), document_name(source)) | {"prov:type": "detente:Copy"}
    for new, old in record.revisions:
        yield _derived(document_name(new), document_name(old)) | {"prov:type": "prov:Revision"}
    for report in record.reports:
        yield _derived(f"detente:{report.id}", document_name(report.evidence.document))
    for event in record.events:
        yield from (_derived(f"detente:{event.id}", f"detente:{r.id}") for r in event.reports)


def _derived(new: str, old: str) -> Row:
    return {"prov:generatedEntity": new, "prov:usedEntity": old}
