"""W3C Web Annotation (JSON-LD): every date, report and statement, pinned to the words it stands on."""

import json
from collections.abc import Iterator
from typing import Any

from detente.codebook import Codebook
from detente.model import Document, Evidence, Record, Report, Statement
from detente.views.exports.events import address, documents
from detente.views.exports.made import Made, Row, made

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix; enough to tell one "il a dit" from another


def write(record: Record, book: Codebook, lang: str) -> Made:
    """One AnnotationCollection with one page. Offsets are code points of the article's text, as the standard asks."""
    items = list(_items(record))
    page = {"id": "urn:detente:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "id": "urn:detente:annotations",
        "type": "AnnotationCollection",
        "label": f"detente record, codebook {book.version}",
        "total": len(items),
        "first": page,
    }
    left: dict[str, dict[str, int]] = {name: {} for name in ("dates", "reports", "statements", "unsaid")}
    return made(record, [("annotations.jsonld", json.dumps(whole, ensure_ascii=False, indent=1) + "\n")], left)


def _items(record: Record) -> Iterator[Row]:
    pages = documents(record)
    home = {r.id: e.id for e in record.events for r in e.reports}
    for n, (document, time) in enumerate(record.dates):
        span = pages[document].evidence(time.start, time.end)
        bodies = [_text_body("identifying", time.when.edtf if time.when else "undated")]
        bodies.append(_text_body("describing", time.basis))
        yield annotation(f"date:{n}", "identifying", bodies, span, pages[document])
    for report in record.reports:
        codes = f"{' '.join(report.actors)} > {' '.join(report.recipients)}"
        bodies = [_text_body("tagging", tag) for tag in (report.type, report.status.value, codes) if tag]
        bodies += _proposed(report)
        if report.id in home:
            bodies.append(
                {"type": "SpecificResource", "purpose": "linking", "source": f"urn:detente:event:{home[report.id]}"}
            )
        yield annotation(report.id, "classifying", bodies, report.evidence, pages[report.evidence.document])
    for said in record.statements:
        who = ", ".join(filter(None, (said.speaker, said.side))) or "unknown"
        bodies = [_text_body("tagging", said.mode.value), _text_body("identifying", who)]
        bodies += _proposed(said)
        yield annotation(said.id, "describing", bodies, said.evidence, pages[said.evidence.document])


def _proposed(told: Report | Statement) -> list[Row]:
    """The language model that proposed it, if one did."""
    return [_text_body("tagging", f"assist:{told.assist}")] if told.assist else []


def annotation(name: str, motivation: str, bodies: list[Row], span: Evidence, page: Document) -> Row:
    """Its targets: the article's text, by offset and quote, and where it has an address, the page there, by quote."""
    quote = text_quote(span, page.text)
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    targets: list[Row] = [{"source": f"urn:detente:document:{page.id}", "selector": [position, quote]}]
    if url := address(page):
        targets.append({"source": url, "selector": quote})
    return {
        "id": f"urn:detente:annotation:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets,
    }


def text_quote(span: Evidence, text: str) -> Row:
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return {"type": "TextQuoteSelector", "exact": span.quote, "prefix": before, "suffix": after}


def _text_body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
