"""Feeds and sitemaps: an entry with a text is a page, one with an address alone says how to get it."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook.pages import PageWords
from detente.documents import Found, Source, read, unpack
from detente.documents.containers.feeds import links
from detente.model import BlockKind, Document, Page, Refusal, UnreadablePage

TEXT = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un accord aérien avec son homologue ghanéen, "
    "qui rétablit les vols directs entre les deux capitales."
)
QUOTE = "« Nous avons voulu rendre à nos peuples une route qui leur avait été fermée. »"
SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(*items: str, channel: str = "<title>Le Littoral</title><link>https://littoral.example/</link>") -> str:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}{entries}</channel></rss>'


def found_in(data: str | bytes, uri: str = "feed.rss") -> list[Found]:
    raw = data.encode() if isinstance(data, str) else data
    return list(unpack(Source(uri, lambda: BytesIO(raw), len(raw))))


def only(data: str | bytes, words: PageWords, uri: str = "feed.rss") -> Document:
    (page,) = found_in(data, uri)
    assert isinstance(page, Page)
    (document,) = read(page, words)
    return document


FULL = (
    "<title>Lomé &amp; Accra : le ciel s&rsquo;ouvre</title><link>https://littoral.example/a?x=1&y=2</link>"
    "<dc:creator><![CDATA[Awa Keita]]></dc:creator><pubDate>mar, 09 déc 2025 10:00:00 +0000</pubDate>"
    "<category>Politique</category><category>Une</category><description>Court.</description>"
    f"<content:encoded><![CDATA[<p>{TEXT}</p><h2>Une escale en moins</h2><blockquote><p>{QUOTE}</p></blockquote>"
    f"<ul><li>un vol le matin ;</li></ul><script>var a;</script><p>{TEXT}<br/><br/>Le comité se réunira en mai.</p>"
    "<p>L&rsquo;article <a href='a'>Lomé &amp; Accra</a> est apparu en premier sur <a href='b'>Le Littoral</a>.</p>]]>"
    "</content:encoded>"
)


def test_what_a_feed_says_of_an_entry(words: PageWords) -> None:
    document = only(rss(FULL), words)
    assert document.uri == document.canonical_url == "https://littoral.example/a?x=1&y=2"
    assert (document.title, document.outlet) == ("Lomé & Accra : le ciel s’ouvre", "Le Littoral")
    assert (document.byline, document.section, document.language) == ("Awa Keita", "Politique", "fr")
    assert (str(document.published), document.published_basis) == ("2025-12-09", "feed")


def test_blocks_of_the_content(words: PageWords) -> None:
    document = only(rss(FULL), words)
    assert [(document.text[b.start : b.end], b.kind) for b in document.blocks] == [
        (TEXT, BlockKind.PARAGRAPH),
        ("Une escale en moins", BlockKind.SUBHEADING),
        (QUOTE, BlockKind.QUOTATION),
        ("un vol le matin ;", BlockKind.LIST),
        (TEXT, BlockKind.PARAGRAPH),
        ("Le comité se réunira en mai.", BlockKind.PARAGRAPH),
    ]


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://littoral.example/"><title>Le Littoral</title>
<link rel="self" href="https://littoral.example/feed"/><entry><title type="html">Un &lt;b&gt;accord&lt;/b&gt;</title>
<link rel="edit" href="/edit"/><link href="a"/><author><name>Awa Keita</name></author><author><name>Kofi Mensah</name>
</author><published>2025-12-09T08:00:00Z</published><updated>2025-12-11T08:00:00Z</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {SPACES}>
<channel><title>Le Littoral</title><link>https://littoral.example/</link></channel><item><title>Un accord</title>
<link>https://littoral.example/a</link><dc:date>2025-12-09</dc:date><dc:creator>Awa Keita, Kofi Mensah</dc:creator>
<description>{TEXT}</description></item></rdf:RDF>"""
PLAIN = (
    f"<title>Un accord</title><link>/a</link><author>k@l.example (Awa Keita, Kofi Mensah)</author><description>{TEXT}"
)
DIALECTS = [
    pytest.param(ATOM, id="atom"),
    pytest.param(RDF, id="rss-1"),
    pytest.param(rss(f"{PLAIN}</description><pubDate>Tue, 09 Dec 2025 10:00:00 GMT</pubDate>"), id="rss-2"),
    pytest.param(
        rss(f"{PLAIN}</description><pubDate>Tue, 09 Dec 2025 10:00:00 GMT</pubDate>").encode("utf-16"), id="utf-16"
    ),
    pytest.param(
        rss(f"{PLAIN}</description><dc:date>2025-12-09</dc:date>").replace(SPACES, ""), id="prefixes-nobody-declared"
    ),
    pytest.param(
        rss(f"{PLAIN}</description><pubDate>2025-12-09</pubDate>")
        .replace('"1.0"', '"1.0" encoding="iso-8859-1"')
        .encode("cp1252"),
        id="windows-1252",
    ),
]


