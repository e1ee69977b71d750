"""The commands in one place. Each is one call into the package; imports wait until a command runs."""

import click

from detente.cli import (
    asking,
    assisting,
    briefing,
    codebooks,
    evaluating,
    exporting,
    judging,
    plotting,
    reading,
    scaling,
    serving,
    showing,
    trusting,
    watching,
)
from detente.cli.group import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="detente", message="%(prog)s %(version)s")
def cli() -> None:
    """Press pages in, a sourced chronology of the relation between two states out.

    \b
        detente read examples/press
        detente brief MLI USA
    """


for command in (
    reading.read,
    briefing.brief,
    asking.measures,
    asking.curve,
    showing.page,
    showing.explain,
    exporting.export,
    exporting.import_file,
    trusting.verify,
    trusting.backup,
    trusting.restore,
    plotting.plot,
    evaluating.evaluate,
    codebooks.codebook,
    judging.judge,
    judging.judgements,
    scaling.scale,
    assisting.assist,
    watching.watch,
    serving.serve,
    serving.accounts,
):
    cli.add_command(command)
