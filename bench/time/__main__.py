"""Prints the tables of README.md, measured now."""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

import spacy
from bench.time.readers import PEERS, Run, ends, ours, peer
from bench.time.scores import Match, per_cpu_second, score, sentences
from bench.time.sets import Case, Sample, samples

from detente.mentions.syntax import MODELS

TIMES = 10  # one pass of ours over the pages lasts a tenth of a second, too short to tell
MEASURES: tuple[Match, ...] = ("overlap", "extent", "value")


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.time")
    told.add_argument("shared", type=Path)
    told.add_argument("--peers-python", default=sys.executable, help="the Python in which the peers are installed")
    told.add_argument("--misses", metavar="SET", help="print what we get wrong on one set, and no table")
    asked = told.parse_args()
    sets = list(samples(asked.shared))
    if asked.misses:
        return _print_misses([s for s in sets if asked.misses in f"{s.name} {s.language}"])
    runs = _run(sets, asked.peers_python)
    for sample in sets:
        _print_set(sample, {name: run[sample.name, sample.language] for name, run in runs.items()})
    _print_speed([case for sample in sets for case in sample.cases if sample.kept], asked.peers_python)


def _run(sets: Sequence[Sample], python: str) -> dict[str, dict[tuple[str, str], Run]]:
    """Reader -> set -> what it found; a peer that does not run is left out, and said so."""
    runs = {"detente": {(s.name, s.language): (ours if s.values else ends)(s.cases) for s in sets}}
    for name in PEERS:
        try:
            runs[name] = {(s.name, s.language): peer(name, python, s.cases) for s in sets}
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name} does not run here and is left out: {_last_line(error)}\n")
    return runs


def _last_line(error: Exception) -> str:
    told = getattr(error, "stderr", "") or str(error)
    return str(told).strip().splitlines()[-1]


def _print_set(sample: Sample, runs: Mapping[str, Run]) -> None:
    marks = [gold for case in sample.cases for gold in case.gold if gold.counts]
    print(f"### {sample.name}, {sample.language} ({len(marks)} expressions in {len(sample.cases)} texts)\n")
    measures = MEASURES if sample.values else MEASURES[:2]
    _print_row("F1", [*measures, *(("value precision", "value recall") if sample.values else ())])
    _print_row("---", ["---"] * (len(measures) + 2 * sample.values))
    for name, run in runs.items():
        scores = [score(sample.cases, run.found, m, dated=sample.kept or m == "value") for m in measures]
        value = scores[-1]
        both = [value.right / max(value.found, 1), value.right / max(value.gold, 1)] if sample.values else []
        _print_row(name, [f"{figure:.3f}" for figure in (*(s.f1 for s in scores), *both)])
    print()


def _print_speed(cases: Sequence[Case], python: str) -> None:
    """Each reader on our coded pages, whole: press prose with and without dates."""
    count = sentences(case.text for case in cases)
    print(f"### Speed on {count:,} sentences of press prose\n")
    _print_row("reader", ["sentences per CPU-second"])
    _print_row("---", ["---"])
    seconds = ours([case for _ in range(TIMES) for case in cases]).seconds / TIMES
    _print_row("detente", [per_cpu_second(count, seconds)])
    for name in PEERS:
        try:
            _print_row(name, [per_cpu_second(count, peer(name, python, cases).seconds)])
        except (OSError, subprocess.CalledProcessError):
            continue
    if parsing := _spacy(cases):
        _print_row("spaCy, full pipelines", [per_cpu_second(count, parsing)])
        print(f"\nOurs takes {seconds / parsing:.1%} of the time of spaCy's pipelines on the same pages.")


def _spacy(cases: Sequence[Case]) -> float | None:
    """Seconds of processor for the pipelines that detente itself uses; None when they are not installed."""
    try:
        pipes = {language: spacy.load(MODELS[language]) for language in {c.language for c in cases}}
    except OSError:
        return None
    for case in cases[:1]:
        pipes[case.language](case.text)
    start = process_time()
    for case in cases:
        pipes[case.language](case.text)
    return process_time() - start


def _print_misses(sets: Sequence[Sample]) -> None:
    for sample in sets:
        for case, found in zip(sample.cases, ours(sample.cases).found, strict=True):
            for mark in (g for g in case.gold if g.counts):
                near = [f for f in found if f.start < mark.end and mark.start < f.end]
                if not any(f.days in mark.values for f in near):
                    got = [(case.text[f.start : f.end], _told(f.days)) for f in near]
                    want = [_told(v) for v in mark.values]
                    print(
                        f"{case.text[mark.start : mark.end]!r} {want} got {got} in {case.text[:90]!r} {case.published}"
                    )


def _told(days: tuple[object, object] | None) -> str:
    return "no days" if days is None else f"{days[0] or '..'}/{days[1] or '..'}"


def _print_row(head: str, cells: Sequence[str]) -> None:
    print(f"| {head} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
