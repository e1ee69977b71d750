"""Whose page it is, for outlets that no codebook has. All outlets, people and sentences are invented."""

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Document, Page

TITLE = "Douanes : Bissau et Conakry rouvrent le poste de Koundara"
BODY = (
    "Le ministre bissau-guinéen du Commerce a reçu mardi son homologue de Conakry, venu rouvrir avec lui le poste "
    "frontière de Koundara, fermé depuis la crise des taxes.\n\n"
    "Les deux capitales ont convenu de réunir chaque trimestre une commission mixte, chargée de suivre le passage "
    "des camions et le remboursement des droits perçus en trop."
)


def saved(above: str, below: str = "", title: str = TITLE) -> bytes:
    return f"{above}\n\n{title}\n{below}\n\n{BODY}\n".encode()


def document(data: bytes, words: PageWords) -> Document:
    return read(Page(data, "page"), words)[0]


@pytest.mark.parametrize(
    ("data", "outlet", "byline"),
    [
        pytest.param(saved("", "Publié le 3 mars 2029 | La Vigie de Bolama"), "La Vigie de Bolama", None, id="dated"),
        pytest.param(saved("", "04/03/2029 - 07h15 | Bafatá Matin"), "Bafatá Matin", None, id="dated-with-clock"),
        pytest.param(
            saved("Horizon Cacheu\nUne | Monde | Sport", "3 mars 2029 | Horizon Cacheu"), "Horizon Cacheu", None,
            id="like-a-person-but-the-masthead-says-it-too",
        ),
        pytest.param(saved("", "Awa Keita | 3 mars 2029"), None, "Awa Keita", id="writer-before-the-day"),
        pytest.param(saved("", "3 mars 2029 | Awa Keita"), None, "Awa Keita", id="writer-behind-the-day"),
        pytest.param(
            saved("", "Par Awa Keita\n3 mars 2029 | Kumba Sané"), "Kumba Sané", "Awa Keita", id="signed-by-another"
        ),
        pytest.param(saved("", "3 mars 2029 | Awa Keita et Jo Mané"), None, "Awa Keita et Jo Mané", id="two-writers"),
        pytest.param(saved("", "3 mars 2029 | Diplomatie"), None, None, id="a-section-is-nobody"),
        pytest.param(saved("Cacheu Hebdo\nUne | Monde | Sport"), "Cacheu Hebdo", None, id="masthead-over-a-menu"),
        pytest.param(saved("Phare & Marée | Une | Monde | Sport"), "Phare & Marée", None, id="head-of-a-menu"),
        pytest.param(saved("Foot | Basket | Cyclisme"), None, None, id="a-menu-is-nobody"),
        pytest.param(saved("Afrique de l'Ouest"), None, None, id="a-region-is-nobody"),
        pytest.param(
            saved("", "Revue du Littoral\nAwa Keita\n03/03/2029"), "Revue du Littoral", "Awa Keita", id="under-the-title"
        ),
        pytest.param(saved("") + "\n© 2029 Le Corail – Contact".encode(), "Le Corail", None, id="owner-with-year"),
        pytest.param(saved("") + b"\nCopyright Bolama Post 2029. Terms", "Bolama Post", None, id="year-behind"),
        pytest.param(
            saved("") + "\nCacheu Dépêches - Tous droits réservés".encode(), "Cacheu Dépêches", None, id="rights"
        ),
        pytest.param(saved("") + "\n© Awa Keita".encode(), None, None, id="a-photographer-is-nobody"),
        pytest.param(
            saved("Nouvelles du Rio\nUne | Monde | Sport", "Awa Keita (Cacheu Info)\n3 mars 2029")
            + "\n© Cacheu Info, avec son accord.".encode(),
            "Nouvelles du Rio", "Awa Keita", id="who-reprints-not-who-wrote",
        ),
        pytest.param(
            saved(f"{TITLE} - Rio Express"), "Rio Express", None, id="behind-the-repeated-title",
        ),
        pytest.param(saved("", "La rédaction"), None, "La rédaction", id="a-desk-alone"),
    ],
)  # fmt: skip
def test_saved_page(data: bytes, outlet: str | None, byline: str | None, words: PageWords) -> None:
    found = document(data, words)
    assert (found.title, found.outlet, found.byline) == (TITLE, outlet, byline)


def web(head: str, above: str = "", below: str = "") -> bytes:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page = f"<html><head>{head}</head><body>{above}<h1>{TITLE}</h1>{below}<div>{paragraphs}</div></body></html>"
    return page.encode()


@pytest.mark.parametrize(
    ("data", "outlet", "byline"),
    [
        pytest.param(web(f"<title>{TITLE} | Cacheu Post</title>"), "Cacheu Post", None, id="window-title"),
        pytest.param(web(f"<title>{TITLE} - Rio - Cacheu Post</title>"), "Cacheu Post", None, id="two-suffixes"),
        pytest.param(web(f"<title>{TITLE}</title>"), None, None, id="nothing-said"),
        pytest.param(
            web("", '<a href="/"><img src="l.png" alt="La Vigie de Bolama"></a>'), "La Vigie de Bolama", None, id="logo"
        ),
        pytest.param(
            web('<link rel="canonical" href="https://www.rio.example/2029/03/03/x">'), "rio.example", None, id="address"
        ),
        pytest.param(
            web("", "", '<div class="i">3 mars 2029 - 07:30 - Par Awa Keita</div>'), None, "Awa Keita", id="by-line"
        ),
    ],
)
def test_web_page(data: bytes, outlet: str | None, byline: str | None, words: PageWords) -> None:
    found = document(data, words)
    assert (found.title, found.outlet, found.byline) == (TITLE, outlet, byline)


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        pytest.param("www.rio-cacheu.example", None, id="an-address-alone"),
        pytest.param(
            "www.rio-cacheu.example\nÉcrire à redaction@rio-cacheu.example", "rio-cacheu.example", id="and-its-mail"
        ),
        pytest.param("© 2029 Sabre Maritime", None, id="an-owner-said-once"),
        pytest.param("© 2029 Sabre Maritime. Tous droits réservés", "Sabre Maritime", id="who-reserves-the-rights"),
        pytest.param("© 2029 Sabre Maritime\nSabre Maritime recrute à Cacheu", "Sabre Maritime", id="said-again"),
        pytest.param("© 2029 Cacheu Matin", "Cacheu Matin", id="words-of-an-outlet"),
        pytest.param("© 2029 Cacheu Matin\n© 2029 Gazette du Rio", None, id="two-as-strong"),
    ],
)
def test_one_place_alone(foot: str, outlet: str | None, words: PageWords) -> None:
    """A wrong name is worse than none."""
    found = document(saved("", "Par Awa Keita") + f"\nContact\nPlan du site\n{foot}\n".encode(), words)
    assert found.outlet == outlet
