"""How a page was read, as a person reads it."""

from datetime import date
from pathlib import Path

import pytest

import detente
from detente.model import UsageError

PAGE = """<html><head><title>Lomé lève la caution</title><link rel="canonical" href="https://lejour.example/a1">
<meta property="og:site_name" content="Le Jour"><meta property="article:published_time" content="2031-03-04">{head}</head>
<body><h1>Lomé lève la caution</h1><p>Le Togo a levé mardi la caution de {sum} francs imposée aux voyageurs béninois
depuis 2030, a annoncé le ministère togolais des Affaires étrangères.</p><p>Le Bénin a salué la décision de son voisin
dans un communiqué publié dans la soirée.</p></body></html>"""
LATER = '<meta property="article:modified_time" content="2031-03-06T10:00:00Z">'


@pytest.fixture
def opened(tmp_path: Path) -> "detente.OpenRecord":
    (tmp_path / "first.html").write_text(PAGE.format(sum=500, head=""), encoding="utf-8")
    (tmp_path / "then.html").write_text(PAGE.format(sum=400, head=LATER), encoding="utf-8")
    (tmp_path / "other.txt").write_text(
        "Le Phare - 5 mars 2031\n\n" + "Le Ghana a reçu son voisin. " * 9, encoding="utf-8"
    )
    detente.read(tmp_path, record=tmp_path / "r.db")
    return detente.open(tmp_path / "r.db")


def test_a_page_and_its_later_version(opened: "detente.OpenRecord", tmp_path: Path) -> None:
    shown = opened.page(f"{tmp_path}/then.html", "fr")
    for words in (
        "Lomé lève la caution\nLe Jour\nParution : 4 mars 2031 (d'après : données de la page)\n",
        "version ultérieure de la page du 4 mars 2031\nmis à jour : 6 mars 2031\n",
        f"- Le Jour, 4 mars 2031. Lomé lève la caution. {tmp_path}/first.html\n",
        "\n− Le Togo a levé mardi la caution de 500 francs",
        "\n+ Le Togo a levé mardi la caution de 400 francs",
    ):
        assert words in shown
    assert "Le Ghana" not in shown


def test_every_block_is_shown_with_its_offsets(opened: "detente.OpenRecord", tmp_path: Path) -> None:
    (document,) = [d for d in opened.record.documents if d.uri.endswith("other.txt")]
    shown = opened.page(document.id[:10])
    assert document.published == date(2031, 3, 5)
    assert all(f"[{b.start}–{b.end}" in shown and document.text[b.start : b.end] in shown for b in document.blocks)


def test_every_date_is_shown_with_what_it_means_and_rests_on(opened: "detente.OpenRecord", tmp_path: Path) -> None:
    shown = opened.page(f"{tmp_path}/first.html", "en")
    assert "“mardi” = 4 March 2031 (" in shown
    assert "“depuis 2030” = since 2030\n" in shown


def test_an_address_shows_all_its_versions(opened: "detente.OpenRecord") -> None:
    assert opened.page("https://lejour.example/a1").count("Lomé lève la caution\nLe Jour\n") == 2


@pytest.mark.parametrize(("name", "says"), [("firts.html", "nearest: .*first.html"), ("", "give its uri")])
def test_a_page_that_is_not_there(opened: "detente.OpenRecord", name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        opened.page(name)
