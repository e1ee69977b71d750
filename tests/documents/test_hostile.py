"""Pages nobody wrote for a reader: a text or a refusal with its reason, in bounded work; no other exception."""

import codecs
import gzip
import io
import zipfile
from itertools import pairwise

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Page, UnreadablePage

SENTENCE = "Le ministre a reçu son homologue à Cotonou pour parler de la frontière commune. "
TEXT = SENTENCE * 3
WEB = f"<html><head><title>Page</title></head><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"
SPANISH = "El presidente recibió ayer en la capital al embajador para hablar de la frontera y del comercio exterior. "
GERMAN = "Der Minister empfing am Dienstag in der Hauptstadt den Botschafter, um über die gemeinsame Grenze zu reden. "


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("page.txt", TEXT)
    return out.getvalue()


REFUSED = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(" \n\t\u00a0\n".encode(), "empty", id="whitespace"),
    pytest.param(codecs.BOM_UTF8, "empty", id="only-a-mark"),
    pytest.param(bytes(range(256)) * 20, "binary", id="binary"),
    pytest.param(b"\x00" * 5000, "binary", id="zeros"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 900, "wrong-type", id="png"),
    pytest.param(b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 50, "wrong-type", id="jpeg"),
    pytest.param(archive(), "wrong-type", id="zip"),
    pytest.param(gzip.compress(TEXT.encode()), "wrong-type", id="gzip"),
    pytest.param(b"(\xb5/\xfd\x04\x00" + b"\x81" * 900, "wrong-type", id="zstandard"),
    pytest.param(b"]*M\x18\x10\x00\x00\x00" + b"\x81" * 900, "wrong-type", id="zstandard-with-a-dictionary"),
    pytest.param(b"%PDF-1.7\n1 0 obj", "corrupt", id="pdf"),
    pytest.param(TEXT.replace(" ", "\x00").encode(), "binary", id="zeros-in-a-text"),
    pytest.param(b"<div>" * 100_000 + TEXT.encode(), "wrong-type", id="nested-100000"),
    pytest.param(
        b"<html><frameset cols='1,2'><frame src='a'><frame src='b'></frameset></html>", "no-text", id="frames"
    ),
    pytest.param(b"<html><body><script>var a = 1;</script></body></html>", "no-text", id="only-a-script"),
    pytest.param(b"<html><body><ul><li>Home</li><li>Sport</li></ul></body></html>", "no-text", id="only-a-menu"),
    pytest.param(b"Home\nSport\nWorld news\nContact us\n", "no-text", id="only-a-saved-menu"),
    pytest.param("\n".join(f"Rubrique {n}" for n in range(50_000)).encode(), "no-text", id="50000-short-lines"),
    pytest.param((SENTENCE * 60_000).encode(), "too-large", id="4-million-characters-on-a-line"),
    pytest.param(
        f"<html><p>{SENTENCE * 60_000}</p></html>".encode(), "too-large", id="4-million-characters-of-a-web-page"
    ),
    pytest.param(b"ab\n" * 6_000_000, "too-large", id="6-million-lines"),
    pytest.param(b"<html><body>" + b"<div>ab</div>" * 150_000, "too-large", id="150000-blocks"),
    pytest.param((SPANISH * 3).encode(), "unsupported-language", id="spanish"),
    pytest.param((GERMAN * 3).encode(), "unsupported-language", id="german"),
    pytest.param(f"<html><body><p>{GERMAN * 3}</p></body></html>".encode(), "unsupported-language", id="german-web"),
    pytest.param(b"<?xml version='1.0'?><rss><channel/></rss>", "wrong-type", id="feed"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data: bytes, reason: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "page"), words)
    assert refusal.value.reason == reason
    assert refusal.value.detail


