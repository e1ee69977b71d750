"""What stands between two actors on a day, what did, what changed: for a terminal, a program or a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Account, Entry, Measure, Record, Standing, UsageError
from detente.views.compose import Desk
from detente.views.dates import human
from detente.views.exports.spreadsheet import cell
from detente.views.lines import MeasureLine, Side, StepLine
from detente.views.measuring import measure_line, step_line


@dataclass(frozen=True, slots=True)
class Change:
    """A step taken between two days, and the measure it changed."""

    measure: MeasureLine
    step: StepLine


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of two actors on `day` (ISO 8601). rule: how a value was chosen where pages differ.

    standing, over, never: as in `model.Account`; lasting: troops, membership, recognition. orphans: ids of those left
    standing although their counterpart was lifted. changes: None where no two days were asked for; since, until: the two.
    """

    language: str
    a: Side
    b: Side
    day: str
    rule: str
    standing: tuple[MeasureLine, ...]
    over: tuple[MeasureLine, ...]
    never: tuple[MeasureLine, ...]
    lasting: tuple[MeasureLine, ...]
    orphans: tuple[str, ...]
    changes: tuple[Change, ...] | None = None
    since: str = ""
    until: str = ""


def compose(
    record: Record,
    sides: tuple[str, str],
    book: Codebook,
    language: str,
    account: Account,
    rule: str,
    orphans: Iterable[Measure] = (),
    changes: Iterable[Entry] | None = None,
    span: tuple[str, str] = ("", ""),
) -> Sheet:
    """The sheet of two actors. changes, span: what changed between two days (ISO 8601), and the two."""
    desk = Desk(record, book, labels(language))
    how = {s.measure.id: s for s in (*account.standing, *account.over, *account.lasting)}

    def lines(rows: Iterable[Standing]) -> tuple[MeasureLine, ...]:
        return tuple(measure_line(desk, s.measure, s) for s in rows)

    return Sheet(
        language=language,
        a=desk.side(sides[0]),
        b=desk.side(sides[1]),
        day=account.day.isoformat(),
        rule=rule,
        standing=lines(account.standing),
        over=lines(account.over),
        never=tuple(measure_line(desk, m) for m in account.never),
        lasting=lines(account.lasting),
        orphans=tuple(m.id for m in orphans if m.id in how),
        changes=None
        if changes is None
        else tuple(
            Change(measure_line(desk, e.measure, how.get(e.measure.id)), step_line(desk, e.step)) for e in changes
        ),
        since=span[0],
        until=span[1],
    )


def render(sheet: Sheet, format: str, *, asked: bool = False, width: int = 100, color: bool = False) -> str:
    """The sheet as text. asked: whether the day was asked for, or is that of the last page. UsageError names the formats."""
    if format == "terminal":
        from detente.views import ledger_terminal

        return ledger_terminal.write(sheet, labels(sheet.language), asked, width, color)
    if format not in WRITERS:
        raise UsageError(f"no measures in {format}; there are terminal, {', '.join(WRITERS)}")
    return WRITERS[format](sheet)


def as_json(sheet: Sheet) -> str:
    """The same rows for a program; keys as in `views.lines`."""
    return (
        json.dumps({"format": "detente-measures", "version": 1, **asdict(sheet)}, ensure_ascii=False, indent=1) + "\n"
    )


def as_csv(sheet: Sheet) -> str:
    """One row a step; every row ends in CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    if sheet.changes is None:
        groups = (sheet.standing, sheet.over, sheet.never, sheet.lasting)
        pairs = [(m, s) for lines in groups for m in lines for s in m.history]
    else:
        pairs = [(c.measure, c.step) for c in sheet.changes]
    writer.writerows([cell(value) for value in _cells(m, s, m.id in sheet.orphans).values()] for m, s in pairs)
    return out.getvalue()


def _cells(measure: MeasureLine, step: StepLine, orphan: bool) -> Mapping[str, object]:
    quote = step.quotes[0]
    return {
        "measure": measure.id,
        "imposer": list(measure.imposer),
        "target": list(measure.target),
        "instrument": measure.instrument,
        "state": measure.state,
        "since": measure.since,
        "doubts": list(measure.doubts),
        "orphan": "yes" if orphan else "",
        "answers": measure.answers_id,
        "answers_how": measure.answers_how,
        "step": step.kind,
        "date": step.edtf,
        "decided": step.decided,
        "effective": step.effective,
        "expiry": step.term,
        "amount": step.amount,
        "value": step.value,
        "currency": step.currency,
        "event": step.event,
        "independent": step.independent,
        "outlet": quote.outlet,
        "published": quote.published,
        "page": quote.uri,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
    }


COLUMNS = (
    *("measure", "imposer", "target", "instrument", "state", "since", "doubts", "orphan", "answers", "answers_how"),
    *("step", "date", "decided", "effective", "expiry", "amount", "value", "currency", "event", "independent"),
    *("outlet", "published", "page", "start", "end", "text"),
)
WRITERS: Mapping[str, Callable[[Sheet], str]] = {"json": as_json, "csv": as_csv}


def headline(sheet: Sheet, say: Labels, asked: bool) -> str:
    """Which day, why that one, and the rule."""
    how = say("ui.as_asked" if asked else "ui.last_page")
    return say("ui.on_day", day=human(sheet.day, say), how=how, rule=sheet.rule)
