"""`detente serve`: one record, one address, until Ctrl-C."""

import errno
import ipaddress
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import uvicorn

from detente.desk.accounts import Accounts
from detente.desk.app import LOOPBACK, make
from detente.desk.records import Records
from detente.intake import steady
from detente.model import UsageError

BACKLOG = 128
EVERYWHERE = ("0.0.0.0", "::", "")
TURN = 0.0005  # seconds; Python's own 0.005 makes every answer wait so long, several times over, while a record is gathered
UNSEALED = "Passwords cross the network as they are: give --certificate and --key, or a proxy that speaks https"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen. names: by which others ask for it, as desk.example.org. certificate, key: files, for https."""

    host: str = "127.0.0.1"
    port: int = 8100
    names: tuple[str, ...] = ()
    certificate: str | None = None
    key: str | None = None

    @property
    def open(self) -> bool:
        """Whether others can reach it."""
        return not is_loopback(self.host)


def serve(record: str, place: Place, say: Callable[[str], object] = print) -> None:
    """Says where it is, and answers until it is interrupted.

    Raises UsageError where it may not or cannot listen there, RecordError where there is no such record.
    """
    brisk()
    accounts = Accounts(record, needed=place.open)
    check(place, accounts)
    records = Records(record, settled=steady)
    with listening(place.host, place.port) as found:
        address = f"[{place.host}]" if ":" in place.host else place.host
        scheme = "https" if place.certificate else "http"
        say(f"The desk is at {scheme}://{address}:{found.getsockname()[1]}/ (Ctrl-C ends it)")
        if place.open and not place.certificate:
            say(UNSEALED)
        config = uvicorn.Config(
            make(records, {*LOOPBACK, place.host, *place.names}, accounts),
            log_level="warning",
            access_log=False,
            server_header=False,
            ssl_certfile=place.certificate,
            ssl_keyfile=place.key,
        )
        with suppress(KeyboardInterrupt):  # uvicorn has let go of all by then
            uvicorn.Server(config).run(sockets=[found])


def brisk() -> None:
    """Threads take turns more often: what is answered need not wait for what is gathered."""
    sys.setswitchinterval(TURN)


def check(place: Place, accounts: Accounts) -> None:
    """Raises UsageError for an address that others can reach, where nobody has an account or it has no name."""
    if not place.open:
        return
    if not accounts.beside.accounts():
        raise UsageError(
            f"{place.host} can be reached by others, and nobody has an account: "
            "make one with: detente accounts add NAME --role analyst (or use --host 127.0.0.1)"
        )
    if place.host in EVERYWHERE and not place.names:
        raise UsageError(
            f"{place.host} is every address of this machine: say --name desk.example.org, as others ask for it"
        )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listening(host: str, port: int) -> socket.socket:
    """A socket of our own, so that a taken port is told in one line. Raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(
        family, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )  # said outright: asyncio sends at once only then
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(BACKLOG)
    except OSError as error:
        found.close()
        raise UsageError(_why(error, host, port)) from error
    return found


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program: try --port {port + 1 if port < 65535 else 8000}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} is kept for the system here: take one above 1023, as --port 8000"
    return f"cannot listen on {host}, port {port}: {error.strerror}"
