"""Whom a page introduces, for which state, and how he is known again."""

import pytest

from coded import actors, mentions


def introduced(text: str, language: str) -> list[tuple[str, str]]:
    return [(name, code) for name, code, *_ in mentions(text, language).people]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        pytest.param("fr", "Le ministre malien Issa Coulibaly est venu.", [("Issa Coulibaly", "MLI")], id="after"),
        pytest.param("fr", "Le ministre malien, Issa Coulibaly, est venu.", [("Issa Coulibaly", "MLI")], id="comma"),
        pytest.param("fr", "Issa Coulibaly, ministre malien, est venu.", [("Issa Coulibaly", "MLI")], id="before"),
        pytest.param("fr", "L'ambassadrice du Chili, Ana Rojas, est venue.", [("Ana Rojas", "CHL")], id="of"),
        pytest.param(
            "fr", "Le président du Togo, Kokou d'Almeida, est venu.", [("Kokou d'Almeida", "TGO")], id="particle"
        ),
        pytest.param(
            "fr",
            "Le ministre malien des Affaires étrangères, Issa Coulibaly, est venu.",
            [("Issa Coulibaly", "MLI")],
            id="of-foreign-affairs",
        ),
        pytest.param(
            "fr",
            "L'ambassadeur de France au Mali, Jean Morel, est venu.",
            [("Jean Morel", "FRA")],
            id="posted",
        ),
        pytest.param("fr", "Le ministre malien est venu, Bamako aussi.", [], id="nobody"),
        pytest.param("en", "Kenyan President Jane Otieno spoke.", [("Jane Otieno", "KEN")], id="title-en"),
        pytest.param("en", "The Kenyan minister, Jane Otieno, spoke.", [("Jane Otieno", "KEN")], id="comma-en"),
        pytest.param("en", "Jane Otieno, the Kenyan minister, spoke.", [("Jane Otieno", "KEN")], id="before-en"),
        pytest.param(
            "en",
            "Kenya's minister, Jane Otieno, spoke.",
            [("Jane Otieno", "KEN")],
            id="possession",
        ),
    ],
)
def test_introduced(language: str, text: str, people: list[tuple[str, str]]) -> None:
    assert introduced(text, language) == people


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("fr", "Le ministre malien Issa Coulibaly est venu. M. Coulibaly parle.", "Coulibaly", id="M."),
        pytest.param("fr", "Le ministre malien Issa Coulibaly est venu. Coulibaly parle.", "Coulibaly", id="surname"),
        pytest.param(
            "en", "The Kenyan minister, Jane Otieno, came. Ms. Otieno spoke.", "Otieno", id="Ms."
        ),
    ],
)  # fmt: skip
def test_known_again_by_surname(language: str, text: str, words: str) -> None:
    found, mention = actors(text, language)[-1]
    assert (words in found, mention.how, mention.carrier) == (True, "person", "office")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Issa Coulibaly est venu. M. Coulibaly parle du Mali.", id="never-introduced"),
        pytest.param("M. Coulibaly parle. Le maire Issa Coulibaly est venu.", id="of-no-state"),
    ],
)
def test_somebody_of_no_state_is_nobody(text: str) -> None:
    assert not [m for _, m in actors(text) if m.person]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("L'ambassadrice du Chili est venue. L'ambassadrice a parlé.", ["CHL", "CHL"], id="one"),
        pytest.param(
            "L'ambassadrice du Chili et l'ambassadrice du Pérou sont venues. L'ambassadrice a parlé.",
            ["CHL", "PER"],
            id="which-of-two",
        ),
        pytest.param("L'ambassadrice a parlé. Elle est partie.", [], id="none"),
    ],
)
def test_known_again_by_office(text: str, codes: list[str]) -> None:
    assert [c for _, m in actors(text) if m.how != "pronoun" for c in m.codes] == codes


def test_the_words_that_introduce_are_kept() -> None:
    text = "Hier, le ministre malien Issa Coulibaly est venu."
    ((name, _, role, start, end),) = mentions(text).people
    assert (text[start:end], name, role) == ("ministre malien Issa Coulibaly", "Issa Coulibaly", "ministre malien")
