"""Counts on which pages differ: what contradicts, and what only grew, is rounded, or leaves room."""

from collections.abc import Sequence

import pytest

from detente.api import codebook
from detente.chronicle import gather
from detente.model import Contradiction, Difference, Page
from detente.pipeline import code


def read(pages: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """(field, kind) of every contradiction and difference on a count."""
    book = codebook()
    told = [code(Page(f"{day}\n\n{text}".encode(), f"{n}.txt"), book) for n, (day, text) in enumerate(pages)]
    record = gather([r for readings in told for r in readings], book)
    found: list[Contradiction | Difference] = [*record.contradictions, *record.differences]
    return sorted((c.field, c.kind) for c in found if c.field in {k.name for k in book.counts.kinds})


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            [
                ("14 avril 2031", "L'Albanie a expulsé lundi douze diplomates serbes."),
                ("15 avril 2031", "L'Albanie a expulsé lundi onze agents de l'ambassade de Serbie."),
            ],
            [("people", "value")],
            id="expelled",
        ),
        pytest.param(
            [
                ("April 14, 2031", "Albania on Monday expelled twelve Serbian diplomats."),
                ("15 avril 2031", "L'Albanie a expulsé lundi 12 diplomates serbes."),
            ],
            [],
            id="one-count-in-two-languages",
        ),
        pytest.param(
            [
                ("12 octobre 2031", "Les forces afghanes ont attaqué samedi des postes pakistanais et tué 58 soldats."),
                ("October 12, 2031", "Afghan forces on Saturday attacked Pakistani posts, killing 23 soldiers."),
            ],
            [("killed", "value")],
            id="killed-told-on-one-day",
        ),
        pytest.param(
            [
                ("12 octobre 2031", "Les forces afghanes ont attaqué samedi des postes pakistanais et tué 10 soldats."),
                ("October 14, 2031", "Afghan forces on Saturday attacked Pakistani posts, killing 23 soldiers."),
            ],
            [("killed", "update")],
            id="a-toll-that-grew",
        ),
        pytest.param(
            [
                ("14 avril 2031", "L'Albanie a expulsé lundi une quarantaine de migrants serbes."),
                ("15 avril 2031", "L'Albanie a expulsé lundi 42 migrants serbes."),
            ],
            [("people", "rounding")],
            id="about",
        ),
        pytest.param(
            [
                ("14 avril 2031", "L'Albanie a expulsé lundi au moins 14 migrants serbes."),
                ("15 avril 2031", "L'Albanie a expulsé lundi 42 migrants serbes."),
            ],
            [("people", "granularity")],
            id="at-least-leaves-room",
        ),
        pytest.param(
            [
                ("14 avril 2031", "L'Albanie a expulsé lundi deux diplomates serbes."),
                (
                    "April 16, 2031",
                    "Serbia on Tuesday expelled four Albanian diplomats after Albania expelled three Serbian diplomats.",
                ),
            ],
            [("people", "value")],
            id="whose-they-are-tells-of-which-act",
        ),
        pytest.param(
            [
                ("15 avril 2031", "L'Albanie a reconduit à la frontière lundi trente-cinq Serbes."),
                ("16 avril 2031", "L'Albanie a reconduit à la frontière lundi soixante-deux ressortissants serbes."),
            ],
            [("people", "value")],
            id="by-the-name-of-theirs",
        ),
    ],
)
def test_counts_apart(pages: Sequence[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert read(pages) == expected
