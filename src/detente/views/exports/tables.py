"""The record as flat tables with typed columns: what spreadsheets and data frames open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from detente.model import Measure, Record, When
from detente.views.export import tree
from detente.views.exports.made import Row

SPAN = "start:int end:int text"
PAGE = "uri title outlet published:day copy_of"  # of the page, beside each of its reports
DAYS = "{0}_first:day {0}_last:day"  # the days that an EDTF date spans, None for an open end

# One line a table: its columns, each a text unless it says int, real, flag, day or list.
SHAPES = {
    "documents": "id uri title outlet byline published:day language text relevant:flag copy_of page agency canonical_url "
    "published_basis published_doubt modified:day section origin revision_of",
    "dates": f"document {SPAN} edtf {DAYS.format('edtf')} basis reason unvalued anchor_start:int anchor_end:int",
    "reports": "id event date basis type mode act effect instrument actors:list recipients:list status people:list place "
    f"amount attributed_to contexts:list confidence:real review:flag rule text start:int end:int document {PAGE} "
    f"{DAYS.format('date')} reason answers:flag effective until denial:list judged:list assist",
    "events": f"id date {DAYS.format('date')} basis type act actors:list recipients:list status people:list place "
    "instrument amount outlets:int independent_sources:int disputed:list possibly_same:list reports:list chosen_by "
    "review:flag judged:list",
    "measures": f"id instrument imposer:list target:list state start {DAYS.format('start')} end {DAYS.format('end')} "
    "amount reciprocal_of reciprocal_by events:list announced expiry scope",
    "steps": f"measure number:int event kind state done:flag date {DAYS.format('date')} decided effective until amount "
    "amount_value:real amount_currency",
    "judgements": "id verdict by made on:list other:list of_event:flag field value note undoes effect reports:list overruled_by",
    "differences": "difference:int event field kind value reports:list",
    "sources": "outlet country kind pages:int own:int carried:int alone:int disputes:int minority:int",
    "statements": f"id document speaker side mode {SPAN} verb strength content_start:int content_end:int topic_kind "
    f"topic topic_start:int topic_end:int stance addressee venue date {DAYS.format('date')} assist",
    "positions": f"side kind topic stance statement when {DAYS.format('when')} changed:flag",
    "wordings": "wording:int side statement document kind",
    "contradictions": "contradiction:int event field kind value reports:list",
    "doubts": "a b for:list against:list",
    "commitments": f"event by:list to:list due {DAYS.format('due')} state told:list settled:list",
    "irritants": f"between:list topic state raised_by:list since {DAYS.format('since')} last {DAYS.format('last')} "
    "raised:list answered:list settled:list measures:list",
    "agenda": "meeting between:list when topic outcome before:list measures:list spoken:list",
    "unread": "uri reason detail",
}
SHAPES["unsaid"] = SHAPES["statements"]
SHAPES["standing"] = SHAPES["measures"]


@dataclass(frozen=True, slots=True)
class Column:
    """kind: text, int, real, flag, day or list (of texts)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """columns: in order; rows: a value or None for every column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def tables(record: Record) -> tuple[Table, ...]:
    """Every table of the record, empty ones too."""
    rows = dict(_rows(record))
    return tuple(Table(name, columns(name), tuple(_typed(rows[name], name))) for name in SHAPES)


def columns(table: str) -> tuple[Column, ...]:
    parts = (word.partition(":") for word in SHAPES[table].split())
    return tuple(Column(name, kind or "text") for name, _, kind in parts)


def _typed(rows: Iterable[Row], table: str) -> Iterator[Row]:
    shape = columns(table)
    for row in rows:
        whole = {"assist": None, **row}  # which the contract has only of what a language model proposed
        yield {c.name: _day(whole[c.name]) if c.kind == "day" else whole[c.name] for c in shape}


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _rows(record: Record) -> Iterator[tuple[str, Iterable[Row]]]:
    whole = tree(record)
    pages = {d["id"]: d for d in whole["documents"]}
    yield from ((name, whole[name]) for name in ("documents", "sources", "unread"))
    yield "dates", _dated(map(_anchored, whole["dates"]), "edtf", (time.when for _, time in record.dates))
    yield "reports", _dated(whole["reports"], "date", (r.when for r in record.reports), pages)
    yield "events", _dated(whole["events"], "date", (e.when for e in record.events))
    for name, rows in (("measures", record.measures), ("standing", record.standing)):
        starts = list(_dated(whole[name], "start", (m.start for m in rows)))
        yield name, list(_dated(starts, "end", (m.end for m in rows)))
    all_of = (*record.measures, *record.standing)
    yield "steps", chain.from_iterable(map(_steps, all_of, (*whole["measures"], *whole["standing"])))
    yield "judgements", map(_judged, whole["judgements"])
    when = {s.id: s.when for s in record.statements}
    for name in ("statements", "unsaid"):
        yield name, _dated(map(_speech, whole[name]), "date", (when[row["id"]] for row in whole[name]))
    yield "positions", _dated(whole["positions"], "when", (p.when for p in record.positions))
    yield (
        "wordings",
        ({"wording": n, "side": w["side"], **q} for n, w in enumerate(whole["wordings"], 1) for q in w["quoted"]),
    )
    for name in ("contradictions", "differences"):
        yield name, [{name[:-1]: n, **c, **v} for n, c in enumerate(whole[name], 1) for v in c["values"]]
    yield "doubts", ({"a": d["events"][0], "b": d["events"][1], **d} for d in whole["doubts"])
    yield "commitments", _dated(whole["commitments"], "due", (c.due for c in record.commitments))
    since = _dated(whole["irritants"], "since", (i.since for i in record.irritants))
    yield "irritants", _dated(since, "last", (i.last for i in record.irritants))
    yield "agenda", ({**met, **item} for met in whole["agenda"] for item in met["items"])


def _dated(
    rows: Iterable[Row], key: str, whens: Iterable[When | None], pages: Mapping[str, Row] | None = None
) -> Iterator[Row]:
    """Each row with the days its date spans and, given pages, what is known of its page."""
    for row, when in zip(rows, whens, strict=True):
        page = pages[row["document"]] if pages else {}
        about = {name.partition(":")[0]: page.get(name.partition(":")[0]) for name in PAGE.split()} if pages else {}
        span = {f"{key}_first": when.earliest if when else None, f"{key}_last": when.latest if when else None}
        yield row | about | span


def _anchored(row: Row) -> Row:
    about = row["anchor"] or {}
    return row | {"anchor_start": about.get("start"), "anchor_end": about.get("end")}


def _steps(measure: Measure, row: Row) -> Iterator[Row]:
    numbered = ({**_priced(step), "measure": measure.id, "number": n} for n, step in enumerate(row["steps"], 1))
    return _dated(numbered, "date", (s.when for s in measure.steps))


def _priced(step: Row) -> Row:
    """Its amount as printed, and apart as a number in a currency."""
    sum_ = step["amount"] or dict.fromkeys(("text", "value", "currency"))
    return step | {"amount": sum_["text"], "amount_value": sum_["value"], "amount_currency": sum_["currency"]}


def _judged(row: Row) -> Row:
    """Where it was attached, as page:start-end."""
    return row | {side: [f"{a['page']}:{a['start']}-{a['end']}" for a in row[side]] for side in ("on", "other")}


def _speech(row: Row) -> Row:
    about = row["topic"] or dict.fromkeys(("kind", "code", "start", "end"))
    first, last = row["content"] or (None, None)
    return row | {
        "content_start": first,
        "content_end": last,
        "topic_kind": about["kind"],
        "topic": about["code"],
        "topic_start": about["start"],
        "topic_end": about["end"],
    }
