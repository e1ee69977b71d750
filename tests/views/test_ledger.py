"""The measures of two states as a person and as a program read them: every step with its sentence."""

import csv
import io
import json

import pytest

from chronicle.story import BOOK, STORY, UNREAD, day
from detente.chronicle import gather, ledger
from detente.model import Record, UsageError
from detente.views import ledger as view

RECORD = gather(STORY, BOOK, UNREAD)
ON = "2025-06-21"


def shown(format: str, lang: str = "en", on: str = ON, record: Record = RECORD, span: bool = False) -> str:
    first, last = "2025-03-05", "2025-06-30"
    sheet = view.compose(
        record,
        ("TGO", "PRT"),
        BOOK,
        lang,
        ledger.account(record, "TGO", "PRT", day(on)),
        "most-supported",
        ledger.orphans(record.measures),
        ledger.changes(record, "TGO", "PRT", day(first), day(last)) if span else None,
        (first, last) if span else ("", ""),
    )
    return view.render(sheet, format, asked=True)


def in_order(text: str, words: list[str]) -> None:
    place = 0
    for word in words:
        assert word in text[place:], word
        place = text.index(word, place)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param(
            "en",
            [
                "On 21 June 2025, the day asked for",
                "Measures in force",
                "Togo → Portugal · visa bond · in force",
                "Answers: visa bond by Portugal on Togo (a page says so)",
                "Doubt: its counterpart (visa bond by Portugal on Togo) was lifted",
                "Last spoken of on 12 March 2025",
                "“En réponse, Lomé applique",
                "Le Courrier de Baguida, 11 March 2025",
                "Measures lifted or lapsed",
                "Portugal → Togo · visa bond · lifted",
                "“Portugal lifted its visa bond",
                "Left standing although their counterpart was lifted",
                "Togo → Portugal",
            ],
            id="en",
        ),
        pytest.param(
            "fr", ["Le 21 juin 2025", "en vigueur", "du Portugal à l'égard du Togo", "son pendant", "levée"], id="fr"
        ),
    ],
)
def test_it_answers_in_order(lang: str, words: list[str]) -> None:
    in_order(shown("terminal", lang), words)


def test_what_changed_is_said_when_two_days_are_asked_for() -> None:
    text = shown("terminal", span=True)
    in_order(text, ["What changed from 5 March 2025 to 30 June 2025", "Togo → Portugal", "Portugal → Togo", "lifted"])
    assert "What changed" not in shown("terminal")


def test_every_step_opens_on_the_sentence_of_a_page() -> None:
    text = {d.uri: d.text for d in RECORD.documents}
    rows = list(csv.DictReader(io.StringIO(shown("csv"))))
    assert len(rows) == sum(len(m.steps) for m in RECORD.measures)
    assert all(text[r["page"]][int(r["start"]) : int(r["end"])] == r["text"] for r in rows)
    assert {r["orphan"] for r in rows if r["imposer"] == "Togo"} == {"yes"}


def test_a_program_reads_the_same_rows() -> None:
    tree = json.loads(shown("json", span=True))
    assert (tree["format"], tree["version"], tree["day"]) == ("detente-measures", 1, ON)
    assert [m["state"] for m in tree["standing"]] == ["in force"]
    assert [m["state"] for m in tree["over"]] == ["lifted"]
    assert tree["orphans"] == [tree["standing"][0]["id"]]
    assert [c["step"]["kind"] for c in tree["changes"]] == ["in force", "lifted"]


def test_before_all_there_is_nothing() -> None:
    assert "tell of no measure" in shown("terminal", on="2025-01-01")


@pytest.mark.parametrize("format", ["terminal", "json", "csv"])
def test_bytes_do_not_depend_on_the_order_of_reading(format: str) -> None:
    assert shown(format, record=gather(reversed(STORY), BOOK, UNREAD)) == shown(format)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="terminal, json, csv"):
        shown("xml")
