"""Exports for other tools: each opened by the reader of the tool it is for, each accounting for every row."""

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
import stix2
from hypothesis import given, settings
from prov.model import ProvActivity, ProvDerivation, ProvDocument, ProvEntity
from rocrate.rocrate import ROCrate

from chronicle import story
from chronicle.story import BOOK, STORY, UNREAD
from chronicle.strategies import readings
from detente.api import codebook
from detente.chronicle import gather
from detente.codebook.cameo import cameo, quad
from detente.codebook.entries import KINDS
from detente.model import Reading, Record, Status, UsageError
from detente.views import exports
from detente.views.exports import gdelt
from detente.views.exports.made import sizes

RECORD = gather(STORY, BOOK, UNREAD)
FULL = codebook()


def text(record: Record, format: str) -> str:
    ((_, data),) = exports.make(record, BOOK, format).files
    return data.decode()


def tsv(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(record, "gdelt")), delimiter="\t", quoting=csv.QUOTE_NONE))


def plover(record: Record) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(record, "plover").split("\n") if line]


def annotations(record: Record) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(text(record, "annotations"))["first"]["items"]
    return items


def provenance(record: Record) -> list[str]:
    """The type of every entity."""
    return [e.get("prov:type", "") for e in json.loads(text(record, "prov"))["entity"].values()]


# -- how many rows of a table are in the file, counted in the file -----------------------------------------

COUNTED: dict[str, dict[str, Callable[[Record], int]]] = {
    "plover": {"events": lambda r: len(plover(r))},
    "annotations": {
        "dates": lambda r: sum(":date:" in a["id"] for a in annotations(r)),
        "reports": lambda r: sum(a["motivation"] == "classifying" for a in annotations(r)),
        "statements": lambda r: sum(a["motivation"] == "describing" for a in annotations(r)) - sizes(r)["unsaid"],
    },
    "prov": {
        "documents": lambda r: provenance(r).count("detente:Document"),
        "reports": lambda r: provenance(r).count("detente:Report"),
        "events": lambda r: provenance(r).count("detente:Event"),
    },
}


@given(readings())
@settings(max_examples=30, deadline=None)
def test_written_and_left_out_make_up_the_record(pages: list[Reading]) -> None:
    record = gather(pages, BOOK, UNREAD)
    for format in exports.FORMATS:
        counts = exports.make(record, BOOK, format).counts
        assert {c.table: c.rows for c in counts} == sizes(record)
        assert all(c.rows == c.written + sum(c.left.values()) for c in counts)
        assert {why for c in counts for why in c.left} <= set(exports.WHY)
        for table, count in COUNTED.get(format, {}).items():
            (told,) = (c.written for c in counts if c.table == table)
            assert count(record) == told


def test_the_count_itself_refuses_what_does_not_add_up() -> None:
    with pytest.raises(ValueError, match="events: 3 rows, 2 written"):
        exports.Count("events", 3, 2, {})


# -- PLOVER and CAMEO --------------------------------------------------------------------------------------


def test_an_event_of_plover() -> None:
    (lifted,) = (row for row in plover(RECORD) if row["event_type"] == "CONCEDE")
    assert {key: lifted[key] for key in ("event_date", "intensity", "quad_code", "status", "instrument")} == {
        "event_date": "2025-06-20",
        "intensity": 5.0,
        "quad_code": "VERBAL COOPERATION",
        "status": "occurred",
        "instrument": "visa-bond",
    }
    assert lifted["actor"] == [{"code": "PRT", "name": "Portugal", "country": "PRT", "kind": "state"}]
    assert (lifted["publication_date"], lifted["source"]) == ("2025-06-21", ["The Harbour Wire"])


def test_a_row_of_gdelt() -> None:
    (lifted,) = (row for row in tsv(RECORD) if row["EventCode"] == "085")
    assert len(gdelt.COLUMNS) == 61  # as GDELT 2.0's codebook counts
    assert {k: lifted[k] for k in ("SQLDATE", "Actor1Code", "Actor2CountryCode", "EventRootCode", "QuadClass")} == {
        "SQLDATE": "20250620",
        "Actor1Code": "PRT",
        "Actor2CountryCode": "TGO",
        "EventRootCode": "08",
        "QuadClass": "2",
    }
    assert (lifted["GoldsteinScale"], lifted["DATEADDED"]) == ("7.0", "20250621000000")


