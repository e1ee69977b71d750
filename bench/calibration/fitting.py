"""A logistic model with ridge, fitted by Newton's steps; every figure is of stories the model has not seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from bench.calibration.pages import Rated
from numpy.typing import NDArray

from detente.codebook.confidence import FEATURES

RIDGE = 3.0  # penalty on a squared weight; from 1 to 10 the Brier score moves by 0.002
STEPS = 50
BINS = 8

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bin:
    """Reports of like confidence: how many, their mean confidence, how many were right."""

    count: int
    mean: float
    right: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What enters the chronology above a threshold: how many, how many right in type and sides, and in type alone."""

    count: int
    right: int
    typed: int


def fit(rows: Sequence[Rated]) -> Numbers:
    """Base and weights in the order of FEATURES. The base is not penalised."""
    seen, right = _matrix(rows), np.array([r.right for r in rows], float)
    weights, penalty = np.zeros(seen.shape[1]), np.diag([0.0] + [RIDGE] * len(FEATURES))
    for _ in range(STEPS):
        p = _logistic(seen @ weights)
        slope = seen.T @ (right - p) - penalty @ weights
        step = np.linalg.solve(seen.T @ (seen * (p * (1 - p))[:, None]) + penalty, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-10:
            break
    return weights


def unseen(rows: Sequence[Rated]) -> Numbers:
    """The probability of each report by the model fitted on all other stories."""
    out = np.zeros(len(rows))
    for story in sorted({r.story for r in rows}):
        mine = np.array([r.story == story for r in rows])
        weights = fit([r for r in rows if r.story != story])
        out[mine] = _logistic(_matrix([r for r in rows if r.story == story]) @ weights)
    return out


def threshold(rows: Sequence[Rated], told: Numbers, precision: float) -> float:
    """The lowest confidence, in hundredths, at and above which at least such a share is right in type; 1 if there is none."""
    typed = np.array([r.typed for r in rows])
    enough = [t for t in np.arange(0.3, 1, 0.01) if (told >= t).sum() and typed[told >= t].mean() >= precision]
    return round(float(min(enough, default=1.0)), 2)


def kept(rows: Sequence[Rated], told: Numbers, over: float | Numbers) -> Kept:
    """over: one threshold, or one a report."""
    entered = [r for r, enters in zip(rows, told >= over, strict=True) if enters]
    return Kept(len(entered), sum(r.right for r in entered), sum(r.typed for r in entered))


def unseen_threshold(rows: Sequence[Rated], precision: float) -> Numbers:
    """For each report the threshold chosen without its story, by cross-validation among the others."""
    out = np.zeros(len(rows))
    for story in sorted({r.story for r in rows}):
        others = [r for r in rows if r.story != story]
        out[[r.story == story for r in rows]] = threshold(others, unseen(others), precision)
    return out


def brier(told: Numbers, right: Numbers) -> float:
    return float(((told - right) ** 2).mean())


def bins(told: Numbers, right: Numbers) -> list[Bin]:
    """Groups of like size in order of confidence; equal confidences are never parted."""
    edges = np.unique(np.quantile(told, np.linspace(0, 1, BINS + 1)[1:-1]))
    group = np.searchsorted(edges, told, side="right")
    parts = [(told[group == g], right[group == g]) for g in np.unique(group)]
    return [Bin(len(p), float(p.mean()), int(t.sum())) for p, t in parts]


def calibration_error(found: Sequence[Bin]) -> float:
    """Mean distance between what was promised and what came, over reports."""
    return sum(abs(b.count * b.mean - b.right) for b in found) / sum(b.count for b in found)


def auc(told: Numbers, right: Numbers) -> float:
    """How often a right report has a higher confidence than a wrong one."""
    good, bad = told[right == 1][:, None], told[right == 0][None, :]
    return float(((good > bad) + 0.5 * (good == bad)).mean())


def _matrix(rows: Sequence[Rated]) -> Numbers:
    return np.array([[1.0, *(r.known.get(name, 0.0) for name in FEATURES)] for r in rows])


def _logistic(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-odds)))
