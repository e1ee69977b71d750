"""Leads of a few sentences, in which a state is named once and then told by its office, or left out."""

import pytest

from coded import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le Togo a gelé son aide au Ghana. Le Bénin a condamné le putsch.", "ACCUSE BEN>GHA occurred",
                     id="the-whole-page-is-against-one"),
        pytest.param("La France renvoie deux Ghanéens, a dit Emmanuel Macron. Le président accuse Accra d'espionnage.",
                     "ACCUSE FRA>GHA occurred", id="an-office-alone-is-who-was-just-named"),
        pytest.param("La Zambie a suspendu le traité avec le Kenya, à qui elle reproche son silence sur le Soudan.",
                     "ACCUSE ZMB>KEN occurred", id="the-one-to-whom"),
        pytest.param("Lusaka a dénoncé l'arrestation d'un pilote par les autorités kényanes à Kampala, qu'elle avait déjà condamnée.",
                     "ACCUSE ZMB>KEN occurred", id="the-agent-not-the-place"),
        pytest.param("L'ambassadeur du Ghana s'est vu signifier le mécontentement du Togo.", "ACCUSE TGO>GHA occurred",
                     id="who-sees-it-done-undergoes-it"),
        pytest.param("Le Togo avait renchéri le passage, puis fermé sa frontière avec le Ghana.", "SANCTION TGO>GHA occurred",
                     id="a-participle-behind-then"),
        pytest.param("Avec le Bénin, le Togo a fermé sa frontière avec le Ghana.", "SANCTION BEN+TGO>GHA occurred",
                     id="with-whom-it-is-done"),
    ],
)  # fmt: skip
def test_told(text: str, expected: str) -> None:
    assert expected in [line.replace("TGO+BEN", "BEN+TGO").replace("TGO+GHA", "GHA+TGO") for line in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("L'ambassadeur du Ghana au Togo a été convoqué et sommé de partir sous 48 heures.", id="and-told-to-leave"),
        pytest.param("L'ambassadeur du Ghana au Togo a été convoqué pour en être informé.", id="to-be-told-of-it"),
    ],
)  # fmt: skip
def test_a_summons_that_tells_of_another_act_is_none(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("ACCUSE")]
