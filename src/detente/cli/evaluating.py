"""`detente evaluate`: a record beside pages that somebody coded by hand."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.choices import EvaluationFormat
from detente.cli import options
from detente.model import UsageError

if TYPE_CHECKING:
    from detente.choices import Lang
    from detente.model import Evaluation


@click.command()
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@options.record
@click.option("--format", "form", type=click.Choice(["terminal", "json", "html"]), help="html where -o names one.")
@click.option("--need", "needs", multiple=True, metavar="FIGURE=VALUE", help="Exit status 1 where a figure is below.")
@options.lang
@options.output
def evaluate(
    gold: Path,
    record: str,
    form: "EvaluationFormat | None",
    needs: tuple[str, ...],
    lang: "Lang",
    output: Path | None,
) -> None:
    """How far the record agrees with GOLD, a folder of pages coded by hand: figures, intervals, and every error.

    Read the pages first. GOLD has a JSON file a page, and cross.json for what holds across pages. The HTML shows each
    row beside the coders' own, sentence by sentence: what is wrong, missed, too many.

    \b
        detente evaluate examples/gold --record mali.db
        detente evaluate examples/gold --record mali.db -o errors.html
        detente evaluate examples/gold --record mali.db --need mentions.type.f1=0.7
    """
    import detente
    from detente.cli.output import put
    from detente.views import evaluated

    asked = [_need(one) for one in needs]
    html = output is not None and output.suffix.lower() in (".html", ".htm")
    found = detente.evaluate(gold, record)
    put(evaluated.render(found, form or ("html" if html else "terminal"), lang), output)
    short = [line for name, least in asked if (line := _short(found, name, least))]
    for line in short:
        click.echo(line, err=True)
    if short:
        raise click.exceptions.Exit(1)


def _need(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise UsageError(f"--need {text}: give a figure and the least it may be, as in mentions.type.f1=0.7") from None


def _short(found: "Evaluation", name: str, least: float) -> str:
    values = {f.name: f.value for f in found.figures}
    if name not in values:
        raise UsageError(f"there is no figure {name}; there are {', '.join(values)}")
    return f"falls short: {name} {values[name]:.3f} < {least:g}" if values[name] < least else ""
