"""Where, how much, and who says so: what stands beside an act."""

import re

from detente.codebook.languages import Language
from detente.model import TOWN, ActMention, Document, Sentence

_NUMBER = r"\d(?:[\d\s\u00a0\u202f.,]*\d)?"
_SIGN = r"[$€£]"  # names, codes and scales are the language's


def sums(language: Language) -> re.Pattern[str]:
    """A sum of money as the language writes it: "C$40 million", "10 000 dollars", "2 milliards de francs CFA"."""
    scale = "|".join(map(re.escape, sorted(language["scales"], key=len, reverse=True)))
    name = "|".join(map(re.escape, sorted(language["currencies"], key=len, reverse=True)))
    scaled = rf"(?:\s?(?:{scale})\b)?"
    link = r"(?:\sd[e'’])?"
    return re.compile(
        rf"(?:[A-Z]{{1,2}})?[$€£]\s?{_NUMBER}{scaled}|{_NUMBER}{scaled}{link}\s?(?:(?i:{name})|{_SIGN})(?!\w)"
    )


BESIDE = 6  # characters an article takes between "selon" and who says so


def amount(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> str | None:
    """The first sum of money of the sentence, as written."""
    found = pattern.search(document.text, sentence.start, sentence.end)
    return found.group().strip() if found else None


def place(document: Document, sentence: Sentence, act: ActMention) -> str | None:
    """The capital or town nearest to the act that only says where: "à Bamako"."""
    places = [m for m in sentence.actors if m.place and m.how in ("capital", TOWN)]
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
