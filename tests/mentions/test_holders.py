"""Whom the codebook knows to hold office: by his whole name on the page's day, by surname behind his office, never a street."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coded import book, document
from detente.codebook.people import load_people
from detente.mentions import Reader
from detente.mentions.holders import Holders
from detente.mentions.tokens import tokens

HOME = Path(load_people.__code__.co_filename).parent / "people"
INVENTED = """
MLI:
- {name: Awa Tamoura, role: foreign minister, since: 2021-06, until: 2024-03-05}
- {name: Mohamed al-Zéïnour, role: defence minister, since: 2022}
- {name: Kalilou Dembrana, role: ambassador to Chile, since: 2020}
- {name: Bintou Sarambé, role: head of state, since: 2020, any: [Sarambé]}
CHL:
- {name: Rosa Iquilén, role: foreign minister, since: 2019}
- {name: Reine Iquitara, role: head of state, since: 2019, any: [Queen Iquitara]}
- {name: Kalilou Dembrana, role: adviser, since: 2020}
NER:
- {name: Hama Sarounké, role: head of state, since: 2020}
- {name: Issa Dembrana, role: foreign minister, since: 2020}
- {name: Fati Dembrana, role: ambassador to Mali, since: 2020}
"""
DAY = "2023-05-04"


@cache
def reader(language: str) -> Reader:
    """One that knows these people and no others."""
    with TemporaryDirectory() as folder:
        for name in ("roles", "spelling"):
            (Path(folder) / f"{name}.yml").write_bytes((HOME / f"{name}.yml").read_bytes())
        (Path(folder) / "invented.yml").write_text(INVENTED, encoding="utf-8")
        people = load_people(Path(folder), book().actors.entries)
    return Reader(replace(book(), actors=replace(book().actors, people=people)), language, parse=False)


def sides(text: str, language: str, published: str | None) -> dict[str, list[str]]:
    """By each name that is somebody's, in the order of the page: whose."""
    found: dict[str, list[str]] = {}
    for sentence in reader(language).read(document(text, language, None, published)).sentences:
        for m in sentence.actors:
            if m.person or m.how == "person":
                found.setdefault(text[m.start : m.end], []).extend(m.codes)
    return found


@pytest.mark.parametrize(
    ("language", "text", "published", "codes"),
    [
        pytest.param("fr", "Awa Tamoura est venue.", DAY, "MLI", id="whole"),
        pytest.param("en", "Awa Tamoura came.", DAY, "MLI", id="whole-en"),
        pytest.param("fr", "AWA TAMOURA est venue.", DAY, "MLI", id="capitals"),
        pytest.param("en", "Awa B. Tamoura came.", DAY, "MLI", id="initial"),
        pytest.param("fr", "Mohammed El-Zeinour est venu.", DAY, "MLI", id="spelled-otherwise"),
        pytest.param("en", "Muhammad Zeinour came.", DAY, "MLI", id="without-its-article"),
        pytest.param("fr", "Awa Tamoura est venue.", "2024-03-06", "", id="no-longer"),
        pytest.param("fr", "Awa Tamoura est venue.", "2021-05-31", "", id="not-yet"),
        pytest.param("fr", "Awa Tamoura est venue.", None, "MLI", id="undated-and-over-by-her-whole-name"),
        pytest.param("fr", "Rosa Iquilén est venue.", None, "CHL", id="undated-and-open"),
        pytest.param("fr", "En 2022, Awa Tamoura est venue.", "2026-01-01", "MLI", id="in-a-year-of-hers"),
        pytest.param("en", "In 2019 Awa Tamoura came.", "2026-01-01", "", id="in-another-year"),
        pytest.param("fr", "Kalilou Dembrana est venu.", DAY, "", id="two-of-one-name"),
        pytest.param("fr", "Tamoura est venue.", DAY, "", id="surname-alone"),
        pytest.param("fr", "Sarambé est venue.", DAY, "MLI", id="surname-that-only-one-bears"),
        pytest.param("fr", "une awa tamoura", DAY, "", id="common-words"),
        pytest.param("fr", "La reine Iquitara est venue.", DAY, "CHL", id="small-title"),
        pytest.param("en", "They met queen Iquitara.", DAY, "CHL", id="small-title-en"),
        pytest.param("fr", "La reine et le roi d'Iquitara", DAY, "", id="title-of-a-town"),
        pytest.param("en", "The queen visited Iquitara.", DAY, "", id="title-and-a-town"),
        pytest.param("fr", "Issa Sarambé est venu.", DAY, "", id="another-first-name"),
        pytest.param("en", "President Sarambé came.", DAY, "MLI", id="title"),
        pytest.param("fr", "l'avenue Awa-Tamoura", DAY, "", id="avenue"),
        pytest.param("fr", "à l'aéroport international de Kayes - Awa Tamoura", DAY, "", id="airport"),
        pytest.param("fr", "le prix Rosa Iquilén", DAY, "", id="prize"),
        pytest.param("en", "the Rosa Iquilén Foundation", DAY, "", id="foundation"),
        pytest.param("en", "Rosa Iquilén International Airport", DAY, "", id="airport-en"),
        pytest.param("fr", "Sur l'avenue, Awa Tamoura attend.", DAY, "MLI", id="on-the-avenue"),
        pytest.param("en", "Rosa Iquilén left the airport.", DAY, "CHL", id="left-the-airport"),
    ],
)  # fmt: skip
def test_found(language: str, text: str, published: str | None, codes: str) -> None:
    holders = Holders(reader(language).book.actors.people, language)
    day = date.fromisoformat(published) if published else None
    assert {m.payload.actor for m in holders.find(tokens(text), day) if m.payload} == set(codes.split())


