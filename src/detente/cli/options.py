"""Options that several commands take."""

from pathlib import Path

import click

from detente.api import DEFAULT
from detente.model import UsageError

DAY = click.DateTime(["%Y-%m-%d"])
record = click.option(
    "--record",
    envvar="DETENTE_RECORD",
    default=DEFAULT,
    show_default=True,
    show_envvar=True,
    metavar="RECORD",
    help="The record: one SQLite file, made by the first reading, or postgresql://NAME@HOST/DATABASE.",
)
output = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE, whole or not at all, instead of the terminal.",
)
rule = click.option(
    "--rule",
    type=click.Choice(["most-supported", "most-precise", "most-conservative"]),
    default="most-supported",
    show_default=True,
    help="Which value an event gets where its pages differ.",
)
known = click.option(
    "--as-known-on",
    "known",
    type=DAY,
    metavar="DAY",
    help="Only from pages printed by DAY (2031-04-30); those that do not say when are left out.",
)
lang = click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="en", show_default=True, help="Language of the labels."
)


def declared(declared: str) -> dict[str, str]:
    """`text=body,title=headline` as field -> column."""
    pairs = [pair.partition("=") for pair in declared.split(",") if pair.strip()]
    if any(not field.strip() or not name.strip() for field, _, name in pairs):
        raise UsageError(f"--columns takes FIELD=NAME,… as text=body,title=headline; not {declared!r}")
    return {field.strip(): name.strip() for field, _, name in pairs}
