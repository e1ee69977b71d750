"""What is measured: attributions of PolNeAR (development part), and the statements of pages coded by hand."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
CODED = (  # name, pages, gold; the first stands under SHARED
    ("seeds", "seeds", "seeds/gold"),
    ("examples", "examples/press", "examples/gold"),
    ("corpus/dev", "corpus/dev/pages", "corpus/dev/gold"),
    ("corpus/dev2", "corpus/dev2/pages", "corpus/dev2/gold"),
    ("corpus/dev3", "corpus/dev3/pages", "corpus/dev3/gold"),
)


@dataclass(frozen=True)
class Span:
    """start..end of what was said; kind: direct (it begins with a quotation mark), mixed (holds one), indirect."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    gold: tuple[Span, ...]


@dataclass(frozen=True)
class Coded:
    """A page and its statements as coded: speaker, side, mode, evidence."""

    name: str
    page: Path
    gold: tuple[dict[str, Any], ...]


def kind(text: str) -> str:
    marks = '“”"«»'
    return "direct" if text[:1] in marks else "mixed" if any(m in text for m in marks) else "indirect"


def polnear(shared: Path) -> list[Article]:
    folder = shared / "benchmarks" / "quotes" / "polnear_dev"
    found: dict[Path, set[Span]] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = file.stem.rsplit("_", 1)[0]
        texts = sorted((folder / "text").glob(f"{name}*"))
        if texts:
            found.setdefault(texts[0], set()).update(_contents(file))
    return [
        Article(t.stem, t.read_text(encoding="utf-8"), tuple(sorted(g, key=lambda s: (s.start, s.end))))
        for t, g in found.items()
    ]


def _contents(file: Path) -> Iterator[Span]:
    for line in file.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if parts[0].startswith("T") and parts[1].startswith("Content "):
            offsets = [int(x) for x in re.findall(r"\d+", parts[1])]
            yield Span(offsets[0], offsets[-1], kind(parts[2]))


def coded(shared: Path) -> Iterator[tuple[str, list[Coded]]]:
    for name, pages, gold in CODED:
        root = shared if name == "seeds" else REPOSITORY
        if (root / gold).is_dir():
            yield name, list(_coded(root / pages, root / gold))


def _coded(pages: Path, gold: Path) -> Iterator[Coded]:
    for file in sorted(gold.glob("*.json")):
        if file.stem != "cross":
            told = json.loads(file.read_text(encoding="utf-8"))
            page = next(p for p in pages.iterdir() if p.name == Path(told["page"]).name)
            yield Coded(file.stem, page, tuple(told.get("statements", ())))
