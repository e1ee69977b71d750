"""The sentences of PLV_train.tsv (snowood1/Zero-Shot-PLOVER): text, where actor and recipient stand, and the gold root."""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path("benchmarks/plover/PLV_train.tsv")
RUN = 6  # words in a row that make two sentences near copies: they never part between training and test
_MARK = re.compile(r"</?([st])>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Case:
    """sources, targets: [start, end) of every marked actor and recipient; peer: the published system's root."""

    text: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]
    root: str
    peer: str


def cases(shared: Path) -> list[Case]:
    """All rows, in the file's order. Raises OSError where the file is not."""
    with (shared / FILE).open(encoding="utf-8", newline="") as file:
        return [_case(row) for row in csv.DictReader(file, delimiter="\t")]


def _case(row: dict[str, str]) -> Case:
    text, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    marked = row["marked_sentence"]
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group().startswith("</"):
            spans[mark[1]].append((opened.pop(mark[1], len(text)), len(text)))
        else:
            opened[mark[1]] = len(text)
    text += marked[last:]
    return Case(text, tuple(spans["s"]), tuple(spans["t"]), row["gold_root"], row["root_L2"])


def folds(found: Sequence[Case], parts: int, seed: int) -> list[int]:
    """The fold of every case: near copies (six words in a row shared) together, the roots spread evenly."""
    family = _families(found)
    groups: dict[int, list[int]] = defaultdict(list)
    for i, head in enumerate(family):
        groups[head].append(i)
    order = sorted(groups.values(), key=lambda g: g[0])
    random.Random(seed).shuffle(order)
    sizes: dict[tuple[str, int], int] = defaultdict(int)
    out = [0] * len(found)
    for group in sorted(order, key=len, reverse=True):
        root = found[group[0]].root
        fold = min(range(parts), key=lambda k: (sizes[root, k], sum(n for (_, j), n in sizes.items() if j == k)))
        for i in group:
            out[i] = fold
            sizes[found[i].root, fold] += 1
    return out


def _families(found: Sequence[Case]) -> list[int]:
    """For every case the first case that it shares a run of words with, directly or through others."""
    head = list(range(len(found)))

    def first(i: int) -> int:
        while head[i] != i:
            i = head[i]
        return i

    seen: dict[tuple[str, ...], int] = {}
    for i, case in enumerate(found):
        words = _WORD.findall(case.text.casefold())
        for k in range(len(words) - RUN + 1):
            other = seen.setdefault(tuple(words[k : k + RUN]), i)
            a, b = first(i), first(other)
            head[max(a, b)] = min(a, b)
    return [first(i) for i in range(len(found))]
