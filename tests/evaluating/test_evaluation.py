"""A record beside coded pages: the sample pages, and small ones whose answer is known."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from coded import book
from detente.evaluating import Gold, evaluate, gold
from detente.model import Evaluation, UsageError

ROOT = Path(__file__).parents[2]
TOLD = "Le Bénin a rappelé son ambassadeur au Niger."


def report(**more: Any) -> dict[str, Any]:
    whole = {"id": "r", "document": "d", "type": "SANCTION", "actors": ["BEN"], "recipients": ["NER"], "date": None}
    return {**whole, "status": "occurred", "event": "e", "start": 0, "end": len(TOLD), "text": TOLD, **more}


def event(**more: Any) -> dict[str, Any]:
    return {"key": "k", "type": "SANCTION", "actors": ["BEN"], "recipients": ["NER"], "evidence": TOLD, **more}


def page(*events: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"page": "a.html", "language": "fr", "relevant": True, "events": list(events), **more}


def tree(*reports: dict[str, Any], **more: Any) -> dict[str, Any]:
    article = {"id": "d", "uri": "pages/a.html?x=1", "language": "fr", "relevant": True, "text": TOLD}
    return {"documents": [article], "reports": list(reports), "statements": [], "dates": [], **more}


def found(coded: dict[str, Any], ours: dict[str, Any], **cross: Any) -> Evaluation:
    return evaluate(Gold({"a": coded}, cross, ()), ours, book())


OUTCOMES = [
    pytest.param([event()], [report()], ["right"], id="right"),
    pytest.param([event(type="AID|SANCTION")], [report()], ["right"], id="a type that is accepted"),
    pytest.param([event(type="AID")], [report()], ["type"], id="another type"),
    pytest.param([event(actors=["NER"], recipients=["BEN"])], [report()], ["direction"], id="reversed"),
    pytest.param([event(status="planned")], [report()], ["status"], id="another status"),
    pytest.param([event(date="2031-04")], [report(date="2031-05-01")], ["date"], id="another month"),
    pytest.param([event()], [], ["missed"], id="missed"),
    pytest.param([], [report()], ["extra"], id="too many"),
    pytest.param([event()], [report(), report(id="s")], ["right", "extra"], id="each is put beside one"),
    pytest.param([event(evidence="rien de commun ici")], [report()], ["missed", "extra"], id="another sentence"),
    pytest.param([event(recipients=["TGO"])], [report()], ["missed", "extra"], id="other parties"),
]


@pytest.mark.parametrize(("coded", "ours", "outcomes"), OUTCOMES)
def test_what_is_wrong_of_a_report(coded: list[Any], ours: list[Any], outcomes: list[str]) -> None:
    assert [row.outcome for row in found(page(*coded), tree(*ours)).compared] == outcomes


def test_levels_are_reached_one_after_the_other() -> None:
    got = found(page(event(date="2031-04-02", status="planned")), tree(report(date="2031-04")))
    assert [got[f"mentions.{level}.f1"] for level in ("type", "direction", "near_date", "date", "status", "full")] == [
        1, 1, 1, 0, 0, 0,
    ]  # fmt: skip


def test_a_page_that_was_not_read_counts_and_is_named() -> None:
    got = found(page(event(), page="b.html"), tree(report()))
    assert (got["pages.read"], got["mentions.type.recall"], got["page.language"]) == (0, 0, 0)
    assert [(r.where, r.reason, r.detail) for r in got.refused] == [("a", "not-in-record", "b.html")]


def test_measures() -> None:
    want = [
        {"instrument": "visa-bond", "imposer": ["BEN"], "target": ["NER"], "start": "2031", "state": "lifted"},
        {"instrument": "aid (military)", "imposer": "BEN", "target": "NER", "reciprocal_of": "x", "state": None},
        {"instrument": "border", "imposer": ["NER"], "target": ["BEN"], "state": "in force"},
    ]
    ours = [
        {"instrument": "visa-bond", "imposer": ["BEN"], "target": ["NER"], "start": "2031-04", "state": "in force"},
        {"instrument": "aid", "imposer": ["BEN"], "target": ["NER"], "start": None, "state": "lifted"},
        {"instrument": "border", "imposer": ["BEN"], "target": ["NER"], "start": None, "state": "in force"},
    ]
    got = found(page(), tree(measures=ours), measures=want)
    names = ("precision", "recall", "state", "start", "reciprocity")
    assert [round(got[f"measures.{name}"], 3) for name in names] == [0.667, 0.667, 0.333, 0.667, 0.0]


def test_one_event_on_two_pages_and_what_is_disputed_of_it() -> None:
    pages = {"a": page(event()), "b": page(event(), page="b.html")}
    whole = tree(report(), report(id="s", document="f"))
    whole["documents"].append({"id": "f", "uri": "b.html", "text": TOLD, "copy_of": "d"})
    whole["contradictions"] = [{"event": "e", "field": "date"}]
    cross: dict[str, Any] = {"clusters": {"k": ["a", "b"]}, "duplicates": [["a", "b"]]}
    cross["contradictions"] = [{"key": "k", "field": "date"}, {"key": "k", "field": "place"}]
    got = evaluate(Gold(pages, cross, ()), whole, book())
    assert (got["events.joined"], got["events.b3.f1"], got["duplicates.f1"]) == (1, 1, 1)
    assert got["contradictions.recall"] == 0.5
    whole["reports"][1]["event"] = "another"
    apart = evaluate(Gold(pages, cross, ()), whole, book())
    assert (apart["events.joined"], apart["events.b3.precision"], apart["events.b3.recall"]) == (0, 1, 0.5)


def sample() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((ROOT / "examples/expected/record.json").read_text(encoding="utf-8"))
    return whole


KINDS = ("reports", "statements", "dates")


def test_a_record_agrees_with_itself() -> None:
    whole = sample()
    pages = {}
    for article in whole["documents"]:
        rows = {kind: [r for r in whole[kind] if r["document"] == article["id"]] for kind in KINDS}
        events = [{**r, "evidence": r["text"], "key": r["event"]} for r in rows["reports"]]
        said = [{**s, "evidence": s["text"]} for s in rows["statements"]]
        pages[article["id"]] = {
            **article,
            "page": article["uri"],
            "body": article["text"],
            "events": events,
            "statements": said,
            "dates": rows["dates"],
        }
    got = evaluate(Gold(pages, {"measures": whole["measures"]}, ()), whole, book())
    short = {f.name: f.value for f in got.figures if f.value < 1}
    assert set(short) <= {"measures.state"}, short
    assert {row.outcome for row in got.compared} == {"right"}


def test_the_sample_pages() -> None:
    got = evaluate(gold(ROOT / "examples/gold"), sample(), book())
    assert got["pages.read"] == got["evidence.exact"] == 1
    assert got["mentions.type.f1"] >= 0.7
    assert {row.outcome for row in got.compared} >= {"right", "missed", "extra"}
    assert not got.refused


def test_evidence_that_is_not_where_it_is_said_to_be() -> None:
    whole = deepcopy(tree(report()))
    whole["reports"][0]["start"] = 1
    assert found(page(), whole)["evidence.exact"] == 0


BAD = [
    pytest.param("{", "not-json", id="no JSON"),
    pytest.param("[]", "not-gold", id="no object"),
    pytest.param('{"events": []}', "which page it codes", id="no page"),
    pytest.param('{"page": "a", "events": {}}', "events is no list", id="no list"),
    pytest.param('{"page": "a", "events": [{"type": "AID"}]}', "events 1: no evidence", id="no evidence"),
    pytest.param('{"page": "a", "events": [{"type": "AID", "evidence": "x", "actors": [1]}]}', "actors", id="no codes"),
    pytest.param('{"page": "a", "statements": ["x"]}', "statements 1", id="no row"),
    pytest.param(
        '{"page": "a", "events": [{"type": "AID", "evidence": "x", "date": 2031}]}', "date is no text", id="a number"
    ),
    pytest.param('{"page": "a", "title": 5}', "title is no text", id="a number for a title"),
    pytest.param("[" * 100_000, "not-json", id="nested too deep"),
]


@pytest.mark.parametrize(("text", "said"), BAD)
def test_gold_that_is_none_is_refused_with_its_reason(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text('{"page": "a.html"}', encoding="utf-8")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    coded = gold(tmp_path)
    assert list(coded.pages) == ["good"]
    (refusal,) = coded.refused
    assert refusal.where == "bad.json"
    assert said in refusal.reason + refusal.detail


FOLDERS = [
    pytest.param({}, "no coded page", id="empty"),
    pytest.param({"a.json": "{"}, "a.json", id="only what is none"),
    pytest.param({"a.json": '{"page": "a"}', "cross.json": "[]"}, "cross.json", id="cross.json is none"),
    pytest.param(
        {"a.json": '{"page": "a"}', "cross.json": '{"measures": [{}]}'}, "measures 1", id="a measure of nothing"
    ),
    pytest.param(
        {"a.json": '{"page": "a"}', "cross.json": '{"clusters": []}'}, "clusters", id="clusters are no object"
    ),
]


@pytest.mark.parametrize(("files", "said"), FOLDERS)
def test_a_folder_that_cannot_be_used(files: dict[str, str], said: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        gold(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        gold(tmp_path / "none")
