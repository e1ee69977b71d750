"""How near what is found comes to what people marked; all figures 0..1."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bench.time.readers import Found
from bench.time.sets import Case, Gold

Match = Literal["overlap", "extent", "value"]

# What one tool counts into an expression and another leaves out: prepositions and articles before, not after.
_BEFORE = re.compile(
    r"^(?:(?:on|in|at|by|since|until|till|from|to|of|for|during|over|the|this|as|before|after|dated|between|around"
    r"|en|le|la|les|au|aux|à|de|du|des|ce|cet|cette|ces|dans|depuis|dès|jusqu|avant|après|vers|pour|pendant|durant"
    r"|entre|cours|lors|partir|compter|ici|plus|tard)\b[\s'’]*|[ld]['’])+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Score:
    """right: gold found right; found, gold: how many there are of each."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


def score(cases: Sequence[Case], found: Sequence[Sequence[Found]], match: Match, dated: bool) -> Score:
    """dated: whether only expressions with days count; else every extent does."""
    rows = [_one(case, rows, match, dated) for case, rows in zip(cases, found, strict=True)]
    return Score(*map(sum, zip(*rows, strict=True)))


def _one(case: Case, found: Sequence[Found], match: Match, dated: bool) -> tuple[int, int, int]:
    kept = [f for f in found if (f.days and f.is_date) or not dated]
    gold = [g for g in case.gold if g.counts]
    beside = [g for g in case.gold if not g.counts]
    right, left = 0, list(kept)
    for mark in gold:
        hit = next((f for f in left if _matches(case.text, mark, f, match)), None)
        if hit:
            right += 1
            left.remove(hit)
    wrong = [f for f in left if not any(_overlap(f, g) for g in beside) or any(_overlap(f, g) for g in gold)]
    return right, right + len(wrong), len(gold)


def _matches(text: str, mark: Gold, found: Found, match: Match) -> bool:
    if not _overlap(found, mark):
        return False
    if match == "extent":
        return _core(text, mark.start, mark.end) == _core(text, found.start, found.end)
    return match == "overlap" or found.days in mark.values


def _overlap(one: Found | Gold, other: Found | Gold) -> bool:
    return one.start < other.end and other.start < one.end


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The extent without the words that tools disagree on, nor the punctuation behind it."""
    words = text[start:end]
    before = _BEFORE.match(words)
    begin = start + (before.end() if before and before.end() < len(words) else 0)
    return begin, start + len(words.rstrip(" .,;:"))


def per_cpu_second(things: int, seconds: float) -> str:
    return f"{things / max(seconds, 1e-9):,.0f}"


def sentences(texts: Iterable[str]) -> int:
    """Roughly: a stop, a mark or a line's end, and white space or nothing behind."""
    return sum(max(1, len(re.findall(r"[.!?…](?:\s|$)|\n\n", text))) for text in texts)
