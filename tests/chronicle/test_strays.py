"""Sentences of several pages that share most of their words: one act, though a page errs on a field."""

from collections.abc import Mapping
from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from detente.chronicle import gather
from detente.model import Reading

DRILL: Mapping[str, Any] = {"act": "mobilize", "type": "MOBILIZE"}
SHUT: Mapping[str, Any] = {"act": "close", "type": "SANCTION", "instrument": "border", "effect": "close"}
MEET: Mapping[str, Any] = {"act": "meet", "type": "CONSULT"}
ROUND = {"actors": "TGO", "recipients": "PRT"}
FIRST = "Des blindés et deux frégates manœuvrent au large du phare de Kodjoviakopé durant quatre journées."
SECOND = "Quatre journées durant, blindés et frégates ont manœuvré devant le phare, selon l'amirauté."
THIRD = "L'amirauté parle de frégates, de blindés et d'un exercice au phare pendant quatre journées."
GATES = "Les barrières du poste de Hilakondji restent baissées devant les camions citernes, dit la préfecture."
FENCE = "Devant le poste de Hilakondji, barrières baissées : les camions citernes patientent, écrit la préfecture."
QUEUE = "Camions citernes arrêtés, barrières baissées au poste de Hilakondji : la préfecture confirme."

REPLY = "Lomé ferme à son tour le passage d'Aflao aux convois de ciment, annonce le ministère des transports."
ECHO = "Aux convois de ciment, le ministère des transports ferme le passage d'Aflao, annonce reprise par la radio."


def page(name: str, text: str, published: str, date: str | None, **told: Any) -> Reading:
    here = document(f"pages/{name}.txt", text, outlet=name, published=day(published))
    sides = {"actors": "PRT", "recipients": "TGO"}
    return reading(here, report(here, text, **{**sides, **told}, when=when(date) if date else None))


@pytest.mark.parametrize(
    ("pages", "events", "disputed"),
    [
        pytest.param(
            [
                page("a", FIRST, "2025-03-05", "2025-03-03", **DRILL),
                page("b", SECOND, "2025-03-06", "2025-03-03", **DRILL),
                page("c", THIRD, "2025-03-20", "2025-03-12", **DRILL),
            ],
            1,
            {"date"},
            id="one-page-is-wrong-on-the-day",
        ),
        pytest.param(
            [
                page("a", FIRST, "2025-03-05", "2025-03-03", **DRILL),
                page("b", SECOND, "2025-03-06", "2025-03-03", **DRILL),
                page("c", THIRD, "2024-03-06", "2024-03-02", **DRILL),
            ],
            2,
            set(),
            id="last-year's-told-last-year",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT),
                page("b", FENCE, "2025-03-06", "2025-03-03", **SHUT),
                page("c", QUEUE, "2025-03-06", "2025-03-03", **SHUT, **ROUND),
            ],
            1,
            {"actors"},
            id="who-closes-to-whom-two-against-one",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT),
                page("b", QUEUE, "2025-03-06", "2025-03-03", **SHUT, **ROUND),
            ],
            2,
            set(),
            id="closed-in-kind-as-far-as-one-page-each-says",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT),
                page("b", FENCE, "2025-03-06", "2025-03-03", **SHUT),
                page("c", QUEUE, "2025-03-06", "2025-03-03", **SHUT, **ROUND, answers=True),
            ],
            2,
            set(),
            id="the-page-says-it-is-the-answer",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT, answers=True),
                page("b", FENCE, "2025-03-06", "2025-03-03", **SHUT),
                page("c", QUEUE, "2025-03-06", "2025-03-03", **SHUT, **ROUND, answers=True),
            ],
            1,
            {"actors"},
            id="all-say-it-is-the-answer",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT, answers=True),
                page("b", FENCE, "2025-03-06", "2025-03-03", **SHUT),
                page("c", QUEUE, "2025-03-06", "2025-03-03", **SHUT, **ROUND),
            ],
            1,
            {"actors"},
            id="who-turns-the-answer-round-in-the-same-words",
        ),
        pytest.param(
            [
                page("a", GATES, "2025-03-05", "2025-03-03", **SHUT),
                page("b", FENCE, "2025-03-06", "2025-03-03", **SHUT),
                page("c", REPLY, "2025-03-10", "2025-03-09", **SHUT, **ROUND),
                page("d", ECHO, "2025-03-11", "2025-03-09", **SHUT, **ROUND),
                page("e", QUEUE, "2025-03-11", None, **SHUT, **ROUND),
            ],
            2,
            {"actors"},
            id="turned-round-among-those-that-answer",
        ),
        pytest.param(
            [
                page("a", FIRST, "2025-03-05", None, **DRILL),
                page("b", SECOND, "2025-06-06", None, **DRILL),
            ],
            1,
            set(),
            id="undated-and-nothing-against-it",
        ),
    ],
)
def test_told_in_much_the_same_words(pages: list[Reading], events: int, disputed: set[str]) -> None:
    found = gather(pages, BOOK)
    assert len(found.events) == events
    assert {c.field for c in found.contradictions} == disputed
