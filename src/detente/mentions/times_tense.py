"""Whether the words around an expression look back or ahead."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from detente.codebook.times import TimeWords

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")
_WINDOW = 240  # characters either side: longer than a press sentence's half, short enough to stay cheap
_SHELTER = 3  # words by which "will be received" keeps a past-looking form in the future


class Lean(StrEnum):
    PAST = "past"
    AHEAD = "ahead"
    EITHER = "either"


class Tense:
    """The words of one language that place a clause in time, compiled once."""

    def __init__(self, words: TimeWords) -> None:
        self._ahead = _endings(words.ahead)
        self._past = _endings(words.past)
        self._not_ahead = frozenset(words.not_ahead)

    def lean(self, text: str, start: int, end: int) -> Lean:
        """How the sentence around `start..end` leans: by the nearest telling word before, else after."""
        before = _SENTENCE_END.split(text[max(0, start - _WINDOW) : start])[-1]
        after = _SENTENCE_END.split(text[end : end + _WINDOW], maxsplit=1)[0]
        found = self._nearest(_WORD.findall(before)[::-1])
        return found if found is not Lean.EITHER else self._nearest(_WORD.findall(after))

    def _nearest(self, words: Sequence[str]) -> Lean:
        for at, word in enumerate(words):
            if self._looks_ahead(word):
                return Lean.AHEAD
            if word.islower() and self._past.fullmatch(word):
                sheltered = any(map(self._looks_ahead, words[at + 1 : at + 1 + _SHELTER]))
                return Lean.AHEAD if sheltered else Lean.PAST
        return Lean.EITHER

    def _looks_ahead(self, word: str) -> bool:
        """Names are no verbs: a word with a capital does not count."""
        return word.islower() and word not in self._not_ahead and self._ahead.fullmatch(word) is not None


def _endings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w+") for word in words) or "(?!)")
