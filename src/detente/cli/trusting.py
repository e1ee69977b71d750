"""The commands that say whether a record holds, and that keep copies of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import printable

if TYPE_CHECKING:
    from detente.verifying import Verified

_SHOWN = 40  # what does not hold, listed one by one; more are counted by kind


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path())
@options.record
def verify(paths: tuple[str, ...], record: str) -> None:
    """Derive the record again and say what does not hold: exit status 1 where anything does not.

    The file itself; every article coded once more from its text; names and figures of reports on their pages; events
    from their reports, measures from their events. Give the pages, and their hashes and texts are checked too.

    \b
        detente verify --record mali.db
        detente verify examples/press --record mali.db
    """
    import detente

    found = detente.verify(record, paths)
    _say(found)
    if not found.holds:
        raise click.exceptions.Exit(1)


def _say(found: "Verified") -> None:
    for kind, count in found.counts.items():
        click.echo(f"{count:>9,} {kind}")
    for unheld in found.unheld[:_SHOWN]:
        click.echo(printable(f"{unheld.kind}: {unheld.where}: {unheld.detail}"))
    if len(found.unheld) > _SHOWN:
        click.echo(f"… and {len(found.unheld) - _SHOWN:,} more")
    click.echo("All of it holds." if found.holds else f"{len(found.unheld):,} do not hold.")


@click.command()
@click.argument("to", metavar="FILE", type=click.Path(path_type=Path))
@options.record
def backup(to: Path, record: str) -> None:
    """Copy the whole record, as it stands at one moment, to a new FILE; readers and writers go on meanwhile.

    \b
        detente backup mali-2031.db --record mali.db
        detente backup mali-2031.db --record postgresql://desk.example.org/mali
    """
    import detente
    from detente.store.opening import named

    detente.backup(record, to)
    click.echo(f"{to} is a copy of {named(record)}; to bring it back: detente restore {to} --record NEW")


@click.command()
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@options.record
def restore(source: Path, record: str) -> None:
    """Bring a backup back as a record that is not there yet; a damaged one is refused.

    \b
        detente restore mali-2031.db --record again.db
        detente restore mali-2031.db --record postgresql://desk.example.org/mali
    """
    import detente
    from detente.store.opening import named

    detente.recover(source, record)
    click.echo(f"{named(record)} is what {source} holds.")
