"""The curve by itself: every point opens on its events, in each of its forms."""

import csv
import io
import json

import pytest
from hypothesis import given, settings

from chronicle.story import BOOK, STORY, day
from chronicle.strategies import readings
from detente.chronicle import course, gather
from detente.model import Reading, Record, UsageError
from detente.views import course as view

RECORD = gather(STORY, BOOK)


def shown(format: str, lang: str = "en", record: Record = RECORD, since: str = "", until: str = "") -> str:
    found = course(record, "TGO", "PRT", BOOK)
    seen = view.between(found, day(since) if since else None, day(until) if until else None)
    return view.render(record, seen, BOOK, format, lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param(
            "en",
            [
                "both ways on 22 June 2025: ",
                "Togo → Portugal on",
                "Portugal → Togo on",
                "nothing read",
                "Days with events",
                "3 March 2025",
                "Portugal imposes a visa bond on Togo",
                "“Le Portugal exige",
                "1\u00a0event without a precise enough date",
            ],
            id="en",
        ),
        pytest.param("fr", ["dans les deux sens le 22 juin 2025", "Jours avec des faits", "3 mars 2025"], id="fr"),
    ],
)
def test_it_tells_in_order(lang: str, words: list[str]) -> None:
    text, place = shown("terminal", lang), 0
    for word in words:
        assert word in text[place:], word
        place = text.index(word, place)


def test_every_point_opens_on_its_events() -> None:
    tree = json.loads(shown("json"))
    assert (tree["format"], tree["version"], tree["a"], tree["b"]) == ("detente-curve", 1, "TGO", "PRT")
    ids = {i for p in tree["both"] for i in p["events"]}
    assert ids == set(tree["events"])
    assert all(event["quotes"] for event in tree["events"].values())
    assert len(tree["both"]) == len(tree["toward"]) == len(tree["back"])


def test_one_row_a_day_with_what_was_read_that_week() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("csv"))))
    assert [r["day"] for r in rows] == sorted({r["day"] for r in rows})
    known = {r["day"]: r for r in rows}
    assert (known["2025-03-12"]["pages"], known["2025-03-26"]["pages"], known["2025-03-03"]["pages"]) == ("2", "0", "")
    assert all(float(r["both_low"]) <= float(r["both_value"]) <= float(r["both_high"]) for r in rows)


def test_a_part_of_it_keeps_its_values() -> None:
    whole, part = (json.loads(shown("json", since=s, until=u)) for s, u in (("", ""), ("2025-04-01", "2025-04-30")))
    assert [p["day"] for p in part["both"]] == [f"2025-04-{n:02}" for n in range(1, 31)]
    values = {p["day"]: p for p in whole["both"]}
    assert all(values[p["day"]] == p for p in part["both"])


@pytest.mark.parametrize(("format", "since"), [("xml", ""), ("json", "2030-01-01")], ids=["format", "no-such-days"])
def test_what_cannot_be_shown_is_said(format: str, since: str) -> None:
    with pytest.raises(UsageError, match=r"terminal, json, csv|day precise enough"):
        shown(format, since=since)


@given(readings())
@settings(max_examples=15, deadline=None)
def test_any_record_with_a_day_has_its_curve(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    if course(record, "TGO", "PRT", BOOK).both:
        assert all(shown(format, lang, record) for format in view.FORMATS for lang in ("fr", "en"))
