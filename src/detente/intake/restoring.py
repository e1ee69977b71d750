"""Our own lines of JSON back into readings: what `detente export --format jsonl` wrote, checked line by line."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from detente.model import (
    Anchor,
    Basis,
    Block,
    BlockKind,
    Document,
    Judgement,
    Page,
    Reading,
    RecordError,
    Report,
    SpeechMode,
    Stance,
    Statement,
    Status,
    TimeMention,
    Topic,
    Verdict,
    When,
)

FORMAT, VERSION = "detente-record", 1
MADE_ANEW = (  # they follow from the others
    "event", "measure", "standing", "contradiction", "doubt", "difference", "source", "position", "wording", "commitment",
    "irritant", "agenda",
)  # fmt: skip

Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Restored:
    """readings: by document id. unread: (uri, reason, detail). lines: how many of each kind the file holds.

    codebook: the version it was made with. events: report -> the event that it was part of.
    """

    readings: tuple[Reading, ...]
    unread: tuple[tuple[str, str, str], ...]
    judgements: tuple[Judgement, ...]
    lines: Mapping[str, int]
    codebook: str
    events: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Parts:
    """What was read of a file so far."""

    documents: dict[str, tuple[Document, bool]] = field(default_factory=dict)
    times: dict[str, list[TimeMention]] = field(default_factory=dict)
    reports: dict[str, list[Report]] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    unread: list[tuple[str, str, str]] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    events: dict[str, str] = field(default_factory=dict)


def restore(text: str, name: str = "the file") -> Restored:
    """Raises RecordError, with the line and the reason, on the first that is not ours."""
    parts, kinds, codebook = _Parts(), Counter[str](), ""
    for number, row in _rows(text, name):
        try:
            if number == 1:
                codebook = _header(row)
                continue
            kind = _text(row, "kind")
            _take(kind, row, parts)
            kinds[kind] += 1
        except (ValueError, TypeError, KeyError) as error:
            raise RecordError(f"{name}, line {number}: {_why(error)}") from error
    if not codebook:
        raise RecordError(f"{name}: no line in it; export a record with: detente export --format jsonl -o FILE")
    readings = tuple(_readings(parts))
    return Restored(readings, tuple(parts.unread), tuple(parts.judgements), dict(kinds), codebook, parts.events)


def _rows(text: str, name: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(f"{name}, line {number}: no JSON: {_why(error)}") from error
        if not isinstance(row, dict):
            raise RecordError(f"{name}, line {number}: no object, but {line[:40]}")
        yield number, row


def _why(error: Exception) -> str:
    return f"no `{error.args[0]}`" if isinstance(error, KeyError) else str(error)


def _header(row: Row) -> str:
    if (row.get("kind"), row.get("format")) != ("record", FORMAT):
        raise ValueError("no header; this is not what detente export --format jsonl writes")
    if row.get("version") != VERSION:
        raise ValueError(f"version {row.get('version')} of the format; this detente reads {VERSION}")
    return _text(row, "codebook")


def _take(kind: str, row: Row, parts: _Parts) -> None:
    if kind in TAKERS:
        TAKERS[kind](row, parts)
    elif kind not in MADE_ANEW:
        raise ValueError(f"unknown kind {kind!r}; there are {', '.join((*TAKERS, *MADE_ANEW))}")


def _readings(parts: _Parts) -> Iterator[Reading]:
    for id in sorted(parts.documents):
        document, relevant = parts.documents[id]
        found = (tuple(rows.get(id, ())) for rows in (parts.times, parts.reports, parts.statements))
        times, reports, statements = found
        yield Reading(Page(b"", document.uri), document, times, reports, statements, relevant=relevant)  # type: ignore[arg-type]


# -- one line --------------------------------------------------------------------------------------------------


def _document(row: Row, parts: _Parts) -> None:
    id, page = _text(row, "id"), _text(row, "page")
    if id.partition("#")[0] != page or len(page) != 64:
        raise ValueError(f"document {id} is no article of page {page}")
    document = Document(
        id,
        page,
        _text(row, "uri"),
        _text(row, "text"),
        _text(row, "language"),
        **{key: _maybe(row, key) for key in ("title", "outlet", "byline", "agency", "section", "canonical_url")},
        published=_day(row["published"]),
        published_basis=_maybe(row, "published_basis") or "",
        published_doubt=_maybe(row, "published_doubt") or "",
        fetched=_day(row.get("exact", {}).get("fetched")),
        modified=_day(row["modified"]),
        blocks=tuple(Block(start, end, BlockKind(kind)) for start, end, kind in row["blocks"]),
    )
    _new(document.id, parts)
    parts.documents[document.id] = document, _of(bool, row, "relevant")


def _date(row: Row, parts: _Parts) -> None:
    page, exact, anchor = _page(row, parts), _of(dict, row, "exact"), row["anchor"]
    start, end, quote = _span(row, page)
    within = (_of(int, anchor, "start"), _of(int, anchor, "end")) if anchor else None
    time = TimeMention(start, end, quote, _when(exact.get("when")), _text(exact, "rule"), within)
    parts.times.setdefault(page.id, []).append(time)


def _report(row: Row, parts: _Parts) -> None:
    page, exact = _page(row, parts), _of(dict, row, "exact")
    start, end, _ = _span(row, page)
    plain = ("mode", "place", "instrument", "amount", "attributed_to", "effect")
    report = Report(
        _text(row, "act"),
        _text(row, "type"),
        _texts(row, "actors"),
        _texts(row, "recipients"),
        page.evidence(start, end),
        float(exact["confidence"]),
        _text(row, "rule"),
        **{key: _maybe(row, key) for key in plain},
        contexts=_texts(row, "contexts"),
        people=_texts(row, "people"),
        status=Status(_text(row, "status")),
        answers=_of(bool, row, "answers"),
        when=_when(exact.get("when")),
        effective=_when(exact.get("effective")),
        until=_when(exact.get("until")),
    )
    _same(report.id, row)
    _new(report.id, parts)
    parts.reports.setdefault(page.id, []).append(report)
    if event := _maybe(row, "event"):
        parts.events[report.id] = event


def _statement(row: Row, parts: _Parts) -> None:
    page = _page(row, parts)
    start, end, _ = _span(row, page)
    topic, content, stance = row["topic"], row["content"], _maybe(row, "stance")
    said = Statement(
        page.evidence(start, end),
        SpeechMode(_text(row, "mode")),
        **{key: _maybe(row, key) for key in ("speaker", "side", "verb", "strength", "addressee", "venue")},
        content=(int(content[0]), int(content[1])) if content else None,
        topic=Topic(**topic) if topic else None,
        stance=Stance(stance) if stance else None,
        when=_when(row.get("exact", {}).get("when")),
        assist=_text(row, "assist") if "assist" in row else None,
    )
    _same(said.id, row)
    parts.statements.setdefault(page.id, []).append(said)


def _judgement(row: Row, parts: _Parts) -> None:
    said = Judgement(
        Verdict(_text(row, "verdict")),
        _text(row, "by"),
        datetime.fromisoformat(_text(row, "made")).astimezone(UTC),
        tuple(map(_anchor, _of(list, row, "on"))),
        tuple(map(_anchor, _of(list, row, "other"))),
        _of(bool, row, "of_event"),
        _maybe(row, "field"),
        _maybe(row, "value"),
        _text(row, "note"),
        _maybe(row, "undoes"),
    )
    _same(said.id, row)
    _new(said.id, parts)
    parts.judgements.append(said)


def _anchor(row: Row) -> Anchor:
    plain = (_text(row, "page"), _of(int, row, "start"), _of(int, row, "end"), _text(row, "quote"))
    sides = (_texts(row, "actors"), _texts(row, "recipients"))
    return Anchor(*plain, _text(row, "act"), _text(row, "type"), *sides, _maybe(row, "instrument"))


def _unread(row: Row, parts: _Parts) -> None:
    parts.unread.append((_text(row, "uri"), _text(row, "reason"), _text(row, "detail")))


TAKERS: Mapping[str, Callable[[Row, _Parts], None]] = {
    "document": _document,
    "date": _date,
    "report": _report,
    "statement": _statement,
    "unsaid": _statement,
    "judgement": _judgement,
    "unread": _unread,
}

# -- one value -------------------------------------------------------------------------------------------------


def _of(kind: type[T], row: Row, key: str) -> T:
    value = row[key]
    if not isinstance(value, kind):
        raise ValueError(f"`{key}` is {json.dumps(value, ensure_ascii=False)[:60]}, not a {kind.__name__}")
    return value


def _text(row: Row, key: str) -> str:
    return _of(str, row, key)


def _maybe(row: Row, key: str) -> Any:
    """A text or None."""
    return None if row[key] is None else _text(row, key)


def _texts(row: Row, key: str) -> tuple[str, ...]:
    values = _of(list, row, key)
    if not all(isinstance(v, str) for v in values):
        raise ValueError(f"`{key}` holds something that is no text")
    return tuple(values)


def _page(row: Row, parts: _Parts) -> Document:
    id = _text(row, "document")
    if id not in parts.documents:
        raise ValueError(f"no document {id} in the lines before it")
    return parts.documents[id][0]


def _span(row: Row, page: Document) -> tuple[int, int, str]:
    start, end, quote = _of(int, row, "start"), _of(int, row, "end"), _text(row, "text")
    if start < 0 or not quote or page.text[start:end] != quote:
        raise ValueError(f"the text at {start}..{end} of {page.uri} is not {quote[:40]!r}")
    return start, end, quote


def _same(id: str, row: Row) -> None:
    """An id is a hash of what its row says: another means that something was changed."""
    if row["id"] != id:
        raise ValueError(f"`id` is {row['id']}, and what the row says makes {id}: it was changed")


def _new(id: str, parts: _Parts) -> None:
    if id in parts.ids:
        raise ValueError(f"{id} is there twice")
    parts.ids.add(id)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _when(row: Any) -> When | None:
    if row is None:
        return None
    first, last, edtf, basis, reason = row
    return When(_day(first), _day(last), str(edtf), Basis(basis), str(reason))
