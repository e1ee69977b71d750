"""How far, when and between whom, in the turns of phrase of agencies and regional papers. Passages are ours; printed on 12 June 2025."""

import pytest

import coded


def told(text: str, language: str) -> list[str]:
    """`TYPE actors>recipients status day` of each report."""
    found = coded.reports(text, language, published="2025-06-12")
    return [f"{coded.line(r)} {r.when.edtf if r.when else '-'}" for r in found]


ROWS = [
    # which one of several since a day: not the day of this one, nor a state that lasts
    pytest.param(
        "en",
        "Russia pulled its ambassador out of Yerevan for the second time since 2024.",
        ["SANCTION RUS>ARM occurred -"],
        id="second-time-since",
    ),
    pytest.param(
        "en",
        "Peru's prime minister visited Bolivia on Tuesday, the first such trip since 2019.",
        ["CONSULT PER>BOL occurred 2025-06-10"],
        id="first-since",
    ),
    pytest.param(
        "fr",
        "Le Premier ministre péruvien s'est rendu mardi en Bolivie, une première depuis 2019.",
        ["CONSULT PER>BOL occurred 2025-06-10"],
        id="une-premiere-depuis",
    ),
    pytest.param(
        "en",
        "Islamabad has expelled nine Indian diplomats since the dispute broke out in February.",
        ["SANCTION PAK>IND occurred -"],
        id="since-something-broke-out",
    ),
    pytest.param(
        "fr",
        "Lusaka a convoqué l'ambassadeur zimbabwéen, le troisième depuis que la crise a éclaté en février.",
        ["ACCUSE ZMB>ZWE occurred -"],
        id="depuis-que-la-crise",
    ),
    pytest.param(
        "en",
        "Kenya's president is to travel to Kampala on Friday.",
        ["CONSULT KEN>UGA planned 2025-06-13"],
        id="is-to-travel",
    ),
    pytest.param(
        "en",
        "Poland, a NATO member since 1999, expelled two Belarusian diplomats.",
        ["SANCTION POL>BLR occurred -"],
        id="a-member-since",
    ),
    pytest.param(
        "fr",
        "La Pologne, membre de l'Otan depuis 1999, a expulsé deux diplomates biélorusses.",
        ["SANCTION POL>BLR occurred -"],
        id="membre-depuis",
    ),
    pytest.param(
        "en",
        "In 2019 Kenya expelled two Somali diplomats.",
        ["SANCTION KEN>SOM occurred 2019"],
        id="a-year-before-its-subject",
    ),
    pytest.param(
        "fr",
        "En 2019 le Kenya a expulsé deux diplomates somaliens.",
        ["SANCTION KEN>SOM occurred 2019"],
        id="une-annee-devant-son-sujet",
    ),
    # denials
    pytest.param(
        "en",
        "Rwanda denied that its troops had shelled Burundi.",
        ["ASSAULT RWA>BDI denied -"],
        id="denied-that",
    ),
    pytest.param("fr", "Kigali dément avoir bombardé le Burundi.", ["ASSAULT RWA>BDI denied -"], id="dement-avoir"),
    pytest.param(
        "fr",
        "La Grèce a démenti l'usage de la violence et accusé la Turquie d'inciter des migrants à passer.",
        ["ACCUSE GRC>TUR occurred -"],
        id="denied-and-accused",
    ),
    # what is said is done when it is said
    pytest.param(
        "en",
        "Thailand has accused Cambodia of continuing to plant landmines.",
        ["ACCUSE THA>KHM occurred -"],
        id="accused-of-continuing",
    ),
    pytest.param(
        "fr",
        "Israël a annoncé qu'il fermerait son ambassade au Chili.",
        ["SANCTION ISR>CHL planned -"],
        id="would-close",
    ),
    # who is meant
    pytest.param(
        "en",
        "New Zealand has suspended funding to the Cook Islands.",
        ["SANCTION NZL>COK occurred -"],
        id="cook-islands",
    ),
    pytest.param(
        "en",
        "Ethiopian FM Gedion Timothewos arrived in Djibouti on Wednesday.",
        ["CONSULT ETH>DJI occurred 2025-06-11"],
        id="fm",
    ),
    pytest.param(
        "fr",
        "Le PM mauricien Navin Ramgoolam a rencontré son homologue indien Narendra Modi.",
        ["CONSULT IND+MUS> occurred -"],
        id="pm-before-a-name",
    ),
    pytest.param(
        "fr",
        "Le chef de l'État français est arrivé mardi à Rabat, où il a été reçu par Mohammed VI.",
        ["CONSULT FRA>MAR occurred 2025-06-10"],
        id="chef-de-l-etat-francais",
    ),
    pytest.param(
        "en",
        "Guyana's foreign minister summoned the Ambassador of the Bolivarian Republic of Venezuela to Georgetown.",
        ["ACCUSE GUY>VEN occurred -"],
        id="full-name-of-a-state",
    ),
    pytest.param(
        "fr",
        "L'ambassadeur de la République islamique d'Iran à Oslo a été convoqué par la Norvège.",
        ["ACCUSE NOR>IRN occurred -"],
        id="nom-complet-d-un-etat",
    ),
    pytest.param(
        "en",
        "Kirill Ivanov, ambassador of the People's Republic of China in Peru, was summoned by Lima.",
        ["ACCUSE PER>CHN occurred -"],
        id="peoples-republic",
    ),
    pytest.param(
        "en",
        "India on Monday expelled six Canadian diplomats, hours after recalling its ambassador from Canada.",
        ["SANCTION IND>CAN occurred 2025-06-09", "SANCTION IND>CAN occurred 2025-06-09"],
        id="hours-after",
    ),
    pytest.param(
        "en",
        "Guyana summoned the Venezuelan ambassador on Tuesday. Guyana also urged Venezuela to withdraw its ships.",
        ["ACCUSE GUY>VEN occurred 2025-06-10", "REQUEST GUY>VEN occurred 2025-06-10"],
        id="said-to-the-envoy",
    ),
    # what one does besides, what the next sentence dates
    pytest.param(
        "en",
        "Ethiopia expelled two Eritrean diplomats on Saturday. It also accused Eritrea of aggression.",
        ["SANCTION ETH>ERI occurred 2025-06-07", "ACCUSE ETH>ERI occurred 2025-06-07"],
        id="also-accused",
    ),
    pytest.param(
        "fr",
        "L'Inde a fermé mercredi sa frontière avec le Pakistan.\n\nNew Delhi a également suspendu les visas des Pakistanais.",
        ["SANCTION IND>PAK occurred 2025-06-11", "SANCTION IND>PAK occurred 2025-06-11"],
        id="egalement",
    ),
    pytest.param(
        "fr",
        "Le Burundi a fermé ses frontières avec le Rwanda. Cette décision a été annoncée mardi par le ministre de l'Intérieur.",
        ["SANCTION BDI>RWA occurred 2025-06-10"],
        id="cette-decision-annoncee",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_days_status_and_sides(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


def test_an_hour_is_no_prime_minister() -> None:
    found = coded.actors("Guards blocked the road in Kyrgyzstan until 6 pm Tajik time.", "en")
    assert [(words, mention.carrier) for words, mention in found] == [("Kyrgyzstan", None), ("Tajik", None)]


def test_two_ministers_have_the_states_in_their_order() -> None:
    found = coded.actors(
        "The Greek and Turkish ministers of foreign affairs, Nikos Roussos and Selim Kaya, met in Crete.", "en"
    )
    assert [(m.person, m.codes) for _, m in found if m.person] == [
        ("Nikos Roussos", ("GRC",)),
        ("Selim Kaya", ("TUR",)),
    ]
