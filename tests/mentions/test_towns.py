"""Towns as a page names them: of which state, when nobody's, and who acts for them."""

import pytest

from coded import actors, document, reader
from detente.model import LOCAL, TOWN


def towns(text: str, language: str) -> dict[str, str]:
    return {words: m.codes[0] for words, m in actors(text, language) if m.how == TOWN}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le convoi a quitté Agadez.", {"Agadez": "NER"}, id="a town alone"),
        pytest.param("en", "The convoy left Mombasa.", {"Mombasa": "KEN"}, id="a town alone, in English"),
        pytest.param(
            "fr", "Le vol pour Ho-Chi-Minh-Ville a du retard.", {"Ho-Chi-Minh-Ville": "VNM"}, id="several words"
        ),
        pytest.param("fr", "L'Espagne attend. Il vit à Cordoba.", {"Cordoba": "ESP"}, id="the one that the page names"),
        pytest.param("fr", "L'Espagne et l'Argentine attendent. Il vit à Cordoba.", {}, id="two that the page names"),
        pytest.param("en", "Talks opened in Hyderabad.", {}, id="of two states, neither named"),
        pytest.param("en", "Pakistan agreed. Talks opened in Hyderabad.", {"Hyderabad": "PAK"}, id="of two, one named"),
        pytest.param("en", "They met in Odessa.", {"Odessa": "UKR"}, id="the greater by far"),
        pytest.param(
            "en",
            "The United States and Ukraine agreed. They met in Odessa.",
            {"Odessa": "UKR"},
            id="also where both are named",
        ),
        pytest.param("en", "Italy waits. They met in Alexandria.", {}, id="only a far smaller one's is named"),
        pytest.param("fr", "Il vit à Ansongo.", {"Ansongo": "MLI"}, id="a place of ours"),
        pytest.param("en", "He was born in Tillabéri.", {}, id="a small one alone"),
        pytest.param(
            "en",
            "Niger is large. He was born in Tillabéri.",
            {"Tillabéri": "NER"},
            id="a small one of a state that is named",
        ),
        pytest.param("fr", "Il passe par Nice.", {}, id="a word"),
        pytest.param(
            "fr",
            "La France est prête. Il vit à Nice.",
            {"Nice": "FRA"},
            id="a word, its state named, behind a preposition",
        ),
        pytest.param("en", "Garland spoke first.", {}, id="a surname"),
        pytest.param("en", "Merrick Garland spoke first. Garland left early.", {}, id="a surname with its first name"),
        pytest.param("en", "Ruth Garland died in Garland's arms.", {}, id="what is his"),
        pytest.param("fr", "Florence Lomas a répondu. L'Italie attend.", {}, id="a first name"),
        pytest.param("fr", "Le traité de Lausanne est cité.", {}, id="a treaty"),
        pytest.param("en", "The Lausanne Treaty is quoted.", {}, id="a treaty, in English"),
        pytest.param("fr", "Les rives du Paraná sont inondées.", {}, id="a river"),
        pytest.param(
            "fr", "Cela ne se fait pas. Celle de Lyon ferme.", {"Lyon": "FRA"}, id="words that open a sentence"
        ),
        pytest.param("en", "The GAO said so.", {}, id="letters"),
        pytest.param("en", "The base lies in Crimea.", {}, id="claimed by two"),
        pytest.param("fr", "Le Sud-Kivu et l'Ituri sont calmes.", {"Sud-Kivu": "COD", "Ituri": "COD"}, id="regions"),
        pytest.param("fr", "Un match à Lyon-Villeurbanne.", {}, id="half of a name"),
        pytest.param("fr", "NIAMEY, 3 mai. Le Niger attend.", {}, id="a capital is no town"),
        pytest.param("fr", "GOMA, 3 mai (AFP) - Rien ne bouge.", {"GOMA": "COD"}, id="with which a page begins"),
    ],
)
def test_whose_a_town_is(language: str, text: str, expected: dict[str, str]) -> None:
    assert towns(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le gouverneur de Gao a parlé.", [("gouverneur de Gao", "MLI", "office")], id="governor"),
        pytest.param("fr", "La mairie de Bukavu a fermé.", [("mairie de Bukavu", "COD", "government")], id="town hall"),
        pytest.param(
            "fr",
            "Le maire de la ville d'Agadez a parlé.",
            [("maire de la ville d'Agadez", "NER", "office")],
            id="of the town of",
        ),
        pytest.param("en", "Police in Satkhira spoke.", [("Police in Satkhira", "BGD", "government")], id="police in"),
        pytest.param(
            "en", "Satkhira police spoke.", [("Satkhira police", "BGD", "government")], id="before it, in English"
        ),
        pytest.param("en", "Mombasa's mayor spoke.", [("Mombasa's mayor", "KEN", "office")], id="its mayor"),
        pytest.param("fr", "Les autorités de Goma ont parlé.", [], id="authorities may be rebels'"),
        pytest.param("fr", "Le tribunal de Genève a tranché.", [], id="a court judges between people"),
        pytest.param("fr", "Le colonel Diallo, à Gao, a parlé.", [], id="who is only there"),
        pytest.param("en", "The minister in Mombasa spoke.", [], id="a minister is of no town"),
    ],
)
def test_who_acts_for_a_town(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(w, m.codes[0], m.carrier) for w, m in actors(text, language) if m.how == LOCAL] == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        pytest.param(
            "fr",
            "Le Liberia attend, la Guinée aussi. À Guéckédou, le colonel Bah a refusé de répondre au Liberia.",
            "GIN",
            id="opens",
        ),
        pytest.param(
            "en",
            "Kenya waits, and so does Somalia. In Kismayo, Colonel Aden refused to answer Kenya.",
            "SOM",
            id="opens, in English",
        ),
    ],
)
def test_an_officer_is_of_the_town_that_opens_his_sentence(language: str, text: str, side: str) -> None:
    assert side in {m.codes[0] for w, m in actors(text, language) if "olonel" in w}


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        pytest.param("fr", "Des drones russes ont frappé Odessa.", False, id="a state and another's town"),
        pytest.param("fr", "Des drones russes ont frappé Novossibirsk.", True, id="a state and its own town"),
        pytest.param("fr", "Un drone a frappé Odessa.", True, id="a town alone"),
        pytest.param("en", "Rwandan troops are near Bukavu.", False, id="in English"),
    ],
)
def test_the_gate_lets_a_state_and_anothers_town_through(language: str, text: str, ends: bool) -> None:
    assert reader(language).sieve.sifted(document(text, language), True).ends is ends
