"""How English press words what is no act, or another one: each line once misread, with a line beside it that must still be read."""

import pytest

from coded import reports, sides

# text -> the lines that must come out: TYPE actors>recipients
REFUSED = [
    pytest.param("Chad voiced fears of a Sudanese strike against Abeche.", [], id="feared"),
    pytest.param(
        "Peru and Bolivia signed an agreement on exchanging fingerprints.", ["SUPPORT BOL+PER>"], id="agreed-on"
    ),
    pytest.param("Norway and Iceland held talks on closing the consulate.", ["CONSULT ISL+NOR>"], id="talks-on"),
    pytest.param("Spain issued a decree that bans Moroccan tomatoes.", ["SANCTION ESP>MAR"], id="decree-that-bans"),
    pytest.param(
        "Latvia stopped buying grain from Russia and Belarus, and the Czech government pondered its own list.",
        ["SANCTION LVA>BLR+RUS"],
        id="who-leads-the-next-clause",
    ),
    pytest.param(
        "Cuba called on Spain to end its embargo and give back the island.", ["REQUEST CUB>ESP"], id="asked-twice"
    ),
    pytest.param("Kenya went on to tear up its pact with Uganda.", ["SANCTION KEN>UGA"], id="went-on-to-do"),
    pytest.param("Kenya was incensed by Uganda's decision.", ["ACCUSE KEN>UGA"], id="incensed-by"),
    pytest.param("Kenya stood by Uganda in the dispute.", ["SUPPORT KEN>UGA"], id="stood-by"),
    pytest.param(
        "Uganda has rejected Kenya's demand that the body be released.",
        ["REJECT UGA>KEN", "REQUEST KEN>UGA"],
        id="demand-in-a-refusal",
    ),
    pytest.param(
        "Kenya shut its border with Uganda. A Ugandan minister called the closure unwise.",
        ["SANCTION KEN>UGA", "ACCUSE UGA>KEN"],
        id="called-unwise",
    ),
    pytest.param(
        "A Ugandan raid will meet a firm response, Kenya warned.", ["THREATEN KEN>UGA"], id="closes-with-warned"
    ),
    pytest.param("Malta stressed the importance of strengthening ties with Libya.", [], id="importance-of"),
    pytest.param("Togo accused Benin of supporting rebels.", ["ACCUSE TGO>BEN"], id="supporting-rebels"),
    pytest.param("Sudan's drought threatens the region's stability, Chad says.", [], id="threatens-stability"),
    pytest.param(
        "A Kenyan frigate fired two warning shots near a Somali dhow.", ["ASSAULT KEN>SOM"], id="warning-shots"
    ),
    pytest.param("Spain released a short video of a Moroccan patrol.", [], id="released-a-video"),
    pytest.param("Peru and Chile signed an accord that will expand trade.", ["SUPPORT CHL+PER>"], id="that-will"),
    pytest.param("Eritrea demanded that the Ethiopian soldiers withdraw.", ["REQUEST ERI>ETH"], id="demanded-that"),
    pytest.param("A chartered plane landed in Ghana from Senegal with 40 Ghanaian teachers.", [], id="plane-lands"),
    pytest.param("Two Qatari cargo ships arrived in Yemen.", [], id="ships-arrive"),
    pytest.param("The Latvian president signed a decree on Estonian pensions.", [], id="signed-decree"),
    pytest.param("The Latvian parliament approved a law on Estonian schools.", [], id="approved-law"),
    pytest.param("Zambia and Malawi ended a row over maize.", ["CONSULT MWI+ZMB>"], id="ended-a-row"),
    pytest.param("Iraq has clashed with Kuwait over oil prices.", [], id="clashed-over"),
    pytest.param("Asked about Laos, the Thai minister smiled.", [], id="asked-about"),
    pytest.param(
        "Guinea voiced concern over shells supplied to Liberia.", ["ACCUSE GIN>LBR"], id="participle-on-a-noun"
    ),
    pytest.param("Paraguay backed a deal that would free the Bolivian pilots.", [], id="that-would"),
    pytest.param("Nepal closed its border with Bhutan due to the floods.", ["SANCTION NPL>BTN"], id="due-to-the"),
]
TOLD = [
    pytest.param(
        "Chad protested over a Sudanese strike against Abeche.", ["ACCUSE TCD>SDN", "ASSAULT SDN>TCD"], id="protested"
    ),
    pytest.param("Togo supports Benin against the rebels.", ["SUPPORT TGO>BEN"], id="supports"),
    pytest.param("Kenya threatened to cut aid to Somalia.", ["THREATEN KEN>SOM"], id="threatens-to-cut"),
    pytest.param("The Latvian president landed in Estonia on Monday.", ["CONSULT LVA>EST"], id="president-lands"),
    pytest.param("Zambia ended its aid to Malawi.", ["SANCTION ZMB>MWI"], id="ended-aid"),
    pytest.param("Iraqi troops clashed with Kuwaiti guards on Sunday.", ["ASSAULT IRQ>KWT"], id="clashed"),
    pytest.param("Guinea supplied shells to Liberia.", ["AID GIN>LBR"], id="supplied"),
    pytest.param("Japan said it would expel a South Korean diplomat.", ["SANCTION JPN>KOR"], id="said-it-would"),
]
WARNED = [
    pytest.param("Kenya warned Somalia that the port deal was reckless.", ["ACCUSE KEN>SOM"], id="finds-fault"),
    pytest.param("Kenya warned Somalia of serious consequences.", ["THREATEN KEN>SOM"], id="consequences"),
    pytest.param("Kenya warned Somalia that it would close the border.", ["THREATEN KEN>SOM"], id="would"),
    pytest.param("Kenya warned Somalia against arming the clans.", ["THREATEN KEN>SOM"], id="against"),
]
LIFTED = [
    pytest.param("ECOWAS agreed to lift sanctions against Gabon.", ["CONCEDE ECOWAS>GAB"], id="agreed-to-lift"),
    pytest.param(
        "Canada approved the lifting of sanctions against Eritrea.", ["CONCEDE CAN>ERI"], id="approved-the-lifting"
    ),
    pytest.param(
        "Canada announced it was easing sanctions against Eritrea.", ["CONCEDE CAN>ERI"], id="announced-it-was"
    ),
    pytest.param("Canada announced sanctions against Eritrea.", ["SANCTION CAN>ERI"], id="announced"),
]
MADE = [
    pytest.param("A coup in Gabon led Angola to close its border with Gabon.", ["SANCTION AGO>GAB"], id="led-to-close"),
    pytest.param("The raid forced Benin to close its border with Togo.", ["SANCTION BEN>TGO"], id="forcing"),
]
ASSERTED = [
    pytest.param("Chad said the Sudanese incursion was a provocation.", ["ACCUSE TCD>SDN"], id="said-was"),
    pytest.param("Fiji's foreign minister said Tonga had acted in bad faith.", ["ACCUSE FJI>TON"], id="bad-faith"),
    pytest.param('Laos described the Thai decree as "unfriendly".', ["ACCUSE LAO>THA"], id="described-as"),
    pytest.param("Fiji's foreign minister said Tonga had not acted in bad faith.", [], id="denied"),
    pytest.param("Fiji's foreign minister said Tonga had acted wisely.", [], id="praised"),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED + TOLD + WARNED + LIFTED + MADE + ASSERTED)
def test_english_press(text: str, expected: list[str]) -> None:
    assert [sides(r) for r in reports(text, "en", published="2031-03-06")] == expected
