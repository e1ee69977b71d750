"""What is read less surely: kept, shown apart, not on the curve; in a measure only where it says so."""

import json
from dataclasses import replace

import pytest

from chronicle.story import BOOK, STORY
from detente import chronicle
from detente.chronicle import gather
from detente.codebook.confidence import Confidence
from detente.model import Record, Why
from detente.views import brief, export

STRICT = replace(BOOK, confidence=Confidence(review=0.9, ledger=0.9))
LAX = replace(BOOK, confidence=Confidence(review=0.8))  # the confidence of every report of the story


def doubted(sure: str = "") -> Record:
    """The story under a threshold that no report reaches but those of this type."""
    pages = [
        replace(p, reports=tuple(replace(r, confidence=0.95 if r.type == sure else 0.8) for r in p.reports))
        for p in STORY
    ]
    return gather(pages, STRICT)


def test_an_event_enters_when_one_report_is_sure_enough() -> None:
    record = doubted("CONSULT")
    assert {e.type for e in record.events if not e.review} == {"CONSULT"}
    assert {e.type for e in record.events if e.review} >= {"SANCTION"}
    assert not any(e.review for e in gather(STORY, LAX).events)


def test_what_is_for_review_is_in_no_measure_and_not_on_the_curve() -> None:
    record = doubted("CONSULT")
    assert record.measures == ()
    drawn = {i for p in chronicle.curve(record.events, STRICT) for i in p.events}
    assert drawn
    assert not drawn & {e.id for e in record.events if e.review}


def test_a_measure_that_rests_on_what_is_for_review_says_so() -> None:
    lenient = replace(STRICT, confidence=Confidence(review=0.9, ledger=0.8))
    record = gather([replace(p, reports=tuple(replace(r, confidence=0.8) for r in p.reports)) for p in STORY], lenient)
    assert {m.id for m in record.measures} == {m.id for m in gather(STORY, LAX).measures}
    day = chronicle.ledger.last_day(record)
    assert day
    found = chronicle.ledger.account(record, "TGO", "PRT", day)
    assert found.standing or found.over
    assert all(Why.REVIEW in s.doubts for s in (*found.standing, *found.over))
    sure = gather(STORY, LAX)
    plain = chronicle.ledger.account(sure, "TGO", "PRT", day)
    assert not any(Why.REVIEW in s.doubts for s in (*plain.standing, *plain.over))


def test_nothing_is_hidden_from_the_export() -> None:
    tree, before = (json.loads(export.render(r)) for r in (doubted("CONSULT"), gather(STORY, LAX)))
    assert [r["id"] for r in tree["reports"]] == [r["id"] for r in before["reports"]]
    assert {r["event"] for r in tree["reports"] if r["review"]} == {e["id"] for e in tree["events"] if e["review"]}
    assert not any(r["review"] for r in before["reports"])


@pytest.mark.parametrize(("lang", "heading"), [("en", "To review"), ("fr", "À vérifier")])
@pytest.mark.parametrize("format", ["terminal", "md", "html"])
def test_the_brief_lists_it_apart(format: str, lang: str, heading: str) -> None:
    text = brief.render(doubted("CONSULT"), "TGO", "PRT", STRICT, format, lang)
    assert heading in text
    assert heading not in brief.render(gather(STORY, LAX), "TGO", "PRT", LAX, format, lang)


@pytest.mark.parametrize("sure", ["CONSULT", ""])
def test_every_event_is_in_the_chronology_or_for_review(sure: str) -> None:
    record = doubted(sure)
    tree = json.loads(brief.render(record, "TGO", "PRT", STRICT, "json"))
    entered, review = ({x["id"] for x in tree["chronology"] + tree["undated"]}, {x["id"] for x in tree["review"]})
    told = chronicle.relation(record, "TGO", "PRT").events
    assert (entered, review) == ({e.id for e in told if not e.review}, {e.id for e in told if e.review})
    assert (tree["counts"]["events"], tree["counts"]["review"]) == (len(entered), len(review))
