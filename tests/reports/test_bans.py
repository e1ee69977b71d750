"""What a ban bears on, what is done to it, and whose answer a sentence speaks of."""

import pytest

from coded import reports

ROWS = [
    pytest.param(
        "en",
        "Laos has yet to lift the ban on Thai fruit.",
        "SANCTION trade maintain LAO>THA ongoing",
        id="en-yet-to-lift",
    ),
    pytest.param(
        "en",
        "The lifting by Kenya of its ban on Somali fish was welcomed.",
        "CONCEDE trade lift KEN>SOM occurred",
        id="en-lifting-by",
    ),
    pytest.param(
        "en",
        "Benin has been added to Niger's travel ban list.",
        "SANCTION entry-ban impose NER>BEN occurred",
        id="en-added-to-the-list-of",
    ),
    pytest.param(
        "en",
        "Bulgaria has been under a Romanian arms embargo since 2019.",
        "SANCTION sanctions impose ROU>BGR ongoing",
        id="en-under-an-embargo-of",
    ),
    pytest.param(
        "en",
        "Laos no longer advises against travel to Thailand.",
        "CONCEDE travel-advisory lift LAO>THA occurred",
        id="en-advises-no-longer-against",
    ),
    pytest.param(
        "fr",
        "L'Inde lève l'embargo sur le riz du Bangladesh.",
        "CONCEDE trade lift IND>BGD occurred",
        id="fr-embargo-on-rice",
    ),
    pytest.param(
        "fr",
        "L'Azerbaïdjan maintiendra son embargo sur le gaz destiné à l'Arménie.",
        "SANCTION energy maintain AZE>ARM ongoing",
        id="fr-embargo-on-gas",
    ),
    pytest.param(
        "fr",
        "C'est la réponse à l'embargo qu'Ottawa avait décrété dix jours plus tôt sur le bœuf brésilien.",
        "SANCTION trade impose CAN>BRA occurred",
        id="fr-embargo-on-beef-words-away",
    ),
    pytest.param(
        "fr",
        "La Hongrie a suspendu pour trois mois l'interdiction d'importer des céréales ukrainiennes.",
        "CONCEDE trade suspend HUN>UKR occurred",
        id="fr-ban-paused",
    ),
    pytest.param(
        "fr",
        "Le Ghana a renoncé jeudi à interdire les importations de volaille belge.",
        "CONCEDE trade withdraw GHA>BEL occurred",
        id="fr-ban-given-up",
    ),
    pytest.param(
        "fr",
        "Le Burkina Faso a refusé l'accréditation du nouvel ambassadeur d'Italie.",
        "REJECT accreditation impose BFA>ITA occurred",
        id="fr-accreditation-refused",
    ),
    pytest.param(
        "fr",
        "La frontière du Niger avec le Bénin reste close.",
        "SANCTION border hold NER>BEN ongoing",
        id="fr-border-stays-shut",
    ),
    pytest.param(
        "fr",
        "L'embargo du Ghana sur la volaille belge a expiré dimanche.",
        "CONCEDE trade lapse GHA>BEL occurred",
        id="fr-embargo-expired",
    ),
    pytest.param(
        "en",
        "Kyrgyzstan lifted its ban on imports of cement from Tajikistan.",
        "CONCEDE trade lift KGZ>TJK occurred",
        id="en-import-ban-lifted",
    ),
    pytest.param(
        "en",
        "European Union ministers on Monday extended sanctions against Nicaragua.",
        "SANCTION sanctions extend EU>NIC occurred",
        id="en-a-day-before-the-verb",
    ),
    pytest.param(
        "en",
        "Senegal will let Mauritanian trucks back into the port of Dakar from Monday.",
        "CONCEDE transport open SEN>MRT planned",
        id="en-will-let",
    ),
    pytest.param(
        "en", "Sweden's aid to Mali remains frozen.", "SANCTION aid hold SWE>MLI ongoing", id="en-aid-stays-frozen"
    ),
    pytest.param(
        "en",
        "Brazil halved its tariffs on Canadian canola.",
        "CONCEDE customs ease BRA>CAN occurred",
        id="en-tariffs-eased",
    ),
    pytest.param(
        "en",
        "Brazil scrapped its tariffs on Canadian canola.",
        "CONCEDE customs lift BRA>CAN occurred",
        id="en-tariffs-lifted",
    ),
    pytest.param(
        "en",
        "Brazil paused its tariffs on Canadian canola.",
        "CONCEDE customs suspend BRA>CAN occurred",
        id="en-tariffs-paused",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_what_is_done_to_what(language: str, text: str, expected: str) -> None:
    told = [
        f"{r.type} {r.instrument} {r.effect} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.status}"
        for r in reports(text, language, published="2031-03-14")
    ]
    assert told == [expected]


GELS = "Le Gabon a suspendu jeudi la délivrance de visas aux ressortissants norvégiens. "
CONSULATES = "Latvia ordered the closure of Russia's consulate in Daugavpils on Monday. "


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        pytest.param(
            "fr",
            GELS + "La décision, prise en application du principe de réciprocité, répond au gel par la Norvège "
            "de l'octroi de visas aux étudiants gabonais.",
            "GAB",
            id="the-decision-answers",
        ),
        pytest.param(
            "fr",
            f"{GELS}Libreville invoque la réciprocité : la Norvège exige un visa des Gabonais depuis des années.",
            "GAB",
            id="whose-reason-it-is",
        ),
        pytest.param(
            "en",
            f"{CONSULATES}Moscow responded in kind, shutting the Latvian consulate in Pskov.",
            "RUS",
            id="the-other-side-answers",
        ),
    ],
)
def test_whose_measure_answers(language: str, text: str, who: str) -> None:
    told = reports(text, language, published="2031-03-14")
    assert {a for r in told if r.answers for a in r.actors} == {who}


