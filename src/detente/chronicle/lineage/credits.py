"""From whom a page says that it has its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from detente.chronicle.folding import fold
from detente.codebook.sources import RELEASE, SourceWords
from detente.model import Document

SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Credits:
    """All folded. outlet: who prints, "" if nobody says. signed: by whom the page is signed.

    sources: the agencies and outlets it credits, and the press release.
    """

    outlet: str
    signed: str
    sources: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """Every name that may be the outlet's from which it has its text."""
        return self.sources | {self.signed}


@lru_cache(maxsize=4)
def finder(words: SourceWords) -> "CreditFinder":
    """The finder for these words, compiled once."""
    return CreditFinder(words)


class CreditFinder:
    """Finds credits. A credit may begin a line or a sentence: its first letter, or all of it, may be a capital."""

    def __init__(self, words: SourceWords) -> None:
        self._sought = {
            before + name: known
            for credit in words.credits
            for before in (credit, credit.capitalize(), credit.upper())
            for name, known in words.names.items()
        }
        self._sought |= {w: RELEASE for release in words.releases for w in (release, release.capitalize())}
        self._patterns = list(self._sought)
        self._search = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    def credited(self, text: str) -> frozenset[str]:
        """The publishers credited in `text`, by their one name; RELEASE where a press release is."""
        plain = SPACE.sub(" ", text.replace("’", "'"))
        found = self._search.find_matches_as_indexes(plain)
        return frozenset(self._sought[self._patterns[n]] for n, start, end in found if _whole(plain, start, end))

    def of(self, document: Document) -> Credits:
        outlet = fold(document.outlet or "")
        told = {fold(name) for name in (document.agency, *self.credited(document.text)) if name}
        return Credits(outlet, fold(document.byline or ""), frozenset(told - {outlet}))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word runs over either end."""
    return (
        not (text[max(start - 1, 0) : start].isalnum() and text[start].isalnum()) and not text[end : end + 1].isalnum()
    )


def tied(a: Credits, b: Credits) -> bool:
    """Whether both say that they have it from one source, or one that it has it from the other."""
    return not a.sources.isdisjoint(b.sources) or a.outlet in b.sources or b.outlet in a.sources


def credited(document: Credits, others: Iterable[Credits]) -> bool:
    """Whether one of the others names its outlet as the source, or signs with its name."""
    return document.outlet != "" and any(document.outlet in other.named for other in others)