READ = [
    pytest.param(TEXT.encode("utf-16-le"), id="utf-16-le-without-mark"),
    pytest.param(TEXT.encode("utf-16-be"), id="utf-16-be-without-mark"),
    pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16-be-with-mark"),
    pytest.param(f'<meta charset="utf-8"><p>{TEXT}</p>'.encode("cp1252"), id="windows-1252-declared-utf-8"),
    pytest.param(f'<meta charset="iso-8859-1"><p>{TEXT}</p>'.encode(), id="utf-8-declared-latin-1"),
    pytest.param(f'<meta charset="no-such"><p>{TEXT}</p>'.encode("cp1252"), id="unknown-charset"),
    pytest.param(f"<p>{TEXT}<p>{TEXT}<div><b><i>".encode(), id="never-closed"),
    pytest.param(f"<html></div></p></html><p>{TEXT}</p></body>".encode(), id="closed-before-opened"),
    pytest.param(WEB.replace("</p>", "").replace("<p>", "<p><<a href=>").encode(), id="broken-tags"),
    pytest.param(f"<html><frameset><noframes><body><p>{TEXT}</p></body></noframes>".encode(), id="noframes"),
    pytest.param(b"Home\nWorld\nSign in\nSubscribe now\n" + TEXT.encode() + b"\nPrivacy policy", id="english-menu"),
    pytest.param(WEB.replace("<p>", "<p>\x00").encode(), id="zeros-in-a-web-page"),
    pytest.param(
        WEB.replace("<body>", "<body " + "".join(f"a{n}='{n}' " for n in range(1_000_000)) + ">").encode(),
        id="a-million-attributes",
    ),
    pytest.param(
        WEB.replace("<p>", "<img src='data:image/png;base64," + "A" * 9_000_000 + "'><p>").encode(),
        id="a-picture-in-the-page",
    ),
    pytest.param(
        WEB.replace("<body>", "<body><script type='application/ld+json'>" + "[" * 500_000 + "</script>").encode(),
        id="json-of-brackets",
    ),
    pytest.param(
        WEB.replace(
            "<body>", "<body><script type='application/ld+json'>" + '{"headline": "a", ' * 200_000 + "</script>"
        ).encode(),
        id="json-never-closed",
    ),
    pytest.param(
        (
            "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>"
            + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefghijklm"))
            + "]>"
            + WEB.replace("<p>", "<p>&m;")
        ).encode(),
        id="entities",
    ),
    pytest.param(
        WEB.replace("<body>", "<body>" + "<ul>" * 300 + "<li><a href='/'>mot</a>" * 3_000 + "</ul>" * 300).encode(),
        id="menus-in-menus",
    ),
    pytest.param(WEB.replace("</p>", "</p>\udcff\udcfe").encode(errors="surrogateescape"), id="invalid-utf-8"),
    pytest.param(b"\n" * 15_000_000 + TEXT.encode(), id="15-million-blank-lines"),
    pytest.param(b" \r\n\t" * 4_000_000 + TEXT.encode(), id="4-million-lines-of-blanks"),
    pytest.param(
        WEB.replace("<body>", f"<body><script type='application/ld+json'>{{}}{' ' * 9_000_000}x</script>").encode(),
        id="blanks-in-json",
    ),
    pytest.param(f"<html><body>{'<div>mot</div>' * 61_000}<p>{TEXT}</p></body></html>".encode(), id="61000-elements"),
]


@pytest.mark.parametrize("data", READ)
def test_read(data: bytes, words: PageWords) -> None:
    (document,) = read(Page(data, "page"), words)
    assert document.language == "fr"
    assert "Le ministre a reçu son homologue à Cotonou" in document.text


def test_invalid_utf_8_loses_no_more_than_its_bad_bytes(words: PageWords) -> None:
    (document,) = read(Page(TEXT.encode() + b"\xff " + TEXT.encode(), "page"), words)
    assert "son homologue" in document.text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param((SENTENCE * 20_000).encode(), id="megabytes-on-one-line"),
        pytest.param("\n".join(f"{SENTENCE}\n« {n} commune »" for n in range(4_000)).encode(), id="quotes"),
        pytest.param(f"<html><table>{'<tr><td>mot</td></tr>' * 20_000}</table><p>{TEXT}</p>".encode(), id="rows"),
    ],
)
def test_long_pages_take_no_quadratic_step(data: bytes, words: PageWords) -> None:
    """No clock here: a quadratic step in one of these would outlast any patience."""
    (document,) = read(Page(data, "page"), words)
    assert SENTENCE.strip() in document.text


def test_a_page_of_the_future_has_its_day(words: PageWords) -> None:
    page = WEB.replace("<body>", '<body><time datetime="2074-05-06T08:00">6 mai 2074</time>')
    (document,) = read(Page(page.encode(), "page"), words)
    assert str(document.published) == "2074-05-06"


@pytest.mark.parametrize(
    "scrap",
    ["&#1;", "&#x1F", "&#12;", "\f", "\x0b", "&#xD800;", "&#56320", "&#xFFFE;", "\ufffe", "&#x110000;", "&#99999999;"],
)
def test_no_character_of_xml_is_no_fault(scrap: str, words: PageWords) -> None:
    """Between two elements that are taken out, where libxml2 joins what follows them."""
    page = f"<html><body><p>{TEXT}</p>a<script></script>{scrap}<ul></ul>{scrap}<svg></svg>{scrap}<p>{TEXT}</p></body></html>"
    (document,) = read(Page(page.encode(), "page.html"), words)
    assert TEXT.strip() in document.text
