"""Stories of one measure: a row is its steps, and the state, start and end it is left in."""

from dataclasses import replace
from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from detente.chronicle import gather
from detente.model import Measure, Reading, Status

TYPES = {
    "impose": "SANCTION",
    "tighten": "SANCTION",
    "suspend": "SANCTION",
    "lift": "CONCEDE",
    "ease": "CONCEDE",
    "resume": "AID",
    "give": "AID",
    "recall": "SANCTION",
    "return-ambassador": "SUPPORT",
}
EFFECTS: dict[str, str | None] = {
    "give": "impose",
    "praise": None,
    "recall": "impose",
    "return-ambassador": "impose",
}  # as the codebook composes acts of one instrument


def step(number: int, line: str, **more: Any) -> Reading:
    """One page for one step: "act instrument date [status]"; the date may be -."""
    act, instrument, date, *status = line.split()
    kind = more.pop("kind", None) or TYPES[act]
    text = f"Page {number} : {line}."
    here = document(
        f"pages/{number:03}.txt", text, outlet=str(number), published=more.pop("published", day("2026-01-31"))
    )
    return reading(
        here,
        report(
            here,
            text,
            act,
            kind,
            **{"actors": "PRT", "recipients": "TGO", **more},
            instrument=instrument,
            effect=EFFECTS.get(act, act),
            when=None if date == "-" else when(date),
            status=Status(status[0]) if status else Status.OCCURRED,
        ),
    )


def told(measure: Measure) -> str:
    start, end = (w.edtf if w else "-" for w in (measure.start, measure.end))
    return f"{measure.instrument} {measure.state} {start} {end}"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(["impose visa-bond 2025-03-03"], ["visa-bond in force 2025-03-03 -"], id="imposed"),
        pytest.param(
            ["impose visa-bond 2025-03-03", "lift visa-bond 2025-06-20"],
            ["visa-bond lifted 2025-03-03 2025-06-20"],
            id="lifted",
        ),
        pytest.param(
            ["impose visa-bond 2025-03-03", "lift visa-bond 2025"],
            ["visa-bond lifted 2025-03-03 2025"],
            id="lifted-some-time-that-year",
        ),
        pytest.param(["lift visa-bond 2025-06-20"], ["visa-bond lifted - 2025-06-20"], id="only-the-lifting-is-told"),
        pytest.param(
            ["impose visa-bond -", "lift visa-bond 2025-06-20"],
            ["visa-bond lifted - 2025-06-20"],
            id="undated-imposition-is-past",
        ),
        pytest.param(
            ["impose visa-bond 2025-03-03", "ease visa-bond 2025-04-01"], ["visa-bond eased 2025-03-03 -"], id="eased"
        ),
        pytest.param(["tighten visa-bond 2025-03-03"], ["visa-bond in force - -"], id="tightened-began-before"),
        pytest.param(["impose visa-bond 2025-09-01 planned"], ["visa-bond announced 2025-09-01 -"], id="announced"),
        pytest.param(
            ["impose visa-bond 2025-03-03", "lift visa-bond 2025-09-01 planned"],
            ["visa-bond in force 2025-03-03 -"],
            id="end-only-planned",
        ),
        pytest.param(["impose visa-bond 2025-03-03 alleged"], [], id="alleged-is-none"),
        pytest.param(["impose visa-bond 2025-03-03 denied"], [], id="denied-is-none"),
        pytest.param(
            ["impose visa-bond 2024-01-03", "lift visa-bond 2024-06-20", "impose visa-bond 2025-03-03"],
            ["visa-bond lifted 2024-01-03 2024-06-20", "visa-bond in force 2025-03-03 -"],
            id="twice",
        ),
        pytest.param(
            ["impose visa-bond 2025-03-03", "lift visa 2025-06-20"],
            ["visa-bond lifted 2025-03-03 2025-06-20"],
            id="lifted-under-a-broader-name",
        ),
        pytest.param(["suspend military-aid 2022-05-01"], ["military-aid in force 2022-05-01 -"], id="aid-suspended"),
        pytest.param(
            ["suspend aid 2022-05-01", "resume aid 2023-05-01"], ["aid lifted 2022-05-01 2023-05-01"], id="aid-resumed"
        ),
        pytest.param(
            ["suspend aid 2022-05-01", "give military-aid 2023-05-01"],
            ["aid in force 2022-05-01 -"],
            id="something-new-is-given",
        ),
        pytest.param(["suspend military-aid 2022/.."], ["military-aid in force 2022 -"], id="since-a-year"),
        pytest.param(["suspend airspace 2025-03-03"], ["airspace in force 2025-03-03 -"], id="airspace-closed"),
        pytest.param(
            ["recall ambassador-recall 2025-03-03", "return-ambassador ambassador-recall 2025-03-08"],
            ["ambassador-recall lifted 2025-03-03 2025-03-08"],
            id="sent-back-within-the-week",
        ),
        pytest.param(["impose summons 2025-03-03"], [], id="over-as-soon-as-done"),
        pytest.param(["impose mediation 2025-03-03"], [], id="no-restriction"),
    ],
)
def test_a_measure_is_left(steps: list[str], expected: list[str]) -> None:
    pages = [step(n, line) for n, line in enumerate(steps)]
    assert [told(m) for m in gather(pages, BOOK).measures] == expected
    assert [told(m) for m in gather(reversed(pages), BOOK).measures] == expected


