"""Whole words out of many thousands, found in a text in one pass: what a page is asked before its words are cut apart."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

P = TypeVar("P")


class Sought(Generic[P]):
    """Compiled once from word -> payload; a word may have spaces and marks within."""

    def __init__(self, words: Mapping[str, P]) -> None:
        self._found = tuple((_is_of_word(w[0]), _is_of_word(w[-1]), payload) for w, payload in words.items())
        self._search = AhoCorasick(list(words))

    def find(self, text: str) -> Iterator[tuple[int, int, P]]:
        """(start, end, payload) of each that no letter or digit stands beside, in the order of their ends; they may overlap."""
        around = f" {text} ".replace("_", "x")  # one place on; "_" is of words, as letters are
        for number, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            begins, ends, payload = self._found[number]
            if not ((begins and around[start].isalnum()) or (ends and around[end + 1].isalnum())):
                yield start, end, payload


def _is_of_word(c: str) -> bool:
    return c.isalnum() or c == "_"
