"""Sums of money: a number in a currency, or nothing."""

from pathlib import Path

import pytest

from detente.api import codebook
from detente.codebook.book import HOME
from detente.codebook.money import load_money
from detente.model import CodebookError

MONEY = codebook().money
STATES = {code: e.a2 for code, e in codebook().actors.entries.items() if e.a2}


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        pytest.param("15 000 dollars", "CAN", "15000 CAD", id="the-dollars-of-whose-measure-it-is"),
        pytest.param("15 000 dollars", "FRA", "15000 dollar", id="nobody-says-whose"),
        pytest.param("12,000 Canadian dollars", "USA", "12000 CAD", id="named"),
        pytest.param("£2.5m", "FRA", "2500000 GBP", id="sign-and-scale"),
        pytest.param("1,5 milliard de francs CFA", "FRA", "1500000000 XOF", id="comma"),
        pytest.param("10.000 euros", "EU", "10000 EUR", id="thousands-by-a-dot"),
        pytest.param("3 milliards de nairas", "FRA", "3000000000 NGN", id="of-one-state-alone"),
        pytest.param("200 livres égyptiennes", "FRA", "200 EGP", id="in-french"),
        pytest.param("200 livres", "SDN", "200 SDG", id="the-pounds-of-whose-measure-it-is"),
        pytest.param("MAD 5 000", "FRA", "5000 MAD", id="code-ahead"),
        pytest.param("500 couronnes", "NOR", "500 NOK", id="crowns"),
        pytest.param("5 won", "KOR", "5 won", id="a-verb-too"),
        pytest.param("trois moutons", "MLI", "trois moutons", id="no-sum"),
        pytest.param("3 moutons", "MLI", "3 moutons", id="no-currency"),
    ],
)
def test_what_a_sum_is_worth(text: str, by: str, expected: str) -> None:
    assert MONEY.amount(text, (by,)).plain == expected


def test_an_example_that_is_read_otherwise_is_an_error(tmp_path: Path) -> None:
    text = (HOME / "money.yml").read_text(encoding="utf-8")
    wrong = tmp_path / "money.yml"
    wrong.write_text(text.replace("value: 40000000", "value: 40"), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"C\$40 million"):
        load_money(wrong, STATES)
