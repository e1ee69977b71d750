"""Figures and their intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluating.figures import f1, figure, harmonic, precision, recall, share

FIGURES = [
    pytest.param([(1, 2), (1, 2)], share, 0.5, id="a share of all, not a mean of shares"),
    pytest.param([(1, 1), (0, 3)], share, 0.25, id="units weigh what they hold"),
    pytest.param([(2, 4, 2), (0, 0, 2)], f1, 0.5, id="F1"),
    pytest.param([(2, 4, 2), (0, 0, 2)], precision, 0.5, id="precision"),
    pytest.param([(2, 4, 2), (0, 0, 2)], recall, 0.5, id="recall"),
    pytest.param([(0, 0, 0), (0, 0, 0)], f1, 0.0, id="nothing at all"),
    pytest.param([(1.0, 0.5, 1), (0.5, 0.25, 1)], harmonic, 0.5, id="B-cubed"),
]


@pytest.mark.parametrize(("units", "of", "value"), FIGURES)
def test_values(units: list[tuple[float, ...]], of: object, value: float) -> None:
    assert figure("a", units, of).value == pytest.approx(value)  # type: ignore[arg-type]


def test_what_cannot_be_drawn_anew_has_no_interval() -> None:
    assert (figure("a", [], share).low, figure("a", [(1, 1)], share).low) == (None, None)


units = st.lists(st.integers(0, 5).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), min_size=2)


@given(units)
def test_an_interval_holds_together_and_is_always_the_same(found: list[tuple[float, ...]]) -> None:
    one, again = figure("mentions.type.f1", found, share), figure("mentions.type.f1", found, share)
    assert one == again
    assert one.low is not None
    assert one.high is not None
    assert 0 <= one.low <= one.high <= 1


def test_more_units_make_a_narrower_interval() -> None:
    few, many = ([(1, 1), (0, 1)] * n for n in (5, 500))
    width = [
        f.high - f.low for f in (figure("a", few, share), figure("a", many, share)) if f.low is not None and f.high
    ]
    assert width[1] < width[0] / 5


def test_many_units_are_drawn_in_parts() -> None:
    found = figure("a", [(1, 1), (0, 1)] * 30_000, share)
    assert found.low is not None
    assert found.low < 0.5 < (found.high or 0)