TOGO: dict[str, Any] = {"actors": "TGO", "recipients": "PRT"}
FIRST = step(0, "impose visa-bond 2025-03-03")


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        pytest.param(step(1, "impose visa-bond 2025-03-10", **TOGO), True, id="later"),
        pytest.param(step(1, "impose visa-bond -", **TOGO, answers=True), True, id="in-its-own-words"),
        pytest.param(step(1, "impose visa-bond -", **TOGO), False, id="undated-and-silent"),
        pytest.param(step(1, "impose visa-bond 2025", **TOGO), False, id="perhaps-earlier"),
        pytest.param(step(1, "impose visa-bond 2029-03-10", **TOGO), False, id="years-later"),
        pytest.param(step(1, "suspend aid 2025-03-10", **TOGO), False, id="another-instrument"),
        pytest.param(
            step(1, "impose visa-bond 2025-03-10", actors="TGO", recipients="GHA"), False, id="toward-another"
        ),
    ],
)
def test_an_answer(reply: Reading, answers: bool) -> None:
    measures = {m.imposer: m for m in gather([FIRST, reply], BOOK).measures}
    assert measures[("TGO",)].reciprocal_of == (measures[("PRT",)].id if answers else None)
    assert measures[("PRT",)].reciprocal_of is None


def test_where_both_sentences_speak_of_an_answer_the_dated_one_is_answered() -> None:
    first = step(0, "impose visa-bond 2025-03", answers=True)
    reply = step(1, "impose visa-bond -", **TOGO, answers=True)
    measures = {m.imposer: m for m in gather([first, reply], BOOK).measures}
    assert measures[("PRT",)].reciprocal_of is None
    assert measures[("TGO",)].reciprocal_of == measures[("PRT",)].id


def test_an_undated_answer_began_between_what_it_answers_and_the_page() -> None:
    reply = step(1, "impose visa-bond -", **TOGO, answers=True, published=day("2025-04-02"))
    start = next(m.start for m in gather([FIRST, reply], BOOK).measures if m.imposer == ("TGO",))
    assert start
    assert (start.edtf, start.basis) == ("2025-03-03/2025-04-02", "inferred")


def test_a_measure_begins_when_it_takes_effect_not_when_it_is_decided() -> None:
    decided = step(1, "impose visa-bond 2025-03-03", effective=when("2025-04-01"))
    lifted = step(2, "lift visa-bond 2025-06-20", effective=when("2025-07-01"))
    assert [told(m) for m in gather([decided, lifted], BOOK).measures] == ["visa-bond lifted 2025-04-01 2025-06-20"]


