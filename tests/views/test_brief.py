"""The brief in its four forms: what it says, what a hostile page cannot make it say, and how it stands alone."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, UNREAD, document, reading, report, when
from chronicle.strategies import readings
from detente.chronicle import course, gather, relation
from detente.chronicle.curve import HALF_LIFE
from detente.codebook.labels import labels
from detente.model import CodebookError, Reading, Record, UsageError
from detente.views import brief
from detente.views.compose import between as shown_between
from detente.views.templates import safe

RECORD = gather(STORY, BOOK, UNREAD)
SPOKEN = ("fr", "en")


def rendered(format: str, lang: str = "en", record: Record = RECORD, **more: Any) -> str:
    found = course(record, "TGO", "PRT", BOOK)
    return brief.render(record, "TGO", "PRT", BOOK, format, lang, course=found, **more)


class Seen(HTMLParser):
    """Tags with their attributes, ids, links, and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


# -- what it says ------------------------------------------------------------------------------------------

ORDER = {
    "fr": [
        "Togo – Portugal",
        "3 mars 2025 – 20 juin 2025",
        "8\u00a0pages",
        "Mesures en vigueur",
        "caution de visa",
        "Chronologie",
        "3 mars 2025",
        "Le Portugal exige",
        "10 mars 2025",
        "2 juin 2025",
        "20 juin 2025",
        "Sans date connue",
        "Désaccords entre les sources",
        "Kara",
        "Lomé",
        "Peut-être le même fait",
        "Ce qui n'a pas pu être lu",
        "pages/photo.jpg",
        "1\u00a0fait sans date",
        "pages/courrier.html",
    ],
    "en": [
        "Togo – Portugal",
        "3 March 2025 – 20 June 2025",
        "8\u00a0pages",
        "Measures in force",
        "visa bond",
        "Chronology",
        "3 March 2025",
        "Le Portugal exige",
        "10 March 2025",
        "2 June 2025",
        "20 June 2025",
        "Without a known date",
        "Where sources disagree",
        "Kara",
        "Lomé",
        "Possibly the same event",
        "What could not be read",
        "pages/photo.jpg",
        "1\u00a0event without a date",
        "pages/courrier.html",
    ],
}


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("format", ["terminal", "md"])
def test_it_tells_the_story_in_order(format: str, lang: str) -> None:
    text, place = rendered(format, lang), 0
    for words in ORDER[lang]:
        assert words in text[place:], words
        place = text.index(words, place)


def test_every_event_and_measure_is_a_row_and_nothing_else_is() -> None:
    tree = json.loads(rendered("json"))
    told = {e.id for e in relation(RECORD, "TGO", "PRT").events}
    assert [x["id"] for x in tree["chronology"]] == [e.id for e in RECORD.events if e.id in told and e.when]
    assert {x["id"] for x in tree["chronology"] + tree["undated"]} == told
    assert {m["id"] for m in tree["measures"] + tree["past_measures"]} == {m.id for m in RECORD.measures}
    assert tree["counts"] == {
        "pages": 8,
        "outlets": 4,
        "independent": 4,
        "events": 5,
        "undated": 1,
        "unpublished": 1,
        "review": 0,
        "outside": 0,
        "left_out": 1,
    }


APPLIES = "Le 3 mars 2025, Lisbonne a annoncé une caution de visa pour les Togolais, du 1er avril au 30 juin 2025."
ANNOUNCED = document("annonce.html", APPLIES, outlet="Le Jour", published=date(2025, 3, 4))
TERMS = {"when": when("2025-03-03"), "effective": when("2025-04-01"), "until": when("2025-06-30")}
BOND = report(ANNOUNCED, APPLIES, "impose", "SANCTION", "PRT", "TGO", instrument="visa-bond", effect="impose", **TERMS)


@pytest.mark.parametrize("format", ["terminal", "md", "html"])
@pytest.mark.parametrize("part", ["Decided:", "Chronology"])
def test_the_day_of_a_decision_is_apart_from_when_it_applies(format: str, part: str) -> None:
    """Of the measure, and of the event in the chronology."""
    shown = rendered(format, record=gather([reading(ANNOUNCED, BOND)], BOOK))
    words = re.sub(r"[\s*]+", " ", Seen(shown).text if format == "html" else re.sub(r"\x1b\[[\d;]*m", "", shown))
    told = words.partition(part)[2]
    assert re.search("3 March 2025.*In effect from: 1 April 2025.*Set to end: 30 June 2025", told)


def test_the_sentence_shown_first_gives_what_was_chosen() -> None:
    first = json.loads(rendered("json"))["chronology"][0]
    assert (first["edtf"], first["amount"]) == ("2025-03-03", "5000 EUR")
    assert "5 000 euros" in first["quotes"][0]["text"]
    assert not first["quotes"][0]["copy"]


def test_quotes_are_the_pages_own_words() -> None:
    text = {d.id: d.text for d in RECORD.documents}
    quotes = [q for x in json.loads(rendered("json"))["chronology"] for q in x["quotes"]]
    assert all(text[q["document"]][q["start"] : q["end"]] == q["text"] for q in quotes)


