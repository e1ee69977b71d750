"""Who did it toward whom, one clear sentence for each way of saying it."""

import pytest

from coded import reports, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Alger a expulsé deux diplomates maliens.", "SANCTION DZA>MLI", id="active"),
        pytest.param("Deux diplomates maliens ont été expulsés par Alger.", "SANCTION DZA>MLI", id="passive"),
        pytest.param("L'expulsion de deux diplomates maliens par Alger a pris effet.", "SANCTION DZA>MLI", id="noun-par"),
        pytest.param("Le Ghana accuse le Togo d'abriter des rebelles.", "ACCUSE GHA>TGO", id="accuses"),
        pytest.param("Le Ghana et le Togo ont expulsé trois diplomates russes.", "SANCTION GHA+TGO>RUS", id="two-act"),
        pytest.param("Le président sénégalais a reçu le ministre marocain.", "CONSULT MAR>SEN", id="host-receives"),
        pytest.param("Le ministre marocain a été reçu par le président sénégalais.", "CONSULT MAR>SEN", id="is-received"),
        pytest.param("L'audience accordée par le président ghanéen à l'ambassadeur togolais a duré.", "CONSULT TGO>GHA",
                     id="audience"),
        pytest.param("Le ministre italien s'est rendu en Libye.", "CONSULT ITA>LBY", id="visits"),
        pytest.param("La visite du président turc en Géorgie s'achève.", "CONSULT TUR>GEO", id="visit"),
        pytest.param("Le Mali quitte la CEDEAO.", "SANCTION MLI>ECOWAS", id="leaves"),
        pytest.param("Le Mali s'est retiré de la CEDEAO.", "SANCTION MLI>ECOWAS", id="withdraws-from"),
        pytest.param("La France a rappelé son ambassadeur au Niger.", "SANCTION FRA>NER", id="recalls"),
        pytest.param("L'ambassadeur de France au Niger a été rappelé.", "SANCTION FRA>NER", id="is-recalled"),
        pytest.param("Le ministre kényan a rencontré son homologue ougandais à Genève.", "CONSULT KEN+UGA>", id="meets"),
        pytest.param("Le Japon et l'Inde ont signé un accord de coopération militaire.", "SUPPORT IND+JPN>", id="signs"),
        pytest.param("Le Canada et le Sénégal ont entamé des négociations.", "CONSULT CAN+SEN>", id="talks"),
        pytest.param("Le Ghana a levé ses sanctions contre le Togo.", "CONCEDE GHA>TGO", id="lifts"),
        pytest.param("Le Ghana a suspendu son aide au Togo.", "SANCTION GHA>TGO", id="suspends-aid"),
        pytest.param("Le Ghana a fermé sa frontière avec le Togo.", "SANCTION GHA>TGO", id="closes-border"),
        pytest.param("La France a retiré ses troupes du Tchad.", "RETREAT FRA>TCD", id="withdraws-troops"),
        pytest.param("Les troupes françaises ont quitté le Tchad.", "RETREAT FRA>TCD", id="troops-leave"),
        pytest.param("Le Canada a imposé une caution de visa aux voyageurs sénégalais.", "SANCTION CAN>SEN", id="bond"),
    ],
)  # fmt: skip
def test_french(text: str, expected: str) -> None:
    assert [row.rsplit(" ", 1)[0] for row in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenya expelled two Ugandan diplomats.", "SANCTION KEN>UGA", id="active"),
        pytest.param("Two Ugandan diplomats were expelled by Kenya.", "SANCTION KEN>UGA", id="passive"),
        pytest.param("Kenya accused Uganda of harbouring rebels.", "ACCUSE KEN>UGA", id="accuses"),
        pytest.param("The president of Kenya received the Ugandan foreign minister.", "CONSULT UGA>KEN", id="receives"),
        pytest.param("The Ugandan minister was received by the president of Kenya.", "CONSULT UGA>KEN", id="is-received"),
        pytest.param("Norway's prime minister arrived in Vietnam.", "CONSULT NOR>VNM", id="visits"),
        pytest.param("Mali left ECOWAS.", "SANCTION MLI>ECOWAS", id="leaves"),
        pytest.param("France recalled its ambassador to Niger.", "SANCTION FRA>NER", id="recalls"),
        pytest.param("The French ambassador to Niger was recalled.", "SANCTION FRA>NER", id="is-recalled"),
        pytest.param("Kenya's foreign minister met her Ugandan counterpart in Geneva.", "CONSULT KEN+UGA>", id="meets"),
        pytest.param("Japan and India signed a military cooperation agreement.", "SUPPORT IND+JPN>", id="signs"),
        pytest.param("Kenya lifted its sanctions on Uganda.", "CONCEDE KEN>UGA", id="lifts"),
        pytest.param("Kenya closed its border with Uganda.", "SANCTION KEN>UGA", id="closes-border"),
        pytest.param("French troops left Chad.", "RETREAT FRA>TCD", id="troops-leave"),
    ],
)  # fmt: skip
def test_english(text: str, expected: str) -> None:
    assert [row.rsplit(" ", 1)[0] for row in told(text, "en")] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Spain thanked Nepal for its support against Bhutan.", "SUPPORT ESP>NPL", id="for-support-against"),
        pytest.param("en", "Spain sanctioned five Nepalese officials over the invasion of Bhutan.", "SANCTION ESP>NPL", id="over"),
        pytest.param("en", "Spain sanctioned five Nepalese officials for helping Bhutan.", "SANCTION ESP>NPL", id="for-helping"),
        pytest.param("fr", "L'Espagne a remercié le Népal pour son soutien contre le Bhoutan.", "SUPPORT ESP>NPL", id="pour"),
        pytest.param("en", "On behalf of Nepal, Spain protested to Bhutan.", "ACCUSE ESP>BTN", id="on-behalf-of"),
        pytest.param("fr", "À l'instar du Népal, l'Espagne a expulsé l'ambassadeur bhoutanais.", "SANCTION ESP>BTN", id="à-l-instar"),
        pytest.param("en", "Nepal, threatened with sanctions by Bhutan, reacted.", "THREATEN BTN>NPL", id="between-commas"),
    ],
)  # fmt: skip
def test_a_third_state_is_no_side(language: str, text: str, expected: str) -> None:
    assert [row.rsplit(" ", 1)[0] for row in told(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Le ministre malien a expulsé l'air de ses poumons.", id="one-side"),
        pytest.param("fr", "Les touristes danois visitent le Kenya.", id="tourists"),
        pytest.param("fr", "Un analyste ghanéen estime que le Togo pourrait fermer sa frontière.", id="a-supposition"),
        pytest.param("en", "Ugandan students visited Kenya.", id="students"),
        pytest.param("en", "Kenya is a country in Africa, like Uganda.", id="no-act"),
    ],
)
def test_nothing_is_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_gift_is_no_guest() -> None:
    assert told("Le Mali a reçu une aide du Japon.") == ["AID JPN>MLI occurred"]


