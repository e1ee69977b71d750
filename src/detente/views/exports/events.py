"""What the exports of events share: which go in, whose they are, what stands behind them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Document, Event, Record, Report, Status
from detente.views.compose import Desk
from detente.views.exports.made import days

NOT_DONE = (Status.CANCELLED, Status.DENIED)
WIDEST = 366  # days; as on the curve: what is less certain than a year has no place on a line of time


def unfit(event: Event) -> str | None:
    """Why an event is no event for data of events: too unsure, not done, or on no known day."""
    if event.review:
        return "review"
    if event.status in NOT_DONE:
        return "not-done"
    return undated(event)


def undated(event: Event) -> str | None:
    span = days(event)
    if span is None:
        return "undated"
    return "too-wide" if (span[1] - span[0]).days >= WIDEST else None


def first_day(event: Event) -> date:
    """Of an event that is fit."""
    span = days(event)
    if span is None:
        raise ValueError(f"{event.id} has no first day")
    return span[0]


def dyads(event: Event) -> Iterator[tuple[str, str | None]]:
    """Each actor with each recipient; of an act done together, each pair once; of one alone, nobody."""
    if event.recipients:
        yield from product(event.actors, event.recipients)
    elif len(event.actors) == 1:
        yield event.actors[0], None
    else:
        yield from combinations(sorted(event.actors), 2)


def documents(record: Record) -> Mapping[str, Document]:
    return {d.id: d for d in record.documents}


def told(event: Event, pages: Mapping[str, Document]) -> list[tuple[Report, Document]]:
    """Its reports with their pages, the first printed first, pages without a day last."""
    rows = [(r, pages[r.evidence.document]) for r in event.reports]
    return sorted(rows, key=lambda row: (row[1].published or date.max, row[1].uri, row[0].evidence.start, row[0].id))


def name(code: str, book: Codebook, lang: str = "en") -> str:
    entry = book.actors.entries.get(code)
    return entry.label.get(lang, code) if entry else code


def country(code: str, book: Codebook) -> str | None:
    """ISO 3166-1 alpha-3 of a state; None for an organisation, a bloc, "Western countries"."""
    entry = book.actors.entries.get(code)
    return code if entry and entry.kind == "state" else None


def headline(event: Event, desk: Desk) -> str:
    """The event in one line of plain words."""
    return " ".join(words for words, _ in desk.headline(event))


def desk(record: Record, book: Codebook, lang: str) -> Desk:
    return Desk(record, book, labels(lang))


def address(document: Document) -> str | None:
    """Where a reader finds the page: an http(s) address, or None."""
    return next(
        (u for u in (document.canonical_url, document.uri) if u and u.startswith(("http://", "https://"))), None
    )
