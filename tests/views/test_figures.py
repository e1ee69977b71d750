"""Figures: of every kind, in both languages, in greys, the same bytes each time."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from chronicle.story import BOOK, STORY, UNREAD
from detente import chronicle
from detente.chronicle import gather
from detente.model import UsageError
from detente.relations import opened
from detente.views import figures

RECORD = gather(STORY, BOOK, UNREAD)
RELATION = opened(chronicle.relation(RECORD, "PRT", "TGO"), RECORD, BOOK)


def words(data: bytes) -> str:
    return " ".join(t for t in ET.fromstring(data).itertext() if t.strip())


@pytest.mark.parametrize("what", figures.FIGURES)
@pytest.mark.parametrize("format", figures.META)
def test_bytes_are_the_same_each_time(what: str, format: str) -> None:
    first = RELATION.plot(what, format=format)
    assert RELATION.plot(what, format=format) == first
    assert first.startswith(b"\x89PNG" if format == "png" else b"<?xml")


@pytest.mark.parametrize(
    ("what", "lang", "says"),
    [
        pytest.param("curve", "en", ("Portugal – Togo", "cooperation", "conflict", "Mar 2025", "+10"), id="curve"),
        pytest.param("curve", "fr", ("coopération", "conflit", "mars 2025"), id="courbe"),
        pytest.param("measures", "en", ("Portugal → Togo", "visa bond", "lifted", "in force"), id="measures"),
        pytest.param("measures", "fr", ("caution de visa", "levée"), id="mesures"),
        pytest.param("types", "en", ("sanctions", "concedes", "consults"), id="types"),
        pytest.param("types", "fr", ("sanctionne", "concède", "faits par mois"), id="types-fr"),
        pytest.param("copies", "en", ("Kloto Info", "Le Courrier de Baguida", "taken from"), id="copies"),
        pytest.param("copies", "fr", ("repris de",), id="reprises"),
    ],
)
def test_a_figure_says_what_it_shows(what: str, lang: str, says: tuple[str, ...]) -> None:
    told = words(RELATION.plot(what, lang=lang))
    assert [s for s in says if s not in told] == []


@pytest.mark.parametrize("what", figures.FIGURES)
def test_every_colour_is_a_grey(what: str) -> None:
    colours = set(re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", RELATION.plot(what).decode()))
    assert colours
    assert all(r == g == b for r, g, b in colours)


def test_the_ending_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    data = RELATION.plot("curve", tmp_path / "c.PNG")
    assert (tmp_path / "c.PNG").read_bytes() == data
    assert data.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("what", "format", "says"),
    [
        pytest.param(
            "pie", "svg", "no plot of pie in svg; there are curve, measures, types, copies in svg, png", id="kind"
        ),
        pytest.param("curve", "bmp", "no plot of curve in bmp", id="format"),
    ],
)
def test_what_is_not_drawn_is_named(what: str, format: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        RELATION.plot(what, format=format)


@pytest.mark.parametrize("what", figures.FIGURES)
def test_nothing_to_draw_is_said(what: str) -> None:
    empty = opened(chronicle.relation(RECORD, "PRT", "GHA"), RECORD, BOOK)
    with pytest.raises(UsageError, match="nothing to draw"):
        empty.plot(what)


def test_an_outlet_may_be_called_anything() -> None:
    odd = "$x^ 中文 _{ \u202e\n\x07"
    named = [
        replace(r, document=replace(r.document, outlet=odd)) if r.document.uri == "pages/reprise.txt" else r
        for r in STORY
    ]
    record = gather(named, BOOK)
    told = words(opened(chronicle.relation(record, "PRT", "TGO"), record, BOOK).plot("copies"))
    assert "$x^ 中文 _{" in told
    assert "\u202e" not in told


def test_a_missing_library_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"a plot needs matplotlib: pip install 'detente\[exports\]'"):
        RELATION.plot("curve")
