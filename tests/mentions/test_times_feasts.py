"""Named days of a year."""

import pytest

from detente.mentions.times_feasts import feast


@pytest.mark.parametrize(
    ("year", "rule", "edtf"),
    [
        pytest.param(2025, "12-25", "2025-12-25", id="fixed"),
        pytest.param(2025, "easter", "2025-04-20", id="easter"),
        pytest.param(2025, "easter+49", "2025-06-08", id="pentecost"),
        pytest.param(2025, "weekday-11-4-4", "2025-11-27", id="thanksgiving"),
        pytest.param(2025, "weekday-05-last-1", "2025-05-26", id="memorial-day"),
        pytest.param(2025, "hijri-09", "2025-03-01~/2025-03-29~", id="ramadan"),
        pytest.param(2025, "hijri-10-01", "2025-03-30~", id="eid-al-fitr"),
        pytest.param(2026, "hijri-12-10", "2026-05-27~", id="eid-al-adha"),
        pytest.param(2030, "hijri-09", "2030-01-05~/2030-02-03~", id="the-first-of-two-in-a-year"),
    ],
)
def test_feast(year: int, rule: str, edtf: str) -> None:
    assert feast(year, rule).edtf == edtf


@pytest.mark.parametrize("year", [pytest.param(1500, id="before-the-tables"), pytest.param(2300, id="after-them")])
def test_a_year_beyond_the_tables_has_no_feast(year: int) -> None:
    with pytest.raises((ValueError, OverflowError)):
        feast(year, "hijri-09")
