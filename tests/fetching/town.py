"""A web of our own: servers on this machine under names and public addresses that exist nowhere else.

A Town resolves names, and dials the address it gave by connecting to a server here; it notes all that was dialled.
Answers are written byte by byte, so that they can be wrong in every way.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpcore

Answer = bytes | Callable[[socket.socket], None]
PUBLIC, ELSEWHERE = "93.184.216.34", "93.184.216.35"
DAY = "2026-03-05"


def ok(body: bytes | str, *headers: str, status: str = "200 OK") -> bytes:
    """An answer whose length is told right."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def moved(to: str, status: str = "301 Moved") -> bytes:
    return ok("", f"Location: {to}", status=status)


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Sends `head`, then `piece` for ever, until the other side hangs up or the town closes."""

    def send(wire: socket.socket) -> None:
        wire.sendall(head)
        stopped = threading.Event()
        while True:
            wire.sendall(piece)
            stopped.wait(pause)

    return send


class Site:
    """One server. answers: "host/path" -> what is sent; asked: the same keys, in the order asked for."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.heads: list[bytes] = []
        self._tls, self._open = tls, set[socket.socket]()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._threads = [threading.Thread(target=self._welcome)]
        self._threads[0].start()

    def _welcome(self) -> None:
        with suppress(OSError):
            while True:
                wire, _ = self._door.accept()
                self._open.add(wire)
                self._threads.append(threading.Thread(target=self._serve, args=(wire,)))
                self._threads[-1].start()

    def _serve(self, wire: socket.socket) -> None:
        with suppress(OSError), wire:
            if self._tls is not None:
                wire = self._tls.wrap_socket(wire, server_side=True)
            with wire:
                self._answer(wire)

    def _answer(self, wire: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := wire.recv(65536)):
                return
            head += more
        first, *fields = head.decode("latin-1").split("\r\n")
        host = next(f[5:].strip() for f in fields if f.lower().startswith("host:")).partition(":")[0]
        key = host + first.split(" ")[1]
        self.asked.append(key)
        self.heads.append(head)
        answer = self.answers.get(key, ok("no such page", status="404 Not Found"))
        if callable(answer):
            answer(wire)
        else:
            wire.sendall(answer)

    def close(self) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for wire in self._open:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)


@dataclass
class Town(httpcore.NetworkBackend):
    """names: host -> its answers, one for each time it is asked, the last for ever. ports: IP address -> server here."""

    names: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=dict)
    resolved: list[str] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.resolved.append(host)
        if host not in self.names:
            raise OSError("no such host")
        answers = self.names[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append(host)
        if host not in self.ports:
            raise httpcore.ConnectError("nobody lives there")
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.ports[host], timeout)
