"""How far each thing seen in a sentence moves our trust in what we coded from it: `confidence.yml`, fitted, not written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp
from pathlib import Path

from detente.codebook import files
from detente.model import CodebookError

# What can be known of a report when it is coded; `reports/confidence.py` says how each is seen.
FEATURES = (
    "filled", "measure", "order", "noun", "unsettled", "proposed", "undated", "present",
    "pronoun", "adjective", "alone", "content", "clause", "negation", "people", "cooperation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model. base, weights: in log-odds. review: the probability under which an event is for review.

    ledger: that under which it has no part in a measure either; between the two, the measure says what it rests on.
    """

    base: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    review: float = 0.0
    ledger: float = 0.0

    def of(self, seen: frozenset[str]) -> float:
        """Probability, 0..1, that a careful reader agrees with a report of which `seen` is known; to four decimals."""
        return round(1 / (1 + exp(-self.base - sum(self.weights[name] for name in sorted(seen)))), 4)


def load_confidence(path: Path) -> Confidence:
    """The model, checked: a weight for every feature and for no other. Raises CodebookError."""
    tree = files.read(path)
    files.only(path, tree, ("base", "review", "ledger", "weights"))
    weights = tree.get("weights")
    if not isinstance(weights, dict):
        raise CodebookError(f"{files.short(path)}: needs `weights`, one a feature")
    files.only(path, weights, FEATURES)
    if missing := [name for name in FEATURES if name not in weights]:
        raise CodebookError(f"{files.short(path)}: no weight for {', '.join(missing)}")
    thresholds = {name: tree.get(name) for name in ("review", "ledger")}
    numbers = {"base": tree.get("base"), **thresholds, **weights}
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CodebookError(f"{files.short(path)}: {name} must be a number, is {value!r}")
    for name in thresholds:
        if not 0 <= numbers[name] <= 1:
            raise CodebookError(f"{files.short(path)}: {name} is a probability, 0 to 1, not {numbers[name]}")
    known = {k: float(v) for k, v in weights.items()}
    return Confidence(float(tree["base"]), known, float(tree["review"]), float(tree["ledger"]))
