"""How the command line ends: what went wrong, in one line, and an exit status that says whose mistake it was."""

import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any, Generic, ParamSpec, TypeVar

import click

from detente.model import DetenteError, UsageError

TRACE = "DETENTE_TRACEBACK"  # environment: when set, a fault of ours shows where it happened

P = ParamSpec("P")
T = TypeVar("T")


class Said(click.ClickException):
    """One line on stderr, `detente: …`; exit status 1: the record, a page, a file."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"detente: {printable(self.message)}", err=True, file=file)


class Misused(Said):
    """What was asked cannot be answered; as click's own."""

    exit_code = 2


class Interrupted(Said):
    """Ctrl-C: 128 + SIGINT, as a shell would say."""

    exit_code = 130


class Fault(Said):
    """A fault of ours: EX_SOFTWARE of sysexits.h."""

    exit_code = 70


class Group(click.Group):
    """Commands whose errors are told in one line, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise Misused(str(error)) from error
        except DetenteError as error:
            raise Said(str(error)) from error
        except BrokenPipeError:
            raise  # `detente export | head`: click ends quietly
        except OSError as error:
            raise Said(os_error(error)) from error
        except KeyboardInterrupt as error:
            raise Interrupted("interrupted") from error
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise  # how click itself ends a command
        except Exception as error:
            if os.environ.get(TRACE):
                raise
            raise Fault(_fault(error)) from error


def os_error(error: OSError) -> str:
    """Which file, and what is wrong with it."""
    return ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)


def _fault(error: Exception) -> str:
    return f"a fault of ours, {type(error).__name__}: {error}; set {TRACE}=1 to see where, and please report it"


@dataclass(frozen=True)
class _Traced(Generic[P, T]):
    """A step whose faults are shown on stderr before they go their way; it can travel to another process."""

    step: Callable[P, T]

    def __call__(self, *args: P.args, **named: P.kwargs) -> T:
        try:
            return self.step(*args, **named)
        except DetenteError:
            raise
        except Exception:
            traceback.print_exc()
            raise


def traced(step: Callable[P, T]) -> Callable[P, T]:
    """The same step; when TRACE is set, a fault in it is shown on stderr before it goes its way."""
    return _Traced(step) if os.environ.get(TRACE) else step


def printable(text: str) -> str:
    """What a page or a file name may hold, without what would drive a terminal."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def typed(word: str) -> str:
    """What was typed, as UTF-8 whatever the locale: under LANG=C, "Sénégal" comes as bytes in disguise."""
    return os.fsencode(word).decode("utf-8", "backslashreplace")
