"""How far each thing seen in a sentence moves our trust in what we coded from it: fitted, not written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, log, sqrt
from pathlib import Path

from detente.codebook import files
from detente.model import CodebookError

# What can be known of a report when it is coded; `reports/confidence.py` says how each is seen.
FEATURES = (
    "filled", "measure", "agreed", "noun", "proposed", "undated", "stated", "present", "past", "pronoun", "adjective",
    "third", "content", "clause", "hypothesis", "occasion", "people", "cooperation", "first", "share", "words", "act",
)  # fmt: skip
FAINT = 0.3  # what every word is taken to have been seen besides, so that one never met with a type says little
KINDS = 3  # how many types the rest is smoothed as


@dataclass(frozen=True, slots=True)
class Wordings:
    """In how many coders' sentences of each PLOVER type a word stands, and how many sentences of it there are."""

    sentences: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def speak(self, words: Iterable[str], type: str) -> float:
        """How far the words of a sentence speak for a type, in log-odds against all others; 0 where neither they nor the type were met.

        The sum is over the root of their number, for words of one sentence say much the same (naive Bayes, tempered).
        """
        known = [self.words[word] for word in sorted(words) if word in self.words]
        mine, rest = self.sentences.get(type, 0), sum(self.sentences.values()) - self.sentences.get(type, 0)
        odds = sum(self._odds(seen, type, mine, rest) for seen in known)
        return odds / sqrt(len(known)) if known and mine else 0.0

    @staticmethod
    def _odds(seen: Mapping[str, int], type: str, mine: int, rest: int) -> float:
        here = seen.get(type, 0)
        other = sum(seen.values()) - here
        return log((here + FAINT) / (mine + 2 * FAINT)) - log((other + KINDS * FAINT) / (rest + 2 * KINDS * FAINT))


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model. base, weights: in log-odds. review: the probability under which an event is for review.

    ledger: that under which it has no part in a measure either; between the two, the measure says what it rests on.
    acts: how much oftener than others reports of an act were right, in log-odds; an act that is not there, as often.
    """

    base: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    review: float = 0.0
    ledger: float = 0.0
    acts: Mapping[str, float] = field(default_factory=dict)
    wordings: Wordings = field(default_factory=Wordings)

    def of(self, seen: Mapping[str, float]) -> float:
        """Probability, 0..1, that a careful reader agrees with a report of which `seen` is known; to four decimals.

        seen: how much of each feature; a feature that is not there is 0.
        """
        odds = self.base + sum(self.weights[name] * much for name, much in sorted(seen.items()))
        return round(1 / (1 + exp(-odds)), 4)


def load_confidence(path: Path) -> Confidence:
    """The model, checked: a weight for every feature and for no other; an act that is gone is no fault. Raises CodebookError."""
    tree = files.read(path)
    files.only(path, tree, ("base", "review", "ledger", "weights", "acts"))
    weights, trusted = tree.get("weights"), tree.get("acts") or {}
    if not isinstance(weights, dict) or not isinstance(trusted, dict):
        raise CodebookError(f"{files.short(path)}: needs `weights`, one a feature, and `acts`, log-odds by act")
    files.only(path, weights, FEATURES)
    if missing := [name for name in FEATURES if name not in weights]:
        raise CodebookError(f"{files.short(path)}: no weight for {', '.join(missing)}")
    thresholds = {name: tree.get(name) for name in ("review", "ledger")}
    numbers = _numbers(path, {"base": tree.get("base"), **thresholds})
    for name in thresholds:
        if not 0 <= numbers[name] <= 1:
            raise CodebookError(f"{files.short(path)}: {name} is a probability, 0 to 1, not {numbers[name]}")
    return Confidence(
        **numbers,
        weights=_numbers(path, weights),
        acts=_numbers(path, trusted),
        wordings=load_wordings(path.parent / "wordings.yml"),
    )


def _numbers(path: Path, given: Mapping[str, object]) -> dict[str, float]:
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CodebookError(f"{files.short(path)}: {name} must be a number, is {value!r}")
    return {name: float(value) for name, value in given.items() if isinstance(value, int | float)}


def load_wordings(path: Path) -> Wordings:
    """Which words stand in sentences of which types, checked; a small book may do without. Raises CodebookError."""
    if not path.exists():
        return Wordings()
    tree = files.read(path)
    files.only(path, tree, ("sentences", "words"))
    sentences, words = tree.get("sentences") or {}, tree.get("words") or {}
    for word, seen in words.items():
        if not isinstance(seen, dict) or not all(0 < n <= sentences.get(type, 0) for type, n in seen.items()):
            raise CodebookError(f"{files.short(path)}: {word} stands in more sentences of a type than there are")
    return Wordings(sentences, words)
