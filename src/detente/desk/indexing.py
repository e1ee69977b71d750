"""What can be found by its words: an event by its sentences and by our names for it, a statement, a page."""

from collections.abc import Iterable, Iterator, Mapping

from detente.codebook import Codebook
from detente.model import Document, Event, Record, Statement, When
from detente.store.finding import Row


def rows(record: Record, book: Codebook) -> Iterator[Row]:
    """Newest first; what nobody dates comes last."""
    pages = {d.id: d for d in record.documents}
    found = [
        *(_event(e, book, pages) for e in record.events),
        *(_statement(s, pages) for s in record.statements),
        *(_page(d) for d in record.documents),
    ]
    found.sort(key=lambda item: item[0], reverse=True)
    return (row for _, row in found)


Dated = tuple[str, Row]


def _event(event: Event, book: Codebook, pages: Mapping[str, Document]) -> Dated:
    names = [label for code in (*event.actors, *event.recipients) for label in _labels(book.actors.entries, code)]
    kinds = [*_labels(book.acts, event.act), *_labels(book.instruments, event.instrument or "")]
    quotes = dict.fromkeys(r.evidence.quote for r in event.reports)
    words = " ".join((*names, *kinds, *event.people, event.place or "", event.amount or "", *quotes))
    day = _day(event.when)
    outlet = pages[event.best.evidence.document].outlet or ""
    return day, Row("event", event.id, day[:4], outlet, tuple(sorted(event.parties)), words)


def _labels(entries: Mapping[str, object], code: str) -> Iterable[str]:
    return getattr(entries.get(code), "label", {}).values()


def _statement(said: Statement, pages: Mapping[str, Document]) -> Dated:
    page = pages[said.evidence.document]
    day = _day(said.when) or _printed(page)
    sides = (said.side,) if said.side else ()
    words = f"{said.speaker or ''} {said.evidence.quote}"
    return day, Row("statement", said.id, day[:4], page.outlet or "", sides, words)


def _page(page: Document) -> Dated:
    words = " ".join(w for w in (page.title, page.byline, page.outlet, page.text) if w)
    day = _printed(page)
    return day, Row("page", page.id, day[:4], page.outlet or "", (), words)


def _printed(page: Document) -> str:
    return page.published.isoformat() if page.published else ""


def _day(when: When | None) -> str:
    day = (when.earliest or when.latest) if when else None
    return day.isoformat() if day else ""
