"""The curve: each event once, at its own time, fading, within -10 and 10."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from chronicle.story import BOOK, STORY, day, when
from chronicle.strategies import readings
from detente.chronicle import curve, gather, relation
from detente.chronicle.curve import HALF_LIFE, day_of
from detente.model import Event, Reading, Status

EVENTS = relation(gather(STORY, BOOK), "TGO", "PRT").events


def test_one_point_a_day_from_first_event_to_last() -> None:
    days = [p.day for p in curve(EVENTS, BOOK)]
    assert (days[0], days[-1], len(days)) == (day("2025-03-03"), day("2025-06-20"), 110)
    assert all((b - a).days == 1 for a, b in pairwise(days))


def test_every_dated_event_is_on_one_point() -> None:
    on = [i for p in curve(EVENTS, BOOK) for i in p.events]
    assert sorted(on) == sorted(e.id for e in EVENTS if e.when)


def event(edtf: str, type: str = "SANCTION", status: Status = Status.OCCURRED) -> Event:
    found = next(e for e in EVENTS if e.type == "SANCTION")
    return Event("e" + edtf, found.act, type, ("PRT",), ("TGO",), status, found.reports, when=when(edtf))


def test_half_is_left_after_the_half_life() -> None:
    points = curve([event("2025-01-01", "CONSULT"), event("2025-03-01", status=Status.DENIED)], BOOK)
    assert points[HALF_LIFE].value == pytest.approx(points[0].value / 2, rel=0.02)


@pytest.mark.parametrize(
    ("status", "sign"), [(Status.OCCURRED, -1), (Status.PLANNED, -1), (Status.DENIED, 0), (Status.CANCELLED, 0)]
)
def test_status_weighs(status: Status, sign: int) -> None:
    value = curve([event("2025-01-01", status=status)], BOOK)[0].value
    assert (value > 0) - (value < 0) == sign


def test_no_pile_of_events_leaves_the_scale() -> None:
    assert curve([event("2025-01-01")] * 100, BOOK)[0].value == -10.0


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-03-03", "2025-03-03"),
        ("2025-03", "2025-03-16"),
        ("2025", "2025-07-02"),
        ("2024", "2024-07-01"),
        ("2024/2025", None),
        ("2022/..", None),
        ("../2025-03-03", None),
    ],
)
def test_day_of(edtf: str, expected: str | None) -> None:
    assert day_of(when(edtf)) == (day(expected) if expected else None)


def test_no_event_no_curve() -> None:
    assert curve((), BOOK) == ()


@given(readings())
@settings(max_examples=30, deadline=None)
def test_every_curve_stays_on_the_scale(pages: list[Reading]) -> None:
    events = gather(pages, BOOK).events
    points = curve(events, BOOK)
    assert all(-10 <= p.value <= 10 for p in points)
    assert sum(len(p.events) for p in points) == sum(day_of(e.when) is not None for e in events)
