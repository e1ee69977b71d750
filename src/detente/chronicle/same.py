"""Whether two tellings are of one act: every clue weighs what the table says, and the sum decides.

What the sum leaves open stays apart, and is shown as possibly the same, with what speaks for and against.
"""

import math
from collections.abc import Iterable, Mapping
from enum import IntEnum

from detente.chronicle.clues import FEATURES, Feature, amount, people, place, slip, wording
from detente.chronicle.days import dates, printed
from detente.chronicle.tellings import Telling
from detente.model import Clue

NEVER = -math.inf  # of one act this cannot be
SURE, ENOUGH, OPEN = 3.0, 1.0, 0.5  # the sums from which two are the same, may be joined, or are left open

Levels = Mapping[str, float]

# What two tellings of one kind, between the same parties, are worth before anything is compared.
START: Levels = {"meeting": 1.0, "measure": 0.0, "act": 0.0, "words": -1.0}

WEIGHTS: Mapping[str, Levels] = {
    "act": {"same": 0.5, "same type": 0.5, "neighbour": -1.5, "other": NEVER},
    "step": {"same": 0.0, "near": -2.0, "other": NEVER},
    "sides": {"same": 0.0, "other": -5.0, "each its own": NEVER},
    "page": {"one": NEVER, "copied": 10.0},
    "instrument": {"same": 2.0, "vague": 0.25, "broader": 1.0, "near": 0.5, "one silent": -0.5, "other": NEVER},
    "dates": {
        "same day": 3.0,
        "same month": 1.5,
        "may be": 1.0,
        "began before": -2.0,
        "since other days": -2.0,
        "a day apart": -0.5,
        "a week apart": -5.0,
        "another day set": -1.0,
        "another date": -5.0,
        "decided, then in effect": NEVER,
        "apart": NEVER,
    },
    "printed": {"one week": 1.0, "soon after": 0.5, "long after": -0.75},
    "people": {"shared": 2.0, "in part": 0.5, "other": -3.0},
    "place": {"same": 1.0, "other": -3.0},
    "amount": {"same": 1.0, "other": -0.5},
    "wording": {"almost the same": 3.5, "close": 2.5, "alike": 1.25, "nothing": -1.5},
    "slip": {"one field apart, in the same words": 4.0},
    "denies": {"what the other tells": 2.0},
    "unread": {"a day nobody can read": -0.5},
}
# Where a kind of act differs from the rest: each side names its own people at a meeting, and a measure is decided,
# published and in effect on three days.
OF_KIND: Mapping[str, Mapping[str, Levels]] = {
    "meeting": {
        "dates": {"a day apart": -2.5, "another date": -6.0},
        "people": {"other": -1.5},
        "instrument": {"other": -1.0, "one silent": 0.0},
        "step": {"near": 0.0, "other": 0.0},
        "sides": {"other": -2.5},
    },
    "act": {"printed": {"one week": 0.4}},  # of two acts of one type and week nothing says that they are one
    "words": {
        "instrument": {"broader": 0.0, "near": 0.0, "one silent": -1.0},
        "dates": {"same day": 2.0, "same month": 1.0, "a day apart": -1.0},
    },
    "measure": {
        "dates": {"a day apart": 0.0, "a week apart": -1.0, "decided, then in effect": -0.5},
        "people": {"other": -1.0},
        "place": {"other": -1.0},
        "sides": {"other": -8.5},
    },
}


# What many a report leaves out: of two groups of tellings the pairs that say something count, not those that are silent;
# and of wordings the most alike.
LEFT_OUT = (wording, people, place, amount, printed, slip)
Row = tuple[Feature, Levels]


class Verdict(IntEnum):
    DIFFERENT = 0
    UNSURE = 1  # possibly the same, never joined by rule
    FITS = 2  # joined when nothing else fits as well
    SAME = 3


def compare(a: Telling, b: Telling) -> float:
    """What speaks for the two being one act, in sum; symmetric. NEVER where one clue forbids it."""
    found = parts(a, b)
    return sum(w or 0.0 for w in found) if found else NEVER


def parts(a: Telling, b: Telling) -> tuple[float | None, ...] | None:
    """The sum of the fields that every report has, what their days weigh, then each of `SPARSE` by itself, None where it
    says nothing; None for the whole where one clue forbids it."""
    kind = kind_of_pair(a, b)
    total, days = START[kind], 0.0
    for feature, worth in ALWAYS[kind]:
        level = feature(a, b)
        if level is not None:
            if feature is dates:
                days = worth[level]
            else:
                total += worth[level]
            if total + days == NEVER:
                return None
    return total, days, *[None if (level := feature(a, b)) is None else worth[level] for feature, worth in SPARSE[kind]]


def clues(a: Telling, b: Telling) -> tuple[Clue, ...]:
    """Every clue on the two, in the table's order, with what it weighs."""
    kind = kind_of_pair(a, b)
    seen = ((f.__name__, level) for f in FEATURES if (level := f(a, b)))
    return tuple(Clue(feature, level, weight(kind, feature, level)) for feature, level in seen)


def weight(kind: str, feature: str, level: str) -> float:
    return OF_KIND.get(kind, {}).get(feature, {}).get(level, WEIGHTS[feature][level])


def _rows(kind: str, features: Iterable[Feature]) -> tuple[Row, ...]:
    """Each feature with what its levels weigh for this kind of act."""
    return tuple((f, {level: weight(kind, f.__name__, level) for level in WEIGHTS[f.__name__]}) for f in features)


ALWAYS = {kind: _rows(kind, (f for f in FEATURES if f not in LEFT_OUT)) for kind in START}
SPARSE = {kind: _rows(kind, LEFT_OUT) for kind in START}


def kind_of_pair(a: Telling, b: Telling) -> str:
    return a.kind if a.kind == b.kind else "act"


def verdict(total: float, unread: bool = False) -> Verdict:
    """unread: whether a day nobody can read is among the clues, which leaves any but a copy open."""
    if total < OPEN:
        return Verdict.DIFFERENT
    if total < ENOUGH or (unread and total < 10):
        return Verdict.UNSURE
    return Verdict.SAME if total >= SURE else Verdict.FITS
