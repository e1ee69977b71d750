"""A state's word to its own nationals is its own act, toward where they are; and of no day that is not its own."""

import pytest

from coded import reports, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("L'audience confirme l'élan, malgré les signaux envoyés par Ottawa, dont l'appel à ses ressortissants de quitter "
                     "le territoire sénégalais.", ["SANCTION CAN>SEN occurred"], id="whose-they-are"),
        pytest.param("Ottawa a appelé ses ressortissants à quitter le Sénégal.", ["SANCTION CAN>SEN occurred"], id="verb"),
        pytest.param("Le ministre a lancé un appel à ses ressortissants.", [], id="nobody-s"),
    ],
)  # fmt: skip
def test_whose_word_it_is(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The hearing of 2 February 2026 went ahead despite signals Washington had sent some months earlier, among them a "
                     "ban on Malian students.", [None], id="a-time-nobody-can-tell"),
        pytest.param("On 2 February 2026 Washington announced a ban on Malian students.", ["2026-02-02"], id="its-own-day"),
    ],
)  # fmt: skip
def test_no_day_from_before_a_time_without_one(text: str, expected: list[str | None]) -> None:
    assert [r.when.edtf if r.when else None for r in reports(text, "en")] == expected
