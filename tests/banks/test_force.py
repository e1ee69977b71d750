"""Our banks of passages on sanctions, coercion, assaults, moves of troops and withdrawals: what is read right stays so.

Of the held-out part only the total is asserted; figures are in `docs/errors.md`.
"""

from pathlib import Path

import pytest

from banks.bank import Passage, passages, right

TYPES = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "CONCEDE"})
HERE = Path(__file__).parent
READ = [p for name in ("force.txt", "force2.txt") for p in passages(HERE / name) if p.asserted and not p.held_out]
HELD_OUT = [p for name in ("force.txt", "force2.txt") for p in passages(HERE / name) if p.held_out]
LEAST = 71  # passages of the held-out parts that are read right


@pytest.mark.parametrize("passage", [pytest.param(p, id=p.text[:60]) for p in READ])
def test_told(passage: Passage) -> None:
    assert right(passage, TYPES), passage.told(TYPES)


def test_held_out() -> None:
    assert sum(right(p, TYPES) for p in HELD_OUT) >= LEAST
