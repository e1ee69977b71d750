"""Whose measure it is, and what a pronoun lifts: what the rest of the page says for a sentence."""

import pytest

from coded import told

IMPOSED = "Le Ghana a imposé lundi une caution de visa aux voyageurs togolais. "
SHUT = "Ghana shut its land border with Togo in March, days before the regional bloc ECOWAS imposed sanctions on it. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", IMPOSED + "La mesure a été levée mardi.", "CONCEDE GHA>TGO occurred", id="who imposed it lifts it"
        ),
        pytest.param("fr", IMPOSED + "Accra l'a suspendue mardi.", "CONCEDE GHA>TGO occurred", id="a pronoun before"),
        pytest.param("fr", IMPOSED + "Elle a été levée mardi.", "CONCEDE GHA>TGO occurred", id="a pronoun as subject"),
        pytest.param(
            "en", SHUT + "Ghana reopened it on Monday.", "CONCEDE GHA>TGO occurred", id="a border, no sanction"
        ),
    ],
)
def test_the_page_says_whose(language: str, text: str, expected: str) -> None:
    assert expected in told(text, language, "2031-03-14")


def test_two_measures_of_a_kind_leave_it_open() -> None:
    text = IMPOSED + "Le Togo a imposé mardi une caution de visa aux voyageurs ghanéens. La caution a été levée jeudi."
    assert not [line for line in told(text, "fr", "2031-03-14") if line.startswith("CONCEDE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le Ghana et le Togo sont brouillés. Le Ghana a protesté, le Togo aussi. Le Nigeria a appelé à la retenue.",
            "REQUEST NGA>GHA+TGO occurred",
            id="a third party asks both",
        ),
        pytest.param(
            "Le Ghana et le Togo sont brouillés. Le Ghana s'impatiente. L'ambassadeur du Togo a été convoqué mardi.",
            "ACCUSE GHA>TGO occurred",
            id="what befalls people of one side, the other did",
        ),
        pytest.param(
            "Le Ghana exige des excuses du Togo. Faute de quoi Accra fermera sa frontière avec le Togo.",
            "THREATEN GHA>TGO occurred",
            id="harm under a condition",
        ),
        pytest.param(
            "Le Ghana menace de fermer son consulat au Togo et d'expulser deux diplomates togolais.",
            "THREATEN GHA>TGO occurred",
            id="a threat of two things is one threat",
        ),
    ],
)
def test_between_two(text: str, expected: str) -> None:
    lines = told(text, "fr", "2031-03-14")
    assert expected in [line.replace("TGO+GHA", "GHA+TGO") for line in lines]
    assert not [line for line in lines if line.startswith("SANCTION")]
