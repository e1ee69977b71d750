"""Names of states in a sentence of ours: every example of `articles.yml`, and what its file may not say."""

from pathlib import Path

import pytest

from detente.codebook import load
from detente.codebook.articles import load_articles
from detente.codebook.book import HOME
from detente.model import CodebookError

FILE = HOME / "articles.yml"
ARTICLES = load_articles(FILE)
ENTRIES = load().actors.entries


@pytest.mark.parametrize(
    ("language", "by", "names", "after", "text"),
    [pytest.param(language, *e, id=f"{language}-{e[3]}") for language, own in ARTICLES.items() for e in own.examples],
)
def test_the_examples_of_the_file(
    language: str, by: tuple[str, ...], names: tuple[str, ...], after: str, text: str
) -> None:
    agreed = ARTICLES[language].agreed(after, [(code, ENTRIES[code].label[language]) for code in by])
    words, rest = ARTICLES[language].after(agreed, [(code, ENTRIES[code].label[language]) for code in names])
    assert f"{words} {rest}" == text


def test_every_act_of_ours_has_a_plural() -> None:
    usa = [("USA", "États-Unis")]
    labels = {a.label["fr"] for a in load().acts.values()}
    assert [label for label in labels if ARTICLES["fr"].agreed(label, usa) == label] == []


@pytest.mark.parametrize("language", list(ARTICLES))
def test_every_code_is_an_actor_of_ours(language: str) -> None:
    assert set(ARTICLES[language].codes) <= set(ENTRIES)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            "fr: {codes: {a: [X], b: [X]}, endings: [], joins: {}, examples: []}", "two articles to X", id="twice"
        ),
        pytest.param("fr: [le]", "must be a table", id="no-table"),
        pytest.param("fr: {codes: {}, endnigs: []}", "unknown endnigs", id="misspelt"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    wrong = tmp_path / "articles.yml"
    wrong.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=complaint):
        load_articles(wrong)
