"""The coded pages, read by us, and each of our reports held against the coders' acts."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import findall
from typing import Any

from detente.api import codebook
from detente.codebook.confidence import Confidence
from detente.model import Page, Report
from detente.pipeline import explain
from detente.reports.confidence import act_of, features, seen, words_of

OWN = Path(__file__).parents[2]
SETS = {"examples": ("examples/press", "examples/gold"), "dev": ("corpus/dev/pages", "corpus/dev/gold"),
        "dev2": ("corpus/dev2/pages", "corpus/dev2/gold"),
        "dev3": ("corpus/dev3/pages", "corpus/dev3/gold")}  # fmt: skip
SAME_WORDS = 0.5  # share of the shorter evidence's words that the other must hold
SYMMETRIC = frozenset(
    {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"}
)  # types in which who and toward whom may be exchanged
QUADS = (
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    {"COOPERATE", "AID", "RETREAT"},
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
)
# What was taken for the confidence before it was fitted: a table by witness, less for a noun and for what is not done.
TABLE = {"syntax+order": 0.85, "syntax": 0.8, "order": 0.7, "stands": 0.7, "filled": 0.65, "measure": 0.65}

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rated:
    """One report. page, story: where it stands; pages of one story tell some of the same acts.

    act: the codebook's. known: how much of each feature it has, but `words` and `act`, which are read off `text` and `act`
    in the light of other stories; text is "" where it is not ours to keep. before: the table's confidence. right: type and
    sides are a coder's; typed: type and parties, whichever way.
    """

    page: str
    story: str
    type: str
    act: str
    text: str
    known: Mapping[str, float]
    before: float
    right: bool
    typed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One act as a coder wrote it down: its type, and the words of its sentence that are no names."""

    page: str
    story: str
    type: str
    words: frozenset[str]


def own(shared: Path | None) -> Mapping[str, tuple[Path, Path]]:
    """Set -> folders of its pages and of what was coded; with `shared`/seeds, where it is given."""
    folders = {name: (OWN / pages, OWN / gold) for name, (pages, gold) in SETS.items()}
    return folders | ({"seeds": (shared / "seeds", shared / "seeds" / "gold")} if shared else {})


def rated(folders: Mapping[str, tuple[Path, Path]]) -> list[Rated]:
    """All our reports on coded pages."""
    coded = _coded(folders)
    stories = _stories({page: [event["key"] for event in gold["events"]] for page, _, gold in coded})
    return [row for page, folder, gold in coded for row in _page(page, stories[page], folder / gold["page"], gold)]


def told(folders: Mapping[str, tuple[Path, Path]]) -> list[Told]:
    """All acts that coders wrote down."""
    coded = _coded(folders)
    stories = _stories({page: [event["key"] for event in gold["events"]] for page, _, gold in coded})
    return [
        Told(page, stories[page], _types(act)[0], words_of(act["evidence"]))
        for page, _, gold in coded
        for act in gold["events"]
    ]


def _coded(folders: Mapping[str, tuple[Path, Path]]) -> list[tuple[str, Path, Gold]]:
    return [(f"{name}/{path.stem}", pages, json.loads(path.read_text(encoding="utf-8")))
            for name, (pages, gold) in folders.items() for path in sorted(gold.glob("*.json")) if path.name != "cross.json"]  # fmt: skip


def _stories(keys: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Page -> story, named after its first page: pages that share an act are of one story."""
    told: dict[str, str] = {}
    home: dict[str, str] = {}
    for page, here in keys.items():
        met = {home[told[k]] for k in {f"{page.split('/')[0]} {key}" for key in here} if k in told}
        home[page] = min(met, default=page)
        home |= {other: home[page] for other, story in home.items() if story in met}
        told |= {f"{page.split('/')[0]} {key}": page for key in here}
    return home


def _page(page: str, story: str, path: Path, gold: Gold) -> Iterator[Rated]:
    path = path if path.exists() else next(path.parent.glob(f"{path.stem}*"))
    for reading, mentions in explain(Page(path.read_bytes(), path.name), codebook()):
        pairs = _paired(gold["events"], reading.reports)
        for one in seen(reading.reports, mentions, Confidence()):
            report, act = one.report, pairs.get(one.report.id)
            typed = act is not None and report.type in _types(act)
            right = typed and act is not None and _directed(act, report)
            yield Rated(
                page,
                story,
                report.type,
                act_of(report.rule),
                report.evidence.quote,
                features(one),
                _before(report),
                right,
                typed,
            )


def _before(report: Report) -> float:
    done = report.status == "occurred"
    return TABLE.get(report.rule.rpartition(":")[2], 0.65) - 0.1 * (".noun." in report.rule) - 0.05 * (not done)


# -- matching, as the project's scorer does it


def _paired(golds: Sequence[Gold], reports: Sequence[Report]) -> dict[str, Gold]:
    """Report id -> the coder's act it tells: the most alike first, each once."""
    alike = sorted(((_alike(g, r), -i, -j) for i, g in enumerate(golds) for j, r in enumerate(reports)), reverse=True)
    taken: set[int] = set()
    found: dict[str, Gold] = {}
    for score, i, j in alike:
        if score >= SAME_WORDS and i not in taken and reports[-j].id not in found:
            taken.add(i)
            found[reports[-j].id] = golds[-i]
    return found


def _alike(gold: Gold, report: Report) -> float:
    words, types = _overlap(gold["evidence"], report.evidence.quote), _types(gold)
    if words < SAME_WORDS or not _same_parties(gold, report):
        return 0.0
    quad = next(q for q in QUADS if report.type in q)
    return words + 2 * (report.type in types) + 0.5 * bool(quad & set(types))


def _types(gold: Gold) -> list[str]:
    other = gold.get("type_alt") or []
    return [*gold["type"].split("|"), *([other] if isinstance(other, str) else other)]


def _same_parties(gold: Gold, report: Report) -> bool:
    """All the coder's parties are ours; of three or more, two."""
    theirs = {*gold["actors"], *gold["recipients"]}
    both = theirs & report.parties
    return bool(both) and (theirs <= report.parties or (len(theirs) > 2 and len(both) >= 2))


def _directed(gold: Gold, report: Report) -> bool:
    if report.type in SYMMETRIC or not gold["recipients"]:
        return True
    return bool({*gold["actors"]} & {*report.actors}) and bool({*gold["recipients"]} & {*report.recipients})


def _overlap(one: str, other: str) -> float:
    a, b = Counter(_words(one)), Counter(_words(other))
    shorter = min(a.total(), b.total())
    return (a & b).total() / shorter if shorter else 0.0


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
