"""Words that name no state: whom they mean, and where nobody can say."""

import pytest

from coded import actors

OPENING = "Le Togo et le Ghana négocient depuis lundi. Le Ghana s'impatiente, le Togo aussi. "
FOREWORD = "Togo and Ghana have been bargaining since Monday. Ghana is impatient, and so is Togo. "


@pytest.mark.parametrize(
    ("language", "text", "words", "codes"),
    [
        pytest.param("fr", "Le Ghana défend son pays voisin.", "pays", ("GHA",), id="one's own country"),
        pytest.param("fr", "Le Togo accuse son voisin.", "voisin", ("GHA",), id="one's neighbour is the other of two"),
        pytest.param(
            "fr", "L'ambassadeur ghanéen a été reçu par le Premier ministre.", "Premier ministre", ("TGO",), id="host"
        ),
        pytest.param(
            "fr",
            "À Lomé, le ministère des Affaires étrangères s'est félicité de l'accord.",
            "ministère des Affaires étrangères",
            ("TGO",),
            id="a ministry in its capital",
        ),
        pytest.param(
            "fr",
            "Les présidents Kofi Asante et Yao Amegan se sont parlé.",
            "présidents",
            ("GHA", "TGO"),
            id="two of one title",
        ),
        pytest.param(
            "fr",
            "L'accord a été signé par les ministres Kofi Asante et Yao Amegan.",
            "ministres",
            ("GHA", "TGO"),
            id="two ministers",
        ),
        pytest.param(
            "en", "Ministers Kofi Asante and Yao Amegan signed it.", "Ministers", ("GHA", "TGO"), id="two ministers-en"
        ),
        pytest.param(
            "fr",
            "« Nous avons rouvert le poste », a déclaré le ministre ghanéen.",
            "Nous",
            ("GHA",),
            id="we in a quotation",
        ),
        pytest.param(
            "fr", "Le Ghana a cédé. Trois jours plus tard, il a rouvert.", "il", ("GHA",), id="behind a fronted phrase"
        ),
        pytest.param("fr", "Le Ghana a cédé. Mais il ne dit rien.", "il", ("GHA",), id="behind a word that joins"),
        pytest.param(
            "fr",
            "Le Ghana a rompu ses liens avec le pays.",
            "pays",
            ("TGO",),
            id="the country that the other deals with",
        ),
        pytest.param(
            "en",
            "President Kofi Asante met his Togolese counterpart.",
            "President Kofi Asante",
            ("GHA",),
            id="a title and a name beside the other side",
        ),
        pytest.param(
            "en", "The foreign ministry summoned Ghana's envoy.", "foreign ministry", ("TGO",), id="a ministry"
        ),
    ],
)
def test_whom_it_means(language: str, text: str, words: str, codes: tuple[str, ...]) -> None:
    page = (OPENING if language == "fr" else FOREWORD) + text
    assert {tuple(sorted(m.codes)) for w, m in actors(page, language) if w == words} == {codes}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param(
            "fr",
            "Le Togo et le Ghana ont écrit au Premier ministre.",
            "Premier ministre",
            id="both are named beside it",
        ),
        pytest.param("fr", "Nous avons reçu le rapport de l'ONU.", "Nous", id="we of the newspaper"),
        pytest.param("en", "A minister met Ghana's envoy.", "minister", id="some minister"),
    ],
)
def test_where_nobody_can_say(language: str, text: str, words: str) -> None:
    page = (OPENING if language == "fr" else FOREWORD) + text
    assert words not in [w for w, _ in actors(page, language)]


def test_a_name_learned_with_a_bare_title_is_known_by_surname() -> None:
    text = FOREWORD + "President Kofi Asante met Togo's envoy. Asante thanked him."
    assert [m.codes for w, m in actors(text, "en") if w == "Asante"] == [("GHA",)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        pytest.param("Le comité sénégalo-malien siège à Dakar.", "sénégalo-malien", ("SEN", "MLI"), id="adjectives"),
        pytest.param("Le conseil UE-Géorgie est reporté.", "UE-Géorgie", ("EU", "GEO"), id="names"),
    ],
)
def test_two_on_one_hyphen(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert [m.codes for w, m in actors(text) if w == words] == [codes]


AUDIENCE = (
    "Le Togo et le Ghana négocient depuis lundi. Le Ghana s'impatiente, le Togo aussi. "
    "Le chef de l'État a reçu l'ambassadeur du Ghana, Kofi Asante. "
)


def _who(text: str, words: str) -> tuple[tuple[str, ...], str | None] | None:
    """Whom the last such words stand for: codes and person."""
    found = [(m.codes, m.person) for said, m in actors(text) if said == words]
    return found[-1] if found else None


@pytest.mark.parametrize(
    ("text", "words", "codes", "person"),
    [
        pytest.param(
            "Kofi Asante est confiant. Le chef de l'État salue un ami du Togo.", "chef de l'État", ("TGO",), None,
            id="no envoy is head of state",
        ),
        pytest.param(
            "La ministre togolaise Afi Koudjo écoutait. Le diplomate sourit.", "diplomate", ("GHA",), None,
            id="a diplomat is the envoy, not the minister named later",
        ),
        pytest.param(
            "La ministre togolaise Afi Koudjo écoutait. La ministre sourit.", "ministre", ("TGO",), None,
            id="a minister",
        ),
        pytest.param(
            "Yao Amegan, ministre, écoutait. Ce dernier sourit.", "Ce dernier", None, None, id="the last is of nobody knows whom"
        ),
        pytest.param(
            "La ministre togolaise Afi Koudjo écoutait. Il la salua. Cette dernière sourit.", "Cette dernière", ("TGO",),
            "Afi Koudjo", id="the last woman, a sentence further",
        ),
        pytest.param("L'intéressé sourit.", "L'intéressé", ("GHA",), "Kofi Asante", id="l'intéressé"),
        pytest.param("L'hôte de Lomé sourit.", "hôte de Lomé", ("GHA",), None, id="a guest is of the other"),
    ],
)  # fmt: skip
def test_an_office_alone(text: str, words: str, codes: tuple[str, ...] | None, person: str | None) -> None:
    assert _who(AUDIENCE + text, words) == (None if codes is None else (codes, person))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Le diplomate angolais sourit.", ("AU",), id="what he is by birth"),
        pytest.param(
            "L'Angola a écrit. Le diplomate angolais sourit.", ("AGO",), id="where the page speaks of his country"
        ),
        pytest.param("Le ministre angolais sourit.", ("AGO",), id="an office of a state"),
    ],
)
def test_a_nationality_is_not_a_side(text: str, codes: tuple[str, ...]) -> None:
    page = (
        "Au Togo, l'Union africaine attend le Togo. L'envoyé de l'Union africaine, Manuel Domingos, a vu le Togo. "
        + text
    )
    found = [m.codes for said, m in actors(page) if said in ("diplomate angolais", "ministre angolais")]
    assert found == [codes]
