"""What a page could tell at most, before it is parsed: a page of which that is nothing tells nothing when it is read whole."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import book, document, reader, times
from detente import documents
from detente.mentions import Reader
from detente.model import Document, Page
from detente.reports import Coder, Foresight, off_topic

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples/press", "corpus/dev/pages", "corpus/negative/dev", "corpus/negative/dev2")
LANGUAGES = ("fr", "en")


@cache
def unparsed(language: str) -> Reader:
    return Reader(book(), language, parse=False)


@cache
def coder(language: str) -> Coder:
    return Coder(book(), book().languages[language])


def could_tell(page: Document) -> bool:
    """Read without the parser."""
    foresight = Foresight(coder(page.language), times(page.language).find(page.text, page.published))
    return bool(foresight.telling(page, unparsed(page.language).read(page)))


def is_read(page: Document) -> bool:
    """Whether a page is parsed whole, and not given up before or after the first of its sentences are."""
    foresight = Foresight(coder(page.language), times(page.language).find(page.text, page.published))
    return bool(reader(page.language).read(page, foresight).sentences)


def tells(page: Document) -> bool:
    """Read whole, every sentence with an act and an actor parsed."""
    whole = reader(page.language).read(page)
    told, _ = coder(page.language).code(page, whole, times(page.language).find(page.text, page.published))
    return bool(told) and not off_topic(whole, told, page.published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le Mali a expulsé un diplomate français.", True, id="an-act-of-two"),
        pytest.param("Le Mali et la France sont loin l'un de l'autre.", False, id="no-act"),
        pytest.param("Le Mali a-t-il expulsé un diplomate français ?", False, id="a-question"),
        pytest.param("Le Mali a levé la main avant la France.", False, id="no-instrument"),
        pytest.param("Pour renforcer les liens du Mali et de la France.", False, id="only-a-purpose"),
        pytest.param("La France a protesté. Elle a expulsé un diplomate malien.", True, id="a-pronoun"),
        pytest.param("Le Mali a expulsé un diplomate.", False, id="nobody-else-named"),
        pytest.param("Les sanctions américaines contre le Mali.", True, id="a-measure-named-alone"),
    ],
)
def test_what_a_short_text_could_tell(text: str, expected: bool) -> None:
    assert could_tell(document(text)) == expected


ARTICLE = "The United States and Mali appear here. " + "The crowd sang. " * 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ARTICLE + "Mali expelled a diplomat. The ambassador left.", False, id="never-both-in-a-sentence"),
        pytest.param(
            "Mali expelled an American diplomat. " + "The ambassador met the foreign minister of Mali. " * 8, True, id="both"
        ),
        pytest.param("Mali expelled an American diplomat. " + "The crowd sang. " * 40, False, id="too-seldom-for-its-length"),
    ],
)  # fmt: skip
def test_what_an_article_could_tell(text: str, expected: bool) -> None:
    assert could_tell(document(text, "en")) == expected


def pages() -> list[Document]:
    files = [p for folder in FOLDERS for p in sorted((ROOT / folder).iterdir())]
    return [d for p in files for d in documents.read(Page(p.read_bytes(), p.name), book().pages)]


def test_our_own_pages_that_are_given_up_tell_nothing() -> None:
    barren = [d for d in pages() if d.language in LANGUAGES and not is_read(d)]
    assert barren
    assert [d.uri for d in barren if tells(d)] == []


EXAMPLES = {
    code: sorted({re.sub(r"\{[^{}]*?:([^{}]*)\}", r"\1", e.text) for a in book().acts.values() for e in a.examples if e.language == code})
    for code in LANGUAGES
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_any_run_of_the_codebook_s_examples(language: str) -> None:
    @settings(max_examples=60)
    @given(st.lists(st.sampled_from(EXAMPLES[language]), min_size=1, max_size=12), st.sampled_from([" ", "\n\n"]))
    def check(sentences: list[str], between: str) -> None:
        page = document(between.join(sentences), language)
        assert is_read(page) or not tells(page)

    check()
