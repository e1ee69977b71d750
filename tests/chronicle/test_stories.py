"""Simulated stories: one seed that no weight was set on, at the base error rate; the whole table is the bench's."""

from dataclasses import replace

import pytest
from bench.chronicle.stories.__main__ import gathered
from bench.chronicle.stories.rates import Rates
from bench.chronicle.stories.scores import score
from bench.chronicle.stories.simulation import simulate

from detente.codebook import load

BOOK = load()


def test_the_same_seed_tells_the_same_stories() -> None:
    one, other = (simulate(5, Rates(), BOOK, pairs=2, days=200) for _ in range(2))
    assert one == other


def test_without_errors_nobody_contradicts_anybody() -> None:
    found = simulate(11, replace(Rates().press(0), background=0.0), BOOK, pairs=2, days=200)
    figures = score(found, gathered(found, BOOK))
    assert figures["alarms"] <= 0.01 * len(found.told)


@pytest.mark.parametrize(("figure", "least"), [("b3", 0.93), ("origins", 1.0), ("clash.p", 0.8), ("state", 0.75)])
def test_stories_at_the_base_rate(figure: str, least: float) -> None:
    found = simulate(11, Rates(), BOOK, pairs=3, days=500)
    assert score(found, gathered(found, BOOK))[figure] >= least
