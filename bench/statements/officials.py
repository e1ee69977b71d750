"""Indirect speech of officials in PolNeAR: whose source names an office, an institution or a spokesperson (officials.yml)."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from bench.statements.scores import Score, counted, pooled
from bench.statements.sets import Article, Span

NAME = r"(?:[A-Z][\w’'-]+\.?\s+){0,3}?([A-Z][a-z][\w’-]+)"
DRAWS, SEED = 1000, 11


@dataclass(frozen=True)
class Officials:
    """The lists of officials.yml."""

    offices: tuple[str, ...]
    institutions: tuple[str, ...]
    no: tuple[str, ...]
    thoughts: tuple[str, ...]

    @cached_property
    def _held(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{_any(self.offices)})(?:\s+|,\s+)", re.I)

    def names(self, text: str) -> frozenset[str]:
        """Surnames that a page sets right behind an office that is held."""
        found = set()
        for held in self._held.finditer(text):
            before = text[max(held.start() - 20, 0) : held.start()].casefold()
            name = re.compile(NAME).match(text, held.end())
            if name and not any(word in before.split() for word in ("former", "ex-", "ex")):
                found.add(name[1])
        return frozenset(found)

    def are(self, source: str, names: frozenset[str]) -> bool:
        own = source.replace("’s", "").replace("'s", "")
        if re.search(rf"(?<!\w)(?:{_any(self.no)})(?!\w)", own, re.I):
            return bool(re.search(r"spokes\w+", own, re.I))
        told = re.search(rf"(?<![\w-])(?:{_any(self.offices + self.institutions)})(?!\w)", own, re.I)
        return bool(told) or any(word in names for word in re.findall(r"[A-Z][\w’-]+", own))

    def speaks(self, span: Span) -> bool:
        words = re.findall(r"\w+", span.cue.casefold())
        return not any(word.startswith(t) for word in words for t in self.thoughts)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def load() -> Officials:
    told = yaml.safe_load(Path(__file__).with_name("officials.yml").read_text(encoding="utf-8"))
    return Officials(*(tuple(told[k]) for k in ("offices", "institutions", "not", "thoughts")))


def chosen(
    articles: Sequence[Article], found: Sequence[Sequence[Span]], officials: Officials, speech: bool
) -> tuple[list[list[bool]], list[list[bool]]]:
    """Of each gold and each found span whether it counts. speech: only by cues that say something."""
    gold, ours = [], []
    for article, spans in zip(articles, found, strict=True):
        names = officials.names(article.text)
        for some, out in ((article.gold, gold), (spans, ours)):
            out.append(
                [
                    s.kind == "indirect" and officials.are(s.source, names) and (not speech or officials.speaks(s))
                    for s in some
                ]
            )
    return gold, ours


def interval(counts: Sequence[tuple[int, int, int, int]]) -> tuple[float, float]:
    """F1's 95 % interval, articles drawn anew with replacement. counts: of each, right, wanted, sound, said."""
    dice = random.Random(SEED)
    drawn = sorted(pooled(dice.choices(counts, k=len(counts))).f1 for _ in range(DRAWS))
    return drawn[DRAWS // 40], drawn[-DRAWS // 40]


def measured(
    articles: Sequence[Article], found: Sequence[Sequence[Span]], officials: Officials, speech: bool, least: float
) -> tuple[Score, tuple[float, float]]:
    gold_in, ours_in = chosen(articles, found, officials, speech)
    counts = [
        counted(a.gold, f, [s for s, k in zip(a.gold, g, strict=True) if k], [s for s, k in zip(f, o, strict=True) if k],
                least)
        for a, f, g, o in zip(articles, found, gold_in, ours_in, strict=True)
    ]  # fmt: skip
    return pooled(counts), interval(counts)
