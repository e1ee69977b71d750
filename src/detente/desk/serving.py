"""`detente serve`: one record, one address, until Ctrl-C."""

import errno
import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from detente.desk.app import LOOPBACK, make
from detente.desk.records import Records
from detente.model import UsageError

BACKLOG = 128


def serve(record: str, host: str, port: int, say: Callable[[str], object] = print) -> None:
    """Says where it is, and answers until it is interrupted.

    Raises UsageError where it may not or cannot listen there, RecordError where there is no such record.
    """
    check_host(host)
    records = Records(record)
    with listening(host, port) as found:
        address = f"[{host}]" if ":" in host else host
        say(f"The desk is at http://{address}:{found.getsockname()[1]}/ (Ctrl-C ends it)")
        config = uvicorn.Config(
            make(records, {*LOOPBACK, host}), log_level="warning", access_log=False, server_header=False
        )
        with suppress(KeyboardInterrupt):  # uvicorn has let go of all by then
            uvicorn.Server(config).run(sockets=[found])


def check_host(host: str) -> None:
    """Raises UsageError for an address that others can reach: there are no accounts yet."""
    if not is_loopback(host):
        raise UsageError(f"{host} can be reached by others, and this desk has no accounts yet: use --host 127.0.0.1")


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
