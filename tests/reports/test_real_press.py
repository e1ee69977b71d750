"""What agency copy and dailies do that made a report too many, or turned one round; with a line beside it that must still be told."""

import pytest

from coded import mentions, reports, sides

# language, text -> the lines that must come out: TYPE actors>recipients
REFUSED = [
    pytest.param("en", "GABORONE, Botswana -- Armed men robbed a bank in Zambia.", [], id="dateline-does-nothing"),
    pytest.param("en", "Malian gunmen released two Nigerien officers.", [], id="gunmen"),
    pytest.param("fr", "Des rebelles tchadiens ont attaqué une patrouille camerounaise.", [], id="rebelles"),
    pytest.param("en", "Zambian protesters stormed the Malawian embassy.", [], id="protesters"),
    pytest.param(
        "en", "Finland's Nokia and Estonia Telecom Limited met Latvia's regulators.", [], id="limited-in-a-name"
    ),
    pytest.param("en", "Norway's minister fired back, angering nobody in Denmark.", [], id="fired-back"),
    pytest.param("en", "Kenya arrested a Ugandan officer suspected of spying.", ["COERCE KEN>UGA"], id="suspected-of"),
    pytest.param(
        "en",
        "Laos and Nepal released a communique on talks with Bhutan.",
        ["CONSULT BTN+LAO+NPL>"],
        id="released-a-communique",
    ),
    pytest.param(
        "en",
        "Angola issued a statement deploring Zambia's closure of the border.",
        ["ACCUSE AGO>ZMB"],
        id="issued-a-statement",
    ),
    pytest.param("en", "Togo, Benin, Ghana and Niger reopened their airspace on Saturday.", [], id="four-airspaces"),
    pytest.param(
        "en", "Without naming Peru, the Southern Command accused Chile of hoarding copper.", [], id="without-naming"
    ),
    pytest.param("en", "Nigerian troops killed ten men who had crossed from Cameroon.", [], id="who-had-crossed"),
    pytest.param("en", "Latvia voiced hopes for talks with Belarus.", [], id="hopes-for"),
    pytest.param(
        "en", "Peru and Chile staged joint naval exercises on Monday.", ["COOPERATE CHL+PER>"], id="one-exercise"
    ),
    pytest.param(
        "en", "Oman said the plan was a template for resolving the dispute with Yemen.", [], id="for-resolving"
    ),
    pytest.param("en", "Heavy rain in Nepal raised the death toll in India.", [], id="death-toll"),
]
TOLD = [
    pytest.param(
        "en",
        "GABORONE, Botswana -- Zambia expelled two Malawian diplomats.",
        ["SANCTION ZMB>MWI"],
        id="behind-a-dateline",
    ),
    pytest.param(
        "en", "Vientiane: Laos recalled its ambassador from Nepal.", ["SANCTION LAO>NPL"], id="behind-a-colon"
    ),
    pytest.param(
        "fr",
        "LOMÉ (Agence) - Le Ghana a expulsé deux diplomates béninois.",
        ["SANCTION GHA>BEN"],
        id="derrière-une-ville",
    ),
    pytest.param("en", "Malian soldiers released two Nigerien officers.", ["RETREAT MLI>NER"], id="soldiers"),
    pytest.param("en", "Norway's minister backed Denmark's plan.", ["SUPPORT NOR>DNK"], id="backed"),
    pytest.param("en", "Kenya accused Uganda of spying.", ["ACCUSE KEN>UGA"], id="accused"),
    pytest.param(
        "en",
        "The United Nations adopted a resolution condemning Eritrea.",
        ["ACCUSE UN>ERI"],
        id="resolution-condemning",
    ),
    pytest.param(
        "fr",
        "L'Union africaine a adopté une résolution condamnant l'Érythrée.",
        ["ACCUSE AU>ERI"],
        id="résolution-condamnant",
    ),
    pytest.param(
        "en",
        "Togo and Benin reopened their border crossing on Saturday.",
        ["CONCEDE BEN+TGO>"],
        id="two-share-a-border",
    ),
    pytest.param("en", "Norway withdrew from Chile's fishing agreement.", ["SANCTION NOR>CHL"], id="withdrew-from"),
    pytest.param("en", "Kenyan migrants were deported from Oman.", ["COERCE OMN>KEN"], id="deported-from"),
    pytest.param("en", "The leaders of Oman and Yemen discussed the drought.", ["CONSULT OMN+YEM>"], id="discussed"),
    pytest.param("en", "The Fijian envoy called on the mayor of Suva's twin town in Samoa.", [], id="called-on-nobody"),
    pytest.param("en", "Slovenia boycotted the meeting called by Hungary.", ["SANCTION SVN>HUN"], id="called-by"),
]


@pytest.mark.parametrize(("language", "text", "lines"), [*REFUSED, *TOLD])
def test_what_is_told(language: str, text: str, lines: list[str]) -> None:
    assert sorted(map(sides, reports(text, language=language))) == lines


def test_words_cut_short_behind_a_noun_of_saying_are_read() -> None:
    """ "… dismissed the minister's claim that": a page cut in the middle of a sentence."""
    assert mentions("Chad dismissed the Malian minister's claim that", language="en").sentences
