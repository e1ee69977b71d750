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
    """A logistic model. base, weights: in log-odds. review: the probability under which an event is for review."""

    base: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    review: float = 0.0

    def of(self, seen: frozenset[str]) -> float:
        """Probability, 0..1, that a careful reader agrees with a report of which `seen` is known; to four decimals."""
        return round(1 / (1 + exp(-self.base - sum(self.weights[name] for name in sorted(seen)))), 4)


def load_confidence(path: Path) -> Confidence:
    """The model, checked: a weight for every feature and for no other. Raises CodebookError."""
    tree = files.read(path)
    files.only(path, tree, ("base", "review", "weights"))
    weights = tree.get("weights")
    if not isinstance(weights, dict):
        raise CodebookError(f"{files.short(path)}: needs `weights`, one a feature")
    files.only(path, weights, FEATURES)
    if missing := [name for name in FEATURES if name not in weights]:
        raise CodebookError(f"{files.short(path)}: no weight for {', '.join(missing)}")
    numbers = {"base": tree.get("base"), "review": tree.get("review"), **weights}
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CodebookError(f"{files.short(path)}: {name} must be a number, is {value!r}")
    if not 0 <= numbers["review"] <= 1:
        raise CodebookError(f"{files.short(path)}: review is a probability, 0 to 1, not {numbers['review']}")
    return Confidence(float(tree["base"]), {k: float(v) for k, v in weights.items()}, float(tree["review"]))
