"""When an act took place: the day its sentence gives, never the day of printing by default."""

import pytest

from coded import reports
from detente.model import Basis

PUBLISHED = "2031-03-06"  # a Thursday


def days(text: str, language: str = "fr") -> dict[str, str | None]:
    return {r.act: r.when.edtf if r.when else None for r in reports(text, language, published=PUBLISHED)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le 4 mars 2031, le Ghana a expulsé un diplomate togolais.", "2031-03-04", id="stated"),
        pytest.param("fr", "Le Ghana a expulsé mardi un diplomate togolais.", "2031-03-04", id="weekday"),
        pytest.param("fr", "Le Ghana a expulsé un diplomate togolais.", None, id="never-the-day-of-printing"),
        pytest.param("en", "Kenya expelled a Ugandan diplomat on Tuesday.", "2031-03-04", id="weekday-en"),
        pytest.param("en", "Kenya expelled a Ugandan diplomat.", None, id="never-the-day-of-printing-en"),
    ],
)
def test_one_act(language: str, text: str, expected: str | None) -> None:
    assert days(text, language) == {"expel": expected}


def test_each_act_takes_the_day_of_its_own_clause() -> None:
    text = "Le Ghana, qui a fermé sa frontière avec le Togo le 3 janvier 2031, a expulsé le 4 mars 2031 un diplomate togolais."
    assert days(text) == {"close": "2031-01-03", "expel": "2031-03-04"}


def test_a_day_of_another_paragraph_is_not_borrowed() -> None:
    text = "Le 2 janvier 2031, la pluie est tombée sur Accra.\n\nLe Ghana a expulsé un diplomate togolais."
    assert days(text) == {"expel": None}


def test_a_day_that_only_opens_the_paragraph_is_never_called_stated() -> None:
    text = "Le 2 janvier 2031, le Ghana a réuni ses ministres. Le Ghana a expulsé un diplomate togolais."
    assert not [r for r in reports(text) if r.when and r.when.basis is Basis.STATED]


MEETING = "Le 2 mars 2031, le ministre ghanéen a rencontré son homologue togolais.\n\n"


def test_words_spoken_at_the_one_dated_meeting_have_its_day_and_say_why() -> None:
    found = {
        r.act: r.when for r in reports(MEETING + "Le Ghana a remercié le Togo pour son aide.", published=PUBLISHED)
    }
    praised = found["praise"]
    assert praised
    assert (praised.edtf, praised.basis) == ("2031-03-02", Basis.INFERRED)
    assert praised.reason


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("Le Ghana a remercié la Chine pour son aide.", id="somebody-else"),
        pytest.param(
            "Le 9 février 2031, le ministre ghanéen a rencontré à Lomé son homologue togolais.\n\n"
            "Le Ghana a remercié le Togo pour son aide.",
            id="two-meetings",
        ),
    ],
)
def test_other_words_have_no_borrowed_day(after: str) -> None:
    assert days(MEETING + after)["praise"] is None
