"""Where a relation turned: weeks from which the curve runs on another level, found by a change-point library.

The curve's value at the end of each week is cut into runs of one level by exact search (Killick and others' PELT, as
`ruptures.KernelCPD` with a linear kernel). A cut must be worth `WORTH`. Where a run only begins because events fade,
nobody turned: such a cut has no event behind it, and is left out.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from detente.chronicle.curve import Mass
from detente.model import Point, Turn

SHORTEST = 2  # weeks of a run; one loud week is an event, no turn
WORTH = 8.0  # squares of points times weeks: two points of the curve, held for four weeks on either side; our choice
BEHIND = 3  # events shown behind a turn, at most
NARROW = 31  # days; an event known to no better than a month turns nothing in any one week
WEEK = timedelta(days=7)


def turns(points: Sequence[Point], masses: Sequence[Mass]) -> tuple[Turn, ...]:
    """The turns of a curve, oldest first. masses: the events it is made of."""
    if not points:
        return ()
    ends = [p for i, p in enumerate(points) if p.day.weekday() == 6 or i == len(points) - 1]
    values = [p.value for p in ends]
    cuts = [0, *_cuts(values), len(values)]
    levels = [round(sum(values[i:j]) / (j - i), 2) for i, j in pairwise(cuts)]
    found = (
        Turn(start := _monday(ends[cut].day), before, after, _behind(masses, start, after - before))
        for cut, (before, after) in zip(cuts[1:-1], pairwise(levels), strict=True)
    )
    return tuple(turn for turn in found if turn.events)


def _cuts(values: Sequence[float]) -> list[int]:
    """Places where a new level begins."""
    if len(values) < 2 * SHORTEST:
        return []
    import numpy as np
    from ruptures import KernelCPD  # a second to load, with what it brings: only where there is a curve to cut

    signal = np.array(values).reshape(-1, 1)
    return [int(cut) for cut in KernelCPD(kernel="linear", min_size=SHORTEST).fit(signal).predict(pen=WORTH)[:-1]]


def _behind(masses: Iterable[Mass], start: date, shift: float) -> tuple[str, ...]:
    """The heaviest events of the week, those that pull the way it turned, and that are known to the month at least."""
    dated = (m for m in masses if (m.last - m.first).days <= NARROW)
    near = (m for m in dated if start <= m.day < start + WEEK and m.weight * shift > 0)
    return tuple(m.id for m in sorted(near, key=lambda m: (-abs(m.weight), m.day, m.id))[:BEHIND])


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
