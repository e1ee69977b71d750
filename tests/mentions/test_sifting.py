"""What a page is asked before it is read: who could be named, of what it speaks; nothing that it names is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded import book, document
from detente.codebook.actors_model import ActorBook
from detente.mentions.gate import Gate
from detente.mentions.sifting import Sieve
from detente.mentions.sought import Sought
from detente.mentions.subjects import Subjects
from detente.mentions.tokens import folded, key_of, tokens

SIEVES = {code: Sieve(book(), code) for code in ("fr", "en")}
FORMS = {code: [form.form for form in book().actors.forms[code]] for code in SIEVES}
FILLERS = [
    "hier",
    "the",
    "l'",
    "L’",
    "d’",
    " ",
    "\n",
    "-",
    ".",
    ", ",
    "’s",
    "accusé ",
    "talks ",
    "U. S. ",
    "N°",
    "İ",
    "ß",
    "match ",
]


def texts(code: str) -> st.SearchStrategy[str]:
    """Names as they are written, in other cases, run together, among words and marks."""
    form = st.sampled_from(FORMS[code])
    spelled = st.one_of(form, form.map(str.upper), form.map(str.lower), form.map(lambda f: f.replace("'", "’")))
    return st.lists(st.one_of(st.sampled_from(FILLERS), spelled.map(lambda f: f" {f} "), spelled), max_size=14).map(
        "".join
    )


@pytest.mark.parametrize("code", SIEVES)
def test_every_name_that_is_found_has_a_word_at_the_gate(code: str) -> None:
    @given(texts(code))
    def check(text: str) -> None:
        words = tokens(text)
        hits = SIEVES[code].gate.hits(text)
        for name in SIEVES[code].actors.names(words):
            inside = range(words[name.first].start, words[name.last].end)
            assert any(at in inside for at in hits.starts), (text[inside.start : inside.stop], hits)
            assert set(name.codes) <= hits.actors

    check()


@pytest.mark.parametrize("code", SIEVES)
def test_a_page_that_is_not_given_up_is_read_as_one_that_could_not_be(code: str) -> None:
    @given(texts(code), texts(code))
    def check(one: str, other: str) -> None:
        page = document(other, code, one)
        sifted = SIEVES[code].sifted(page, True)
        assert sifted.ends or sifted == SIEVES[code].sifted(page, False)

    check()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        pytest.param("Le Mali a expulsé un diplomate français.", {"MLI", "FRA"}, id="two"),
        pytest.param("Le mali a été réparé.", set(), id="a-name-needs-its-capital"),
        pytest.param("LE MALI ET LA FRANCE", {"MLI", "FRA"}, id="a-headline-in-capitals"),
        pytest.param("La formalité de Malines", set(), id="not-within-a-word"),
        pytest.param("un délai", set(), id="small-letters-are-no-acronym"),
    ],
)
def test_whose_names_the_words_may_be(text: str, actors: set[str]) -> None:
    assert {"MLI", "FRA", "UNO"} & SIEVES["fr"].gate.hits(text).actors == actors


def test_a_name_may_bear_accents_that_the_codebook_leaves_out() -> None:
    assert "SRB" in SIEVES["fr"].gate.hits("« C'est pire », a dit Ana Brnabić.").actors


def test_a_match_between_two_teams_ends_at_the_gate() -> None:
    text = (
        "Le Mali a battu le Sénégal en finale. Le match, le stade, le but, le gardien : tout a plu aux supporters. " * 3
    )
    assert SIEVES["fr"].sifted(document(text, "fr", "Le Mali bat le Sénégal"), True).ends
    assert not SIEVES["fr"].sifted(document(text, "fr", "Le Mali bat le Sénégal"), False).ends


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("un but, deux buts", ["but"], id="whole-words"),
        pytest.param("rebut, but_, l'but", ["but"], id="an-apostrophe-parts-words"),
        pytest.param("prime minister, prime ministers", ["prime minister"], id="several-words"),
    ],
)
def test_only_whole_words_are_found(text: str, found: list[str]) -> None:
    sought = Sought({w: w for w in ("but", "prime minister")})
    assert [payload for _, _, payload in sought.find(text)] == found


@pytest.mark.parametrize(
    ("title", "text", "counts"),
    [
        pytest.param("", "The ambassador met the foreign minister. The ambassador left.", (0, 2), id="each-once"),
        pytest.param("", "The foreign\nminister spoke.", (0, 1), id="over-a-line"),
        pytest.param("The ambassador", "Nothing more.", (0, 1), id="the-headline-counts"),
    ],
)
def test_words_of_relations(title: str, text: str, counts: tuple[int, int]) -> None:
    assert Subjects(book().languages["en"]).count(title, text, [(0, len(text))]) == counts


def test_what_stands_in_no_sentence_is_not_counted() -> None:
    assert Subjects(book().languages["en"]).count("", "The ambassador", [(0, 3)]) == (0, 0)


@given(st.text(max_size=20))
def test_a_folded_text_is_as_long_and_folds_as_its_letters_do(text: str) -> None:
    low = folded(text)
    assert len(low) == len(text)
    assert all(
        a == key_of(b) or len(b.casefold()) > 1 for a, b in zip(low, text, strict=True) if key_of(b) == b.casefold()
    )


def test_a_language_without_names_lets_nothing_through() -> None:
    gate = Gate(ActorBook(entries={}, forms={}, masks={}), book().languages["fr"])
    assert gate.hits("Le Mali et la France") == ((), frozenset())
