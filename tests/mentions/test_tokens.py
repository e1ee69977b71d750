"""Words and where they stand: the unit in which pages and codebook meet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.mentions.tokens import key_of, keys, tokens

PIECES = [*"aéqunlsdtvr'’-. ,«»\n0A\u00a0\u202f", "aujourd'hui", "n't", "e\u0301", "🙂"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Le Mali expulse.", "Le|Mali|expulse|.", id="plain"),
        pytest.param("l’accord d'Alger", "l’|accord|d'|Alger", id="elided-articles"),
        pytest.param("qu'il, lorsqu’elle, jusqu'à", "qu'|il|,|lorsqu’|elle|,|jusqu'|à", id="elided-que"),
        pytest.param("puisqu'Alger, quoiqu'en", "puisqu'|Alger|,|quoiqu'|en", id="more-elided-que"),
        pytest.param("aujourd’hui", "aujourd’hui", id="one-word-with-an-apostrophe"),
        pytest.param("s'est rendu, n'a pas", "s'|est|rendu|,|n'|a|pas", id="elided-pronouns"),
        pytest.param("Mali's envoy", "Mali|'s|envoy", id="possessive"),
        pytest.param("Mali’s envoy", "Mali|’s|envoy", id="possessive-curly"),
        pytest.param(
            "didn't, won’t",
            "did|n't|,|wo|n’t",
            id="not",
        ),
        pytest.param("they've we'll", "they|'ve|we|'ll", id="auxiliaries"),
        pytest.param("États-Unis", "États|-|Unis", id="hyphen"),
        pytest.param("porte-parole", "porte|-|parole", id="hyphen-in-a-noun"),
        pytest.param("10 000 $ (2025)", "10|000|$|(|2025|)", id="figures"),
        pytest.param("« Non »", "«|Non|»", id="guillemets"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t\u00a0", "", id="only-space"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert "|".join(t.text for t in tokens(text)) == words


@given(TEXTS | st.text(max_size=30), st.integers(0, 50))
def test_offsets_are_exact_and_only_space_is_left_out(text: str, offset: int) -> None:
    found = tokens(text, offset)
    assert all(text[t.start - offset : t.end - offset] == t.text != "" for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for t in found for i in range(t.start - offset, t.end - offset)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@given(TEXTS)
def test_keys_are_the_keys_of_the_tokens(text: str) -> None:
    assert keys(text) == tuple(t.key for t in tokens(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("L’", "l'", id="apostrophe-and-case"),
        pytest.param("E\u0301tat", "État", id="composed-and-decomposed"),
        pytest.param("MALI", "Mali", id="capitals"),
    ],
)
def test_spellings_that_are_one_word(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_an_accent_tells_words_apart() -> None:
    assert key_of("ou") != key_of("où")
