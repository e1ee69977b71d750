"""Act × instrument × status: the cells that must not move without a decision."""

import pytest

from coded import book
from detente.model import Status


@pytest.mark.parametrize(
    ("effect", "kind", "type_"),
    [
        ("impose", "restriction", "SANCTION"),
        ("lift", "restriction", "CONCEDE"),
        ("suspend", "restriction", "CONCEDE"),
        ("suspend", "benefit", "SANCTION"),
        ("end", "benefit", "SANCTION"),
        ("end", "restriction", "CONCEDE"),
        ("close", "passage", "SANCTION"),
        ("open", "passage", "CONCEDE"),
        ("grant", "benefit", "AID"),
        ("sign", "tie", "SUPPORT"),
        ("withdraw", "force", "RETREAT"),
        ("deploy", "force", "MOBILIZE"),
        ("deploy", "benefit", None),
        ("no-such-effect", "benefit", None),
    ],
)
def test_type_of(effect: str, kind: str, type_: str | None) -> None:
    assert book().plover.type_of(effect, kind) == type_


def test_the_sixteen_types_lie_on_the_side_of_their_quad() -> None:
    types = book().plover.types
    assert len(types) == 16
    assert all((t.intensity > 0) == (t.quad in (1, 2)) and abs(t.intensity) <= 10 for t in types.values())


def test_every_status_weighs_something_between_nothing_and_all() -> None:
    weights = book().plover.status_weight
    assert set(weights) == {str(s) for s in Status}
    assert all(0 <= w <= 1 for w in weights.values())


def test_every_effect_of_an_act_composes_with_some_instrument() -> None:
    plover, kinds = book().plover, {i.kind for i in book().instruments.values()}
    effects = {a.effect for a in book().acts.values() if a.effect and not a.type}
    assert sorted(e for e in effects if not any(plover.type_of(e, k) for k in kinds)) == []
