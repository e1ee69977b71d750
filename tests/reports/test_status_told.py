"""How far an act got, as told without its own verb saying so: by who tells it, who calls it made up, what ends it."""

import pytest

from coded import reports

PUBLISHED = "2031-03-06"  # a Thursday


@pytest.mark.parametrize(
    ("language", "text", "act", "expected"),
    [
        # who tells without a name
        pytest.param("en", "Zambia has suspended its aid to Malawi, according to a Zambian official who asked not to be named.",
                     "suspend", "alleged", id="official-behind"),
        pytest.param("en", "Laos recalled its ambassador to Thailand, two aviation officials told the Vientiane Mail.",
                     "recall", "alleged", id="officials-told"),
        pytest.param("fr", "L'Oman a libéré quatre officiers yéménites, selon un diplomate.", "release", "alleged",
                     id="diplomate-derrière"),
        pytest.param("fr", "À en croire le quotidien, la Hongrie a suspendu son aide à la Moldavie.", "suspend", "alleged",
                     id="un-quotidien"),
        pytest.param("fr", "L'Oman a libéré quatre officiers yéménites, selon le ministère omanais des Affaires étrangères.",
                     "release", "occurred", id="who-has-a-name"),
        pytest.param("en", "Kenya refused to receive Uganda's envoy, according to a Kenyan official.", "refuse", "occurred",
                     id="what-is-done-by-being-said"),
        # who is called a liar
        pytest.param("en", "Chilean troops fired on a Peruvian patrol, Lima said; Chile's embassy called the story “made up”.",
                     "shoot", "denied", id="made-up"),
        pytest.param("fr", "La marine kényane a tiré sur des pêcheurs somaliens, selon Mogadiscio. Nairobi parle d'une « pure "
                     "invention ».",
                     "shoot", "denied", id="invention"),
        pytest.param("fr", "Quarante Libyens auraient été expulsés de Tunisie vers la Libye, assertion démentie par le ministère "
                     "tunisien de l'Intérieur.",
                     "expel", "denied", id="démentie-par"),
        pytest.param("en", "Chilean troops fired on a Peruvian patrol; Bolivia called the story “made up”.", "shoot", "occurred",
                     id="not-by-a-third"),
        pytest.param("en", "Reports that Angola had recalled its ambassador to Namibia are false, the ministry said.",
                     "recall", "denied", id="are-false"),
        pytest.param("en", "Angola recalled its ambassador to Namibia over reports that turned out to be false.",
                     "recall", "occurred", id="something-else-is-false"),
        # what ends it, in the same sentence
        pytest.param("fr", "Le Ghana a levé lundi la caution imposée depuis février aux voyageurs togolais.", "impose",
                     "occurred", id="levée"),
        pytest.param("en", "Estonia reopened its border with Russia, closed since March 2029.", "close", "occurred",
                     id="reopened"),
        pytest.param("en", "Togo has freed two Ghanaian officers it had detained since January.", "release", "occurred",
                     id="released"),
        pytest.param("en", "The European Union has sanctioned Belarus since 2020.", "sanction", "ongoing", id="still-running"),
        # what goes on
        pytest.param("en", "Uganda keeps supplying ammunition to Somalia's army.", "deliver", "ongoing", id="keeps"),
        pytest.param("en", "Angola handed over the remains of three Namibian pilots.", "release", "occurred", id="remains"),
        # what is only spoken of, and what was decided
        pytest.param("fr", "Les échanges du ministre togolais à Ottawa ont porté sur les restrictions de visas décidées par le Canada "
                     "contre les Togolais.", "restrict", "occurred", id="decided-by"),
        # what is set for a day, and called off
        pytest.param("en", "A meeting of the Peruvian and Chilean foreign ministers fixed for March 12 has been called off.",
                     "meet", "cancelled", id="fixed-for"),
        pytest.param("fr", "La rencontre des ministres péruvien et chilien, fixée au 12 mars à Tacna, est supprimée du calendrier.",
                     "meet", "cancelled", id="supprimée"),
        pytest.param("fr", "Le sommet entre le Pérou et le Chili, annulé en janvier, a été reprogrammé au 9 avril.",
                     "meet", "planned", id="reprogrammée"),
    ],
)  # fmt: skip
def test_status(language: str, text: str, act: str, expected: str) -> None:
    assert [str(r.status) for r in reports(text, language, published=PUBLISHED) if r.act == act] == [expected]
