"""The same in a terminal. Only `click` is imported here: `detente --help` is instant."""

import sys

from detente.cli.commands import cli

__all__ = ["cli", "main"]


def main() -> None:
    """The `detente` command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a locale without our letters
    cli(prog_name="detente")
