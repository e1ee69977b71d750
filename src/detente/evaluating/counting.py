"""What is counted of a record beside the gold; each function gives units: of pages, of rows, of events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detente.evaluating.alike import codes, fold, near_day, same_day, types_of, words
from detente.evaluating.figures import Unit
from detente.evaluating.pairing import Pair, paired, same_quad
from detente.model.evaluation import Row

LEVELS = ("dyad", "quad", "strict", "type", "direction", "near_date", "date", "status", "full")


@dataclass(frozen=True, slots=True)
class Beside:
    """A coded page, the article of the record that reads it if any, and the rows of both."""

    name: str
    gold: Row
    article: Row | None
    reports: Sequence[Row]
    statements: Sequence[Row]
    dates: Sequence[Row]
    pairs: Sequence[Pair]  # of reports
    said: Sequence[Pair]  # of statements

    def rows(self, key: str) -> Sequence[Row]:
        """Rows of the gold: "events", "statements", "dates"."""
        return self.gold.get(key) or ()

    def hits(self) -> "list[Pair]":
        """Reports of the right type beside their events."""
        return [(g, o) for g, o in self.pairs if o["type"] in types_of(g)]


def field_units(pages: Iterable[Beside], name: str) -> Iterator[Unit]:
    """Whether a page's title, outlet, byline, day, language, relevance are the coded ones; only pages whose coders gave one."""
    for page in pages:
        want, got = page.gold.get(name), (page.article or {}).get(name)
        if name in ("relevant", "language"):
            yield (float((bool(got) if name == "relevant" else got) == want), 1)
        elif want:
            plain = want if name == "published" else fold(want).rstrip(".")
            yield (float(plain == (got if name == "published" else fold(got).rstrip("."))), 1)


def body_unit(page: Beside) -> tuple[float, float]:
    """Precision and recall of the article's runs of four words."""
    want, got = (_runs(words((row or {}).get(key))) for row, key in ((page.gold, "body"), (page.article, "text")))
    both = (want & got).total()
    return both / max(got.total(), 1), both / max(want.total(), 1)


def _runs(text: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(text, text[1:], text[2:], text[3:], strict=False))


def date_units(page: Beside) -> tuple[float, float, float]:
    """(found, with the right value, asked); each of ours speaks for one value."""
    left, found, right = list(page.dates), 0, 0
    asked = [d for d in page.rows("dates") if d.get("edtf") is not None]
    for want in asked:
        text = fold(want["text"])
        near = [d for d in left if fold(d["text"]) in text or text in fold(d["text"])]
        good = [d for d in near if same_day(want["edtf"], d.get("edtf"))]
        found, right = found + bool(near), right + bool(good)
        if good:
            left.remove(good[0])
    return found, right, len(asked)


def levels(event: Row, report: Row, book: Any, way: bool) -> frozenset[str]:
    """At which levels a report that was put beside an event is right. way: who did it to whom is right."""
    types, reached = types_of(event), {"dyad"}
    if same_quad(types, report["type"], book):
        reached.add("quad")
    if report["type"] in event["type"].split("|"):
        reached.add("strict")
    if report["type"] not in types:
        return frozenset(reached)
    reached.add("type")
    if not way:
        return frozenset(reached)
    reached.add("direction")
    near = near_day(event.get("date"), report.get("date"))
    status = (event.get("status") or "occurred") == report.get("status")
    told = {
        "near_date": near,
        "date": same_day(event.get("date"), report.get("date")),
        "status": status,
        "full": near and status,
    }
    return frozenset(reached | {name for name, is_so in told.items() if is_so})


def cubed(hits: Sequence[Pair]) -> list[Unit]:
    """B-cubed: of each matched report, the precision and recall of the event that it was gathered into."""
    keyed = [(g["key"], o["event"]) for g, o in hits if g.get("key") and o.get("event")]
    both, keys, events = Counter(keyed), Counter(k for k, _ in keyed), Counter(e for _, e in keyed)
    return [(both[k, e] / events[e], both[k, e] / keys[k], 1) for k, e in keyed]


def joined(hits: Sequence[tuple[str, Row, Row]], clusters: Mapping[str, Sequence[str]]) -> list[Unit]:
    """Of events told by more than one page: whether the reports of at least two are one event of ours."""
    told: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for page, event, report in hits:
        told[event.get("key", "")].append((page, report.get("event")))
    many = [key for key, pages in clusters.items() if len(set(pages)) > 1]
    return [(float(len({e for _, e in told[k]}) == 1 and len({p for p, _ in told[k]}) > 1), 1) for k in sorted(many)]


def copies(want: Iterable[Sequence[str]], got: Iterable[Sequence[str]]) -> list[Unit]:
    """(hits, ours, gold) of each pair of pages that either calls copies."""
    ours, gold = {frozenset(pair) for pair in got}, {frozenset(pair) for pair in want}
    return [(p in ours and p in gold, p in ours, p in gold) for p in sorted(ours | gold, key=sorted)]


def pair_measures(want: Sequence[Row], got: Sequence[Row]) -> list[Pair]:
    """Measures of one kind by the same imposer on the same target; the day they begin decides among several."""

    def like(gold: Row, ours: Row) -> float:
        if _kind(gold) != _kind(ours) or not codes(gold["imposer"]) & codes(ours["imposer"]):
            return 0.0
        if codes(gold.get("target")) and not codes(gold.get("target")) & codes(ours.get("target")):
            return 0.0
        named = gold["instrument"] == ours["instrument"]
        return 1.0 + near_day(gold.get("start"), ours.get("start")) + bool(named)

    return paired(want, got, like, 1)


def _kind(measure: Row) -> str:
    """ "aid (military)" is aid, "visa-bond" visa."""
    name = str(measure["instrument"]).lower()
    return name[: next((i for i, c in enumerate(name) if not "a" <= c <= "z"), len(name))]


def disputes(hits: Sequence[tuple[str, Row, Row]], want: Sequence[Row], got: Sequence[Row]) -> list[Unit]:
    """Of coded contradictions: whether an event of theirs is disputed in that field."""
    events: dict[str, set[Any]] = defaultdict(set)
    for _, event, report in hits:
        events[event.get("key", "")].add(report.get("event"))
    ours = {(c.get("event"), c.get("field")) for c in got}
    return [(float(any((e, c["field"]) in ours for e in events[c["key"]])), 1) for c in want]
