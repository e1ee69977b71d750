"""The sets of dates under `SHARED_DIR`, and our own coded pages: texts, and the days that people read in them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.time.days import Days, days_of

OWN = Path(__file__).parents[2]
_GLUED = re.compile(r"(?:^|[’'/(«-])$")  # what a token follows without a space
_GLUING = re.compile(r"[’',.;:!?…/)»-]")  # what stands without a space before it


@dataclass(frozen=True, slots=True)
class Gold:
    """An expression that people marked.

    values: the days it may mean, () when the set gives extents only. counts: False for what is no date
    (durations, sets of days): whoever finds it is neither right nor wrong.
    """

    start: int
    end: int
    values: tuple[Days, ...] = ()
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """ahead: whether the text plans, as an agenda does, so that a bare weekday is the next one.

    notes: whether it is an order to an agenda or an assistant, and no prose.
    """

    text: str
    language: str
    published: date | None
    gold: tuple[Gold, ...]
    ahead: bool = False
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A set.

    values: whether it gives days, or extents only; there each end of a range is one (TimeML).
    kept: whether it marks only what resolves to days, so that an expression found without value is out of play.
    """

    name: str
    language: str
    cases: tuple[Case, ...]
    values: bool = True
    kept: bool = False


def samples(shared: Path) -> Iterator[Sample]:
    """Every set, French first."""
    timex = shared / "benchmarks" / "timex"
    yield Sample("Recognizers specs", "fr", tuple(_recognizers(timex / "recognizers_fr.jsonl")))
    yield Sample("Duckling day points", "fr", tuple(_duckling(timex / "duckling_fr.jsonl", "fr")))
    yield Sample(
        "French TimeBank, extents of dates", "fr", tuple(_timebank(timex / "french_timebank_valid.txt")), values=False
    )
    pages = {"seeds": shared / "seeds", "corpus/dev": OWN / "corpus" / "dev", "examples": OWN / "examples"}
    for language in ("fr", "en"):
        for name, folder in pages.items():
            cases = tuple(c for c in _pages(folder / "gold") if c.language == language)
            if cases:
                yield Sample(name, language, cases, kept=True)
        if language == "en":
            yield Sample("Duckling day points", "en", tuple(_duckling(timex / "duckling_en.jsonl", "en")))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


# -- Recognizers-Text: its own specifications ---------------------------------------------------------------------------


def _recognizers(path: Path) -> Iterator[Case]:
    for row in _rows(path):
        if row["ref"]:
            text = row["input"]
            gold = tuple(_specified(result, text) for result in row["results"])
            yield Case(text, "fr", date.fromisoformat(row["ref"][:10]), gold, notes=True)


def _specified(result: dict[str, Any], text: str) -> Gold:
    """Its past and its future reading are both right; its ranges of days end inside or on the first day outside."""
    kind = (result.get("Type") or result["TypeName"]).removeprefix("datetimeV2.")
    start = int(result["Start"] if "Start" in result else result["start"])
    end = start + len(result["Text"])
    values = frozenset(days for value in _resolutions(result) for days in _resolved(value, kind))
    return Gold(start, end, tuple(sorted(values, key=str)), kind.startswith("date") and bool(values))


def _resolutions(result: dict[str, Any]) -> list[dict[str, str]]:
    value = result.get("Value") or result.get("Resolution") or {}
    if "values" in value:
        return list(value["values"])
    return [value.get("PastResolution") or {}, value.get("FutureResolution") or {}]


def _resolved(value: dict[str, str], kind: str) -> Iterator[Days]:
    named = {re.sub("(date)?(time)?$", "", key, flags=re.IGNORECASE) or "value": _day(v) for key, v in value.items()}
    if day := named.get("value"):
        yield day, day
    first, last = named.get("start"), named.get("end")
    if first or last:
        yield first, last
        if last and kind == "daterange":
            yield first, last - timedelta(days=1)


def _day(value: str) -> date | None:
    """A day of theirs; their "0001-01-01" and "2016-02-30" say that there is none."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if day.year > 1 else None


# -- Duckling -----------------------------------------------------------------------------------------------------------


def _duckling(path: Path, language: str) -> Iterator[Case]:
    """Its days alone: its other grains follow conventions no press has."""
    for row in _rows(path):
        if row["kind"] == "datetime" and row["grain"] == "Day":
            day = date(*row["values"][0][:3])
            gold = Gold(0, len(row["text"]), ((day, day),))
            yield Case(row["text"], language, date.fromisoformat(row["ref"][:10]), (gold,), ahead=True, notes=True)


# -- French TimeBank ----------------------------------------------------------------------------------------------------


def _timebank(path: Path) -> Iterator[Case]:
    """A paragraph a text, its tokens put together again; durations and sets of days are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text = ""
        marks: list[tuple[int, int, str]] = []
        for line in block.splitlines():
            token, _, tag = line.replace("\\", "").partition(" ")
            if token == "-DOCSTART-":
                continue
            text += token if _GLUED.search(text) or _GLUING.match(token) else f" {token}"
            start, kind = len(text) - len(token), tag.strip()
            if kind.startswith("B-"):
                marks.append((start, len(text), kind[2:]))
            elif kind.startswith("I-"):
                marks[-1] = (marks[-1][0], len(text), kind[2:])
        if text:
            gold = tuple(Gold(start, end, counts=kind in ("DATE", "TIME")) for start, end, kind in marks)
            yield Case(text, "fr", None, gold)


# -- coded pages --------------------------------------------------------------------------------------------------------


def _pages(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if "body" in row:
            published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            yield Case(row["body"], row["language"], published, tuple(_placed(row["body"], row["dates"])))


def _placed(body: str, dates: list[dict[str, Any]]) -> Iterator[Gold]:
    """The coders gave words, not offsets: the next place where they stand, else any."""
    flat = body.replace("’", "'")
    after = 0
    for row in dates:
        words = row["text"].replace("’", "'")
        at = flat.find(words, after)
        at = at if at >= 0 else flat.find(words)
        if at >= 0:
            after = at + 1
            yield Gold(at, at + len(words), (days_of(row["edtf"]),) if row["edtf"] else (), bool(row["edtf"]))
