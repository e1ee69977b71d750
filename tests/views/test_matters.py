"""What two hold against each other, and what came up when they met: in the brief, in every format, on its sentences."""

import pytest

from chronicle.story import BOOK, STORY, document, evidence, reading, report, when
from detente.chronicle import gather
from detente.model import Record, SpeechMode, Stance, Statement, Topic
from detente.views import brief
from detente.views.compose import compose
from detente.views.parts import Brief

RECORD = gather(STORY, BOOK)


def told(record: Record = RECORD, lang: str = "en") -> Brief:
    return compose(record, "TGO", "PRT", BOOK, lang, None)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param("en", [("visa bond", "open", "raised by Portugal and Togo")], id="en"),
        pytest.param("fr", [("caution de visa", "ouvert", "soulevé par le Portugal et le Togo")], id="fr"),
    ],
)
def test_what_each_holds_against_the_other(lang: str, expected: list[tuple[str, str, str]]) -> None:
    found = told(lang=lang).irritants
    assert [(i.topic, i.label, i.said.split(",")[0]) for i in found] == expected


def test_each_stands_on_events_that_the_brief_tells() -> None:
    found = told()
    ids = {x.id for x in (*found.chronology, *found.undated, *found.cited)}
    assert found.irritants
    assert {x.id for i in found.irritants for x in (i.raised, i.answered, i.settled) if x} <= ids
    assert {m.event for meeting in found.meetings for m in meeting.matters} <= ids


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [
        pytest.param("2025-06-03", "came up", id="told-after-the-meeting"),
        pytest.param("2025-05-28", "stood between them, and no page says that it came up", id="printed-before-it"),
    ],
)
def test_what_a_page_said_before_a_meeting_was_not_said_at_it(printed: str, outcome: str) -> None:
    text = "Lomé reçoit Lisbonne. « La caution doit tomber », dit Lomé."
    page = document(f"{printed}.html", text, published=when(printed).earliest)
    met = report(page, "Lomé reçoit Lisbonne.", "meet", "CONSULT", "PRT", "TGO", when=when("2025-06-02"))
    start = page.text.index("caution")
    bond_named = Topic("instrument", "visa-bond", start, start + len("caution"))
    words = Statement(
        evidence(page, "« La caution doit tomber »"),
        SpeechMode.DIRECT,
        "Lomé",
        "TGO",
        topic=bond_named,
        stance=Stance.AGAINST,
    )
    bond = next(r for r in STORY if any(x.act == "impose" for x in r.reports))
    record = gather([bond, reading(page, met, statements=[words])], BOOK)
    (meeting,) = told(record).meetings
    assert [(m.topic, m.label) for m in meeting.matters] == [("visa bond", outcome)]


@pytest.mark.parametrize("format", ["terminal", "md", "html"])
def test_every_format_tells_them(format: str) -> None:
    text = brief.render(RECORD, "TGO", "PRT", BOOK, format, "en")
    assert "What each holds against the other" in text
    assert "Meetings, and what came up" in text
