"""Options that several commands take."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.api import DEFAULT
from detente.model import UsageError

if TYPE_CHECKING:
    from detente.assisted import Assist

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


assist = click.option(
    "--assist",
    metavar="URL",
    help="Ask a language model too, at an OpenAI-compatible endpoint (http://localhost:8000/v1), or take what a record "
    "of yours kept of its answers. Its proposals are marked.",
)
model = click.option("--model", metavar="NAME", help="Which model the endpoint is to use.")


def assisted(assist: str | None, model: str | None) -> "Assist | None":
    """Whom to ask, if anybody. UsageError where half of it is said."""
    if bool(assist) != bool(model):
        raise UsageError("--assist and --model go together")
    if not assist or not model:
        return None
    from detente.assisted import Assist

    return Assist(assist, model)


def declared(declared: str) -> dict[str, str]:
    """`text=body,title=headline` as field -> column."""
    pairs = [pair.partition("=") for pair in declared.split(",") if pair.strip()]
    if any(not field.strip() or not name.strip() for field, _, name in pairs):
        raise UsageError(f"--columns takes FIELD=NAME,… as text=body,title=headline; not {declared!r}")
    return {field.strip(): name.strip() for field, _, name in pairs}
