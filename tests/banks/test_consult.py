"""Our bank of passages on consultations and cooperation: each that is read right stays so; figures are in `docs/errors.md`."""

from pathlib import Path

import pytest

from banks.bank import Passage, passages, right

TYPES = frozenset({"CONSULT", "COOPERATE"})
BANK = Path(__file__).with_name("consult.txt")


@pytest.mark.parametrize("passage", [pytest.param(p, id=p.text[:60]) for p in passages(BANK) if p.asserted])
def test_told(passage: Passage) -> None:
    assert right(passage, TYPES), passage.told(TYPES)
