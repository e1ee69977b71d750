"""How many an act was done to: a number by words that count it, or nothing."""

from pathlib import Path

import pytest

from detente.api import codebook
from detente.codebook.book import HOME
from detente.codebook.counts import load_counts
from detente.model import CodebookError

COUNTS = codebook().counts


@pytest.mark.parametrize(
    ("language", "of", "text", "expected"),
    [
        pytest.param("fr", "expel", "Le Laos a renvoyé onze agents thaïlandais.", {"people": "11"}, id="words"),
        pytest.param(
            "fr", "expel", "Le Laos donne 48 heures à deux diplomates.", {"people": "2"}, id="hours-count-nobody"
        ),
        pytest.param("fr", "expel", "Trois diplomates et cinq agents partent.", {}, id="two-counts-are-none"),
        pytest.param("fr", "expel", "Une trentaine de migrants sont partis.", {"people": "~30"}, id="about"),
        pytest.param("fr", "ASSAULT", "Le raid de 2021 a fait 4 morts.", {"killed": "4"}, id="a-year-is-no-count"),
        pytest.param("fr", "ASSAULT", "L'attaque a tué plus de 1 200 soldats.", {"killed": "1200+"}, id="at-least"),
        pytest.param("fr", "ASSAULT", "Des tirs ont tué un pêcheur.", {"killed": "1"}, id="one-behind-its-verb"),
        pytest.param("fr", "ASSAULT", "Un soldat a été tué.", {}, id="an-article-is-no-count"),
        pytest.param("fr", "AID", "Le Japon a offert 4 800 tonnes de riz.", {"tonnes": "4800"}, id="tonnes"),
        pytest.param("en", "expel", "Laos gave 12 embassy staff 48 hours to leave.", {"people": "12"}, id="staff"),
        pytest.param("en", "ASSAULT", "58 of its soldiers had been killed.", {"killed": "58"}, id="some-words-on"),
        pytest.param(
            "en", "ASSAULT", "The raid killed 23 men, wounding six.", {"killed": "23", "wounded": "6"}, id="both"
        ),
        pytest.param("en", "ASSAULT", "Three boats met and men were killed.", {}, id="not-past-a-join"),
        pytest.param("en", "overfly", "At least 19 drones entered.", {"craft": "19+"}, id="craft"),
        pytest.param("en", "praise", "Twelve diplomats praised it.", {}, id="only-where-it-counts"),
        pytest.param("es", "expel", "Doce diplomáticos.", {}, id="another-language"),
    ],
)
def test_found(language: str, of: str, text: str, expected: dict[str, str]) -> None:
    assert COUNTS.found(text, language, frozenset({of})) == expected


def test_an_example_that_fails_does_not_load(tmp_path: Path) -> None:
    text = (HOME / "counts.yml").read_text(encoding="utf-8")
    wrong = tmp_path / "counts.yml"
    wrong.write_text(
        text.replace("found: {tonnes", "found: {men").replace('people: "11"', 'people: "12"'), encoding="utf-8"
    )
    with pytest.raises(CodebookError, match="counts"):
        load_counts(wrong, codebook().times)


def test_all_that_is_counted_is_an_act_or_a_type() -> None:
    named = {name for kind in COUNTS.kinds for name in kind.of}
    assert named <= {*codebook().acts, *codebook().plover.types}
