"""Lists of feeds: OPML (2.0), or plain text with an address a line."""

from lxml import etree

from detente.model import UnreadablePage

MOST = 10_000
_WEB = ("http://", "https://")


def outlines(data: bytes) -> tuple[str, ...]:
    """The addresses of the feeds, in order, each once. Raises UnreadablePage where it holds none, or is no list."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    found = _opml(data) if head.startswith(b"<") else _lines(data)
    kept = tuple(dict.fromkeys(one for one in found if one.lower().startswith(_WEB)))
    if not kept:
        raise UnreadablePage("wrong-type", "neither OPML with xmlUrl nor a text with a web address a line")
    return kept[:MOST]


def _opml(data: bytes) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePage("corrupt", f"no OPML: {error}") from error
    if root is None:
        raise UnreadablePage("corrupt", "no OPML: nothing in it can be read")
    named = (value for one in root.iter("{*}outline") for key, value in one.attrib.items() if key.lower() == "xmlurl")
    return [value.strip() for value in map(str, named)]


def _lines(data: bytes) -> list[str]:
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return [line.split()[0] for line in lines if line.strip() and not line.lstrip().startswith("#")]
