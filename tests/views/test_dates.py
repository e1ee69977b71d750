"""Dates as people write them."""

import pytest

from detente.codebook.labels import labels
from detente.model import TimeMention
from detente.views.dates import human, meaning


@pytest.mark.parametrize(
    ("edtf", "fr", "en"),
    [
        pytest.param("2025-12-08", "8 décembre 2025", "8 December 2025", id="day"),
        pytest.param("2025-12-01", "1er décembre 2025", "1 December 2025", id="first-of-the-month"),
        pytest.param("2025-10", "octobre 2025", "October 2025", id="month"),
        pytest.param("2020", "2020", "2020", id="year"),
        pytest.param("2020/..", "depuis 2020", "since 2020", id="since-a-year"),
        pytest.param("2020-03-02/..", "depuis le 2 mars 2020", "since 2 March 2020", id="since-a-day"),
        pytest.param(
            "../2025-12-08", "au plus tard le 8 décembre 2025", "not later than 8 December 2025", id="until-a-day"
        ),
        pytest.param("../2024", "au plus tard 2024", "not later than 2024", id="until-a-year"),
        pytest.param("2025-10/2025-12", "octobre 2025 – décembre 2025", "October 2025 – December 2025", id="months"),
        pytest.param("2026-03-31/2026-04-01", "31 mars – 1er avril 2026", "31 March – 1 April 2026", id="a-night"),
        pytest.param("2026-02-03/2026-02-05", "3–5 février 2026", "3–5 February 2026", id="days-of-a-month"),
        pytest.param(
            "2025-12-31/2026-01-01",
            "31 décembre 2025 – 1er janvier 2026",
            "31 December 2025 – 1 January 2026",
            id="across-the-year",
        ),
        pytest.param("2025-24", "hiver 2025-2026", "winter 2025-2026", id="winter-carries-the-year-it-begins-in"),
        pytest.param("2025-21", "printemps 2025", "spring 2025", id="season"),
        pytest.param(
            "[2025-10-11,2025-10-12]",
            "11 octobre 2025 ou 12 octobre 2025",
            "11 October 2025 or 12 October 2025",
            id="one-of-two-days",
        ),
        pytest.param("2020~", "vers 2020", "about 2020", id="about"),
        pytest.param("2020-05?", "mai 2020 (incertain)", "May 2020 (uncertain)", id="unsure"),
        pytest.param(None, "date inconnue", "date unknown", id="unknown"),
        pytest.param("2025-13", "2025-13", "2025-13", id="no-such-month-is-shown-as-it-is"),
        pytest.param("soon", "soon", "soon", id="no-date-is-shown-as-it-is"),
    ],
)
def test_human(edtf: str | None, fr: str, en: str) -> None:
    assert (human(edtf, labels("fr")), human(edtf, labels("en"))) == (fr, en)


@pytest.mark.parametrize(
    ("text", "rule", "anchor", "says"),
    [
        pytest.param("depuis la visite", "since event", (40, 46), "no value: counts from “visite”", id="event"),
        pytest.param("récemment", "vague", None, "no value: vague", id="vague"),
        pytest.param("lundi", "calendar", None, "no value: the page does not settle it", id="unsettled"),
    ],
)
def test_an_expression_without_value_says_why(text: str, rule: str, anchor: tuple[int, int] | None, says: str) -> None:
    time = TimeMention(30, 30 + len(text), text, None, f"times/fr: {rule}: x", anchor)
    assert meaning(time, labels("en")) == says
