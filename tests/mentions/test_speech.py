"""Where a sentence reports speech: a verb with its content, "selon", quotation marks."""

import pytest

from coded import mentions


def cues(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.kind) for s in mentions(text, language).sentences for c in s.speech]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le ministre déclare que tout va bien.", [("déclare", "verb")], id="with-content"),
        pytest.param("fr", "Le ministre déclare qu'il part.", [("déclare", "verb")], id="elided"),
        pytest.param("fr", "Le ministre annonce des mesures.", [("annonce", "weak-verb")], id="without-content"),
        pytest.param("fr", "Le ministre souligne ce succès.", [("souligne", "verb")], id="always-speech"),
        pytest.param("fr", "Selon le ministre, tout va bien.", [("Selon", "according")], id="according"),
        pytest.param("fr", "D’après lui, tout va bien.", [("D’après", "according")], id="according-elided"),
        pytest.param("fr", "« Nous ne céderons jamais à cela »", [("« Nous ne céderons jamais à cela »", "quote")], id="quote"),
        pytest.param("fr", "une mesure « injuste »", [("« injuste »", "words")], id="a-word-is-no-speech"),
        pytest.param("en", "“We will never yield to that”", [("“We will never yield to that”", "quote")], id="curly"),
        pytest.param("en", '"We will never yield to that"', [('"We will never yield to that"', "quote")], id="straight"),
        pytest.param("en", "an “unfair” measure", [("“unfair”", "words")], id="a-word-en"),
        pytest.param("en", "The minister said it was over.", [("said", "verb")], id="said-without-that"),
        pytest.param("en", "The minister argued that it was over.", [("argued", "verb")], id="with-content-en"),
        pytest.param("en", "According to the minister, it is over.", [("According to", "according")], id="according-en"),
        pytest.param("fr", "La frontière reste fermée.", [], id="none"),
        pytest.param(
            "en",
            "'We will never yield,' he said.",
            [("'We will never yield,'", "quote"), ("said", "verb")],
            id="straight-single",
        ),
        pytest.param("en", "It's the minister's own choice, isn't it.", [], id="apostrophes-quote-nothing"),
    ],
)  # fmt: skip
def test_cues(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ghana shut the post on Monday, according to\n\nTogo denied it.", id="the-line-ends"),
        pytest.param("Ghana will shut the post, said according to", id="the-text-ends"),
    ],
)
def test_a_sentence_cut_before_its_source_has_none(text: str) -> None:
    assert not mentions(text, "en").utterances
