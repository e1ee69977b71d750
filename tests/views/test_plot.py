"""Where the curve's points stand, for records of a day, a season and twenty years."""

import pytest

from chronicle.story import BOOK, document, reading, report, when
from detente.chronicle import course, gather
from detente.codebook.labels import labels
from detente.views.compose import compose
from detente.views.plot import HEIGHT, LEFT, SPAN, TICKS, TOP, Plot, draw
from detente.views.templates import signed


def plotted(*dates: str) -> Plot:
    pages = []
    for number, date in enumerate(dates):
        here = document(f"pages/{number}.txt", f"Lomé et Lisbonne se sont vus, fois {number}.")
        pages.append(reading(here, report(here, here.text, "meet", "CONSULT", "PRT", "TGO", when=when(date))))
    record = gather(pages, BOOK)
    found = draw(compose(record, "PRT", "TGO", BOOK, "fr", course(record, "PRT", "TGO", BOOK)), labels("fr"))
    assert found
    return found


@pytest.mark.parametrize(
    ("dates", "ticks"),
    [
        pytest.param(["2025-03-14"], ["mars 2025"], id="one-day"),
        pytest.param(["2025-01-14", "2025-03-14"], ["févr. 2025", "mars 2025"], id="two-months"),
        pytest.param(["2006-06-01", "2011-06-01"], ["2007", "2008", "2009", "2010", "2011"], id="five-years"),
        pytest.param(["2005-06-01", "2025-06-01"], ["2006", "2010", "2014", "2018", "2022"], id="twenty-years"),
    ],
)
def test_ticks(dates: list[str], ticks: list[str]) -> None:
    plot = plotted(*dates)
    assert [t.text for t in plot.ticks] == ticks
    assert len(ticks) <= TICKS


@pytest.mark.parametrize("dates", [["2025-03-14"], ["2025-01-14", "2025-01-15"], ["2005-06-01", "2025-06-01"]])
def test_everything_stands_inside(dates: list[str]) -> None:
    plot = plotted(*dates)
    assert len(plot.dots) == len(dates)
    assert all(LEFT <= x <= LEFT + SPAN for x in (*(d.x for d in plot.dots), *(t.x for t in plot.ticks)))
    assert all(TOP <= dot.y <= TOP + HEIGHT for dot in plot.dots)


def test_twenty_years_are_no_longer_a_line_than_a_screen_shows() -> None:
    assert len(plotted("2005-06-01", "2025-06-01").line.split()) < 2000


@pytest.mark.parametrize(("value", "text"), [(1.25, "+1.2"), (-6.04, "−6.0"), (0.0, "+0.0")])
def test_signed(value: float, text: str) -> None:
    assert signed(value) == text
