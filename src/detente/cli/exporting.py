"""`detente export`, `detente import`: the record for other programs and back, and an account of what went and what did not."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from detente.choices import ExportFormat
from detente.cli import options
from detente.cli.group import printable
from detente.model import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from detente.choices import Lang, Rule
    from detente.views.exports import Made


@click.command()
@options.record
@click.option("--format", "form", type=click.Choice(get_args(ExportFormat)), default="json", show_default=True)
@click.option("--table", metavar="NAME", help="Of csv and parquet: this table alone; reports where -o names one file.")
@options.rule
@options.known
@options.lang
@options.output
def export(
    record: str,
    form: ExportFormat,
    table: str | None,
    rule: "Rule",
    known: "datetime | None",
    lang: "Lang",
    output: Path | None,
) -> None:
    """The whole record, for other programs. The same pages always give the same bytes.

    csv and parquet write one table into a file or to the terminal, or, where -o names a folder, one file a table; a
    crate is a folder. What was written and what was left out, and why, is told on standard error. --lang is the
    language of labels in calendars and timelines.

    \b
        detente export --format csv -o reports.csv
        detente export --format parquet -o tables
        detente export --format ical -o announced.ics
    """
    import detente
    from detente.views import exports

    if table and form not in exports.BY_TABLE:
        raise UsageError(f"--table goes with {' and '.join(exports.BY_TABLE)}; {form} has no tables")
    opened = detente.open(record, rule=rule, known_on=known.date() if known else None)
    made = opened.exported(form, lang)
    if form in exports.BY_TABLE and (table or _one_file(output, form)):
        made = made.only(table or "reports")
    _put(made, form, output)
    for line in accounted(made, form) if output or any(c.left for c in made.counts) else ():
        click.echo(line, err=True)
    if opened.empty:
        from detente.store.opening import named

        click.echo(
            f"The record {printable(named(record))} is empty: read pages into it with: detente read PATH…", err=True
        )


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@options.record
def import_file(file: Path, record: str) -> None:
    """Read FILE, written by `detente export --format jsonl`, into the record: pages, dates, reports, statements, judgements.

    Events, measures and all else that follows from these are made anew. A line that is wrong is named, with the
    reason, and nothing of the file is kept. Pages that the record has already stay as they are.

    \b
        detente import record.jsonl --record copy.db
    """
    import detente

    found = detente.restore(file, record)
    click.echo(f"{found.pages} pages new + {found.known} already known")
    click.echo(", ".join(f"{n} {kind} lines" for kind, n in found.lines.items()) or "no line but the header")
    if found.changed is not None:
        apart = ", ".join(f"{n} {kind}" for kind, n in found.changed.items())
        click.echo(
            f"Lines that come out otherwise: {apart}" if apart else "Exported again, it is the same to the last byte."
        )


def _one_file(output: Path | None, form: str) -> bool:
    return output is None or output == Path("-") or output.suffix.lower() == f".{form}"


def _put(made: "Made", form: str, output: Path | None) -> None:
    from detente.cli.output import put_bytes, write_whole

    if len(made.files) == 1:
        put_bytes(made.files[0][1], output)
        return
    if output is None or output == Path("-"):
        raise UsageError(f"{form} makes {len(made.files)} files: name a folder for them, with -o FOLDER")
    output.mkdir(exist_ok=True)
    for name, data in made.files:
        (output / name).parent.mkdir(exist_ok=True)
        write_whole(output / name, data)


def accounted(made: "Made", form: str) -> list[str]:
    """What is in the files; of each table that is there in part, what is not and why; and what is not there at all."""
    from detente.views.exports import WHY

    shown = [c for c in made.counts if c.rows]
    whole, none = (
        [c for c in shown if not c.left],
        [c for c in shown if set(c.left) <= {"not-in-format", "other-table"}],
    )
    lines = [f"{form}: written: {', '.join(f'{c.rows} {c.table}' for c in whole)}"] if whole else []
    for count in (c for c in shown if c.left and c not in none):
        reasons = ", ".join(f"{n} {WHY[why]}" for why, n in count.left.items())
        lines.append(f"{form}: written: {count.written} of {count.rows} {count.table}; left out: {reasons}")
    for why in sorted({reason for c in none for reason in c.left}):
        names = ", ".join(f"{c.rows} {c.table}" for c in none if why in c.left)
        lines.append(f"{form}: left out, {WHY[why]}: {names}")
    return lines
