"""Where, how much, and who says so: what stands beside an act."""

import re
from collections.abc import Iterable

from detente.codebook.languages import Language
from detente.codebook.money import Money
from detente.model import TOWN, ActMention, ActorMention, Document, Report, Sentence

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


DONE = frozenset(  # types of what is done somewhere; the others are said, or decided
    {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONSULT", "COOPERATE", "AID", "SUPPORT"}
)
STRUCK = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})  # types of what is done to a town, or leaves it
RIGHT_BESIDE = 12  # characters from what is said to where: "accused in *Geneva*"; our choice
BESIDE = 6  # characters an article takes between "selon" and who says so


def amount(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> str | None:
    """The first sum of money of the sentence, as written."""
    found = pattern.search(document.text, sentence.start, sentence.end)
    return found.group().strip() if found else None


def place(document: Document, sentence: Sentence, act: ActMention, report: Report, language: Language) -> str | None:
    """The capital or town that only says where this act was done: "à Bamako"; of a town that is struck or left, the town.

    One that is nearer to another act says where that was; of what is only said, one right beside it counts."""
    near = [
        m
        for m in sentence.actors
        if m.place and m.how in ("capital", TOWN) and _is_of(sentence, act, m, document.text, language)
    ]
    near = [m for m in near if m.how == "capital" or m.preposition in language["within"] or report.type in STRUCK]
    whom = set(report.recipients)  # "reproche *à Ottawa*"
    near = [m for m in near if report.type in DONE or (_apart(act, m) <= RIGHT_BESIDE and not set(m.codes) & whom)]
    if not near:
        return None
    found = min(near, key=lambda m: (_apart(act, m), m.start))
    return document.text[found.start : found.end]


def _is_of(sentence: Sentence, act: ActMention, place: ActorMention, text: str, language: Language) -> bool:
    """Whether no other act is nearer to it; one that "and" joins on behind the place is not: "met in Moshi *and agreed*"."""
    others = [a for a in sentence.acts if a.head != act.head and _apart(a, place) < _apart(act, place)]
    if act.end <= place.start:
        joined = {*language["and"]}
        others = [
            a
            for a in others
            if a.head < place.end
            or text[place.end : a.head].casefold().split()[:1] == []
            or text[place.end : a.head].casefold().split()[0].strip(",") not in joined
        ]
    return not others


def _apart(act: ActMention, place: ActorMention) -> int:
    return max(place.start - act.end, act.head - place.end, 0)


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
