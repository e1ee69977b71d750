"""`detente page` and `detente explain`: how a page was read, and why it is coded as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import typed

if TYPE_CHECKING:
    from detente.choices import ExplainFormat, Lang


@click.command()
@click.argument("name", metavar="PAGE")
@options.record
@options.lang
@options.output
def page(name: str, record: str, lang: "Lang", output: Path | None) -> None:
    """How PAGE was read: its day and what that rests on, its text by blocks, which pages say the same.

    PAGE is a name or address as the brief shows it, or the first letters of its fingerprint. Of a page seen
    again under the same address with other content, it shows what changed.

    \b
        detente page examples/press/03-sahel-reciprocite.html
    """
    import detente
    from detente.cli.output import put

    put(detente.open(record).page(typed(name), lang), output)


@click.command()
@click.argument("name", metavar="PAGE", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html"]),
    help="When not given: by the ending of -o FILE, else text.",
)
@click.option("--all", "every", is_flag=True, help="Also the sentences that name neither an act nor words said.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and the local network.")
@options.output
@options.lang
def explain(
    name: str, form: "ExplainFormat | None", every: bool, allow_private: bool, output: Path | None, lang: "Lang"
) -> None:
    """Why PAGE is coded as it is: sentence by sentence, what it names, which rule fired, why another did not.

    PAGE is a file, a folder or an address, as for `read`; no record is asked or made.

    \b
        detente explain examples/press/03-sahel-reciprocite.html
        detente explain examples/press/03-sahel-reciprocite.html --all --lang fr -o why.html
    """
    import detente
    from detente.cli.output import put

    html = output is not None and output.suffix.lower() in (".html", ".htm")
    chosen: ExplainFormat = form or ("html" if html else "text")
    put(detente.explain(name, chosen, lang, all_sentences=every, allow_private=allow_private), output)
