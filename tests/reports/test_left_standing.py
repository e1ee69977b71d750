"""What somebody is asked, refuses or promises to lift is told by what is asked, refused, promised: no act of its own, but the
report bears on it, and the ledger knows that it stands. What is only spoken of does not."""

import pytest

from coded import reports, sides


def _left(text: str, language: str) -> list[str]:
    return [f"{sides(r)} {r.instrument}" for r in reports(text, language) if r.effect == "leave"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le Pérou a refusé de lever l'embargo sur le bétail bolivien.", "REJECT PER>BOL trade", id="refuse"
        ),
        pytest.param(
            "fr", "La Bolivie a demandé au Pérou de lever ses sanctions.", "REQUEST BOL>PER sanctions", id="demande"
        ),
        pytest.param(
            "fr",
            "La Paz réclame la levée de l'embargo péruvien sur le bétail.",
            "REQUEST BOL>PER trade",
            id="réclame-la-levée",
        ),
        pytest.param(
            "fr",
            "Le Pérou se dit prêt à lever les sanctions contre la Bolivie.",
            "AGREE PER>BOL sanctions",
            id="se-dit-prêt",
        ),
        pytest.param(
            "fr", "La Bolivie a exhorté le Pérou à rouvrir la frontière.", "REQUEST BOL>PER border", id="rouvrir"
        ),
        pytest.param("en", "Peru refused to lift its ban on Bolivian cattle.", "REJECT PER>BOL trade", id="refused"),
        pytest.param(
            "en", "Bolivia asked Peru to lift its ban on Bolivian cattle.", "REQUEST BOL>PER trade", id="asked"
        ),
        pytest.param(
            "en",
            "Bolivia urged Peru to lift the visa restrictions imposed on its citizens.",
            "REQUEST BOL>PER visa",
            id="urged",
        ),
        pytest.param(
            "en", "Peru has ruled out lifting its sanctions on Bolivia.", "REJECT PER>BOL sanctions", id="ruled-out"
        ),
        pytest.param(
            "en",
            "Bolivia called for the lifting of Peruvian sanctions.",
            "REQUEST BOL>PER sanctions",
            id="called-for-the-lifting",
        ),
        pytest.param(
            "en", "Peru said it would not lift its sanctions on Bolivia.", "REJECT PER>BOL sanctions", id="would-not"
        ),
    ],
)
def test_it_stands(language: str, text: str, expected: str) -> None:
    assert _left(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "La Bolivie a demandé au Pérou de lever l'immunité de son consul.", id="immunité"),
        pytest.param("fr", "La Bolivie a demandé au Pérou l'ouverture d'un consulat.", id="consulat"),
        pytest.param("fr", "La Bolivie a demandé à Lima d'imposer un embargo au Chili.", id="imposer"),
        pytest.param("fr", "Lima a démenti avoir refusé de lever son embargo sur le bétail bolivien.", id="démenti"),
        pytest.param("fr", "L'ONU a demandé au Pérou de lever les sanctions.", id="contre-qui"),
        pytest.param("en", "Bolivia asked Peru to lift its sanctions on Chile.", id="on-a-third"),
        pytest.param("en", "Bolivia asked Peru to open its skies to the president's plane.", id="skies"),
        pytest.param("en", "Bolivia asked Peru to ease visa rules for its students.", id="visa-rules"),
        pytest.param("en", "Will Peru refuse to lift its ban on Bolivian cattle?", id="asked-whether"),
        pytest.param(
            "en",
            "Peru banned imports of Bolivian cattle in May. Bolivia asked Peru to lift its ban on Bolivian cattle.",
            id="told-by-the-page",
        ),
    ],
)
def test_nothing_is_said_to_stand(language: str, text: str) -> None:
    assert not _left(text, language)
