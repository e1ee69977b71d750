"""A sentence as a bag of features: its words and pairs, where they stand to actor and recipient, and the acts our codebook sees."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bench.plover.rules import Found
from bench.plover.sentences import Case

from detente.mentions.tokens import Token, tokens

NEXT = 5  # words right after the actor that get a feature of their own
ACT = 2.0  # weight of an act of ours beside a word's 1
TOLD = 4.0  # weight of what the rules would say


def bag(case: Case, found: Sequence[Found], said: str | None) -> Mapping[str, float]:
    """Feature -> weight; names of actor and recipient are masked."""
    words = _masked(case)
    out: Counter[str] = Counter()
    for i, word in enumerate(words):
        out[f"w {word}"] += 1.0
        out[f"b {word} {words[i + 1] if i + 1 < len(words) else '.'}"] += 1.0
        out[f"c {word[:5]}"] += 0.5
    for word in _after(words):
        out[f"a {word}"] += 1.5
        out[f"a {word[:5]}"] += 1.0
    for act in found:
        out[f"act {act.act}"] = ACT
        out[f"root {act.root}"] = ACT
    out[f"said {said}"] = TOLD
    return {name: min(weight, 4.0) for name, weight in out.items()}


def words_only(case: Case) -> Mapping[str, float]:
    """The same without anything of ours: what a plain classifier of words and pairs sees."""
    words = _masked(case)
    out: Counter[str] = Counter(f"w {w}" for w in words)
    out.update(f"b {a} {b}" for a, b in pairwise(words))
    return {name: float(weight) for name, weight in out.items()}


def _masked(case: Case) -> list[str]:
    out: list[str] = []
    for token in tokens(case.text):
        word = _mask(token, case)
        if word not in {"<s>", "<t>"} or out[-1:] != [word]:
            out.append(word)
    return out


def _mask(token: Token, case: Case) -> str:
    if any(s <= token.start < e for s, e in case.sources):
        return "<s>"
    if any(s <= token.start < e for s, e in case.targets):
        return "<t>"
    return "0" if token.key.isdigit() else token.key


def _after(words: Sequence[str]) -> Sequence[str]:
    """The words right after the actor; after the recipient where that one comes first (a passive)."""
    marks = [i for i, w in enumerate(words) if w in {"<s>", "<t>"}]
    return words[marks[0] + 1 : marks[0] + 1 + NEXT] if marks else words[:NEXT]
