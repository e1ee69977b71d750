"""What stands between two states on a day, what changed, and what was left behind."""

import pytest

from chronicle.story import BOOK, STORY, day
from chronicle.test_measures import TOGO, step
from detente.chronicle import gather, ledger
from detente.model import Reading

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
