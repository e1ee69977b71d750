"""Two pages that tell the same in the same words but for one field; and acts that only sound alike."""

from collections.abc import Mapping
from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from detente.chronicle import gather
from detente.model import Reading

ACCUSE: Mapping[str, Any] = {"act": "accuse", "type": "ACCUSE"}
BOND: Mapping[str, Any] = {"act": "impose", "type": "SANCTION", "instrument": "visa-bond", "effect": "impose"}
MEET: Mapping[str, Any] = {"act": "meet", "type": "CONSULT"}
FISH = "{} dénonce le pillage des réserves de poisson par des chalutiers battant pavillon étranger, selon {}."
SEAS = "{} dénonce des propos jugés méprisants tenus pendant la campagne présidentielle, selon {}."
BOTH = "{} exige désormais une caution remboursable de tous les visiteurs qui demandent un visa, selon {}."
TALK = "{} préside la réunion consacrée aux chalutiers saisis et aux réserves de poisson, selon {}."
NEXT = "{} préside la reprise des discussions sur les chalutiers saisis, dans un hôtel de la capitale, selon {}."
SAME, APART = 1, 2


def page(name: str, words: str, published: str, date: str = "", **told: Any) -> Reading:
    text = words.format("Untel", name)
    here = document(f"pages/{name}.txt", text, outlet=name, published=day(published))
    sides = {"actors": "PRT", "recipients": "TGO"}
    return reading(here, report(here, text, **{**sides, **told}, when=when(date) if date else None))


ROUND = {"actors": "TGO", "recipients": "PRT"}


@pytest.mark.parametrize(
    ("one", "other", "events", "disputed"),
    [
        pytest.param(
            page("a", FISH, "2025-03-04", "2025-03-03", **ACCUSE),
            page("b", FISH, "2025-03-05", "2025-03-03", **ACCUSE, **ROUND),
            SAME,
            {"actors"},
            id="who-accuses-whom",
        ),
        pytest.param(
            page("a", FISH, "2025-03-04", "2025-03-03", **ACCUSE),
            page("b", SEAS, "2025-03-05", "2025-03-03", **ACCUSE, **ROUND),
            APART,
            set(),
            id="each-accuses-the-other-of-something-else",
        ),
        pytest.param(
            page("a", BOTH, "2025-03-04", "2025-03-03", **BOND),
            page("b", BOTH, "2025-03-05", "2025-03-03", **BOND, **ROUND),
            APART,
            set(),
            id="a-measure-answered-in-kind-in-the-same-words",
        ),
        pytest.param(
            page("a", FISH, "2025-03-25", "2025-03-03", **ACCUSE),
            page("b", FISH, "2025-03-26", "2025-03-21", **ACCUSE),
            SAME,
            {"date"},
            id="another-day-of-the-month",
        ),
        pytest.param(
            page("a", FISH, "2025-03-04", "2025-03-03", **ACCUSE),
            page("b", FISH, "2025-09-26", "2024-03", **ACCUSE),
            SAME,
            {"date"},
            id="the-month-of-another-year",
        ),
        pytest.param(
            page("a", FISH, "2025-03-04", "2025-03-03", **ACCUSE),
            page("b", FISH, "2025-09-26", "2025-09-21", **ACCUSE),
            APART,
            set(),
            id="half-a-year-later",
        ),
        pytest.param(
            page("a", FISH, "2025-03-04", "2025-03-03", **ACCUSE, people=("Afi Kponton",)),
            page("b", FISH, "2025-03-26", "2025-03-21", **ACCUSE, people=("Rui Sarmento",)),
            APART,
            set(),
            id="two-fields-apart",
        ),
        pytest.param(
            page("a", TALK, "2025-03-04", "2025-03-03", **MEET, place="Lomé"),
            page("b", NEXT, "2025-03-26", "2025-03-21", **MEET),
            APART,
            set(),
            id="the-next-round-of-talks",
        ),
    ],
)
def test_two_pages_but_for_one_field(one: Reading, other: Reading, events: int, disputed: set[str]) -> None:
    found = gather([one, other], BOOK)
    assert len(found.events) == events
    assert {c.field for c in found.contradictions} == disputed
