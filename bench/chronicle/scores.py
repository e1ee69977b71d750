"""What the chronicle made of gold reports, beside what the gold says of the whole corpus; all figures 0..1."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from bench.chronicle.gold import Corpus, Gold

from detente.model import Event, Measure, Record

Figures = dict[str, float]


def score(corpus: Corpus, record: Record) -> Figures:
    home = {r.id: e.id for e in record.events for r in e.reports}
    return {
        **b_cubed(corpus, home),
        **joined(corpus, home),
        **measures(corpus, record),
        **contradictions(corpus, record),
    }


def b_cubed(corpus: Corpus, home: Mapping[str, str]) -> Figures:
    """B³ over all gold reports."""
    key, event = defaultdict(set), defaultdict(set)
    for report, name in corpus.keys.items():
        key[name].add(report)
        event[home[report]].add(report)
    rows = [(key[name], event[home[report]]) for report, name in corpus.keys.items()]
    precision = sum(len(k & e) / len(e) for k, e in rows) / len(rows)
    recall = sum(len(k & e) / len(k) for k, e in rows) / len(rows)
    return {"b3.precision": precision, "b3.recall": recall, "b3": _f1(precision, recall)}


def joined(corpus: Corpus, home: Mapping[str, str]) -> Figures:
    """Of the acts told by several pages, how many are one event; and of possibly-same pairs, how many are so shown."""
    told = defaultdict(set)
    for report, name in corpus.keys.items():
        told[name].add(home[report])
    several = [k for k, pages in corpus.cross.get("clusters", {}).items() if len(set(pages)) > 1 and k in told]
    return {"joined": sum(len(told[k]) == 1 for k in several) / len(several) if several else 1.0}


def measures(corpus: Corpus, record: Record) -> Figures:
    want: Sequence[Gold] = corpus.cross.get("measures", [])
    hits = list(_paired(want, record.measures))
    answers = [w for w in want if w.get("reciprocal_of")]
    n = len(want) or 1
    recall, precision = len(hits) / n, len(hits) / max(len(record.measures), 1)
    return {
        "measures.precision": precision,
        "measures.recall": recall,
        "measures": _f1(precision, recall),
        "state": sum(w["state"] in (None, m.state.value) for w, m in hits) / n,
        "start": sum(near(w.get("start"), m.start.edtf if m.start else None) for w, m in hits) / n,
        "answers": sum(bool(m.reciprocal_of) for w, m in hits if w.get("reciprocal_of")) / max(len(answers), 1),
        "answers.precision": _precision([(w, m) for w, m in hits if m.reciprocal_of]),
    }


def _precision(answering: Sequence[tuple[Gold, Measure]]) -> float:
    return sum(bool(w.get("reciprocal_of")) for w, _ in answering) / len(answering) if answering else 1.0


def contradictions(corpus: Corpus, record: Record) -> Figures:
    want = {(c["key"], c["field"]) for c in corpus.cross.get("contradictions", [])}
    got = {pair for c in record.contradictions for pair in _named(corpus, c.event, c.field, record.events)}
    hit = len(want & got)
    return {"clash.precision": hit / len(got) if got else 1.0, "clash.recall": hit / len(want) if want else 1.0}


def _named(corpus: Corpus, event: str, field: str, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    told = next(e for e in events if e.id == event).reports
    keys = sorted({corpus.keys[r.id] for r in told})
    return iter([(keys[0], field)] if len(keys) == 1 else [("+".join(keys), field)])


def _paired(want: Sequence[Gold], got: Collection[Measure]) -> Iterator[tuple[Gold, Measure]]:
    """Each gold measure with at most one of ours, the most alike first."""
    scored = sorted(
        ((_alike(w, m), -i, -j) for i, w in enumerate(want) for j, m in enumerate(got) if _alike(w, m)), reverse=True
    )
    left_w, left_m, pool = set(range(len(want))), set(range(len(got))), list(got)
    for _, i, j in scored:
        if -i in left_w and -j in left_m:
            left_w.remove(-i)
            left_m.remove(-j)
            yield want[-i], pool[-j]


def _alike(want: Gold, got: Measure) -> int:
    same = _kind(want["instrument"]) == _kind(got.instrument) and bool(set(want["imposer"]) & set(got.imposer))
    if not same or (want["target"] and not set(want["target"]) & set(got.target)):
        return 0
    start = near(want.get("start"), got.start.edtf if got.start else None)
    return 1 + start + (want["instrument"] == got.instrument)


def _kind(instrument: str) -> str:
    return re.sub(r"[^a-z].*", "", instrument.lower())


def near(gold: str | None, got: str | None) -> bool:
    """The same to the coarser of the two; gold that gives none is content."""
    if gold is None or not got:
        return gold is None
    a, b = (re.sub(r"[~?%]", "", d).split("/")[0] for d in (gold, got))
    n = min(len(a), len(b))
    return n >= 4 and a[:n] == b[:n]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def faults(corpus: Corpus, record: Record) -> Iterator[str]:
    """One line for what is apart, together, missed or invented."""
    home = {r.id: e for e in record.events for r in e.reports}
    told = defaultdict(list)
    for report, name in corpus.keys.items():
        told[name].append(home[report])
    for name, events in sorted(told.items()):
        ids = sorted({e.id for e in events})
        if len(ids) > 1:
            doubt = any(b in a.possibly_same for a, b in ((e, i) for e in events for i in ids))
            yield f"apart {name} ({len(ids)}{', shown as possibly the same' if doubt else ''})"
    for event in record.events:
        keys = sorted({corpus.keys[r.id] for r in event.reports})
        yield from (f"together {a} {b}" for a, b in combinations(keys, 2))
    want = corpus.cross.get("measures", [])
    hits = list(_paired(want, record.measures))
    for w in want:
        m = next((m for x, m in hits if x is w), None)
        line = f"{w['instrument']} {w['imposer']}>{w['target']} {w['start']} {w['state']} answers {w['reciprocal_of']}"
        if m is None:
            yield f"no measure {line}"
        elif w["state"] not in (None, m.state.value) or not near(w["start"], m.start.edtf if m.start else None):
            yield f"measure {line}: {m.state.value} {m.start.edtf if m.start else None}"
        elif bool(w["reciprocal_of"]) != bool(m.reciprocal_of):
            yield f"measure {line}: answers {m.reciprocal_of}"
    paired = {m.id for _, m in hits}
    for m in record.measures:
        if m.id not in paired:
            keys = {corpus.keys[r.id] for e in record.events if e.id in m.events for r in e.reports}
            yield f"extra measure {m.instrument} {m.imposer}>{m.target} {m.state.value} {sorted(keys)}"
    found = {pair for c in record.contradictions for pair in _named(corpus, c.event, c.field, record.events)}
    wanted = {(c["key"], c["field"]) for c in corpus.cross.get("contradictions", [])}
    yield from (f"clash missed {k} {f}" for k, f in sorted(wanted - found))
    yield from (f"clash extra {k} {f}" for k, f in sorted(found - wanted))
