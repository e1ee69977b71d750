"""How a record agrees with coded pages: figures with their intervals, and a page in which each error can be read."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from markupsafe import Markup

from detente.codebook.labels import Labels, labels
from detente.model import Evaluation, Match, UsageError
from detente.model.evaluation import Compared, Figure, Row
from detente.views.templates import HOME, environment, safe

FORMATS = ("terminal", "json", "html")
_CODED = ("type", "actors", "recipients", "status", "date", "instrument", "speaker", "side", "mode")


@dataclass(frozen=True, slots=True)
class Cell:
    """One coded value of a row; differs: whether the other row has another."""

    name: str
    value: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the error browser. gold, ours: the coded values, empty where there is no such row."""

    outcome: Match
    kind: str
    words: str
    ours_words: str
    gold: tuple[Cell, ...]
    ours: tuple[Cell, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of one coded page."""

    name: str
    title: str
    rows: tuple[Shown, ...]
    wrong: int


def render(found: Evaluation, format: str, lang: str = "en") -> str:
    """format: "terminal", "json" (figures and rows), "html". UsageError names the formats there are."""
    if format not in FORMATS:
        raise UsageError(f"no evaluation in {format}; there are {', '.join(FORMATS)}")
    if format == "json":
        return json.dumps(_tree(found), ensure_ascii=False, indent=1) + "\n"
    say = labels(lang)
    return _html(found, say) if format == "html" else _text(found, say)


def _tree(found: Evaluation) -> Row:
    return {
        "format": "detente-evaluation",
        "version": 1,
        "figures": [asdict(f) for f in found.figures],
        "rows": [asdict(row) for row in found.compared],
        "refused": [asdict(r) for r in found.refused],
    }


def _text(found: Evaluation, say: Labels) -> str:
    lines = [f"{f.name:28} {_plain(f.value)}  {_interval(f)}".rstrip() for f in found.figures]
    lines += ["", f"{len(found.titles)} {say('evaluated.pages')}. {say('evaluated.interval')}"]
    lines += [safe(f"{r.where}: {r.reason}: {r.detail}") for r in found.refused]
    return "\n".join(lines) + "\n"


def _plain(value: float) -> str:
    return f"{value:.3f}"


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{_plain(figure.low)}–{_plain(figure.high)}"


def _html(found: Evaluation, say: Labels) -> str:
    """One file: no script, nothing fetched; what is shown is chosen by style alone."""
    style = Markup("".join((HOME / name).read_text(encoding="utf-8") for name in ("brief.css", "evaluated.css")))
    return (
        environment()
        .get_template("evaluated.html.j2")
        .render(
            say=say,
            style=style,
            figures=[(f, _plain(f.value), _interval(f)) for f in found.figures],
            sheets=list(_sheets(found)),
            outcomes=Counter(row.outcome for row in found.compared),
            kinds=list(Match),
            refused=found.refused,
        )
    )


def _sheets(found: Evaluation) -> Iterator[Sheet]:
    for name, title in found.titles.items():
        rows = [row for row in found.compared if row.page == name]
        shown = tuple(_shown(row) for row in sorted(rows, key=_first))
        yield Sheet(name, title, shown, sum(row.outcome is not Match.RIGHT for row in rows))


def _first(row: Compared) -> tuple[str, bool, int]:
    """In the order of our article; what was missed, whose place we do not know, before it."""
    return row.kind, row.ours is not None, (row.ours or {}).get("start", 0)


def _shown(row: Compared) -> Shown:
    gold, ours = row.gold or {}, row.ours or {}
    names = [n for n in _CODED if _value(gold, n) or _value(ours, n)]
    both = bool(gold) and bool(ours)
    return Shown(
        row.outcome,
        row.kind,
        str(gold.get("evidence", "")),
        str(ours.get("text", "")),
        tuple(_cells(names, gold, ours, both)) if gold else (),
        tuple(_cells(names, ours, gold, both)) if ours else (),
        str(ours.get("rule", "")),
    )


def _cells(names: Sequence[str], row: Row, other: Row, both: bool) -> Iterator[Cell]:
    for name in names:
        value = _value(row, name)
        yield Cell(name, value or "–", both and not _agree(value, _value(other, name)))


def _agree(a: str, b: str) -> bool:
    """Whether one is among what the other allows ("AGREE|SUPPORT"); where a row says nothing there is nothing to differ from."""
    return not a or not b or a in b.split("|") or b in a.split("|")


def _value(row: Row, name: str) -> str:
    value = row.get(name)
    return " ".join(sorted(map(str, value))) if isinstance(value, list) else str(value or "")
