"""Passages in the manner of the press, written before they were read: who says what, for whom, about what; and marks that are no speech."""

from pathlib import Path

import pytest

from coded import speech_on
from heard import Passage, heard, passages, stances

BANKS = Path(__file__).parents[1] / "banks"
SPOKEN = ("speech_fr", "speech_en", "speech_promised", "speech2_fr", "speech2_en", "voiced_fr", "voiced_en")
READ = [p for bank in SPOKEN for p in passages(BANKS / f"{bank}.txt") if not p.open]
MARKS = [line.split("|", 1) for line in (BANKS / "speech_marks.txt").read_text("utf-8").splitlines() if "|" in line]


@pytest.mark.parametrize("passage", [pytest.param(p, id=f"{p.language}-{p.published}-{p.name}") for p in READ])
def test_who_says_what(passage: Passage) -> None:
    assert [(r.expected, r.found, r.wrong) for r in heard(passage) if r.wrong] == []


@pytest.mark.parametrize(("language", "expected", "text"), list(stances(BANKS / "stances.txt")))
def test_what_it_is_about(language: str, expected: str, text: str) -> None:
    said = speech_on(text, language, "2025-03-13")
    assert [f"{s.topic.code} {s.stance or 'open'}" for s in said if s.topic] == [expected]


@pytest.mark.parametrize(("language", "text"), MARKS)
def test_marks_that_are_no_speech(language: str, text: str) -> None:
    assert speech_on(text.strip(), language.strip(), "2025-03-13") == ()
