"""How near a text comes to what it should be; all figures 0..1."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bench.pages.sets import Sample

SHINGLE = 4  # words, as in scrapinghub's article-extraction-benchmark


def shingle_f1(gold: str, found: str) -> float:
    """F1 of the runs of `SHINGLE` words in common."""
    ours, theirs = _shingles(found), _shingles(gold)
    both = sum((ours & theirs).values())
    return 2 * both / total if (total := sum(ours.values()) + sum(theirs.values())) else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    size = min(SHINGLE, max(len(words), 1))
    return Counter(zip(*(words[at:] for at in range(size)), strict=False))


def segment_f1(samples: Sequence[Sample], texts: Iterable[str]) -> float:
    """F1 over all segments of all pages, as trafilatura's evaluation counts them; blanks do not matter."""
    hit = missed = wrong = 0
    for sample, text in zip(samples, texts, strict=True):
        flat = _flat(text)
        found = sum(_flat(segment) in flat for segment in sample.wanted)
        hit, missed = hit + found, missed + len(sample.wanted) - found
        wrong += sum(_flat(segment) in flat for segment in sample.unwanted)
    return 2 * hit / (2 * hit + missed + wrong) if hit else 0.0


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def body_score(samples: Sequence[Sample], texts: Sequence[str]) -> float:
    """Of one set: the mean shingle F1, or the segment F1 where segments are what is known."""
    if samples[0].wanted:
        return segment_f1(samples, texts)
    return sum(shingle_f1(s.text, t) for s, t in zip(samples, texts, strict=True)) / len(samples)
