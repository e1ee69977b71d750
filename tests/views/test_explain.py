"""Why a page is coded as it is: what each sentence names, the rule that fired, the reason why another did not."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from detente.codebook import load
from detente.codebook.labels import labels, languages
from detente.model import Mentions, Page, Reading, Refusal, UsageError
from detente.pipeline import explain
from detente.views.accounts import KINDS, accounts
from detente.views.explain import render

BOOK = load()
TEXT = """Le Togo suspend la délivrance de visas

Le Courrier du Golfe - Publié le 6 mars 2031

Le Togo a suspendu mercredi la délivrance de visas aux ressortissants portugais, a annoncé à Lomé le ministère togolais
des Affaires étrangères. « Nous n'avons pas le choix, 3 < 4 & 5 », a déclaré le ministre togolais Kossi Amégan.

Le Portugal pourrait expulser un diplomate togolais. Le Portugal a suspendu en février son aide au Togo.

La pluie est tombée toute la matinée sur la ville.
"""
FOOTBALL = """La finale se jouera à Lomé

Le Courrier du Golfe - Publié le 6 mars 2031

Le sélectionneur du Togo a aligné onze titulaires pour le match de football, et le gardien a arrêté un penalty à la mi-temps.
Le championnat reprendra dimanche, quand l'équipe du Ghana affrontera celle du Bénin devant les supporteurs.
"""


def found(*texts: str) -> list[tuple[Reading, Mentions]]:
    return [row for n, text in enumerate(texts) for row in explain(Page(text.encode(), f"{n}.txt"), BOOK)]


PAGES = found(TEXT)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param("en", ["sanctions (SANCTION) · Togo → Portugal · visas · 5 March 2031 · took place · confidence 0.",
         "suspend.verb.acts:", "✗ not told as done", "time: “mercredi” = 5 March 2031", "quoted: "], id="en"),
        pytest.param("fr", ["(SANCTION) · Togo → Portugal · visas · 5 mars 2031 · a eu lieu · confiance 0.",
         "suspend.verb.acts:", "✗ dit ni comme fait", "date : “mercredi” = 5 mars 2031", "cité : "], id="fr"),
    ],
)  # fmt: skip
def test_what_fired_and_what_did_not(lang: str, words: list[str]) -> None:
    text = render(PAGES, BOOK, "text", lang)
    assert [w for w in words if w not in text] == []


def test_only_sentences_that_tell_something_unless_all_are_asked() -> None:
    assert "La pluie" not in render(PAGES, BOOK)
    assert "La pluie" in render(PAGES, BOOK, all_sentences=True)
    assert "La pluie" in render(PAGES, BOOK, "html", all_sentences=True)


@pytest.mark.parametrize("lang", languages())
def test_the_pieces_of_a_sentence_are_the_sentence(lang: str) -> None:
    for account in accounts(found(TEXT, FOOTBALL), BOOK, labels(lang), True):
        for line in account.lines:
            assert "".join(p.text for p in line.pieces) == line.text
            assert {p.kind for p in line.pieces} <= {"", *KINDS}


def test_every_act_seen_has_an_outcome() -> None:
    for (reading, mentions), account in zip(PAGES, accounts(PAGES, BOOK, labels("en"), False), strict=True):
        acts = [a for line in account.lines for a in line.acts]
        assert all(bool(a.told) != bool(a.why) for a in acts)
        assert sum(bool(a.told) for a in acts) == len(reading.reports)
        assert len([a for a in acts if a.words]) == sum(len(s.acts) for s in mentions.sentences)


class Checker(HTMLParser):
    """Elements and addresses; whatever is opened must be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", languages())
def test_the_page_in_colour_is_one_file_and_runs_nothing(lang: str) -> None:
    html, seen = render(PAGES, BOOK, "html", lang), Checker()
    seen.feed(html)
    assert (seen.open, seen.links, seen.seen & {"script", "img", "link", "b"}) == ([], [], {"b"})
    assert "url(" not in html
    assert "3 &lt; 4 &amp; 5" in html
    marks = re.findall(r'<mark class="(\w+)" title="([^"]*)">([^<]*)</mark>', html)
    assert {"act", "actor", "place", "instrument", "time"} <= {kind for kind, _, _ in marks}
    assert next(unescape(t) for k, _, t in marks if k == "instrument") == "aide"


def test_a_page_about_something_else_says_so() -> None:
    text = render(found(FOOTBALL), BOOK)
    assert "not about relations between states" in text
    assert "SANCTION" not in text


def test_several_articles_and_what_could_not_be_read() -> None:
    unread = [Refusal("z\x1b[31m.pdf", "encrypted", "it has a password")]
    text = render(found(TEXT, FOOTBALL), BOOK, unread=unread)
    assert text.index("Le Togo suspend") < text.index("La finale se jouera") < text.index("Pages not read: z[31m.pdf")
    assert "encrypted" in render(found(TEXT), BOOK, "html", unread=unread)


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there are text, html"):
        render(PAGES, BOOK, "pdf")
