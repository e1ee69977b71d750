"""Weights of what tells an article's list from a menu (documents/lists.py): `python -m bench.pages.lists SHARED_DIR`.

Learns from half A of the outlets (`halves.py`): a run of short lines is the article's when most of its words are in the
expected text; where only segments are expected, in what we read out of the page's HTML. Prints the weights, and of half
A by outlets left out and of half B, where whole texts are expected, how many words of lists are kept and lost.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy
from bench.pages.halves import half_of, outlet_of
from bench.pages.readers import text_readers
from bench.pages.rendered import renderers
from bench.pages.sets import bodies

from detente.codebook.pages import load_pages
from detente.documents.decoding import decode
from detente.documents.lexicon import Lexicon, lexicon
from detente.documents.lists import groups, is_list, traits
from detente.documents.runs import main_run
from detente.documents.subject import subject_of
from detente.documents.text import lines_of_one

FOLDS = 5
_HEAVY = 60  # words; a longer list teaches no more
_RIDGE = 2.0
_STEPS = 20  # of Newton's method; it stands still after ten
Floats = numpy.typing.NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A run of short lines: what tells, whether it is the article's, its words."""

    outlet: str
    half: str
    traits: dict[str, float]
    own: bool
    words: int


def main(shared: str) -> None:
    seen = list(_all_seen(Path(shared) / "benchmarks" / "pages"))
    half_a, half_b = [s for s in seen if s.half == "A"], [s for s in seen if s.half == "B"]
    folds = {outlet: at % FOLDS for at, outlet in enumerate(sorted({s.outlet for s in half_a}))}
    told: list[tuple[Seen, bool]] = []
    for fold in range(FOLDS):
        weights = fitted([s for s in half_a if folds[s.outlet] != fold])
        told += _told([s for s in half_a if folds[s.outlet] == fold], weights)
    weights = fitted(half_a)
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.2f},')
    _print("half A, by outlets left out", told)
    _print("half B", _told(half_b, weights))


def _all_seen(root: Path) -> Iterator[Seen]:
    words, samples = lexicon(load_pages(Path(str(files("detente.codebook"))))), bodies(root)
    pages, read = [decode(sample.data) for sample in samples], text_readers()["detente"]
    halves = [half_of(sample, page) for sample, page in zip(samples, pages, strict=True)]
    asked = [at for at, sample in enumerate(samples) if sample.text or halves[at] == "A"]
    for render in renderers().values():
        for at, text in zip(asked, render([pages[at] for at in asked]), strict=True):
            expected = samples[at].text or read(samples[at], pages[at])
            yield from seen_in(text, expected, halves[at], outlet_of(samples[at], pages[at]), words)


def seen_in(text: str, expected: str, half: str, outlet: str, words: Lexicon) -> Iterator[Seen]:
    """The runs of short lines of one saved page."""
    lines = lines_of_one(text, words)
    run, flat = main_run(lines), _flat(expected)
    subject = subject_of(lines[run.start : run.end])
    for group in groups(lines, run):
        told = [(_flat(line.text), line.words) for line in lines[group.start : group.end]]
        total, own = sum(n for _, n in told), sum(n for line, n in told if line in flat)
        if total:
            yield Seen(outlet, half, traits(lines, group, run, subject), own > total / 2, total)


def _flat(text: str) -> str:
    """Its words between single blanks."""
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""])


def fitted(seen: Sequence[Seen]) -> dict[str, float]:
    """Ridge-penalised log-odds by name, by Newton's method."""
    rows = numpy.array([list(s.traits.values()) for s in seen])
    own = numpy.array([float(s.own) for s in seen])
    heavy = numpy.array([min(s.words, _HEAVY) / _HEAVY for s in seen])
    weights = numpy.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + numpy.exp(-rows @ weights))
        slope = rows.T @ (heavy * (own - chance)) - _RIDGE * weights
        curve = (rows * (heavy * chance * (1 - chance))[:, None]).T @ rows + _RIDGE * numpy.eye(len(weights))
        weights = weights + numpy.linalg.solve(curve, slope)
    return dict(zip(seen[0].traits, map(float, weights), strict=True))


def _told(seen: Sequence[Seen], weights: dict[str, float]) -> list[tuple[Seen, bool]]:
    return [(s, is_list(s.traits, weights)) for s in seen]


def _print(name: str, told: Sequence[tuple[Seen, bool]]) -> None:
    for place, behind in (("inside", 0.0), ("behind", 1.0)):
        here = [(s, kept) for s, kept in told if s.traits["behind the text"] == behind]
        own, kept = sum(s.words for s, _ in here if s.own), [s for s, kept in here if kept]
        right, wrong = (sum(s.words for s in kept if s.own is wanted) for wanted in (True, False))
        print(f"{name}, {place} the text: {right} of {own} words of lists kept, {wrong} of others")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m bench.pages.lists SHARED_DIR")
    main(sys.argv[1])
