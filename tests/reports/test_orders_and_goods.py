"""Measures told by an order to one's own, by what is done to goods, by a noun that is announced, or by "the order"."""

import pytest

from coded import reports, sides

MAIZE = "Nepal banned maize from Bhutan in May. "

TOLD = [
    pytest.param(
        "Nepal told its importers to stop buying Bhutanese goods.", "SANCTION NPL>BTN", id="an-order-to-one-s-own"
    ),
    pytest.param(
        "Nepal ordered its customs officers to let Bhutanese lorries through.", "CONCEDE NPL>BTN", id="an-order-to-let"
    ),
    pytest.param(
        "Nepal turned back consignments of maize from Bhutan.", "SANCTION NPL>BTN", id="goods-turned-back-are-banned"
    ),
    pytest.param(
        "Bhutan criticised Nepal on Monday. Nepal rejected Bhutan's remarks. Nepal announced the recall of its ambassador.",
        "SANCTION NPL>BTN",
        id="a-recall-announced",
    ),
    pytest.param(MAIZE + "The order was dropped in June.", "CONCEDE NPL>BTN", id="the-order-is-the-ban"),
    pytest.param("Nepal will go on withholding its aid to Bhutan.", "SANCTION NPL>BTN", id="go-on-is-no-plan"),
    pytest.param("Nepal, after a night of talks, imposed sanctions on Bhutan.", "SANCTION NPL>BTN", id="past-an-aside"),
]

NOT_TOLD = [
    pytest.param(
        "Nepal told Bhutan to stop buying goods from India.", "SANCTION NPL", id="an-order-to-another-is-a-demand"
    ),
    pytest.param(
        "Nepal was told to move. Bhutan shut its border with Nepal.", "SANCTION NPL", id="to-move-is-no-measure"
    ),
]


def _lines(text: str) -> list[str]:
    return [sides(r) for r in reports(text, "en", published="2031-06-14")]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(text: str, expected: str) -> None:
    assert expected in _lines(text)


@pytest.mark.parametrize(("text", "never"), NOT_TOLD)
def test_not_told(text: str, never: str) -> None:
    assert not [line for line in _lines(text) if line.startswith(never)]
