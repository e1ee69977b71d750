"""Sides told by a house, an organisation, a list of states, or the means of an answer; two wordings that are as long."""

import pytest

from coded import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Austria is shutting its embassy in Kabul.", ["SANCTION AUT>AFG"], id="embassy-in-a-capital"),
        pytest.param("A Filipino engineer is still in an Eritrean jail.", ["COERCE ERI>PHL"], id="whose-the-jail-is"),
        pytest.param("The African Union suspended Sudan.", ["SANCTION AU>SDN"], id="a-member"),
        pytest.param("Guinea was suspended from ECOWAS.", ["SANCTION ECOWAS>GIN"], id="from-an-organisation"),
        pytest.param("The African Union suspended a clerk from Sudan.", [], id="no-member"),
        pytest.param("South Africa expelled three Rwandan diplomats, and Kigali answered by throwing out six South Africans.",
                     ["SANCTION ZAF>RWA", "SANCTION RWA>ZAF"], id="the-means-of-an-answer"),
        pytest.param("Kuwait, Oman and Jordan recalled their envoys from Syria. The three have also accused Damascus of murder.",
                     ["SANCTION JOR+KWT+OMN>SYR", "ACCUSE JOR+KWT+OMN>SYR"], id="the-three"),
        pytest.param("China slapped duties of 80% on Australian barley.", ["SANCTION CHN>AUS"], id="says-more"),
        pytest.param("Morocco told its ministries to break off all contact with the German embassy.",
                     ["SANCTION MAR>DEU"], id="told-its-own"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert sorted(r.rsplit(" ", 1)[0] for r in told(text, "en", "2031-03-06")) == sorted(expected)
