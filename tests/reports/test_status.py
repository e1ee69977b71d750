"""How far an act got: done, planned, called off, denied, only said; or not told at all."""

import pytest

from coded import reports, told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Alger a expulsé deux diplomates maliens.", "occurred", id="done"),
        pytest.param("Alger expulse deux diplomates maliens.", "occurred", id="present"),
        pytest.param("Alger expulsera deux diplomates maliens.", "planned", id="future"),
        pytest.param("Alger va expulser deux diplomates maliens.", "planned", id="near-future"),
        pytest.param("Le Mali a annoncé qu'il expulserait deux diplomates algériens.", "planned", id="reported-future"),
        pytest.param("Alger aurait expulsé deux diplomates maliens.", "alleged", id="hearsay"),
        pytest.param(
            "Selon une source diplomatique, Alger a expulsé deux diplomates maliens.", "alleged", id="a-source"
        ),
        pytest.param("Alger dément avoir expulsé deux diplomates maliens.", "denied", id="denied"),
        pytest.param("Alger envisage d'expulser deux diplomates maliens.", "proposed", id="considered"),
        pytest.param("La visite du président malien à Alger a été annulée.", "cancelled", id="called-off"),
        pytest.param("Les sanctions américaines contre le Mali restent en vigueur.", "ongoing", id="in-force"),
    ],
)
def test_french(text: str, status: str) -> None:
    assert [str(r.status) for r in reports(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Kenya expelled two Ugandan diplomats.", "occurred", id="done"),
        pytest.param("Kenya will expel two Ugandan diplomats.", "planned", id="future"),
        pytest.param("Kenya said it would expel two Ugandan diplomats.", "planned", id="reported-future"),
        pytest.param("Kenya reportedly expelled two Ugandan diplomats.", "alleged", id="reportedly"),
        pytest.param("Kenya denied expelling two Ugandan diplomats.", "denied", id="denied"),
        pytest.param("Kenya is considering expelling two Ugandan diplomats.", "proposed", id="considered"),
        pytest.param("The visit of the Kenyan president to Uganda was cancelled.", "cancelled", id="called-off"),
        pytest.param("American sanctions against Mali remain in force.", "ongoing", id="in-force"),
        pytest.param("According to a diplomatic source, Kenya expelled two Ugandan diplomats.", "alleged", id="a-source"),
    ],
)  # fmt: skip
def test_english(text: str, status: str) -> None:
    assert [str(r.status) for r in reports(text, "en")] == [status]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Alger n'a pas expulsé de diplomates maliens.", id="ne-pas"),
        pytest.param("fr", "Alger n'a jamais expulsé de diplomates maliens.", id="ne-jamais"),
        pytest.param("fr", "Alger n'a expulsé aucun diplomate malien.", id="ne-aucun"),
        pytest.param("fr", "Si Alger expulsait deux diplomates maliens, Bamako protesterait.", id="si"),
        pytest.param("fr", "Alger pourrait expulser deux diplomates maliens.", id="pourrait"),
        pytest.param("fr", "Alger expulserait deux diplomates maliens.", id="conditional-alone"),
        pytest.param("fr", "Alger a-t-elle expulsé deux diplomates maliens ?", id="question"),
        pytest.param("en", "Kenya has not expelled any Ugandan diplomat.", id="not"),
        pytest.param("en", "Kenya never expelled a Ugandan diplomat.", id="never"),
        pytest.param("en", "If Kenya expelled two Ugandan diplomats, Uganda would protest.", id="if"),
        pytest.param("en", "Kenya could expel two Ugandan diplomats.", id="could"),
        pytest.param("en", "Has Kenya expelled two Ugandan diplomats?", id="question-en"),
        pytest.param("en", "Kenya didn't expel two Ugandan diplomats.", id="n't"),
    ],
)
def test_what_did_not_happen_is_not_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_negated_act_does_not_hide_its_neighbour() -> None:
    text = "Alger n'a pas fermé sa frontière avec le Mali, mais Alger a expulsé deux diplomates maliens."
    assert told(text) == ["SANCTION DZA>MLI occurred"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("En riposte, le Togo a expulsé deux diplomates ghanéens.", True),
        ("Par réciprocité, le Togo a expulsé deux diplomates ghanéens.", True),
        ("Le Togo a expulsé deux diplomates ghanéens.", False),
    ],
)
def test_what_answers_says_so(text: str, answers: bool) -> None:
    assert [r.answers for r in reports(text)] == [answers]
