"""How measures end, pause, stay and never begin: a row is a story of steps between two, and the measures it leaves."""

from dataclasses import replace
from typing import Any

import pytest

from chronicle.story import BOOK as STORY
from chronicle.story import day, document, instrument, reading, report, when
from chronicle.test_measures import TOGO, step, told
from detente.chronicle import gather
from detente.model import Reading

MORE = (
    instrument("border", "passage", "frontière", "border"),
    instrument("transport", "passage", "camions", "lorries"),
    instrument("trade", "tie", "échanges", "trade"),
    instrument("customs", "restriction", "surtaxe", "tariffs"),
    instrument("sanctions", "restriction", "sanctions", "sanctions"),
    instrument("pardon", "restriction", "grâce", "pardon"),
)
BOOK = replace(STORY, instruments={**STORY.instruments, **{i.id: i for i in MORE}})
BOTH: dict[str, Any] = {"actors": "PRT TGO", "recipients": ""}


def row(pages: list[Reading]) -> list[str]:
    found = [told(m) for m in gather(pages, BOOK).measures]
    assert found == [told(m) for m in gather(reversed(pages), BOOK).measures]
    return found


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            [
                step(0, "close border 2025-03-03", kind="SANCTION"),
                step(1, "open border 2025-05-04", kind="CONCEDE", **BOTH),
            ],
            ["border lifted 2025-03-03 2025-05-04"],
            id="both-reopen-what-one-had-closed",
        ),
        pytest.param(
            [
                step(0, "impose transport 2025-03-03"),
                step(1, "impose transport 2025-03-04", **TOGO),
                step(2, "lift transport 2025-03-10", kind="CONCEDE", **BOTH),
            ],
            ["transport lifted 2025-03-03 2025-03-10", "transport lifted 2025-03-04 2025-03-10"],
            id="both-lift-what-each-imposed",
        ),
        pytest.param(
            [step(0, "open border 2025-05-04", kind="CONCEDE", **BOTH)], [], id="both-reopen-we-know-not-whose"
        ),
        pytest.param(
            [
                step(0, "suspend trade 2025-03-03", kind="SANCTION", **BOTH),
                step(1, "lift trade 2025-04-03", kind="CONCEDE"),
            ],
            ["trade lifted 2025-03-03 2025-04-03"],
            id="one-lifts-what-both-imposed",
        ),
        pytest.param(
            [step(0, "lift trade 2025-04-03", kind="CONCEDE")],
            ["trade lifted - 2025-04-03"],
            id="a-ban-on-imports-is-lifted",
        ),
        pytest.param(
            [
                step(0, "impose trade 2025-07-01 planned", published=day("2025-06-04")),
                step(1, "withdraw trade 2025-06-26", kind="CONCEDE", published=day("2025-06-27")),
            ],
            ["trade lapsed 2025-07-01 2025-06-26"],
            id="given-up-before-its-day",
        ),
        pytest.param(
            [
                step(0, "impose trade 2025-07-01 planned", published=day("2025-06-04")),
                step(1, "lift trade 2025-12-26", kind="CONCEDE", published=day("2025-12-27")),
            ],
            ["trade lifted 2025-07-01 2025-12-26"],
            id="lifted-long-after-its-day",
        ),
        pytest.param([step(0, "withdraw customs 2025-06-26", kind="CONCEDE")], [], id="a-threat-given-up"),
        pytest.param(
            [step(0, "impose trade 2025-03-03"), step(1, "suspend trade 2025-04-03", kind="CONCEDE")],
            ["trade suspended 2025-03-03 -"],
            id="a-ban-on-imports-is-paused",
        ),
        pytest.param(
            [step(0, "impose sanctions 2025-03-03"), step(1, "lapse sanctions 2025-09-03", kind="CONCEDE")],
            ["sanctions lapsed 2025-03-03 2025-09-03"],
            id="lapsed",
        ),
        pytest.param(
            [step(0, "close border 2023-08", kind="SANCTION"), step(1, "hold border - ongoing", kind="SANCTION")],
            ["border in force 2023-08 -"],
            id="stays-shut",
        ),
        pytest.param([step(0, "hold aid - ongoing", kind="SANCTION")], ["aid in force - -"], id="stays-frozen"),
        pytest.param(
            [step(0, "impose detention 2025-03", kind="COERCE"), step(1, "free pardon 2025-05-03", kind="CONCEDE")],
            ["detention lifted 2025-03 2025-05-03"],
            id="a-pardon-frees-who-is-held",
        ),
        pytest.param([step(0, "free pardon 2025-05-03", kind="CONCEDE")], [], id="a-pardon-alone"),
        pytest.param(
            [
                step(0, "impose arrest 2025-03-03", kind="COERCE"),
                step(1, "release detention 2025-03-05", kind="RETREAT"),
            ],
            ["arrest lifted 2025-03-03 2025-03-05"],
            id="let-go-within-days",
        ),
        pytest.param(
            [
                step(0, "impose arrest 2025-03-03", kind="COERCE"),
                step(1, "release detention 2025-05-05", kind="RETREAT"),
            ],
            ["detention lifted 2025-03-03 2025-05-05"],
            id="held-for-months",
        ),
    ],
)
def test_what_becomes_of_a_measure(pages: list[Reading], expected: list[str]) -> None:
    assert row(pages) == expected


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        pytest.param("close border 2025-03-03", "suspend aid 2025-03-10", None, id="a-week-later-on-two-pages"),
        pytest.param("close border 2025-03-03", "suspend aid 2025-03-05", "soon", id="two-days-later-on-two-pages"),
    ],
)
def test_how_soon_an_answer_follows(first: str, second: str, how: str | None) -> None:
    pages = [step(0, first, kind="SANCTION"), step(1, second, kind="SANCTION", **TOGO)]
    assert [m.reciprocal_by for m in gather(pages, BOOK).measures] == [None, how]


def test_an_answer_may_follow_within_a_fortnight_where_one_page_tells_both() -> None:
    text = "Lisbonne a fermé sa frontière le 3 mars. Lomé a suspendu son aide le 10 mars."
    page = document("pages/one.txt", text, outlet="one", published=day("2025-03-31"))
    first, second = text.split(". ")
    closed = report(
        page, first, "close", "SANCTION", "PRT", "TGO", instrument="border", effect="close", when=when("2025-03-03")
    )
    stopped = report(
        page, second, "suspend", "SANCTION", "TGO", "PRT", instrument="aid", effect="suspend", when=when("2025-03-10")
    )
    measures = gather([reading(page, closed, stopped)], BOOK).measures
    assert [m.reciprocal_by for m in measures] == [None, "soon"]
