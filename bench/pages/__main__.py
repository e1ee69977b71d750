"""Prints the tables of README.md, measured now."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from time import process_time

from bench.pages.readers import day_readers, line_readers, text_readers
from bench.pages.rendered import renderers
from bench.pages.scores import body_score
from bench.pages.sets import Sample, bodies, days

from detente.documents.decoding import decode

WARM = 100  # pages read before the clock starts: what a reader loads once, it may load only for a rare page
Reader = Callable[[Sample, str], object]
Found = tuple[list[object], float]


def main(shared: str, parts: Sequence[str]) -> None:
    """Prints the tables named, all by default: html, saved, days."""
    root = Path(shared) / "benchmarks" / "pages"
    samples = bodies(root)
    texts = [decode(sample.data) for sample in samples]
    wanted = parts or ("html", "saved", "days")
    if "html" in wanted:
        print("## Web pages\n")
        _print_bodies(samples, _timed(text_readers(), samples, texts))
    if "saved" in wanted:
        _saved(samples, texts)
    if "days" in wanted:
        print("\n## Days of publication\n")
        dated = days(root)
        pages = [decode(sample.data) for sample in dated]
        _print_days(dated, _timed(day_readers(), dated, pages))


def _saved(samples: Sequence[Sample], texts: Sequence[str]) -> None:
    for tool, render in renderers().items():
        saved = render(texts)
        plain = [replace(sample, data=text.encode()) for sample, text in zip(samples, saved, strict=True)]
        print(f"\n## The same pages saved as text: {tool}\n")
        _print_bodies(plain, _timed(line_readers(), plain, saved))


def _timed(readers: Mapping[str, Reader], samples: Sequence[Sample], texts: Sequence[str]) -> dict[str, Found]:
    """What each reader finds, and the seconds of processor it takes. All read a page before any reads the next, each
    turn another first, so that what the machine does meanwhile slows all alike; one that breaks gives nothing."""
    for sample, text in zip(samples[:WARM], texts[:WARM], strict=True):  # loads what the readers load once
        for reader in readers.values():
            _tried(reader, sample, text)
    found: dict[str, list[object]] = {name: [] for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for number, (sample, text) in enumerate(zip(samples, texts, strict=True)):
        turn = number % len(readers)
        for name in [*readers][turn:] + [*readers][:turn]:
            start = process_time()
            found[name].append(_tried(readers[name], sample, text))
            seconds[name] += process_time() - start
    return {name: (found[name], seconds[name]) for name in readers}


def _tried(reader: Reader, sample: Sample, text: str) -> object:
    try:
        return reader(sample, text)
    except Exception as error:  # a peer's own failure on one page must not end the comparison
        print(f"{type(error).__name__} on {sample.group} {sample.name}: {error}", file=sys.stderr)
        return None


def _print_bodies(samples: Sequence[Sample], results: Mapping[str, Found]) -> None:
    groups = {name: [at for at, _ in run] for name, run in groupby(enumerate(samples), key=lambda s: s[1].group)}
    french = {f"{name}, French": [at for at in run if samples[at].language == "fr"] for name, run in groups.items()}
    columns = {name: run for pair in zip(groups.items(), french.items(), strict=True) for name, run in pair if run}
    _print_row("F1", [*(f"{name} ({len(run)})" for name, run in columns.items()), "pages/s", "our speed / theirs"])
    _print_row("---", ["---"] * (len(columns) + 2))
    ours = next(iter(results.values()))[1]
    for reader, (found, seconds) in results.items():
        scores = [
            body_score([samples[at] for at in run], [str(found[at] or "") for at in run]) for run in columns.values()
        ]
        _print_row(reader, [*(f"{score:.3f}" for score in scores), *_speed(len(samples), seconds, ours)])


def _print_days(samples: Sequence[Sample], results: Mapping[str, Found]) -> None:
    columns = {"all": list(range(len(samples))), "French": [at for at, s in enumerate(samples) if s.language == "fr"]}
    _print_row(
        "day right",
        [*(f"{name} ({len(run)})" for name, run in columns.items()), "wrong", "none", "pages/s", "our speed / theirs"],
    )
    _print_row("---", ["---"] * 6)
    ours = next(iter(results.values()))[1]
    for reader, (found, seconds) in results.items():
        right = [sum(found[at] == samples[at].day for at in run) / len(run) for run in columns.values()]
        none = sum(day is None for day in found)
        wrong = sum(day not in (None, sample.day) for day, sample in zip(found, samples, strict=True))
        cells = [*(f"{share:.3f}" for share in right), str(wrong), str(none)]
        _print_row(reader, [*cells, *_speed(len(samples), seconds, ours)])


def _speed(pages: int, seconds: float, ours: float) -> list[str]:
    return [f"{pages / max(seconds, 1e-9):.1f}", f"{seconds / max(ours, 1e-9):.2f}"]


def _print_row(head: str, cells: Sequence[str]) -> None:
    print(f"| {head} | {' | '.join(cells)} |")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m bench.pages SHARED_DIR [html] [saved] [days]")
    main(sys.argv[1], sys.argv[2:])
