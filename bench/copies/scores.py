"""What a trace gets right, how long it takes, what it holds."""

import resource
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from time import process_time

from bench.copies.sets import Entry, entries

from detente.chronicle.copies import Lineage, trace
from detente.codebook import load


def measured(size: int) -> tuple[list[tuple[float, float, float]], float, float, float, str]:
    found, words = entries(size), load().sources
    held = _peak()
    start = process_time()
    lineage = trace((entry.document for entry in found), words)
    seconds = process_time() - start
    return scores(found, lineage), seconds, held, _peak(), by_kind(found, lineage)


def scores(found: Sequence[Entry], lineage: Lineage) -> list[tuple[float, float, float]]:
    """Precision, recall, F1 of pairs: of copies, then of origins."""
    texts = roots(lineage)
    return [
        pairs([(entry.text, texts.get(entry.document.id, entry.document.id)) for entry in found]),
        pairs([(entry.family, lineage.origins[entry.document.id]) for entry in found]),
    ]


def roots(lineage: Lineage) -> Mapping[str, str]:
    """Copy -> the text that is no copy, at the end of its chain."""
    parents = dict(lineage.copies)
    found = {}
    for copy in parents:
        root = copy
        while root in parents:
            root = parents[root]
        found[copy] = root
    return found


def pairs(labels: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """(precision, recall, F1) of the pairs in one group. labels: (true group, found group), one a page."""
    both, true, told = (_count(Counter(column)) for column in (labels, [a for a, _ in labels], [b for _, b in labels]))
    precision, recall = both / max(told, 1), both / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _count(groups: Mapping[Hashable, int]) -> int:
    return sum(n * (n - 1) // 2 for n in groups.values())


def by_kind(found: Sequence[Entry], lineage: Lineage) -> str:
    """Of each kind of page, the share that has its family's origin (an outsider's: its own)."""
    heads = {entry.family: lineage.origins[entry.document.id] for entry in found if entry.kind == "first"}
    right: dict[str, list[bool]] = defaultdict(list)
    sizes = Counter(lineage.origins.values())
    for entry in found:
        origin = lineage.origins[entry.document.id]
        alone = sizes[origin] == 1
        right[entry.kind].append(origin == heads[entry.family] if entry.family in heads else alone)
    return ", ".join(f"{kind} {sum(some) / len(some):.3f} of {len(some)}" for kind, some in sorted(right.items()))


def _peak() -> float:
    """The most memory this process has held, in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
