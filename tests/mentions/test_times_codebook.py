"""A language file is checked whole; another language is another file."""

from datetime import date

import pytest
import yaml

from detente.codebook.times import load_times, read_times
from detente.mentions.times import TimeFinder
from detente.model import CodebookError

SPANISH = """
language: es
months: {1: [enero], 2: [febrero], 3: [marzo], 4: [abril], 5: [mayo], 6: [junio], 7: [julio], 8: [agosto],
         9: [septiembre], 10: [octubre], 11: [noviembre], 12: [diciembre]}
weekdays: {1: [lunes], 2: [martes], 3: [miércoles], 4: [jueves], 5: [viernes], 6: [sábado], 7: [domingo]}
seasons: {21: [primavera], 22: [verano], 23: [otoño], 24: [invierno]}
numbers: {2: [dos], 3: [tres]}
ordinals: {1: [primer, primera]}
units: {day: [día, días], year: [año, años]}
days: {1: [primero]}
day-suffixes: [º]
feasts: {"12-25": [Navidad]}
counted: [soldados]
ahead: ["*rá"]
past: ["*ó"]
not-ahead: []
fragments: {}
patterns:
  calendar: ["[el] {day} de {month} [de {year}]", "[el] {weekday}", "en {year}"]
  range: ["(de|del|desde) {date} (a|al|hasta) {date}"]
  since date: ["desde {date}"]
  back: ["hace {count} {unit}"]
  day-1: ["ayer"]
inner:
  calendar: ["[el] {year}"]
examples:
  - {published: 2025-12-09, text: "Llegó {2025-12-08 relative:ayer}."}
"""


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("el 8 de diciembre de 2025", "2025-12-08"),
        ("desde 2020", "2020/.."),
        ("de 2012 a 2024", "2012/2024"),
        ("hace dos años", "2023"),
        ("Se dice que volverá el viernes", "2025-12-12"),
        ("Se dice que salió el viernes", "2025-12-05"),
    ],
)
def test_a_third_language_is_a_file_only(text: str, edtf: str) -> None:
    (mention,) = TimeFinder(read_times(SPANISH, "times/es.yml")).find(text, date(2025, 12, 9))
    assert mention.when is not None
    assert mention.when.edtf == edtf


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param({"months": {1: ["enero"]}}, "months: 2 is missing", id="a-month-missing"),
        pytest.param({"weekdays": {8: ["octavo"]}}, "weekdays: 8 is not one of its values", id="eighth-day"),
        pytest.param({"numbers": {2: ["dos"], 3: ["dos"]}}, "numbers: 'dos' stands for two values", id="two-values"),
        pytest.param({"feasts": {"25-12": ["x"], "never": ["y"]}}, "feasts: 'never' is not", id="feast-without-day"),
        pytest.param({"feasts": {"hijri-9": ["x"]}}, "feasts: 'hijri-9' is not", id="feast-half-written"),
        pytest.param({"decades": {1965: ["x"]}}, "decades: 1965 is not", id="no-decade"),
        pytest.param({"near": [True]}, "near: every word must be text", id="optional-words-too"),
        pytest.param({"past": [True]}, "past: every word must be text", id="yaml-true"),
        pytest.param({"patterns": {"someday": ["x"]}}, "no meaning is called 'someday'", id="unknown-meaning"),
        pytest.param({"patterns": {"day-1": ["{moon}"]}}, "no slot is called 'moon'", id="unknown-slot"),
        pytest.param({"patterns": {"day-1": ["[ayer"]}}, "a [ is not closed", id="open-bracket"),
        pytest.param({"patterns": {"day-1": ["ayer]"]}}, "out of place", id="stray-bracket"),
        pytest.param({"patterns": {"day-1": ["<ayer>"]}}, "nothing but context", id="only-context"),
        pytest.param({"patterns": {"since date": ["desde [{date}]"]}}, "{date} inside brackets", id="date-in-brackets"),
        pytest.param({"sundays": []}, "entry 'sundays' is unknown", id="unknown-entry"),
        pytest.param({"zones": {"Mars/Base": ["x"]}}, "zones: 'Mars/Base' is not", id="unknown-zone"),
        pytest.param({"units": {"fortnight": ["quincena"]}}, "units: 'fortnight' is not", id="unknown-unit"),
    ],
)
def test_a_wrong_file_is_refused(change: dict[str, object], complaint: str) -> None:
    entries = yaml.safe_load(SPANISH) | change
    with pytest.raises(CodebookError) as refusal:
        read_times(yaml.safe_dump(entries, allow_unicode=True), "times/es.yml")
    assert str(refusal.value).startswith("times/es.yml: ")
    assert complaint in str(refusal.value)


def test_notes_add_words_and_patterns_only() -> None:
    entries = yaml.safe_load(SPANISH) | {"notes": {"past": ["x"]}}
    with pytest.raises(CodebookError, match="notes: entry 'past' is unknown"):
        read_times(yaml.safe_dump(entries, allow_unicode=True), "times/es.yml", notes=True)


def test_a_missing_entry_is_named() -> None:
    with pytest.raises(CodebookError, match="entry 'months' is missing"):
        read_times(SPANISH.replace("\nmonths:", "\nmonth:"), "times/es.yml")


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(CodebookError, match=r"there is no times/xx.yml; write one, or ask for en, es, fr"):
        load_times("xx")
