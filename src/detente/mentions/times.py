"""Finds every date expression of a text and says which civil days it means, as EDTF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from itertools import zip_longest

from detente.codebook.times import TimeWords
from detente.mentions.times_clock import Clock
from detente.mentions.times_complete import Found, Neighbour, Scene
from detente.mentions.times_grammar import Grammar, Match
from detente.mentions.times_tense import Lean, Tense
from detente.mentions.times_value import resolve
from detente.model import Basis, TimeMention, When

_NAME = 3  # words of an event's name between it and its date
_OPENS = re.compile(r"[.!?…\n]\s*[«“\"]?\s*$")  # what stands before the first word of a sentence
_HEADED = re.compile(r"[^\S\n]*\.?[^\S\n]*(?:[:–—]|-\s|\n|\Z)")  # what stands behind the date of an entry
_ENTRY_ENDS = re.compile(r"[.!?…;][»”\"]?\s+$")  # what stands before the next entry of the same paragraph
_FROM_EVENT = ("after-event", "before-event")
_REMEMBERED = 20  # dates told before that a later one may count from


class TimeFinder:
    """The date expressions of one language; build it once, it is dear, then find as often as you like."""

    def __init__(self, words: TimeWords) -> None:
        self.language = words.language
        self._grammar = Grammar(words)
        self._tense = Tense(words)
        self._clock = Clock(words)
        self._notes = words.notes

    def find(
        self, text: str, published: date | None, lean: Lean = Lean.EITHER, seat: tzinfo | None = None
    ) -> tuple[TimeMention, ...]:
        """The mentions in `text`, in order, none overlapping; offsets in code points.

        published: civil day at the publisher's seat. Without it, what counts from it has no value.
        lean: where a sentence looks whose words do not say it; an agenda looks ahead. seat: time zone of the outlet's
        seat; with it, an hour of another zone that is another day there keeps both days ("lundi à 23 h GMT").
        A mention whose days the page does not settle ("ces derniers mois") is kept with `when=None`.
        """
        lean = Lean.AHEAD if self._notes and lean is Lean.EITHER else lean
        return tuple(
            self._mention(text, match, found and self._clock.at_seat(found, text, match.start, match.end, seat))
            for match, found in self._resolved(text, published, lean)
        )

    def _resolved(self, text: str, published: date | None, default: Lean) -> Iterator[tuple[Match, Found | None]]:
        matches = [m for m in self._grammar.matches(text) if m.meaning.core != "not"]
        matches = [m for m in matches if self._notes or not _is_an_ordinal(text, m)]
        heads = _heads(text, matches)
        matches = _linked(text, [m for m in matches if m.meaning.core != "calendar-head" or m.start in heads])
        if not matches:
            return
        breaks = _Paragraphs(text)
        alone = [resolve(m, Scene()) for m in matches]
        stated = tuple(
            Neighbour(m.start, f.span, breaks.number(m.start), whole=True)
            for m, f in zip(matches, alone, strict=True)
            if f and f.basis is Basis.STATED and (published or self._tense.lean(text, m.start, m.end) is not Lean.AHEAD)
        )
        before: tuple[Neighbour, ...] = ()
        chronology = _Chronology(heads, stated)
        for match in matches:
            lean = self._tense.lean(text, match.start, match.end)
            lean = default if lean is Lean.EITHER else lean
            paragraph = breaks.number(match.start)
            scene = Scene(published, lean, before, stated, paragraph, match.end, notes=self._notes)
            found = resolve(match, chronology.placed(scene, match))
            yield match, found
            if found:
                opens = _OPENS.search(text[max(0, match.start - 4) : match.start]) is not None or match.start == 0
                now = found.basis is Basis.RELATIVE and match.meaning.base != "then"
                told = Neighbour(match.start, found.span, paragraph, found.basis is Basis.STATED, opens, now)
                before = (*before, told)[-_REMEMBERED:]
                chronology.tell(told)

    def _mention(self, text: str, match: Match, found: Found | None) -> TimeMention:
        rule = f"times/{self.language}: {match.meaning.name}: {match.source}"
        if match.meaning.core in _FROM_EVENT:
            rule += f" = {match.fields['count']} {match.fields['unit']}"
        return TimeMention(match.start, match.end, text[match.start : match.end], _when(found), rule, match.anchor)


def _linked(text: str, matches: list[Match]) -> list[Match]:
    """With each expression that counts from an event, the date that stands right behind that event, if one does."""
    return [
        replace(m, dates=(following,)) if m.meaning.core == "event" and following and _dates(text, m, following) else m
        for m, following in zip_longest(matches, matches[1:])
        if m
    ]


def _dates(text: str, event: Match, following: Match) -> bool:
    """Whether only a few words of the event's own name stand between: "l'instauration [de la caution] d'octobre"."""
    between = text[event.end : following.start]
    plain = following.meaning.core == "calendar" and not following.meaning.wrap
    return plain and len(between.split()) <= _NAME and all(c.isalpha() or c in " '’-" for c in between)


def _is_an_ordinal(text: str, match: Match) -> bool:
    """ "*Le premier*, l'accord": without a figure, and alone, the first of some things."""
    return set(match.fields) == {"day"} and not any(map(str.isdigit, text[match.start : match.end]))


def _when(found: Found | None) -> When | None:
    if found is None:
        return None
    span = found.span
    return When(span.earliest, span.latest, span.edtf, found.basis, found.reason)


class _Chronology:
    """The entry of a chronology, as one reads on: its head is the last date that heads one."""

    def __init__(self, heads: frozenset[int], stated: Sequence[Neighbour]) -> None:
        self._heads = heads
        whole = [n.span.earliest for n in stated if n.start in self._heads and n.span.earliest]
        self._newest_first = len(whole) > 1 and whole[0] > whole[-1]
        self._last: Neighbour | None = None

    def placed(self, scene: Scene, match: Match) -> Scene:
        """The scene of an expression, with the entry it stands in."""
        if not self._heads:
            return scene
        return replace(scene, head=self._last, heads=match.start in self._heads, newest_first=self._newest_first)

    def tell(self, told: Neighbour) -> None:
        self._last = told if told.start in self._heads else self._last


def _heads(text: str, matches: Sequence[Match]) -> frozenset[int]:
    """Where the dates start that head the entries of a chronology: alone in a paragraph, or before its colon or dash.

    None where there is one only, however often: "Jan:" again and again is somebody who is interviewed. Entries may follow one
    another in a paragraph that begins with one: "2019: Honiara drops Taipei. April 2022: a pact is signed".
    """
    behind = {m.start: m for m in matches if _HEADED.match(text, m.end)}
    lines = {at: text[text.rfind("\n", 0, at) + 1 : at] for at in behind}
    first = {at for at, line in lines.items() if not any(map(str.isalnum, line))}
    begun = {at - len(lines[at]) for at in first}
    heads = frozenset(
        at for at, line in lines.items() if at in first or (at - len(line) in begun and _ENTRY_ENDS.search(line))
    )
    different = {text[at : behind[at].end] for at in heads}
    return heads if len(different) > 1 else frozenset()


class _Paragraphs:
    """Where paragraphs break, to number offsets that are asked in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = 0
        self._number = 0

    def number(self, offset: int) -> int:
        """How many blank lines stand before an offset."""
        if offset < self._seen:
            self._seen = self._number = 0
        self._number += self._text.count("\n\n", self._seen, offset)
        self._seen = offset
        return self._number
