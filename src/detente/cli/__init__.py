"""The same in a terminal. Only `click` is imported here: `detente --help` is instant."""

import os
import sys

from detente.cli.commands import cli
from detente.cli.group import Said, os_error

__all__ = ["cli", "main"]


def main() -> None:
    """The `detente` command."""
    if sys.stderr is None:  # closed, as by 2>&-: the exit status still tells
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - until the process ends
    if sys.stdout is None:  # the record itself would take its number, and be written over by what we say
        sys.exit(_said("standard output is closed; nothing was done"))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a locale without our letters
    try:
        cli(prog_name="detente")
    except OSError as error:  # --help onto a full disk: no command runs yet that would tell it
        sys.exit(_said(os_error(error)))


def _said(message: str) -> int:
    complaint = Said(message)
    complaint.show()
    return complaint.exit_code
