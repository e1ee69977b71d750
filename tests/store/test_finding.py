"""Full text: which rows hold the words asked for, in the order in which they were given."""

from collections.abc import Callable, Iterable
from functools import partial

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.finding import MOST, Finder, MemoryFinder, Row, question
from detente.store.finding_there import ServerFinder, finder_of
from detente.store.opening import place_of
from postgres import Server

ROWS = (
    Row("event", "e3", "2031", "Le Fleuve", ("MLI", "FRA"), "Le Mali suspend les visas des Français"),
    Row("event", "e2", "2030", "Le Fleuve", ("MLI", "NER"), "Deux diplomates expulsés à Niamey"),
    Row("page", "p1", "2030", "The Harbour", (), "Visa bonds suspended, says the ministry"),
    Row("statement", "s1", "", "The Harbour", ("FRA",), "The ministry said the visa was refused"),
)


MakeFinder = Callable[[Iterable[Row]], Finder]


def made_there(url: str) -> MakeFinder:
    def make(rows: Iterable[Row]) -> Finder:
        kept = list(rows)
        return finder_of(place_of(url), lambda: kept)

    return make


@pytest.fixture(params=["memory", "postgresql"])
def made(request: pytest.FixtureRequest) -> MakeFinder:
    if request.param == "memory":
        return MemoryFinder
    return made_there(request.getfixturevalue("postgres").url())


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
def test_what_is_found(made: MakeFinder, asked: str, found: list[str]) -> None:
    assert [i for _, i in made(ROWS).find(asked).rows] == found


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
def test_facets_narrow(made: MakeFinder, narrow: dict[str, str], found: list[str]) -> None:
    assert [i for _, i in made(ROWS).find("visa", **narrow).rows] == found


def test_facets_count_what_was_found(made: MakeFinder) -> None:
    assert made(ROWS).find("visa").facets == {
        "kind": {"event": 1, "page": 1, "statement": 1},
        "year": {"2030": 1, "2031": 1},
        "outlet": {"The Harbour": 2, "Le Fleuve": 1},
        "side": {"FRA": 2, "MLI": 1},
    }


def test_a_question_that_finds_too_much_is_cut_and_says_so(made: MakeFinder) -> None:
    found = made(Row("page", str(n), "", "", (), "visa") for n in range(MOST + 5)).find("visa")
    assert [i for _, i in found.rows] == [str(n) for n in range(MOST)]
    assert found.more


@given(st.text(max_size=80))
def test_whatever_is_asked_is_answered(asked: str) -> None:
    FINDER.find(asked)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12))
def test_a_word_finds_itself(word: str) -> None:
    """As long as SQLite takes for a word what we do."""
    if question(word) and word.isascii():
        assert MemoryFinder([Row("page", "p", "", "", (), f"a {word} b")]).find(word).rows == (("page", "p"),)


FINDER = MemoryFinder(ROWS)


# -- on a server --------------------------------------------------------------------------------------------

SAID = partial(Row, "page", year="", outlet="", sides=())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("des accords régionaux", "régional", id="an-irregular-plural"),
        pytest.param("Les Sénégalaises expulsées", "senegalais", id="accents-not-typed"),
        pytest.param("l'État-major", "etat", id="elided-and-joined"),
        pytest.param("une œuvre", "œuvre", id="a-ligature"),
        pytest.param(" ".join(f"mot{n}" for n in range(90_000)), "mot1000", id="longer-than-a-vector"),
    ],
)
def test_on_a_server_words_have_french_stems(postgres: Server, text: str, asked: str) -> None:
    assert made_there(postgres.url())([SAID(id="p", text=text)]).find(asked).rows == (("page", "p"),)


def test_any_question_is_answered_there(postgres: Server) -> None:
    finder = made_there(postgres.url())(ROWS)

    @given(st.text(max_size=80))
    def ask(asked: str) -> None:
        finder.find(asked)

    ask()


def test_an_index_that_was_lost_is_made_again(postgres: Server) -> None:
    finder = made_there(postgres.url())(ROWS)
    assert isinstance(finder, ServerFinder)
    with psycopg.connect(postgres.url()) as db:
        db.execute("DROP SCHEMA detente_gathered CASCADE")
    assert len(finder.find("visa").rows) == 3


def test_who_may_make_no_index_there_has_one_in_memory(postgres: Server) -> None:
    postgres.execute("CREATE ROLE asker LOGIN PASSWORD 'asking'", "CREATE DATABASE closed")
    finder = made_there(postgres.url("closed", "asker", "asking"))(ROWS)
    assert isinstance(finder, MemoryFinder)
    assert len(finder.find("visa").rows) == 3
