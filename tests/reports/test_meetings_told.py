"""Who met whom: sides that stand in other phrases, meetings only spoken of, people who speak for no state."""

import pytest

from coded import told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le ministre togolais est arrivé, dans l'après-midi de ce mercredi 4 mars, au Ghana pour une visite.",
                     ["CONSULT TGO>GHA occurred"], id="an-insertion-behind-the-verb"),
        pytest.param("fr", "À Varsovie, où il effectuait mercredi une visite, le président moldave a salué la Pologne.",
                     ["CONSULT MDA>POL occurred", "SUPPORT MDA>POL occurred"], id="he-before-his-name"),
        pytest.param("fr", "Lors d'un entretien à Lima, le ministre péruvien a remis une liste à son collègue chilien.",
                     ["CONSULT CHL+PER> occurred"], id="to-whom-he-speaks-there"),
        pytest.param("en", "During a visit to Malawi last week, the Ghanaian president opened a school.",
                     ["CONSULT GHA>MWI occurred"], id="who-leads-behind-the-visit"),
        pytest.param("fr", "Dans le cadre de sa visite à Libreville, le ministre marocain a vu un port.",
                     ["CONSULT MAR>GAB occurred"], id="his-visit-is-under-way"),
        pytest.param("fr", "Une rencontre qui s'est tenue mardi entre les ministres togolais et ghanéen a duré une heure.",
                     ["CONSULT GHA+TGO> occurred"], id="between-past-a-relative"),
        pytest.param("fr", "Les ministres ghanéen et togolais se sont réunis jeudi sous l'égide de l'Angola.",
                     ["CONSULT GHA+TGO> occurred"], id="one-meeting-with-its-mediator"),
        pytest.param("en", "Kenya and Uganda share a lake. The Kenyan envoy said the Ugandan minister had met her counterpart.",
                     ["CONSULT KEN+UGA> occurred"], id="her-counterpart-is-of-the-nearer"),
        pytest.param("en", "Kenyan and Ugandan officials ended a recent meeting in Arusha without a word.",
                     ["CONSULT KEN+UGA> occurred"], id="a-noun-that-a-verb-is-written-like"),
        pytest.param("en", "Fiji's minister flew to the capital Apia, in Samoa, on Monday.",
                     ["CONSULT FJI>WSM occurred"], id="to-the-capital"),
        pytest.param("en", "A meeting between Ankara and Athens would be welcome, a columnist wrote.", [], id="only-wished"),
        pytest.param("fr", "Une rencontre entre Alger et Rabat est peu probable.", [], id="not-likely"),
        pytest.param("en", "Uganda's army chief met elders near the border with South Sudan.", [], id="the-border-with"),
        pytest.param("fr", "Le président sénégalais a reçu des lutteurs gambiens.", [], id="wrestlers"),
        pytest.param("fr", "Une délégation d'hommes d'affaires turcs a visité le port ivoirien.", [], id="a-delegation-of-businessmen"),
        pytest.param("en", "The Ghana Football Association held talks with its Togolese counterpart.", [], id="a-name-of-its-own"),
        pytest.param("en", "The Mongolian prime minister visited a mine that sells to China.", [], id="past-that"),
        pytest.param("en", "Since the general came to power in Gabon, Togo has kept quiet.", [], id="to-power"),
        pytest.param("fr", "Le Togo et le Ghana se rendent coup pour coup.", [], id="blow-for-blow"),
        pytest.param("fr", "La Suisse a constaté que la coopération s'était renforcée depuis sa visite au Laos.",
                     ["CONSULT CHE>LAO occurred"], id="ties-that-grow"),
    ],
)  # fmt: skip
def test_told(language: str, text: str, expected: list[str]) -> None:
    assert sorted(told(text, language, published="2026-03-12")) == sorted(expected)


PLAN = "La ministre ghanéenne est arrivée lundi à Lomé, au Togo. Elle sera reçue demain par le président togolais."
AGAIN = (
    "La ministre ghanéenne se rendra mardi à Lomé, au Togo. La visite de la ministre ghanéenne au Togo a été préparée."
)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        pytest.param(PLAN, ["occurred", "planned"], id="a-meeting-to-come-behind-one-done"),
        pytest.param(AGAIN, ["planned"], id="an-announcement-told-again"),
    ],
)
def test_what_is_to_come_is_another_meeting(text: str, statuses: list[str]) -> None:
    met = [line for line in told(text, "fr", published="2026-03-12") if line.startswith("CONSULT")]
    assert sorted(line.rsplit(maxsplit=1)[-1] for line in met) == statuses
