"""A bank of short pages with the measures that the ledger should have after them, and how far the two agree.

A row of `ledger.yml` is `instrument IMPOSER>TARGET; state; start; end; what it answers; amount`; `-` where the pages say
nothing. Every third case is held out: its total is looked at, its rows are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from coded import book, document
from detente.chronicle import gather
from detente.model import Document, Measure, Record
from detente.pipeline import code_again

BANK = Path(__file__).with_name("ledger.yml")
HELD_OUT = 3  # every third case


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, as a bank writes it: days in EDTF, "" where nothing is said."""

    instrument: str
    imposer: frozenset[str]
    target: frozenset[str]
    state: str
    start: str = ""
    end: str = ""
    answers: str = ""

    def meets(self, got: "Row") -> int:
        """How well a row of ours meets this one: 0 where it is another measure, higher the better."""
        if not (self.instrument == got.instrument and self.imposer & got.imposer and self.target & got.target):
            return 0
        return 1 + 2 * near(self.start, got.start) + (self.state == got.state)


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    pages: tuple[Document, ...]
    wanted: tuple[Row, ...]
    standing: tuple[Row, ...]
    held_out: bool

    def told(self) -> tuple[list[Row], list[Row]]:
        """The measures of the record of these pages, and what stands by itself in it."""
        record = self.record()
        known = {m.id: m.family or m.instrument for m in record.measures}
        return [row(m, known) for m in record.measures], [row(m, {}) for m in record.standing]

    def record(self) -> Record:
        return gather([code_again(page, book()) for page in self.pages], book())


def near(wanted: str, got: str) -> bool:
    """Whether two days are the same to the coarser of the two, or nothing is said of one that is wanted."""
    first, second = (d.strip("[]").split("/")[0].split(",")[0] for d in (wanted, got))
    shared = min(len(first), len(second))
    return not wanted or (shared >= len("2031") and first[:shared] == second[:shared])


def row(measure: Measure, known: dict[str, str]) -> Row:
    start, end = (w.edtf if w else "" for w in (measure.start, measure.end))
    answers = known.get(measure.reciprocal_of or "", "")
    sides = frozenset(measure.imposer), frozenset(measure.target)
    return Row(measure.family or measure.instrument, *sides, measure.state.value, start, end, answers)


def parsed(line: str) -> Row:
    """Raises ValueError where a line is no row."""
    what, *rest = (part.strip() for part in line.split(";"))
    instrument, sides = what.split()
    imposer, target = sides.split(">")
    said = ["" if part == "-" else part for part in rest[:4]]
    return Row(instrument, frozenset(imposer.split("+")), frozenset(target.split("+")), *said)


def cases(bank: Path = BANK) -> list[Case]:
    """The cases of a bank, in its order."""
    found = yaml.safe_load(bank.read_text("utf-8"))
    return [_case(number, entry) for number, entry in enumerate(found, start=1)]


def _case(number: int, entry: dict[str, Any]) -> Case:
    pages = tuple(_page(entry["case"], i, page) for i, page in enumerate(entry["pages"]))
    wanted, standing = (tuple(map(parsed, entry.get(key, ()))) for key in ("measures", "standing"))
    return Case(entry["case"], pages, wanted, standing, number % HELD_OUT == 0)


def _page(name: str, number: int, page: dict[str, Any]) -> Document:
    published = page["published"]
    day = published.isoformat() if isinstance(published, date) else published
    found = document(page["text"].strip(), name[:2], title=page["title"], published=day)
    key = f"{name}-{number}"
    return replace(found, id=key, uri=f"{key}.txt", outlet=page["outlet"])


def paired(wanted: Sequence[Row], told: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each wanted row with the one told that meets it best, none taken twice."""
    ranked = sorted(
        ((w.meets(t), -i, -j) for i, w in enumerate(wanted) for j, t in enumerate(told) if w.meets(t)), reverse=True
    )
    rows: dict[int, int] = {}
    for _, i, j in ranked:
        if -i not in rows and -j not in rows.values():
            rows[-i] = -j
    return [(wanted[i], told[j]) for i, j in sorted(rows.items())]


def right(case: Case) -> bool:
    """Whether the ledger has all the rows of a case, in their state, with what they answer, and no other."""
    return all(_all_right(w, t) for w, t in zip((case.wanted, case.standing), case.told(), strict=True) if w or t)


def _all_right(wanted: Sequence[Row], told: Sequence[Row]) -> bool:
    pairs = paired(wanted, told)
    return len(pairs) == len(wanted) == len(told) and all(same(w, t) for w, t in pairs)


def same(wanted: Row, got: Row) -> bool:
    """Whether state, start, end and what it answers are those wanted."""
    days = near(wanted.start, got.start) and near(wanted.end, got.end)
    return wanted.state == got.state and days and wanted.answers == got.answers


def figures(bank: Iterable[Case]) -> str:
    """One line: precision, recall and F1 of the rows; state, start and reciprocity of those wanted; rows from pages that tell none."""
    wanted = told = met = state = start = asked = linked = whole = traps = 0
    for case in bank:
        rows = case.told()[0]
        pairs = paired(case.wanted, rows)
        wanted, told, met = wanted + len(case.wanted), told + len(rows), met + len(pairs)
        state += sum(w.state == t.state for w, t in pairs)
        start += sum(near(w.start, t.start) for w, t in pairs)
        asked += sum(bool(w.answers) for w in case.wanted)
        linked += sum(bool(w.answers and t.answers) for w, t in pairs)
        whole += _all_right(case.wanted, rows)
        traps += 0 if case.wanted else len(rows)
    precision, recall = met / max(told, 1), met / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({met} of {told} told, {wanted} wanted) state {state / max(wanted, 1):.3f} "
        f"start {start / max(wanted, 1):.3f} reciprocity {linked / max(asked, 1):.3f} whole cases {whole} rows from traps {traps}"
    )
