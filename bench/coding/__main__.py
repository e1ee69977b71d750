"""Prints the table of docs/performance.md, measured now."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.coding import starting
from bench.coding.pages import NEWS, OWN, TOPICAL, Read, read
from bench.coding.timing import Coding, Timed

from detente.api import codebook
from detente.mentions.syntax import MODELS

ROW = "| {} | {} | {} | {} |"


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.coding")
    told.add_argument("shared", type=Path)
    told.add_argument("--every", type=int, default=1, help="take each n-th page of general news only")
    asked = told.parse_args()
    book = codebook()
    pages = read(asked.shared, book)
    news = [p for p in pages if p.group == NEWS]
    pages = [p for p in pages if p.group == TOPICAL] + news[:: asked.every]
    found = list(Coding(book, tuple(MODELS)).timed(pages))
    _print_speed(found)
    _print_gate(found)
    _print_start(pages)


def _print_speed(found: Sequence[Timed]) -> None:
    print(
        "| pages | articles | words | coding / spaCy | with the dates / spaCy | spaCy / coding | spaCy / with the dates |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, group in (
        ("topical", [t for t in found if t.read.group == TOPICAL]),
        ("general news", [t for t in found if t.read.group == NEWS]),
        ("nothing coded", [t for t in found if not t.told]),
        ("no act between two actors", [t for t in found if not t.acts]),
    ):
        ours, dates, theirs = (sum(getattr(t, k) for t in group) for k in ("coding", "dates", "spacy"))
        words = sum(t.read.words for t in group)
        ratios = f"{ours / theirs:.2f} | {(ours + dates) / theirs:.2f} | {theirs / ours:.0f}× | {theirs / (ours + dates):.0f}×"
        print(f"| {name} | {len(group)} | {words:,} | {ratios} |")


def _print_gate(found: Sequence[Timed]) -> None:
    """Reports by where they stand and what they say, with the gate and without it."""
    every = {(t.read.page.uri, r.id) for t in found for r in t.ungated}
    kept = {(t.read.page.uri, r.id) for t in found for r in t.told}
    print(
        f"\nThe gate keeps {len(every & kept)} of {len(every)} reports ({len(every & kept) / max(1, len(every)):.4f});"
    )
    print(f"{len(kept - every)} are told with it alone.")


def _print_start(pages: Sequence[Read]) -> None:
    press = sorted((OWN / "examples" / "press").iterdir())
    french = {p.page.uri for p in pages if p.document.language == "fr" and p.group == TOPICAL}
    with TemporaryDirectory() as folder:
        nothing = Path(folder) / "match.txt"
        nothing.write_text(starting.NOTHING, encoding="utf-8")
        first = next(p for p in press if p.name in french)
        print(f"\nStart-up to a French page parsed: {starting.seconds([first]):.2f} s of processor;")
        print(f"to a page where nothing is: {starting.seconds([nothing]):.2f} s.")
        print(f"Most memory, all sample pages in one worker: {starting.peak(press):.0f} MB.")


if __name__ == "__main__":
    main()
