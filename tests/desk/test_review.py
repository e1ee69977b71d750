"""Deciding in the browser: forms that are ours alone, judgements that are kept, signed and can be undone."""

import re

import pytest
from starlette.testclient import TestClient

from detente.desk.snapshot import Snapshot
from detente.model import Effect, Verdict


def now(desk: TestClient) -> Snapshot:
    found: Snapshot = desk.app.state.records.now()  # type: ignore[attr-defined]
    return found


def token(desk: TestClient) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', desk.get("/review").text)
    assert found
    return found[1]


def decide(desk: TestClient, **fields: str) -> int:
    got = desk.post("/review/judge", data={"csrf": token(desk), "by": "A. Desk", **fields}, follow_redirects=False)
    return int(got.status_code)


def test_accepted_it_counts_and_undone_it_waits_again(own: TestClient) -> None:
    event = now(own).doubtful[0]
    assert decide(own, id=event.id, verdict="right") == 303
    after = now(own)
    assert not after.events[event.id].review
    (judged,) = after.record.judgements
    assert (judged.judgement.by, judged.judgement.verdict, judged.effect) == ("A. Desk", Verdict.RIGHT, Effect.APPLIED)
    assert judged.judgement.id in own.get(f"/e/{event.id}").text
    own.post("/review/undo", data={"csrf": token(own), "by": "A. Desk", "judgement": judged.judgement.id})
    assert now(own).events[event.id].review


def test_rejected_it_is_gone(own: TestClient) -> None:
    event = now(own).doubtful[0]
    assert decide(own, id=event.id, verdict="wrong") == 303
    assert event.id not in now(own).events


def test_two_that_are_one_become_one(own: TestClient) -> None:
    doubt = now(own).unsettled[0]
    before = len(now(own).record.events)
    assert decide(own, id=doubt.a, other=doubt.b, verdict="same") == 303
    assert len(now(own).record.events) == before - 1


def test_two_that_are_not_are_asked_about_no_more(own: TestClient) -> None:
    doubt = now(own).unsettled[0]
    assert decide(own, id=doubt.a, other=doubt.b, verdict="different") == 303
    assert (doubt.a, doubt.b) not in {(d.a, d.b) for d in now(own).unsettled}


def test_a_field_is_corrected_with_a_reason(own: TestClient) -> None:
    event = next(e for e in now(own).record.events if e.disputed)
    kept = decide(own, id=event.id, verdict="corrected", field="date", value="2031-05-04", note="the decree's own date")
    assert kept == 303
    assert str(now(own).events[event.id].when.earliest) == "2031-05-04"  # type: ignore[union-attr]
    assert "the decree" in own.get(f"/e/{event.id}").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        pytest.param({"verdict": "right", "by": " "}, 400, id="nobody-signs"),
        pytest.param({"verdict": "lovely"}, 400, id="no-such-verdict"),
        pytest.param({"verdict": "undone"}, 400, id="undoing-is-another-form"),
        pytest.param({"verdict": "same"}, 400, id="same-as-nothing"),
        pytest.param({"verdict": "right", "id": "e0"}, 400, id="no-such-event"),
        pytest.param({"verdict": "corrected", "field": "date", "value": "soon"}, 400, id="no-such-day"),
        pytest.param({"verdict": "corrected", "field": "rule", "value": "x"}, 400, id="no-such-field"),
        pytest.param({"verdict": "right", "csrf": "0" * 64}, 403, id="a-form-of-somebody-else"),
        pytest.param({"verdict": "right", "csrf": ""}, 403, id="no-token"),
        pytest.param({"verdict": "right", "note": "x" * 600}, 422, id="too-long"),
    ],
)
def test_what_is_no_decision_is_refused_and_keeps_nothing(own: TestClient, fields: dict[str, str], status: int) -> None:
    assert decide(own, **({"id": now(own).doubtful[0].id} | fields)) == status
    assert now(own).record.judgements == ()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Origin": "https://elsewhere.example"}, id="another-origin"),
        pytest.param({"Origin": "null"}, id="no-origin-to-name"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="the-browser-says-so"),
    ],
)
def test_a_form_sent_from_elsewhere_is_refused(own: TestClient, headers: dict[str, str]) -> None:
    data = {"csrf": token(own), "by": "A. Desk", "id": now(own).doubtful[0].id, "verdict": "right"}
    assert own.post("/review/judge", data=data, headers=headers).status_code == 403
    assert now(own).record.judgements == ()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"]
)
def test_after_a_decision_one_stays_on_the_desk(own: TestClient, back: str) -> None:
    data = {"csrf": token(own), "by": "A. Desk", "id": now(own).doubtful[0].id, "verdict": "right", "back": back}
    got = own.post("/review/judge", data=data, follow_redirects=False)
    assert got.headers["location"].startswith("/review?done=")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("testserver", 200),
        ("testserver:8100", 200),
        ("elsewhere.example", 421),
        ("", 421),
        ("testserver.elsewhere.example", 421),
    ],
)
def test_it_answers_to_its_own_name_only(desk: TestClient, host: str, status: int) -> None:
    assert desk.get("/", headers={"Host": host}).status_code == status
