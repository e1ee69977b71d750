"""What a town tells: toward whom force is used, who holds, sends away and receives there, where it was, and what it does not tell."""

import pytest

from coded import reports, told

DAY = "2026-03-12"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Des missiles iraniens ont frappé Erbil.", ["ASSAULT IRN>IRQ occurred"], id="struck"),
        pytest.param(
            "en", "Ethiopian jets hit Kassala on Friday.", ["ASSAULT ETH>SDN occurred"], id="struck, in English"
        ),
        pytest.param("fr", "L'armée rwandaise s'est emparée de Bukavu.", ["ASSAULT RWA>COD occurred"], id="taken"),
        pytest.param(
            "en", "Turkish troops captured Kobani in May.", ["ASSAULT TUR>SYR occurred"], id="taken, in English"
        ),
        pytest.param(
            "fr", "Kharkiv a été frappée par des missiles russes.", ["ASSAULT RUS>UKR occurred"], id="in the passive"
        ),
        pytest.param(
            "en", "Mombasa was struck by Somali rockets.", ["ASSAULT SOM>KEN occurred"], id="in the passive, in English"
        ),
        pytest.param(
            "fr",
            "Les frappes pakistanaises sur Amritsar ont fait huit morts.",
            ["ASSAULT PAK>IND occurred"],
            id="a noun",
        ),
        pytest.param(
            "en",
            "Pakistan fired rockets at the border city of Zahedan.",
            ["ASSAULT PAK>IRN occurred"],
            id="what kind of town it is",
        ),
        pytest.param("fr", "L'armée malienne a repris Kidal.", [], id="one's own"),
        pytest.param("en", "Russian drones hit Belgorod.", [], id="one's own, in English"),
        pytest.param(
            "fr",
            "Le Tchad est fâché avec le Soudan. L'armée tchadienne a bombardé Abéché.",
            [],
            id="one's own, another at hand",
        ),
        pytest.param("fr", "Le M23 a pris Goma, d'après le Rwanda.", [], id="by no state"),
        pytest.param("en", "A storm hit Odesa, Russia said.", [], id="by the weather"),
        pytest.param("fr", "La Russie se tait. Elle a frappé fort : il a dévasté Odessa.", [], id="by nobody known"),
        pytest.param("en", "The French president took Marseille as an example.", [], id="of what is no force"),
    ],
)
def test_force_against_a_town(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, DAY) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Des soldats tchadiens ont été déployés à Maroua.", ["MOBILIZE TCD>CMR occurred"], id="troops sent"
        ),
        pytest.param(
            "en",
            "Eritrea has massed tanks near Mekelle.",
            ["MOBILIZE ERI>ETH occurred"],
            id="troops massed, in English",
        ),
        pytest.param(
            "en",
            "The last French soldiers left Bobo-Dioulasso.",
            ["RETREAT FRA>BFA occurred"],
            id="troops leave, in English",
        ),
        pytest.param("fr", "Deux Canadiens ont été arrêtés à Shenzhen.", ["COERCE CHN>CAN occurred"], id="held"),
        pytest.param(
            "en", "Two Swiss engineers were arrested in Isfahan.", ["COERCE IRN>CHE occurred"], id="held, in English"
        ),
        pytest.param("fr", "Le consul turc a été expulsé de Bombay.", ["SANCTION IND>TUR occurred"], id="sent away"),
        pytest.param(
            "en",
            "The Ghanaian consul was expelled from Lagos.",
            ["SANCTION NGA>GHA occurred"],
            id="sent away, in English",
        ),
        pytest.param("fr", "Le ministre tchadien a été reçu à Lyon.", ["CONSULT TCD>FRA occurred"], id="received"),
        pytest.param("en", "The Chadian minister flew to Osaka.", ["CONSULT TCD>JPN occurred"], id="a visit"),
        pytest.param("fr", "Le ministre tchadien s'est rendu à Genève.", [], id="to where bodies of the world sit"),
        pytest.param("en", "A Chadian battalion arrived in Lagos.", [], id="no official's visit"),
        pytest.param(
            "fr",
            "Le Mali accuse l'Algérie. Onze marins algériens se trouvent depuis mardi entre les mains du parquet de Gao.",
            ["ACCUSE MLI>DZA occurred", "COERCE MLI>DZA ongoing"],
            id="by whom one is held",
        ),
        pytest.param(
            "fr",
            "Les ministres bosnien et serbe se sont rencontrés à Trieste.",
            ["CONSULT BIH+SRB> occurred"],
            id="only where two meet",
        ),
        pytest.param(
            "en",
            "Kenya closed its border with Somalia after a fire in Kampala and a storm in Arusha.",
            ["SANCTION KEN>SOM occurred"],
            id="only where something else was",
        ),
    ],
)
def test_what_is_done_at_a_town(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, DAY) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le gouverneur de Gao a accusé l'Algérie d'ingérence.", ["ACCUSE MLI>DZA occurred"], id="a governor"
        ),
        pytest.param(
            "en",
            "Satkhira police accused India of shooting two men.",
            ["ACCUSE BGD>IND occurred"],
            id="police, in English",
        ),
        pytest.param(
            "fr",
            "Le tribunal de Genève a rejeté la plainte d'un homme d'affaires ouzbek.",
            [],
            id="a court between people",
        ),
    ],
)
def test_who_acts_for_a_town(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, DAY) == expected


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        pytest.param("fr", "Les ministres togolais et béninois se sont rencontrés à Kara.", "Kara", id="a meeting"),
        pytest.param("en", "Kenya and Uganda signed the agreement in Kisumu.", "Kisumu", id="a signature, in English"),
        pytest.param("fr", "Des missiles russes ont frappé Dnipro.", "Dnipro", id="what is struck"),
        pytest.param(
            "fr",
            "Le Togo a rappelé son ambassadeur au Bénin après une rixe entre étudiants survenue à Kara.",
            None,
            id="of something else",
        ),
        pytest.param("en", "Uganda accused Kenya of arming fighters based near Gulu.", None, id="of what is only said"),
        pytest.param("fr", "Le Kenya reproche à Kampala de fermer la frontière.", None, id="whom one blames"),
    ],
)
def test_where_it_was(language: str, text: str, place: str | None) -> None:
    assert {r.place for r in reports(text, language, published=DAY)} == {place}
