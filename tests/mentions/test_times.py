"""Every example and refusal of the language files, and what only several sentences can show."""

from datetime import date
from functools import cache

import pytest

from detente.codebook.times import TimeExample, languages, load_times
from detente.mentions.times import TimeFinder
from detente.model import Basis


@cache
def finder(language: str) -> TimeFinder:
    return TimeFinder(load_times(language))


def found(language: str, text: str, published: str | None) -> list[tuple[str, str | None]]:
    day = date.fromisoformat(published) if published else None
    return [(m.text, m.when.edtf if m.when else None) for m in finder(language).find(text, day)]


@pytest.mark.parametrize(
    ("language", "example"),
    [
        pytest.param(language, example, id=f"{language}-{number}")
        for language in languages()
        for number, example in enumerate(load_times(language).examples)
    ],
)
def test_an_example_yields_its_marks_and_nothing_else(language: str, example: TimeExample) -> None:
    mentions = finder(language).find(example.text, example.published)
    assert [(m.text, m.when.edtf if m.when else None) for m in mentions] == [
        (example.text[start:end], edtf) for start, end, edtf, _ in example.marks
    ]
    named = [(m, basis) for m, (_, _, _, basis) in zip(mentions, example.marks, strict=True) if basis]
    assert [m.when and m.when.basis.value for m, _ in named] == [basis for _, basis in named]


@pytest.mark.parametrize(("language", "at_least"), [("fr", 100), ("en", 60)])
def test_a_language_brings_examples_and_refusals(language: str, at_least: int) -> None:
    examples = load_times(language).examples
    assert len(examples) >= at_least
    assert sum(not e.marks for e in examples) >= 8


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [
        pytest.param(
            "fr",
            "2025-12-09",
            "Le 3 mai 2024, il part.\n\nLe lendemain, il dort. Trois jours plus tard, il rit.",
            [("Le 3 mai 2024", "2024-05-03"), ("Le lendemain", "2024-05-04"), ("Trois jours plus tard", "2024-05-07")],
            id="anaphors-chain",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Le 3 mai 2024, il part. En 2023, il hésitait. La veille, il se taisait.",
            [("Le 3 mai 2024", "2024-05-03"), ("En 2023", "2023"), ("La veille", "2024-05-02")],
            id="a-day-counts-from-a-day",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir. Le 21 avril, elle le rend.",
            [("En 2012", "2012"), ("Le 21 avril", "2012-04-21")],
            id="the-paragraph-tells-the-year",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir. Le 8 décembre, l'accord est signé.",
            [("En 2012", "2012"), ("Le 8 décembre", "2025-12-08")],
            id="fresh-news-is-not-history",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir.\n\nLe 21 avril, un camion passe.",
            [("En 2012", "2012"), ("Le 21 avril", "2025-04-21")],
            id="not-across-paragraphs",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "La crise dure depuis 2020. Le 21 avril, un accord est signé.",
            [("depuis 2020", "2020/.."), ("Le 21 avril", "2025-04-21")],
            id="background-lends-no-year",
        ),
        pytest.param(
            "fr",
            None,
            "Le 5 janvier, il part. Le 28 décembre 2025, il avait écrit.",
            [("Le 5 janvier", "2026-01-05"), ("Le 28 décembre 2025", "2025-12-28")],
            id="no-publication-nearest-date-lends-its-year",
        ),
        pytest.param(
            "fr",
            None,
            "Lundi, il est parti il y a trois jours, cette semaine, depuis deux ans.",
            [("Lundi", None), ("il y a trois jours", None), ("cette semaine", None), ("depuis deux ans", None)],
            id="no-publication-no-value",
        ),
        pytest.param("fr", "2025-12-09", "Né le 31 février 2025.", [("le 31 février 2025", None)], id="no-such-day"),
        pytest.param(
            "fr",
            "2025-12-09",
            "le 8\u00a0décembre\u202f2025",
            [("le 8\u00a0décembre\u202f2025", "2025-12-08")],
            id="no-break-spaces",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Il est venu le 8\n\ndécembre 2025 fut froid.",
            [("décembre 2025", "2025-12")],
            id="a-blank-line-parts",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Fin du mois, puis en fin d'année et en début de semaine.",
            [
                ("Fin du mois", "2025-12"),
                ("en fin d'année", "2025-10/2025-12"),
                ("en début de semaine", "2025-12-08/2025-12-14"),
            ],
            id="parts-of-the-present",
        ),
        pytest.param(
            "fr",
            "2025-12-10",
            "Ils se retrouveront ce week-end.",
            [("ce week-end", "2025-12-13/2025-12-14")],
            id="a-weekend-to-come",
        ),
        pytest.param(
            "fr",
            "2025-12-08",
            "Le ministre a parlé lundi, et non lundi dernier.",
            [("lundi", "2025-12-08"), ("lundi dernier", "2025-12-01")],
            id="printed-on-that-weekday",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "He signed on 3 May 2024. Six months later, he left.",
            [("on 3 May 2024", "2024-05-03"), ("Six months later", "2024-11")],
            id="counted-at-its-unit",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "Talks on 11/12/2025 and on 25/12/2025.",
            [("on 11/12/2025", "2025-12-11"), ("on 25/12/2025", "2025-12-25")],
            id="either-order-nearest",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "The visit will be announced on Friday.",
            [("on Friday", "2025-12-12")],
            id="a-participle-in-the-shelter-of-will",
        ),
    ],
)
def test_several_expressions(
    language: str, published: str | None, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(language, text, published) == expected


def test_a_weekday_that_contradicts_its_date_is_said() -> None:
    (mention,) = finder("fr").find("mardi 8 décembre 2025", date(2025, 12, 9))
    assert mention.when is not None
    assert mention.when.basis is Basis.INFERRED
    assert "weekday disagrees" in mention.when.reason


def test_the_rule_names_language_meaning_and_pattern() -> None:
    (mention,) = finder("en").find("He left yesterday.", None)
    assert mention.rule.startswith("times/en: day-1: yesterday")


def test_a_long_text_without_sense_is_read_in_reasonable_time() -> None:
    text = "fin de la fin de " * 400 + "2025 " + "entre le 3 et " * 400
    assert all(m.text for m in finder("fr").find(text, date(2025, 12, 9)))
