"""Web addresses: which we take, and which machines we dial.

Every spelling of a host ends as one IP address at the moment of dialling; that address is what is judged, never the spelling.
"""

import re
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from detente.model import UnreadablePage

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port -> its IP addresses, in the order to try them; raises OSError when the host is unknown."""

LONGEST = 8_000  # characters of an address; RFC 9110, 4.1 asks for 8,000 at least, and no press page comes near
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
_NUMBER = re.compile(
    r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)"
)  # URL Standard, "ends in a number": an IPv4 address or a mistake

# The special-purpose registries of IANA, written out: what Python calls private or global differs from version to version.
_CLOSED_4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # inside a well-known cloud, the host of the machine we run on
    )
)  # fmt: skip
_OPEN_6 = ip_network("2000::/3")  # all that is handed out to the world
_CLOSED_6 = tuple(ip_network(block) for block in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def address(text: str) -> httpx.URL:
    """The address that is fetched for `text`: host in ASCII, no fragment, no final dot in the host.

    Raises UnreadablePage (scheme, url).
    """
    try:
        url = httpx.URL(text.strip()) if len(text) <= LONGEST else None
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreadablePage("url", f"not a web address: {error}") from error
    if url is None:
        raise UnreadablePage("url", f"{len(text)} characters; at most {LONGEST} are taken")
    return _taken(url)


def _taken(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https"):
        raise UnreadablePage("scheme", f"{url.scheme or 'no scheme'}: only http and https are fetched")
    if url.userinfo:
        raise UnreadablePage("url", "a name or a password stands in the address; take it out")
    host = url.raw_host.decode("ascii").removesuffix(".")
    if not (_NAME.fullmatch(host) or ":" in host) or (_NUMBER.fullmatch(host) and literal(host) is None):
        raise UnreadablePage("url", f"{host or 'nothing'} names no host")
    if url.port is not None and not 0 < url.port < 65536:
        raise UnreadablePage("url", f"there is no port {url.port}")
    return url.copy_with(host=host, fragment=None)


def beside(base: httpx.URL, link: str) -> httpx.URL:
    """Where `link`, met at `base`, leads. Raises UnreadablePage (scheme, url)."""
    try:
        return address(str(base.join(link)))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreadablePage("url", f"not a web address: {error}") from error


def literal(host: str) -> str | None:
    """The IP address that `host` spells (`::1`, `0x7f.1`, `2130706433`); None where it is a name."""
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if _NUMBER.fullmatch(host) else None
    except OSError:
        return None


def system(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def dialled(host: str, port: int, resolve: Resolve, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of `host`, all of them fit to dial; names are resolved here and nowhere else.

    Raises UnreadablePage (dns, private-address); one closed address among several refuses the host.
    """
    spelled = literal(host)
    try:
        found = tuple(dict.fromkeys((spelled,) if spelled else resolve(host, port)))
    except (OSError, UnicodeError) as error:
        raise UnreadablePage("dns", f"{host} is not known: {error}") from error
    if not found:
        raise UnreadablePage("dns", f"{host} has no address")
    closed = [ip for ip in found if not is_public(ip)]
    if closed and not allow_private:
        name = host if host == closed[0] else f"{host} ({closed[0]})"
        raise UnreadablePage(
            "private-address", f"{name} is inside some network, not on the web; --allow-private reads it"
        )
    return found


def is_public(ip: str) -> bool:
    """Whether `ip` is a machine of the public Internet, as far as the address itself tells."""
    try:
        parsed = ip_address(ip)
    except ValueError:
        return False
    return _public_4(parsed) if isinstance(parsed, IPv4Address) else _public_6(parsed)


def _public_4(ip: IPv4Address) -> bool:
    return not any(ip in block for block in _CLOSED_4)


def _public_6(ip: IPv6Address) -> bool:
    if ip in _NAT64:
        return _public_4(IPv4Address(int(ip) & 0xFFFFFFFF))
    if ip not in _OPEN_6 or any(ip in block for block in _CLOSED_6):
        return False
    return ip.sixtofour is None or _public_4(ip.sixtofour)
