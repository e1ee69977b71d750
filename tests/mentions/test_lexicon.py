"""Finding wordings among tokens: exact words, any ending, gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.mentions.lexicon import WIDEST_GAP, Lexicon, longest
from detente.mentions.tokens import tokens

SHORT = {"à": frozenset({"à", "au", "aux"}), "de": frozenset({"de", "du", "des", "d'"})}


def found(wording: str, text: str) -> list[str]:
    lexicon: Lexicon[str] = Lexicon(SHORT)
    lexicon.add_wordings([wording], wording)
    words = tokens(text)
    return [text[words[m.first].start : words[m.last].end] for m in longest(lexicon.find(words))]


@pytest.mark.parametrize(
    ("wording", "text", "expected"),
    [
        pytest.param("persona non grata", "déclaré Persona Non Grata hier", ["Persona Non Grata"], id="case"),
        pytest.param("persona non grata", "persona très non grata", [], id="words-touch"),
        pytest.param("l'accord", "L’accord", ["L’accord"], id="apostrophes"),
        pytest.param("diplomat*", "deux diplomates", ["diplomates"], id="star"),
        pytest.param("diplomat*", "deux diplomat", ["diplomat"], id="star-may-be-nothing"),
        pytest.param("diplomat*", "un dipl", [], id="star-needs-its-stem"),
        pytest.param("avoirs gel*", "des avoirs gelés", ["avoirs gelés"], id="star-inside"),
        pytest.param(
            "accordé … audience",
            "il a accordé ce week-end une audience",
            ["accordé ce week-end une audience"],
            id="gap",
        ),
        pytest.param("accordé … audience", "accordé audience", ["accordé audience"], id="gap-of-nothing"),
        pytest.param("accordé … audience", "accordé un an. Une audience", [], id="no-gap-over-a-stop"),
        pytest.param("accordé … audience", "accordé « une audience", [], id="no-gap-over-a-quote"),
        pytest.param("mettre fin à", "mettre fin aux visas", ["mettre fin aux"], id="contraction"),
        pytest.param("rappel de", "le rappel d'un consul", ["rappel d'"], id="elision"),
        pytest.param("ne … pas", "ne pas; ne veut pas", ["ne pas", "ne veut pas"], id="twice"),
    ],
)
def test_find(wording: str, text: str, expected: list[str]) -> None:
    assert found(wording, text) == expected


@given(st.integers(0, WIDEST_GAP + 3))
def test_a_gap_is_as_wide_as_the_docs_say(width: int) -> None:
    text = " ".join(["accordé", *["x"] * width, "audience"])
    assert bool(found("accordé … audience", text)) == (width <= WIDEST_GAP == 6)


@pytest.mark.parametrize(
    ("wordings", "text", "expected"),
    [
        pytest.param(["Guinée", "Guinée équatoriale"], "la Guinée équatoriale", ["Guinée équatoriale"], id="longest"),
        pytest.param(["a b", "b c d"], "a b c d", ["a b"], id="earliest"),
        pytest.param(["a b", "c d"], "a b c d", ["a b", "c d"], id="side-by-side"),
        pytest.param(["a"], "a a", ["a", "a"], id="each"),
    ],
)
def test_longest(wordings: list[str], text: str, expected: list[str]) -> None:
    lexicon: Lexicon[str] = Lexicon()
    for wording in wordings:
        lexicon.add_wordings([wording], wording)
    assert [m.payload for m in longest(lexicon.find(tokens(text)))] == expected


@given(st.lists(st.sampled_from(["a b", "b", "b c", "c*", "a … c"]), unique=True), st.text("abc .", max_size=20))
def test_longest_never_overlaps_and_leaves_no_match_free(wordings: list[str], text: str) -> None:
    lexicon: Lexicon[str] = Lexicon()
    for wording in wordings:
        lexicon.add_wordings([wording], wording)
    every = list(lexicon.find(tokens(text)))
    kept = longest(every)
    taken = {i for m in kept for i in range(m.first, m.last + 1)}
    assert len(taken) == sum(m.last - m.first + 1 for m in kept)
    assert all(taken & set(range(m.first, m.last + 1)) for m in every)
