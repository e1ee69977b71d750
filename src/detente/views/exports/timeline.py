"""TimelineJS: the dated events as a slide each, for a story on the web."""

import json
from collections.abc import Mapping
from datetime import date
from html import escape

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Document, Event, Record
from detente.views.compose import Desk
from detente.views.dates import human
from detente.views.exports.events import address, documents, headline, told, undated
from detente.views.exports.made import Made, Row, days, made, sift


def write(record: Record, book: Codebook, lang: str) -> Made:
    """Texts of pages are escaped: TimelineJS shows `headline` and `text` as HTML."""
    desk, pages = Desk(record, book, labels(lang)), documents(record)
    kept, left = sift(record.events, unfit)
    slides = [_slide(event, desk, pages) for event in sorted(kept, key=lambda e: (days(e) or (date.max,), e.id))]
    text = json.dumps({"events": slides, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"
    return made(record, [("timeline.json", text)], {"events": left})


def unfit(event: Event) -> str | None:
    return "review" if event.review else undated(event)


def _slide(event: Event, desk: Desk, pages: Mapping[str, Document]) -> Row:
    first, last = days(event) or (date.min, date.min)
    printed = human(event.when.edtf if event.when else None, desk.say)
    edtf = event.when.edtf if event.when else ""
    return {
        "unique_id": event.id,
        "group": ", ".join(sorted({desk.side(code).label for code in event.actors})),
        "start_date": _date(first, edtf),
        **({"end_date": _date(last, "")} if last != first and "/" in edtf else {}),
        "display_date": printed,
        "text": {"headline": escape(_titled(event, desk)), "text": "".join(_quotes(event, desk, pages))},
    }


def _titled(event: Event, desk: Desk) -> str:
    status = desk.say(f"statuses.{event.status}")
    return headline(event, desk) if event.status == "occurred" else f"{headline(event, desk)} ({status})"


def _date(day: date, edtf: str) -> Row:
    """Only as much of a day as is known: "2025-10" is a month."""
    parts = edtf.rstrip("~?%").split("-")
    known = len(parts) if edtf and len(parts) <= 3 and all(p.isdigit() for p in parts) else 3
    known = 3 if len(parts) == 2 and known == 2 and not 1 <= int(parts[1]) <= 12 else known  # a season
    return dict((("year", day.year), ("month", day.month), ("day", day.day))[:known])


def _quotes(event: Event, desk: Desk, pages: Mapping[str, Document]) -> list[str]:
    found = []
    for report, page in told(event, pages):
        source = escape(f"{desk.outlet(page)}, {desk.day(page)}")
        url = address(page)
        link = f'<a href="{escape(url)}">{source}</a>' if url else source
        found.append(f"<blockquote>{escape(report.evidence.quote)}<br>{link}</blockquote>")
    return found
