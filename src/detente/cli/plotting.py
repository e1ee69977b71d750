"""`detente plot`: a figure of two states."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed

if TYPE_CHECKING:
    from detente.api import Lang


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
@options.output
@options.lang
def plot(a: str, b: str, record: str, what: str, form: str | None, output: Path | None, lang: "Lang") -> None:
    """A figure of A and B, for a note or an article: in greys, in French or English, the same bytes each time.

    \b
        detente plot CAN SEN -o curve.svg
        detente plot CAN SEN --what measures --lang fr -o mesures.png
    """
    import detente
    from detente.cli.output import put_bytes

    chosen = form or ("png" if output is not None and output.suffix.lower() == ".png" else "svg")
    put_bytes(detente.open(record).plot(typed(a), typed(b), what, chosen, lang), output)
