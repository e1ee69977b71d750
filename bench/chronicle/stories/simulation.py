"""A whole simulation: several pairs, their acts, all pages; the same seed gives the same."""

import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import count

from bench.chronicle.stories.press import Press, Printed
from bench.chronicle.stories.rates import Rates
from bench.chronicle.stories.world import Act, Pair, World, name, word

from detente.codebook import Codebook
from detente.model import Report

SIDES = (
    ("MLI", "FRA"), ("GRC", "TUR"), ("SEN", "CAN"), ("RWA", "BEL"), ("KEN", "SOM"), ("MEX", "ECU"),
    ("RUS", "GBR"), ("IND", "MDV"), ("DZA", "MAR"), ("CHN", "AUS"), ("TCD", "SDN"), ("EST", "BLR"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Simulation:
    """told: act key -> its reports."""

    acts: dict[int, Act]
    printed: Printed
    told: dict[int, list[Report]]


def simulate(seed: int, rates: Rates, book: Codebook, pairs: int = 6, days: int = 730) -> Simulation:
    """The stories of some pairs over some days; about 90 acts and 700 reports a pair in two years."""
    rng, keys, printed = random.Random(seed), count(), Printed()
    acts: dict[int, Act] = {}
    for a, b in rng.sample(SIDES, pairs):
        pair = _pair(a, b, book, rng)
        found = World(pair, rates, rng, keys).acts(days)
        acts |= {act.key: act for act in found}
        Press(pair, found, rates, rng, printed).print_all()
    told = defaultdict(list)
    for reading in printed.readings:
        for report in reading.reports:
            told[printed.said[report.id].act].append(report)
    return Simulation(acts, printed, dict(told))


def _pair(a: str, b: str, book: Codebook, rng: random.Random) -> Pair:
    people = {side: [name(rng) for _ in range(4)] for side in (a, b)}
    return Pair(a, b, people, {side: _places(side, book, rng) for side in (a, b)})


def _places(side: str, book: Codebook, rng: random.Random) -> list[tuple[str, str]]:
    """The country, its capital twice, for most happens there, and two towns of our invention; in French and English."""
    label = book.actors.entries[side].label
    capital = {
        lang: next((f.form for f in forms if f.actor == side and f.how == "capital"), label[lang])
        for lang, forms in book.actors.forms.items()
    }
    towns = [(town, town) for town in (word(rng, 3).capitalize(), word(rng, 3).capitalize())]
    return [(label["fr"], label["en"]), (capital["fr"], capital["en"]), (capital["fr"], capital["en"]), *towns]
