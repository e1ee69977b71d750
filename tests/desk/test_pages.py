"""The pages of the desk on a real record: what each shows, in both languages, and how it says that something is not there."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from starlette.testclient import TestClient

import detente
from detente.desk.snapshot import Snapshot
from detente.model import Basis, Event, When

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGES = ("en", "fr")
MARCH = When(date(2031, 3, 1), date(2031, 3, 31), "2031-03", Basis.STATED)
Holds = Callable[[Event, set[str | None]], bool]  # of an event and its outlets
MOST = 300_000  # bytes of a page


def words(html: str) -> str:
    """What a reader sees, on one line."""
    body = re.sub(r"(?s)<(script|style|title|desc)\b.*?</\1>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def addresses(snapshot: Snapshot) -> dict[str, str]:
    """Every kind of page, of things that the record has."""
    disputed = next(e for e in snapshot.record.events if e.disputed)
    page = next(d for d in snapshot.record.documents if d.title and "Dakar" in d.title)
    return {
        "home": "/",
        "relation": "/r/CAN/SEN",
        "filtered": "/r/CAN/SEN?type=SANCTION&since=2031-02-01&until=2031-03-31&order=old",
        "known": "/r/CAN/SEN?as_known_on=2031-02-20",
        "measures": "/r/CAN/SEN/measures?on=2031-03-20",
        "event": f"/e/{disputed.id}",
        "page": f"/p/{page.id.replace('#', '.')}",
        "review": "/review",
        "pairs": "/review?kind=pairs",
        "people": "/people",
        "person": f"/person/{snapshot.offices[0].person}",
        "statements": "/statements",
        "outlets": "/outlets",
        "search": "/search?q=visa",
        "add": "/add",
        "views": "/views",
    }


KINDS = ("home", "relation", "filtered", "known", "measures", "event", "page", "review", "pairs", "people", "person",
         "statements", "outlets", "search", "add", "views")  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_stands(desk: TestClient, snapshot: Snapshot, kind: str, language: str) -> None:
    got = desk.get(addresses(snapshot)[kind], headers={"Accept-Language": language})
    assert got.status_code == 200
    assert got.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in got.text
    assert len(got.content) < MOST


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_carries_script_or_style_of_its_own(desk: TestClient, snapshot: Snapshot, kind: str) -> None:
    html = desk.get(addresses(snapshot)[kind]).text
    assert re.findall(r"<script(?! src=\"/static/)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=\"", html) == []
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", html) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_somewhere(desk: TestClient, snapshot: Snapshot, kind: str) -> None:
    html = desk.get(addresses(snapshot)[kind]).text
    for link in sorted({unescape(h).partition("#")[0] for h in re.findall(r'href="([^"]+)"', html)} - {""}):
        if not link.startswith("?"):
            assert desk.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        pytest.param("/r/CAN/XXQ", 404, "no state or bloc is called", id="no-such-actor"),
        pytest.param("/r/CAN/CAN", 404, "a relation takes two", id="one-actor-twice"),
        pytest.param("/r/CAN/JPN", 404, "no event between CAN and JPN", id="nothing-between"),
        pytest.param("/r/CAN/SEN?since=yesterday", 400, "since=yesterday is not a day", id="no-day"),
        pytest.param("/r/CAN/SEN?n=-1", 400, "n=-1 is not a number", id="no-number"),
        pytest.param("/r/CAN/SEN?support=many", 400, "support=many is not a number", id="no-count"),
        pytest.param("/e/e0", 404, "No event or report has the id e0", id="no-such-event"),
        pytest.param("/p/beef", 404, "No page has the id beef", id="no-such-page"),
        pytest.param("/p/beef/why", 404, "No page has the id beef", id="no-such-page-to-explain"),
        pytest.param("/person/Nobody", 404, "name nobody Nobody", id="nobody"),
        pytest.param("/nowhere", 404, "There is no such page here", id="nowhere"),
        pytest.param("/review/judge", 405, "This cannot be done so", id="a-form-is-not-read"),
        pytest.param("/static/../app.py", 404, "There is no such page here", id="out-of-the-folder"),
    ],
)
def test_what_is_not_there_is_said_in_words(desk: TestClient, address: str, status: int, says: str) -> None:
    got = desk.get(address)
    assert got.status_code == status
    assert says in words(got.text)


def test_names_lead_to_codes_and_the_filters_stay(desk: TestClient) -> None:
    got = desk.get("/r/Canada/Sénégal?type=SANCTION", follow_redirects=False)
    assert got.headers["location"] == "/r/CAN/SEN?type=SANCTION"


def test_a_language_asked_for_is_remembered(desk: TestClient) -> None:
    client = TestClient(desk.app, headers={"Accept-Language": "de"})
    assert client.get("/").headers["Content-Language"] == "en"
    assert client.get("/?lang=fr").headers["Content-Language"] == "fr"
    assert client.get("/outlets").headers["Content-Language"] == "fr"


# -- the relation -------------------------------------------------------------------------------------------------


def test_a_relation_says_what_the_brief_says(desk: TestClient, snapshot: Snapshot) -> None:
    """Measures in force are those of the ledger on the last day, each with who says so; all events can be paged through."""
    day = snapshot.last_day
    assert day
    standing = snapshot.opened.in_force("CAN", "SEN", day)
    html = desk.get("/r/CAN/SEN").text
    section = html[html.index('id="measures"') : html.index('id="curve"')]
    assert sorted(re.findall(r'<article class="measure [^"]*" id="(\w+)"', section)) == sorted(
        s.measure.id for s in standing
    )
    assert section.count('<figcaption><a href="/p/') == len(standing)


def listed(desk: TestClient, query: str = "") -> list[str]:
    """Ids of all events of the chronology, through its pages."""
    found: list[str] = []
    address = f"/r/CAN/SEN{query}"
    while address:
        html = desk.get(address).text
        found += re.findall(r'<article class="event [^"]*" id="(\w+)"', html)
        after = re.search(r'rel="next" href="([^"#]+)', html)
        address = unescape(after[1]) if after else ""
    return found


def test_the_chronology_holds_every_event_that_counts(desk: TestClient, snapshot: Snapshot) -> None:
    whole = [e.id for e in snapshot.opened.relation("CAN", "SEN").events if not e.review]
    new, old = listed(desk), listed(desk, "?order=old")
    assert sorted(new) == sorted(old) == sorted(whole)
    dated = [i for i in old if snapshot.events[i].when]
    assert new[: len(dated)] == dated[::-1]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        pytest.param("?type=SANCTION", lambda e, _: e.type == "SANCTION", id="type"),
        pytest.param("?status=planned", lambda e, _: e.status == "planned", id="status"),
        pytest.param("?side=SEN", lambda e, _: "SEN" in e.actors, id="side"),
        pytest.param("?instrument=visa-bond", lambda e, _: e.instrument == "visa-bond", id="instrument"),
        pytest.param("?support=2", lambda e, _: e.independent_sources >= 2, id="support"),
        pytest.param("?disputed=1", lambda e, _: bool(e.disputed), id="disputed"),
        pytest.param("?outlet=Le+Fleuve+Quotidien", lambda e, outlets: "Le Fleuve Quotidien" in outlets, id="outlet"),
        pytest.param(
            "?since=2031-03-01&until=2031-03-31",
            lambda e, _: e.when is not None and e.when.meets(MARCH),
            id="period",
        ),
    ],
)
def test_a_filter_leaves_what_it_should(desk: TestClient, snapshot: Snapshot, query: str, holds: Holds) -> None:
    whole = [e for e in snapshot.opened.relation("CAN", "SEN").events if not e.review]
    outlets = {d.id: d.outlet for d in snapshot.record.documents}
    expected = [e.id for e in whole if holds(e, {outlets[r.evidence.document] for r in e.reports})]
    found = listed(desk, query)
    assert sorted(found) == sorted(expected)
    assert len(found) < len(whole)


def test_as_known_on_a_day_is_the_record_of_the_pages_of_that_time(desk: TestClient, record: object) -> None:
    then = detente.open(str(record), known_on=date(2031, 2, 20)).relation("CAN", "SEN")
    assert sorted(listed(desk, "?as_known_on=2031-02-20")) == sorted(e.id for e in then.events if not e.review)


def test_what_sources_dispute_stands_side_by_side(desk: TestClient) -> None:
    text = words(desk.get("/r/MLI/NER").text)
    assert "Where sources disagree 1" in text
    assert text.index("3 May 2031 Le Mali a expulsé") < text.index("5 May 2031 Le Mali a expulsé")


# -- an event, a page ---------------------------------------------------------------------------------------------


def test_an_event_shows_every_value_with_who_gives_it(desk: TestClient, snapshot: Snapshot) -> None:
    event = next(e for e in snapshot.record.events if e.disputed and "MLI" in e.actors)
    text = words(desk.get(f"/e/{event.id}").text)
    for report in event.reports:
        assert report.evidence.quote.split(". ")[0][:60] in text
        assert report.rule in text
    assert "date 3 May 2031 Le Courrier" in text
    assert "5 May 2031 La Voix du Fleuve" in text


def test_a_report_leads_to_its_event(desk: TestClient, snapshot: Snapshot) -> None:
    event = snapshot.record.events[0]
    got = desk.get(f"/e/{event.reports[0].id}", follow_redirects=False)
    assert got.headers["location"] == f"/e/{event.id}#{event.reports[0].id}"


def test_a_page_shows_its_text_whole_and_each_mention_leads_to_its_code(desk: TestClient, snapshot: Snapshot) -> None:
    for page in snapshot.record.documents:
        html = desk.get(f"/p/{page.id.replace('#', '.')}").text
        text = html[html.index('<article class="text"') : html.index("<aside")]
        shown = [
            unescape(re.sub(r"<[^>]+>", "", p))
            for p in re.findall(r"(?s)<(?:p|h2) class=\"\w+\">(.*?)</(?:p|h2)>", text)
        ]
        assert shown == [page.text[b.start : b.end] for b in page.blocks]
        ids = {r.id for r in snapshot.by_page.get(page.id, ())} | {s.id for s in snapshot.said_on.get(page.id, ())}
        assert {i for of in re.findall(r'data-of="([^"]+)"', text) for i in of.split()} == ids
        assert set(re.findall(r'data-id="(\w+)"', html)) == ids


def test_a_page_is_explained_sentence_by_sentence(desk: TestClient, snapshot: Snapshot) -> None:
    page = next(d for d in snapshot.record.documents if snapshot.by_page.get(d.id))
    text = words(desk.get(f"/p/{page.id}/why").text)
    for report in snapshot.by_page[page.id]:
        assert report.rule in text


def test_markup_in_a_title_an_outlet_or_a_sentence_is_shown_and_never_run(desk: TestClient, snapshot: Snapshot) -> None:
    page = next(d for d in snapshot.record.documents if "<script>" in (d.title or ""))
    for address in (
        f"/p/{page.id}",
        f"/p/{page.id}/why",
        "/r/MLI/NER",
        "/outlets",
        "/search?q=expulse",
        "/r/MLI/NER/feed.atom",
    ):
        html = desk.get(address).text
        assert "<script>alert" not in html, address
        assert "<img" not in html, address
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in desk.get(f"/p/{page.id}").text


# -- people, statements, outlets, search, feed ----------------------------------------------------------------------


def test_a_person_has_offices_and_words(desk: TestClient, snapshot: Snapshot) -> None:
    office = snapshot.offices[0]
    assert office.person in words(desk.get("/people").text)
    assert office.role in words(desk.get(f"/person/{office.person}").text)


def test_statements_of_a_side(desk: TestClient, snapshot: Snapshot) -> None:
    said = [s for s in snapshot.record.statements if s.side == "SEN"]
    assert f"Statements {len(said)}" in words(desk.get("/statements?side=SEN").text)


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        pytest.param("diplomates expulsés", "expel", id="endings-do-not-matter"),
        pytest.param("Senegal caution", "visa-bond", id="accents-do-not-matter"),
        pytest.param('"deux diplomates"', "expel", id="a-phrase"),
    ],
)
def test_search_finds_events(desk: TestClient, snapshot: Snapshot, asked: str, finds: str) -> None:
    html = desk.get("/search", params={"q": asked, "kind": "event"}).text
    ids = re.findall(r'<article class="event [^"]*" id="(\w+)"', html)
    assert any(finds in (snapshot.events[i].act, snapshot.events[i].instrument) for i in ids)


@pytest.mark.parametrize(
    "asked", ['"', "a OR b NEAR/2 *", "'; DROP TABLE kept; --", "text: x", "\x00", "(", "*", "-" * 200]
)
def test_any_question_is_a_question(desk: TestClient, asked: str) -> None:
    assert desk.get("/search", params={"q": asked}).status_code == 200


def test_the_feed_tells_events_and_steps_newest_first(desk: TestClient, snapshot: Snapshot) -> None:
    feed = ET.fromstring(desk.get("/r/CAN/SEN/feed.atom").text)
    days = [e.findtext("a:updated", "", ATOM) for e in feed.findall("a:entry", ATOM)]
    ids = [e.findtext("a:id", "", ATOM) for e in feed.findall("a:entry", ATOM)]
    assert days == sorted(days, reverse=True)
    assert len(set(ids)) == len(ids) > 10
    assert feed.findtext("a:updated", "", ATOM) == days[0]
    steps = {f"{m.id}-{s.event}" for m in snapshot.record.measures for s in m.steps}
    assert {i.rpartition(":")[2] for i in ids} & steps
