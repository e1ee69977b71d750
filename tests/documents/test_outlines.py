"""Lists of feeds."""

import pytest

from detente.documents import outlines
from detente.model import UnreadablePage

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
<outline text="Presse"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/>
<outline xmlurl=" https://b.example/atom "/></outline><outline xmlUrl="https://a.example/rss"/>
<outline xmlUrl="javascript:alert(1)"/><outline text="none"/></body></opml>"""
LISTS = [
    pytest.param(OPML, ("https://a.example/rss", "https://b.example/atom"), id="OPML, nested, one twice"),
    pytest.param(
        "# ours\n\nhttps://a.example/rss  the first\n  http://b.example/\nnot one\n",
        ("https://a.example/rss", "http://b.example/"),
        id="an address a line",
    ),
    pytest.param("\ufeffhttps://a.example/rss", ("https://a.example/rss",), id="a mark of byte order"),
    pytest.param(OPML[:-14], ("https://a.example/rss", "https://b.example/atom"), id="cut short"),
]


@pytest.mark.parametrize(("text", "found"), LISTS)
def test_addresses(text: str, found: tuple[str, ...]) -> None:
    assert outlines(text.encode()) == found


NONE = [
    pytest.param(b"", id="empty"),
    pytest.param(b"a line\n", id="no address"),
    pytest.param(b"<opml/>", id="OPML without a feed"),
    pytest.param(b"<", id="no XML"),
    pytest.param(
        b'<!DOCTYPE o [<!ENTITY e SYSTEM "file:///etc/hostname">]><opml><outline xmlUrl="&e;"/></opml>', id="an entity"
    ),
]


@pytest.mark.parametrize("data", NONE)
def test_no_list(data: bytes) -> None:
    with pytest.raises(UnreadablePage):
        outlines(data)
