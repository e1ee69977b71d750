"""Irritants open and closed, and what of them comes up when the two meet."""

from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from chronicle.test_measures import TOGO, step
from detente.chronicle import gather
from detente.model import Reading


def meeting(on: str) -> Reading:
    text = f"Meeting of {on}."
    here = document(f"pages/met-{on}.txt", text, outlet="m", published=day("2026-01-31"))
    return reading(here, report(here, text, "meet", "CONSULT", **MET, when=when(on)))


MET: dict[str, Any] = {"actors": "PRT", "recipients": "TGO"}
BOND = step(0, "impose visa-bond 2025-03-03")
LIFTED = step(1, "lift visa-bond 2025-05-03")


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([BOND], ["visa-bond open PRT"], id="stands"),
        pytest.param([BOND, LIFTED], ["visa-bond closed PRT"], id="lifted"),
        pytest.param([BOND, step(1, "ease visa-bond 2025-05-03")], ["visa-bond eased PRT"], id="eased"),
        pytest.param([step(0, "accuse aid 2025-03-03", kind="ACCUSE")], ["aid open PRT"], id="accused"),
        pytest.param(
            [step(0, "accuse aid 2025-03-03", kind="ACCUSE"), step(1, "accuse aid 2025-03-20", kind="ACCUSE", **TOGO)],
            ["aid answered PRT TGO"],
            id="answered-in-kind",
        ),
        pytest.param([step(0, "accuse summons 2025-03-03", kind="ACCUSE")], [], id="a-summons-is-no-topic"),
        pytest.param([meeting("2025-04-03")], [], id="nothing-against"),
    ],
)
def test_irritants(pages: list[Reading], expected: list[str]) -> None:
    for order in (pages, list(reversed(pages))):
        found = gather(order, BOOK).irritants
        assert [f"{i.topic} {i.state} {' '.join(i.raised_by)}" for i in found] == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([BOND, meeting("2025-04-03")], ["2025-04-03 visa-bond silent"], id="stood-and-was-silent"),
        pytest.param([BOND, meeting("2025-02-03")], [], id="not-yet"),
        pytest.param([BOND, LIFTED, meeting("2027-01-03")], [], id="over-and-long-ago"),
        pytest.param([BOND, step(1, "meet visa-bond 2025-02", kind="ACCUSE")], [], id="no-meeting"),
    ],
)
def test_agenda(pages: list[Reading], expected: list[str]) -> None:
    for order in (pages, list(reversed(pages))):
        met = gather(order, BOOK).agenda
        assert [f"{a.when.edtf} {i.topic} {i.outcome}" for a in met for i in a.items] == expected
