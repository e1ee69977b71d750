"""Copies and shared origins among documents."""

from typing import Any

import pytest

from chronicle.story import ANSWERED, IMPOSED, VISIT, day, document
from detente.chronicle.copies import trace
from detente.model import Document

WHOLE = f"{IMPOSED}\n\n{ANSWERED}"
OWN = (
    "Au grand marché de Baguida, personne ne semble pressé de partir, et les guichets de la compagnie de bus "
    "restent calmes. Un voyageur hausse les épaules, sa valise à la main, puis il s'assoit à l'ombre et "
    "il attend son tour."
)


def text(name: str, body: str, **more: Any) -> Document:
    return document(f"pages/{name}.txt", body, **{"outlet": name, **more})


COPY, ORIGIN, NOTHING = "copy", "same origin", "independent"


def kinship(a: Document, b: Document) -> str:
    lineage = trace([a, b])
    if lineage.copies:
        return COPY
    return ORIGIN if lineage.origins[a.id] == lineage.origins[b.id] else NOTHING


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(WHOLE, WHOLE, COPY, id="reprint"),
        pytest.param(WHOLE, WHOLE.upper().replace("É", "E"), COPY, id="case-and-accents"),
        pytest.param(
            WHOLE, f"LOMÉ, 12 mars (Agence du Littoral) — {WHOLE} Nos lecteurs ont la parole.", COPY, id="framed"
        ),
        pytest.param(WHOLE, IMPOSED, COPY, id="cut"),
        pytest.param(f"{IMPOSED} {OWN}", f"{IMPOSED} {VISIT} {VISIT[::-1]}", ORIGIN, id="one-paragraph-shared"),
        pytest.param(IMPOSED, OWN, NOTHING, id="two-texts"),
        pytest.param(IMPOSED, ANSWERED, NOTHING, id="one-subject"),
        pytest.param("Bonjour.", "Bonjour.", COPY, id="short-and-equal"),
        pytest.param(
            "Le ministre est arrivé hier.", "Le ministre est arrivé hier soir.", NOTHING, id="short-and-alike"
        ),
        pytest.param("", "", NOTHING, id="empty"),
    ],
)
def test_kinship(a: str, b: str, expected: str) -> None:
    one, other = text("a", a), text("b", b)
    assert kinship(one, other) == kinship(other, one) == expected


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        pytest.param({"published": day("2025-03-12")}, {"published": day("2025-03-11")}, "b", id="earliest"),
        pytest.param({}, {"published": day("2025-03-11")}, "b", id="dated-before-undated"),
        pytest.param({"agency": "b"}, {}, "b", id="credited"),
        pytest.param({}, {"byline": "A"}, "a", id="credited-by-byline"),
    ],
)
def test_the_original_is(a: dict[str, Any], b: dict[str, Any], first: str) -> None:
    pages = {"a": text("a", WHOLE, **a), "b": text("b", WHOLE, **b)}
    ((copy, original),) = trace(pages.values()).copies
    assert original == pages[first].id != copy


def test_copies_of_copies_have_one_original() -> None:
    pages = [text(str(n), WHOLE, published=day(f"2025-03-{10 + n}")) for n in range(4)]
    assert {original for _, original in trace(pages).copies} == {pages[0].id}
