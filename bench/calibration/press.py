"""Pages of the press that were coded to see how we do where nobody of us wrote the page: what is known of each report.

Their text is not ours to give, so `press.csv` holds features and whether a coder agreed, and no sentence. The words of a
sentence are weighed by the counts of our own pages alone. `python -m bench.calibration --press ROUND…` makes it anew, each
ROUND a folder with `pages` and `gold`.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.calibration.pages import Rated, rated

from detente.codebook.confidence import FEATURES, Wordings
from detente.reports.confidence import words_of

FILE = Path(__file__).parent / "press.csv"
PLAIN = ("page", "type", "before", "right", "typed")


def kept(file: Path = FILE) -> list[Rated]:
    """The rows of the file; each page a story of its own."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [_row(line) for line in csv.DictReader(lines)]


def coded(rounds: Sequence[Path], wordings: Wordings) -> list[Rated]:
    """Our reports on the pages of these rounds, as we read them today."""
    folders = {f"press{n}": (one / "pages", one / "gold") for n, one in enumerate(rounds, 1)}
    return [Rated(r.page, r.page, r.type, "", _known(r, wordings), r.before, r.right, r.typed) for r in rated(folders)]


def write(rows: Sequence[Rated], file: Path = FILE) -> None:
    """Pages go by number: what they are called might say where they are from."""
    names = {page: f"{page.split('/')[0]}/{n}" for n, page in enumerate(sorted({r.page for r in rows}), 1)}
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow([*PLAIN, *FEATURES])
        for r in rows:
            much = (f"{r.known.get(name, 0):g}" for name in FEATURES)
            lines.writerow([names[r.page], r.type, r.before, int(r.right), int(r.typed), *much])


def _known(row: Rated, wordings: Wordings) -> Mapping[str, float]:
    return {**row.known, "words": round(wordings.speak(words_of(row.text), row.type), 3)}


def _row(line: Mapping[str, str]) -> Rated:
    known = {name: float(line[name]) for name in FEATURES if float(line[name])}
    right, typed = (line[name] == "1" for name in ("right", "typed"))
    return Rated(line["page"], line["page"], line["type"], "", known, float(line["before"]), right, typed)
