"""Word documents, made here with python-docx; the broken ones by hand."""

import io
import zipfile
from datetime import datetime

import docx
import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import BlockKind, Document, Page, UnreadablePage

PARAGRAPHS = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un accord aérien avec son homologue ghanéen, "
    "qui rétablit les vols directs entre les deux capitales à partir du mois prochain.",
    "Les liaisons avaient été suspendues à la suite d’un différend sur les droits de survol, et les voyageurs "
    "devaient depuis lors passer par une escale dans un pays tiers pour relier deux villes voisines.",
)
QUOTE = "Nous avons voulu rendre à nos peuples une route qui leur avait été fermée sans raison valable."
HEADLINE = "Lomé et Accra rétablissent leurs vols directs"


def made(*, title_style: bool = True, table: bool = False, dated: str = "") -> bytes:
    word = docx.Document()
    word.core_properties.title = "Communiqué conjoint des deux ministères"
    word.core_properties.author = "Afi Mensah"
    word.core_properties.created = datetime(2021, 1, 2)
    if title_style:
        word.add_heading(HEADLINE, 0)
    if dated:
        word.add_paragraph(dated)
    word.add_paragraph(PARAGRAPHS[0])
    word.add_heading("Une escale en moins", 2)
    word.add_paragraph(QUOTE, style="Quote")
    (word.add_table(1, 1).cell(0, 0) if table else word).add_paragraph(PARAGRAPHS[1])
    return saved(word)


def saved(word: object) -> bytes:
    out = io.BytesIO()
    word.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def rewritten(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The archive with `old` replaced in one of its members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            body = source.read(member)
            assert member != name or old in body
            target.writestr(member, body.replace(old, new) if member == name else body)
    return out.getvalue()


def read_word(data: bytes, words: PageWords) -> Document:
    (document,) = read(Page(data, "page.docx"), words)
    return document


def kinds(document: Document) -> dict[str, BlockKind]:
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


def test_styles_say_what_a_line_is(words: PageWords) -> None:
    document = read_word(made(), words)
    assert document.title == HEADLINE
    assert kinds(document) == {
        PARAGRAPHS[0]: BlockKind.PARAGRAPH,
        "Une escale en moins": BlockKind.SUBHEADING,
        QUOTE: BlockKind.QUOTATION,
        PARAGRAPHS[1]: BlockKind.PARAGRAPH,
    }


def test_who_typed_it_and_when_say_nothing_of_the_article(words: PageWords) -> None:
    document = read_word(made(), words)
    assert (document.byline, document.published) == (None, None)


def test_a_printed_day_is_one_of_publication(words: PageWords) -> None:
    assert str(read_word(made(dated="Publié le 9 décembre 2025"), words).published) == "2025-12-09"


def test_text_in_a_table_is_text(words: PageWords) -> None:
    assert PARAGRAPHS[1] in read_word(made(table=True), words).text


def test_what_a_reviser_inserted_is_read_and_what_he_struck_is_not(words: PageWords) -> None:
    run = b"<w:r><w:t>" + PARAGRAPHS[0].encode() + b"</w:t></w:r>"
    struck = b'<w:del w:id="1" w:author="a"><w:r><w:delText>supprim\xc3\xa9</w:delText></w:r></w:del>'
    marked = rewritten(made(), "word/document.xml", run, b'<w:ins w:id="2" w:author="a">' + run + b"</w:ins>" + struck)
    text = read_word(marked, words).text
    assert PARAGRAPHS[0] in text
    assert "supprimé" not in text


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


LAUGHS = b"<!DOCTYPE w [" + b"".join(
    b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1) if n else b"ha") * 10) for n in range(9)
) + b"]>"  # fmt: skip
DECLARED = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
REFUSED = [
    pytest.param(saved(docx.Document()), "no-text", id="empty"),
    pytest.param(made()[:2000], "corrupt", id="cut-short"),
    pytest.param(rewritten(made(), "word/document.xml", b"<w:document ", b"<w:o "), "corrupt", id="another-root"),
    pytest.param(rewritten(made(), "word/document.xml", b"w:body>", b"w:bod>"), "corrupt", id="no-body"),
    pytest.param(b"PK\x03\x04" + b"noise" * 100, "corrupt", id="noise"),
    pytest.param(zipped({"word/document.xml": b"<a/>"}), "corrupt", id="no-content-types"),
    pytest.param(zipped({"[Content_Types].xml": b"<Types/>", "word/a": b"\0" * 200_000_000}), "bomb", id="zip-bomb"),
    pytest.param(zipped({f"word/{n}": b"" for n in range(6_000)}), "bomb", id="6000-members"),
    pytest.param(
        rewritten(made(), "[Content_Types].xml", b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                  b"vnd.ms-word.document.macroEnabled.main"), "wrong-type", id="macros",
    ),
    pytest.param(
        rewritten(rewritten(made(), "word/document.xml", DECLARED, DECLARED + LAUGHS), "word/document.xml", b"valable.", b"&l8;"),
        "corrupt", id="billion-laughs",
    ),
    pytest.param(
        rewritten(made(), "word/document.xml", b"<w:body>", b"<w:body>" + b"<w:p>" * 1000), "corrupt", id="nested",
    ),
    pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 5000, "wrong-type", id="old-word"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data: bytes, reason: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "page.docx"), words)
    assert refusal.value.args[0] == reason
    assert refusal.value.args[1]


def test_entities_are_not_expanded(words: PageWords) -> None:
    entity = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "inventer">]>'
    word = rewritten(made(), "word/document.xml", DECLARED, DECLARED + entity)
    document = read_word(rewritten(word, "word/document.xml", b"valable.", b"valable. &x;&y;"), words)
    assert kinds(document)[QUOTE] is BlockKind.QUOTATION
    assert "inventer" not in document.text
