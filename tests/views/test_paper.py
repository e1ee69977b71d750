"""The brief as a document: opened with python-docx and LibreOffice, read back with pdfium, and what a hostile page cannot do."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from chronicle.story import BOOK, STORY, UNREAD, day, document, reading, report, when
from detente.chronicle import course, gather, ledger
from detente.model import Record, UsageError
from detente.views import brief
from views.test_brief import hostile

pytest.importorskip("pypandoc")
pytest.importorskip("typst")
docx = pytest.importorskip("docx")
pdfium = pytest.importorskip("pypdfium2")

RECORD = gather(STORY, BOOK, UNREAD)
SECTIONS = {
    "en": ["In short", "Measures in force on 22 June 2025", "Announced and promised", "Chronology", "Method"],
    "fr": ["En bref", "Mesures en vigueur le 22 juin 2025", "Annoncé et promis", "Chronologie", "Méthode"],
}


def made(format: str, lang: str = "en", record: Record = RECORD, **more: Any) -> bytes:
    on = ledger.last_day(record)
    account = ledger.account(record, "TGO", "PRT", on) if on else None
    way = course(record, "TGO", "PRT", BOOK)
    return brief.paged(record, "TGO", "PRT", BOOK, format, lang, course=way, account=account, **more)


def inside(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def words(xml: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


def pages(data: bytes) -> list[str]:
    """The text of each page, its lines joined and words cut at their end made whole."""
    found = pdfium.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in found]
    return [re.sub(r"\s+", " ", re.sub(r"[-\u00ad\ufffe]\s*\r?\n", "", text)) for text in texts]


# -- Word --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_word_has_title_headings_and_language(lang: str) -> None:
    book = docx.Document(BytesIO(made("docx", lang)))
    assert book.core_properties.title == "Togo – Portugal"
    assert (book.core_properties.language, book.core_properties.created.date()) == (
        {"en": "en-GB", "fr": "fr-FR"}[lang],
        date(2025, 6, 22),
    )
    headings = [p.text for p in book.paragraphs if p.style.name == "Heading 1"]
    assert [h for h in headings if h in SECTIONS[lang]] == SECTIONS[lang]


def test_word_has_a_real_footnote_for_every_mark() -> None:
    data = made("docx")
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"', inside(data, "word/document.xml"))
    notes = dict(re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', inside(data, "word/footnotes.xml"), re.S))
    assert len(marks) == len(set(marks)) > 10
    assert all(words(notes[mark]) for mark in marks)
    assert "“Le Portugal exige depuis lundi 3 mars 2025" in words(notes[marks[-1]] + "".join(notes.values()))


def test_notes_are_numbered_through() -> None:
    """ "See note 3" means the third of the whole document."""
    data = made("docx")
    assert "numRestart" not in inside(data, "word/document.xml") + inside(data, "word/settings.xml")
    text = words(inside(data, "word/footnotes.xml"))
    assert 1 <= int(re.findall(r"See note (\d+)", text)[0]) <= 20


def test_word_contents_lead_to_every_section() -> None:
    xml = inside(made("docx"), "word/document.xml")
    anchors = re.findall(r'<w:hyperlink w:anchor="([^"]+)"><w:r><w:t xml:space="preserve">', xml)
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)" />\s*<w:p><w:pPr><w:pStyle w:val="Heading1"', xml)
    assert anchors == names
    assert len(names) > 8
    assert 'TOC \\o "1-1"' in xml
    assert "detente-contents" not in xml


def test_links_in_a_note_lead_to_an_event_and_a_page_that_are_there() -> None:
    data = made("docx")
    wanted = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', inside(data, "word/footnotes.xml")))
    there = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', inside(data, "word/document.xml")))
    assert wanted
    assert wanted <= there


def test_a_drawing_stands_in_both() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
        "48afa4710000000049454e44ae426082"
    )
    with ZipFile(BytesIO(made("docx", picture=png))) as archive:
        assert [n for n in archive.namelist() if n.startswith("word/media/")]
    assert len(made("pdf", picture=png)) > 1000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_it_and_prints_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "note.docx"
    file.write_bytes(made("docx", "fr"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    text = " ".join(pages((tmp_path / "note.pdf").read_bytes()))
    assert [s for s in SECTIONS["fr"] if s not in text] == []
    assert "Le Portugal exige depuis lundi 3 mars 2025" in text


# -- PDF ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_pdf_has_its_sections_quotes_and_outline(lang: str) -> None:
    data = made("pdf", lang)
    text = " ".join(pages(data))
    assert [s for s in SECTIONS[lang] if s not in text] == []
    assert "Le Portugal exige depuis lundi 3 mars 2025 une caution de visa" in text
    found = pdfium.PdfDocument(data)
    outline = [b.get_title() if hasattr(b, "get_title") else b.title for b in found.get_toc()]
    assert [s for s in SECTIONS[lang] if s in outline] == SECTIONS[lang]
    assert found.get_metadata_value("Title") == "Togo – Portugal"


def test_pdf_says_on_each_page_which_it_is() -> None:
    found = pages(made("pdf"))
    assert len(found) > 2
    assert all(f"{n} / {len(found)}" in text for n, text in enumerate(found, 1))


def test_the_summary_and_its_notes_stand_on_the_first_page() -> None:
    first = pages(made("pdf"))[0]
    for said in ("In short", "In force", "Latest events", "Sources disagree", "Visa bond by Togo on Portugal"):
        assert said in first
    assert "En réponse, Lomé applique depuis le 10 mars 2025" in first


def test_letters_beyond_the_fonts_that_come_with_it_are_no_fault() -> None:
    page = document("x.html", "Lomé a critiqué Lisbonne. 中国 ومصر", outlet="新华社", published=day("2025-03-05"))
    act = report(page, page.text, "accuse", "ACCUSE", "TGO", "PRT", when=when("2025-03-04"))
    assert made("pdf", record=gather([reading(page, act)], BOOK))


# -- both --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_same_record_gives_the_same_bytes(format: str) -> None:
    assert made(format) == made(format, record=gather(reversed(STORY), BOOK, reversed(UNREAD)))


def test_a_hostile_page_stays_text() -> None:
    data = made("docx", record=hostile())
    text = words(inside(data, "word/document.xml") + inside(data, "word/footnotes.xml"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    links = re.findall(
        r'Target="([^"]+)"',
        inside(data, "word/_rels/document.xml.rels") + inside(data, "word/_rels/footnotes.xml.rels"),
    )
    assert not [link for link in links if "javascript" in link or "://" in link]
    assert "<script>alert(1)</script>" in " ".join(pages(made("pdf", record=hostile())))


@pytest.mark.parametrize(
    "words", ["#eval(1)", "$x$ @ref <label>", "```{=typst}", "[^1] [x](y)", "*a* _b_ `c` \\", "= H", "::: {.x}"]
)
def test_marks_of_the_typesetters_stay_text(words: str) -> None:
    page = document(
        "x.html", f"Lomé a critiqué Lisbonne. {words}", title=words, outlet=words, published=day("2025-03-05")
    )
    act = report(
        page, page.text, "accuse", "ACCUSE", "TGO", "PRT", when=when("2025-03-04"), people=(words,), place=words
    )
    record = gather([reading(page, act)], BOOK)
    shown = "".join("".join(pages(made("pdf", record=record))).split())
    assert shown.count("".join(words.split())) >= 4


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        pytest.param(lambda: made("odt"), "no document in odt; there are docx, pdf", id="format"),
        pytest.param(lambda: brief.render(RECORD, "TGO", "PRT", BOOK, "pdf"), "no brief in pdf", id="text"),
    ],
)
def test_what_is_no_document_is_refused(ask: Callable[[], Any], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        ask()
