"""What an act bears on, what it does to it, and whether it is said to answer: "effect instrument actors>recipients"."""

import pytest

from coded import reports
from detente.model import Report


def line(report: Report) -> str:
    sides = f"{' '.join(report.actors)}>{' '.join(report.recipients)}"
    return f"{report.effect} {report.instrument} {sides}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le Pérou a refusé l'entrée à deux députés chiliens.", "impose entry-ban PER>CHL", id="door"
        ),
        pytest.param("en", "Croatia barred three Montenegrin officials.", "impose entry-ban HRV>MNE", id="officials"),
        pytest.param(
            "fr",
            "La Grèce a interdit l'escale des ferries turcs.",
            "impose transport GRC>TUR",
            id="a-ban-bears-on-what-it-names",
        ),
        pytest.param(
            "fr", "La Grèce ferme aux navires turcs les ports de Lesbos.", "close port GRC>TUR", id="ports-not-ships"
        ),
        pytest.param(
            "en", "Rwanda closed its border to Burundian troops.", "close border RWA>BDI", id="a-border-not-troops"
        ),
    ],
)
def test_what_an_act_bears_on(language: str, text: str, expected: str) -> None:
    assert [line(r) for r in reports(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le Kenya a rouvert sa frontière avec la Somalie.", "open border KEN>SOM", id="reopened-whole"
        ),
        pytest.param(
            "fr",
            "Le Kenya a rouvert sa frontière avec la Somalie aux véhicules humanitaires.",
            "ease border KEN>SOM",
            id="reopened-to-some",
        ),
        pytest.param(
            "fr",
            "Le Ghana a levé une partie des sanctions contre le Togo.",
            "ease sanctions GHA>TGO",
            id="some-of-them",
        ),
        pytest.param("en", "Ghana partly lifted its sanctions on Togo.", "ease sanctions GHA>TGO", id="partly"),
        pytest.param(
            "en", "Ghana imposed partial sanctions on Togo.", "impose sanctions GHA>TGO", id="imposed-in-part"
        ),
    ],
)
def test_a_lifting_in_part_eases(language: str, text: str, expected: str) -> None:
    assert [line(r) for r in reports(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "L'ONU avait frappé l'Érythrée, en décembre 2009, d'un embargo sur les armes, levé neuf ans plus tard.",
            ["impose sanctions UN>ERI", "lift sanctions UN>ERI"],
            id="a-participle",
        ),
        pytest.param(
            "en",
            "Somalia severed diplomatic ties with Kenya in December 2020, only to restore them five months later.",
            ["impose diplomatic-relations SOM>KEN", "resume diplomatic-relations SOM>KEN"],
            id="only-to",
        ),
        pytest.param(
            "fr",
            "Le Kenya a fermé sa frontière avec la Somalie en mai, avant de la rouvrir en juin.",
            ["close border KEN>SOM", "open border KEN>SOM"],
            id="before",
        ),
        pytest.param(
            "fr",
            "Les Vingt-Sept ont suspendu l'exemption de visas dont bénéficiaient les diplomates géorgiens.",
            [],
            id="what-is-suspended-is-not-lifted",
        ),
    ],
)
def test_the_end_in_the_tail_of_a_sentence(language: str, text: str, expected: list[str]) -> None:
    found = [line(r) for r in reports(text, language, published="2030-07-15")]
    assert [x for x in found if x.split()[0] in ("impose", "close", "lift", "resume", "open")] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "En conséquence, le Togo a expulsé deux diplomates béninois.", True, id="en-consequence"),
        pytest.param("fr", "Le Togo a expulsé à son tour deux diplomates béninois.", True, id="a-son-tour"),
        pytest.param("en", "Within hours, Togo expelled two Beninese diplomats.", True, id="within-hours"),
        pytest.param("fr", "Mardi, le Togo a expulsé deux diplomates béninois.", False, id="only-a-day"),
    ],
)
def test_said_to_answer(language: str, text: str, expected: bool) -> None:
    assert [r.answers for r in reports(text, language)] == [expected]


def test_what_is_told_as_an_answer_keeps_its_own_day() -> None:
    text = "En conséquence, le Togo a expulsé mardi deux diplomates béninois."
    assert [r.when.edtf for r in reports(text, "fr", published="2030-07-19") if r.when] == ["2030-07-16"]