@pytest.mark.parametrize(
    ("type", "instrument", "effect", "expected"),
    [
        pytest.param("SANCTION", "ambassador-recall", None, ["in force"], id="no-effect-told-but-conflict"),
        pytest.param("SANCTION", "military-aid", "resume", ["in force"], id="conflict-lifts-nothing"),
        pytest.param("AID", "military-aid", "grant", [], id="who-gives-lifts-nothing"),
        pytest.param("ACCUSE", "visa-bond", None, [], id="words-are-no-step"),
        pytest.param("REJECT", "visa", None, ["in force"], id="a-refusal-of-entry"),
        pytest.param("REJECT", "visa-bond", None, [], id="another-refusal"),
    ],
)
def test_type_and_effect_agree_on_the_step(type: str, instrument: str, effect: str | None, expected: list[str]) -> None:
    page = step(0, "impose visa-bond 2025-03-03")
    told = replace(page.reports[0], type=type, instrument=instrument, effect=effect)
    assert [m.state.value for m in gather([replace(page, reports=(told,))], BOOK).measures] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["impose visa-bond 2025-03-03", "lift visa-bond 2025-04-01", "lift visa-bond 2025-09-01 planned"],
            ["visa-bond eased 2025-03-03 -"],
            id="what-is-still-to-be-lifted-was-lifted-in-part",
        ),
        pytest.param(
            ["impose visa-bond 2020-03-03", "impose visa-bond 2025-03-03"],
            ["visa-bond in force 2020-03-03 -", "visa-bond in force 2025-03-03 -"],
            id="imposed-again-years-later",
        ),
        pytest.param(
            ["suspend aid 2020-03-03", "suspend military-aid 2022-03-03"],
            ["aid in force 2020-03-03 -", "military-aid in force 2022-03-03 -"],
            id="a-broader-name-with-a-beginning-of-its-own",
        ),
        pytest.param(
            ["suspend aid 2012/2024", "suspend aid 2022/.."],
            ["aid in force 2012/2022 -"],
            id="pages-disagree-on-since-when",
        ),
    ],
)
def test_one_measure_or_two(lines: list[str], expected: list[str]) -> None:
    pages = [step(n, line) for n, line in enumerate(lines)]
    assert [told(m) for m in gather(pages, BOOK).measures] == expected


