"""Runs of short lines in saved pages: the article's own lists, menus, headlines of others. All pages are ours."""

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.documents.lines import Kind, Line
from detente.documents.lists import WEIGHTS, groups, is_list, traits
from detente.documents.runs import Span
from detente.model import BlockKind, Page

TITLE = "Frontière : la commission mixte publie le calendrier de la réouverture des postes"
TEXT = (
    "La commission mixte du Ghana et du Togo a publié mardi le calendrier de la réouverture des postes de la frontière, "
    "fermés depuis la crise douanière de 2021.",
    "Chaque poste sera rouvert par les douanes des deux pays, en présence des chefs de la police, selon le communiqué.",
    "Les dates retenues par la commission pour la réouverture des postes :",
)
POSTS = (
    "Aflao : réouverture aux camions des deux pays, 4 mars",
    "Kpadape : réouverture aux piétons, 11 mars",
    "Noepe : réouverture aux camions et aux cars, 18 mars",
    "Wli : poste fermé par les douanes jusqu’au 2 avril",
)
MENU = ("Nos rendez-vous", "Le Littoral Magazine", "Petites annonces", "Jeux et concours", "La boutique")
OTHERS = (
    "Coton : les producteurs réclament leurs arriérés",
    "Handball, Kumasi bat Sokodé dans les dernières secondes",
    "Un pont flottant inauguré à Mango par le préfet",
    "Maïs, la récolte s’annonce meilleure dans le nord",
)
ENGLISH = (
    "The joint commission of Ghana and Togo on Tuesday published the calendar for reopening border posts shut since the "
    "customs dispute of 2021.",
    "Each post will be reopened by the customs of both countries in the presence of their police chiefs, it said.",
    "The commission gave these dates for the reopening of the posts:",
)
DATES = (
    "Aflao post: reopening to lorries of both countries, 4 March",
    "Kpadape post: reopening to people on foot, 11 March",
    "Noepe post: reopening to lorries and coaches, 18 March",
    "Wli post: kept shut by the customs until 2 April",
)


@pytest.mark.parametrize(
    ("text", "behind", "kept"),
    [
        pytest.param(TEXT, POSTS, POSTS, id="list-behind-the-text"),
        pytest.param(TEXT[:2], MENU, (), id="menu"),
        pytest.param(TEXT[:2], OTHERS, (), id="headlines-of-others"),
        pytest.param(TEXT, (*POSTS, "Partager", *MENU), POSTS, id="list-then-menu"),
        pytest.param(ENGLISH, DATES, DATES, id="english-list"),
        pytest.param(ENGLISH[:2], ("About the Coast", "Our offices", "Careers", "The shop"), (), id="english-menu"),
    ],
)
def test_what_stands_behind_the_text(
    text: tuple[str, ...], behind: tuple[str, ...], kept: tuple[str, ...], words: PageWords
) -> None:
    (document,) = read(Page("\n".join((TITLE, "", *text, *behind)).encode(), "page.txt"), words)
    told = [document.text[b.start : b.end] for b in document.blocks]
    assert told == [*text, *kept]
    assert [b.kind for b in document.blocks[len(text) :]] == [BlockKind.LIST] * len(kept)


def test_the_text_goes_on_behind_its_list(words: PageWords) -> None:
    more = (
        "La commission mixte se réunira encore avant la fin du mois sur les taxes des douanes à la frontière, dont ni le Ghana "
        "ni le Togo n’ont voulu parler mardi."
    )
    (document,) = read(Page("\n".join((TITLE, "", *TEXT, *POSTS, more, *MENU)).encode(), "page.txt"), words)
    assert document.text.split("\n\n") == [*TEXT, *POSTS, more]


def test_every_trait_has_a_weight() -> None:
    lines = [Line(text, row, Kind.SHORT if row else Kind.PROSE, 5) for row, text in enumerate(("Un texte.", *POSTS))]
    (group,) = groups(lines, Span(0, 1))
    found = traits(lines, group, Span(0, 1), frozenset())
    assert found.keys() == WEIGHTS.keys()
    assert not is_list(found, dict.fromkeys(WEIGHTS, -1.0))
