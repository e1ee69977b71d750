"""The commands by which an analyst decides. Only here is the clock read: a judgement is dated by who makes it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed
from detente.model import UsageError, Verdict

if TYPE_CHECKING:
    from detente.choices import JudgementsFormat, Lang

_by = click.option("--by", metavar="NAME", envvar="DETENTE_ANALYST", show_envvar=True, help="Who judges.")
_on = click.option(
    "--on",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
    help="When, in UTC; when not given, now. Of two judgements on one thing the later holds.",
)
_note = click.option("--note", default="", metavar="TEXT", help="Why; kept with it.")


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID [OTHER]")
@options.record
@click.option("--same", "verdict", flag_value="same", help="ID and OTHER tell one act.")
@click.option("--different", "verdict", flag_value="different", help="They do not.")
@click.option("--wrong", "verdict", flag_value="wrong", help="The sentence does not say that: it counts in nothing.")
@click.option("--right", "verdict", flag_value="right", help="It does: it counts, however unsurely it was read.")
@click.option(
    "--set", "value", metavar="FIELD=VALUE", help="Another value, as date=2031-03-05; of a report, or of an event."
)
@_by
@_on
@_note
def judge(
    ids: tuple[str, ...],
    record: str,
    verdict: str | None,
    value: str | None,
    by: str | None,
    on: datetime | None,
    note: str,
) -> None:
    """What an analyst decides of an event or a report (ID, or its first letters), against the coding.

    It always wins, survives another reading of the pages with another codebook, and can be undone. Without a
    verdict it shows the sentences that the event ID rests on, each with the id of its report.

    \b
        detente judge ec8481ee7
        detente judge ec8481ee7 ed9a7a352 --different --by "A. Diallo"
        detente judge ec8481ee7 --set date=2031-02-11 --by "A. Diallo" --note "the decree's own date"
        detente judge eae3760dc --wrong --by "A. Diallo" --on 2031-07-01
    """
    import detente
    from detente import judging
    from detente.cli.output import put

    if verdict is None and value is None:
        return put(detente.open(record).told(ids[0]), None)
    if verdict and value:
        raise UsageError("one judgement at a time: a verdict, or --set FIELD=VALUE")
    field, _, text = (value or "").partition("=")
    which = Verdict.CORRECTED if value else Verdict(verdict or "")
    made = _moment(on)
    found = judging.judge(
        ids,
        which,
        _signed(by),
        made,
        record,
        field=field.strip() or None,
        value=text if value else None,
        note=typed(note),
    )
    click.echo(f"{found.id}: kept. To undo it: detente judgements --undo {found.id[:9]} --by NAME")


def _moment(on: datetime | None) -> datetime:
    return on.replace(tzinfo=UTC) if on else datetime.now(UTC)


def _signed(by: str | None) -> str:
    if not by or not by.strip():
        raise UsageError("a judgement is signed: --by NAME, or DETENTE_ANALYST in the environment")
    return typed(by)


@click.command()
@options.record
@click.option("--undo", metavar="ID", help="Undo a judgement; it stays on the record. Undo that to bring it back.")
@_by
@_on
@_note
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@options.output
@options.lang
def judgements(
    record: str,
    undo: str | None,
    by: str | None,
    on: datetime | None,
    note: str,
    form: "JudgementsFormat",
    output: Path | None,
    lang: "Lang",
) -> None:
    """What analysts decided, what became of each, and undoing it.

    \b
        detente judgements
        detente judgements --undo j5d2c81f0 --by "A. Diallo"
    """
    import detente
    from detente import judging
    from detente.cli.output import put, width

    if undo:
        found = judging.undo(undo, _signed(by), _moment(on), record, typed(note))
        click.echo(f"{found.id}: undone.")
        return
    put(detente.open(record).judgements(form, lang, width=width()), output)
