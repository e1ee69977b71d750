"""The runner of the codebook's own examples: that a wrong one is seen."""

from dataclasses import replace

import pytest

from coded import book
from detente import checks
from detente.codebook import Codebook
from detente.codebook.entries import Example


@pytest.mark.parametrize(
    ("marked", "text", "roles", "spans"),
    [
        (
            "{by=FRA:Paris} {expel:expulse} deux Russes.",
            "Paris expulse deux Russes.",
            {"by": {"FRA"}},
            [("expel", 6, 13)],
        ),
        ("{toward=IND+JPN:Les deux} partent.", "Les deux partent.", {"toward": {"IND", "JPN"}}, []),
        ("Rien.", "Rien.", {}, []),
    ],
)
def test_marks_are_taken_out(
    marked: str, text: str, roles: dict[str, set[str]], spans: list[tuple[str, int, int]]
) -> None:
    assert checks.plain(marked) == (text, roles, spans)


def one_act(example: Example) -> Codebook:
    """The codebook, with a single example left in it."""
    acts = {name: replace(act, examples=(example,) if name == "expel" else ()) for name, act in book().acts.items()}
    instruments = {name: replace(i, examples=()) for name, i in book().instruments.items()}
    return replace(book(), acts=acts, instruments=instruments, times={})


@pytest.mark.parametrize(
    ("text", "expect", "status", "ok"),
    [
        pytest.param("{by=POL:Poland} expelled {toward=RUS:Russian} diplomats.", "SANCTION", None, True, id="right"),
        pytest.param("{by=RUS:Poland} expelled {toward=POL:Russian} diplomats.", "SANCTION", None, False, id="sides"),
        pytest.param("Poland expelled Russian diplomats.", "CONSULT", None, False, id="type"),
        pytest.param("Poland expelled Russian diplomats.", "SANCTION", "planned", False, id="status"),
        pytest.param("Poland expelled Russian diplomats.", "nothing", None, False, id="not-nothing"),
        pytest.param("Poland expelled Russian diplomats.", "nothing CONSULT", None, True, id="nothing-of-that-type"),
        pytest.param("Poland slept.", "nothing", None, True, id="nothing"),
        pytest.param("Poland slept.", "SANCTION", None, False, id="not-found"),
    ],
)
def test_an_example_is_held_to_all_it_says(text: str, expect: str, status: str | None, ok: bool) -> None:
    rows = [
        row for row in checks.run(one_act(Example("en", text, expect, None, status))) if row.file == "acts/expel.yml"
    ]
    assert [row.ok for row in rows] == [ok]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_act_has_examples_and_refusals(language: str) -> None:
    bare = [
        name
        for name, act in book().acts.items()
        if not {True, False} <= {e.expect.startswith("nothing") for e in act.examples if e.language == language}
    ]
    assert bare == []
