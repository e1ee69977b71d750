"""Items: what a feed or a table says of an article, frozen; what is given wins over what is found."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.documents.item import FIELDS, Item, item_bytes
from detente.documents.kinds import Kind, kind_of
from detente.model import BlockKind, Document, Page, UnreadablePage

TEXT = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un accord aérien avec son homologue ghanéen, "
    "qui rétablit les vols directs entre les deux capitales."
)
MORE = "Les liaisons avaient été suspendues à la suite d’un différend, et les voyageurs passaient par une escale."


def document_of(item: Item, words: PageWords, fetched: date | None = None) -> Document:
    (document,) = read(Page(item_bytes(item), "table.csv#3", "", fetched), words)
    return document


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param("2025-12-09", "2025-12-09", id="day"),
        pytest.param("2025-12-09T23:30:00+00:00", "2025-12-09", id="moment"),
        pytest.param("Tue, 09 Dec 2025 10:00:00 GMT", "2025-12-09", id="rfc-5322"),
        pytest.param("mar, 09 déc 2025 10:00:00 +0000", "2025-12-09", id="rfc-5322-in-french"),
        pytest.param("mar 9 dec 2025", "2025-12-09", id="mardi-is-not-march"),
        pytest.param("9 décembre 2025 à 10h", "2025-12-09", id="words"),
        pytest.param("December 9, 2025", "2025-12-09", id="english-words"),
        pytest.param("09/12/2025", "2025-12-09", id="digits-in-a-french-text"),
        pytest.param("1765274400", "2025-12-09", id="seconds"),
        pytest.param("1765274400.0", "2025-12-09", id="seconds-with-a-point"),
        pytest.param("1765274400000", "2025-12-09", id="milliseconds"),
        pytest.param("20251209", "2025-12-09", id="compact"),
        pytest.param("2025-12", None, id="a-month"),
        pytest.param("0001-01-01T00:00:00Z", None, id="nobody-said"),
        pytest.param("9999999999999", None, id="far-future"),
        pytest.param("Sat, 30 Feb 2025 00:00:00 GMT", None, id="no-such-day"),
        pytest.param("hier", None, id="no-day"),
        pytest.param("9" * 5_000, None, id="5000-digits"),
    ],
)
def test_published(published: str, day: str | None, words: PageWords) -> None:
    document = document_of(Item("column", published=published, text=TEXT), words)
    assert (str(document.published) if document.published else None) == day
    assert document.published_basis == ("column" if day else "")


@pytest.mark.parametrize(
    ("published", "fetched", "doubt"),
    [
        pytest.param("Wed, 09 Dec 2025 10:00:00 GMT", None, "weekday", id="weekday"),
        pytest.param("2025-12-09", date(2025, 12, 1), "after-fetch", id="after-fetch"),
        pytest.param("2025-12-09", date(2025, 12, 8), "", id="another-time-zone"),
    ],
)
def test_doubts(published: str, fetched: date | None, doubt: str, words: PageWords) -> None:
    assert document_of(Item("feed", published=published, text=TEXT), words, fetched).published_doubt == doubt


def test_a_moment_in_utc_is_told_at_the_seat(words: PageWords) -> None:
    item = Item("feed", url="https://www.lemonde.fr/a", published="2025-12-09T23:30:00Z", text=TEXT)
    assert str(document_of(item, words).published) == "2025-12-10"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(f"{TEXT}\n\n{MORE}", [TEXT, MORE], id="blank-lines"),
        pytest.param(f"{TEXT}\r\n{MORE}", [TEXT, MORE], id="lines"),
        pytest.param(f"{TEXT}\nLire aussi : Un autre accord\n{MORE}", [TEXT, MORE], id="aside"),
        pytest.param("Réunion à Lomé", ["Réunion à Lomé"], id="a-few-words"),
    ],
)
def test_text_is_taken_as_given(text: str, parts: list[str], words: PageWords) -> None:
    document = document_of(Item("column", language="fr", text=text), words)
    assert [document.text[b.start : b.end] for b in document.blocks] == parts


def test_a_whole_saved_page_in_a_cell_is_read_as_one(words: PageWords) -> None:
    menu = "Accueil\nPolitique\nÉconomie\nSport\nCulture\nVidéos\nSe connecter\nS'abonner\nContact\nNewsletter"
    document = document_of(Item("column", text=f"{menu}\n{TEXT}\n{MORE}\n{TEXT} {MORE}"), words)
    assert document.text.startswith("La ministre")


def test_a_whole_web_page_in_a_cell_is_read_as_one(words: PageWords) -> None:
    page = f"<html><head><title>T</title></head><body><nav>Accueil</nav><p>{TEXT}</p><p>{MORE}</p></body></html>"
    document = document_of(Item("column", title="Le titre donné", html=page), words)
    assert (document.title, document.text) == ("Le titre donné", f"{TEXT}\n\n{MORE}")


def test_the_title_is_not_said_twice(words: PageWords) -> None:
    document = document_of(
        Item("feed", title="Un accord &amp; des vols", html=f"<h1>Un accord & des vols</h1><p>{TEXT}</p>"), words
    )
    assert (document.title, document.text) == ("Un accord & des vols", TEXT)


@pytest.mark.parametrize(
    ("outlet", "named"),
    [
        pytest.param("lemonde.fr", "Le Monde", id="domain"),
        pytest.param("Afrique - LE MONDE", "Le Monde", id="title-of-a-feed"),
        pytest.param("Le Littoral", "Le Littoral", id="unknown"),
    ],
)
def test_outlet(outlet: str, named: str, words: PageWords) -> None:
    assert document_of(Item("feed", outlet=outlet, text=TEXT), words).outlet == named


def test_an_account_signs_nothing(words: PageWords) -> None:
    assert document_of(Item("feed", byline="admin\nk@l.example", text=TEXT), words).byline is None


def test_a_declared_language_is_only_a_hint(words: PageWords) -> None:
    assert document_of(Item("feed", language="en", text=TEXT), words).language == "fr"
    assert document_of(Item("feed", language="en-GB", text="Lomé, Accra"), words).language == "en"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b'{"detente-item":1', "wrong-type", id="cut-short"),
        pytest.param(b'{"detente-item":2,"text":"x"}', "wrong-type", id="another-version"),
        pytest.param(b'{"detente-item":' + b"[" * 100_000, "wrong-type", id="nested"),
        pytest.param(b'{"detente-item":1,"text":["a"]}', "no-text", id="no-text"),
        pytest.param(item_bytes(Item("feed", html="<p></p><script>a</script>")), "no-text", id="only-a-script"),
        pytest.param(item_bytes(Item("feed", html="<div>" * 100_000 + TEXT)), "wrong-type", id="nested-html"),
    ],
)
def test_refused(data: bytes, reason: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read(Page(data, "item"), words)
    assert refusal.value.args[0] == reason


def test_list_of_a_fragment(words: PageWords) -> None:
    document = document_of(Item("feed", html=f"<p>{TEXT}</p><ul><li>Un vol le matin.<li>Un vol le soir.</ul>"), words)
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.LIST]


@given(st.fixed_dictionaries({name: st.text() for name in FIELDS}))
def test_the_same_item_is_the_same_bytes_and_known_as_one(said: dict[str, str]) -> None:
    data = item_bytes(Item(**said))
    assert data == item_bytes(Item(**said))
    assert kind_of(data, "a.csv") is Kind.ITEM


@given(item=st.builds(Item, *[st.text(max_size=80)] * len(FIELDS)))
def test_any_item_is_read_or_refused(item: Item, words: PageWords) -> None:
    with suppress(UnreadablePage):
        assert document_of(item, words).text.strip()


@pytest.mark.parametrize(
    ("given", "doubt"),
    [
        pytest.param("2025-12-09", "conflict 2025-12-05", id="days-apart"),
        pytest.param("2025-12-06", "", id="a-day-apart"),
        pytest.param("Wed, 09 Dec 2025 10:00:00 GMT", "weekday", id="its-own-doubt-first"),
    ],
)
def test_a_given_day_that_the_page_contradicts(given: str, doubt: str, words: PageWords) -> None:
    head = '<head><title>T</title><meta property="article:published_time" content="2025-12-05T09:00"></head>'
    html = f"<!DOCTYPE html><html>{head}<body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    document = document_of(Item("feed", published=given, html=html), words)
    assert (document.published_basis, document.published_doubt) == ("feed", doubt)
    assert str(document.published) == given or doubt == "weekday"
