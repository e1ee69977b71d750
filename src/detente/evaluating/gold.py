"""Pages coded by hand, as JSON: one file a page, and `cross.json` for what holds across them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.model import Refusal, UsageError
from detente.model.evaluation import Row

CROSS = "cross.json"


@dataclass(frozen=True, slots=True)
class Gold:
    """pages: name of the file without its ending -> the coded page. cross: empty where there is none."""

    pages: Mapping[str, Row]
    cross: Row
    refused: tuple[Refusal, ...]


def gold(folder: Path) -> Gold:
    """The coded pages in a folder. A file that is not one is a refusal; UsageError where none is left."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder of coded pages: give one with a JSON file a page")
    pages: dict[str, Row] = {}
    refused: list[Refusal] = []
    for file in sorted(f for f in folder.glob("*.json") if f.name != CROSS):
        found = _read(file, _page_faults)
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            pages[file.stem] = found
    if not pages:
        raise UsageError(f"no coded page in {folder}" + (f": {_told(refused[0])}" if refused else ""))
    cross = _read(folder / CROSS, _cross_faults) if (folder / CROSS).exists() else {}
    if isinstance(cross, Refusal):
        raise UsageError(_told(cross))
    return Gold(pages, cross, tuple(refused))


def _told(refusal: Refusal) -> str:
    return f"{refusal.where}: {refusal.detail}"


def _read(file: Path, faults: "Callable[[Row], Iterator[str]]") -> Row | Refusal:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        return Refusal(file.name, "not-json", str(error))
    if not isinstance(found, dict):
        return Refusal(file.name, "not-gold", "it holds no object with named fields")
    wrong = next(faults(found), None)
    return Refusal(file.name, "not-gold", wrong) if wrong else found


_LISTS = {"events": ("type", "evidence"), "statements": ("evidence",), "dates": ("text",)}
_TEXTS = ("type", "evidence", "date", "status", "text", "edtf", "side", "key", "field", "instrument", "start", "state")
_CODES = ("actors", "recipients", "imposer", "target")


def _page_faults(page: Row) -> Iterator[str]:
    if not isinstance(page.get("page"), str):
        yield 'it does not say which page it codes ("page": "name.html")'
    for name, needed in _LISTS.items():
        yield from _row_faults(page, name, needed)
    yield from (f"{n} is no text" for n in ("title", "outlet", "byline", "body") if not _is_text(page.get(n)))


def _cross_faults(cross: Row) -> Iterator[str]:
    yield from _row_faults(cross, "measures", ("instrument", "imposer"))
    yield from _row_faults(cross, "contradictions", ("key", "field"))
    clusters, pairs = cross.get("clusters", {}), cross.get("duplicates", [])
    if not isinstance(clusters, dict) or not all(_is_names(pages) for pages in clusters.values()):
        yield "clusters is no object from keys to lists of pages"
    if not isinstance(pairs, list) or not all(_is_names(pair) and len(pair) == 2 for pair in pairs):
        yield "duplicates is no list of pairs of pages"


def _row_faults(whole: Row, name: str, needed: tuple[str, ...]) -> Iterator[str]:
    rows = whole.get(name, [])
    if not isinstance(rows, list):
        yield f"{name} is no list"
        return
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            yield f"{name} {number}: no object"
            continue
        yield from (f"{name} {number}: no {key}" for key in needed if not row.get(key))
        yield from (f"{name} {number}: {key} is no text" for key in _TEXTS if not _is_text(row.get(key)))
        yield from (f"{name} {number}: {key} is no list of codes" for key in _CODES if not _is_codes(row.get(key)))


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_codes(value: Any) -> bool:
    return _is_text(value) or _is_names(value)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
