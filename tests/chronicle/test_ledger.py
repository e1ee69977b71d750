"""What stands between two states on a day, what changed, and what was left behind."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, day, when
from chronicle.strategies import readings
from chronicle.test_measures import TOGO, step
from detente.chronicle import gather, ledger
from detente.codebook.money import Money
from detente.model import Amount, Reading

RECORD = gather(STORY, BOOK)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2025-03-02", [], id="before-all"),
        pytest.param("2025-03-03", ["PRT in force"], id="the-first-imposed"),
        pytest.param("2025-03-10", ["PRT in force", "TGO in force"], id="the-answer-too"),
        pytest.param("2025-06-19", ["PRT in force", "TGO in force"], id="the-day-before-the-lifting"),
        pytest.param("2025-06-20", ["TGO in force"], id="the-first-lifted"),
        pytest.param("2030-01-01", ["TGO in force"], id="years-later"),
    ],
)
def test_in_force_on_a_day(on: str, expected: list[str]) -> None:
    found = ledger.in_force(ledger.between(RECORD.measures, "TGO", "PRT"), day(on))
    assert [f"{s.measure.imposer[0]} {s.state}" for s in found] == expected
    assert all(s.sure for s in found)


def stands(on: str, *lines: str) -> list[str]:
    pages = [step(n, line) for n, line in enumerate(lines)]
    found = ledger.in_force(gather(pages, BOOK).measures, day(on))
    return [f"{s.state}{'' if s.sure else ' perhaps'}" for s in found]


@pytest.mark.parametrize(
    ("on", "lines", "expected"),
    [
        pytest.param("2025-03-15", ["impose visa-bond 2025-03"], ["in force perhaps"], id="some-day-of-that-month"),
        pytest.param("2025-04-01", ["impose visa-bond 2025-03"], ["in force"], id="once-the-month-is-over"),
        pytest.param("2025-04-01", ["impose visa-bond -"], ["in force perhaps"], id="nobody-says-since-when"),
        pytest.param("2025-03-31", ["impose visa-bond 2025-04-01 planned"], [], id="announced-for-tomorrow"),
        pytest.param("2025-04-01", ["impose visa-bond 2025-04-01 planned"], ["announced perhaps"], id="announced"),
        pytest.param(
            "2025-05-01",
            ["impose visa-bond 2025-03-03", "ease visa-bond 2025-04-01", "lift visa-bond 2025-06-01"],
            ["eased"],
            id="eased-meanwhile",
        ),
    ],
)
def test_how_surely(on: str, lines: list[str], expected: list[str]) -> None:
    assert stands(on, *lines) == expected


def test_what_changed_between_two_days() -> None:
    found = ledger.changes(RECORD, "PRT", "TGO", day("2025-03-05"), day("2025-06-30"))
    assert [(e.measure.imposer[0], e.step.state.value) for e in found] == [("TGO", "in force"), ("PRT", "lifted")]


def test_the_answer_to_what_was_lifted_is_an_orphan() -> None:
    assert [m.imposer for m in ledger.orphans(RECORD.measures)] == [("TGO",)]


def test_nothing_is_left_where_both_are_lifted() -> None:
    pages: list[Reading] = [
        step(0, "impose visa-bond 2025-03-03"),
        step(1, "impose visa-bond 2025-03-10", **TOGO),
        step(2, "lift visa-bond 2025-06-20"),
        step(3, "lift visa-bond 2025-06-21", **TOGO),
    ]
    assert ledger.orphans(gather(pages, BOOK).measures) == ()


def doubts(on: str, *pages: Reading) -> dict[str, list[str]]:
    """Imposer -> why its measure's state may be otherwise on a day."""
    found = ledger.account(gather(pages, BOOK), "TGO", "PRT", day(on))
    return {s.measure.imposer[0]: [str(w) for w in s.doubts] for s in (*found.standing, *found.over)}


