"""The curve: each event once, at its own time, fading, within -10 and 10."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from math import tanh
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, day, when
from chronicle.strategies import readings
from detente.chronicle import course, curve, gather, relation
from detente.chronicle.curve import HALF_LIFE, bounds, day_of, mass
from detente.chronicle.turning import turns
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


# -- the band ------------------------------------------------------------------------------------------------------


def likely(confidence: float, **more: Any) -> Event:
    """A bond imposed on 1 January 2025, as surely read as said."""
    found = event("2025-01-01")
    return replace(found, reports=tuple(replace(r, confidence=confidence) for r in found.reports), **more)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(likely(1.0), (-6, -6), id="nothing-in-doubt"),
        pytest.param(likely(0.5), (-6, -3), id="read-half-surely"),
        pytest.param(likely(1.0, status=Status.PLANNED), (-6, 0), id="a-plan-may-fail"),
        pytest.param(likely(1.0, status=Status.ALLEGED), (-6, 0), id="a-claim-may-be-false"),
        pytest.param(likely(1.0, status=Status.DENIED), (-3, 0), id="a-denial-too"),
        pytest.param(likely(1.0, status=Status.CANCELLED), (0, 0), id="called-off"),
        pytest.param(likely(1.0, disputed=("status",)), (-6, 0), id="pages-dispute-it"),
        pytest.param(likely(1.0, instrument="visa-bond"), (-7, -2), id="a-cell-that-may-be-argued"),
    ],
)
def test_what_an_event_may_weigh(found: Event, expected: tuple[float, float]) -> None:
    assert bounds(found, DOUBTING) == expected


DOUBTING = replace(
    BOOK,
    plover=replace(
        BOOK.plover,
        status_band={"planned": (0, 1), "alleged": (0, 1), "denied": (0, 0.5)},
        doubt={"SANCTION": {"visa-bond": (-7, -2)}},
    ),
)


@pytest.mark.parametrize(
    ("on", "low", "high"),
    [
        pytest.param("2025-02-28", 0, 0, id="before-the-month"),
        pytest.param("2025-03-01", -6, 0, id="perhaps-already"),
        pytest.param("2025-03-30", -6, 0, id="perhaps-not-yet"),
        pytest.param("2025-03-31", -6, -3, id="for-certain-perhaps-a-month-ago"),
    ],
)
def test_a_day_in_doubt(on: str, low: float, high: float) -> None:
    found = replace(likely(1.0), when=when("2025-03"))
    points = {p.day: p for p in curve([found], BOOK, day("2025-02-01"), day("2025-05-01"))}
    bent = [10 * tanh(x / 10) for x in (low, high)]
    assert [points[day(on)].low, points[day(on)].high] == pytest.approx(bent, abs=0.05)


@st.composite
def some_events(draw: st.DrawFn) -> list[Event]:
    dates = ["2025-01-01", "2025-01", "2025-02-10/2025-02-20", "2025", "2025-03-03"]
    return [
        replace(
            event(draw(st.sampled_from(dates)), draw(st.sampled_from(["SANCTION", "CONSULT", "AID", "ACCUSE"]))),
            id=f"e{n}",
            status=draw(st.sampled_from(list(Status))),
            disputed=draw(st.sampled_from([(), ("status",)])),
            instrument=draw(st.sampled_from([None, "visa-bond"])),
        )
        for n in range(draw(st.integers(1, 6)))
    ]


@st.composite
def one_truth(draw: st.DrawFn) -> tuple[list[Event], list[Event]]:
    """Events, and the same with every doubt of theirs settled in some way that it leaves open."""
    events, settled = draw(some_events()), []
    for e in events:
        assert e.when
        assert e.when.earliest
        assert e.when.latest
        on = draw(st.dates(e.when.earliest, e.when.latest)).isoformat()
        settled.append(replace(e, when=when(on)))
    return events, settled


@given(one_truth())
@settings(max_examples=60, deadline=None)
def test_the_truth_lies_in_the_band(drawn: tuple[list[Event], list[Event]]) -> None:
    events, settled = drawn
    first, last = day("2024-12-01"), day("2026-01-31")
    band, truth = (curve(x, DOUBTING, first, last) for x in (events, settled))
    assert all(-10 <= b.low <= b.value <= b.high <= 10 for b in band)
    assert all(b.low - 1e-3 <= t.value <= b.high + 1e-3 for b, t in zip(band, truth, strict=True))


@given(some_events(), st.integers(0, 60))
@settings(max_examples=40, deadline=None)
def test_where_one_begins_to_look_changes_no_value(events: list[Event], later: int) -> None:
    first, last = day("2024-12-01"), day("2026-01-31")
    whole = {p.day: p for p in curve(events, DOUBTING, first, last)}
    for p in curve(events, DOUBTING, first + timedelta(days=later), last):
        same = whole[p.day]
        assert (p.value, p.low, p.high) == pytest.approx((same.value, same.low, same.high), abs=2e-3)


# -- both ways, weeks and turns ------------------------------------------------------------------------------------


def test_each_way_has_its_own_curve_and_what_both_do_counts_in_both() -> None:
    found = course(gather(STORY, BOOK), "TGO", "PRT", BOOK)
    on = {way: {i for p in getattr(found, way) for i in p.events} for way in ("both", "toward", "back")}
    together = {e.id for e in EVENTS if not e.recipients}
    assert on["toward"] | on["back"] == on["both"]
    assert on["toward"] & on["back"] == together & on["both"]
    assert len(found.both) == len(found.toward) == len(found.back)


def test_weeks_without_a_page_are_told_from_quiet_ones() -> None:
    found = course(gather(STORY, BOOK), "TGO", "PRT", BOOK).weeks
    assert [(w.start.isoformat(), w.pages, w.outlets, w.telling) for w in found][:4] == [
        ("2025-03-10", 2, 2, 2),
        ("2025-03-17", 1, 1, 1),
        ("2025-03-24", 0, 0, 0),
        ("2025-03-31", 1, 1, 0),
    ]


def test_where_it_turned_and_what_turned_it() -> None:
    months = [f"2024-{m:02}-08" for m in range(1, 13)]
    good = [replace(event(d, "AID"), id=f"g{d}") for d in months[:6]]
    bad = [replace(event(d, "SANCTION"), id=f"b{d}") for d in months[6:]]
    masses = [m for e in (*good, *bad) if (m := mass(e, BOOK))]
    found = turns(curve([*good, *bad], BOOK), masses)
    down = [t for t in found if t.after < t.before]
    assert (down[0].start, down[0].events) == (day("2024-07-08"), ("b2024-07-08",))
    assert [t.start > day("2024-07-01") for t in found] == [t.after < t.before for t in found]


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param([], id="none"),
        pytest.param(["2025-01-01"], id="one"),
        pytest.param(["2025-01-01", "2025-12-31"], id="two"),
    ],
)
def test_what_only_fades_turns_nothing(dates: list[str]) -> None:
    found = [replace(event(d, "CONSULT"), id=f"e{d}") for d in dates]
    masses = [m for e in found if (m := mass(e, BOOK))]
    assert turns(curve(found, BOOK), masses) == ()


@given(readings())
@settings(max_examples=25, deadline=None)
def test_the_order_of_pages_does_not_matter_to_the_course(pages: list[Reading]) -> None:
    one, other = (gather(p, BOOK) for p in (pages, list(reversed(pages))))
    assert course(one, "TGO", "PRT", BOOK) == course(other, "TGO", "PRT", BOOK)
