"""Our banks on demands, support, agreements, aid and concessions: each passage that is read right stays so, traps too.

First-run figures, and what mending was worth on passages nobody had read, are in `docs/errors.md`.
"""

from pathlib import Path

import pytest

from banks.bank import Passage, passages, right
from detente.codebook import load

TYPES = frozenset(load().plover.types)
BANKS = [Path(__file__).with_name(name) for name in ("accords.txt", "accords2.txt")]


@pytest.mark.parametrize(
    "passage", [pytest.param(p, id=p.text[:60]) for bank in BANKS for p in passages(bank) if p.asserted]
)
def test_told(passage: Passage) -> None:
    assert right(passage, TYPES), passage.told(TYPES)
