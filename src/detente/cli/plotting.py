"""`detente plot`: a figure of two states."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed

if TYPE_CHECKING:
    from datetime import datetime

    from detente.choices import Lang


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option(
    "--what",
    type=click.Choice(["curve", "measures", "types", "copies"]),
    default="curve",
    show_default=True,
    help="The curve; measures through time; types of events by month; which outlet carries which.",
)
@click.option(
    "--format", "form", type=click.Choice(["svg", "png"]), help="When not given: by the ending of -o FILE, else svg."
)
@click.option("--since", type=options.DAY, metavar="DAY", help="The curve from this day…")
@click.option("--until", type=options.DAY, metavar="DAY", help="…to this one, both inside.")
@options.output
@options.lang
def plot(
    a: str,
    b: str,
    record: str,
    what: str,
    form: str | None,
    since: "datetime | None",
    until: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """A figure of A and B, for a note or an article: in greys, in French or English, the same bytes each time.

    \b
        detente plot CAN SEN -o curve.svg
        detente plot CAN SEN --since 2031-01-01 --until 2031-06-30 -o spring.png
        detente plot CAN SEN --what measures --lang fr -o mesures.png
    """
    import detente
    from detente.cli.output import put_bytes

    chosen = form or ("png" if output is not None and output.suffix.lower() == ".png" else "svg")
    first, last = (day.date() if day else None for day in (since, until))
    put_bytes(detente.open(record).plot(typed(a), typed(b), what, chosen, lang, since=first, until=last), output)
