"""A report with what is known around it, and the block in which it may meet its likes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from detente.chronicle.folding import words
from detente.codebook import Codebook
from detente.model import Basis, Document, Reading, Report, Status, When

PRECISE = 3  # days; a date no wider than this names a day, or a night between two
PRINTED = timedelta(days=7)  # a page that gives no date tells what happened in the week before it
STEM = 5  # letters; enough to tell words apart, few enough for "suspension" and "suspended" to meet
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})

Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report, seen from outside its sentence.

    origin: the document all copies go back to. outlet: who printed it, never empty.
    kind: "meeting", "measure", "words" or "act". step: what it does to a measure, "" for nothing.
    block: only tellings of one block can be one event. stems: of the quote's words, those that name no party.
    when: as `when_of`; window: as `window_of`. unread_day: the sentence dates itself with words
    that have no value here ("ce week-end", unpublished).
    """

    id: str
    report: Report
    origin: str
    outlet: str
    language: str
    published: date | None
    kind: str
    step: str
    block: tuple[str, ...]
    stems: frozenset[str]
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
    ahead = report.status in AHEAD
    if when := when_of(report):
        return (when.earliest or published) if ahead else when.earliest, when.latest
    if report.status is Status.CANCELLED:  # "the talks of 29 January were called off": the day may be still to come
        return None, None
    if report.when and report.when.earliest:
        return report.when.earliest - PRINTED, report.when.latest
    return (published, None) if ahead else (None, published)


def outlet_of(document: Document) -> str:
    """Its name, or the host of its address, or its id: two unnamed pages are never one outlet."""
    return document.outlet or urlsplit(document.canonical_url or document.uri).hostname or document.id


def kind_of(report: Report, book: Codebook) -> str:
    act = book.acts.get(report.act)
    if report.type == "CONSULT" or (act and act.type == "CONSULT"):
        return "meeting"
    if report.effect and report.instrument:
        return "measure"
    return "words" if report.type in VERBAL else "act"


def step_of(report: Report, book: Codebook) -> str:
    """Imposing, easing, lifting…: one name for the words of the codebook that leave a measure in the same way."""
    if not (report.effect and report.instrument):
        return ""
    against = tone(report.type, book) < 0
    return (WORSE if against else BETTER).get(report.effect, "impose" if against else "lift")


def tone(type_: str, book: Codebook) -> int:
    """1 for what PLOVER counts as cooperation, -1 for conflict, 0 for neither: a recall is no return."""
    intensity = book.plover.types[type_].intensity if type_ in book.plover.types else 0
    return (intensity > 0) - (intensity < 0)


# Steps that differ from the plain one, by whether the act is one of conflict or of cooperation.
WORSE = {"tighten": "tighten", "extend": "extend"}
BETTER = {"ease": "ease", "reduce": "ease", "suspend": "pause", "sign": "sign", "build": "build", "extend": "extend"}
# Acts that are words alone: told twice in a week, they may be two.
VERBAL = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT"})


def tellings(readings: Iterable[Reading], origins: Mapping[str, str], book: Codebook) -> tuple[Telling, ...]:
    """All reports of `readings`, once each, sorted by id."""
    told = [(reading, report) for reading in readings for report in reading.reports]
    names = names_of({code for _, report in told for code in report.parties}, book)
    found = {report.id: _telling(report, reading, origins, names, book) for reading, report in told}
    return tuple(found[key] for key in sorted(found))


def names_of(codes: Collection[str], book: Codebook) -> dict[str, set[str]]:
    """The stems of all that each actor is called: what two tellings between the same parties share anyway."""
    names: dict[str, set[str]] = {code: set() for code in codes}
    for forms in book.actors.forms.values():
        for form in forms:
            if form.actor in names:
                names[form.actor] |= stems(form.form)
    return names


@lru_cache(maxsize=50_000)
def stems(text: str) -> frozenset[str]:
    """The first letters of every word long enough to mean something; alike in French and English for many a word."""
    return frozenset(word[:STEM] for word in words(text) if len(word) >= STEM or word.isdigit())


def _telling(
    report: Report, reading: Reading, origins: Mapping[str, str], names: Mapping[str, set[str]], book: Codebook
) -> Telling:
    document, span = reading.document, report.evidence
    unread = report.when is None and any(t.when is None and span.start <= t.start < span.end for t in reading.times)
    return Telling(
        id=report.id,
        report=report,
        origin=origins.get(document.id, document.id),
        outlet=outlet_of(document),
        language=document.language,
        published=document.published,
        kind=kind_of(report, book),
        step=step_of(report, book),
        block=tuple(sorted(report.parties)),
        stems=stems(span.quote).difference(*(names[code] for code in report.parties)),
        unread_day=unread,
        when=when_of(report),
        window=window_of(report, document.published),
    )