@pytest.mark.parametrize(
    ("reply", "how"),
    [
        pytest.param(step(1, "suspend aid 2025-03-05", **TOGO), "soon", id="two-days-later"),
        pytest.param(step(1, "suspend aid 2025-03-20", **TOGO, answers=True), "said", id="in-its-own-words"),
        pytest.param(step(1, "impose visa-bond 2025-04-20", **TOGO), "mirror", id="the-same-in-kind"),
        pytest.param(step(1, "suspend aid 2025-03-03", **TOGO), None, id="the-same-day"),
    ],
)
def test_how_an_answer_is_known(reply: Reading, how: str | None) -> None:
    measures = {m.imposer: m for m in gather([FIRST, reply], BOOK).measures}
    assert measures[("TGO",)].reciprocal_by == how


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            [step(0, "lift airspace 2025-05-03")],
            ["airspace lifted - 2025-05-03"],
            id="a-passage-given-back-was-closed",
        ),
        pytest.param([step(0, "release detention - planned", kind="RETREAT")], ["detention in force - -"], id="held"),
        pytest.param([step(0, "release detention 2025-05-03", kind="RETREAT")], [], id="freed-of-we-know-not-what"),
        pytest.param([step(0, "impose arrest 2025-05-03", kind="COERCE")], [], id="arrested-only"),
        pytest.param(
            [
                step(0, "impose arrest 2025-05-03", kind="COERCE"),
                step(1, "release detention 2025-05-05", kind="RETREAT"),
            ],
            ["arrest lifted 2025-05-03 2025-05-05"],
            id="arrested-then-freed",
        ),
        pytest.param(
            [step(0, "impose visa-bond 2025-03-03"), step(1, "praise visa-bond 2025-04-03", kind="SUPPORT")],
            ["visa-bond in force 2025-03-03 -"],
            id="praise-lifts-nothing",
        ),
        pytest.param(
            [
                step(0, "impose visa-bond 2025-03-03"),
                step(1, "lift visa-bond 2025-05-03"),
                step(2, "lift visa-bond 2025-05-03", published=day("2026-01-30")),
                step(3, "tighten visa-bond 2025-06-03"),
            ],
            ["visa-bond lifted 2025-03-03 2025-05-03"],
            id="a-change-after-the-end-that-fewer-tell",
        ),
        pytest.param(
            [
                step(0, "impose visa-bond 2025-03-03"),
                step(1, "lift visa-bond 2025-05-03"),
                step(2, "ease visa-bond 2026-04-16", published=day("2025-04-18")),
            ],
            ["visa-bond lifted 2025-03-03 2025-05-03"],
            id="told-as-done-a-year-before-its-day",
        ),
    ],
)
def test_what_counts_as_a_step(pages: list[Reading], expected: list[str]) -> None:
    assert [told(m) for m in gather(pages, BOOK).measures] == expected
    assert [told(m) for m in gather(reversed(pages), BOOK).measures] == expected


def test_of_two_told_as_answers_on_one_day_the_one_told_later_answers() -> None:
    first = step(0, "impose visa-bond 2025-03-03", answers=True)
    text = "Later on the page: recall 2025-03-03."
    page = document("pages/000.txt", f"{first.document.text} {text}", outlet="0", published=day("2026-01-31"))
    more: dict[str, Any] = {
        "when": when("2025-03-03"),
        "instrument": "ambassador-recall",
        "effect": "impose",
        "answers": True,
    }
    late = report(page, text, "recall", "SANCTION", **TOGO, **more)
    early = replace(first.reports[0], evidence=page.evidence(0, len(first.document.text)))
    found = gather([reading(page, early, late)], BOOK).measures
    assert [(m.instrument, m.reciprocal_of is not None) for m in found if m.reciprocal_of] == [
        ("ambassador-recall", True)
    ]


ASKED = {"kind": "REQUEST", "actors": "TGO", "recipients": "PRT"}


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([step(0, "leave visa-bond 2025-05-01", **ASKED)], "PRT>TGO visa-bond in force - -", id="asked"),
        pytest.param(
            [step(0, "leave visa-bond 2024/..", **ASKED)], "PRT>TGO visa-bond in force - -", id="asked-since-long"
        ),
        pytest.param(
            [step(0, "leave visa-bond 2025-05-01", kind="REJECT")], "PRT>TGO visa-bond in force - -", id="refused"
        ),
        pytest.param(
            [step(0, "leave visa-bond 2025-09-01 planned", kind="AGREE")],
            "PRT>TGO visa-bond in force - -",
            id="promised-for-september",
        ),
        pytest.param(
            [step(0, "impose visa-bond 2025-03-03"), step(1, "leave visa-bond 2025-05-01", **ASKED)],
            "PRT>TGO visa-bond in force 2025-03-03 -",
            id="imposed-before",
        ),
        pytest.param(
            [step(0, "leave visa-bond 2025-05-01", **ASKED), step(1, "lift visa-bond 2025-06-20")],
            "PRT>TGO visa-bond lifted - 2025-06-20",
            id="lifted-after",
        ),
    ],
)
def test_what_one_is_asked_or_refuses_to_lift_stands(pages: list[Reading], expected: str) -> None:
    [measure] = gather(pages, BOOK).measures
    assert f"{'+'.join(measure.imposer)}>{'+'.join(measure.target)} {told(measure)}" == expected
