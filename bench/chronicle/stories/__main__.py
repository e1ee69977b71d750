"""python -m bench.chronicle.stories [--seeds N] [--faults]: the chronicle on simulated stories, as errors grow."""

import argparse
from collections.abc import Iterator, Mapping, Sequence

from bench.chronicle.stories.rates import Rates
from bench.chronicle.stories.scores import Figures, score
from bench.chronicle.stories.simulation import Simulation, simulate

from detente.chronicle import gather
from detente.chronicle.copies import Lineage
from detente.codebook import Codebook, load
from detente.model import Record

SHOWN = (
    "acts",
    "reports",
    "b3.p",
    "b3.r",
    "b3",
    "clash.p",
    "clash.r",
    "alarms",
    "whole",
    "origins",
    "state",
    "state.standing",
)
FIELDS = ("clash.date", "clash.amount", "clash.place", "clash.status", "clash.roles")
CURVE = (0.0, 0.5, 1.0, 2.0, 4.0)


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("--seeds", type=int, default=3)
    ask.add_argument("--first", type=int, default=0, help="the first seed")
    ask.add_argument("--base", action="store_true", help="only the base rate")
    asked = ask.parse_args()
    book = load()
    print("| errors | " + " | ".join(SHOWN) + " |\n|---" + "|---" * len(SHOWN) + "|")
    fields: list[str] = []
    for name, rates in _rows(asked.base):
        found = [_figures(seed, rates, book) for seed in range(asked.first, asked.first + asked.seeds)]
        print(f"| {name} | " + " | ".join(_mean(found, key) for key in SHOWN) + " |", flush=True)
        fields += [f"{name}: " + ", ".join(f"{key[6:]} {_mean(found, key)}" for key in FIELDS)]
    print("\nContradictions found, by field:\n\n- " + "\n- ".join(fields))


def _rows(base: bool) -> Iterator[tuple[str, Rates]]:
    for factor in (1.0,) if base else CURVE:
        yield f"press × {factor:g}", Rates().press(factor)
    for factor in () if base else CURVE[1:]:
        yield f"press × 1, coder × {factor:g}", Rates().coder(factor)


def _figures(seed: int, rates: Rates, book: Codebook) -> Figures:
    found = simulate(seed, rates, book)
    return {"acts": len(found.told), "reports": len(found.printed.said), **score(found, gathered(found, book))}


def gathered(found: Simulation, book: Codebook) -> Record:
    """The record of the stories, their lineage given."""
    given = Lineage(tuple(sorted(found.printed.copies)), found.printed.origins, tuple(sorted(found.printed.revisions)))
    return gather(found.printed.readings, book, lineage=given)


def _mean(found: Sequence[Mapping[str, float]], key: str) -> str:
    mean = sum(f[key] for f in found) / len(found)
    return f"{mean:.0f}" if key in ("acts", "reports", "alarms") else f"{mean:.3f}"


if __name__ == "__main__":
    main()
