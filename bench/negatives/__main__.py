"""Prints the tables of README.md, measured now; sentences of the test half are never shown."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from detente.api import codebook
from detente.model import Page, Report
from detente.pipeline import explain
from detente.reports import Coder

CORPUS = Path(__file__).parents[2] / "corpus"
HALVES = ("negative/dev", "negative/dev2", "negative/dev3", "negative/test")
CODED = ("dev", "dev2")  # their pages that are coded as not relevant


@dataclass(frozen=True, slots=True)
class Read:
    """A page that should yield nothing. told: what enters the record. held: what the gate of the page kept out of it."""

    name: str
    told: tuple[Report, ...]
    held: tuple[Report, ...]

    @property
    def kind(self) -> str:
        return self.name.partition("-")[0]


def main() -> None:
    read = {half: [_read(path) for path in sorted((CORPUS / half).glob("*.txt"))] for half in HALVES}
    coded = {half: [_read(path) for path in _not_relevant(CORPUS / half)] for half in CODED}
    _row("half", "pages", "with a report", "false reports", "per 100 pages", "kept out with the page")
    _row(*["---"] * 6)
    for half, pages in (read | coded).items():
        _row(half, *_totals(pages))
    print()
    _row("kind", *(f"{half}: false reports / pages" for half in HALVES))
    _row(*["---"] * (1 + len(HALVES)))
    for kind in sorted({page.kind for pages in read.values() for page in pages}):
        _row(kind, *(_of_kind(pages, kind) for pages in read.values()))
    for half, pages in (read | coded).items():
        if half != "negative/test":
            _sentences(half, pages)


def _not_relevant(half: Path) -> Iterable[Path]:
    for path in sorted((half / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold.get("relevant") is False:
            yield half / "pages" / gold["page"]


def _read(path: Path) -> Read:
    told: list[Report] = []
    held: list[Report] = []
    for reading, mentions in explain(Page(uri=path.name, data=path.read_bytes()), codebook()):
        told += reading.reports
        if not reading.relevant:
            held += _coder(reading.document.language).code(reading.document, mentions, reading.times)[0]
    return Read(path.stem, tuple(told), tuple(held))


@cache
def _coder(language: str) -> Coder:
    return Coder(codebook(), codebook().languages[language])


def _totals(pages: Sequence[Read]) -> tuple[str, ...]:
    told, wrong = sum(len(p.told) for p in pages), sum(bool(p.told) for p in pages)
    rate = 100 * told / len(pages) if pages else 0.0
    return str(len(pages)), str(wrong), str(told), f"{rate:.1f}", str(sum(len(p.held) for p in pages))


def _of_kind(pages: Sequence[Read], kind: str) -> str:
    own = [p for p in pages if p.kind == kind]
    return f"{sum(len(p.told) for p in own)} / {len(own)}"


def _sentences(half: str, pages: Sequence[Read]) -> None:
    """What was told, marked with !, and what was kept out, to standard error: for mending, not for the tables."""
    for page in pages:
        for mark, reports in (("!", page.told), (" ", page.held)):
            for r in reports:
                sides = f"{','.join(r.actors)} > {','.join(r.recipients)}"
                head = f"{mark} {half} {page.name}: {r.type} {r.act} {sides} {r.status} {r.confidence:.2f} {r.rule}"
                print(f"{head}\n    {r.evidence.quote}", file=sys.stderr)


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
