"""schema.org Claim (JSON-LD): what was said, by whom, where it appeared, ready for a fact-checker's ClaimReview."""

import json
from collections.abc import Mapping
from typing import Any

from detente.codebook import Codebook
from detente.model import Document, Record, SpeechMode, Statement
from detente.views.exports.events import address, documents, name
from detente.views.exports.made import Made, Row, made, sift


def write(record: Record, book: Codebook, lang: str) -> Made:
    """A list of Claims. Each holds what ClaimReview's `itemReviewed` asks; the review and its rating are not ours to make."""
    pages, copies = documents(record), dict(record.copies)
    said = [s for s in record.statements if s.mode is not SpeechMode.UNSAID]
    kept, left = sift(said, lambda s: unfit(s, copies))
    items = [{"@type": "ListItem", "position": n, "item": claim(s, pages, book, lang)} for n, s in enumerate(kept, 1)]
    whole = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": len(items),
        "itemListElement": items,
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return made(record, [("claims.jsonld", text)], {"statements": left})


def unfit(statement: Statement, copies: Mapping[str, str]) -> str | None:
    """A claim is somebody's; what a copy repeats was claimed once."""
    if not (statement.speaker or statement.side):
        return "no-speaker"
    return "copied" if statement.evidence.document in copies else None


def claim(statement: Statement, pages: Mapping[str, Document], book: Codebook, lang: str) -> Row:
    page = pages[statement.evidence.document]
    first, last = statement.content or (statement.evidence.start, statement.evidence.end)
    day = (statement.when.earliest if statement.when else None) or page.published
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:detente:statement:{statement.id}",
            "text": page.text[first:last],
            "inLanguage": page.language,
            "author": _speaker(statement, book, lang),
            "datePublished": day.isoformat() if day else None,
            "about": statement.topic.code if statement.topic else None,
            "appearance": _appearance(statement, page),
            "additionalType": f"assist:{statement.assist}" if statement.assist else None,
        }
    )


def _speaker(statement: Statement, book: Codebook, lang: str) -> Row:
    """Who said it, for which side; a side alone is an organisation that spoke."""
    side = {"@type": "Organization", "name": name(statement.side, book, lang)} if statement.side else None
    if statement.speaker is None:
        return side or {}
    return _known({"@type": "Person", "name": statement.speaker, "affiliation": side})


def _appearance(statement: Statement, page: Document) -> Row:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"urn:detente:document:{page.id}",
            "url": address(page),
            "headline": page.title,
            "publisher": {"@type": "Organization", "name": page.outlet} if page.outlet else None,
            "datePublished": page.published.isoformat() if page.published else None,
            "hasPart": {"@type": "Quotation", "text": statement.evidence.quote},
        }
    )


def _known(row: dict[str, Any]) -> Row:
    return {key: value for key, value in row.items() if value is not None}
