"""The public sets under `SHARED_DIR/benchmarks/pages`; only pages in a language we read, French apart."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from py3langid.langid import classify

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Sample:
    """A page and what is known of it: its whole text, or segments that must and must not be in it, or its day."""

    group: str
    name: str
    language: str
    data: bytes
    url: str = ""
    text: str = ""
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    day: date | None = None


def bodies(root: Path) -> list[Sample]:
    """Every page of fundus, scrapinghub and trafilatura in French or English."""
    return [*_fundus(root / "fundus"), *_scrapinghub(root / "scrapinghub"), *_segments(root / "trafilatura")]


def days(root: Path) -> list[Sample]:
    """The pages of htmldate's evaluation."""
    folder = root / "htmldate"
    return [
        Sample(
            "htmldate", row["file"], row["lang"], _bytes(folder / row["file"]), url, day=date.fromisoformat(row["date"])
        )
        for url, row in _json(folder / "gold.json").items()
        if isinstance(row["date"], str)  # one page has no day
    ]


def _fundus(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.rglob("*.html.gz")):
        found = _fundus_text(path)
        if found and found[0] in LANGUAGES:
            yield Sample("fundus", path.name, found[0], _bytes(path), text=found[1])


def _fundus_text(path: Path) -> tuple[str, str] | None:
    """Language and text of a page; None where nobody can say what is expected of it."""
    text = _fundus_body(gold_of(path).get("body"))
    return (str(classify(text)[0]), text) if text else None


def gold_of(path: Path) -> dict[str, Any]:
    """What fundus expects of a page. One JSON holds a version for each page of an outlet, oldest first; when their
    numbers differ nobody can say which belongs to which, and nothing is said."""
    own = path.with_name(path.name.replace(".html.gz", ".expected.json"))
    outlet = re.sub(r"_\d{4}_\d\d_\d\d\.html\.gz$", "", path.name)
    gold = _json(own if own.exists() else path.with_name(f"{outlet}.json"))
    pages = [path] if own.exists() else sorted(path.parent.glob(f"{outlet}_[0-9]*.html.gz"))
    versions = [gold[key] for key in sorted(gold)]
    return dict(versions[pages.index(path)]) if len(pages) == len(versions) else {}


def _fundus_body(body: Any) -> str:
    if not body:
        return ""
    lines = list(body.get("summary", []))
    for section in body.get("sections", []):
        lines += [*section.get("headline", []), *section.get("paragraphs", [])]
    return "\n\n".join(lines)


def _scrapinghub(folder: Path) -> Iterator[Sample]:
    for name, row in sorted(_json(folder / "ground-truth.json").items()):
        text = str(row["articleBody"])
        language = str(classify(text)[0])
        if language in LANGUAGES:
            yield Sample("scrapinghub", name, language, _bytes(folder / "html" / f"{name}.html.gz"), text=text)


def _segments(folder: Path) -> Iterator[Sample]:
    for url, row in _json(folder / "gold.json").items():
        data = _bytes(folder / row["file"])
        wanted, unwanted = tuple(row["with"]), tuple(row["without"])
        if str(classify(" ".join(wanted))[0]) not in LANGUAGES:  # two German pages are labelled English
            continue
        yield Sample("trafilatura", row["file"], row["lang"], data, url, wanted=wanted, unwanted=unwanted)


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _bytes(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())
