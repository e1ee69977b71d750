"""`evaluate`: an export beside coded pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from detente.codebook import Codebook
from detente.evaluating import counting as c
from detente.evaluating.alike import near_day, same_way
from detente.evaluating.counting import Beside
from detente.evaluating.figures import f1, figure, harmonic, precision, recall, share
from detente.evaluating.gold import Gold
from detente.evaluating.pairing import compared, pair_reports, pair_statements
from detente.model import Refusal
from detente.model.evaluation import Compared, Evaluation, Figure, Row

Tree = Mapping[str, Any]  # what `views.export.tree` makes of a record
Hits = list[tuple[str, Row, Row]]
FIELDS = ("title", "outlet", "byline", "published", "relevant", "language")
_OF = {"f1": f1, "precision": precision, "recall": recall}


def evaluate(gold: Gold, tree: Tree, book: Codebook) -> Evaluation:
    """Figures of a record over coded pages, and every row that was put beside another or stands alone.

    Pages are known by the last part of their address. A coded page that the record lacks counts as read and empty.
    """
    pages = _beside(gold, tree, book)
    hits: Hits = [(p.name, g, o) for p in pages for g, o in p.hits()]
    figures = [*_pages(pages), *_reports(pages, book), *_said(pages), *_across(gold.cross, pages, hits, tree)]
    lacking = [Refusal(p.name, "not-in-record", str(p.gold["page"])) for p in pages if p.article is None]
    return Evaluation(
        (*figures, _exact(tree)),
        tuple(row for page in pages for row in _rows(page)),
        {p.name: str((p.article or p.gold).get("title") or p.name) for p in pages},
        (*gold.refused, *lacking),
    )


def _name(address: object) -> str:
    return PurePosixPath(str(address).partition("?")[0]).name


def _beside(gold: Gold, tree: Tree, book: Codebook) -> list[Beside]:
    articles = {_name(d.get("uri", "")): d for d in tree["documents"]}
    rows = {kind: _by_article(tree.get(kind, ())) for kind in ("reports", "statements", "dates")}
    found = []
    for name, page in gold.pages.items():
        article = articles.get(_name(page["page"]))
        ours = {kind: by.get(article["id"], []) if article else [] for kind, by in rows.items()}
        pairs = pair_reports(page.get("events") or (), ours["reports"], book)
        said = pair_statements(page.get("statements") or (), ours["statements"])
        found.append(Beside(name, page, article, ours["reports"], ours["statements"], ours["dates"], pairs, said))
    return found


def _by_article(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return found


def _pages(pages: Sequence[Beside]) -> Iterator[Figure]:
    yield figure("pages.read", [(p.article is not None, 1) for p in pages], share)
    for name in FIELDS:
        yield figure(f"page.{name}", c.field_units(pages, name), share)
    bodies = [c.body_unit(p) for p in pages]
    yield figure("page.body.f1", [(2 * p * r / (p + r) if p + r else 0, 1) for p, r in bodies], share)
    yield figure("page.body.precision", [(p, 1) for p, _ in bodies], share)
    yield figure("page.body.recall", [(r, 1) for _, r in bodies], share)
    dates = [c.date_units(p) for p in pages]
    yield figure("dates.found", [(found, asked) for found, _, asked in dates], share)
    yield figure("dates.value", [(right, asked) for _, right, asked in dates], share)


def _reports(pages: Sequence[Beside], book: Codebook) -> Iterator[Figure]:
    reached = [[c.levels(g, o, book, same_way(g, o)) for g, o in page.pairs] for page in pages]
    for level in c.LEVELS:
        units = [
            (sum(level in one for one in found), len(page.reports), len(page.rows("events")))
            for page, found in zip(pages, reached, strict=True)
        ]
        for measure in ("f1", "precision", "recall") if level in ("dyad", "type") else ("f1",):
            yield figure(f"mentions.{level}.{measure}", units, _OF[measure])
    for language in sorted({str(p.gold.get("language")) for p in pages}):
        some = [p for p in pages if str(p.gold.get("language")) == language]
        units = [(len(p.hits()), len(p.reports), len(p.rows("events"))) for p in some]
        yield figure(f"mentions.type.f1.{language}", units, f1)


def _said(pages: Sequence[Beside]) -> Iterator[Figure]:
    units = [(len(p.said), len(p.statements), len(p.rows("statements"))) for p in pages]
    for name, of in _OF.items():
        yield figure(f"statements.{name}", units, of)
    yield figure(
        "statements.side", [(sum(g.get("side") == o.get("side") for g, o in p.said), len(p.said)) for p in pages], share
    )


def _across(cross: Row, pages: Sequence[Beside], hits: Hits, tree: Tree) -> Iterator[Figure]:
    if together := c.cubed([(g, o) for _, g, o in hits]):
        yield figure("events.b3.precision", [(p, n) for p, _, n in together], share)
        yield figure("events.b3.recall", [(r, n) for _, r, n in together], share)
        yield figure("events.b3.f1", together, harmonic)
    if told := c.joined(hits, cross.get("clusters", {})):
        yield figure("events.joined", told, share)
    if "duplicates" in cross:
        yield figure("duplicates.f1", c.copies(cross["duplicates"], _copies(pages)), f1)
    if cross.get("measures"):
        yield from _measures(cross["measures"], tree.get("measures", ()))
    if cross.get("contradictions"):
        units = c.disputes(hits, cross["contradictions"], tree.get("contradictions", ()))
        yield figure("contradictions.recall", units, share)


def _copies(pages: Sequence[Beside]) -> list[tuple[str, str]]:
    names = {p.article["id"]: p.name for p in pages if p.article}
    return [(p.name, names[p.article["copy_of"]]) for p in pages if p.article and p.article.get("copy_of") in names]


def _measures(want: Sequence[Row], got: Sequence[Row]) -> Iterator[Figure]:
    pairs = c.pair_measures(want, got)
    only = (len(want) - len(pairs), len(got) - len(pairs))
    units = [(1, 1, 1)] * len(pairs) + [(0, 0, 1)] * only[0] + [(0, 1, 0)] * only[1]
    for name, of in _OF.items():
        yield figure(f"measures.{name}", units, of)
    missed = [(0, 1)] * only[0]
    yield figure("measures.state", [*((w.get("state") in (None, g.get("state")), 1) for w, g in pairs), *missed], share)
    starts = [(near_day(w.get("start"), g.get("start")), 1) for w, g in pairs]
    yield figure("measures.start", [*starts, *missed], share)
    answers = [w for w in want if w.get("reciprocal_of")]
    if answers:
        right = [(bool(g.get("reciprocal_of")), 1) for w, g in pairs if w.get("reciprocal_of")]
        yield figure("measures.reciprocity", [*right, *[(0, 1)] * (len(answers) - len(right))], share)


def _exact(tree: Tree) -> Figure:
    """Whether every quote stands where it is said to stand; over the whole record."""
    texts = {d["id"]: d.get("text", "") for d in tree["documents"]}
    rows = [row for kind in ("dates", "reports", "statements") for row in tree.get(kind, ())]
    units = [(texts.get(r["document"], "")[r["start"] : r["end"]] == r["text"], 1) for r in rows]
    return figure("evidence.exact", units, share)


def _rows(page: Beside) -> Iterator[Compared]:
    yield from compared(page.name, "report", page.rows("events"), page.reports, page.pairs)
    yield from compared(page.name, "statement", page.rows("statements"), page.statements, page.said)
