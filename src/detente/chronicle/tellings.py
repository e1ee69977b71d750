"""A report with what is known around it, and the block in which it may meet its likes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlsplit

from detente.chronicle.counting import counted
from detente.chronicle.naming import Naming, Spot, stems
from detente.codebook import Codebook
from detente.model import Basis, Document, Reading, Report, Status, When

PRECISE = 3  # days; a date no wider than this names a day, or a night between two
PRINTED = timedelta(days=7)  # a page that gives no date tells what happened in the week before it
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})

Window = tuple[date | None, date | None]
Block = tuple[str, ...]  # the parties, sorted
Told = tuple[Reading, Report]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report, seen from outside its sentence.

    origin: the document all copies go back to. outlet: who printed it, never empty. pages: documents that print it;
    several once its copies are folded into it.
    kind: "meeting", "measure", "words" or "act". hostile: whether PLOVER counts it as conflict. step: what it does to
    a measure, "" for nothing.
    block: only tellings of one block can be one event. stems: of the quote's words, those that name no party, with
    how much each says among the pair's (the rarer, the more); said: all of them together.
    worth: the sum it gives, as "15000 CAD", or as printed. counts: what it counts, by kind: "12", "30+" for at least, "~40"
    for about; growing: kinds of which a later page may know more.
    when: as `when_of`; window: as `window_of`. unread_day: the sentence dates itself with words
    that have no value here ("ce week-end", unpublished).
    """

    id: str
    report: Report
    origin: str
    outlet: str
    language: str
    published: date | None
    pages: frozenset[str]
    kind: str
    hostile: bool
    step: str
    block: Block
    stems: Mapping[str, float]
    said: float
    spot: Spot | None
    worth: str | None
    unread_day: bool
    when: When | None
    window: Window
    counts: Mapping[str, str] = field(default_factory=dict)
    growing: frozenset[str] = frozenset()

    @property
    def precise(self) -> bool:
        days = self.when.days if self.when else None
        return days is not None and days <= PRECISE

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
    if report.effect and report.instrument and report.effect != LEAVES:
        return "measure"
    return "words" if report.type in VERBAL else "act"


def step_of(report: Report, book: Codebook) -> str:
    """Imposing, easing, lifting…: one name for the words of the codebook that leave a measure in the same way."""
    if not (report.effect and report.instrument) or report.effect == LEAVES:
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
LEAVES = "leave"  # the effect of words that leave a measure in force, and do nothing to it
VERBAL = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT"})


def block_of(report: Report) -> Block:
    return tuple(sorted(report.parties))


def blocks_of(readings: Iterable[Reading]) -> dict[Block, list[Told]]:
    """The reports of `readings` by their parties."""
    found: dict[Block, list[Told]] = defaultdict(list)
    for reading in readings:
        for report in reading.reports:
            found[block_of(report)].append((reading, report))
    return found


def tellings(
    told: Iterable[Told], origins: Mapping[str, str], book: Codebook, naming: Naming, own: frozenset[str]
) -> dict[str, Telling]:
    """The tellings of one block by their ids, sorted; their words not weighed yet. own: stems that name the parties."""
    found = {t.id: t for t in (_telling(report, reading, origins, own, book, naming) for reading, report in told)}
    return {id: found[id] for id in sorted(found)}


def _telling(
    report: Report, reading: Reading, origins: Mapping[str, str], own: frozenset[str], book: Codebook, naming: Naming
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
        pages=frozenset({document.id}),
        kind=kind_of(report, book),
        hostile=tone(report.type, book) < 0,
        step=step_of(report, book),
        block=tuple(sorted(report.parties)),
        stems=dict.fromkeys(sorted(stems(span.quote) - own), 0.0),
        said=0.0,
        spot=naming.spot(report.place),
        worth=book.money.amount(report.amount, report.actors).plain if report.amount else None,
        unread_day=unread,
        when=when_of(report),
        window=window_of(report, document.published),
        counts=counted(report, document.language, book, naming),
        growing=book.counts.growing,
    )
