"""`detente codebook`: its examples run, how much is written in each language, who held office."""

from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed

if TYPE_CHECKING:
    from datetime import datetime

    from detente.choices import Lang


@click.group()
def codebook() -> None:
    """The meanings of codes and words.

    \b
        detente codebook check
    """


@codebook.command()
def check() -> None:
    """Run every example and refusal of the codebook, failures last; exit status 1 if one fails.

    \b
        detente codebook check
    """
    from detente import checks
    from detente.api import codebook as load
    from detente.cli import screen

    rows = sorted(checks.run(load()), key=lambda row: not row.ok)
    failed = sum(not row.ok for row in rows)
    out = screen.console()
    out.print(screen.checks(rows))
    out.print(f"{len(rows)} examples and refusals, {failed} failed")
    if failed:
        raise click.exceptions.Exit(1)


@codebook.command()
def coverage() -> None:
    """How much of the codebook is written in each language, and what is not.

    \b
        detente codebook coverage
    """
    from detente import coverage
    from detente.api import codebook as load
    from detente.cli import screen

    screen.console().print(screen.coverage(coverage.covered(load())))


@codebook.command()
@click.argument("actor")
@click.option("--on", "day", type=options.DAY, metavar="DAY", help="Only who held office that day (2024-05-31).")
@options.lang
def people(actor: str, day: "datetime | None", lang: "Lang") -> None:
    """Who held which office for ACTOR, as the codebook knows them.

    \b
        detente codebook people Niger --on 2024-05-31
    """
    from detente.api import codebook as load
    from detente.cli import screen
    from detente.naming import actor_code

    book = load()
    held = book.actors.people.of(actor_code(typed(actor), book), day.date() if day else None)
    screen.console().print(screen.people(held, book.actors.people, lang))
