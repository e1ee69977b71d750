"""Full text: which rows hold the words asked for, in the order in which they were given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.finding import MOST, Finder, Row, question

ROWS = (
    Row("event", "e3", "2031", "Le Fleuve", ("MLI", "FRA"), "Le Mali suspend les visas des Français"),
    Row("event", "e2", "2030", "Le Fleuve", ("MLI", "NER"), "Deux diplomates expulsés à Niamey"),
    Row("page", "p1", "2030", "The Harbour", (), "Visa bonds suspended, says the ministry"),
    Row("statement", "s1", "", "The Harbour", ("FRA",), "The ministry said the visa was refused"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("visa", ["e3", "p1", "s1"], id="newest-first"),
        pytest.param("VISAS", ["e3", "p1", "s1"], id="capitals-and-plurals"),
        pytest.param("suspension visa", ["e3", "p1"], id="all-words-by-their-stems"),
        pytest.param("francais", ["e3"], id="accents-folded"),
        pytest.param("expulsée", ["e2"], id="another-ending"),
        pytest.param('"the ministry said"', ["s1"], id="a-phrase"),
        pytest.param('"ministry the"', [], id="a-phrase-in-its-order"),
        pytest.param("visa nowhere", [], id="one-word-missing"),
        pytest.param("", [], id="nothing"),
        pytest.param("*^()", [], id="no-word"),
    ],
)
def test_what_is_found(asked: str, found: list[str]) -> None:
    assert [i for _, i in Finder(ROWS).find(asked).rows] == found


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        ({"kind": "page"}, ["p1"]),
        ({"year": "2031"}, ["e3"]),
        ({"outlet": "The Harbour"}, ["p1", "s1"]),
        ({"side": "FRA"}, ["e3", "s1"]),
        ({"side": "FR"}, []),
        ({"side": "FRA", "kind": "event"}, ["e3"]),
    ],
)
def test_facets_narrow(narrow: dict[str, str], found: list[str]) -> None:
    assert [i for _, i in Finder(ROWS).find("visa", **narrow).rows] == found


def test_facets_count_what_was_found() -> None:
    assert Finder(ROWS).find("visa").facets == {
        "kind": {"event": 1, "page": 1, "statement": 1},
        "year": {"2030": 1, "2031": 1},
        "outlet": {"The Harbour": 2, "Le Fleuve": 1},
        "side": {"FRA": 2, "MLI": 1},
    }


def test_a_question_that_finds_too_much_is_cut_and_says_so() -> None:
    found = Finder(Row("page", str(n), "", "", (), "visa") for n in range(MOST + 5)).find("visa")
    assert [i for _, i in found.rows] == [str(n) for n in range(MOST)]
    assert found.more


@given(st.text(max_size=80))
def test_whatever_is_asked_is_answered(asked: str) -> None:
    FINDER.find(asked)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12))
def test_a_word_finds_itself(word: str) -> None:
    """As long as SQLite takes for a word what we do."""
    if question(word) and word.isascii():
        assert Finder([Row("page", "p", "", "", (), f"a {word} b")]).find(word).rows == (("page", "p"),)


FINDER = Finder(ROWS)
