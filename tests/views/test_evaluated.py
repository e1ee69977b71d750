"""What is shown of a record beside coded pages."""

import json

import pytest

from detente.model import Compared, Evaluation, Figure, Match, Refusal, UsageError
from detente.views.evaluated import render

GOLD = {
    "type": "AGREE|SUPPORT",
    "actors": ["BEN"],
    "recipients": ["NER"],
    "date": "2031-04",
    "evidence": "<b>Il promet</b>",
}
OURS = {"type": "AGREE", "actors": ["NER"], "recipients": ["BEN"], "text": "Il promet tout.", "rule": "promise.verb"}
FOUND = Evaluation(
    (Figure("mentions.type.f1", 0.75, 0.6, 0.9, 12), Figure("pages.read", 1.0, None, None, 1)),
    (
        Compared("a", "report", Match.DIRECTION, GOLD, OURS),
        Compared("a", "report", Match.MISSED, GOLD, None),
        Compared("a", "statement", Match.EXTRA, None, {"speaker": "X", "side": "BEN", "text": "dit-il"}),
    ),
    {"a": "Une <i>page</i>"},
    (Refusal("b.json", "not-json", "line 1"),),
)


def test_the_terminal_gives_each_figure_with_its_interval() -> None:
    lines = render(FOUND, "terminal").splitlines()
    assert lines[0].split() == ["mentions.type.f1", "0.750", "0.600–0.900"]
    assert lines[1].split() == ["pages.read", "1.000"]
    assert lines[-1] == "b.json: not-json: line 1"


def test_the_json_has_all_rows() -> None:
    whole = json.loads(render(FOUND, "json"))
    assert (whole["format"], whole["version"]) == ("detente-evaluation", 1)
    assert [row["outcome"] for row in whole["rows"]] == ["direction", "missed", "extra"]
    assert whole["figures"][0] == {"name": "mentions.type.f1", "value": 0.75, "low": 0.6, "high": 0.9, "units": 12}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_shows_both_sentences_and_marks_what_differs(lang: str) -> None:
    page = render(FOUND, "html", lang)
    assert f'<html lang="{lang}">' in page
    assert "&lt;b&gt;Il promet" in page
    assert "<i>" not in page
    assert "<script" not in page
    assert page.count('class="differs"') == 4  # actors and recipients, on both sides; the type is one that is accepted
    assert "b.json" in page


def test_a_format_there_is_not() -> None:
    with pytest.raises(UsageError, match="terminal, json, html"):
        render(FOUND, "docx")
