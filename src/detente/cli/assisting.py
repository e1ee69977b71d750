"""`detente assist`: what a language model adds to a record, and how far it agrees with the rules."""

from collections.abc import Mapping
from datetime import UTC, datetime

import click

from detente.cli import options
from detente.cli.group import printable
from detente.model import UsageError


@click.group()
def assist() -> None:
    """A second opinion from a language model of yours: off unless asked for, marked wherever it shows, never needed.

    \b
        detente read press --assist http://localhost:8000/v1 --model mistral-small
        detente assist agreement
    """


@assist.command()
@options.record
def agreement(record: str) -> None:
    """How far models and rules agree: what became of all that was proposed.

    \b
        detente assist agreement --record mali.db
    """
    say(record)


@assist.command()
@options.record
@options.assist
@options.model
@click.option("--most", default=100, show_default=True, type=click.IntRange(1), help="Pairs of events to ask about.")
def match(record: str, assist: str | None, model: str | None, most: int) -> None:
    """Ask whether events that the record holds possibly the same are one act.

    What the model says is one, with words of both sentences, is judged so, signed assist:NAME; undo it like any
    judgement. What somebody judged is not asked.

    \b
        detente assist match --assist http://localhost:8000/v1 --model mistral-small
    """
    from detente import assisted

    second = options.assisted(assist, model)
    if second is None:
        raise UsageError("whom to ask: --assist http://localhost:8000/v1 --model NAME")
    _table(assisted.match(record, second, datetime.now(UTC), most) or {"pairs to ask about": 0})


def say(record: str) -> None:
    """The table of agreement of a record."""
    from detente import assisted

    found = assisted.opinions(record)
    click.echo("A language model beside the rules:")
    _table({"answers": found.get("answers", 0), **{k: n for k, n in sorted(found.items()) if k != "answers"}})
    for kind in ("reports", "statements"):
        agreed, alone, rules = (found.get(f"{kind}, {fate}", 0) for fate in ("agreed", "only model", "only rules"))
        if told := agreed + alone + rules:
            click.echo(f"{kind}: {1 - agreed / told:.0%} of {told:,} told by one of the two alone")


def _table(rows: Mapping[str, int]) -> None:
    for what, number in rows.items():
        click.echo(f"{number:>9,} {printable(what)}")
