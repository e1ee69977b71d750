"""Where, how much, and who says so: what stands beside an act."""

import re
from collections.abc import Iterable

from detente.codebook.money import Money
from detente.model import ActMention, Document, Sentence

_NUMBER = r"\d(?:[\d\s\u00a0\u202f.,]*\d)?"


def sums(money: Money) -> re.Pattern[str]:
    """A sum of money as the press writes it: "C$40 million", "10 000 dollars", "2 milliards de francs CFA"."""
    scaled = rf"(?:\s?(?:{_any(money.scales)})\b)?"
    signs = [unit for unit in money.units if not unit[-1].isalpha()]
    names = _any(unit for unit in money.units if unit[-1].isalpha())
    sign, code, link = f"(?i:{_any(signs)})", _any(money.codes), r"(?:\sd[e'’])?"
    before = rf"(?:[A-Z]{{1,2}})?{sign}\s?|\b(?:{code})\s"
    return re.compile(rf"(?:{before}){_NUMBER}{scaled}|{_NUMBER}{scaled}{link}\s?(?:(?i:{names})|{code}|{sign})(?!\w)")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


BESIDE = 6  # characters an article takes between "selon" and who says so


def amount(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> str | None:
    """The first sum of money of the sentence, as written."""
    found = pattern.search(document.text, sentence.start, sentence.end)
    return found.group().strip() if found else None


def place(document: Document, sentence: Sentence, act: ActMention) -> str | None:
    """The capital nearest to the act that only says where: "à Bamako"."""
    places = [m for m in sentence.actors if m.place and m.how == "capital"]
    if not places:
        return None
    near = min(places, key=lambda m: (max(m.start - act.end, act.head - m.end, 0), m.start))
    return document.text[near.start : near.end]


def source(document: Document, sentence: Sentence) -> str | None:
    """Who says so, after "selon": the actor named there, or the words up to the next comma."""
    cue = next((c for c in sentence.speech if c.kind == "according"), None)
    if cue is None:
        return None
    named = next((m for m in sentence.actors if 0 <= m.start - cue.end < BESIDE), None)
    if named:
        return document.text[named.start : named.end]
    words = re.split(r"[,;:.]", document.text[cue.end : sentence.end])[0].strip()
    return words or None
