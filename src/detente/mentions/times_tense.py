"""Whether the words around an expression look back or ahead."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from detente.codebook.times import TimeWords

_WORD = re.compile(r"[^\W\d_]+|[,;:()«»“”–—]")
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")
_WINDOW = 240  # characters either side: longer than a press sentence's half, short enough to stay cheap
_SHELTER = 3  # words by which "will be received" keeps a past-looking form in the future


class Lean(StrEnum):
    PAST = "past"
    AHEAD = "ahead"
    COMING = "coming"  # "se rend lundi", "comes into force on Monday": the coming weekday; of a date the nearer
    NEAR = "near"  # "agreed to reopen on 12 June": done or to come, whichever is nearer
    EITHER = "either"


class Tense:
    """The words of one language that place a clause in time, compiled once."""

    def __init__(self, words: TimeWords) -> None:
        self._ahead = _endings(words.ahead)
        self._past = _endings(words.past)
        self._participle = _endings(words.participles)
        self._regular = _endings(w for w in words.past if "*" in w)  # "closed", which may be a participle; not "said"
        self._not_ahead = frozenset(words.not_ahead)
        self._reflexive = _pairs(w for w in words.past if " " in w)  # "s'est rendu": two words here
        self._near = _pairs(words.near)
        self._coming = _pairs(words.coming)
        self._scheduled = frozenset(words.scheduled)
        self._pending = frozenset(words.pending)

    def lean(self, text: str, start: int, end: int) -> Lean:
        """How the sentence around `start..end` leans: by the nearest telling word before, else after.

        A participle before ("announced Friday, it will") tells only where no verb does, or none of its own clause.
        """
        before = _WORD.findall(_SENTENCE_END.split(text[max(0, start - _WINDOW) : start])[-1])[::-1]
        after = _WORD.findall(_SENTENCE_END.split(text[end : end + _WINDOW], maxsplit=1)[0])
        found = self._before(before, after)
        scheduled = self._scheduled & {*before[:1], text[start:end].split(maxsplit=1)[0].lower()}
        return Lean.NEAR if scheduled and found is not Lean.AHEAD else found

    def _before(self, before: Sequence[str], after: Sequence[str]) -> Lean:
        before = self._without_aside(before)
        apart = before[: before.index(",")] if "," in before else []
        if self._nearest(apart) is Lean.EITHER and self._told_apart(apart):
            return Lean.PAST
        found = self._nearest(before)
        if found is Lean.NEAR and (
            self._pending & set(_clause(after)) or self._nearest(after, back=False) is Lean.AHEAD
        ):
            return Lean.AHEAD
        if found is not Lean.EITHER:
            return found
        if any(map(self._is_participle, before[:_SHELTER])):
            return Lean.PAST
        if before and (opened := self._opened(before)) is not Lean.EITHER:
            return opened
        return self._nearest(after, back=False)

    def _without_aside(self, before: Sequence[str]) -> Sequence[str]:
        """ "Will reopen its embassy, *closed since 2012*, on July 15": not what two commas and a participle part."""
        if before[:1] != [","] or "," not in before[1:]:
            return before
        closed = before.index(",", 1)
        first = before[closed - 1]
        said = first.islower() and (self._regular.fullmatch(first) or self._participle.fullmatch(first))
        return before[closed:] if said else before

    def _told_apart(self, apart: Sequence[str]) -> bool:
        """Whether a participle tells of what a comma parts: ", selon les prévisions publiées mardi", ", annulé par Oslo lundi"."""
        return bool(apart) and any(map(self._is_participle, (*apart[:_SHELTER], apart[-1])))

    def _is_participle(self, word: str) -> bool:
        return word.islower() and self._participle.fullmatch(word) is not None

    def _opened(self, before: Sequence[str]) -> Lean:
        """By the participle that opens the sentence: "Speaking on Sunday, he", "Attendu lundi, il"."""
        first = before[-1].lower()
        if not all(w[0].isalpha() for w in before) or not self._participle.fullmatch(first):
            return Lean.EITHER
        return Lean.AHEAD if self._looks_ahead(first) else Lean.PAST

    def _nearest(self, words: Sequence[str], back: bool = True) -> Lean:
        """By the first telling word; `back`: the words run from the expression towards the sentence's start."""
        for at, word in enumerate(words):
            told = ((word,), tuple(words[at : at + 2][::-1])) if back else ()
            if not self._near.isdisjoint(told):
                return Lean.NEAR
            if not self._coming.isdisjoint(told):
                return Lean.COMING
            if self._looks_ahead(word):
                return Lean.AHEAD
            if not self._reflexive.isdisjoint(told):
                return Lean.PAST
            if word.islower() and self._past.fullmatch(word):
                shelter = words[at + 1 : at + 1 + _SHELTER] if back else words[max(0, at - _SHELTER) : at][::-1]
                return Lean.AHEAD if self._is_sheltered(shelter) else Lean.PAST
        return Lean.EITHER

    def _is_sheltered(self, words: Sequence[str]) -> bool:
        """Whether one of these looks ahead, within the clause: a mark ends it."""
        for word in words:
            if not word[0].isalpha():
                return False
            if self._looks_ahead(word):
                return True
        return False

    def _looks_ahead(self, word: str) -> bool:
        """Names are no verbs: a word with a capital does not count."""
        return word.islower() and word not in self._not_ahead and self._ahead.fullmatch(word) is not None


def _pairs(words: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for pair in words)


def _clause(after: Sequence[str]) -> Sequence[str]:
    return after[: after.index(",")] if "," in after else after


def _endings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w+") for word in words) or "(?!)")
