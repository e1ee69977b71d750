"""The door: whatever the bytes, a document that points into itself, or a refusal with a reason."""

import codecs
import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.documents.article import SEPARATOR
from detente.documents.decoding import MAX_BYTES
from detente.model import Document, Page, UnreadablePage

REASONS = {"empty", "binary", "too-large", "wrong-type", "no-text", "unsupported-language"}
TEXT = (
    "Le président béninois a téléphoné dimanche à son homologue nigérien pour évoquer l’oléoduc.\n\n"
    "Aucune date n’a été fixée pour la réouverture du poste de Malanville, où des camions attendent depuis l’été.\n\n"
    "Les deux capitales ont promis de se reparler avant la fin de la semaine, selon la présidence à Cotonou."
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="utf-8-with-mark"),
        pytest.param(TEXT.encode("cp1252"), id="windows-1252"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="utf-16-with-mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-without-mark"),
        pytest.param(TEXT.encode().decode("cp1252").encode(), id="mangled-and-put-right"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="windows-line-ends"),
        pytest.param(TEXT.replace("é", "e\u0301").encode(), id="decomposed-accents"),
    ],
)
def test_encodings(data: bytes, words: PageWords) -> None:
    (document,) = read(Page(data, "page.txt"), words)
    assert document.text == TEXT


@pytest.mark.parametrize(
    ("data", "reason", "named"),
    [
        pytest.param(b"", "empty", "no bytes", id="no-bytes"),
        pytest.param(b" \n\t ", "empty", "blanks", id="blanks"),
        pytest.param(b"%PDF-1.7 ...", "corrupt", "PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "wrong-type", "PNG", id="image"),
        pytest.param(b"PK\x03\x04....", "wrong-type", "zip", id="zip"),
        pytest.param(gzip.compress(b"text"), "wrong-type", "gzip", id="gzip"),
        pytest.param(bytes(range(256)) * 40, "binary", "encoding", id="binary"),
        pytest.param(b"Accueil\nSport\nContact\n", "no-text", "sentence", id="menus"),
        pytest.param(b"a" * (MAX_BYTES + 1), "too-large", "bytes", id="too-large"),
        pytest.param(
            "El presidente recibió ayer en la capital al embajador para hablar de la frontera y del comercio.\n"
            "Los dos países acordaron reunir la comisión mixta antes de que termine el mes de marzo.".encode(),
            "unsupported-language", "es", id="spanish",
        ),
    ],
)  # fmt: skip
def test_refusals(data: bytes, reason: str, named: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "page"), words)
    assert refusal.value.args[0] == reason
    assert named in refusal.value.args[1]


OE = "L'élève a payé 5 € pour l'œuvre déjà évoquée en Côte-d'Ivoire. " * 3


@pytest.mark.parametrize(
    ("head", "encoding", "media", "said"),
    [
        pytest.param("<meta charset='windows-1252'>", "cp1252", "", OE, id="declared"),
        pytest.param("<meta charset='iso-8859-1'>", "cp1252", "", OE, id="latin-1-is-windows-1252"),
        pytest.param("<meta charset='utf-8'>", "cp1252", "", OE, id="declared-wrongly"),
        pytest.param("<meta charset='iso-8859-1'>", "utf-8", "", OE, id="utf-8-declared-wrongly"),
        pytest.param("<meta charset='iso-8859-15'>", "iso8859_15", "", OE, id="iso-8859-15"),
        pytest.param("", "iso8859_15", "", OE, id="iso-8859-15-undeclared"),
        pytest.param("", "iso8859_15", "text/html; charset=ISO-8859-15", OE, id="said-by-the-media-type"),
        pytest.param("<meta charset='macintosh'>", "mac_roman", "", OE, id="mac-roman"),
        pytest.param("", "mac_roman", "", OE, id="mac-roman-undeclared"),
        pytest.param("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-15'>", "iso8859_15", "", OE,
                     id="http-equiv"),
        pytest.param("<script>" + "var a;" * 2_000 + "</script><meta charset='iso-8859-15'>", "iso8859_15", "", OE,
                     id="declared-after-12000-bytes"),
        pytest.param("<meta charset='utf-16'>", "utf-16-le", "", OE, id="utf-16-without-mark"),
        pytest.param("<meta charset='utf-16'>", "utf-16", "", OE, id="utf-16-with-mark"),
    ],
)  # fmt: skip
def test_encodings_of_web_pages(head: str, encoding: str, media: str, said: str, words: PageWords) -> None:
    html = f"<html><head>{head}</head><body><p>{said}</p><p>{said}</p></body></html>"
    (document,) = read(Page(html.encode(encoding), "page.html", media), words)
    assert said.strip() in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_xhtml(encoding: str, words: PageWords) -> None:
    html = (
        f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'>"
        f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Page</title></head><body><p>{OE}</p></body></html>"
    )
    (document,) = read(Page(html.encode(encoding), "page.xhtml"), words)
    assert document.text == OE.strip()


def test_french_under_english_menus_is_french(words: PageWords) -> None:
    menu = "Skip links\nHome\nLatest news\nLeave A Reply\nYour email address will not be published.\n"
    (document,) = read(Page((menu + TEXT + "\n" + menu).encode(), "page.txt"), words)
    assert document.language == "fr"


def test_one_endless_line_is_read_in_time(words: PageWords) -> None:
    (document,) = read(Page(("Le ministre a reçu son homologue à Cotonou. " * 5000).encode(), "page.txt"), words)
    assert len(document.blocks) == 1


WORDS = st.sampled_from(
    ["Accueil", "le ministre", "a reçu", "10 juil.", "2025", "Publié le", "Par", "AFP", "Lire aussi :", "Commentaires",
     "\n", "\n\n", ".", "?", " | ", "© ", "l’ambassadeur", "à Cotonou", "Source :", "- ", ";", "«", "»", "<p>",
     "</p>", "\t"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=400), st.lists(WORDS, max_size=80).map(lambda w: " ".join(w).encode())))
@settings(max_examples=150, deadline=None)
def test_a_page_is_read_or_refused(words: PageWords, data: bytes) -> None:
    reason, documents = attempt(data, words)
    assert reason in REASONS or documents
    for document in documents:
        pieces = [document.text[block.start : block.end] for block in document.blocks]
        assert SEPARATOR.join(pieces) == document.text
        assert all(piece == piece.strip() and "\n" not in piece for piece in pieces)


def attempt(data: bytes, words: PageWords) -> tuple[str, tuple[Document, ...]]:
    """The reason of a refusal, or the documents; any other error comes through."""
    try:
        return "", read(Page(data, "page"), words)
    except UnreadablePage as refusal:
        return str(refusal.args[0]), ()


def test_reading_twice_gives_the_same(words: PageWords) -> None:
    page = Page(TEXT.encode(), "page.txt")
    assert read(page, words) == read(page, words)
