"""Whatever way a machine of ours is spelled, it is not dialled."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.fetching import Fetcher
from detente.fetching.addresses import address, beside, dialled, is_public, literal
from detente.model import UnreadablePage
from fetching.town import PUBLIC, Site, Town, moved, ok

FOUR = st.integers(0, 2**32 - 1).map(IPv4Address)
NAMES: dict[str, Sequence[str]] = {
    "localhost": ["127.0.0.1", "::1"],
    "tunnel.example": ["10.0.0.5"],
    "both.example": [PUBLIC, "192.168.1.1"],
    "six.example": ["fd12:3456::1"],
    "press.example": [PUBLIC],
    "nowhere.example": [],
}


def resolve(host: str, port: int) -> Sequence[str]:
    if host not in NAMES:
        raise OSError("no such host")
    return NAMES[host]


PRIVATE = [
    pytest.param("127.0.0.1", id="loopback"),
    pytest.param("127.255.255.254", id="end-of-loopback"),
    pytest.param("127.1", id="two-parts"),
    pytest.param("127.0.1", id="three-parts"),
    pytest.param("2130706433", id="one-number"),
    pytest.param("0x7f000001", id="hexadecimal"),
    pytest.param("0X7F.1", id="hexadecimal-capitals"),
    pytest.param("0x7f.0x0.0x0.0x1", id="hexadecimal-parts"),
    pytest.param("0177.1", id="octal"),
    pytest.param("017700000001", id="octal-number"),
    pytest.param("127.0.0.1.", id="final-dot"),
    pytest.param("0x7f.1.", id="hexadecimal-final-dot"),
    pytest.param("127。0。0。1", id="ideographic-stops"),
    pytest.param("localhost", id="localhost"),
    pytest.param("LOCALHOST.", id="localhost-capitals-final-dot"),
    pytest.param("tunnel.example", id="name-of-a-private-address"),
    pytest.param("both.example", id="one-address-of-two"),
    pytest.param("six.example", id="name-of-a-unique-local-address"),
    pytest.param("0.0.0.0", id="unspecified"),
    pytest.param("0", id="zero"),
    pytest.param("0.1.2.3", id="this-network"),
    pytest.param("10.1.2.3", id="ten"),
    pytest.param("100.64.0.1", id="carrier-grade-nat"),
    pytest.param("100.127.255.255", id="end-of-carrier-grade-nat"),
    pytest.param("169.254.169.254", id="metadata-of-clouds"),
    pytest.param("168.63.129.16", id="host-of-a-cloud"),
    pytest.param("172.16.0.1", id="172-16"),
    pytest.param("172.31.255.255", id="172-31"),
    pytest.param("192.0.0.8", id="protocol-assignments"),
    pytest.param("192.0.2.1", id="documentation"),
    pytest.param("192.168.0.1", id="home"),
    pytest.param("198.18.0.1", id="benchmarking"),
    pytest.param("224.0.0.1", id="multicast"),
    pytest.param("240.0.0.1", id="reserved"),
    pytest.param("255.255.255.255", id="broadcast"),
    pytest.param("[::]", id="unspecified-6"),
    pytest.param("[::1]", id="loopback-6"),
    pytest.param("[0:0:0:0:0:0:0:1]", id="loopback-6-long"),
    pytest.param("[::ffff:127.0.0.1]", id="mapped"),
    pytest.param("[::ffff:7f00:1]", id="mapped-hexadecimal"),
    pytest.param("[::ffff:10.0.0.1]", id="mapped-ten"),
    pytest.param("[::127.0.0.1]", id="compatible"),
    pytest.param("[::ffff:0:127.0.0.1]", id="translated"),
    pytest.param("[64:ff9b::127.0.0.1]", id="nat64"),
    pytest.param("[64:ff9b::a9fe:a9fe]", id="nat64-metadata"),
    pytest.param("[64:ff9b:1::a00:1]", id="nat64-local"),
    pytest.param("[2002:7f00:1::]", id="6to4"),
    pytest.param("[2002:a00:1::1]", id="6to4-ten"),
    pytest.param("[2001:0:5ef5:79fd::1]", id="teredo"),
    pytest.param("[2001:db8::1]", id="documentation-6"),
    pytest.param("[3fff::1]", id="documentation-6-new"),
    pytest.param("[fe80::1]", id="link-local"),
    pytest.param("[fe80::1%25eth0]", id="link-local-with-zone"),
    pytest.param("[fec0::1]", id="site-local"),
    pytest.param("[fc00::1]", id="unique-local"),
    pytest.param("[ff02::1]", id="multicast-6"),
    pytest.param("[100::1]", id="discard"),
    pytest.param("[5f00::1]", id="segment-routing"),
]


@pytest.mark.parametrize("host", PRIVATE)
@pytest.mark.parametrize("shape", ["http://{}/", "https://{}:8443/a?b=c"])
def test_a_machine_of_ours_is_refused(host: str, shape: str) -> None:
    url = address(shape.format(host))
    with pytest.raises(UnreadablePage) as refusal:
        dialled(url.raw_host.decode(), 80, resolve, allow_private=False)
    assert refusal.value.reason == "private-address"


@pytest.mark.parametrize("host", [p for p in PRIVATE if p.id not in ("link-local-with-zone",)])
def test_allowed_it_is_dialled(host: str) -> None:
    url = address(f"http://{host}/")
    assert dialled(url.raw_host.decode(), 80, resolve, allow_private=True)


@pytest.mark.parametrize(
    "ip",
    [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::1.1.1.1", "2002:101:101::1",
    ],
)  # fmt: skip
def test_the_neighbours_of_closed_blocks_are_public(ip: str) -> None:
    assert dialled("press.example", 80, lambda host, port: [ip], allow_private=False) == (ip,)


@given(FOUR)
def test_a_hidden_address_is_judged_as_itself(ip: IPv4Address) -> None:
    number = int(ip)
    public = is_public(str(ip))
    assert is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}") == public
    assert is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1") == public
    assert not is_public(f"::ffff:{ip}")


@given(FOUR)
def test_a_number_spells_an_address(ip: IPv4Address) -> None:
    number = int(ip)
    assert literal(str(number)) == literal(hex(number)) == literal(f"{number >> 24}.{number & 0xFFFFFF}") == str(ip)


def test_what_a_resolver_says_wrong_is_not_dialled() -> None:
    with pytest.raises(UnreadablePage, match="private-address"):
        dialled("press.example", 80, lambda host, port: ["not an address"], allow_private=False)


@pytest.mark.parametrize(
    ("host", "why"),
    [
        pytest.param("nobody.example", "not known", id="unknown"),
        pytest.param("nowhere.example", "no address", id="no-address"),
    ],
)
def test_unknown_hosts(host: str, why: str) -> None:
    with pytest.raises(UnreadablePage, match=why) as refusal:
        dialled(host, 80, resolve, allow_private=False)
    assert refusal.value.reason == "dns"


@pytest.mark.parametrize("host", ["a..b", "a" * 70 + ".example"])
def test_names_that_no_resolver_takes(host: str) -> None:
    """The real one: it must refuse before it asks anybody."""
    with pytest.raises(UnreadablePage, match="dns"):
        dialled(host, 80, lambda h, p: [str(x[4][0]) for x in socket.getaddrinfo(h, p)], allow_private=False)


REFUSED = [
    pytest.param("file:///etc/passwd", "scheme", id="file"),
    pytest.param("ftp://press.example/", "scheme", id="ftp"),
    pytest.param("gopher://press.example/", "scheme", id="gopher"),
    pytest.param("javascript:alert(1)", "scheme", id="javascript"),
    pytest.param("data:text/html,<p>", "scheme", id="data"),
    pytest.param("press.example/a", "scheme", id="no-scheme"),
    pytest.param("//press.example/a", "scheme", id="only-a-host"),
    pytest.param("", "scheme", id="nothing"),
    pytest.param("http://", "url", id="no-host"),
    pytest.param("http:///a", "url", id="empty-host"),
    pytest.param("http://good@127.0.0.1/", "url", id="user"),
    pytest.param("http://good:word@press.example/", "url", id="user-and-password"),
    pytest.param("http://good\\@127.0.0.1/", "url", id="backslash"),
    pytest.param("http://press.example#@127.0.0.1:99999/", None, id="user-in-a-fragment"),
    pytest.param("http://%31%32%37.0.0.1/", "url", id="percent-host"),
    pytest.param("http://127.0.0.1%00.example/", "url", id="nul-in-host"),
    pytest.param("http://①②⑦.0.0.1/", "url", id="circled-digits"),
    pytest.param("http://１２７.0.0.1/", "url", id="wide-digits"),
    pytest.param("http://1.2.3.4.5/", "url", id="five-numbers"),
    pytest.param("http://0177.0.0.1/", "url", id="octal-in-four-parts"),
    pytest.param("http://256.1.1.1/", "url", id="256"),
    pytest.param("http://press.example.09/", "url", id="ends-in-a-number"),
    pytest.param("http://[::1/", "url", id="open-bracket"),
    pytest.param("http://[1::2::3]/", "url", id="no-address-6"),
    pytest.param("http://press.example:0/", "url", id="port-0"),
    pytest.param("http://press.example:65536/", "url", id="port-65536"),
    pytest.param("http://press.example:80:90/", "url", id="two-ports"),
    pytest.param("http://ex ample/", "url", id="space-in-host"),
    pytest.param("http://press.example/\x00", "url", id="nul"),
    pytest.param("http://press.example/\ud800", "url", id="lone-surrogate"),
    pytest.param("http://press.example/" + "a" * 8_000, "url", id="too-long"),
    pytest.param("http://press.example/a\r\nX: y", "url", id="two-lines"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_addresses_refused(text: str, reason: str | None) -> None:
    if reason is None:
        assert str(address(text)) == "http://press.example"
        return
    with pytest.raises(UnreadablePage) as refusal:
        address(text)
    assert (refusal.value.reason, bool(refusal.value.detail)) == (reason, True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("http://press.example/a#b", "http://press.example/a", id="fragment"),
        pytest.param(" HTTPS://Press.Example/A ", "https://press.example/A", id="capitals-and-spaces"),
        pytest.param("https://press.example:443/", "https://press.example/", id="usual-port"),
        pytest.param("http://press.example./a", "http://press.example/a", id="final-dot"),
        pytest.param("http://actualité.example/", "http://xn--actualit-i1a.example/", id="accent-in-host"),
        pytest.param(
            "http://press.example/été 1?q=à", "http://press.example/%C3%A9t%C3%A9%201?q=%C3%A0", id="accent-in-path"
        ),
        pytest.param("http://press.example/%C3%A9", "http://press.example/%C3%A9", id="escaped-already"),
    ],
)
def test_addresses_kept(text: str, kept: str) -> None:
    assert str(address(text)) == kept


@pytest.mark.parametrize(
    ("link", "to"),
    [
        pytest.param("b", "https://press.example/x/b", id="beside"),
        pytest.param("/b#c", "https://press.example/b", id="from-the-root"),
        pytest.param("//other.example/b", "https://other.example/b", id="other-host"),
        pytest.param("http://other.example/b", "http://other.example/b", id="whole"),
        pytest.param("?p=2", "https://press.example/x/y?p=2", id="only-a-query"),
    ],
)
def test_where_a_link_leads(link: str, to: str) -> None:
    assert str(beside(address("https://press.example/x/y"), link)) == to


@given(st.text(max_size=60) | st.text(max_size=40).map("http://{}".format))
def test_no_text_breaks_the_reading_of_addresses(text: str) -> None:
    """It is refused, or gives an address that gives itself again."""
    said = ""
    try:
        url = address(text)
    except UnreadablePage as refusal:
        said = str(refusal)
    else:
        assert address(str(url)) == url
    assert "\x00" not in said
    assert said.encode().decode() == said


def test_a_name_that_changes_is_dialled_where_it_was_judged(
    site: Site, town: Town, fetcher: Callable[..., Fetcher]
) -> None:
    """DNS rebinding: public when judged, ours when asked again. Every connection judges what it dials."""
    town.names["press.example"] = [[PUBLIC], ["127.0.0.1"]]
    town.ports["127.0.0.1"] = site.port
    site.answers["press.example/a"] = ok("secret")
    with pytest.raises(UnreadablePage) as refusal:
        fetcher().page("http://press.example/a")
    assert refusal.value.reason == "private-address"
    assert town.resolved == ["press.example", "press.example"]  # for robots.txt and for the page
    assert town.dialled == [PUBLIC]
    assert site.asked == ["press.example/robots.txt"]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/a",
        "http://2130706433/a",
        "http://[::ffff:127.0.0.1]/a",
        "http://inside.example/a",
        "//localhost/a",
    ],
)
def test_a_redirect_to_a_machine_of_ours(target: str, site: Site, town: Town, fetcher: Callable[..., Fetcher]) -> None:
    town.names |= {"inside.example": [["10.0.0.1"]], "localhost": [["127.0.0.1"]]}
    town.ports |= {"127.0.0.1": site.port, "10.0.0.1": site.port}
    site.answers["press.example/a"] = moved(target)
    with pytest.raises(UnreadablePage) as refusal:
        fetcher().page("http://press.example/a")
    assert refusal.value.reason == "private-address"
    assert set(town.dialled) == {PUBLIC}
