"""Our bank of passages on consultations and cooperation: each that is read right stays so; figures are in `docs/errors.md`."""

from pathlib import Path

import pytest

from banks.bank import Passage, passages, right

TYPES = frozenset({"CONSULT", "COOPERATE"})
BANKS = [Path(__file__).with_name(name) for name in ("consult.txt", "consult2.txt")]


@pytest.mark.parametrize(
    "passage", [pytest.param(p, id=p.text[:60]) for bank in BANKS for p in passages(bank) if p.asserted]
)
def test_told(passage: Passage) -> None:
    assert right(passage, TYPES), passage.told(TYPES)
