"""Pages of the press that were coded to see how we do where nobody of us wrote the page: what is known of each report.

Their text is not ours to give: `press.csv` holds features and whether a coder agreed, `press.yml` in how many sentences of
each type a word stands, and no sentence. `python -m bench.calibration --press ROUND…` makes both anew, each ROUND a folder
with `pages` and `gold`; `--more ROUND…` adds to what is kept.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.calibration import wordings
from bench.calibration.pages import Rated, Told, rated, told

from detente.codebook.confidence import FEATURES, Wordings, load_wordings

FILE = Path(__file__).parent / "press.csv"
WORDS = FILE.with_suffix(".yml")
PLAIN = ("page", "type", "act", "before", "right", "typed")
WEIGHED = [name for name in FEATURES if name != "act"]  # that one is read off the rows of all pages


def kept(file: Path = FILE) -> list[Rated]:
    """The rows of the file; each page a story of its own."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [_row(line) for line in csv.DictReader(lines)]


def more(rounds: Sequence[Path], ours: Wordings) -> tuple[list[Rated], Wordings]:
    """What is kept, with what `coded` has of these rounds."""
    old, words = kept(), load_wordings(WORDS)
    first = 1 + max(int(r.story.split("/")[0].removeprefix("press")) for r in old)
    rows, new = coded(rounds, wordings.together(ours, words), first)
    return [*old, *rows], wordings.together(words, new)


def coded(rounds: Sequence[Path], ours: Wordings, first: int = 1) -> tuple[list[Rated], Wordings]:
    """Our reports on the pages of these rounds, as we read them today, and the words of the coders' sentences.

    ours: the words of other pages. first: the number of the first round. A page is a story of its own.
    """
    folders = {f"press{n}": (one / "pages", one / "gold") for n, one in enumerate(rounds, first)}
    acts = [Told(act.page, act.page, act.type, act.words) for act in told(folders)]
    rows = [replace(r, story=r.page) for r in rated(folders)]
    return [replace(r, text="") for r in wordings.weighed(rows, acts, ours)], wordings.counted(acts)


def write(rows: Sequence[Rated], words: Wordings, file: Path = FILE) -> None:
    """Pages go by number: what they are called might say where they are from. Those that have one keep it."""
    pages = sorted({r.page for r in rows})
    numbered = [page for page in pages if page.split("/")[1].isdecimal()]
    others = [page for page in pages if page not in numbered]
    names = dict(zip(numbered, numbered, strict=True))
    names |= {page: f"{page.split('/')[0]}/{n}" for n, page in enumerate(others, len(numbered) + 1)}
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow([*PLAIN, *WEIGHED])
        for r in rows:
            much = (f"{r.known.get(name, 0):g}" for name in WEIGHED)
            lines.writerow([names[r.page], r.type, r.act, r.before, int(r.right), int(r.typed), *much])
    file.with_suffix(".yml").write_text(wordings.as_yaml(words), encoding="utf-8")


def _row(line: Mapping[str, str]) -> Rated:
    known = {name: float(line[name]) for name in WEIGHED if float(line[name])}
    right, typed = (line[name] == "1" for name in ("right", "typed"))
    return Rated(line["page"], line["page"], line["type"], line["act"], "", known, float(line["before"]), right, typed)
