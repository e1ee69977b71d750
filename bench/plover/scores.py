"""Accuracy, macro-F1 and the confusion matrix of predicted roots."""

from collections import Counter
from collections.abc import Sequence


def accuracy(gold: Sequence[str], said: Sequence[str | None]) -> float:
    return sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)


def macro(gold: Sequence[str], said: Sequence[str | None]) -> float:
    return sum(f1(gold, said, root) for root in set(gold)) / len(set(gold))


def f1(gold: Sequence[str], said: Sequence[str | None], root: str) -> float:
    right = sum(g == s == root for g, s in zip(gold, said, strict=True))
    return 2 * right / max(sum(g == root for g in gold) + sum(s == root for s in said), 1)


def confusion(gold: Sequence[str], said: Sequence[str | None]) -> list[list[str]]:
    """A header, then a row a gold root: its name, how often each root was said of it, its F1."""
    roots = sorted(set(gold))
    told = sorted({s or "–" for s in said} - set(roots))
    counts = Counter((g, s or "–") for g, s in zip(gold, said, strict=True))
    head = ["gold \\ said", *(r[:4] for r in roots), *told, "F1"]
    body = [[g, *(str(counts[g, s] or "·") for s in (*roots, *told)), f"{f1(gold, said, g):.2f}"] for g in roots]
    return [head, *body]
