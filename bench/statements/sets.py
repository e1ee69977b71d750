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
    """start..end of what was said; kind: direct (it begins with a quotation mark), mixed (holds one), indirect.

    source, cue: the words for who says it, and for the saying; "" where there are none.
    """

    start: int
    end: int
    kind: str
    source: str = ""
    cue: str = ""


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
    found: dict[
        Path, dict[tuple[int, int], Span]
    ] = {}  # ten articles have two annotators: the first one's words are kept
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = file.stem.rsplit("_", 1)[0]
        texts = sorted((folder / "text").glob(f"{name}*"))
        for span in _contents(file) if texts else ():
            found.setdefault(texts[0], {}).setdefault((span.start, span.end), span)
    return [
        Article(t.stem, t.read_text(encoding="utf-8"), tuple(s for _, s in sorted(g.items()))) for t, g in found.items()
    ]


def _contents(file: Path) -> Iterator[Span]:
    spans: dict[str, tuple[list[int], str]] = {}
    links: list[dict[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        name, told, *text = line.split("\t")
        if name.startswith("T"):
            spans[name] = ([int(x) for x in re.findall(r"\d+", told)], text[0])
        elif name.startswith("E"):
            links.append(dict(part.split(":", 1) for part in told.split()))
    for link in links:
        source, cue = (spans[link[k]][1] if link.get(k) in spans else "" for k in ("Source", "Cue"))
        for content in (spans[v] for k, v in link.items() if k.startswith("Content") and v in spans):
            yield Span(content[0][0], content[0][-1], kind(content[1]), source, cue)


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
