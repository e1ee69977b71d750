"""`detente measures` and `detente curve`: how two states stand, on a day and day by day."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed
from detente.model import UsageError

if TYPE_CHECKING:
    from datetime import date, datetime

    from detente.choices import CurveFormat, Lang, MeasuresFormat, Rule
    from detente.opened import OpenRecord

_CURVES: "dict[str, CurveFormat]" = {".json": "json", ".csv": "csv"}
_DRAWN = (".svg", ".png")


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option(
    "--on", type=options.DAY, metavar="DAY", help="How things stood on DAY; when not given, on that of the last page."
)
@click.option("--since", type=options.DAY, metavar="DAY", help="Also what changed from this day…")
@click.option(
    "--until", type=options.DAY, metavar="DAY", help="…to this one, both inside; when not given, that of --on."
)
@click.option("--format", "form", type=click.Choice(["terminal", "json", "csv"]), default="terminal", show_default=True)
@options.rule
@options.known
@options.output
@options.lang
def measures(
    a: str,
    b: str,
    record: str,
    on: "datetime | None",
    since: "datetime | None",
    until: "datetime | None",
    form: "MeasuresFormat",
    rule: "Rule",
    known: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """What A and B hold against each other: in force, over, left standing; each step with its sentence.

    \b
        detente measures CAN SEN
        detente measures CAN SEN --on 2031-03-20 --since 2031-02-01 --until 2031-03-31
        detente measures CAN SEN --format csv -o measures.csv
    """
    from detente.cli.output import put, width

    opened = _opened(record, rule, known)
    day = on.date() if on else None
    span = _span(since, until, day or opened.last_day)
    put(opened.measures(typed(a), typed(b), day, span, form, lang, width=width(), color=True), output)


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option("--since", type=options.DAY, metavar="DAY", help="Show it from this day…")
@click.option("--until", type=options.DAY, metavar="DAY", help="…to this one, both inside.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json", "csv"]),
    help="When not given: by the ending of -o FILE, else terminal.",
)
@options.rule
@options.known
@options.output
@options.lang
def curve(
    a: str,
    b: str,
    record: str,
    since: "datetime | None",
    until: "datetime | None",
    form: "CurveFormat | None",
    rule: "Rule",
    known: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """Cooperation and conflict between A and B, day by day: the index, how far doubt moves it, what was read, its turns.

    \b
        detente curve CAN SEN
        detente curve CAN SEN --since 2031-01-01 -o curve.json
        detente curve CAN SEN --as-known-on 2031-03-31 --format csv
    """
    from detente.cli.output import put, width

    if output and output.suffix.lower() in _DRAWN:
        raise UsageError(f"{output} is a drawing, and curve gives numbers: detente plot {a} {b} -o {output}")
    ending = _CURVES.get(output.suffix.lower() if output else "", "terminal")
    days = (day.date() if day else None for day in (since, until))
    first, last = days
    opened = _opened(record, rule, known)
    put(
        opened.curve(typed(a), typed(b), form or ending, lang, since=first, until=last, width=width(), color=True),
        output,
    )


def _opened(record: str, rule: "Rule", known: "datetime | None") -> "OpenRecord":
    import detente

    return detente.open(record, rule=rule, known_on=known.date() if known else None)


def _span(since: "datetime | None", until: "datetime | None", last: "date | None") -> "tuple[date, date] | None":
    if since is None and until is None:
        return None
    end = until.date() if until else last
    if since is None or end is None or end < since.date():
        raise UsageError("what changed takes two days, the first one first: --since 2031-02-01 --until 2031-03-31")
    return since.date(), end