@pytest.mark.parametrize(
    ("on", "pages", "expected"),
    [
        pytest.param("2025-04-01", [step(0, "impose visa-bond 2025-03-03")], {"PRT": ["one source"]}, id="one-source"),
        pytest.param(
            "2025-04-01",
            [step(0, "impose visa-bond 2025-03-03"), step(1, "impose visa-bond 2025-03-03")],
            {"PRT": []},
            id="two-sources-none",
        ),
        pytest.param("2025-04-01", [step(0, "impose visa-bond -")], {"PRT": ["undated", "one source"]}, id="undated"),
        pytest.param(
            "2025-03-15",
            [step(0, "impose visa-bond 2025-03")],
            {"PRT": ["day", "one source"]},
            id="some-day-of-the-month",
        ),
        pytest.param(
            "2025-04-02",
            [step(0, "impose visa-bond 2025-04-01 planned", published=day("2025-03-20"))],
            {"PRT": ["effect", "one source"]},
            id="nobody-says-it-took-effect",
        ),
        pytest.param(
            "2025-03-25",
            [step(0, "impose visa-bond 2025-04-01 planned", published=day("2025-03-20"))],
            {"PRT": ["one source"]},
            id="announced-and-still-ahead",
        ),
        pytest.param(
            "2025-07-01",
            [step(0, "impose visa-bond 2025-03-03", until=when("2025-06-30"))],
            {"PRT": ["term", "one source"]},
            id="its-term-is-past",
        ),
        pytest.param(
            "2025-06-25",
            [
                step(0, "impose visa-bond 2025-03-03"),
                step(1, "lift visa-bond 2025-06-20", effective=when("2025-07-01")),
            ],
            {"PRT": ["ahead"]},
            id="lifting-decided-and-still-to-apply",
        ),
        pytest.param(
            "2025-06-25",
            [
                step(0, "impose visa-bond 2025-03-03"),
                step(1, "impose visa-bond 2025-03-10", **TOGO),
                step(2, "lift visa-bond 2025-06-20"),
            ],
            {"PRT": [], "TGO": ["orphan", "one source"]},
            id="left-by-its-counterpart",
        ),
        pytest.param(
            "2025-06-25",
            [
                step(0, "impose visa-bond 2025-03-03"),
                step(1, "impose visa-bond 2025-03-10", **TOGO),
                step(2, "lift visa-bond 2025-06-20"),
                step(3, "lift visa-bond 2025-06-21", effective=when("2025-07-01"), **TOGO),
            ],
            {"PRT": [], "TGO": ["ahead"]},
            id="left-by-its-counterpart-until-a-day-that-is-decided",
        ),
    ],
)
def test_why_a_state_is_doubtful(on: str, pages: list[Reading], expected: dict[str, list[str]]) -> None:
    assert doubts(on, *pages) == expected