@pytest.mark.parametrize("feed", DIALECTS)
def test_dialects(feed: str | bytes, words: PageWords) -> None:
    document = only(feed, words)
    assert (document.uri, document.title, document.text) == ("https://littoral.example/a", "Un accord", TEXT)
    assert (document.byline, document.outlet) == ("Awa Keita, Kofi Mensah", "Le Littoral")
    assert str(document.published) == "2025-12-09"


def test_the_last_change_is_not_the_publication(words: PageWords) -> None:
    assert str(only(ATOM, words).modified) == "2025-12-11"


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://littoral.example/a </loc><news:news>
<news:title>Un accord</news:title></news:news></url><url><loc>https://littoral.example/b</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://littoral.example/s.xml</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize(
    ("data", "links_in"),
    [
        pytest.param(SITEMAP, ("https://littoral.example/a", "https://littoral.example/b"), id="sitemap"),
        pytest.param(INDEX, ("https://littoral.example/s.xml",), id="index"),
        pytest.param(rss("<link>/a</link>", "<link>b</link>", "<link>/a</link>"),
                     ("https://littoral.example/a", "https://littoral.example/b"), id="relative-and-twice"),
        pytest.param(rss("<guid>https://littoral.example/a</guid>"), ("https://littoral.example/a",), id="guid"),
        pytest.param(rss("<guid isPermaLink='false'>https://littoral.example/a</guid>"), (), id="guid-no-address"),
        pytest.param(rss("<link>javascript:a()</link>", "<link>http://[::1</link>"), (), id="no-web-address"),
    ],
)  # fmt: skip
def test_links(data: str, links_in: tuple[str, ...]) -> None:
    assert links(data.encode(), "https://littoral.example/feed") == links_in


def test_an_address_alone_says_how_to_get_it() -> None:
    first, second = found_in(SITEMAP, "sitemap.xml")
    assert isinstance(first, Refusal)
    assert (first.where, first.reason) == ("https://littoral.example/a", "address-only")
    assert first.detail.endswith("detente read https://littoral.example/a")
    assert isinstance(second, Refusal)


def reasons(found: list[Found]) -> list[str]:
    return [one.reason if isinstance(one, Refusal) else "page" for one in found]


PAGE = f"<link>https://littoral.example/a</link><description>{TEXT}</description>"
LAUGHS = "<!DOCTYPE r [" + "".join(f'<!ENTITY l{n} "{(f"&l{n - 1};" if n else "ha") * 10}">' for n in range(9)) + "]>"
REFUSED = [
    pytest.param(lambda: b"<html><body>404</body></html>", ["wrong-type"], id="a-web-page"),
    pytest.param(lambda: b"not a feed at all", ["wrong-type"], id="no-xml"),
    pytest.param(lambda: rss().encode(), ["empty"], id="no-entry"),
    pytest.param(lambda: rss("<title>Rien</title>").encode(), ["no-text"], id="neither-text-nor-address"),
    pytest.param(lambda: rss(PAGE, PAGE + "tail").encode()[:-90], ["page", "truncated"], id="cut-short"),
    pytest.param(lambda: b"<rss><channel>" + b"<item>" * 300_000, ["wrong-type"], id="nested-300000"),
    pytest.param(lambda: b"<rss><channel><item><title>" + b"<" * 3_000_000, ["no-text", "truncated"], id="only-openings"),
    pytest.param(lambda: b"<rss><channel><item>" + b"<![CDATA[" * 500_000, ["no-text", "truncated"], id="never-closed-data"),
    pytest.param(lambda: rss(f"<description><![CDATA[{'<div>' * 300_000}{TEXT}]]></description>").encode(), ["wrong-type"],
                 id="html-nested-300000"),
    pytest.param(lambda: b"<rss>" + b" " * 21_000_000, ["too-large"], id="21-megabytes"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "expected"), REFUSED)
def test_refused(made: Callable[[], bytes], expected: list[str]) -> None:
    assert reasons(found_in(made())) == expected


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(rss(PAGE.replace("La ministre", "&l8;&x; La ministre")).replace("?>", f"?>{LAUGHS}"), id="billion-laughs"),
        pytest.param(rss(PAGE.replace("La ministre", "&x; La ministre")).replace(
            "?>", '?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), id="external-entity"),
    ],
)  # fmt: skip
def test_entities_are_never_expanded(bomb: str, words: PageWords) -> None:
    assert len(only(bomb, words).text) < len(TEXT) + 20


def test_a_feed_of_100000_entries_is_read_and_no_more() -> None:
    found = found_in(
        "<rss><channel>" + f"<item><description>{'mot ' * 20}</description></item>" * 100_001 + "</channel></rss>"
    )
    assert len(found) == 100_001
    assert reasons(found[-2:]) == ["page", "too-many"]


@given(st.binary(max_size=300), st.integers(0, 400))
def test_damage_is_refused_not_raised(noise: bytes, at: int) -> None:
    whole = rss(FULL).encode()
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert found_in(damaged)
    with suppress(UnreadablePage):
        assert all("://" in link for link in links(damaged, "https://littoral.example/feed"))
