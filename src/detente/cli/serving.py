"""`detente serve`: the record in a browser."""

from importlib import import_module
from typing import IO, Any

import click

from detente.cli import options
from detente.cli.group import printable
from detente.model import UsageError

_EXTRA = ("fastapi", "starlette", "uvicorn", "multipart", "python_multipart", "argon2", "itsdangerous")

ROLES = ("reader", "analyst", "admin")


@click.command()
@options.record
@click.option("--port", default=8100, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Any but this machine needs accounts."
)
@click.option("--name", "names", multiple=True, metavar="NAME", help="Under which others ask for it: desk.example.org")
@click.option(
    "--certificate", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="For https, with --key."
)
@click.option("--key", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Of the certificate.")
def serve(record: str, port: int, host: str, names: tuple[str, ...], certificate: str | None, key: str | None) -> None:
    """Open the record in a browser: relations, events, pages, what is doubtful and how you decide it.

    Nothing is fetched unless you add an address, and nobody but this machine can reach it. Ctrl-C ends it.

    \b
        detente serve
        detente serve --record mali.db --port 8200
        detente serve --host 192.0.2.7 --name desk.example.org --certificate desk.pem --key desk.key
    """
    if bool(certificate) != bool(key):
        raise UsageError("--certificate and --key go together")
    serving = _room("serving")
    serving.serve(record, serving.Place(host, port, names, certificate, key), click.echo)


def _room(module: str) -> Any:
    """A module of the desk, whose libraries are an extra. Raises UsageError where they are missing."""
    try:
        return import_module(f"detente.desk.{module}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageError(f"the desk needs {error.name}, which is not installed: pip install 'detente[desk]'") from error


@click.group()
def accounts() -> None:
    """Who may come to the desk, once others can reach it: add, list, remove, password.

    They stand in a file beside the record, which holds no word of them. As soon as there is one, all must sign in.

    \b
        detente accounts add a.diallo --role analyst
    """


_password = click.option(
    "--password-file", type=click.File("r"), metavar="FILE", help="Its first line is the password; - is standard input."
)


@accounts.command("add")
@click.argument("name")
@options.record
@click.option("--role", type=click.Choice(list(ROLES)), default="reader", show_default=True)
@_password
def add_account(name: str, record: str, role: str, password_file: IO[str] | None) -> None:
    """Make an account: a reader looks, an analyst judges and adds pages too, an admin reads who did what as well.

    \b
        detente accounts add a.diallo --role analyst
    """
    from detente.store.beside import Role

    room = _room("accounts").Accounts(_there(record))
    room.add(name, _asked(password_file), Role(role))
    click.echo(f"{name}: {role}. Sign in at /login.")


@accounts.command("list")
@options.record
def list_accounts(record: str) -> None:
    """The accounts, with their roles and the days they were made.

    \b
        detente accounts list
    """
    from detente.store.beside import Beside

    found = Beside(_there(record)).accounts()
    for one in found:
        click.echo(f"{printable(one.name)}  {one.role}  {one.made:%Y-%m-%d}")
    if not found:
        click.echo("No accounts: the desk is for this machine alone.")


@accounts.command("remove")
@click.argument("name")
@options.record
def remove_account(name: str, record: str) -> None:
    """Take an account away; whoever is in under it is out at once.

    \b
        detente accounts remove a.diallo
    """
    _room("accounts").Accounts(_there(record)).remove(name)
    click.echo(f"{name}: removed.")


@accounts.command("password")
@click.argument("name")
@options.record
@_password
def change_password(name: str, record: str, password_file: IO[str] | None) -> None:
    """Another password; whoever is in under the old one is out at once.

    \b
        detente accounts password a.diallo
    """
    _room("accounts").Accounts(_there(record)).change(name, _asked(password_file))
    click.echo(f"{name}: changed.")


def _asked(file: IO[str] | None) -> str:
    if file is not None:
        return file.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def _there(record: str) -> str:
    """Raises RecordError where there is no record that accounts could be for."""
    from detente.store import Store

    Store(record, create=False).close()
    return record
