"""MUC, B³, CEAFe and their mean, the CoNLL F1, as cross-document coreference is scored; all figures 0..1."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

Groups = Mapping[Hashable, frozenset[str]]
Triple = tuple[float, float, float]  # precision, recall, F1


def score(gold: Mapping[str, Hashable], got: Mapping[str, Hashable]) -> dict[str, Triple]:
    """gold, got: group of each mention; the same mentions in both."""
    want, have = _groups(gold), _groups(got)
    found = {
        "MUC": _triple(_links(have, gold), _links(want, got)),
        "B³": _triple(_shares(have, want, got, gold), _shares(want, have, gold, got)),
        "CEAFe": _entities(want, have),
    }
    means = [sum(t[i] for t in found.values()) / 3 for i in range(3)]
    return {**found, "CoNLL": (means[0], means[1], means[2])}


def _groups(named: Mapping[str, Hashable]) -> Groups:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for mention, name in named.items():
        found[name].add(mention)
    return {name: frozenset(members) for name, members in found.items()}


def _links(groups: Groups, other: Mapping[str, Hashable]) -> float:
    """Of the links that hold these groups together, how many the other side has."""
    kept = sum(len(g) - len({other[m] for m in g}) for g in groups.values())
    whole = sum(len(g) - 1 for g in groups.values())
    return kept / whole if whole else 0.0


def _shares(one: Groups, other: Groups, of: Mapping[str, Hashable], beside: Mapping[str, Hashable]) -> float:
    """Over mentions, how much of their group on the one side stands in their group on the other."""
    return sum(len(one[of[m]] & other[beside[m]]) / len(one[of[m]]) for m in of) / len(of)


def _entities(want: Groups, have: Groups) -> Triple:
    """The best assignment of groups to groups, by their likeness."""
    ours, theirs = list(have.values()), list(want.values())
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in ours] for a in theirs])
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return _triple(total / len(ours), total / len(theirs))


def _triple(precision: float, recall: float) -> Triple:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def line(name: str, found: Mapping[str, Iterable[float]]) -> str:
    return f"| {name} | " + " | ".join(f"{x:.3f}" for t in found.values() for x in t) + " |"