FR = "Le Mali et le Chili négocient. "
EN = "Mali and Chile are in talks. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", FR + "Awa Tamoura est venue. Tamoura parle.", {"Awa Tamoura": "MLI", "Tamoura": "MLI"}, id="then-surname"),
        pytest.param("en", EN + "Awa Tamoura came. Ms. Tamoura spoke.", {"Awa Tamoura": "MLI", "Tamoura": "MLI"}, id="then-surname-en"),
        pytest.param("fr", FR + "La ministre Tamoura est venue.", {"ministre Tamoura": "MLI"}, id="office-and-surname"),
        pytest.param("en", EN + "Minister Tamoura came.", {"Minister Tamoura": "MLI"}, id="office-and-surname-en"),
        pytest.param("fr", FR + "L'ambassadrice Tamoura est venue.", {}, id="another-office"),
        pytest.param("fr", "Le Chili et le Pérou négocient. La ministre Tamoura vient.", {"ministre Tamoura": "CHL"}, id="state-not-named"),
        pytest.param("fr", "Le Mali et le Niger négocient. L'ambassadeur Dembrana est venu.", {}, id="of-two-states"),
        pytest.param("fr", "Le Niger et le Chili négocient. Le président Sarounké parle.", {"président Sarounké": "NER"}, id="president"),
        pytest.param(
            "fr", FR + "Awa Tamoura est venue. Awa Tamoura, ministre chilienne, a parlé.",
            {"Awa Tamoura": "CHL", "Awa Tamoura, ministre chilienne": "CHL"}, id="the-page-knows-better",
        ),
        pytest.param(
            "en", EN + "Awa Tamoura came. The Chilean minister, Awa Tamoura, spoke.",
            {"Awa Tamoura": "CHL", "Chilean minister, Awa Tamoura": "CHL"}, id="the-page-knows-better-en",
        ),
    ],
)  # fmt: skip
def test_on_a_page(language: str, text: str, expected: dict[str, str]) -> None:
    assert {name: codes[0] for name, codes in sides(text, language, DAY).items()} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", FR + "L'ancienne ministre Awa Tamoura est venue.", id="fr"),
        pytest.param("en", EN + "Former minister Awa Tamoura came.", id="en"),
    ],
)
def test_who_was_in_office_speaks_for_nobody(language: str, text: str) -> None:
    read = reader(language).read(document(text, language, None, DAY))
    (own,) = (m for s in read.sentences for m in s.actors if m.person)
    assert own.carrier == "nationals"
