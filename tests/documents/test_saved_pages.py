"""Pages saved as text, as newsrooms wrap them. All pages and sentences are ours; states and events invented."""

from dataclasses import dataclass
from datetime import date
from textwrap import fill

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import BlockKind, Document, Page

ONE = (
    "Le ministre ghanéen des Affaires étrangères a reçu mardi à Accra son homologue togolais, "
    "venu lui remettre un message du chef de l’État sur la réouverture de la frontière commune."
)
TWO = (
    "Les deux hommes ont convenu de réunir avant la fin du mois la commission mixte, "
    "qui ne s’était plus tenue depuis la crise douanière de 2021."
)
THREE = "« Nous voulons tourner la page », a dit le visiteur à sa sortie, sans répondre aux questions sur les taxes."
DATED = "La visite, commencée le 3 mars 2024, s’achèvera jeudi par un entretien avec les opérateurs du port de Tema."
AGAIN = (
    "La commission mixte, promise depuis la crise douanière de 2021, devra aussi parler avant la fin du mois des taxes que "
    "le chef de l’État togolais prélève à la frontière commune avec le Ghana."
)
SHORT = "La frontière commune du Ghana et du Togo rouvrira avant la fin du mois, selon la commission mixte."
BODY = (ONE, TWO, THREE)


@dataclass(frozen=True)
class Case:
    page: str
    title: str | None = "Frontière : Accra et Lomé relancent la commission mixte"
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    basis: str = ""
    body: tuple[str, ...] = BODY


def saved(*lines: str) -> str:
    return "\n".join(lines)


TITLE = "Frontière : Accra et Lomé relancent la commission mixte"

