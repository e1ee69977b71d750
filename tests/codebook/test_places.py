"""The table of towns, and what we say of it."""

from pathlib import Path

import pytest

from detente.codebook import load
from detente.codebook.places import TABLE, Place, Town, begins, examples, folded, load_places, tabled
from detente.model import CodebookError

PLACES = load().places
MOST = 3_000_000  # bytes of the table


def test_every_line_of_the_table_is_found() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(tabled.__wrapped__(line.split("\t")[0]) for line in lines[::37])
    assert [line.split("\t")[0].encode() for line in lines] == sorted(line.split("\t")[0].encode() for line in lines)


def test_the_table_says_whose_it_is_and_stays_small() -> None:
    head = TABLE.read_text("utf-8")[:700]
    assert "GeoNames" in head
    assert "Creative Commons Attribution 4.0" in head
    assert TABLE.stat().st_size < MOST


@pytest.mark.parametrize(
    ("name", "states"),
    [
        pytest.param("Tombouctou", ["MLI"], id="a spelling of ours"),
        pytest.param("Saint-Pétersbourg", ["RUS"], id="hyphens and accents"),
        pytest.param("khan yunis", ["PSE"], id="any case"),
        pytest.param("Cordoba", ["ARG", "ESP", "MEX", "COL"], id="in several states, the largest first"),
        pytest.param("Nord-Kivu", ["COD"], id="a region"),
        pytest.param("Crimée", None, id="claimed by two"),
        pytest.param("Bamako", None, id="a capital is the actors' own"),
        pytest.param("Zzyzx", None, id="no town"),
    ],
)
def test_of(name: str, states: list[str] | None) -> None:
    place = PLACES.of(folded(name))
    assert (place and [t.state for t in place.towns]) == states


@pytest.mark.parametrize(
    ("name", "weak"),
    [("Nice", True), ("Houston", True), ("Cela", True), ("Odesa", False), ("Shanghai", False)],
)
def test_words_and_people_are_weak(name: str, weak: bool) -> None:
    place = PLACES.of(folded(name))
    assert place is not None
    assert place.weak is weak


@pytest.mark.parametrize(
    ("towns", "state"),
    [
        pytest.param((Town("UKR", 1000), Town("USA", 100)), "UKR", id="by far"),
        pytest.param((Town("GBR", 1000), Town("USA", 900)), None, id="nearly as large"),
        pytest.param((Town("ESP", 800, own=False), Town("FRA", 60)), None, id="another's own name"),
    ],
)
def test_greatest(towns: tuple[Town, ...], state: str | None) -> None:
    great = Place(towns).greatest
    assert (great and great.state) == state


def test_begins() -> None:
    assert begins("guadalajara")
    assert not begins("zzyzx")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("rivers: [Niger]", "rivers", id="an unknown key"),
        pytest.param("regions: {ZZZ: [Nowhere]}", "no state", id="no such state"),
        pytest.param("spelled: {MLI: {Tombouktou: Nowhere}}", "the table has no nowhere in MLI", id="no such town"),
        pytest.param("regions: {UKR: [Donbas]}\nunread: [Donbas]", "stands twice", id="read and not read"),
    ],
)
def test_a_wrong_file_says_where(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "places.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(CodebookError, match=says):
        load_places(file, {"MLI", "UKR"})


def test_the_examples_tell_both() -> None:
    names = [names for _, _, names in examples(TABLE.with_name("places.yml"))]
    assert any(names)
    assert not all(names)