@pytest.mark.parametrize(("a", "b"), [("TGO", "PRT"), ("TGO", "GHA"), ("PRT", "GHA")])
def test_brief_and_relation_agree_on_what_is_between_two(a: str, b: str) -> None:
    shown = [e for e in RECORD.events if shown_between(e, a, b)]
    assert shown == list(relation(RECORD, a, b).events) == list(relation(RECORD, b, a).events)


def test_two_strangers_have_an_empty_brief() -> None:
    assert "nothing between Portugal and Ghana" in brief.render(RECORD, "PRT", "GHA", BOOK, "terminal")
    assert "<svg" not in brief.render(RECORD, "PRT", "GHA", BOOK, "html")


@pytest.mark.parametrize("format", brief.FORMATS)
def test_bytes_do_not_depend_on_the_order_of_reading(format: str) -> None:
    backwards = gather(reversed(STORY), BOOK, reversed(UNREAD))
    assert rendered(format, record=backwards) == rendered(format)


@given(readings())
@settings(max_examples=25, deadline=None)
def test_any_record_has_a_brief(pages: list[Reading]) -> None:
    record = gather(pages, BOOK)
    assert all(rendered(format, lang, record) for format in brief.FORMATS for lang in SPOKEN)


def test_an_unknown_format_or_language_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="terminal, md, html, json"):
        rendered("docx")
    with pytest.raises(CodebookError, match="en, fr"):
        rendered("md", "xx")


@pytest.mark.parametrize("lang", SPOKEN)
def test_the_note_under_the_curve_says_the_half_life_that_is_used(lang: str) -> None:
    assert all(f" {HALF_LIFE} " in labels(lang)(key) for key in ("ui.curve_note", "ui.index_note"))


# -- the page stands alone ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", SPOKEN)
def test_the_page_is_one_file_without_script_or_request(lang: str) -> None:
    seen = Seen(rendered("html", lang))
    assert seen.tags[0] == ("html", {"lang": lang})
    assert not {"script", "link", "img", "iframe", "object", "embed", "form"} & {tag for tag, _ in seen.tags}
    assert not seen.all("src")
    assert all(link.startswith("#") for link in seen.all("href"))
    assert not re.search(r"url\(|@import", rendered("html", lang))


@pytest.mark.parametrize("lang", SPOKEN)
def test_ids_are_unique_and_every_link_leads_to_one(lang: str) -> None:
    seen = Seen(rendered("html", lang))
    ids = seen.all("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in seen.all("href")} <= set(ids)


def test_every_page_is_listed_with_its_fingerprint() -> None:
    text = Seen(rendered("html")).text
    assert all(d.id in text and d.uri in text for d in relation(RECORD, "TGO", "PRT").documents)


def test_the_curve_has_words_for_who_cannot_see_it() -> None:
    seen = Seen(rendered("html", "en"))
    drawing = next(attributes for tag, attributes in seen.tags if tag == "svg")
    assert drawing["role"] == "img"
    assert set((drawing["aria-labelledby"] or "").split()) <= set(seen.all("id"))
    assert "Cooperation and conflict between Togo and Portugal" in seen.text
    assert sum(tag in ("circle", "path") and "event" in (a.get("class") or "") for tag, a in seen.tags) == 4


# -- a hostile page ----------------------------------------------------------------------------------------

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=alert(3) {{ 7*7 }} "
    "\x1b[31m\u202e](javascript:x) # *"
)
SENTENCE = f"Lomé a critiqué Lisbonne mardi. {EVIL}"


def hostile() -> Record:
    page = document("x/<b>\x1b]0;owned\x07.html", SENTENCE, title=EVIL, outlet=EVIL, byline=EVIL)
    told = report(
        page,
        SENTENCE,
        "accuse",
        "ACCUSE",
        "TGO",
        "PRT",
        when=when("2025-03-04"),
        people=(EVIL,),
        place=EVIL,
        attributed_to=EVIL,
        amount=EVIL,
    )
    return gather([reading(page, told)], BOOK, [(EVIL, "binary", EVIL)])


def test_in_html_its_text_is_text() -> None:
    page = rendered("html", record=hostile())
    seen = Seen(page)
    assert not {"script", "img"} & {tag for tag, _ in seen.tags}
    assert not any(name.startswith("on") for _, attributes in seen.tags for name in attributes)
    assert "{{ 7*7 }}" in seen.text
    assert "<script>alert(1)</script>" in seen.text


def test_in_markdown_its_text_is_text() -> None:
    text = rendered("md", record=hostile())
    assert not re.search(r"(?<!\\)<(script|img)", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert not re.search(r"^# \*", text, re.MULTILINE)
    assert not set("\x1b\x07\u202e") & set(text)


def test_in_the_terminal_it_steers_nothing() -> None:
    text = rendered("terminal", record=hostile())
    assert not set("\x1b\x07\u202e") & set(text)
    assert "[31m" in text


@given(st.text())
def test_safe_text_holds_one_line_and_no_control(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", safe(text))
