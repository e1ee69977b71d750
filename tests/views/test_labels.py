"""The words of the views: the same keys and places in every language, and a word for every code of ours."""

from pathlib import Path

import pytest

from detente.codebook import load
from detente.codebook.labels import HOME, labels, languages, places, read
from detente.model import Basis, CodebookError, MeasureState, Status

FIRST, *OTHERS = languages()


@pytest.mark.parametrize("language", OTHERS)
def test_languages_say_the_same_things(language: str) -> None:
    assert set(labels(language).words) == set(labels(FIRST).words)


@pytest.mark.parametrize("language", OTHERS)
def test_languages_leave_the_same_places(language: str) -> None:
    one, other = labels(FIRST).words, labels(language).words
    assert {k: places(v) for k, v in one.items()} == {k: places(v) for k, v in other.items()}


@pytest.mark.parametrize("language", languages())
def test_every_code_has_a_word(language: str) -> None:
    say = labels(language)
    assert set(say.some("statuses")) == set(Status)
    assert set(say.some("states")) == set(MeasureState)
    assert set(say.some("bases")) == set(Basis)
    assert set(load().plover.compose) <= set(say.some("effects"))


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("fr", 0, "0\u00a0page"),
        ("fr", 1, "1\u00a0page"),
        ("fr", 2, "2\u00a0pages"),
        ("en", 0, "0\u00a0pages"),
        ("en", 1, "1\u00a0page"),
        ("en", 2, "2\u00a0pages"),
    ],
)
def test_count(language: str, number: int, text: str) -> None:
    assert labels(language).count("ui.pages", number) == text


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        pytest.param("months: [January, ", "months: [", "months needs 12 words, has 11", id="a-month-is-missing"),
        pytest.param("statuses:\n", "status:\n", "unknown status", id="a-section-misspelt"),
        pytest.param(
            'zero_is_one: "no"', "zero_is_one: no", "ui.zero_is_one must be a text", id="no-is-a-yaml-boolean"
        ),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = (HOME / "en.yml").read_text(encoding="utf-8")
    assert old in text
    wrong = tmp_path / "en.yml"
    wrong.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CodebookError, match=complaint):
        read(wrong)
