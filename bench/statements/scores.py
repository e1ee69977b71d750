"""Two measures: overlap of spans, as the quotation extractors publish it; and statements paired with coded ones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.statements.sets import Span

Row = dict[str, Any]
FLOOR = 0.6  # share of the shorter text's words that two statements must have in common


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    gold: int

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0
        )


def overlap(
    gold: Sequence[Sequence[Span]], found: Sequence[Sequence[Span]], least: float, kinds: Sequence[str]
) -> Score:
    """Recall: gold spans of these kinds of which some found span covers `least`; precision: the other way round.

    The kind of a found span is its own, so a quotation found as reported speech counts where it was found.
    """
    counts = [
        counted(g, f, [s for s in g if s.kind in kinds], [s for s in f if s.kind in kinds], least)
        for g, f in zip(gold, found, strict=True)
    ]
    return pooled(counts)


def counted(
    gold: Sequence[Span], found: Sequence[Span], wanted: Sequence[Span], said: Sequence[Span], least: float
) -> tuple[int, int, int, int]:
    """Of one article: how many of `wanted` are found, how many there are; how many `said` are in the gold, and are there."""
    right = sum(any(_covered(s, o) >= least for o in found) for s in wanted)
    sound = sum(any(_covered(s, o) >= least for o in gold) for s in said)
    return right, len(wanted), sound, len(said)


def pooled(counts: Iterable[tuple[int, int, int, int]]) -> Score:
    right, wanted, sound, said = (sum(column) for column in zip(*counts, strict=True))
    return Score(sound / said if said else 0.0, right / wanted if wanted else 0.0, wanted)


def _covered(span: Span, other: Span) -> float:
    return max(0, min(span.end, other.end) - max(span.start, other.start)) / max(1, span.end - span.start)


def paired(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each coded statement with the found one that shares most words, at least FLOOR; ties by speaker, then order."""
    ranked = sorted(
        ((_shared(g["evidence"], f["text"]), same_speaker(g["speaker"], f["speaker"]), -i, -j)
         for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)  # fmt: skip
    pairs, used_g, used_f = [], set[int](), set[int]()
    for share, _, i, j in ranked:
        if share >= FLOOR and i not in used_g and j not in used_f:
            used_g.add(i)
            used_f.add(j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def _words(text: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", text or "").replace("’", "'")
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)).lower())


def _shared(a: str, b: str) -> float:
    one, other = Counter(_words(a)), Counter(_words(b))
    least = min(one.total(), other.total())
    return (one & other).total() / least if least else 0.0


def same_speaker(gold: str | None, found: str | None) -> bool:
    """One name lies in the other, articles aside: "le ministère malien" and "ministère malien"; null is null."""
    if gold is None or found is None:
        return gold is found
    one, other = ({w for w in _words(t) if len(w) > 3 or w.isdigit()} for t in (gold, found))
    return bool(one & other) and (one <= other or other <= one)
