"""Prints the tables of docs/confidence.md, measured now; with --write, also the weights and the diagram."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.calibration import acts as by_act
from bench.calibration import diagram, fitting, press, wordings
from bench.calibration.fitting import Bin, Numbers
from bench.calibration.pages import OWN, Rated, Told, own, rated, told

from detente.codebook.book import HOME
from detente.codebook.confidence import FEATURES, Wordings, load_wordings

# Of what enters the chronology, as the project's scorer counts it: type and parties. A quarter of the reports then wait for
# review (docs/confidence.md).
PRECISION = 0.85
LEDGER = 0.5  # what counts in a measure: what is rather right than wrong, and what each rests on is told


def main() -> None:
    told_by = argparse.ArgumentParser(prog="python -m bench.calibration")
    told_by.add_argument("shared", type=Path, nargs="?", help="the folder whose seeds/ are fitted on too")
    told_by.add_argument(
        "--write", action="store_true", help="write codebook/{confidence,wordings}.yml and docs/img/reliability.svg"
    )
    told_by.add_argument(
        "--press", type=Path, nargs="+", metavar="ROUND", help="code these pages anew, and keep what is known"
    )
    told_by.add_argument("--more", type=Path, nargs="+", metavar="ROUND", help="code these pages besides those kept")
    asked = told_by.parse_args()
    folders = own(asked.shared)
    acts = told(folders)
    if asked.press:
        press.write(*press.coded(asked.press, wordings.counted(acts)))
    if asked.more:
        press.write(*press.more(asked.more, wordings.counted(acts)))
    ours = wordings.weighed(rated(folders), acts, load_wordings(press.WORDS))
    rows = by_act.weighed([*ours, *press.kept()])
    after, of_press = fitting.unseen(rows), np.array([not r.text for r in rows])
    review = fitting.threshold(rows, after, PRECISION)
    right, before = np.array([r.right for r in rows], float), np.array([r.before for r in rows])
    parts = {"by the table": fitting.bins(before, right), "fitted, on unseen stories": fitting.bins(after, right)}
    _print_quality(rows, right, {"by the table": before, "fitted, on unseen stories": after})
    for title, found in parts.items():
        _print_bins(title, found)
    for title, part in (("all", of_press | ~of_press), ("our own pages", ~of_press), ("pages of the press", of_press)):
        _print_thresholds(
            title, [r for r, here in zip(rows, part, strict=True) if here], after[part], right[part], review
        )
    weights = fitting.fit(rows)
    _print_weights(rows, weights)
    if asked.write:
        (HOME / "confidence.yml").write_text(_as_yaml(weights, review, rows), encoding="utf-8")
        (HOME / "wordings.yml").write_text(wordings.as_yaml(_all_words(acts)), encoding="utf-8")
        (OWN / "docs" / "img" / "reliability.svg").write_text(diagram.draw(parts), encoding="utf-8")


def _print_quality(rows: Sequence[Rated], right: Numbers, ways: dict[str, Numbers]) -> None:
    stories = len({r.story for r in rows})
    print(f"{len(rows)} reports of {stories} stories, {right.sum():.0f} right in type and sides ({right.mean():.3f})\n")
    print("| | Brier score | calibration error | a right one above a wrong one |\n|---|---|---|---|")
    for name, sure in {"always the mean": np.full(len(rows), right.mean()), **ways}.items():
        error = fitting.calibration_error(fitting.bins(sure, right))
        print(f"| {name} | {fitting.brier(sure, right):.3f} | {error:.3f} | {fitting.auc(sure, right):.3f} |")


def _print_bins(title: str, found: Sequence[Bin]) -> None:
    print(f"\n| {title} | reports | right | share |\n|---|---|---|---|")
    for b in found:
        print(f"| {b.mean:.2f} | {b.count} | {b.right} | {b.right / b.count:.2f} |")


def _print_thresholds(title: str, rows: Sequence[Rated], sure: Numbers, right: Numbers, review: float) -> None:
    print(
        f"\n{title}: a right report above a wrong one {fitting.auc(sure, right):.3f}, Brier score {fitting.brier(sure, right):.3f}\n"
    )
    print("| enters at | reports | share of all | right in type and sides | right in type |\n|---|---|---|---|---|")
    for at in sorted({0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, review}):
        k = fitting.kept(rows, sure, at)
        if k.count:
            shares = (k.count / len(rows), k.right / k.count, k.typed / k.count)
            print(f"| {at:.2f} | {k.count} | {shares[0]:.2f} | {shares[1]:.3f} | {shares[2]:.3f} |")


def _print_weights(rows: Sequence[Rated], weights: Numbers) -> None:
    print("\n| known of a report | weight | reports | right |\n|---|---|---|---|")
    print(f"| (nothing below) | {weights[0]:+.2f} | | |")
    for name, weight in zip(FEATURES, weights[1:], strict=True):
        mine = [r.right for r in rows if r.known.get(name)]
        print(f"| {name} | {weight:+.2f} | {len(mine)} | {sum(mine) / max(1, len(mine)):.2f} |")


def _all_words(acts: Sequence[Told]) -> Wordings:
    return wordings.together(wordings.counted(acts), load_wordings(press.WORDS))


def _as_yaml(weights: Numbers, review: float, rows: Sequence[Rated]) -> str:
    lines = [
        f"# Fitted on {len(rows)} reports of our coded pages by `python -m bench.calibration SHARED --write`; docs/confidence.md.",
        "# Log-odds; what each name means stands in reports/confidence.py. review: an event none of whose reports",
        "# reaches this probability is for review. ledger: from here on it counts in a measure, which says that it does.",
        "# acts: how much oftener than others reports of an act were right, in log-odds.",
        f"base: {weights[0]:.3f}",
        f"review: {review}",
        f"ledger: {LEDGER}",
        "weights:",
        *(f"  {name}: {weight:.3f}" for name, weight in zip(FEATURES, weights[1:], strict=True)),
        "acts:",
        *(f"  {act}: {odds:.3f}" for act, odds in by_act.counted(rows).items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
