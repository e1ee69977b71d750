"""What is judged, asked or said at a meeting, with its sides a sentence away: whose the raid was that is condemned."""

import pytest

from coded import reports, sides

RAID = "Kenyan jets bombed a Ugandan village on Monday. "
ROWS = [
    pytest.param(RAID + "Rwanda condemned the raid.", "ACCUSE RWA>KEN", id="the-raid"),
    pytest.param(RAID + "Egypt and Sudan denounced these strikes.", "ACCUSE EGY+SDN>KEN", id="these-strikes"),
    pytest.param(RAID + "Burundi praised the operation.", "SUPPORT BDI>KEN", id="the-operation"),
    pytest.param(RAID + "Somalia was the first to condemn the bombing.", "ACCUSE SOM>KEN", id="the-first-to"),
    pytest.param(
        RAID + "Russia condemned the raid and asked the United Nations to meet.", "REQUEST RUS>UN", id="asked-besides"
    ),
    pytest.param(
        "Uganda's minister called in the Kenyan ambassador to demand an apology.",
        "REQUEST UGA>KEN",
        id="called-in-to-demand",
    ),
    pytest.param("Kenya, at Uganda's request, suspended flights to Kampala.", "REQUEST UGA>KEN", id="at-s-request"),
    pytest.param("Kenya freed two men at the request of Uganda.", "REQUEST UGA>KEN", id="at-the-request-of"),
    pytest.param("Kenya advised its citizens not to travel to Uganda.", "SANCTION KEN>UGA", id="advised-not-to"),
    pytest.param("Tanzania, Kenya's only ally, condemned Uganda.", "ACCUSE TZA>UGA", id="an-ally-apposed"),
]
NONE = [
    pytest.param("Rwanda lodged a protest. " + RAID, "ACCUSE RWA>KEN", id="protest-before"),
    pytest.param(RAID + "Rwanda condemned a raid on a farm.", "ACCUSE RWA>KEN", id="a-raid"),
    pytest.param(RAID + "Kenya praised the operation.", "SUPPORT KEN>KEN", id="its-own"),
    pytest.param(
        RAID + "Russia condemned the raid and asked the United Nations to meet.", "ACCUSE RUS>UN", id="no-forum"
    ),
    pytest.param("Kenya's parliament rejected William Ruto's plan for Uganda.", "REJECT KEN>KEN", id="its-president-s"),
]


@pytest.mark.parametrize(("text", "line"), ROWS)
def test_is_told(text: str, line: str) -> None:
    assert line in map(sides, reports(text, language="en"))


@pytest.mark.parametrize(("text", "line"), NONE)
def test_is_not_told(text: str, line: str) -> None:
    assert line not in map(sides, reports(text, language="en"))