@pytest.mark.parametrize(
    ("language", "text", "people", "place"),
    [
        pytest.param("fr", "Le président ghanéen a reçu à Accra l'ambassadrice du Togo, Afi Mensah.", {"Afi Mensah"}, "Accra",
                     id="guest"),
        pytest.param("fr", "Le ministre ghanéen, Kofi Boateng, a rencontré à Lomé son homologue togolais.", {"Kofi Boateng"},
                     "Lomé", id="who-meets"),
        pytest.param("en", "The Kenyan minister, Jane Otieno, met her Ugandan counterpart in Kampala.", {"Jane Otieno"},
                     "Kampala", id="who-meets-en"),
        pytest.param("fr", "Le Ghana a expulsé deux diplomates togolais.", set(), None, id="none"),
    ],
)  # fmt: skip
def test_people_and_place(language: str, text: str, people: set[str], place: str | None) -> None:
    (report,) = reports(text, language)
    assert (set(report.people), report.place) == (people, place)


@pytest.mark.parametrize(
    ("text", "instrument", "amount"),
    [
        pytest.param(
            "Le Canada a imposé une caution de visa de 15 000 dollars aux voyageurs sénégalais.",
            "visa-bond",
            "15 000 dollars",
        ),
        ("Le Ghana a levé ses sanctions contre le Togo.", "sanctions", None),
        ("Le Ghana a fermé son espace aérien au Togo.", "airspace", None),
    ],
)
def test_instrument_and_amount(text: str, instrument: str, amount: str | None) -> None:
    (report,) = reports(text)
    assert (report.instrument, report.amount) == (instrument, amount)


def test_a_bond_that_is_demanded_is_a_bond() -> None:
    (report,) = reports("Le Canada exige une caution de visa de 15 000 dollars des voyageurs sénégalais.")
    assert (report.type, report.actors, report.recipients) == ("SANCTION", ("CAN",), ("SEN",))


@pytest.mark.parametrize(
    ("text", "told_"),
    [
        pytest.param("Les sanctions américaines contre le Mali pèsent.", ["SANCTION USA>MLI occurred"], id="stands"),
        pytest.param("Les sanctions pèsent sur tous.", [], id="nobody's"),
        pytest.param("Les sanctions contre le Mali pèsent.", [], id="by-nobody"),
    ],
)
def test_a_standing_measure_needs_both_sides(text: str, told_: list[str]) -> None:
    assert told(text) == told_
