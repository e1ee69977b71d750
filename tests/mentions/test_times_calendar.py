"""Calendar arithmetic, against calendars printed elsewhere."""

from datetime import date

import pytest

from detente.mentions import times_calendar as cal
from detente.mentions.times_feasts import easter


@pytest.mark.parametrize(
    ("base", "unit", "by", "edtf"),
    [
        pytest.param("2025-03-31", "month", -1, "2025-02", id="no-31-february"),
        pytest.param("2025-01-15", "month", -1, "2024-12", id="across-the-year"),
        pytest.param("2025-12-09", "week", -1, "2025-12-01/2025-12-07", id="weeks-run-monday-to-sunday"),
        pytest.param("2025-12-07", "week", 0, "2025-12-01/2025-12-07", id="sunday-ends-its-week"),
        pytest.param("2025-12-09", "weekend", 0, "2025-12-13/2025-12-14", id="weekend"),
        pytest.param("2025-01-01", "night", -1, "2024-12-31/2025-01-01", id="a-night-is-two-days"),
        pytest.param("2025-02-10", "quarter", -1, "2024-10/2024-12", id="quarter"),
        pytest.param("2025-08-10", "half", 0, "2025-07/2025-12", id="half"),
        pytest.param("2025-08-10", "decade", -1, "201X", id="decade"),
        pytest.param("2024-02-29", "year", -1, "2023", id="from-a-leap-day"),
    ],
)
def test_an_offset_resolves_at_its_own_unit(base: str, unit: str, by: int, edtf: str) -> None:
    assert cal.shifted(date.fromisoformat(base), unit, by).edtf == edtf


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2038, "2038-04-25"),
    ],
)
def test_easter(year: int, sunday: str) -> None:
    assert easter(year).isoformat() == sunday


def test_winter_carries_the_year_it_begins_in() -> None:
    winter = cal.season(2023, 24)
    assert (winter.edtf, winter.earliest, winter.latest) == ("2023-24", date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("span", "which", "edtf"),
    [
        pytest.param(cal.year(2025), "late", "2025-10/2025-12", id="last-quarter"),
        pytest.param(cal.year(2025), "early", "2025-01/2025-03", id="first-quarter"),
        pytest.param(cal.month(2025, 4), "early", "2025-04", id="a-month-stays-whole"),
        pytest.param(cal.decade(2010), "late", "2017/2019", id="end-of-a-decade"),
    ],
)
def test_parts(span: cal.Span, which: str, edtf: str) -> None:
    assert cal.part(span, which).edtf == edtf


def test_nothing_lies_between_an_end_and_its_start() -> None:
    with pytest.raises(ValueError, match="nothing lies between 2025 and 2024"):
        cal.between(cal.year(2025), cal.year(2024))