CASES = [
    pytest.param(Case(saved(TITLE, "", *BODY)), id="title-and-text"),
    pytest.param(
        Case(
            saved(
                "Accueil    Politique    Sport    Annonces",
                "Diplomatie",
                TITLE,
                "Publié le mercredi 6 mars 2024  |  abidjan.net",
                "© Photo DR",
                TITLE,
                "Commentaires",
                "",
                *BODY,
                "A.K.",
                "Commentaires",
                "Très bonne nouvelle pour les commerçants du marché, vivement la suite.",
            ),
            outlet="Abidjan.net",
            byline="A.K.",
            published="2024-03-06",
            basis="visible",
        ),
        id="portal-with-comments",
    ),
    pytest.param(
        Case(
            saved("Aller au contenu", TITLE, "- 6 mars", "- 3 min de lecture", "", DATED, *BODY, "Afi Mensah"),
            byline="Afi Mensah",
            published="2024-03-06",
            basis="header",
            body=(DATED, *BODY),
        ),
        id="header-without-year",
    ),
    pytest.param(
        Case(
            saved(TITLE, "- 2 janv.", "", DATED.replace("3 mars 2024", "28 décembre 2023"), *BODY),
            published="2024-01-02",
            basis="header",
            body=(DATED.replace("3 mars 2024", "28 décembre 2023"), *BODY),
        ),
        id="header-without-year-after-new-year",
    ),
    pytest.param(
        Case(saved(TITLE, "- 6 mars", "", *BODY)),
        id="header-without-year-and-no-day-in-the-text",
    ),
    pytest.param(
        Case(
            saved(TITLE, "Par Afi Mensah | 06/03/2024 à 10:42 | Mis à jour le 09/03/2024", "", *BODY),
            byline="Afi Mensah",
            published="2024-03-06",
            basis="visible",
        ),
        id="published-then-updated-on-one-line",
    ),
    pytest.param(
        Case(
            saved(TITLE, "Mis à jour le 9 mars 2024", "Publié le 6 mars 2024", "", *BODY),
            published="2024-03-06",
            basis="visible",
        ),
        id="updated-above-published",
    ),
    pytest.param(Case(saved(TITLE, "Mis à jour le 9 mars 2024", "", *BODY)), id="updated-only"),
    pytest.param(
        Case(
            saved("Ghana : frontière", "Le Flambeau", "Publié le 6 mars 2024", "", SHORT, *BODY),
            title="Ghana : frontière",
            outlet="Le Flambeau",
            published="2024-03-06",
            basis="visible",
            body=(SHORT, *BODY),
        ),
        id="headline-of-two-words",
    ),
    pytest.param(
        Case(
            saved("Commission", "Publié le 6 mars 2024", "", SHORT, *BODY),
            title="Commission",
            published="2024-03-06",
            basis="visible",
            body=(SHORT, *BODY),
        ),
        id="headline-of-one-word",
    ),
    pytest.param(
        Case(saved("Horizon24", "Publié le 6 mars 2024", "", TITLE, *BODY), published="2024-03-06", basis="visible"),
        id="outlet-above-the-day-is-no-headline",
    ),
    pytest.param(
        Case(
            saved(
                TITLE,
                "",
                *BODY,
                "",
                "Le Flambeau / La Rédaction",
                "",
                "Leave A Reply",
                "Your email address will not be published.",
            ),
            outlet="Le Flambeau",
            byline="La Rédaction",
        ),
        id="outlet-and-desk-on-one-line",
    ),
    pytest.param(
        Case(saved(TITLE, "", *BODY, "Kofi Agbéko", "Horizon24"), outlet="Horizon24", byline="Kofi Agbéko"),
        id="outlet-under-the-name",
    ),
    pytest.param(
        Case(saved(TITLE, "", *BODY, "Kofi Agbéko, journaliste"), byline="Kofi Agbéko"),
        id="role-beside-the-name",
    ),
    pytest.param(Case(saved(TITLE, "", *BODY, "Source : L'Essor"), outlet="L'Essor"), id="source-line"),
    pytest.param(
        Case(saved(TITLE, "", *BODY, "Source : Journal du Mali", "Partager sur Facebook"), outlet="Journal du Mali"),
        id="source-then-share-bar",
    ),
    pytest.param(
        Case(
            saved(
                TITLE,
                "",
                ONE,
                "À lire aussi : Le port de Tema double ses capacités",
                TWO,
                "Lire aussi",
                "Lomé attend toujours ses douaniers",
                THREE,
                "Articles similaires",
                "Le prix du maïs recule au marché de Kara",
                "Cotonou prépare sa foire",
                "Niamey rouvre son musée",
            )
        ),
        id="asides-and-related",
    ),
    pytest.param(
        Case(
            saved(
                "Nous utilisons des cookies pour améliorer votre expérience sur ce site.",
                "Tout accepter",
                TITLE,
                "Partager sur WhatsApp",
                "Facebook",
                "Twitter",
                ONE,
                "Photo : Présidence",
                TWO,
                "La délégation togolaise à Accra, mardi. Kofi Awu / AFP",
                THREE,
                "Tags : Ghana, Togo",
            )
        ),
        id="cookies-share-bar-captions",
    ),
    pytest.param(
        Case(
            saved(TITLE, "", ONE, "Une commission oubliée", TWO, "Que reste-t-il à régler ?", THREE),
            body=(ONE, "Une commission oubliée", TWO, "Que reste-t-il à régler ?", THREE),
        ),
        id="subheadings",
    ),
    pytest.param(
        Case(saved(TITLE, "", ONE, TWO, THREE + "Commentaires")),
        id="end-marker-glued-to-the-text",
    ),
    pytest.param(
        Case(saved(TITLE + " | Abidjan.net", "", *BODY), outlet="Abidjan.net"),
        id="site-name-behind-a-bar",
    ),
    pytest.param(
        Case(
            saved(TITLE, "", f"LOME, 6 mars (APA) - {DATED}", *BODY),
            published="2024-03-06",
            basis="dateline",
            body=(f"LOME, 6 mars (APA) - {DATED}", *BODY),
        ),
        id="dateline",
    ),
    pytest.param(
        Case(saved(TITLE, "", *(fill(p, 76) + "\n" for p in (*BODY, DATED))), body=(*BODY, DATED)),
        id="hard-wrapped",
    ),
    pytest.param(
        Case(
            saved(
                TITLE,
                "Par L'Indépendant -Date: 6 Mars 2024",
                "2 réactions",
                "Envoyer à un ami",
                *BODY,
                "K. MENSAH",
                "Commentaires (2)",
                "Kodjo",
                "Une très bonne nouvelle pour nos commerçants, vivement la réouverture.",
            ),
            outlet="L'Indépendant",
            byline="K. MENSAH",
            published="2024-03-06",
            basis="visible",
        ),
        id="outlet-in-the-place-of-the-byline",
    ),
    pytest.param(
        Case(
            saved(TITLE, "Publié le : 06/03/2024 - 11:24 Modifié le : 07/03/2024 - 12:00", "2 mn", "PUBLICITÉ", *BODY),
            published="2024-03-06",
            basis="visible",
        ),
        id="two-stamps-on-one-line",
    ),
    pytest.param(
        Case(saved(TITLE, "", *BODY, "Par Afi Mensah pour Maliweb"), outlet="Maliweb", byline="Afi Mensah"),
        id="on-behalf-of-an-outlet",
    ),
    pytest.param(
        Case(saved(TITLE, "", *BODY, "", "© 2024 Horizon Kara. Tous droits réservés"), outlet="Horizon Kara"),
        id="rights-in-the-foot",
    ),
    pytest.param(
        Case(
            saved("Accueil Diplomatie " + TITLE, TITLE, "6 mars 2024", "", *BODY),
            published="2024-03-06",
            basis="visible",
        ),
        id="path-of-menus-above",
    ),
    pytest.param(
        Case(saved("🔴 " + TITLE, "", *BODY, "#Ghana #Togo")),
        id="sign-before-and-tags-after",
    ),
    pytest.param(
        Case(
            saved(
                "GHANA-TOGO-DIPLOMATIE",
                TITLE,
                "",
                f"ACCRA, 6 mars 2024 (XYZ) - {ONE}",
                TWO,
                "Une commission oubliée",
                THREE,
                "ih/kd",
            ),
            published="2024-03-06",
            basis="dateline",
            body=(f"ACCRA, 6 mars 2024 (XYZ) - {ONE}", TWO, "Une commission oubliée", THREE),
        ),
        id="dispatch-with-slug-and-initials",
    ),
    pytest.param(
        Case(saved(TITLE, "", fill(ONE, 100), "", fill(TWO, 100)), body=(ONE, TWO)), id="two-paragraphs-hard-wrapped"
    ),
    pytest.param(
        Case(
            saved(
                "Accueil",
                "Monde",
                "Sport",
                "",
                TITLE,
                "",
                *("   " + line for line in fill(ONE, 88).split("\n")),
                "",
                "     * Partager",
                "     * Copier le lien",
                "",
                *("   " + line for line in fill(TWO, 88).split("\n")),
                "",
                *("   " + line for line in fill(THREE, 88).split("\n")),
            )
        ),
        id="hard-wrapped-and-indented",
    ),
    pytest.param(
        Case(
            saved(
                TITLE,
                "",
                ONE,
                TWO,
                "Inscrivez-vous à notre newsletter : l’essentiel, chaque matin, dans votre boîte mail.",
                THREE,
                "Awa Keita est journaliste à Kara et suit le commerce de la région.",
            )
        ),
        id="newsletter-box-and-who-wrote",
    ),
    pytest.param(
        Case(
            saved(
                TITLE,
                "",
                ONE,
                TWO,
                "À ne pas manquer",
                "Drone : Alger proteste auprès de Bamako",
                "Niger : le Bénin rappelle son ambassadeur",
                "Soudan : Le Caire ferme son consulat",
                THREE,
                AGAIN,
            ),
            body=(*BODY, AGAIN),
        ),
        id="other-relations-in-a-box-inside",
    ),
    pytest.param(
        Case(saved(TITLE, "", ONE, "LE BÉNIN FERME SA FRONTIÈRE AVEC LE NIGER VOISIN", TWO, THREE)),
        id="link-in-capitals",
    ),
    pytest.param(
        Case(
            saved(
                "Un bandeau du jour : le prix du riz recule encore dans les marchés de la capitale, selon les commerçants.",
                "2 commentaires",
                "",
                TITLE,
                "",
                *BODY,
                DATED,
                "Commentaires",
                "Kodjo",
                "il y a 2 jours",
                "Une très bonne nouvelle pour nos commerçants, qui attendaient la réouverture depuis trois longues années.",
                "Afi",
                "il y a 3 jours",
                "Il faudra surveiller les douaniers de Tema, qui n’ont jamais respecté un accord.",
            ),
            body=(*BODY, DATED),
        ),
        id="comments-as-long-as-the-article",
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_saved_page(case: Case, words: PageWords) -> None:
    document = read_text(case.page, words)
    assert blocks_of(document) == case.body
    assert document.title == case.title
    assert (document.outlet, document.byline) == (case.outlet, case.byline)
    assert (document.published, document.published_basis) == (
        case.published and date.fromisoformat(case.published),
        case.basis,
    )


def read_text(page: str, words: PageWords) -> Document:
    (document,) = read(Page(page.encode(), "page.txt"), words)
    return document


def blocks_of(document: Document) -> tuple[str, ...]:
    return tuple(document.text[b.start : b.end] for b in document.blocks)


def test_kinds_of_blocks(words: PageWords) -> None:
    page = saved(
        TITLE,
        "",
        ONE,
        "Une commission oubliée",
        TWO,
        "Trois chantiers sont ouverts à ce jour par les douanes :",
        "- les taxes ;",
        "- les péages ;",
        "- les visas.",
        THREE,
    )
    kinds = [block.kind for block in read_text(page, words).blocks]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.LIST,
        BlockKind.LIST,
        BlockKind.LIST,
        BlockKind.PARAGRAPH,
    ]


def test_english_page(words: PageWords) -> None:
    page = saved(
        "Skip to content",
        "Home | World | Business | Sport",
        "Accra and Lomé revive their joint border commission",
        "By Afi Mensah",
        "March 6, 2024",
        "Share",
        "Advertisement",
        "Ghana's foreign minister received his Togolese counterpart in Accra on Tuesday to discuss the closed border.",
        "Read more: Tema doubles the capacity of its port",
        "Both men agreed to convene the joint commission before the end of the month, for the first time since 2021.",
        "Related articles",
        "Cotonou prepares its fair",
        "Niamey reopens its museum",
    )
    document = read_text(page, words)
    assert (document.language, document.title) == ("en", "Accra and Lomé revive their joint border commission")
    assert (document.byline, document.published) == ("Afi Mensah", date(2024, 3, 6))
    assert len(document.blocks) == 2


def test_the_pages_own_marks_stay(words: PageWords) -> None:
    assert "« Nous voulons tourner la page », a dit" in read_text(saved(TITLE, "", *BODY), words).text
    assert "d’" not in read_text(saved(TITLE, "", *BODY).replace("’", "'"), words).text


def test_agency_in_the_signature(words: PageWords) -> None:
    document = read_text(saved(TITLE, "", *BODY, "Afi Mensah (AFP)"), words)
    assert (document.byline, document.agency) == ("Afi Mensah", "AFP")


def test_outlet_from_the_address(words: PageWords) -> None:
    (document,) = read(
        Page(saved(TITLE, "", *BODY).encode(), "https://www.maliweb.net/2024/03/06/frontiere.html"), words
    )
    assert (document.outlet, document.published, document.published_basis) == ("Maliweb", date(2024, 3, 6), "url")


@pytest.mark.parametrize(
    ("printed", "doubt"),
    [
        pytest.param("Publié le 6 mars 2024", "", id="the-same"),
        pytest.param("Publié le 7 mars 2024", "", id="a-day-apart"),
        pytest.param("Publié le 9 mars 2024", "conflict 2024-03-06", id="days-apart"),
        pytest.param("Publié le mardi 9 mars 2024", "weekday", id="not-its-weekday-either"),
    ],
)
def test_a_printed_day_that_the_address_contradicts(printed: str, doubt: str, words: PageWords) -> None:
    page = Page(saved(TITLE, printed, "", *BODY).encode(), "https://littoral.example/2024/03/06/frontiere.html")
    (document,) = read(page, words)
    assert (document.published_basis, document.published_doubt) == ("visible", doubt)


@pytest.mark.parametrize(
    ("above", "section", "modified", "doubt"),
    [
        pytest.param(saved("Accueil > Politique > Diplomatie", TITLE), "Diplomatie", None, "", id="path"),
        pytest.param(saved("Togo » Sécurité", TITLE), "Sécurité", None, "", id="path-without-front-page"),
        pytest.param(saved("Accueil | Togo | Mali | Niger | Abonnés", TITLE), None, None, "", id="a-bar-is-no-path"),
        pytest.param(
            saved("Accueil | Togo | Mali | Niger | Abonnés", "Togo > Sécurité", TITLE), "Sécurité", None, "", id="both"
        ),
        pytest.param(saved("« Oui » et « non »", TITLE), None, None, "", id="a-quotation-is-no-path"),
        pytest.param(saved("Diplomatie", TITLE), "Diplomatie", None, "", id="name-alone"),
        pytest.param(saved("Politique", "Diplomatie", TITLE), None, None, "", id="a-menu-is-no-section"),
        pytest.param(saved(TITLE, "Mis à jour le 9 mars 2024"), None, "2024-03-09", "", id="updated"),
        pytest.param(saved(TITLE, "Publié le mercredi 6 mars 2024"), None, None, "", id="its-weekday"),
        pytest.param(saved(TITLE, "Publié le mardi 6 mars 2024"), None, None, "weekday", id="not-its-weekday"),
        pytest.param(saved(TITLE, "Publié le 6 mars 2034"), None, None, "after-fetch", id="in-the-future"),
    ],
)
def test_what_the_header_says(
    above: str, section: str | None, modified: str | None, doubt: str, words: PageWords
) -> None:
    page = Page(saved(above, "", *BODY).encode(), "page.txt", fetched=date(2030, 1, 1))
    (document,) = read(page, words)
    assert (document.section, document.published_doubt) == (section, doubt)
    assert document.modified == (modified and date.fromisoformat(modified))


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        pytest.param("Accra, le 6 mars 2024", date(2024, 3, 6), id="place-and-day"),
        pytest.param("Fait à Port-Bouët, le mercredi 6 mars 2024", date(2024, 3, 6), id="done-at"),
        pytest.param("Accra, le 6 mars", None, id="no-year"),
        pytest.param("Prochaine séance à Accra, le 6 mars 2024 à la mairie", None, id="says-more"),
    ],
)
def test_the_day_under_a_communique(foot: str, day: date | None, words: PageWords) -> None:
    document = read_text(saved(TITLE, "", *BODY, foot, "Bureau de la presse"), words)
    assert (document.published, document.published_basis) == (day, "dateline" if day else "")
    assert blocks_of(document) == BODY


@pytest.mark.parametrize(
    ("above", "day"),
    [
        pytest.param((), None, id="entries-alone"),
        pytest.param(("Publié le 9 mars 2024",), date(2024, 3, 9), id="dated-above"),
    ],
)
def test_the_first_entry_of_a_chronology_is_no_day_of_publication(
    above: tuple[str, ...], day: date | None, words: PageWords
) -> None:
    page = saved(TITLE, *above, "", "Lundi 4 mars 2024", ONE, "Mardi 5 mars", TWO, "Jeudi 7 mars", AGAIN)
    document = read_text(page, words)
    assert document.published == day
    assert blocks_of(document)[0] == "Lundi 4 mars 2024"
