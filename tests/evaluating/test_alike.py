"""When a coded row and one of ours tell the same."""

from typing import Any

import pytest

from detente.evaluating.alike import near_day, same_day, same_parties, same_way, shared, types_of

DAYS = [
    pytest.param(None, "2031-04", True, True, id="nothing is asked"),
    pytest.param("2031-04-02", None, False, False, id="none is given"),
    pytest.param("2031-04-02", "2031-04-02", True, True, id="the same day"),
    pytest.param("2031-04~", "2031-04", True, True, id="marks of doubt do not count"),
    pytest.param("2031-04", "2031-04-02", False, True, id="the same to the coarser"),
    pytest.param("2031-04-02/2031-04-05", "2031-04-02", False, True, id="an interval that begins then"),
    pytest.param("2031-04", "2031-05-02", False, False, id="another month"),
    pytest.param("203", "203X", False, False, id="a decade is too coarse"),
]


@pytest.mark.parametrize(("want", "got", "same", "near"), DAYS)
def test_days(want: str | None, got: str | None, same: bool, near: bool) -> None:
    assert (same_day(want, got), near_day(want, got)) == (same, near)


SENTENCES = [
    pytest.param("Le Bénin rappelle", "le benin rappelle son ambassadeur", 1.0, id="a part, without accents"),
    pytest.param("a b c d", "c d e f", 0.5, id="half"),
    pytest.param("a a a a", "a b c d", 0.25, id="a word said again counts once"),
    pytest.param("", "a", 0.0, id="nothing"),
]


@pytest.mark.parametrize(("a", "b", "share"), SENTENCES)
def test_words_shared(a: str, b: str, share: float) -> None:
    assert shared(a, b) == shared(b, a) == share


def told(type: str, actors: list[str], recipients: list[str]) -> dict[str, Any]:
    return {"type": type, "actors": actors, "recipients": recipients}


PARTIES = [
    pytest.param(told("SANCTION", ["BEN"], ["NER"]), told("SANCTION", ["BEN"], ["NER"]), True, True, id="as coded"),
    pytest.param(told("SANCTION", ["BEN"], ["NER"]), told("SANCTION", ["NER"], ["BEN"]), True, False, id="reversed"),
    pytest.param(told("CONSULT", ["BEN"], ["NER"]), told("CONSULT", ["NER"], ["BEN"]), True, True, id="both ways"),
    pytest.param(told("AID", ["EU"], ["NER"]), told("AID", ["EU"], []), False, False, id="one side is missing"),
    pytest.param(told("CONSULT", ["A", "B", "C"], []), told("CONSULT", ["A"], ["B"]), True, True, id="two of three"),
    pytest.param(told("AGREE", ["BEN"], []), told("AGREE", ["BEN"], ["NER"]), True, True, id="one more than coded"),
]


@pytest.mark.parametrize(("event", "report", "parties", "way"), PARTIES)
def test_sides(event: dict[str, Any], report: dict[str, Any], parties: bool, way: bool) -> None:
    assert (same_parties(event, report), same_way(event, report)) == (parties, way)


def test_types_that_the_coders_accept() -> None:
    assert types_of({"type": "CONCEDE|RETREAT", "type_alt": "AGREE"}) == ("CONCEDE", "RETREAT", "AGREE")
    assert types_of({"type": "AID", "type_alt": ["SUPPORT"]}) == ("AID", "SUPPORT")
