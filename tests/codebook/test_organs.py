"""Outlets that are a state's own: whose they are, and files that are wrong."""

from pathlib import Path

import pytest

from coded import book, speech
from detente.codebook.organs import load_organs
from detente.model import CodebookError

FILE = """
names:
  PRK: {any: [KCNA]}
nouns: {en: [state television]}
commentary: {en: [editorial]}
examples: {en: [{text: "KCNA warned Seoul.", expect: PRK}]}
"""


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        pytest.param("PRK: {any", "XXX: {any", "XXX is nobody", id="nobody"),
        pytest.param(
            "PRK: {any: [KCNA]}", "{PRK: {any: [KCNA]}, CHN: {en: [KCNA]}}", "PRK's and CHN's", id="two-states"
        ),
        pytest.param("expect: PRK", "side: PRK", "an example is `text:` and `expect:`", id="example"),
        pytest.param("nouns:", "noun:", "unknown noun", id="key"),
    ],
)
def test_a_wrong_file(tmp_path: Path, was: str, now: str, message: str) -> None:
    file = tmp_path / "organs.yml"
    file.write_text(FILE.replace(was, now), encoding="utf-8")
    with pytest.raises(CodebookError, match=message):
        load_organs(file, ("en", "fr"), ("PRK", "CHN"))


def test_every_name_is_of_an_actor() -> None:
    assert book().organs.names["fr"]["KCNA"] == "PRK"
    assert set(book().organs.names) == set(book().languages)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Iran shut the strait. State television warned that ships would be fired on.", "IRN", id="of-the-page"),
        pytest.param("en", "Tehran accused Baku of spying, state television reported.", "IRN", id="whom-it-reports"),
        pytest.param("fr", "Le général Rahimi, cité par l'agence Tass, a prévenu que Riga paierait.", None, id="whom-it-cites"),
    ],
)  # fmt: skip
def test_who_speaks_beside_it(language: str, text: str, expected: str | None) -> None:
    assert [s.side for s in speech(text, language)] == [expected]