@pytest.mark.parametrize(
    ("on", "lines", "expected"),
    [
        pytest.param(
            "2025-06-25",
            [("impose visa-bond 2025-03-03", {}), ("lift visa-bond 2025-06-20", {"effective": when("2025-07-01")})],
            "in force",
            id="lifted-from-the-day-of-effect",
        ),
        pytest.param(
            "2025-07-01",
            [("impose visa-bond 2025-03-03", {}), ("lift visa-bond 2025-06-20", {"effective": when("2025-07-01")})],
            "lifted",
            id="that-day",
        ),
        pytest.param(
            "2025-07-01", [("impose visa-bond 2025-03-03", {"until": when("2025-06-30")})], "lapsed", id="past-its-term"
        ),
        pytest.param(
            "2025-03-05",
            [("impose visa-bond 2025-03-03", {"effective": when("2025-03-10")})],
            "announced",
            id="decided-not-yet-in-effect",
        ),
        pytest.param(
            "2025-04-30",
            [("impose visa-bond 2025-03-03", {}), ("lift visa-bond -", {"published": day("2025-06-01")})],
            "in force",
            id="an-undated-end-is-none-before-a-page-tells-it",
        ),
        pytest.param(
            "2025-06-01",
            [("impose visa-bond 2025-03-03", {}), ("lift visa-bond -", {"published": day("2025-06-01")})],
            "lifted",
            id="that-page",
        ),
        pytest.param(
            "2025-05-01",
            [
                ("impose visa-bond 2025-03-03", {}),
                ("lift visa-bond 2025-04-01", {}),
                ("ease visa-bond 2025-06-01", {}),
            ],
            "in force",
            id="what-is-eased-later-had-not-ended",
        ),
        pytest.param(
            "2025-05-01",
            [
                ("impose visa-bond 2025-03-03", {}),
                ("lift visa-bond 2025-04-01", {}),
                ("lift visa-bond 2025-06-01", {}),
            ],
            "in force",
            id="of-two-ends-the-last-one",
        ),
        pytest.param(
            "2025-07-01",
            [("impose visa-bond 2025-03-03", {}), ("ease visa-bond -", {"published": day("2025-06-01")})],
            "eased",
            id="an-undated-easing-comes-after-what-it-eases",
        ),
    ],
)
def test_the_days_are_kept_apart(on: str, lines: list[tuple[str, dict[str, object]]], expected: str) -> None:
    pages = [step(n, line, **more) for n, (line, more) in enumerate(lines)]
    found = ledger.account(gather(pages, BOOK), "TGO", "PRT", day(on))
    assert [str(s.state) for s in (*found.standing, *found.over)] == [expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["impose visa-bond 2025-03-03"], ["in force"], id="imposed"),
        pytest.param(["impose visa-bond 2025-03-03 planned"], ["announced"], id="announced"),
        pytest.param(["impose visa-bond 2025-03-03 cancelled"], ["never took effect"], id="called-off"),
        pytest.param(
            ["impose visa-bond 2025-03-03", "tighten visa-bond 2025-04-03"], ["in force", "amended"], id="tightened"
        ),
        pytest.param(
            ["impose visa-bond 2025-03-03", "suspend visa-bond 2025-04-03", "lift visa-bond 2025-05-03"],
            ["in force", "suspended", "lifted"],
            id="suspended-then-lifted",
        ),
        pytest.param(["suspend aid 2025-03-03", "resume aid 2025-05-03"], ["in force", "resumed"], id="aid-resumed"),
        pytest.param(
            ["impose visa-bond 2025-03-03", "ease visa-bond 2025-03"], ["in force", "eased"], id="eased-some-day-after"
        ),
    ],
)
def test_what_each_step_does(lines: list[str], expected: list[str]) -> None:
    types = {"suspend visa-bond": "CONCEDE"}
    pages = [step(n, line, kind=types.get(" ".join(line.split()[:2]))) for n, line in enumerate(lines)]
    measure = gather(pages, BOOK).measures[0]
    assert [str(s.kind) for s in measure.steps] == expected


def test_what_was_called_off_never_stood() -> None:
    record = gather([step(0, "impose visa-bond 2025-03-03 cancelled")], BOOK)
    found = ledger.account(record, "TGO", "PRT", day("2025-04-01"))
    assert (found.standing, found.over, len(found.never)) == ((), (), 1)


def test_amounts_have_a_history() -> None:
    pages = [
        step(0, "impose visa-bond 2025-03-03", amount="10 000 euros"),
        step(1, "ease visa-bond 2025-04-03", amount="5 000 euros"),
    ]
    money = Money(units={"euros": "EUR"})
    measure = gather(pages, replace(BOOK, money=money)).measures[0]
    assert [s.amount.plain for s in measure.steps if s.amount] == ["10000 EUR", "5000 EUR"]
    assert measure.amount == Amount("5 000 euros", 5000.0, "EUR")


@given(readings(), st.dates(day("2024-01-01"), day("2026-06-01")))
@settings(max_examples=40, deadline=None)
def test_every_measure_that_began_is_in_one_list(pages: list[Reading], on: date) -> None:
    record = gather(pages, BOOK)
    found = ledger.account(record, "TGO", "PRT", on)
    listed = [s.measure.id for s in (*found.standing, *found.over)]
    assert len(listed) == len(set(listed))
    assert {s.measure.id for s in ledger.in_force(ledger.between(record.measures, "TGO", "PRT"), on)} == {
        s.measure.id for s in found.standing
    }