PLACES = [
    pytest.param("fr", "Les fruits libanais sont bannis des marchés omanais.", "OMN>LBN", id="fr-from-their-markets"),
    pytest.param(
        "fr", "Restent interdits d'entrée au Népal le lait et la viande bhoutanais.", "NPL>BTN", id="fr-inverted"
    ),
    pytest.param(
        "fr", "Aucun Péruvien ne quittera le Chili, a prévenu Santiago.", "CHL>PER", id="fr-who-may-not-leave"
    ),
    pytest.param("fr", "Le miel letton a retrouvé le chemin des rayons russes.", "RUS>LVA", id="fr-let-in-again"),
    pytest.param(
        "en", "Bhutanese fruit has been banished from Nepalese markets.", "NPL>BTN", id="en-from-their-markets"
    ),
    pytest.param("en", "Latvian cheese is again on sale in Belarus.", "BLR>LVA", id="en-let-in-again"),
    pytest.param("en", "No Peruvian may leave Chile, Santiago warned.", "CHL>PER", id="en-who-may-not-leave"),
    pytest.param(
        "fr",
        "Les Népalais ne pourront plus se rendre à Oman ni au Liban.",
        "LBN+OMN>NPL",
        id="fr-neither-of-two-lets-in",
    ),
    pytest.param(
        "fr",
        "Katmandou a répliqué au décret omanais du 3 mars interdisant l'entrée des Népalais.",
        "OMN>NPL",
        id="fr-whose-decree-bans",
    ),
    pytest.param(
        "fr",
        "Le Népal a pris acte de la mesure d'Oman interdisant aux Népalais de travailler sur son sol.",
        "OMN>NPL",
        id="fr-whose-measure-bans",
    ),
    pytest.param(
        "en", "Nepal took note of an Omani decree banning Nepalese workers.", "OMN>NPL", id="en-whose-decree-bans"
    ),
]


@pytest.mark.parametrize(("language", "text", "sides"), PLACES)
def test_whose_place_decides_who_bars(language: str, text: str, sides: str) -> None:
    told = reports(text, language, published="2031-03-14")
    assert [f"{'+'.join(r.actors)}>{'+'.join(r.recipients)}" for r in told] == [sides]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Oman a sanctionné un groupe armé actif au Népal.", id="fr-active-there"),
        pytest.param("en", "Oman sanctioned militants operating in Nepal.", id="en-operating-there"),
    ],
)
def test_a_group_that_works_somewhere_is_not_that_state(language: str, text: str) -> None:
    assert not reports(text, language, published="2031-03-14")


def test_citizens_of_states_of_a_kind_are_of_none_named() -> None:
    text = (
        "Le Népal a reçu l'ambassadeur d'Oman. Oman tient une liste d'États dont les citoyens n'ont plus droit au visa."
    )
    assert [r.type for r in reports(text, "fr", published="2031-03-14")] == ["CONSULT"]


def test_two_set_against_one_of_the_pages_pair_are_those_just_named() -> None:
    text = (
        "Le ministre népalais a reçu l'ambassadeur d'Oman. Les Népalais ne pourront plus se rendre au Liban ni en Jordanie. "
        "Les deux pays ont suspendu les visas des ressortissants du Népal."
    )
    last = reports(text, "fr", published="2031-03-14")[-1]
    assert (last.type, set(last.actors), last.recipients) == ("SANCTION", {"LBN", "JOR"}, ("NPL",))


def test_on_whom_it_is_imposed_bars_nobody() -> None:
    told = reports("Les restrictions suédoises imposées au Népal durent.", "fr", published="2031-03-14")
    assert not [r for r in told if "NPL" in r.actors]


def test_one_calls_home_ones_own_behind_an_expulsion() -> None:
    told = reports("Peru expelled the Chilean ambassador and recalled its own.", "en", published="2031-03-14")
    assert [(r.act, r.actors, r.recipients) for r in told] == [
        ("expel", ("PER",), ("CHL",)),
        ("recall", ("PER",), ("CHL",)),
    ]


@pytest.mark.parametrize(
    ("text", "answering"),
    [
        pytest.param(
            "Peru shut its border with Chile on Monday. The retort came fast. Chile expelled two Peruvian envoys.",
            {"CHL"},
            id="announced",
        ),
        pytest.param(
            "Peru shut its border with Chile. Within days Chile expelled two Peruvian envoys.", {"CHL"}, id="soon"
        ),
        pytest.param(
            "Chile praised Peru. Within days Chile expelled two Peruvian envoys.", set(), id="soon-after-no-harm"
        ),
    ],
)
def test_what_comes_right_behind_answers(text: str, answering: set[str]) -> None:
    told = reports(text, "en", published="2031-03-14")
    assert {a for r in told if r.answers for a in r.actors} == answering
