"""`detente scale`: many pages on many processors, by Ray."""

import click

from detente.cli import options
from detente.cli.group import printable
from detente.model import UsageError


@click.group()
def scale() -> None:
    """Read more pages than one machine's patience: into a lake of Parquet files, and a record out of it.

    \b
        detente scale read crawl/*.warc.gz --out lake
        detente scale gather lake --record mali.db
    """


@scale.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--out", "lake", required=True, metavar="LAKE", help="A folder, or an address: s3://bucket/lake")
@click.option("--address", metavar="ADDRESS", help="Of a Ray cluster; without it, this machine alone.")
@click.option("--workers", type=click.IntRange(1, 4096), metavar="N", help="Processes that code; all processors.")
@click.option("--columns", metavar="FIELD=NAME,…", help="Of tables, as for `detente read`.")
def read(sources: tuple[str, ...], lake: str, address: str | None, workers: int | None, columns: str | None) -> None:
    """Code all pages of SOURCE… (files, folders, WARC, Parquet; paths or addresses) into LAKE.

    Run it again after anything that went wrong: what the lake has already is not read again.

    \b
        detente scale read examples/press --out lake
        detente scale read s3://commoncrawl/crawl-data/CC-NEWS/2031/06 --out s3://desk/lake --address auto
    """
    from detente import scale as room
    from detente.cli import screen

    with screen.counting("coding") as step:
        ran = room.read(
            sources, lake, address=address, workers=workers, columns=options.declared(columns or ""), on_progress=step
        )
    if not ran.files:
        raise UsageError(f"there is no page in {printable(' '.join(sources))}")
    fates = {fate: ran.fates.get(fate, 0) for fate in ("read", "known", "refused")}
    click.echo(
        f"{sum(fates.values()):,} pages seen = {fates['read']:,} read + {fates['known']:,} already known"
        f" + {fates['refused']:,} refused; {ran.reports:,} reports in the lake"
    )
    click.echo(f"Next: detente scale gather {printable(lake)}")


@scale.command()
@click.argument("lake", metavar="LAKE")
@options.record
@click.option(
    "--workers", type=click.IntRange(0, 4096), metavar="N", help="Processes that consolidate; all processors."
)
def gather(lake: str, record: str, workers: int | None) -> None:
    """Put all of LAKE into a record, which the desk and every command open, and work out each pair of actors of a new one.

    \b
        detente scale gather lake --record mali.db
    """
    from detente import scale as room

    found = room.gather(lake, record, workers)
    click.echo(f"{found.pages:,} pages new + {found.known:,} already known + {found.refused:,} refused")
    if found.pairs:
        click.echo(f"{found.pairs:,} pairs of actors worked out")
    click.echo(f"Next: detente serve --record {printable(record)}")
