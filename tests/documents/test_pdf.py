"""PDF files, written here in raw PDF syntax: text in reading order, words whole, margins off; or a refusal."""

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Document, Page, UnreadablePage

LINES = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un",
    "accord aérien avec son homologue ghanéen, qui rétablit les vols",
    "directs entre les deux capitales à partir du mois prochain.",
)
MORE = (
    "Les liaisons avaient été suspendues à la suite d’un différend, et",
    "les voyageurs devaient depuis lors passer par une escale dans un",
    "pays tiers pour relier deux villes voisines de la côte.",
)
HEADLINE = "Lomé et Accra rétablissent leurs vols directs"
Placed = tuple[float, float, float, str]  # left, baseline, size of letters, text


def pdf(*pages: list[Placed], title: str = "", extra: bytes = b"") -> bytes:
    """A PDF file with one font, in WinAnsi; each page has its lines where they are placed."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Title (" + title.encode("cp1252") + b") /CreationDate (D:20210102030405Z) >>",
    }
    for n, lines in enumerate(pages):
        drawn = b"\n".join(shown(*line) for line in lines)
        objects[10 + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {11 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * n] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    out, offsets = b"%PDF-1.4\n", {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % item for item in offsets.items())
    trailer = b"<< /Size 1000 /Root 1 0 R /Info 4 0 R " + extra + b">>"
    return out + b"xref\n0 1\n0000000000 65535 f \n%strailer %s\nstartxref\n%d\n%%%%EOF" % (table, trailer, len(out))


def shown(left: float, baseline: float, size: float, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, left, baseline, escaped)


def column(lines: tuple[str, ...], top: float, left: float = 70, size: float = 11) -> list[Placed]:
    return [(left, top - 14 * n, size, line) for n, line in enumerate(lines)]


def read_pdf(data: bytes, words: PageWords) -> Document:
    (document,) = read(Page(data, "page.pdf"), words)
    return document


def test_lines_are_paragraphs_again(words: PageWords) -> None:
    document = read_pdf(pdf([(70, 780, 20, HEADLINE), *column(LINES, 730), *column(MORE, 670)]), words)
    assert document.title == HEADLINE
    assert document.text == f"{' '.join(LINES)}\n\n{' '.join(MORE)}"
    assert document.language == "fr"


def test_the_day_it_was_made_is_not_the_day_of_publication(words: PageWords) -> None:
    silent = read_pdf(pdf([*column(LINES, 730), *column(MORE, 670)]), words)
    dated = [
        (70, 780, 20, HEADLINE),
        (70, 755, 9, "Publié le 9 décembre 2025"),
        *column(LINES, 730),
        *column(MORE, 670),
    ]
    printed = read_pdf(pdf(dated), words)
    assert silent.published is None
    assert str(printed.published) == "2025-12-09"


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        pytest.param("reçu hier les membres du gouver-", "nement à Lomé pour", "gouvernement", id="cut-word"),
        pytest.param("reçu hier le chef de la Guinée-", "Bissau à Lomé pour", "Guinée-Bissau", id="name"),
        pytest.param("reçu hier, peut-", "être vendredi, le ministre pour", "peut-être", id="compound-at-a-vowel"),
        pytest.param("reçu, dit-", "il, le ministre pour", "dit-il", id="clitic"),
        pytest.param("reçu hier le conseil pour la coopé-", "ration à Lomé pour", "coopération", id="cut-at-a-vowel"),
        pytest.param("reçu hier, c'est-à-", "dire vendredi, le ministre pour", "c'est-à-dire", id="second-hyphen"),
        pytest.param(
            "reçu le vice-ministre, puis un autre vice-", "ministre à Lomé pour", "autre vice-ministre", id="seen-whole"
        ),
    ],
)
def test_words_cut_at_the_end_of_a_line(first: str, second: str, word: str, words: PageWords) -> None:
    lines = (
        f"Le président a {first}",
        f"{second} un long entretien sur les échanges",
        "entre les deux pays voisins de la côte.",
    )
    assert word in read_pdf(pdf([*column(lines, 730), *column(MORE, 670)]), words).text


def test_english_words_are_cut_by_their_parts(words: PageWords) -> None:
    lines = (
        "The president received on Friday the visit-",
        "ing minister of transport, who signed an agree-",
        "ment on flights between the two capitals.",
    )
    text = read_pdf(pdf([*column(lines, 730)]), words).text
    assert "visiting minister" in text
    assert "an agreement on" in text


def test_two_columns_are_read_one_after_the_other(words: PageWords) -> None:
    """Even when the file writes them line by line across the page."""
    left = (
        "La ministre togolaise a signé",
        "vendredi à Lomé un accord avec",
        "son homologue ghanéen, qui",
        "rétablit les vols directs.",
    )
    right = (
        "Les liaisons étaient suspendues",
        "à la suite d’un différend, et",
        "les voyageurs devaient passer",
        "par une escale lointaine.",
    )
    rows = [line for pair in zip(column(left, 700, 60), column(right, 700, 320), strict=True) for line in pair]
    text = read_pdf(pdf([(60, 760, 20, HEADLINE), *rows]), words).text
    assert text.index("vols directs.") < text.index("Les liaisons")
    assert "signé vendredi à Lomé" in text


def test_headers_footers_and_numbers_of_pages_are_left_out(words: PageWords) -> None:
    pages = [
        [(70, 810, 9, "Le Littoral - édition du vendredi"), *column(LINES, 730), *column(MORE, 670), (290, 30, 9, str(n)),
         (70, 45, 9, f"www.littoral.example page {n}")]
        for n in (1, 2, 3)
    ]  # fmt: skip
    text = read_pdf(pdf(*pages), words).text
    assert "édition du vendredi" not in text
    assert "littoral.example" not in text
    assert not any(line.strip().isdigit() for line in text.splitlines())


def test_a_sentence_goes_on_over_the_page(words: PageWords) -> None:
    text = read_pdf(
        pdf([*column(MORE, 400), *column(LINES[:2], 340)], [*column(LINES[2:], 780), *column(MORE, 740)]), words
    ).text
    assert "les vols directs entre" in text


WHOLE = pdf([*column(LINES, 730), *column(MORE, 670)])
REFUSED = [
    pytest.param(pdf([]), "no-text", id="no-text-layer"),
    pytest.param(pdf([(70, 700, 11, "1")]), "no-text", id="only-a-number"),
    pytest.param(b"%PDF-1.7\n1 0 obj", "corrupt", id="only-a-head"),
    pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 100, "corrupt", id="noise"),
    pytest.param(WHOLE[:300], "corrupt", id="cut-short"),
    pytest.param(pdf(*[column(("mot",), 700)] * 301), "too-large", id="301-pages"),
    pytest.param(pdf(*[column(LINES * 2500, 700)] * 5), "too-large", id="too-many-characters"),
    pytest.param(
        pdf([], extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >> "
            b"/ID [<00><00>] "), "encrypted", id="password",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data: bytes, reason: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "page.pdf"), words)
    assert refusal.value.args[0] == reason
    assert refusal.value.args[1]
