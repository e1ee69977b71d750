"""Readings as one text and back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from coded import book
from detente import intake, pipeline
from detente.model import Page, Reading
from detente.store.packing import packed, unpacked
from strategies import pages_read

ROOT = Path(__file__).parents[2]
PAGES = [p for p in intake.pages(ROOT / "examples/press") if isinstance(p, Page)]


@pytest.mark.parametrize("page", [pytest.param(p, id=Path(p.uri).name) for p in PAGES])
def test_nothing_is_lost(page: Page) -> None:
    read = pipeline.code(page, book())
    again = list(unpacked(packed(read)))
    assert [(r.document, r.times, r.reports, r.statements, r.offices, r.relevant, r.refusals) for r in again] == [
        (r.document, r.times, r.reports, r.statements, r.offices, r.relevant, r.refusals) for r in read
    ]


@given(pages_read())
def test_nothing_is_lost_of_anything(read: tuple[Page, tuple[Reading, ...]]) -> None:
    again = list(unpacked(packed(read[1])))
    assert [replace(r, page=a.page) for r, a in zip(read[1], again, strict=True)] == again


@pytest.mark.parametrize("text", ["[{}]", "[1]", "{", '[{"uri": "a", "documents": []}]'])
def test_what_is_none_of_ours(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, IndexError)):
        list(unpacked(text))


def test_what_has_no_article() -> None:
    assert json.loads(packed(())) == []
