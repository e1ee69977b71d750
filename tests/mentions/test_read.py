"""A whole page's mentions: offsets that fit, whatever the text; pairs, titles, other subjects."""

from collections.abc import Iterable
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import document, mentions, reader
from detente.model import Mentions, Sentence

FRAGMENTS = st.sampled_from(
    [
        "Le ministre malien", "l'Algérie", "Alger", " a expulsé", " n'a pas reçu", "deux diplomates", " français",
        ", Issa Coulibaly,", " M. Coulibaly", ". ", " ! », ", "« Jamais de la vie, jamais »", "\n\n", " et ", " que ",
        "la visite", "des sanctions contre", " le Mali", " les deux pays", " Il ", "qu’", "\u00a0:", "🙂", " e\u0301", "(",
        "'s", " mardi 4 mars 2025", " de l’", "…", "-", "*", "\t", " ambassadeur de France au Mali", "L'ambassadrice",
    ]
)  # fmt: skip


class Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spans(found: Iterable[Span]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in found]


@settings(max_examples=60, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join), st.sampled_from(["fr", "en"]))
def test_every_offset_stands_inside_its_sentence(text: str, language: str) -> None:
    found = reader(language).read(document(text, language))
    for s in found.sentences:
        for kind in (s.actors, s.acts, s.instruments, s.cues, s.speech, s.arguments):
            assert all(s.start <= start < end <= s.end for start, end in spans(kind))
        assert all(a.start <= a.head < a.end for a in s.acts)
        assert all(s.start <= a.head < s.end and a.act < len(s.acts) for a in s.arguments)
        assert all(a.governor is None or 0 <= a.governor < len(s.acts) for a in s.acts)
        assert all(len(text[m.start : m.end].strip()) == m.end - m.start for m in s.actors)
        assert all(not m.codes or m.codes == tuple(dict.fromkeys(m.codes)) for m in s.actors)
    assert all(name.split()[-1] in text[start:end] for name, _, _, start, end in found.people)


@settings(max_examples=15, deadline=None)
@given(st.lists(FRAGMENTS, max_size=20).map("".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert mentions(text) == mentions(text)


def said(found: Mentions) -> list[Sentence]:
    return list(found.sentences)


@pytest.mark.parametrize(
    ("text", "title", "pair"),
    [
        pytest.param("Le Mali reçoit l'Algérie. Le Mali et l'Algérie s'entendent.", None, ("DZA", "MLI"), id="named-twice"),
        pytest.param("Le Mali écoute. L'Algérie parle.", "Mali-Algérie : reprise", ("DZA", "MLI"), id="in-the-title"),
        pytest.param("Le Mali reçoit l'Algérie. Le Mali se tait.", None, ("DZA", "MLI"), id="only-two"),
        pytest.param("Le Mali va en Algérie. Le Mali se tait.", None, ("DZA", "MLI"), id="only-two-one-a-place"),
        pytest.param("Le Mali reçoit l'Algérie. Le Mali boude le Tchad.", None, (), id="the-second-hardly-named"),
        pytest.param("Le Mali écoute. Le Mali parle.", None, (), id="only-one"),
        pytest.param("", None, (), id="nobody"),
    ],
)  # fmt: skip
def test_the_two_a_page_is_mostly_about(text: str, title: str | None, pair: tuple[str, ...]) -> None:
    assert mentions(text, title=title).pair == pair


def test_a_page_of_one_actor_is_not_parsed() -> None:
    assert not [s for s in said(mentions("Le Mali a expulsé un consul. Le Mali ne dit rien.")) if s.parsed]
    assert [s for s in said(mentions("Le Mali a expulsé un consul algérien.")) if s.parsed]


@pytest.mark.parametrize(
    ("text", "title", "counts"),
    [
        pytest.param("Le match a été serré. L'arbitre a sifflé. Le stade chante.", None, (3, 0), id="three-words-of-sport"),
        pytest.param("Le match. Un autre match. Les matchs.", None, (1, 0), id="each-word-once-in-any-number"),
        pytest.param("Les tirs au but attendront.", None, (2, 0), id="several-words"),
        pytest.param("Le match a été serré. La pluie et le vent.", None, (2, 0), id="the-subject-that-has-most"),
        pytest.param("Il parle.", "Un match de tennis", (2, 0), id="the-headline-counts"),
        pytest.param("Alger a expulsé un consul malien.", None, (0, 1), id="of-relations"),
        pytest.param("Les chefs d'État et l'Union africaine.", None, (0, 1), id="of-relations-in-several-words"),
    ],
)  # fmt: skip
def test_subjects_are_counted_by_their_words(text: str, title: str | None, counts: tuple[int, int]) -> None:
    found = mentions(text, title=title)
    assert (found.other_subject, found.relations) == counts
