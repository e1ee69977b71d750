"""What each outlet is as a source, and why two reports are one event."""

import math

import pytest

from chronicle.story import (
    BOOK,
    STORY,
    UNREAD,
    annonce,
    courrier,
    envoy,
    football,
    ghana,
    lifted,
    reprise,
    visite,
    wire,
)
from detente.chronicle import gather
from detente.chronicle.comparison import comparison
from detente.chronicle.profiles import profiles
from detente.codebook.pages import Publisher
from detente.model import UsageError

RECORD = gather(STORY, BOOK, UNREAD)


def test_every_outlet_that_tells_something_has_a_profile() -> None:
    rows = {p.outlet: (p.pages, p.own, p.carried, p.disputes, p.minority) for p in RECORD.profiles}
    assert rows["Le Courrier de Baguida"] == (2, 2, 0, 2, 0)
    assert rows["Kloto Info"] == (3, 2, 1, 1, 0)
    assert rows["The Harbour Wire"] == (3, 3, 0, 2, 0)
    assert {courrier.outlet, reprise.outlet, wire.outlet} <= set(rows)
    assert football.outlet == annonce.outlet == ghana.outlet == "Kloto Info"
    assert {visite.outlet, envoy.outlet, lifted.outlet} <= set(rows)


def test_seat_and_kind_are_the_codebooks() -> None:
    known = (
        Publisher("The Harbour Wire", seat="GHA", agency=True),
        Publisher("Kloto", names=("kloto info",), seat="TGO"),
    )
    rows = {p.outlet: (p.country, p.kind) for p in profiles(RECORD, known)}
    assert rows["The Harbour Wire"] == ("GHA", "agency")
    assert rows["Kloto Info"] == ("TGO", None)
    assert rows["Le Courrier de Baguida"] == (None, None)


def test_a_comparison_sums_to_its_clues() -> None:
    bond = RECORD.events[0]
    found = comparison(RECORD, bond.reports[0].id, bond.reports[1].id, BOOK)
    assert found.together
    assert math.isclose(found.total, found.start + sum(c.weight for c in found.clues))


def test_two_events_that_may_be_one_are_compared_as_their_doubt_says() -> None:
    (doubt,) = RECORD.doubts
    found = comparison(RECORD, doubt.a, doubt.b, BOOK)
    assert not found.together
    assert {c.feature for c in found.clues} == {c.feature for c in doubt.clues}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(RECORD.events[0].id, RECORD.events[2].id, id="other-parties"),
        pytest.param("r0", RECORD.events[0].id, id="no-such-report"),
    ],
)
def test_what_cannot_be_compared(a: str, b: str) -> None:
    with pytest.raises(UsageError):
        comparison(RECORD, a, b, BOOK)
