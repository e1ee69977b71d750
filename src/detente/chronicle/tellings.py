"""A report with what is known around it, and the block in which it may meet its likes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from detente.codebook import Codebook
from detente.model import Basis, Document, Reading, Report, Status, When

PRECISE = 3  # days; a date no wider than this names a day, or a night between two
PRINTED = timedelta(days=7)  # a page that gives no date tells what happened in the week before it
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})

Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report, seen from outside its sentence.

    origin: the document all copies go back to. outlet: who printed it, never empty.
    kind: "meeting", "measure" or "act". block: only tellings of one block can be one event.
    when: as `when_of`; window: as `window_of`. unread_day: the sentence dates itself with words
    that have no value here ("ce week-end", unpublished).
    """

    id: str
    report: Report
    origin: str
    outlet: str
    published: date | None
    kind: str
    block: tuple[str, ...]
    unread_day: bool
    when: When | None
    window: Window

    @property
    def precise(self) -> bool:
        return self.when is not None and (self.when.days or PRECISE + 1) <= PRECISE

    @property
    def vagueness(self) -> tuple[int, date, str]:
        """The more precise first; ties by time, then id."""
        days = self.when.days if self.when else None
        return (days or 10**6, self.window[0] or self.window[1] or date.max, self.id)


def when_of(report: Report) -> When | None:
    """The date the page gives or entails for the act; the day of printing is not one."""
    return None if report.when is None or report.when.basis is Basis.PUBLICATION else report.when


def window_of(report: Report, published: date | None) -> Window:
    """First and last day on which the act can have taken place; None where nothing bounds it."""
    if when := when_of(report):
        return when.earliest, when.latest
    if report.when and report.when.earliest:
        return report.when.earliest - PRINTED, report.when.latest
    return (published, None) if report.status in AHEAD else (None, published)


def outlet_of(document: Document) -> str:
    """Its name, or the host of its address, or its id: two unnamed pages are never one outlet."""
    return document.outlet or urlsplit(document.canonical_url or document.uri).hostname or document.id


def kind_of(report: Report, book: Codebook) -> str:
    act = book.acts.get(report.act)
    if report.type == "CONSULT" or (act and act.type == "CONSULT"):
        return "meeting"
    return "measure" if report.effect and report.instrument else "act"


def block_of(report: Report, book: Codebook) -> tuple[str, ...]:
    """Same parties, same family of acts; who of them acts is for the rules to compare."""
    kind = kind_of(report, book)
    effect = PHASES.get(report.effect or "", report.effect or "")
    family = {"meeting": "", "measure": f"{effect} {tone(report.type, book)}"}.get(kind, report.act)
    return (kind, family, *sorted(report.parties))


def tone(type_: str, book: Codebook) -> int:
    """1 for what PLOVER counts as cooperation, -1 for conflict, 0 for neither: a recall is no return."""
    intensity = book.plover.types[type_].intensity if type_ in book.plover.types else 0
    return (intensity > 0) - (intensity < 0)


# Words of the codebook for one step of a measure: "lever", "mettre fin à", "retirer" des sanctions.
PHASES = {"withdraw": "end", "lift": "end", "open": "resume", "close": "suspend"}


def tellings(readings: Iterable[Reading], origins: Mapping[str, str], book: Codebook) -> tuple[Telling, ...]:
    """All reports of `readings`, once each, sorted by id."""
    found = {r.id: _telling(r, reading, origins, book) for reading in readings for r in reading.reports}
    return tuple(found[key] for key in sorted(found))


def _telling(report: Report, reading: Reading, origins: Mapping[str, str], book: Codebook) -> Telling:
    document, span = reading.document, report.evidence
    unread = report.when is None and any(t.when is None and span.start <= t.start < span.end for t in reading.times)
    return Telling(
        id=report.id,
        report=report,
        origin=origins.get(document.id, document.id),
        outlet=outlet_of(document),
        published=document.published,
        kind=kind_of(report, book),
        block=block_of(report, book),
        unread_day=unread,
        when=when_of(report),
        window=window_of(report, document.published),
    )
