"""How sure a report is: what is known of it, weighed; the weights are data, checked on load."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from detente.codebook import load
from detente.codebook.book import HOME
from detente.codebook.confidence import FEATURES, Confidence, Wordings, load_confidence, load_wordings
from detente.model import CodebookError, Page
from detente.pipeline import explain
from detente.reports.confidence import FEATURES as SEEN_BY
from detente.reports.confidence import features, seen, words_of

BOOK = load()
PAGE = """Le Togo et le Portugal

Le Courrier du Golfe - Publié le 6 mars 2031

{text}
"""


def known(text: str) -> list[Mapping[str, float]]:
    ((reading, mentions),) = explain(Page(PAGE.format(text=text).encode(), "a.txt"), BOOK)
    return [features(one) for one in seen(reading.reports, mentions, BOOK.confidence)]


def test_every_feature_is_seen_somehow() -> None:
    assert tuple(SEEN_BY) == FEATURES


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        pytest.param(
            "Le Togo a expulsé mardi un diplomate portugais.",
            "",
            "undated third noun filled present clause people",
            id="plain",
        ),
        pytest.param("Le Togo aurait expulsé un diplomate portugais.", "undated", "proposed past", id="hearsay"),
        pytest.param("La suspension par le Togo de l'aide au Portugal date de mardi.", "noun", "present", id="noun"),
        pytest.param("Le Togo accuse le Portugal d'ingérence.", "present", "cooperation noun", id="present"),
        pytest.param(
            "Le président togolais a reçu lundi à Lomé le Premier ministre portugais, Rui Tavares.",
            "cooperation people agreed first",
            "undated third",
            id="people",
        ),
    ],
)
def test_what_is_known_of_a_report(text: str, has: str, lacks: str) -> None:
    (found,) = known(text)
    assert set(has.split()) <= set(found)
    assert not set(lacks.split()) & set(found)
    assert 0 < found["share"] <= 1


def test_a_report_has_the_probability_of_what_is_known_of_it() -> None:
    ((reading, mentions),) = explain(
        Page(PAGE.format(text="Le Togo accuse le Portugal d'ingérence.").encode(), "a"), BOOK
    )
    (one,) = seen(reading.reports, mentions, BOOK.confidence)
    assert one.report.confidence == BOOK.confidence.of(features(one))
    assert 0 < one.report.confidence < 1


def test_the_sum_of_the_odds() -> None:
    model = Confidence(1.0, dict.fromkeys(FEATURES, 0.0) | {"noun": -1.0, "people": 2.0, "share": 4.0})
    asked: list[dict[str, float]] = [
        {},
        {"noun": 1},
        {"noun": 1, "people": 1},
        {"filled": 1},
        {"noun": 1, "share": 0.5},
    ]
    assert [model.of(one) for one in asked] == [0.7311, 0.5, 0.8808, 0.7311, 0.8808]


COUNTED = Wordings(
    {"SANCTION": 40, "CONSULT": 60},
    {"sanctions": {"SANCTION": 20, "CONSULT": 1}, "reçu": {"CONSULT": 30}, "mardi": {"SANCTION": 20, "CONSULT": 30}},
)


@pytest.mark.parametrize(
    ("words", "type", "low", "high"),
    [
        pytest.param("sanctions", "SANCTION", 1.5, 4, id="for"),
        pytest.param("sanctions", "CONSULT", -4, -1.5, id="against"),
        pytest.param("mardi", "SANCTION", -0.2, 0.2, id="says-nothing"),
        pytest.param("reçu sanctions", "SANCTION", -2, 1, id="both"),
        pytest.param("unheard", "SANCTION", 0, 0, id="unknown"),
        pytest.param("", "SANCTION", 0, 0, id="none"),
        pytest.param("reçu", "AID", 0, 0, id="a-type-nobody-coded"),
    ],
)
def test_words_speak_for_a_type(words: str, type: str, low: float, high: float) -> None:
    assert low <= COUNTED.speak(words.split(), type) <= high


def test_names_do_not_speak() -> None:
    assert words_of("Le Togo a « réduit », l'aide du Portugal à 3 villages") == {
        "a", "réduit", "l", "aide", "du", "à", "villages",
    }  # fmt: skip


def test_a_word_in_more_sentences_than_there_are_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wordings.yml"
    file.write_text("sentences: {AID: 2}\nwords:\n  aide: {AID: 3}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="aide stands in more sentences of a type than there are"):
        load_wordings(file)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        pytest.param("  noun:", "  nuon:", "unknown nuon", id="misspelt"),
        pytest.param("weights:", "wheights:", "unknown wheights", id="no-weights"),
        pytest.param("base: ", "base: high # ", "base must be a number, is 'high'", id="a-word"),
        pytest.param("\nacts:", "\nacts:\n  no-such-act: often", "no-such-act must be a number", id="an-act-by-a-word"),
        pytest.param("review: 0", "review: 4", "review is a probability, 0 to 1", id="over-one"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = (HOME / "confidence.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "confidence.yml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CodebookError, match=complaint):
        load_confidence(tmp_path / "confidence.yml")


def test_a_feature_without_a_weight_is_refused(tmp_path: Path) -> None:
    lines = (HOME / "confidence.yml").read_text(encoding="utf-8").splitlines()
    (tmp_path / "confidence.yml").write_text("\n".join(x for x in lines if "noun:" not in x), encoding="utf-8")
    with pytest.raises(CodebookError, match="no weight for noun"):
        load_confidence(tmp_path / "confidence.yml")
