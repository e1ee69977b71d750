"""The half page on top: coded facts in fixed words, each on an event that the brief tells; and the days asked for."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from chronicle.story import BOOK, STORY, UNREAD, day, document, evidence, reading, report, when
from chronicle.strategies import readings
from detente.chronicle import course, gather, ledger
from detente.codebook.labels import labels
from detente.model import Reading, Record, SpeechMode, Stance, Statement, Status, Topic, UsageError
from detente.views import brief
from detente.views.compose import compose
from detente.views.course import between
from detente.views.parts import Asked, Brief
from detente.views.summary import MOST

RECORD = gather(STORY, BOOK, UNREAD)


def parts(record: Record, since: str = "", until: str = "") -> dict[str, Any]:
    first, last = (day(x) if x else None for x in (since, until))
    on = last or ledger.last_day(record) or date(2026, 1, 1)
    return {
        "course": between(course(record, "TGO", "PRT", BOOK), first, last),
        "account": ledger.account(record, "TGO", "PRT", on),
        "changes": ledger.changes(record, "TGO", "PRT", first, max(on, first)) if first else None,
        "asked": Asked(first, last),
    }


def told(record: Record = RECORD, lang: str = "en", since: str = "", until: str = "") -> Brief:
    return compose(record, "TGO", "PRT", BOOK, lang, **parts(record, since, until))


def clauses(found: Brief) -> dict[str, list[str]]:
    return {h.kind: [c.text for c in h.clauses] for h in found.summary}


# -- the clauses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param(
            "en",
            {
                "measures": ["Visa bond by Togo on Portugal, since 10 March 2025, one source only"],
                "latest": ["20 June 2025: Portugal lifts the visa bond on Togo", "2 June 2025: Portugal meets Togo"],
                "disagreements": [
                    "2 June 2025, Portugal meets Togo: place, Kara or Lomé",
                    "3 March 2025, Portugal imposes a visa bond on Togo: amount, 5,000\u00a0euros or 6,000\u00a0euros",
                ],
            },
            id="en",
        ),
        pytest.param(
            "fr",
            {
                "measures": ["Caution de visa du Togo à l'égard du Portugal, depuis le 10 mars 2025, une seule source"],
                "latest": [
                    "20 juin 2025\u00a0: le Portugal lève la caution de visa à l'égard du Togo",
                    "2 juin 2025\u00a0: le Portugal rencontre le Togo",
                ],
                "disagreements": [
                    "2 juin 2025, le Portugal rencontre le Togo\u00a0: lieu, Kara ou Lomé",
                    "3 mars 2025, le Portugal met en place une caution de visa à l'égard du Togo\u00a0: montant, "
                    "5\u202f000\u00a0euros ou 6\u202f000\u00a0euros",
                ],
            },
            id="fr",
        ),
    ],
)
def test_the_story_in_half_a_page(lang: str, expected: dict[str, list[str]]) -> None:
    found = clauses(told(lang=lang))
    assert {k: found[k][:2] for k in expected} == expected


PLANNED = document("plan.html", "Lisbonne recevra un ministre togolais le 4 août 2025.", published=day("2025-06-21"))
VISIT = report(PLANNED, PLANNED.text, "meet", "CONSULT", "TGO", "PRT", when=when("2025-08-04"), status=Status.PLANNED)
LATER = document("later.html", "Lomé a critiqué Lisbonne le 1er septembre 2025.", published=day("2025-09-02"))
BLAME = report(LATER, LATER.text, "accuse", "ACCUSE", "TGO", "PRT", when=when("2025-09-01"))


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        pytest.param([reading(PLANNED, VISIT)], "ahead", id="to-come"),
        pytest.param([reading(PLANNED, VISIT), reading(LATER, BLAME)], "overdue", id="its-day-went-by"),
    ],
)
def test_what_was_announced_is_said_with_its_day(more: list[Reading], kind: str) -> None:
    found = told(gather([*STORY, *more], BOOK))
    assert clauses(found)[kind] == ["4 August 2025: Togo meets Portugal"]
    assert [p.state for p in found.ahead] == ["open" if kind == "ahead" else "overdue"]
    assert [(p.state, p.settled.title if p.settled else "") for p in found.settled] == [("kept", "Envoy in Togo")]


def test_a_decision_that_applies_later_is_in_the_clause_of_its_measure() -> None:
    page = document("soon.html", "Lomé lèvera sa caution le 1er juillet 2025.", published=day("2025-06-22"))
    terms: dict[str, Any] = {"when": when("2025-06-21"), "effective": when("2025-07-01")}
    end = report(page, page.text, "lift", "CONCEDE", "TGO", "PRT", instrument="visa-bond", effect="lift", **terms)
    (said,) = clauses(told(gather([*STORY, reading(page, end)], BOOK)))["measures"]
    assert "lifted from 1 July 2025 on, as already decided" in said


@pytest.mark.parametrize(
    ("on", "state", "ahead"),
    [
        pytest.param("2025-06-25", "announced", "in force from 1 August 2025 on, as already decided", id="to-begin"),
        pytest.param("2025-08-05", "in force", "", id="begun"),
        pytest.param("2025-08-15", "in force", "lifted from 1 September 2025 on, as already decided", id="to-end"),
        pytest.param("2025-09-02", "lifted", "", id="ended"),
    ],
)
def test_of_two_decisions_the_one_that_comes_next_is_told(on: str, state: str, ahead: str) -> None:
    """Not the last of all, and none that nobody had taken by that day."""
    page = document("two.html", "Accra impose une caution. Accra la lève.", published=day("2025-08-11"))
    first, second = "Accra impose une caution.", "Accra la lève."
    bond: dict[str, Any] = {"instrument": "visa-bond"}
    begins = report(page, first, "impose", "SANCTION", "GHA", "PRT", effect="impose", when=when("2025-06-20"),
                    effective=when("2025-08-01"), **bond)  # fmt: skip
    ends = report(page, second, "lift", "CONCEDE", "GHA", "PRT", effect="lift", when=when("2025-08-10"),
                  effective=when("2025-09-01"), **bond)  # fmt: skip
    record = gather([reading(page, begins, ends)], BOOK)
    account = ledger.account(record, "GHA", "PRT", day(on))
    found = compose(record, "GHA", "PRT", BOOK, "en", None, account)
    (line,) = (*found.measures, *found.past_measures)
    assert (line.state, line.ahead) == (state, ahead)


def sure(found: Brief) -> set[str]:
    return {x.id for x in (*found.chronology, *found.undated, *found.cited)}


@given(readings())
@settings(max_examples=40, deadline=None)
def test_every_clause_stands_on_events_that_the_brief_tells(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    for days in ({}, {"since": "2025-03-06"}, {"since": "2025-03-01", "until": "2025-03-31"}):
        found = told(record, "en", **days)
        text = {d.id: d.text for d in record.documents}
        for heading in found.summary:
            assert 0 < len(heading.clauses) <= MOST[heading.kind]
            for clause in heading.clauses:
                assert clause.events
                assert set(clause.events) <= sure(found)
                assert text[clause.quote.document][clause.quote.start : clause.quote.end] == clause.quote.text


@pytest.mark.parametrize("days", [{}, {"since": "2025-06-01"}], ids=["all", "since"])
def test_every_clause_has_a_note_that_opens_on_its_event(days: dict[str, str]) -> None:
    found = told(RECORD, "en", **days)
    text = brief.render(RECORD, "TGO", "PRT", BOOK, "md", **parts(RECORD, **days))
    written = [c for h in found.summary for c in h.clauses]
    for number, clause in enumerate(written, 1):
        note = re.search(rf"^\[\^{number}\]: (.+)$", text, re.M)
        assert note
        assert note[1].endswith(f"(event {clause.events[0][:9]})")
    page = brief.render(RECORD, "TGO", "PRT", BOOK, "html", **parts(RECORD, **days))
    for number, clause in enumerate(written, 1):
        assert f'href="#n{number}" id="c{number}"' in page
        assert re.search(rf'<li id="n{number}">.*href="#{clause.events[0]}"', page)
        assert f'id="{clause.events[0]}"' in page


# -- the days asked for ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "chronology", "standing", "changes"),
    [
        pytest.param({}, ["2025-03-03", "2025-03-10", "2025-06-02", "2025-06-20"], ["TGO"], None, id="all"),
        pytest.param({"since": "2025-06-01"}, ["2025-06-02", "2025-06-20"], ["TGO"], ["lifted"], id="since"),
        pytest.param({"until": "2025-03-05"}, ["2025-03-03"], ["PRT"], None, id="until-measures-stand-as-on-that-day"),
        pytest.param(
            {"since": "2025-03-01", "until": "2025-03-31"},
            ["2025-03-03", "2025-03-10"],
            ["PRT", "TGO"],
            ["in force", "in force"],
            id="both",
        ),
    ],
)
def test_the_days_asked_for(days: dict[str, str], chronology: list[str], standing: list[str], changes: Any) -> None:
    found = told(RECORD, "en", **days)
    names = {"TGO": "Togo", "PRT": "Portugal"}
    assert [x.edtf for x in found.chronology] == chronology
    assert sorted(m.imposer[0] for m in found.measures) == sorted(names[s] for s in standing)
    assert (found.changes if found.changes is None else [c.step.kind for c in found.changes]) == changes
    shown = len(found.chronology) + len(found.undated) + len(found.review)
    assert found.counts.outside == 5 - shown


def test_what_is_cited_from_before_is_told_apart() -> None:
    """The bond of March stands in June: its event is cited, and so is on the page."""
    found = told(since="2025-06-01")
    assert [x.edtf for x in found.cited if x.edtf == "2025-03-10"]
    assert "Events of other days" in brief.render(RECORD, "TGO", "PRT", BOOK, "md", **parts(RECORD, since="2025-06-01"))


def test_days_without_an_event_are_refused_with_their_number() -> None:
    with pytest.raises(UsageError, match=r"no event between Togo and Portugal on those days .* 5 lie outside"):
        brief.render(RECORD, "TGO", "PRT", BOOK, "md", **parts(RECORD, since="2024-01-01", until="2024-12-31"))


# -- voices ------------------------------------------------------------------------------------------------


def said(name: str, words: str, outlet: str, stance: Stance, on: str, side: str = "TGO") -> Reading:
    """A page on the two in which a minister speaks of the visa bond."""
    page = document(f"{name}.html", f"Lomé a critiqué Lisbonne. {words}", outlet=outlet, published=day(on))
    topic = Topic("instrument", "visa-bond", 0, 3)
    spoken = Statement(evidence(page, words), SpeechMode.DIRECT, "Afi Kponton", side, topic=topic, stance=stance)
    act = report(page, "Lomé a critiqué Lisbonne.", "accuse", "ACCUSE", "TGO", "PRT", when=when(on))
    return reading(page, act, statements=(spoken,))


LONG = "« Cette caution est injuste, inutile et contraire à notre accord de 2020 »."
CUT = "« Cette caution est injuste, inutile »."
MIND = "« Nous garderons la caution »."
VOICES = gather(
    [
        said("one", LONG, "Le Jour", Stance.AGAINST, "2025-04-01"),
        said("two", CUT, "La Nuit", Stance.AGAINST, "2025-04-02"),
        said("three", MIND, "Le Jour", Stance.FOR, "2025-05-01"),
    ],
    BOOK,
)


def test_where_a_side_stands_and_what_it_said_before() -> None:
    (stand,) = told(VOICES).positions
    assert (stand.side, stand.topic, stand.now.label, stand.now.date) == ("Togo", "visa bond", "for", "1 May 2025")
    assert [(t.label, t.edtf) for t in stand.before] == [("against", "2025-04-02"), ("against", "2025-04-01")]
    assert stand.changed


def test_the_same_words_from_one_outlet_to_another() -> None:
    (wording,) = told(VOICES).wordings
    assert [(x.label, x.quote.outlet) for x in wording.spoken] == [("same words", "Le Jour"), ("cut", "La Nuit")]


@pytest.mark.parametrize("format", ["terminal", "md", "html"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_format_has_every_part(format: str, lang: str) -> None:
    """Summary, what is ahead, positions, wordings, coverage, method: none is only in one of them."""
    record = gather([*STORY, reading(PLANNED, VISIT), *_again(VOICES)], BOOK)
    text = brief.render(record, "TGO", "PRT", BOOK, format, lang, **parts(record, since="2025-01-01"))
    say = labels(lang)
    keys = ("summary", "ahead", "settled", "changed", "positions", "wordings", "gaps", "method_head", "rule_head")
    plain = text.replace("&#39;", "'")
    assert [key for key in keys if say(f"ui.{key}") not in plain] == []


def _again(record: Record) -> list[Reading]:
    by_page = {d.id: d for d in record.documents}
    return [
        reading(
            page,
            *(r for r in record.reports if r.evidence.document == name),
            statements=tuple(s for s in record.statements if s.evidence.document == name),
        )
        for name, page in by_page.items()
    ]


# -- coverage and method -----------------------------------------------------------------------------------


def test_weeks_that_nobody_read_are_counted_and_the_longest_silence_named() -> None:
    found = told().coverage
    assert (found.weeks, found.unread) == (15, 9)
    assert found.gap == "from 7 April 2025 to 25 May 2025"
    assert [(o.outlet, o.pages, o.own) for o in found.outlets] == [
        ("The Harbour Wire", 3, 3),
        ("Kloto Info", 2, 1),
        ("Le Courrier de Baguida", 2, 2),
        ("outlet unknown", 1, 1),
    ]
    assert found.languages == (("French", 5), ("English", 3))


def test_the_method_says_rule_versions_and_weights() -> None:
    asked = Asked(
        rule="most-precise", versions=(("detente", "9.9"),), read_with=("older", "story"), known_on=day("2025-06-30")
    )
    found = compose(RECORD, "TGO", "PRT", BOOK, "en", None, asked=asked).method
    assert (found.rule_label, found.known_on) == ("the most precise value", "30 June 2025")
    assert found.versions == (("detente", "9.9"), ("codebook", "story"))
    assert found.read_with == ("older",)
    assert ("SANCTION", "sanctions", -6) in found.types
    text = json.loads(brief.render(RECORD, "TGO", "PRT", BOOK, "json", asked=replace(asked)))
    assert text["method"]["statuses"][0] == ["took place", 1]
