"""Prints the tables of docs/confidence.md, measured now; with --write, also the weights and the diagram."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.calibration import diagram, fitting
from bench.calibration.fitting import Bin, Numbers
from bench.calibration.pages import OWN, Rated, rated

from detente.codebook.book import HOME
from detente.codebook.confidence import FEATURES

# Of what enters the chronology, as the project's scorer counts it: type and parties. A quarter of the reports then wait for
# review (docs/confidence.md).
PRECISION = 0.85
LEDGER = 0.6  # what counts in a measure: on the coded pages more of them are found so, and what each rests on is told


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.calibration")
    told.add_argument("shared", type=Path, nargs="?", help="the folder whose seeds/ are fitted on too")
    told.add_argument("--write", action="store_true", help="write codebook/confidence.yml and docs/img/reliability.svg")
    asked = told.parse_args()
    rows = rated(asked.shared)
    right = np.array([r.right for r in rows], float)
    before, after = np.array([r.before for r in rows]), fitting.unseen(rows)
    review = fitting.threshold(rows, after, PRECISION)
    parts = {"by the table": fitting.bins(before, right), "fitted, on unseen stories": fitting.bins(after, right)}
    _print_quality(rows, right, {"by the table": before, "fitted, on unseen stories": after})
    for title, found in parts.items():
        _print_bins(title, found)
    _print_thresholds(rows, after, review)
    weights = fitting.fit(rows)
    _print_weights(rows, weights)
    if asked.write:
        (HOME / "confidence.yml").write_text(_as_yaml(weights, review, len(rows)), encoding="utf-8")
        (OWN / "docs" / "img" / "reliability.svg").write_text(diagram.draw(parts), encoding="utf-8")


def _print_quality(rows: Sequence[Rated], right: Numbers, ways: dict[str, Numbers]) -> None:
    stories = len({r.story for r in rows})
    print(f"{len(rows)} reports of {stories} stories, {right.sum():.0f} right in type and sides ({right.mean():.3f})\n")
    print("| | Brier score | calibration error | a right one above a wrong one |\n|---|---|---|---|")
    for name, told in {"always the mean": np.full(len(rows), right.mean()), **ways}.items():
        error = fitting.calibration_error(fitting.bins(told, right))
        print(f"| {name} | {fitting.brier(told, right):.3f} | {error:.3f} | {fitting.auc(told, right):.3f} |")


def _print_bins(title: str, found: Sequence[Bin]) -> None:
    print(f"\n| {title} | reports | right | share |\n|---|---|---|---|")
    for b in found:
        print(f"| {b.mean:.2f} | {b.count} | {b.right} | {b.right / b.count:.2f} |")


def _print_thresholds(rows: Sequence[Rated], told: Numbers, review: float) -> None:
    print("\n| enters at | reports | share of all | right in type and sides | right in type |\n|---|---|---|---|---|")
    over = fitting.unseen_threshold(rows, PRECISION)
    ways = {f"{review:.2f}": review, "a threshold chosen without the story": over}
    for name, at in {**{f"{t:.2f}": t for t in (0.0, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)}, **ways}.items():
        k = fitting.kept(rows, told, at)
        if k.count:
            shares = (k.count / len(rows), k.right / k.count, k.typed / k.count)
            print(f"| {name} | {k.count} | {shares[0]:.2f} | {shares[1]:.3f} | {shares[2]:.3f} |")


def _print_weights(rows: Sequence[Rated], weights: Numbers) -> None:
    print("\n| known of a report | weight | reports | right |\n|---|---|---|---|")
    print(f"| (nothing below) | {weights[0]:+.2f} | | |")
    for name, weight in zip(FEATURES, weights[1:], strict=True):
        mine = [r.right for r in rows if name in r.known]
        print(f"| {name} | {weight:+.2f} | {len(mine)} | {sum(mine) / max(1, len(mine)):.2f} |")


def _as_yaml(weights: Numbers, review: float, count: int) -> str:
    lines = [
        f"# Fitted on {count} reports of our coded pages by `python -m bench.calibration SHARED --write`; docs/confidence.md.",
        "# Log-odds; what each name means stands in reports/confidence.py. review: an event none of whose reports",
        "# reaches this probability is for review. ledger: from here on it counts in a measure, which says that it does.",
        f"base: {weights[0]:.3f}",
        f"review: {review}",
        f"ledger: {LEDGER}",
        "weights:",
        *(f"  {name}: {weight:.3f}" for name, weight in zip(FEATURES, weights[1:], strict=True)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
