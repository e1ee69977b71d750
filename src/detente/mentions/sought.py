"""Whole words out of many thousands, found in a text in one pass: what a page is asked before its words are cut apart."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

P = TypeVar("P")


class Sought(Generic[P]):
    """Compiled once from word -> payload; a word may have spaces and marks within."""

    def __init__(self, words: Mapping[str, P]) -> None:
        self._payloads = tuple(words.values())
        self._search = AhoCorasick(list(words))

    def find(self, text: str) -> Iterator[tuple[int, int, P]]:
        """(start, end, payload) of each that no letter or digit stands beside, in the order of their ends; they may overlap."""
        for number, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            if not (_within_word(text, start) or _within_word(text, end)):
                yield start, end, self._payloads[number]


def _within_word(text: str, at: int) -> bool:
    """Whether letters, digits or underscores stand on both sides of a place."""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(c: str) -> bool:
    return c.isalnum() or c == "_"
