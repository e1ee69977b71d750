"""python -m bench.identity SHARED: whether mentions of events in NewsWCL50 are of one event, by our reports alone.

SHARED: where `benchmarks/identity` lies. A mention is of the event of our report whose evidence holds it, the shortest
of several; where no report does it stands alone, or with those of its head lemma in its topic.
"""

import argparse
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.identity.newswcl import Article, Mention, articles, mentions
from bench.identity.scores import line, score

from detente.chronicle import gather
from detente.codebook import Codebook, load
from detente.model import Page, Reading, Record
from detente.pipeline import code

SHOWN = [f"{m} {f}" for m in ("MUC", "B³", "CEAFe", "CoNLL") for f in ("P", "R", "F1")]


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m bench.identity")
    ask.add_argument("shared", type=Path)
    folder = ask.parse_args().shared / "benchmarks" / "identity"
    found = articles(folder)
    told = mentions(folder, found)
    read = readings(found.values(), load())
    record = gather(read.values(), load())
    gold = {m.id: m.chain for m in told}
    lemma = {m.id: (m.topic, m.head) for m in told}
    ours = events_of(told, read, record)
    print(f"{len(told)} mentions in {len(set(gold.values()))} chains; {len(ours)} in the evidence of a report of ours")
    print("| | " + " | ".join(SHOWN) + " |\n|---" + "|---" * len(SHOWN) + "|")
    print(line("same head lemma", score(gold, lemma)))
    print(line("our events, all else alone", score(gold, {m.id: ours.get(m.id, m.id) for m in told})))
    print(line("our events, else same head lemma", score(gold, {**lemma, **ours})))
    print(line("both: one group where either says so", score(gold, _either(lemma, ours))))
    seen = {m.id for m in told} & ours.keys()
    print(f"\nThe {len(seen)} alone:\n")
    print(line("same head lemma", score({k: gold[k] for k in seen}, {k: lemma[k] for k in seen})))
    print(line("our events", score({k: gold[k] for k in seen}, {k: ours[k] for k in seen})))


def readings(found: Iterable[Article], book: Codebook) -> dict[str, Reading]:
    """Each article read as a plain text, by name."""
    return {a.name: r for a in found for r in code(Page(a.text.encode(), f"{a.name}.txt"), book)}


def events_of(told: Sequence[Mention], read: Mapping[str, Reading], record: Record) -> dict[str, Hashable]:
    """The event of each mention that stands in the evidence of a report."""
    home = {r.id: e.id for e in record.events for r in e.reports}
    found: dict[str, Hashable] = {}
    for m in told:
        reading = read.get(m.article)
        holding = (
            [r for r in reading.reports if _holds(reading, r.evidence.start, r.evidence.end, m)] if reading else []
        )
        if holding:
            nearest = min(holding, key=lambda r: (r.evidence.end - r.evidence.start, r.id))
            found[m.id] = home[nearest.id]
    return found


def _holds(reading: Reading, start: int, end: int, m: Mention) -> bool:
    return start <= m.start and m.end <= end


def _either(one: Mapping[str, Hashable], other: Mapping[str, Hashable]) -> dict[str, Hashable]:
    """The finest groups that hold together whatever either holds together."""
    parent: dict[Hashable, Hashable] = {}

    def head(x: Hashable) -> Hashable:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for mention, name in other.items():
        parent[head(("lemma", one[mention]))] = head(("event", name))
    return {mention: head(("lemma", name)) for mention, name in one.items()}


if __name__ == "__main__":
    main()
