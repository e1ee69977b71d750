"""What a ban named by that word alone bears on: "the ban", "both bans", where the page tells of one measure it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import Report
from detente.reports.line import Line

BAN = "restriction"  # the instrument of a ban that nothing says the object of
OBJECTS = frozenset({"passage", "tie"})  # kinds of what may be banned: flights, goods, a border
WHOLE = frozenset(
    {
        "cooperation",
        "diplomatic-relations",
        "embassy",
        "exercise",
        "military-agreement",
        "mediation",
        "membership",
        "recognition",
    }
)  # cut, never banned
HARMS = frozenset({"SANCTION", "COERCE"})


def specified(lines: Sequence[Line], book: Codebook) -> Iterator[Line]:
    """The same lines; a ban takes the instrument of the one measure of its sides, or else of the other side's against it
    ("India's own ban"). Where the page tells of two, it stays a ban."""
    told = [line.report for line in lines if line.report]
    for line in lines:
        report = line.report
        meant = _meant(report, told, book) if report and report.instrument == BAN else None
        yield replace(line, report=replace(report, instrument=meant)) if report and meant else line


def _meant(ban: Report, told: Sequence[Report], book: Codebook) -> str | None:
    harms = [r for r in told if r.type in HARMS and r.effect and r.instrument and may_be_banned(r.instrument, book)]
    if not ban.recipients:  # "the two lifted *their curbs*": what either had laid on the other
        between = {r.instrument for r in harms if r.recipients and r.parties == ban.parties}
        return between.pop() if len(between) == 1 else None
    own = {r.instrument for r in harms if (r.actors, r.recipients) == (ban.actors, ban.recipients)}
    others = {r.instrument for r in harms if (r.recipients, r.actors) == (ban.actors, ban.recipients)}
    found = own or others
    return next(iter(found)) if len(found) == 1 else None


def may_be_banned(instrument: str, book: Codebook) -> bool:
    """Whether a ban may bear on it: a passage or goods, no relation as a whole."""
    return book.instruments[instrument].kind in OBJECTS and instrument not in WHOLE
