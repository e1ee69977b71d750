"""The wire: a connection goes to an address that was judged, and never outlives its time."""

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import httpcore
import httpx

from detente.fetching.addresses import Resolve, dialled
from detente.model import UnreadablePage

PATIENCE = 10.0  # seconds for one address of a host to answer, before the next is tried; a choice of ours
Options = Iterable[Any] | None


class Deadline:
    """A moment shared by all connections of a fetcher, so that a server that drips cannot hold one open."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._end = clock, clock()

    def set(self, seconds: float) -> None:
        self._end = self._clock() + seconds

    def left(self) -> float:
        """Seconds left, more than 0. Raises httpcore.ReadTimeout."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("no time left")
        return left


class Wire(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except (httpcore.ConnectError, ValueError) as error:  # ValueError: a name no certificate can have
            self.close()
            raise UnreadablePage("tls", f"no safe connection to {server_hostname}: {error}") from error
        return Wire(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Dialler(httpcore.NetworkBackend):
    """Resolves a host once per connection, judges every address, and dials those very addresses: no second look-up
    between the judging and the dialling for a name that changes (DNS rebinding). Host header and certificate keep the name.
    """

    def __init__(
        self, network: httpcore.NetworkBackend, deadline: Deadline, resolve: Resolve, allow_private: bool
    ) -> None:
        self._network, self._deadline = network, deadline
        self._resolve, self._allow_private = resolve, allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError("no address")
        for ip in dialled(host, port, self._resolve, self._allow_private):
            try:
                return Wire(self._network.connect_tcp(ip, port, min(self._deadline.left(), PATIENCE)), self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Transport(httpx.BaseTransport):
    """httpx over our dialler. Errors stay httpcore's."""

    def __init__(self, dialler: Dialler, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=tls, network_backend=dialler, max_keepalive_connections=8)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(httpcore.Request(request.method, url, headers=request.headers.raw))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from cast(Iterable[bytes], self._answer.stream)

    def close(self) -> None:
        self._answer.close()
