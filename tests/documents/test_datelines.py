"""What at the head of a text is its dateline, and what is not."""

import pytest

from coded import book
from detente.documents.datelines import dateline, dateline_agency
from detente.documents.lexicon import lexicon

TOLD = "Les Fidji ont rappelé leur envoyé."


@pytest.mark.parametrize(
    "head",
    [
        "SUVA, 3 mai 2029 (Xinhua) –",
        "SUVA, 3 mai 2029.",
        "SUVA. 3 mai 2029.",
        "Suva, le 3 mai 2029 -",
        "(Suva, 3 mai 2029) -",
        "Suva, vendredi 3 mai 2029 :",
        "Suva - 03/05/2029 -",
        "Suva (Fidji), 3 mai 2029, 14h30 -",
        "Suva, 03 mai 2029/Xinhua/-",
        "SUVA, Fiji, May 3, 2029 —",
        "Suva | 3 May 2029 |",
        "Port Moresby, Friday, May 3 --",
    ],
)
def test_a_place_and_a_day_before_a_mark_are_a_dateline(head: str) -> None:
    assert dateline(f"{head} {TOLD}", lexicon(book().pages)).strip() == head


@pytest.mark.parametrize(
    "text",
    [
        f"3 mai 2029 : {TOLD}",  # an entry of a chronology
        "Les Fidji ont rappelé leur envoyé le 3 mai 2029. Il part.",
        "Suva : 12 envoyés sont partis. Le 3 mai 2029, un autre.",
        "Le chef de la diplomatie à Suva, le 3 mai 2029. Il part.",  # under a picture
        "Suva reçoit, le 3 mai 2029 : un envoyé.",
        "Suva, 3 mai 2029, les Fidji ont rappelé leur envoyé.",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    assert dateline(text, lexicon(book().pages)) == ""


def test_its_agency_is_one_that_the_codebook_knows() -> None:
    words = lexicon(book().pages)
    named = {
        head: dateline_agency(f"{head} {TOLD}", words) for head in ("SUVA, 3 mai (Xinhua) –", "SUVA, 3 mai (Fidji) –")
    }
    assert list(named.values()) == ["Xinhua", None]