@given(readings())
@settings(max_examples=20, deadline=None)
def test_gdelt_has_a_row_for_every_pair_of_an_event_that_plover_has(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    near = [e for e in plover(record) if len(e["event_date_edtf"]) > len("2025")]  # a year is no day
    pairs = [(len(e["actor"]), len(e["recipient"])) for e in near]
    assert len(tsv(record)) == sum(a * r or max(1, a * (a - 1) // 2) for a, r in pairs)


def test_no_two_rows_of_gdelt_have_one_number() -> None:
    numbers = [row["GLOBALEVENTID"] for row in tsv(RECORD)]
    assert len(set(numbers)) == len(numbers) > 3


def test_types_come_back_from_cameo() -> None:
    back = {code: name for name, code in cameo().types.items()}
    assert {back[code] for code in cameo().types.values()} == set(FULL.plover.types)


def test_cameo_names_only_what_the_codebook_has() -> None:
    found = cameo()
    assert set(found.acts) <= set(FULL.acts)
    assert set(found.effects) <= set(FULL.plover.compose)
    assert {n for row in found.effects.values() for n in row} <= {*KINDS, *FULL.instruments}
    assert {quad(code) for code in found.goldstein} == {1, 2, 3, 4}


def test_the_docs_show_the_mapping_as_it_is() -> None:
    shown = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    found = cameo()
    for name, code in found.types.items():
        assert f"| {name} | {code} | {found.goldstein[code]:+g} |" in shown
    for code in set(found.acts.values()):
        names = ", ".join(sorted(name for name, own in found.acts.items() if own == code))
        assert f"| {code} | {found.goldstein[code]:+g} | {names} |" in shown
    for effect, row in found.effects.items():
        cells = " | ".join(row.get(kind, "–") for kind in ("restriction", "passage", "benefit", "tie", "force"))
        assert f"| {effect} | {cells} |" in shown


def test_the_docs_name_every_format_and_every_reason() -> None:
    shown = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [f for f in exports.FORMATS if f"| `{f}` |" not in shown] == []
    assert [why for key, why in exports.WHY.items() if f"| {why} |" not in shown and key != "other-table"] == []


@pytest.mark.parametrize("name", [name for name, act in FULL.acts.items() if act.type])
def test_an_act_is_as_friendly_in_cameo_as_in_plover(name: str) -> None:
    code = cameo().acts.get(name) or cameo().types[FULL.acts[name].type or ""]
    assert (cameo().goldstein[code] > 0) == (FULL.plover.types[FULL.acts[name].type or ""].intensity > 0)


@pytest.mark.parametrize("effect", FULL.plover.compose)
def test_a_step_is_as_friendly_in_cameo_as_in_plover(effect: str) -> None:
    for kind, type_ in FULL.plover.compose[effect].items():
        code = cameo().effects[effect][kind]
        assert (cameo().goldstein[code] > 0) == (FULL.plover.types[type_].intensity > 0), kind


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(Status.OCCURRED, "163", id="done"),
        pytest.param(Status.PLANNED, "130", id="ahead: a threat"),
        pytest.param(Status.ALLEGED, "163", id="only claimed"),
    ],
)
def test_what_is_only_planned_is_an_intent(status: Status, code: str) -> None:
    (event,) = (e for e in RECORD.events if e.actors == ("PRT",) and e.instrument == "visa-bond" and e.act == "impose")
    assert cameo().code(replace(event, status=status), "impose", "restriction") == code


# -- evidence and lineage ----------------------------------------------------------------------------------


@given(readings())
@settings(max_examples=30, deadline=None)
def test_every_annotation_is_where_it_says(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    texts = {f"urn:detente:document:{d.id}": d.text for d in record.documents}
    for item in annotations(record):
        position, quote = item["target"][0]["selector"]
        whole = texts[item["target"][0]["source"]]
        assert whole[position["start"] : position["end"]] == quote["exact"]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in whole


def test_annotations_have_what_the_standard_asks() -> None:
    whole = json.loads(text(RECORD, "annotations"))
    assert (whole["@context"], whole["type"], whole["total"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        len(whole["first"]["items"]),
    )
    ids = [item["id"] for item in whole["first"]["items"]]
    assert len(set(ids)) == len(ids)
    assert all(item["type"] == "Annotation" and item["target"] for item in whole["first"]["items"])


@given(readings())
@settings(max_examples=20, deadline=None)
def test_an_event_leads_back_to_its_pages(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    document = ProvDocument.deserialize(content=text(record, "prov"), format="json")
    made_of: dict[str, set[str]] = {}
    for derived in document.get_records(ProvDerivation):
        new, old = (str(value) for _, value in derived.formal_attributes[:2])
        made_of.setdefault(new, set()).add(old)
    for event in record.events:
        sentences = made_of[f"detente:{event.id}"]
        articles = set().union(*(made_of[s] for s in sentences))
        printed = {old for a in articles for old in made_of[a] if old.startswith("page:")}
        assert printed == {
            f"page:{p.page}" for p in record.documents if p.id in {r.evidence.document for r in event.reports}
        }
    assert len(list(document.get_records(ProvActivity))) == 2
    rows = sizes(record)
    held = len({d.page for d in record.documents}) + rows["documents"] + rows["reports"] + rows["events"]
    assert len(list(document.get_records(ProvEntity))) == held + 1  # and the codebook


# -- actors, sanctions, reports ----------------------------------------------------------------------------


def ftm(record: Record) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(record, "ftm").split("\n") if line]


def bundle(record: Record) -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = json.loads(text(record, "stix")).get("objects", [])
    return objects


@given(readings())
@settings(max_examples=20, deadline=None)
def test_followthemoney_keeps_every_property(pages: list[Reading]) -> None:
    model = pytest.importorskip("followthemoney").model
    types = pytest.importorskip("followthemoney.types").registry
    for row in ftm(gather(pages, BOOK)):
        proxy = pytest.importorskip("followthemoney.proxy").EntityProxy.from_dict(row, cleaned=False)
        assert proxy.schema.name in model.schemata
        for name, values in row["properties"].items():
            kept = proxy.get(name)
            assert kept, (row["schema"], name, values)
            if proxy.schema.get(name).type in (types.date, types.entity, types.country):
                assert sorted(kept) == sorted(set(values))


def test_a_measure_is_a_sanction_and_its_ends_are_entities() -> None:
    rows = {row["id"]: row for row in ftm(RECORD)}
    bond = next(r for r in rows.values() if r["schema"] == "Sanction" and r["properties"]["authority"] == ["Portugal"])
    assert {k: bond["properties"][k] for k in ("program", "status", "startDate", "endDate")} == {
        "program": ["visa bond"],
        "status": ["lifted"],
        "startDate": ["2025-03-03"],
        "endDate": ["2025-06-20"],
    }
    named = {v for r in rows.values() for key in ("entity", "proof", "involved") for v in r["properties"].get(key, ())}
    assert named <= set(rows)


@given(readings())
@settings(max_examples=15, deadline=None)
def test_stix_reads_every_object(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    read = stix2.parse(text(record, "stix"), allow_custom=False, version="2.1")
    objects = bundle(record)
    assert len(getattr(read, "objects", [])) == len(objects)
    ids = {o["id"] for o in objects}
    assert len(ids) == len(objects)
    for one in objects:
        assert {one[k] for k in ("source_ref", "target_ref") if k in one} | set(one.get("object_refs", ())) <= ids


def test_the_pages_of_a_bundle_are_reports() -> None:
    reports = [o for o in bundle(RECORD) if o["type"] == "report"]
    assert {o["name"] for o in reports} >= {"Portugal drops bond", "Reprise du dialogue"}
    (lifted,) = (o for o in reports if o["name"] == "Portugal drops bond")
    (relation,) = (o for o in bundle(RECORD) if o["type"] == "relationship" and "plover:CONCEDE" in o["labels"])
    assert relation["id"] in lifted["object_refs"]
    assert relation["start_time"] == "2025-06-20T00:00:00.000Z"


def test_networkx_reads_the_graph() -> None:
    graph = networkx.parse_graphml(text(RECORD, "graphml"), force_multigraph=True)
    assert graph.nodes["PRT"] == {"label_en": "Portugal", "label_fr": "Portugal", "kind": "state"}
    toward = {(a, b): d for a, b, d in graph.edges(data=True) if not d["together"]}
    assert (toward["PRT", "TGO"]["conflict"], toward["PRT", "TGO"]["first"]) == (1, "2025-03-03")
    assert toward["GHA", "TGO"]["cooperation"] == 1


@given(readings())
@settings(max_examples=20, deadline=None)
def test_the_graph_has_every_event_that_is_written(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    graph = networkx.parse_graphml(text(record, "graphml"), force_multigraph=True)
    (count,) = (c for c in exports.make(record, BOOK, "graphml").counts if c.table == "events")
    assert len({i for _, _, ids in graph.edges(data="ids") for i in ids.split()}) == count.written


# -- days --------------------------------------------------------------------------------------------------


def test_a_calendar_reads_what_is_announced() -> None:
    planned = gather([r for r in STORY if r.document.uri == "pages/annonce.txt"], BOOK)
    (entry,) = icalendar.Calendar.from_ical(text(planned, "ical")).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2025, 6, 2), date(2025, 6, 3))
    assert entry["summary"] == "Portugal meets Togo (planned)"
    assert "Un envoyé portugais est attendu à Lomé le 2 juin 2025." in str(entry["description"])
    assert entry["location"] == "Lomé"


@given(readings())
@settings(max_examples=30, deadline=None)
def test_a_calendar_holds_planned_days_alone(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    entries = icalendar.Calendar.from_ical(text(record, "ical")).walk("VEVENT")
    ahead = {e.id: e for e in record.events if e.status is Status.PLANNED}
    (count,) = (c for c in exports.make(record, BOOK, "ical").counts if c.table == "events")
    assert len(entries) == count.written
    for entry in entries:
        event = ahead[str(entry["uid"]).removesuffix("@detente")]
        assert event.when
        assert entry.decoded("dtstart") == event.when.earliest
        assert entry.decoded("dtend") - timedelta(days=1) == (event.when.latest or event.when.earliest)


@given(readings())
@settings(max_examples=30, deadline=None)
def test_a_timeline_is_in_order_and_says_no_more_than_is_known(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    slides = json.loads(text(record, "timeline"))["events"]
    known = {e.id: e for e in record.events}
    starts = []
    for slide in slides:
        when = known[slide["unique_id"]].when
        assert when
        start = slide["start_date"]
        starts.append((start["year"], start.get("month", 1), start.get("day", 1)))
        assert len(start) == (3 if "/" in when.edtf else when.edtf.count("-") + 1), when.edtf
    assert starts == sorted(starts)
    (count,) = (c for c in exports.make(record, BOOK, "timeline").counts if c.table == "events")
    assert len(slides) == count.written


def test_a_page_writes_no_html_into_a_timeline() -> None:
    page = story.document("pages/x.html", "<script>x</script> Le Portugal rencontre le Togo le 2 juin 2025.")
    told = story.report(page, page.text, "meet", "CONSULT", "PRT", "TGO", when=story.when("2025-06-02"))
    (slide,) = json.loads(text(gather([story.reading(page, told)], BOOK), "timeline"))["events"]
    assert "<script>" not in slide["text"]["text"]
    assert "&lt;script&gt;" in slide["text"]["text"]


# -- claims and the crate ----------------------------------------------------------------------------------


def test_a_claim_has_what_a_review_of_it_needs() -> None:
    (item,) = json.loads(text(RECORD, "claims"))["itemListElement"]
    claim = item["item"]
    assert (claim["@type"], claim["datePublished"], claim["inLanguage"]) == ("Claim", "2025-03-11", "fr")
    assert claim["author"] == {
        "@type": "Person",
        "name": "Le ministère togolais",
        "affiliation": {"@type": "Organization", "name": "Togo"},
    }
    assert claim["appearance"]["publisher"]["name"] == "Le Courrier de Baguida"


def test_a_crate_opens_and_its_files_are_what_it_says(tmp_path: Path) -> None:
    made = exports.make(RECORD, BOOK, "crate")
    for name, data in made.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    crate = ROCrate(tmp_path)
    listed = {e.id: e for e in crate.data_entities}
    assert set(listed) == {name for name, _ in made.files} - {"ro-crate-metadata.json"}
    for name, data in made.files[1:]:
        assert listed[name]["sha256"] == sha256(data).hexdigest()
    assert crate.root_dataset["datePublished"] == "2025-06-22"


# -- what is missing ---------------------------------------------------------------------------------------


def test_a_missing_library_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(UsageError, match=r"ical needs icalendar: pip install 'detente\[exports\]'"):
        exports.make(RECORD, BOOK, "ical")
